# Lists of records of any kind.
filter-clear = Retirer les filtres
filter-unread = Ce filtre est illisible
list-order-unread = L’ordre de la liste est illisible
list-usual-order = Ordre habituel
list-columns = Colonnes et groupes
list-columns-text = Choisissez ce que la liste affiche et dans quel ordre.
list-columns-usual = Comme d’habitude
list-group-by = Grouper les lignes par
list-group-none = Aucun groupe
list-group-alone = Seulement ceux-ci
list-column-up = Avancer { $name }
list-column-down = Reculer { $name }
list-more = Afficher plus
list-of-record = { $field } de { $name }
list-sort-place = tri { $place } sur { $count }
list-limit-unfit = Demandez-en de 1 à 200 à la fois.
list-close = Fermer
list-done = Terminé
list-index-all = Tous

# What is done to many.
bulk-field-of = Modifier : { $field }
bulk-delete = Supprimer
bulk-other = Modifier un autre champ
bulk-add-tags = Ajouter des étiquettes
bulk-remove-tags = Retirer des étiquettes
bulk-more = Plus
bulk-go = Modifier
bulk-delete-text = Ils vont à la corbeille et peuvent être récupérés pendant trente jours.
bulk-tags-hint = Séparez plusieurs étiquettes par des virgules.
bulk-which-field = Champ
bulk-empty-hint = Si vous le laissez vide, le champ est vidé.
list-look = Disposition de la liste
list-look-rows = Lignes
list-look-cards = Cartes
