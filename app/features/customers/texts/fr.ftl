# Clients.
customer-title = Clients
customer-new = Nouveau client
customer-loading = Chargement des clients
customer-search = Rechercher des clients
customer-search-hint = Nom, contact, e-mail ou téléphone
customer-none = Aucun client pour l’instant
customer-none-text = Convertissez un prospect ou ajoutez ici votre premier client.
customer-none-found = Aucun résultat pour « { $words } »
customer-more = Afficher plus de clients
customer-shown = { $count ->
    [one] { $count } client affiché
    [many] { $count } de clients affichés
   *[other] { $count } clients affichés
}
customer-trail = Où vous êtes
customer-actions = Autres actions
customer-profile = Profil
customer-address = Adresse
customer-edit = Modifier
customer-save = Enregistrer
customer-cancel = Annuler
customer-create = Créer le client
customer-delete = Supprimer le client
customer-deleted = { $name } supprimé
customer-inactive = inactif
customer-origin = Issu d’un prospect
customer-kind-commercial = Client professionnel
customer-kind-residential = Client particulier
customer-kind-contractor = Sous-traitant
customer-kind-supplier = Fournisseur
customer-contact = Contact principal
customer-contacts = Contacts
customer-contacts-none = Personne n’est encore saisi ici.
customer-contact-add = Ajouter un contact
customer-contact-added = Contact ajouté
customer-contact-primary = Contact principal
customer-contact-hint = Laissez vide si vous n’y connaissez encore personne.
customer-first-name = Prénom
customer-last-name = Nom de famille
customer-country-code = Pays (code, par exemple IT)
customer-no-manager = Personne
customer-language-own = La langue de l’organisation
customer-conflict = Quelqu’un d’autre a modifié ce client entre-temps.
customer-cursor-unfit = Cet endroit de la liste appartient à un autre ordre. Reprenez au début.
customer-conflict-text = Ces champs diffèrent : d’abord ce qui est enregistré, puis ce que vous avez saisi.
customer-conflict-take = Garder ce qui est enregistré
customer-conflict-keep = Enregistrer le mien
customer-country-invalid = Écrivez le pays avec son code à deux lettres, par exemple IT.
customer-website-invalid = Ce n’est pas une adresse web. Elle devrait ressembler à example.com.
customer-manager-unknown = Choisissez une personne qui travaille ici.

event-customer-created = a créé le client { $name }
event-customer-updated = a modifié le profil
event-customer-deleted = a supprimé le client { $name }
event-customer-restored = a rétabli le client { $name }
event-contact-created = a ajouté le contact { $name }
event-contact-deleted = a retiré le contact { $name }

field-kind = Type
field-name = Nom
field-email = E-mail
field-phone = Téléphone
field-website = Site web
field-street = Rue
field-city = Ville
field-region = Région
field-postcode = Code postal
field-country = Pays
field-manager = Responsable
field-currency = Devise
field-language = Langue
field-is_active = Actif
field-position = Fonction
