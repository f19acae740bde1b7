# The portal of customers.
portal-home = Aperçu
portal-me = Connexion et sécurité
portal-loading = Chargement du portail
portal-welcome = Bienvenue, { $name }
portal-accounts = Comptes
portal-accounts-none = Il n’y a pas encore de compte.
portal-settled = soldé
portal-owed = { $amount } à payer
portal-credit = { $amount } en votre faveur
portal-company = Votre société
portal-company-wrong = Une erreur ? Dites-le à la personne qui vous suit.
portal-manager = Vous suit
portal-consent = Marketing
portal-consent-label = J’accepte de recevoir des nouvelles et des offres
portal-consent-hint = Vous pouvez changer d’avis à tout moment.
portal-consent-saved = Enregistré
portal-sites-none = Il n’y a pas encore de site.
