# Travaux longs sur de nombreuses fiches.
run-ids-many = On peut désigner une à une { $most } fiches au plus.
run-action-unfit = Cela ne peut pas être fait sur plusieurs fiches à la fois.
run-nothing-chosen = Il ne reste aucune fiche concernée. Faites un nouveau choix.
run-conflict = Ce travail a déjà commencé ou a été abandonné.
run-nothing-done = Ce travail n’a rien modifié qui puisse être annulé.
run-problem-staff = La personne qui a lancé ce travail n’a plus de compte ici ; il a donc été arrêté.
run-part = Un autre champ
run-part-stayed = { $field } a été modifié depuis et reste tel quel.
run-column-number = Numéro
run-column-name = Nom
run-column-reason = Pourquoi elle est restée
run-file = restees

# Lignes sélectionnées et ce qu’on en fait.
run-mark = Sélectionner { $name }
run-keys = Lignes
run-key-mark = Sélectionner la ligne, ou non ; avec Maj toutes depuis la dernière
run-mark-all = Sélectionner toutes les lignes chargées
run-marked = { $count ->
    [one] { $count } sélectionnée
   *[other] { $count } sélectionnées
}
run-marked-all-but = { $count ->
    [0] Toutes celles qui correspondent sont sélectionnées
    [one] Toutes sauf 1 sont sélectionnées
   *[other] Toutes sauf { $count } sont sélectionnées
}
run-marks-full = { $most ->
    [one] On ne peut en sélectionner que { $most } une à une. Sélectionnez plutôt toutes celles qui correspondent.
   *[other] On ne peut pas en sélectionner plus de { $most } une à une. Sélectionnez plutôt toutes celles qui correspondent.
}
run-mark-matching = { $count ->
    [one] Sélectionner la seule qui correspond
   *[other] Sélectionner les { $count } qui correspondent
}
run-mark-every = Sélectionner toutes celles qui correspondent
run-mark-none = Tout désélectionner
run-bar = Ce qu’on peut faire des lignes sélectionnées
run-close = Fermer
run-not = Annuler
run-counting = Comptage en cours …
run-fill-in = Indiquez d’abord ce qui doit changer.
run-concerns = { $count ->
    [0] Aucune fiche n’est concernée.
    [one] 1 fiche est concernée.
   *[other] { $count } fiches sont concernées.
}
run-foreseen-refused = { $count ->
    [one] { $count } des { $looked } premières restera telle quelle :
   *[other] { $count } des { $looked } premières resteront telles quelles :
}
run-foreseen-same = { $count ->
    [one] { $count } des { $looked } premières est déjà ainsi.
   *[other] { $count } des { $looked } premières sont déjà ainsi.
}
run-foreseen-reason = { $count } × { $reason }

# Travaux en cours.
run-title = Travaux longs
run-lead = Ce que vous avez fait sur de nombreuses fiches à la fois : où cela en est, ce qui est resté et pourquoi. Pendant trente jours, cela peut être annulé.
run-where = Où vous êtes
run-none-title = Pas encore de travail long
run-none-text = Sélectionnez des lignes d’une liste et agissez sur toutes.
run-show = Afficher
run-stop = Arrêter
run-more = Afficher la suite
run-shown = { $count ->
    [one] { $count } affiché
   *[other] { $count } affichés
}
run-waits = { $count ->
    [one] Attend la fin d’un autre travail
   *[other] Attend la fin de { $count } autres travaux
}
run-reached = { $done } sur { $total }
run-ended-done = { $count ->
    [0] Rien n’a été modifié.
    [one] { $count } fiche a été modifiée.
   *[other] { $count } fiches ont été modifiées.
}
run-ended-delete = { $count ->
    [0] Rien n’a été mis à la corbeille.
    [one] { $count } fiche est à la corbeille.
   *[other] { $count } fiches sont à la corbeille.
}
run-ended-restore = { $count ->
    [0] Rien n’a quitté la corbeille.
    [one] { $count } fiche a quitté la corbeille.
   *[other] { $count } fiches ont quitté la corbeille.
}
run-ended-take-back = { $count ->
    [0] Rien n’a été annulé.
    [one] { $count } fiche est redevenue comme avant.
   *[other] { $count } fiches sont redevenues comme avant.
}
run-ended-left = { $count ->
    [one] { $count } est restée telle quelle.
   *[other] { $count } sont restées telles quelles.
}
run-failed = Le travail n’a pas pu continuer.
run-stopped = Arrêté.
run-undo = Annuler
run-undone-by = A été annulé
run-what = Quoi
run-state = État
run-done = Modifiées
run-left = Restées
run-same = Déjà ainsi
run-gone = Plus concernées
run-refused = Refusées
run-who = Qui
run-when = Quand
run-how-far = Où cela en est
run-left-title = Ce qui est resté, et pourquoi
run-download = Télécharger
run-state-draft = Pas commencé
run-state-queued = En attente
run-state-running = En cours
run-state-done = Terminé
run-state-cancelled = Arrêté
run-state-failed = Échoué
run-emptied = vide
run-what-set = Champs modifiés
run-what-add-tags = Étiquettes ajoutées : { $tags }
run-what-remove-tags = Étiquettes retirées : { $tags }
run-what-delete = Supprimées
run-what-restore = Sorties de la corbeille
run-what-take-back = Annulé
run-what-take-back-of = Annulé : { $what }

# Ce que l’on dit à la fin à qui l’a lancé.
run-ended = Le travail long que vous avez lancé est terminé. Faits : { $done } sur { $total }.
run-ended-failed = Le travail long que vous avez lancé n’a pas pu continuer.
