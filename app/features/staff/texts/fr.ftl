# Connexion.
sign-in-title = Bienvenue chez { $organisation }
sign-in-lead = Connectez-vous pour continuer.
sign-in-submit = Se connecter
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-forgotten = Mot de passe oublié ?
sign-in-wrong = L’adresse e-mail et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.
sign-in-password-changed = Votre nouveau mot de passe est enregistré. Connectez-vous avec.
sign-in-demo-title = Visitez en tant que quelqu’un
sign-in-demo-lead = Cette entreprise est inventée. Un clic suffit pour entrer ; rien ne quitte cet ordinateur.
sign-in-demo-as = Se connecter en tant que
sign-in-demo-marta-role = Responsable des ventes
sign-in-demo-marta-about = Garde tout le pipeline sous les yeux et peut modifier tous les réglages.
sign-in-demo-yusuf-role = Ventes
sign-in-demo-yusuf-about = Suit les grosses commandes de l’étranger et voit ses propres pistes.
sign-in-demo-chloe-role = Ventes
sign-in-demo-chloe-about = Répond aux demandes du site et voit ses propres pistes.

# Mots de passe.
password-forgotten-title = Mot de passe oublié ?
password-forgotten-lead = Nous vous envoyons un lien pour en choisir un nouveau. Il sert une seule fois, pendant 48 heures.
password-forgotten-submit = Envoyez-moi un lien
password-forgotten-sent = Si quelqu’un travaille ici avec cette adresse, un e-mail avec un lien est en route.
password-back-to-sign-in = Retour à la connexion
password-new-title = Choisir un nouveau mot de passe
password-new-lead = Ensuite, vous serez déconnecté partout ailleurs.
password-new-label = Nouveau mot de passe
password-new-submit = Enregistrer le mot de passe
password-ask-again = Demander un autre lien
password-link-over = Ce lien a déjà servi ou date de plus de 48 heures. Demandez-en un autre.
password-rules = Au moins 10 caractères, de n’importe quel genre. Quelques mots à la suite conviennent bien.
password-too-short = C’est trop court : un mot de passe a au moins { $limit } caractères.
password-too-long = C’est trop long : un mot de passe a au plus { $limit } caractères.
password-common = Ce mot de passe est parmi les premiers que l’on essaie. Choisissez-en un que personne ne devinerait.
password-personal = Votre nom, votre adresse e-mail et le nom de l’organisation ne doivent pas y figurer.
password-current = Mot de passe actuel
password-current-wrong = Ce n’est pas votre mot de passe.
password-change = Changer le mot de passe
password-changed = Votre mot de passe est changé. Vous êtes déconnecté partout ailleurs.

# La première visite.
set-up-title = Bienvenue. Configurons Foyer
set-up-lead = Deux minutes, une seule fois. Tout pourra être changé plus tard.
set-up-submit = Commencer
set-up-the-organisation = L’organisation
set-up-the-administrator = Vous
set-up-the-administrator-hint = Vous devenez le premier administrateur et pourrez inviter les autres.
set-up-organisation = Nom de l’organisation
set-up-country-label = Pays
set-up-currency-label = Devise
set-up-language-label = Langue
set-up-time-zone-label = Fuseau horaire
set-up-choose = Choisir…
set-up-country = Choisissez un pays.
set-up-currency = Choisissez une devise.
set-up-time-zone = Choisissez un fuseau horaire.
set-up-done = Foyer est déjà configuré. Connectez-vous, ou demandez une invitation à un administrateur.

# E-mails.
mail-invitation-subject = Votre accès à { $organisation }
mail-invitation-body = { $organisation } a ouvert un compte pour vous. Choisissez votre mot de passe pour commencer :
mail-password-subject = Un nouveau mot de passe pour { $organisation }
mail-password-body = Quelqu’un, vous sans doute, a demandé un lien pour choisir un nouveau mot de passe chez { $organisation }. Si ce n’était pas vous, il n’y a rien à faire.
mail-password-limits = Le lien sert une seule fois, pendant 48 heures.
mail-portal-link-subject = Votre mot de passe pour { $organisation }
mail-portal-link-body = { $organisation } vous a donné accès à son portail client. Choisissez votre mot de passe :
viewing-no-login = Ce contact ne peut pas se connecter au portail : il n’y a donc rien à y voir.
role-view-as = Voir la maison avec ce rôle

