# The board.
board-title = Tableau
board-view = Vue
board-loading = Chargement…
board-pipeline = Pipeline
board-pipeline-shown = Pipeline { $name }
board-import = Importer
board-new = Nouvelle piste
board-nobody = Personne
board-empty = Aucune piste pour l’instant
board-empty-text = Importez la liste que vous avez ou notez la première. Les pistes apparaîtront ici et vous les ferez glisser d’une étape à l’autre.
board-nothing-matches = Aucune piste ne correspond
board-nothing-matches-text = Retirez un filtre ou cherchez autre chose.
board-out-of-play = Le tableau ne montre que les pistes en jeu
board-out-of-play-text = Ce filtre cherche des pistes perdues ou à écarter.
board-out-of-play-list = Les voir dans la liste
board-column-empty = Rien ici. Faites glisser une carte dans cette colonne.
board-offline = Pas à jour : reconnexion en cours…
board-sort = Ordre
board-sort-manual = Ordre propre
board-sort-newest = Les plus récentes d’abord
board-sort-oldest = Les plus anciennes d’abord
board-sort-value = Valeur la plus haute
board-sort-last-contact = Sans contact depuis le plus longtemps
board-sort-age = Dans l’étape depuis le plus longtemps
board-group = Colonnes
board-group-stage = Par étape
board-group-owner = Par responsable
board-order-is-sorted = Les cartes sont triées ici, on ne peut donc pas choisir leur place. Passez à « Ordre propre » pour cela.
board-count = { $count ->
    [one] { $count } piste
   *[other] { $count } pistes
}
board-count-limit = { $count ->
    [one] { $count } piste sur { $limit } au plus
   *[other] { $count } pistes sur { $limit } au plus
}
board-column-full = Complet
board-stale-count = { $count ->
    [one] { $count } attend depuis trop longtemps
   *[other] { $count } attendent depuis trop longtemps
}
board-fold = Replier { $name }
board-unfold = Déplier { $name }
board-add-to = Ajouter une piste à { $name }
board-card-menu = Actions pour { $name }
board-owned-by = Responsable : { $name }
board-card-field = { $field } : { $value }
board-in-stage = { $age } dans cette étape
board-stale = { $age } dans cette étape : trop longtemps
board-reminder = Rappel : { $at }
board-contact = Dernier contact : il y a { $age }
board-help = Appuyez sur Espace pour prendre la carte, Entrée pour l’ouvrir, M pour choisir une place, X pour la sélectionner.
board-held-hint = Les flèches déplacent la carte · Espace la pose · Échap annule
board-said-lifted = { $name } en main. { $stage }, position { $position } sur { $count }. Les flèches déplacent, Espace pose, Échap annule.
board-said-over = { $stage }, position { $position } sur { $count }
board-said-cancelled = Annulé. { $name } est revenue dans { $stage }, position { $position }.
board-said-elsewhere = { $name } a été déplacée vers { $stage } par quelqu’un d’autre.
board-moved = { $name } : déplacement vers { $stage }.
board-moved-within = { $name } a une nouvelle place dans { $stage }.
board-over-limit = { $stage } contient maintenant { $count } pistes sur { $limit } au plus.
board-undo = Annuler
board-card-gone = { $name } n’est plus là : la piste a été supprimée, ou vous ne pouvez plus la voir.
board-left-filter = { $name } ne correspond plus au filtre et a quitté cette vue.
board-move-to = Déplacer vers…
board-move-title = Déplacer vers
board-move-column = Colonne
board-move-place = Place
board-move-go = Déplacer
board-move-top = Tout en haut
board-move-bottom = Tout en bas
board-move-after = Après { $name }
board-said-lifted-many = { $cards } pistes en main. { $stage }, position { $position } sur { $count }. Les flèches déplacent, Espace pose, Échap annule.
board-selection = Pistes sélectionnées
board-selected = { $count ->
    [0] Aucune sélection
    [one] Une piste sélectionnée
   *[other] { $count } pistes sélectionnées
}
board-is-selected = sélectionnée
board-select = Sélectionner
board-deselect = Retirer de la sélection
board-select-none = Désélectionner
board-selection-hint = Faites-en glisser une pour les déplacer toutes.
board-moved-many = { $count } pistes déplacées vers { $stage }.
board-moved-back-many = { $count } pistes déplacées.
board-stayed = { $count ->
    [one] Une est restée : { $why }
   *[other] { $count } sont restées : { $why }
}
board-stayed-why = { $names } : { $reason }
board-stayed-more = { $count ->
    [one] Et une autre.
   *[other] Et { $count } autres.
}
board-left-filter-many = { $count } pistes ne correspondent plus au filtre et ont quitté cette vue.
board-keys = Sur le tableau
board-key-up-down = Carte précédente ou suivante
board-key-left-right = Carte de la colonne voisine
board-key-ends = Première ou dernière carte
board-key-lift = Prendre la carte
board-key-move = Choisir où va la carte
board-key-mark = Sélectionner la carte, ou non
board-key-pipeline = Afficher le pipeline suivant
board-key-unmark = Vider la sélection
board-keys-held = Avec une carte en main
board-key-carry-up-down = La monter ou la descendre
board-key-carry-left-right = La porter dans la colonne voisine
board-key-carry-ends = Tout en haut ou tout en bas de la colonne
board-key-drop = La poser ici
board-key-cancel = La remettre à sa place
lead-moves-unfit = Choisissez entre une et 200 pistes, chacune une seule fois.
# What a stage asks for.
rule-title = { $stage } demande un peu plus
rule-text = Remplissez ces champs pour déplacer { $name }.
rule-go = Déplacer
lost-title = Pourquoi est-elle perdue ?
junk-title = Pourquoi est-elle à écarter ?
# Search and filters.
month-title = Calendrier
month-by = Selon quelle date
month-months = Mois
month-today = Aujourd’hui
month-caption = Prospects de { $month } : { $field }
month-more = { $count ->
    [one] { $count } de plus
   *[other] { $count } de plus
}
month-empty = Aucun prospect n’a cette date durant ces semaines.
month-moved = { $name } est maintenant au { $day }.
month-cut = Seuls les { $count } premiers prospects de ces semaines sont affichés. Un filtre les restreint.
filter-search = Chercher des pistes
filter-stale = En attente depuis trop longtemps
filter-mine = Les miennes
filter-nobodys = À personne
filter-standing-in-play = En jeu
filter-standing-converted = Converties
filter-standing-lost = Perdues
filter-standing-junk = À écarter
filter-standing-all = Toutes
lead-view-usual = Toutes en jeu
# The list.
list-title = Pistes
list-comma = { ", " }
list-looked = { $count ->
    [one] { $all } piste parcourue jusqu’ici
   *[other] { $all } pistes parcourues jusqu’ici
}
list-summary = { $count ->
    [one] { $shown } piste sur { $all }
   *[other] { $shown } pistes sur { $all }
}
# The fields of a lead.
field-stage_id = Étape
field-source_id = Provenance
field-owner_id = Responsable
field-company = Entreprise
field-value = Valeur
field-description = Description
field-is_public = Publique
field-is_public-hint = Tous ceux qui travaillent ici peuvent la voir.
field-last_contact_at = Dernier contact
field-outcome = Issue
field-lost_reason_id = Raison (perdue ou à écarter)
field-tags = Étiquettes
field-created_at = Création
field-created_by = Créé par
field-stage_since = Dans l’étape depuis
field-pipeline_id = Pipeline
field-standing = Quelles pistes
field-stale = En attente depuis trop longtemps
field-none = Aucun
field-yes = Oui
field-no = Non
outcome-active = En jeu
outcome-lost = Perdue
outcome-junk = À écarter
# The form.
form-address = Adresse
form-tags-placeholder = Ajouter des étiquettes
form-tags-none = Étiquette inconnue
form-tags-remove = Retirer { $name }
form-tags-create = Ajouter « { $name } »
leave-title = Quitter sans enregistrer ?
leave-text = Ce que vous avez saisi n’est pas enregistré et serait perdu.
leave-stay = Rester ici
leave-go = Quitter
# The lead's page.
lead-title = Piste
lead-trail = Où vous êtes
lead-tabs = Parties de la piste
lead-tab-activity = Activité
lead-tab-profile = Détails
lead-tab-tasks = Tâches
lead-tab-files = Fichiers
lead-tab-reminders = Rappels
lead-profile = Détails
lead-created-by = { $at } par { $name }
lead-profile-hint = Une adresse e-mail et quelques mots aideront la personne suivante.
lead-not-there = Cette piste n’est pas ici
lead-open = Ouvrir
lead-open-tab = Ouvrir dans un nouvel onglet
lead-open-page = Ouvrir en page
lead-close = Fermer
lead-cancel = Annuler
lead-save = Enregistrer
lead-saved = Enregistré.
lead-no-undo = Cette action est irréversible.
lead-edit = Modifier
lead-more = Autres actions
lead-keys = Sur un prospect
lead-create = Créer la piste
lead-created-toast = { $name } est sur le tableau.
lead-taken-toast = Ajouté à { $name }. Ce qui y était rempli est resté.
lead-duplicates = Doublons
lead-delete = Supprimer
lead-deleted-toast = { $name } est dans la corbeille.
lead-in-bin = Cette piste est dans la corbeille.
lead-restore = Restaurer
lead-undone = Annulé.
lead-assign-me = Me l’attribuer
lead-assigned = { $name } en est maintenant responsable.
lead-unassigned = Personne n’en est plus responsable.
lead-convert = Convertir en client
lead-unconvert = Annuler la conversion
lead-is-customer = Devenue cliente
lead-mark-lost = Marquer comme perdue
lead-mark-junk = Marquer à écarter
lead-mark-active = Remettre en jeu
lead-marked-lost = Marquée comme perdue. Elle a quitté le tableau.
lead-marked-junk = Marquée à écarter. Elle a quitté le tableau.
lead-marked-active = De nouveau en jeu.
lead-made-public = Tout le monde peut la voir maintenant.
lead-made-private = Seuls son responsable, son auteur et ceux qui voient toutes les pistes la voient maintenant.
lead-touched = J’ai pris contact
lead-touched-when = Quand
lead-touched-toast = Dernier contact : { $at }.
lead-changed-by = { $name } a modifié cette piste pendant votre saisie.
lead-changed-elsewhere = Cette piste a été modifiée pendant votre saisie.
lead-show-theirs = L’afficher et abandonner mes modifications
# Conversion.
convert-title = Convertir en client
convert-text = Le prospect devient un client avec un contact et passe à l’étape des prospects convertis.
convert-known = Cette adresse e-mail est connue
convert-attach = Ajouter comme contact de { $name }
convert-new = Créer un nouveau client
convert-customer-name = Nom du client
convert-kind = Type
convert-kind-commercial = Entreprise
convert-kind-residential = Particulier
convert-first-name = Prénom
convert-last-name = Nom
convert-administrator = Me rendre administrateur de ce client
convert-carry = Reprendre les notes et l’historique
convert-carry-hint = Notes, fichiers, rappels, tâches et tout l’historique. Sinon, ils restent au prospect et une ligne dans l’historique du client le dit. Les étiquettes sont reprises dans tous les cas.
convert-welcome = Envoyer l’e-mail de bienvenue
convert-welcome-hint = Il salue, nomme votre organisation et l’interlocuteur, et il est écrit dans la langue du prospect.
convert-welcome-needs-email = L’e-mail de bienvenue demande une adresse e-mail.
convert-go = Convertir
convert-done = { $name } est maintenant client.
convert-undone = La conversion a été annulée.
convert-open = Ouvrir le client
unconvert-text = Le prospect revient à l’étape d’où il venait. Le client qui en est issu va à la corbeille.
unconvert-attached = Un client qui était déjà là reste, sans l’historique ni les étiquettes du prospect, et sans le contact si personne ne l’a modifié. Un e-mail envoyé reste envoyé.
unconvert-go = Annuler la conversion
# Settings.
pipeline-title = Pipelines
pipeline-hint = Les façons de vendre, les étapes que suivent les pistes, leur ordre et leurs règles.
pipeline-add = Ajouter un pipeline
pipeline-default = S’ouvre de lui-même
pipeline-default-hint = Son tableau s’affiche en premier et les nouvelles pistes y arrivent.
pipeline-like = Étapes
pipeline-like-usual = Les étapes habituelles
pipeline-like-one = Comme dans { $name }
pipeline-delete-text = Ses pistes passent à des étapes d’autres pipelines. Indiquez où vont celles de chaque étape.
pipeline-delete-empty = Il ne contient aucune piste, pas même perdue ou dans la corbeille.
pipeline-goes-to = { $count ->
    [one] Une piste dans { $stage } va à
   *[other] { $count } pistes dans { $stage } vont à
}
stage-add = Ajouter une étape
stage-delete-text = { $count ->
    [one] Une piste est à cette étape, en comptant les perdues et la corbeille. Elle passe à une autre étape.
   *[other] { $count } pistes sont à cette étape, en comptant les perdues et la corbeille. Elles passent à une autre étape.
}
stage-delete-empty = Aucune piste n’est à cette étape, pas même perdue ou dans la corbeille.
stage-is-only = Les pistes doivent bien commencer quelque part : c’est la seule étape pour cela.
stage-goes-to = Ses pistes passent à
stage-name = Nom
stage-kind = Type
stage-kind-open = Ouverte
stage-kind-won = Gagnée
stage-kind-lost = Perdue
stage-probability = Chance en pour cent
stage-chance = { $percent } % de chance
stage-limit = Au plus tant de pistes
stage-blocks = Refuser les suivantes
stage-blocks-hint = Sinon une étape pleine avertit seulement.
stage-limit-blocks = { $limit } au plus
stage-limit-warns = avertit au-delà de { $limit }
stage-stale-days = Trop longtemps après tant de jours
stage-stale = { $days ->
    [one] trop longtemps après { $days } jour
   *[other] trop longtemps après { $days } jours
}
stage-required = Champs obligatoires
stage-required-hint = Sans eux, aucune piste n’entre dans cette étape.
stage-requires = demande : { $fields }
stage-default = Les nouvelles pistes commencent ici
stage-conversion = Pistes converties
converted-text = Les prospects devenus clients restent sur le tableau où ils ont été gagnés.
converted-lock = Seuls les administrateurs peuvent modifier les prospects convertis
converted-lock-hint = Champs, étape, étiquettes, notes, fichiers, tâches et la conversion elle-même. Tous les autres peuvent encore les voir.
words-title = Provenances, raisons et étiquettes
words-hint = Les mots avec lesquels on décrit les pistes.
words-sources = Provenances
words-reasons = Raisons (perdue ou à écarter)
words-tags = Étiquettes
words-add-source = Ajouter une provenance
words-add-reason = Ajouter une raison
words-add-tag = Ajouter une étiquette
words-goes-to = Ce qui l’utilise reçoit
words-goes-to-hint = Nécessaire seulement si quelque chose l’utilise.
source-default = Les nouvelles pistes prennent celle-ci


