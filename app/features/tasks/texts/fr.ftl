# Tâches : ce qui est à faire, sur une fiche ou pour soi.
task-title = Tâches
task-new = Nouvelle tâche
task-new-more = Nouvelle tâche avec tous les champs
task-add = Ajouter la tâche
task-added = Ajoutée : { $title } · { $when }
task-line-placeholder = Appeler Ada vendredi 14:30
task-line-hint = La fin de la ligne peut dire quand : aujourd’hui, demain, un jour de la semaine, une date, une heure.
task-line-read = { $kind } · { $when }
task-empty = Aucune tâche
task-tick = Fait : { $title }
task-ticked = Fait : { $title }
task-ticked-next = Fait : { $title } · Prochaine : { $next }
task-finished = { $count ->
    [one] Une faite
   *[other] { $count } faites
}
task-overdue = en retard
task-overdue-count = { $count ->
    [one] Une tâche en retard
   *[other] { $count } tâches en retard
}
task-takes = { $count } min
task-people = À faire par
task-people-placeholder = Ajouter une personne
task-people-nothing = Personne de ce nom
task-people-remove = Retirer { $name }
task-actions = Plus sur « { $title } »
task-edit = Modifier
task-edit-title = Modifier la tâche
task-delete = Supprimer
task-deleted = Tâche supprimée : { $title }
task-saved = Tâche enregistrée
task-kind-to-do = À faire
task-kind-call = Appel
task-kind-meeting = Rendez-vous

# Ses champs.
field-task_title = Quoi
field-task_kind = Genre
field-task_day = Jour
field-task_time = Heure
field-task_minutes = Minutes
field-task_assignees = Qui
field-task_note = Note
field-task_repeat = Répétition

# Quand elle est.
task-yesterday = Hier
task-today = Aujourd’hui
task-tomorrow = Demain
task-weekday-day = { $weekday } { $day }
task-day-time = { $day }, { $time }
task-without-day = Sans jour
task-for-day = pour le { $day }
task-for-time = pour le { $day }, { $time }
task-for-no-day = sans jour

# Mots d’une ligne telle que « appeler Ada vendredi à 14h30 », en minuscules.
task-words-today = aujourd’hui, aujourd'hui
task-words-tomorrow = demain
task-words-weekdays = lundi, lun|mardi|mercredi, mer|jeudi, jeu|vendredi, ven|samedi, sam|dimanche, dim
task-words-joints = à, le, vers
task-words-call = appeler, appelle, téléphoner, rappeler, appel
task-words-meeting = rencontrer, rendez-vous, rdv, réunion

# Comment elle revient.
task-repeat = Répéter
task-repeat-never = Jamais
task-unit-days = Par jours
task-unit-weeks = Par semaines
task-unit-months = Par mois
task-unit-years = Par années
task-every = Tous les
task-week-on = Ces jours-là
task-month-on = Quel jour
task-ends = Fin
task-ends-never = Jamais
task-ends-until = Un jour donné
task-ends-after = Après un nombre de fois
task-until = Dernier jour
task-times = Fois en tout
task-from-done = Compter à partir du jour où c’est fait
task-from-done-hint = Sinon, à partir du jour prévu.
task-repeat-days = { $count ->
    [one] tous les jours
   *[other] tous les { $count } jours
}
task-repeat-weeks = { $count ->
    [one] chaque semaine : { $days }
   *[other] toutes les { $count } semaines : { $days }
}
task-repeat-months = { $count ->
    [one] chaque mois, { $on }
   *[other] tous les { $count } mois, { $on }
}
task-repeat-years = { $count ->
    [one] chaque année
   *[other] tous les { $count } ans
}
task-on-day = le { $day }
task-on-last = le dernier { $weekday }
task-on-last-workday = le dernier jour ouvré
task-repeat-until = { $rule }, jusqu’au { $day }
task-repeat-times = { $count ->
    [one] { $rule }, une fois en tout
   *[other] { $rule }, { $count } fois en tout
}
task-repeat-from-done = { $rule }, à partir du jour où c’est fait
task-weekday-0 = lun.
task-weekday-1 = mar.
task-weekday-2 = mer.
task-weekday-3 = jeu.
task-weekday-4 = ven.
task-weekday-5 = sam.
task-weekday-6 = dim.
task-weekday-list = { $first }, { $rest }