# Réglages.
settings-line-up = Monter { $name }
settings-line-down = Descendre { $name }
settings-line-is-first = C’est déjà en première position.
settings-line-is-last = C’est déjà en dernière position.
settings-line-moved = { $name } : position { $position } sur { $count }
settings-line-edit = Modifier { $name }
settings-line-delete = Supprimer { $name }
settings-title = Réglages

# Personnel.
staff-title = Personnel
staff-lead = Qui travaille ici, et ce que chacun peut faire.
staff-hint = Inviter, donner un rôle, fermer un accès.
staff-name = Nom
staff-role = Rôle
staff-no-role = Aucun rôle
staff-administrator = Administrateur
staff-administrator-hint = Peut tout faire, y compris sur cette page.
staff-last-seen = Vu pour la dernière fois
staff-never-seen = Jamais
staff-actions = Actions
staff-actions-of = Actions pour { $name }
staff-add = Ajouter une personne
staff-add-hint = La personne reçoit un lien pour choisir son mot de passe.
staff-added = Ajout fait. L’invitation est en route.
staff-edit = Modifier
staff-save = Enregistrer
staff-saved = Enregistré.
staff-cancel = Annuler
staff-close = Fermer
staff-left = Ne travaille plus ici
staff-invited = Invitation envoyée
staff-activate = Rouvrir l’accès
staff-deactivate = Fermer l’accès
staff-is-back = La personne peut à nouveau se connecter.
staff-is-out = La personne est déconnectée partout et ne peut plus se connecter.
staff-send-link = Envoyer un lien de mot de passe
staff-link-sent = Le lien est en route.
staff-end-sessions = Déconnecter partout
staff-signed-out = La personne est déconnectée partout.
staff-rights-hint = Quand le rôle change, la personne doit se reconnecter.
staff-last-admin = C’est le dernier administrateur. Nommez-en d’abord un autre.
staff-email-taken = Quelqu’un a déjà cette adresse e-mail.
staff-role-gone = Ce rôle n’existe plus. Choisissez-en un autre.
staff-conflict = Quelqu’un d’autre a modifié cette personne entre-temps. Rechargez la page pour voir ce qu’il en est.
staff-not-active = Cette personne ne travaille plus ici.

# Soi-même.
staff-me-title = Mon compte
staff-me-hint = Votre nom, langue, mot de passe, sessions et jetons d’API.
staff-me-profile = Profil
staff-me-email-hint = Un administrateur peut la changer.
staff-me-appearance = Langue et couleurs
staff-me-switch-language = Changer de langue
staff-theme = Couleurs
staff-theme-auto = Comme le système
staff-theme-light = Clair
staff-theme-dark = Sombre
staff-sessions = Où vous êtes connecté
staff-sessions-end-others = Se déconnecter partout ailleurs
staff-sessions-ended = Vous êtes déconnecté partout ailleurs.
staff-session-about = { $address }, dernière activité { $at }
staff-session-current = Ce navigateur
staff-session-end = Déconnecter

# Jetons d’API.
token-title = Jetons d’API
token-lead = Avec un jeton, un programme agit en votre nom, dans les limites de sa portée.
token-name = Nom
token-name-hint = À quoi il sert, par exemple « Formulaire du site ».
token-scope = Portée
token-scope-full = Tout ce que je peux faire
token-scope-read = Lecture seule
token-scope-leads = Pistes seulement
token-scope-customers = Clients seulement
token-scope-settings = Réglages seulement
token-add = Créer un jeton
token-once = Voici le jeton. Il n’est montré que maintenant : gardez-le en lieu sûr.
token-copy = Copier
token-copied = Copié.
token-delete = Supprimer
token-deleted = Le jeton est supprimé. Le programme qui l’utilisait est désormais refusé.
token-never-used = jamais utilisé
token-last-used = utilisé le { $at }
token-own-only = Vous ne pouvez créer de jetons que pour vous-même, et pas avec un jeton.