# Ce que disent les opérations sur les prospects.
lead-many = Prospects
lead-pipeline-sales = Ventes
lead-stage-new = Nouveau
lead-stage-contacted = Contacté
lead-stage-qualified = Qualifié
lead-stage-proposal = Proposition
lead-stage-negotiation = Négociation
lead-stage-customer = Client
lead-stage-lost = Perdu
lead-source-website = Site web
lead-source-referral = Recommandation
lead-source-event = Événement
lead-source-phone = Téléphone
lead-source-import = Import
lead-reason-price = Trop cher
lead-reason-timing = Pas le bon moment
lead-reason-competitor = A choisi quelqu'un d'autre
lead-reason-silent = Ne répond plus
lead-needs-conversion = On arrive à cette étape en devenant client. Utilisez plutôt « Convertir ».
lead-is-converted = Ce prospect est devenu un client. Annulez d'abord la conversion.
lead-is-not-converted = Ce prospect n'est pas devenu un client.
lead-is-deleted = Ce prospect est dans la corbeille. Restaurez-le d'abord.
lead-is-locked = Ce prospect est devenu un client. Seuls les administrateurs peuvent le modifier.
lead-customer-has-documents = Le client a désormais des documents : la conversion ne peut plus être annulée.
lead-customer-has-leads = Un autre prospect a été rattaché à ce client. Annulez d’abord ce rattachement.
lead-stage-full = « { $stage } » est pleine : { $limit } prospects au maximum. Déplacez-en d'abord un ailleurs.
lead-stage-requires = « { $stage } » exige que ce champ soit rempli.
lead-stage-unknown = Cette étape n'existe plus. Choisissez-en une autre.
lead-stage-unfit = Les prospects ne peuvent pas y aller. Choisissez une autre étape du même pipeline.
lead-stage-changed = Quelqu'un d'autre a modifié cette étape. Vérifiez son contenu et réessayez.
lead-stage-conversion-kind = Les prospects convertis se trouvent ici : cette étape compte toujours comme gagnée.
lead-stage-protected = Les prospects convertis se trouvent à cette étape ; elle ne peut pas être supprimée.
lead-pipelines-too-many = Il y a déjà { $limit } pipelines. Supprimez-en un d’abord.
lead-pipeline-unknown = Ce pipeline n’existe plus. Choisissez-en un autre.
lead-pipeline-changed = Quelqu’un d’autre a modifié ce pipeline. Vérifiez ce qu’il dit maintenant et réessayez.
lead-pipeline-is-default = Ce pipeline s’ouvre de lui-même. Faites d’abord en sorte qu’un autre s’ouvre de lui-même.
lead-stage-needs-target = Indiquez où vont les pistes de « { $stage } ».
lead-stage-unfit-target = Les pistes de « { $stage } » ne peuvent pas aller là. Les pistes converties vont à l’étape des converties d’un autre pipeline, toutes les autres à une autre de ses étapes.
lead-stage-is-over = { $stage } contient maintenant plus que les { $limit } pistes prévues.
lead-word-in-use = C'est utilisé. Indiquez ce qui le remplace.
lead-field-unfit = Cette valeur ne convient pas ici.
lead-owner-gone = Cette personne ne travaille plus ici. Choisissez quelqu’un d’autre.
lead-cursor-unfit = Cet endroit de la liste appartient à un autre ordre. Recommencez au début.
lead-customer-unknown = Ce client n'existe pas. Choisissez-en un autre.
lead-moved-by = { $who } a été plus rapide : { $name } est maintenant à « { $stage } ».
lead-moved-meanwhile = Quelqu'un a été plus rapide : { $name } est maintenant à « { $stage } ».
lead-assigned-to-you = { $who } vous a confié le prospect { $name }.
lead-known-already = Un prospect a déjà la même adresse ou le même numéro : { $name }.
lead-known-site = Un prospect a déjà le même site web : { $name }.
lead-known-company = Un prospect de la même entreprise existe déjà : { $name }.
lead-near-customer = Comme le client { $name } ou l’un de ses contacts : { $sign }.
lead-near-lead = Comme le prospect { $name } : { $sign }.

