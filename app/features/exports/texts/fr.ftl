# Exports : des fiches dans un fichier.
export-title = Exporter
export-action = Exporter
export-close = Fermer
export-loading = Recherche de ce qui peut être exporté…
export-count = { $count ->
    [0] Il n’y a rien à exporter.
    [one] Le fichier contiendra { $count } fiche.
   *[other] Le fichier contiendra { $count } fiches.
}
export-count-more = Le fichier contiendra plus de { $count } fiches.
export-format = Format
export-format-csv = CSV, pour tout programme. Il arrive tout de suite.
export-format-xlsx = Classeur Excel (.xlsx). Il est préparé en arrière-plan.
export-delimiter = Entre les colonnes
export-delimiter-hint = Excel attend une virgule ou un point-virgule, selon sa langue.
export-delimiter-comma = Virgule
export-delimiter-semicolon = Point-virgule
export-delimiter-tab = Tabulation
export-columns = Colonnes
export-all = Toutes
export-none = Aucune
export-download = Télécharger
export-make = Préparer le classeur
export-running = Le classeur est en préparation
export-running-hint = Vous pouvez quitter cette page. La cloche vous prévient quand le fichier est prêt.
export-rows = { $rows ->
    [one] { $rows } fiche
   *[other] { $rows } fiches
}
export-over = Le classeur est prêt.
export-ready = Votre classeur { $name } est prêt.
export-kept-until = Le fichier peut être téléchargé jusqu’au { $until }.
export-gone = Le fichier n’est plus conservé. Exportez de nouveau pour en avoir un à jour.
export-back = Retour à la liste
export-failed = Le classeur n’a pas pu être préparé
export-column-unknown = Il n’y a pas de colonne « { $column } ».
export-too-many-ids = On peut désigner au plus { $most } fiches une à une.
export-too-many-rows = Un classeur contient au plus { $most } lignes. Choisissez CSV, ou un filtre.
export-format-unknown = Seul csv peut être demandé ici.
export-problem-staff = La personne qui voulait ce fichier ne travaille plus ici.
export-number = ID Foyer
