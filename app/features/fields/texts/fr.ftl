# What fields of records say, whatever the kind of record.
fields-unknown = Ce champ n’existe pas.
fields-unfit = Cette valeur ne convient pas à ce champ.
fields-changed-meanwhile = Quelqu’un d’autre a modifié { $name } entre-temps.
fields-merged = Cette fiche a été fusionnée avec une autre. Annulez la fusion dans l’historique de celle-ci.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = Aucun champ ne permet de filtrer ainsi : { $piece }.
fields-filter-unread = Cette partie du filtre est illisible : { $piece }.
fields-filter-unfit = On ne peut pas demander cela à ce champ : { $piece }.
fields-filter-long = Le filtre est trop long.
fields-filter-many = Un filtre compte au plus 30 conditions.
fields-filter-deep = Les groupes de conditions s’imbriquent sur trois niveaux au plus.
fields-sort-unknown = La liste ne peut pas être triée par { $piece }.
fields-sort-many = Triez par { $most } champs différents au plus.
fields-cursor-unfit = Cet endroit appartient à une liste dans un autre ordre. Recommencez au début.
fields-limit-unfit = Demandez au moins une ligne.

# Fields that an organisation adds.
fields-title = Champs
fields-hint = Ce que vous voulez savoir de vos pistes et clients en plus de ce qui existe
fields-loading = Chargement
fields-of-leads = Champs des pistes
fields-of-customers = Champs des clients
fields-of-sites = Champs des sites
fields-of-entities = Champs des entités juridiques
fields-empty = Aucun champ à vous pour l’instant
fields-empty-text = Ajoutez ce dont votre travail a besoin : un budget, une surface de toit, une date d’installation.
fields-add = Ajouter un champ
fields-deleted = { $name } a été supprimé. Ses valeurs sont conservées.
fields-undo = Annuler
fields-close = Fermer
fields-save = Enregistrer
fields-saved = Enregistré.
fields-name = Nom
fields-kind = Type
fields-kind-stays = Le type d’un champ ne change pas. Ajoutez plutôt un autre champ.
fields-kind-text = Texte, une ligne
fields-kind-long_text = Texte, plusieurs lignes
fields-kind-number = Nombre
fields-kind-money = Montant
fields-kind-day = Date
fields-kind-moment = Date et heure
fields-kind-choice = Choix unique
fields-kind-choices = Choix multiple
fields-kind-flag = Oui ou non
fields-kind-link = Lien
fields-kind-staff = Membre de l’équipe
fields-required = Obligatoire
fields-required-hint = Demandé quand une personne crée une piste. Les importations et les pistes existantes peuvent s’en passer.
fields-required-mark = obligatoire
fields-default = Dans une nouvelle piste
fields-default-hint = Une piste créée ici, par un programme ou depuis un fichier sans colonne pour ce champ commence ainsi.
fields-default-value = Valeur
fields-default-later = Enregistrez d’abord le champ ; une de ses entrées pourra ensuite être choisie.
fields-listed = Colonne de la liste
fields-on-card = Afficher sur la carte du tableau
fields-on-card-hint = { $limit } champs au plus.
fields-on-card-mark = sur la carte
fields-card-full = Il y a déjà { $limit } champs sur la carte. Retirez-en un d’abord.
fields-not-on-card = La carte n’a pas de place pour un texte de plusieurs lignes.
fields-becomes = Devient chez le client
fields-becomes-hint = Quand une piste est convertie. La valeur reste aussi dans la piste.
fields-becomes-nothing = Rien
fields-listed-mark = dans la liste
fields-indexed = Filtrer et trier rapidement
fields-indexed-hint = La liste peut être filtrée par chaque champ. Ainsi elle reste rapide parmi de très nombreuses pistes et peut être triée par ce champ.
fields-indexed-mark = trie la liste
fields-indexed-coming = en préparation pour le tri
fields-index-unfit = Les textes de plusieurs lignes ne peuvent pas être triés.
fields-name-taken = Un champ porte déjà ce nom.
fields-options = Entrées
fields-options-hint = Ce que l’on peut choisir, dans cet ordre. Une entrée déjà choisie quelque part y reste quand elle n’est plus proposée.
fields-option-name = Entrée { $number }
fields-option-add = Ajouter une entrée
fields-option-away = Ne plus proposer { $name }
fields-option-back = Proposer à nouveau { $name }
fields-no-options = Ajoutez au moins une entrée à choisir.
fields-too-many = { $limit } au maximum.
fields-number = Écrivez un nombre, par exemple 12 ou 12,5.
fields-link = Écrivez une adresse web, par exemple https://example.com.
fields-country = Écrivez le pays avec son code à deux lettres, par exemple IT.
fields-currency = Devise
fields-none = Aucun
fields-choose = Choisir
fields-nothing-found = Aucun résultat
fields-remove = Retirer { $name }
fields-named = { $field } : { $problem }
fields-value = { $value }
fields-yes = Oui
fields-no = Non
fields-group-empty = Sans valeur