# Ce qui ne se peut pas.
task-conflict = Cette tâche a été modifiée entre-temps. Votre saisie est toujours là : enregistrez de nouveau pour remplacer ce qui s’y trouve maintenant.
task-next-under-way = Cette tâche se répète et une suivante est déjà en cours. Terminez ou supprimez d’abord celle-là.
task-nobody = Choisissez quelqu’un qui travaille ici.
task-unseen = { $name } ne peut pas voir cette fiche, la tâche ne servirait donc à rien. Choisissez quelqu’un qui la voit, ou donnez d’abord l’accès à { $name }.
task-too-many = Une tâche peut être confiée à { $limit } personnes au plus.
task-time-needs-day = Une heure demande un jour : choisissez-en un.
task-time-unfit = Ce n’est pas une heure. Écrivez-la comme 14:30.
task-minutes-unfit = Écrivez des minutes entières, de 1 à 10 080.
task-repeat-needs-day = Ce qui se répète demande un jour : choisissez le premier.
task-repeat-unfit = Vérifiez l’intervalle, les jours et le nombre de fois.

# Ce qui s’est passé. Chaque phrase suit le nom de qui l’a fait.
event-task-created = a ajouté la tâche « { $title } » { $when }
event-task-updated = a modifié la tâche « { $title } »
event-task-done = a terminé la tâche « { $title } »
event-task-repeated = a prévu de nouveau la tâche « { $title } » { $when }
event-task-reopened = a rouvert la tâche « { $title } »
event-task-deleted = a supprimé la tâche « { $title } »
event-task-restored = a rétabli la tâche supprimée « { $title } »

# Ma journée.
day-title = Ma journée
day-overdue = En retard
day-today = Aujourd’hui
day-week = Les sept prochains jours
day-undated = Sans jour
day-later = Plus tard
day-done = Fait aujourd’hui
day-empty = Rien à faire
day-empty-text = Écrivez dans la ligne ci-dessus ce qui est à faire, ou ajoutez des tâches aux prospects et aux clients.
day-cut = Il y en a plus que la page n’en montre : les 300 premières tâches avec un jour et 100 sans jour sont affichées.
day-tools = Ce qui est affiché
day-kind = Genre
day-all-kinds = Toutes
day-kind-to-do = À faire
day-kind-call = Appels
day-kind-meeting = Rendez-vous
day-whose = Tâches de qui
day-mine = Mes tâches
day-others-forbidden = Seules les personnes qui peuvent voir tous les prospects ou tous les clients peuvent regarder les tâches des autres.

# Ce qui est dit à qui en reçoit une.
task-given = { $who } vous a confié une tâche : { $title }

# Le calendrier auquel d’autres programmes s’abonnent.
calendar-title = Calendrier
calendar-hint = Vos tâches et rappels dans le calendrier de votre téléphone ou ordinateur.
calendar-feed = Abonnement au calendrier
calendar-what = Abonnez-vous à l’adresse ci-dessous dans Calendrier d’Apple, Google Agenda, Outlook ou un autre programme. Elle montre ce que vous avez à faire, de 30 jours en arrière à un an devant, avec les droits que vous avez à ce moment. Quiconque a l’adresse peut la lire : traitez-la comme un mot de passe.
calendar-none = Vous n’avez pas encore d’adresse.
calendar-made = Votre adresse a été créée le { $at }.
calendar-used = Un calendrier l’a demandée pour la dernière fois le { $at }.
calendar-unused = Aucun calendrier ne l’a encore demandée.
calendar-make = Créer une adresse
calendar-replace = Remplacer l’adresse
calendar-end = Désactiver l’adresse
calendar-ended = L’adresse est désactivée. Les calendriers qui l’ont ne reçoivent plus rien.
calendar-once = Copiez l’adresse maintenant. Elle ne sera plus montrée ; la précédente ne vaut plus.
calendar-copy = Copier
calendar-copied = L’adresse est dans le presse-papiers.
calendar-name = Tâches · { $organisation }
calendar-own-only = Vous seul pouvez le faire, connecté avec un navigateur.