# Rôles.
role-title = Rôles
role-lead = Un rôle est le nom d’un ensemble de droits. Les administrateurs n’en ont pas besoin.
role-hint = Décidez qui voit, modifie et supprime quoi.
role-none = Il n’y a pas encore de rôle
role-add = Ajouter un rôle
role-name = Nom du rôle
role-saved = Le rôle est enregistré. Il vaut aussitôt pour tous ceux qui l’ont.
role-delete = Supprimer le rôle
role-deleted = Le rôle est supprimé.
role-in-use = Quelqu’un a ce rôle. Donnez-lui-en d’abord un autre.
role-name-taken = Il y a déjà un rôle de ce nom.
role-conflict = Quelqu’un d’autre a modifié ce rôle entre-temps. Rechargez la page pour voir ce qu’il en est.
role-people = { $count ->
    [0] Personne ne l’a
    [one] Une personne l’a
   *[other] { $count } personnes l’ont
}
role-default-sales = Ventes
role-default-manager = Responsable
role-area-leads = Pistes
role-area-customers = Clients
role-area-settings = Réglages
role-can-view-own = Voir les siens
role-can-view-all = Tout voir
role-can-create = Créer
role-can-edit = Modifier
role-can-delete = Supprimer
role-can-import = Importer
role-can-export = Exporter
role-can-share = Partager des vues

# De quoi on est averti, et comment.
notice-title = Ce dont vous êtes averti
notice-lead = Personne n’est averti de ce qu’il a fait lui-même, ni de ce qu’il n’a pas le droit de voir.
notice-saved = Vous serez désormais averti ainsi.
notice-assigned = Un prospect devient le vôtre
notice-task = On vous confie une tâche
notice-reminder = Un rappel arrive à échéance
notice-export = Un fichier que vous exportez est prêt
notice-import = Un fichier que vous importez est arrivé au bout
notice-run = Un travail long que vous avez lancé est terminé
notice-webhook = Un webhook dont vous répondez a été désactivé
notice-by-mail = Sous la cloche, et aussitôt par e-mail
notice-by-digest = Sous la cloche, et dans l’e-mail du matin
notice-by-app = Sous la cloche seulement
notice-by-none = Pas du tout
notice-assigned-many = { $count ->
    [one] Un prospect est devenu le vôtre.
   *[other] { $count } prospects sont devenus les vôtres.
}
notice-export-many = { $count ->
    [one] { $count } fichier est prêt
   *[other] { $count } fichiers sont prêts
}
notice-import-many = { $count ->
    [one] { $count } importation est terminée.
   *[other] { $count } importations sont terminées.
}
notice-run-many = { $count ->
    [one] { $count } travail long est terminé.
   *[other] { $count } travaux longs sont terminés.
}
notice-webhook-many = { $count ->
    [one] Un webhook a été désactivé.
   *[other] { $count } webhooks ont été désactivés.
}
notice-task-many = { $count ->
    [one] Une tâche vous a été confiée.
   *[other] { $count } tâches vous ont été confiées.
}
notice-reminder-many = { $count ->
    [one] Un rappel est arrivé à échéance.
   *[other] { $count } rappels sont arrivés à échéance.
}
# L’e-mail du matin.
digest-subject = { $count ->
    [one] { $name } : une nouvelle pour vous
   *[other] { $name } : { $count } nouvelles pour vous
}
digest-lead = { $count ->
    [one] Voici ce qui est arrivé et que vous n’avez pas encore lu :
   *[other] Voici les { $count } nouvelles que vous n’avez pas encore lues :
}
digest-line = • { $text }
digest-more = { $count ->
    [one] Et une de plus.
   *[other] Et { $count } de plus.
}

# À la place de ce qui n’a pas pu être affiché.
problem-again = Réessayer
problem-home = Vers ma page d’accueil
problem-who-helps = Si vous en avez besoin, l’administration de { $organisation } peut vous aider.

# Colours.
settings-hue = Couleur
settings-hue-number = Couleur { $number }