# Ce qui est arrivé à un prospect, comme le raconte l'historique après le nom de la personne.
event-lead-created = a ajouté le prospect
event-lead-updated = a modifié le prospect
event-lead-moved = a déplacé le prospect
event-lead-deleted = a mis le prospect à la corbeille
event-lead-restored = a sorti le prospect de la corbeille
event-lead-converted = a fait du prospect un client
event-lead-conversion-undone = a annulé la conversion
event-customer-lead-attached = a rattaché le prospect { $name }
event-customer-lead-detached = a détaché le prospect { $name }
event-customer-lead-left = l’a créé à partir du prospect { $name }, qui garde son historique
event-mail-welcome-sent = a fait envoyer l’e-mail de bienvenue à { $email }

# The welcome mail.
mail-welcome-subject = Bienvenue chez { $organisation }
mail-welcome-hello = Bonjour { $name },
mail-welcome-body = bienvenue, et merci d’avoir choisi { $organisation }. Nous nous réjouissons de travailler avec vous.
mail-welcome-contact = Votre interlocuteur chez nous est { $contact }, à votre disposition pour toute demande.
mail-welcome-end = Cordialement, { $organisation }

# The bin.
lead-bin = Corbeille
lead-bin-title = Pistes dans la corbeille

# De nombreux prospects à la fois.
bulk-stage = Changer l’étape
bulk-owner = Attribuer
bulk-source = Changer la source
bulk-public = Changer qui le voit
bulk-required = Cette étape exige ce qui suit. Seuls les prospects à qui cela manque le reçoivent.