# Le filtre : bouton, fenêtre, conditions actives.
fields-count = Écrivez un nombre entier, par exemple 30.
fields-filter-button = Filtrer
fields-filter-button-count = Filtrer ({ $count })
fields-filter-title = Filtre
fields-filter-keys = Recherche et filtres
fields-filter-apply = Afficher
fields-filter-clear = Retirer les filtres
fields-filter-active = Filtres actifs
fields-filter-often = Souvent demandé
fields-filter-remove = Retirer le filtre { $name }
fields-filter-remove-row = Retirer cette condition
fields-filter-new-row = Nouvelle condition
fields-filter-broken = Une condition ne peut pas être lue ici : son champ a été supprimé ou vous ne pouvez pas le voir. Rien ne correspond tant que vous ne la retirez pas.
fields-filter-unread-stays = Une condition ne peut pas être lue ici et reste telle quelle. Retirez-la au-dessus de la liste.
fields-filter-nothing = Tout est affiché.
fields-filter-join = Comment les conditions sont reliées
fields-filter-all-of = Toutes
fields-filter-any-of = Au moins une
fields-filter-add = Ajouter une condition
fields-filter-add-group = Ajouter un groupe
fields-filter-and = et
fields-filter-or = ou
fields-filter-field = Champ
fields-filter-how = Condition
fields-filter-value = Valeur
fields-filter-from = De
fields-filter-to = À
fields-filter-count = Combien
fields-filter-period = Période
fields-filter-any-currency = Toute devise
fields-filter-days = jours
fields-filter-weeks = semaines
fields-filter-months = mois
fields-filter-quarters = trimestres
fields-filter-years = années

# Ce que l’on peut demander à un champ : entre le champ et la valeur.
fields-ask-is = est
fields-ask-not = n’est pas
fields-ask-begins = commence par
fields-ask-words = contient les mots
fields-ask-least = est au moins
fields-ask-most = est au plus
fields-ask-between = est entre
fields-ask-on = est le
fields-ask-since = est à partir du
fields-ask-until = est jusqu’au
fields-ask-within = est dans les derniers jours
fields-ask-over = remonte à plus de
fields-ask-this = est
fields-ask-last = était au cours des derniers
fields-ask-next = sera au cours des prochains
fields-ask-any = est l’un de
fields-ask-none = n’est aucun de
fields-ask-has-any = a au moins un de
fields-ask-has-none = n’a aucun de
fields-ask-has-all = a tous ceux-ci
fields-ask-yes = est oui
fields-ask-no = est non
fields-ask-me = est moi
fields-ask-nobody = n’est personne
fields-ask-somebody = est quelqu’un
fields-ask-empty = est vide
fields-ask-filled = est rempli

# Les conditions en toutes lettres.
fields-said-is = { $field } : { $value }
fields-said-not = { $field } n’est pas { $value }
fields-said-begins = { $field } commence par « { $value } »
fields-said-words = { $field } contient « { $value } »
fields-said-least = { $field } au moins { $value }
fields-said-most = { $field } au plus { $value }
fields-said-between = { $field } entre { $from } et { $to }
fields-said-since = { $field } à partir du { $value }
fields-said-until = { $field } jusqu’au { $value }
fields-said-empty = { $field } est vide
fields-said-filled = { $field } est rempli
fields-said-and = { $left } et { $right }
fields-said-or = { $left } ou { $right }
fields-said-list = { $left }, { $right }
fields-said-me = moi
fields-said-yes = oui
fields-said-no = non
fields-said-gone = { $value } (supprimé)
fields-this-day = aujourd’hui
fields-this-week = cette semaine
fields-this-month = ce mois-ci
fields-this-quarter = ce trimestre
fields-this-year = cette année
fields-said-within = { $count ->
    [one] au cours du dernier jour
   *[other] au cours des { $count } derniers jours
}
fields-said-over = { $count ->
    [one] il y a plus d’un jour
   *[other] il y a plus de { $count } jours
}
fields-last-day = { $count ->
    [one] hier
   *[other] les { $count } derniers jours jusqu’à hier
}
fields-next-day = { $count ->
    [one] demain
   *[other] les { $count } prochains jours à partir de demain
}
fields-last-week = { $count ->
    [one] la semaine dernière
   *[other] les { $count } dernières semaines
}
fields-next-week = { $count ->
    [one] la semaine prochaine
   *[other] les { $count } prochaines semaines
}
fields-last-month = { $count ->
    [one] le mois dernier
   *[other] les { $count } derniers mois
}
fields-next-month = { $count ->
    [one] le mois prochain
   *[other] les { $count } prochains mois
}
fields-last-quarter = { $count ->
    [one] le trimestre dernier
   *[other] les { $count } derniers trimestres
}
fields-next-quarter = { $count ->
    [one] le trimestre prochain
   *[other] les { $count } prochains trimestres
}
fields-last-year = { $count ->
    [one] l’année dernière
   *[other] les { $count } dernières années
}
fields-next-year = { $count ->
    [one] l’année prochaine
   *[other] les { $count } prochaines années
}

# Two people changed the same field.
conflict-title = Quelqu’un a enregistré avant vous
conflict-text = Vous avez tous deux modifié ces champs. Choisissez ce qui compte.
conflict-mine = Ce que vous avez saisi
conflict-theirs = Ce qui est enregistré maintenant
conflict-theirs-by = { $who }, { $at }
conflict-theirs-at = Enregistré { $at }
conflict-later = Pas maintenant
conflict-rest = Vos autres modifications sont gardées.
conflict-save = Enregistrer
form-check = À corriger
