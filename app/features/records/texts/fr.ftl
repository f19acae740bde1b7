# Mots utilisés par tout ce qui est attaché à une fiche.
record-yes = oui
record-no = non
record-undo = Annuler
record-save = Enregistrer
record-cancel = Annuler
record-loading = Chargement
record-failed = Cette partie n’a pas pu être chargée.
record-leave-title = Quitter sans enregistrer ?
record-leave-text = Ce que vous avez saisi n’est pas encore enregistré et serait perdu.
record-leave-stay = Rester ici
record-leave-leave = Quitter
record-value = { $value }
record-nothing = vide

timeline-title = Historique
timeline-house = Foyer
timeline-empty = Il ne s’est encore rien passé ici
timeline-empty-text = Les notes, les fichiers, les rappels et chaque modification apparaîtront ici.
timeline-empty-filter = Rien de ce type
timeline-filter = Afficher
timeline-filter-all = Tout
timeline-filter-notes = Notes
timeline-filter-changes = Modifications
timeline-filter-files = Fichiers
timeline-filter-reminders = Rappels
timeline-filter-tasks = Tâches
timeline-more = Afficher les entrées plus anciennes
timeline-shown = { $count ->
    [one] { $count } entrée
    [many] { $count } d’entrées
   *[other] { $count } entrées
}
timeline-today = Aujourd’hui
timeline-yesterday = Hier
timeline-changed-to = devient
timeline-seam-lead = À partir d’ici : en tant que prospect
timeline-seam-customer = À partir d’ici : en tant que client
timeline-seam-other = À partir d’ici : auparavant

event-other = a fait une modification
event-note-created = a écrit une note
event-note-updated = a modifié une note
event-note-deleted = a supprimé une note
event-note-restored = a rétabli une note supprimée
event-file-created = a ajouté le fichier { $name }
event-file-deleted = a supprimé le fichier { $name }
event-file-restored = a rétabli le fichier { $name }
event-picture-changed = a changé l’image de { $name }
event-picture-removed = a retiré l’image de { $name }
event-reminder-created = a programmé un rappel pour le { $due_at } : { $text }
event-reminder-done = a coché le rappel « { $text } »
event-reminder-reopened = a rouvert le rappel « { $text } »
event-reminder-deleted = a supprimé le rappel « { $text } »
event-tag-added = a ajouté l’étiquette { $tag }
event-tag-removed = a retiré l’étiquette { $tag }
field-note = Note
field-contacted_at = Prise de contact

note-new = Nouvelle note
note-placeholder = Que s’est-il passé, qu’a-t-on dit, quelle est la suite ?
note-hint = Ctrl+Entrée enregistre la note.
note-add = Ajouter la note
note-edit = Modifier la note
note-delete = Supprimer la note
note-edited = modifiée
note-show-all = Tout afficher
note-show-less = Afficher moins
note-contact = J’ai pris contact
note-contacted-at = Quand
note-contacted = Contact pris le { $at }
note-added = Note ajoutée
note-deleted = Note supprimée
note-empty = Écrivez d’abord quelque chose.
note-too-long = Une note contient au plus { $limit } caractères ; celle-ci en a { $length }. Rien n’est perdu : raccourcissez-la ou ajoutez-la comme fichier.
note-contacted-ahead = Ce moment est dans le futur.
note-not-yours = Seul son auteur ou un administrateur peut modifier une note.
note-conflict = Cette note a été modifiée entre-temps. Les deux versions sont affichées ci-dessous.
note-conflict-theirs = Version actuelle
note-conflict-keep = Enregistrer la mienne
note-conflict-take = Garder la version actuelle

file-title = Fichiers
file-drop = Déposez des fichiers ici ou choisissez-les
file-hint = PDF, images, documents Office, texte, audio, vidéo ou ZIP, jusqu’à { $megabytes } Mo chacun
file-empty-list = Aucun fichier pour l’instant
file-download = Télécharger { $name }
file-show = Afficher { $name }
file-show-failed = L’image ne peut pas être affichée. Téléchargez plutôt le fichier.
file-save = Télécharger
file-close = Fermer
file-delete = Supprimer { $name }
file-deleted = { $name } supprimé
file-added = { $name } ajouté
file-cancel = Interrompre { $name }
file-dismiss = Masquer { $name }
file-kilobytes = { $size } ko
file-megabytes = { $size } Mo
file-kind-refused = Les fichiers comme { $name } ne sont pas acceptés. Convertissez-le en PDF ou placez-le dans une archive ZIP.
file-content-refused = Le contenu de { $name } ne correspond pas à son nom ; il n’a donc pas été enregistré.
file-empty = { $name } est vide.
file-quota = Votre espace est plein ; { $name } n’a donc pas été enregistré. Supprimez les fichiers devenus inutiles.
file-broken-off = La connexion s’est interrompue avant la fin de { $name }. Rien n’a été enregistré ; réessayez.

reminder-title = Rappels
reminder-new = Nouveau rappel
reminder-text = Rappeler de
reminder-due = Quand
reminder-who = À qui
reminder-add = Programmer le rappel
reminder-empty = Aucun rappel
reminder-done = Fait : { $text }
reminder-delete = Supprimer le rappel : { $text }
reminder-deleted = Rappel supprimé
reminder-finished = { $count ->
    [one] { $count } terminé
    [many] { $count } de terminés
   *[other] { $count } terminés
}
reminder-overdue = en retard
reminder-for = pour { $name }
reminder-due-invalid = Choisissez un jour et une heure.
reminder-due-behind = Ce moment est déjà passé.
reminder-nobody = Choisissez une personne qui travaille ici.
reminder-unseen = { $name } n’a pas accès à cette fiche : le rappel ne servirait à rien. Choisissez une personne qui la voit, ou donnez d’abord l’accès à { $name }.
reminder-notification = Rappel : { $text }
reminder-mail-subject = Rappel : { $text }
reminder-mail-text = Vous vouliez ce rappel : { $text }
reminder-mail-about = Il concerne { $title } et était prévu pour le { $due }.

