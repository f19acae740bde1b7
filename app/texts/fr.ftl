# Où l’on peut aller.
shell-board = Tableau
shell-board-of = Tableau : { $name }
shell-leads = Prospects
shell-my-day = Ma journée
shell-customers = Clients
shell-imports = Importations
shell-settings = Paramètres
shell-my-page = Mon compte
shell-navigation = Principale
shell-skip = Liens d’accès rapide
shell-skip-to-main = Aller à la page
shell-skip-to-navigation = Aller à la navigation
shell-fold = Réduire la barre latérale
shell-unfold = Élargir la barre latérale
shell-demo = Entreprise de démonstration. Essayez tout ce que vous voulez.

# Ce que l’on peut créer.
shell-create = Nouveau
shell-new-lead = Nouveau prospect
shell-new-customer = Nouveau client
shell-new-import = Importer des prospects

# La barre du haut.
shell-search = Rechercher ou aller à
shell-search-hint = Nom, entreprise, e-mail, téléphone ou une page
shell-search-nothing = Aucun résultat. Moins de lettres en trouvent davantage.
shell-offline = Non connecté
shell-offline-explained = Aucune connexion au serveur. Ce que vous voyez n’est peut-être plus à jour et rien ne peut être enregistré avant le retour de la connexion. Nous continuons d’essayer.
shell-theme = Couleurs
shell-theme-auto = Couleurs du système
shell-theme-light = Couleurs claires
shell-theme-dark = Couleurs sombres
shell-language = Langue
shell-sign-out = Se déconnecter

# La cloche.
shell-bell = Notifications
shell-bell-busy = Un travail est en cours.
shell-bell-unread = { $count ->
    [0] Notifications
    [one] Notifications, une non lue
   *[other] Notifications, { $count } non lues
}
shell-bell-empty = Rien de nouveau
shell-bell-empty-text = Les rappels et ce que vos collègues vous attribuent apparaissent ici.
shell-bell-read-all = Tout marquer comme lu
shell-bell-new = Nouvelle

# La palette de commandes et la feuille d’aide.
shell-palette-page = Sur cette page
shell-palette-do = Actions
shell-keys = Raccourcis clavier
shell-keys-anywhere = Partout
shell-keys-go = Aller à
shell-keys-make = Créer

# Messages.
shell-notices = Messages
shell-dismiss = Fermer le message
shell-close = Fermer
shell-page-failed = La page n’a pas pu démarrer entièrement. Elle peut être lue, mais pas modifiée.
shell-page-reload = Recharger la page
shell-not-found-title = Il n’y a rien ici
shell-not-found-text = L’adresse est peut-être erronée, ou ce qui se trouvait ici a été supprimé ou déplacé.
shell-not-found-home = Vers l’accueil

# La session est terminée.
shell-session-ended = Votre session est terminée
shell-session-ended-text = Reconnectez-vous pour continuer. La page reste telle quelle, et ce que vous avez saisi aussi.
shell-session-other-person = Je suis quelqu’un d’autre
shell-session-renewed = Vous êtes de nouveau connecté. Veuillez refaire la dernière opération.
shell-email = E-mail
shell-password = Mot de passe
shell-sign-in = Se connecter
shell-viewing-portal = Vous voyez le portail comme { $name }. Rien ne peut être modifié ici.
shell-viewing-role = Vous voyez Foyer avec le rôle { $name }. Rien ne peut être modifié ici.
shell-viewing-end = Revenir à votre vue