tag-title = Étiquettes
tag-placeholder = Ajouter une étiquette
tag-nothing = Aucune étiquette de ce nom
tag-remove = Retirer l’étiquette { $name }
tag-create = Nouvelle étiquette « { $name } »
tag-none = Aucune étiquette
tag-too-many = Une fiche porte au plus { $limit } étiquettes.

# Qui d’autre est ici en ce moment.
presence-title = Aussi ici
presence-looks = { $name } regarde
presence-types = { $name } écrit
presence-moves = { $name } déplace la carte
presence-more = { $count ->
    [one] et une autre personne
   *[other] et { $count } autres personnes
}

# Taking a change back from the history.
event-undone = a annulé : { $what }
event-by-import = { $what } (importation { $import })
undo-label = Annuler : { $what }
undo-done = Annulé.
undo-undone-mark = annulé
undo-title = Annuler cette modification ?
undo-later-text = Une partie a été modifiée à nouveau depuis. Elle reste telle quelle, sauf si vous en décidez autrement.
undo-field-back = { $field } : revient à { $then }
undo-field-already = { $field } : vaut déjà de nouveau { $then }
undo-field-over = { $field } : revenir quand même à { $then }
undo-field-later = { $who } l’a remplacé par { $now } le { $at }.
undo-field-changed = Cela a été modifié depuis.
undo-somebody = Quelqu’un
undo-nothing-chosen = Choisissez au moins un champ à rétablir.
undo-run = Annuler la modification
undo-too-late = Une modification peut être annulée pendant 30 jours. Celle-ci est plus ancienne.
undo-undone = Cette modification a déjà été annulée.
undo-unfit = Cette modification ne peut pas être annulée depuis l’historique.
undo-nothing-left = Il ne reste rien à annuler : tout a été modifié depuis.
undo-changed-later = Il a été modifié de nouveau depuis et reste tel quel.
undo-changed-since = Quelque chose y a été modifié depuis ; il reste donc.

# The bin.
bin-search = Chercher dans la corbeille
bin-empty = La corbeille est vide
bin-empty-text = Ce qui est supprimé attend ici et peut être récupéré.
bin-nothing-found = Rien dans la corbeille ne porte ce nom
bin-choose = Choisir { $name }
bin-restore = Récupérer
bin-restore-chosen = { $count ->
    [one] En récupérer { $count }
   *[other] En récupérer { $count }
}
bin-restored = { $count ->
    [one] { $count } élément récupéré.
   *[other] { $count } éléments récupérés.
}
bin-shown = { $count ->
    [one] { $count } élément affiché
   *[other] { $count } éléments affichés
}
bin-more = Afficher la suite
bin-ids-unfit = Choisissez de 1 à 200 éléments.

# Images des fiches : un logo, une photo.
picture-add = Ajouter une image
picture-change = Changer l’image
picture-change-of = Changer l’image de { $name }
picture-of = Image de { $name }
picture-file = Image
picture-drop = Déposez une image ici ou choisissez-en une
picture-hint = PNG, JPEG ou WebP, jusqu’à { $megabytes } Mo
picture-plain = Un carré est découpé au milieu de l’image.
picture-frame = Partie de l’image
picture-frame-hint = Faites glisser l’image ou déplacez-la avec les flèches (plus loin avec Maj). Plus et moins, la molette ou deux doigts règlent le zoom.
picture-zoom = Zoom
picture-closer = Agrandir
picture-farther = Réduire
picture-percent = { $percent } %
picture-whole = Image entière
picture-centre = Centrer
picture-other = En choisir une autre
picture-save = Enregistrer l’image
picture-remove = Retirer l’image
picture-removed = Image retirée
picture-svg = Les dessins SVG ne sont pas acceptés, car ils peuvent contenir des programmes. Exportez l’image en PNG.
picture-kind-refused = Ce n’est pas une image PNG, JPEG ou WebP. Exportez-la dans l’un de ces formats.
picture-empty = Le fichier est vide.
picture-too-large = L’image dépasse { $megabytes } Mo. Enregistrez-en une copie plus petite.
picture-too-many-pixels = L’image a plus de 50 millions de pixels. Enregistrez-en une copie plus petite.
picture-broken = L’image ne peut pas être lue. Elle est peut-être endommagée : enregistrez-la de nouveau en PNG ou JPEG.
picture-quota = Votre espace est plein ; l’image n’a pas été enregistrée. Supprimez les fichiers devenus inutiles.

# The history as a table.
history-table = Modifications des champs
history-when = Quand
history-who = Qui
history-field = Champ
history-old = Avant
history-new = Après
history-back = Reprendre
history-every-field = Tous les champs
history-everybody = Tout le monde
history-none = Aucune modification
history-none-text = Rien n’a encore changé, ou rien ne correspond au choix ci-dessus.
history-person = Personne
history-shown = { $count ->
    [one] Une modification affichée
    [many] { $count } modifications affichées
   *[other] { $count } modifications affichées
}
history-as-line = Comme c’est arrivé
history-as-table = En tableau
history-look = Comment l’historique est affiché
