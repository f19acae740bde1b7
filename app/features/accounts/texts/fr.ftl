# Comptes personnels des clients.
account-title = Comptes personnels
account-trail = Où vous êtes
account-loading = Chargement des comptes
account-open = Ouvrir un compte
account-edit = Modifier le compte
account-save = Enregistrer
account-saved = Compte enregistré
account-close-dialog = Fermer
account-actions = Actions
account-none = Pas encore de comptes
account-none-text = Ouvrez-en un pour facturer des services à ce client et noter ses paiements.
account-more = Afficher plus de comptes
account-shown = { $count ->
    [one] Un compte affiché
   *[other] { $count } comptes affichés
}
account-number-hint = Laissez vide pour le numéro suivant.
account-number-taken = Un autre compte a déjà ce numéro.
account-name-hint = À quoi il sert, avec vos mots.
account-currency-own = La devise du client
account-currency-fixed = La devise reste dès que le compte a des services ou des écritures.
account-currency-other = Ce montant n’est pas dans la devise du compte.
account-customer-stays = Un compte reste à son client.
account-customer-deleted = Son client est dans la corbeille. Récupérez d’abord le client.
account-status-open = ouvert
account-status-suspended = suspendu
account-status-closed = clôturé
account-reopen = Rouvrir
account-suspend = Suspendre
account-close = Clôturer le compte
account-delete = Supprimer le compte
account-deleted = Compte { $number } supprimé
account-is-closed = Ce compte est clôturé. Rouvrez-le pour y passer des écritures.
account-is-suspended = Ce compte est suspendu. Rouvrez-le pour facturer ce qui est dû.
account-is-deleted = Ce compte est dans la corbeille.
account-not-settled = Un compte se clôture quand son solde est nul.
account-has-entries = Un compte avec des écritures reste ; il peut être clôturé.
account-balance = Solde
account-owed = { $amount } à payer
account-credit = { $amount } en crédit
account-settled = Soldé

# Ce qui est facturé.
account-services = Services
account-services-none = Rien n’est facturé de soi-même
account-services-none-text = Ajoutez ce que ce client paie une fois ou régulièrement.
account-services-many = Un compte accepte au plus { $limit } services.
account-service-what = Objet
account-service-add = Ajouter un service
account-service-edit = Modifier { $name }
account-service-delete = Retirer { $name }
account-service-saved = Service enregistré
account-service-product = Produit
account-service-free = Aucun, ou choisir dans le catalogue
account-service-quantity = Quantité
account-service-price = { $quantity } × { $price }
account-service-from = À partir du
account-service-from-hint = La première période commence ce jour-là et y est facturée.
account-service-to = Jusqu’avant le
account-service-to-hint = Le premier jour sans ; vide si cela continue.
account-service-charged = Quelque chose a déjà été facturé : le début et le rythme restent. Terminez-le et ajoutez-en un autre.
account-service-stays = Quelque chose a déjà été facturé. Terminez-le par son dernier jour.
account-service-changed-meanwhile = Quelqu’un d’autre a modifié ce service entre-temps.
account-product-nothing = Aucun produit de ce nom
account-product-unknown = Choisissez un produit du catalogue.
account-quantity-unfit = Écrivez un nombre au-dessus de zéro, comme 1 ou 2,5.
account-day-unfit = Choisissez un jour entre les années 2000 et 2199.
account-end-unfit = Il finit après son début.
account-charge-due = Facturer ce qui est dû
account-charged-count = { $count ->
    [0] Rien n’est dû
    [one] Une facturation passée
   *[other] { $count } facturations passées
}

# Le registre.
account-ledger = Écritures
account-from = Du jour
account-to = Au jour
account-opening = Solde avant
account-closing = Solde après
account-entry-what = Écriture
account-entry-day = Jour
account-entries-none = Aucune écriture
account-entries-more = Afficher plus d’écritures
account-entries-shown = { $count ->
    [one] Une écriture affichée
   *[other] { $count } écritures affichées
}
account-amount = Montant
account-amount-unfit = Écrivez un montant non nul et raisonnable, comme 120,50.
account-correction-hint = Au-dessous de zéro si le client doit moins.
account-reason = Objet
account-house = Foyer
account-period = à partir du { $day }
account-post = Passer
account-posted = Écriture passée
account-post-charge = Facturation
account-post-payment = Paiement
account-post-correction = Correction
account-posting-charge = Facturation
account-posting-payment = Paiement
account-posting-correction = Correction
account-posting-reversal = Extourne
account-reverse = Extourner
account-reverse-this = Extourner : { $reason }
account-reverse-text = { $amount } pour « { $reason } » est annulé par une autre écriture. Les deux restent.
account-reversed = Extourné
account-reversed-mark = extourné
account-reversed-already = Cela a déjà été extourné.
account-reversal-stays = Une extourne ne s’extourne pas ; passez l’écriture à nouveau.

# Ce qui s’est passé. Chaque phrase suit le nom de la personne.
event-account-created = a ouvert le compte { $number }
event-account-updated = a modifié le compte { $number }
event-account-deleted = a supprimé le compte { $number }
event-account-restored = a récupéré le compte supprimé { $number }
event-account-charged = a facturé { $amount } sur le compte { $number } : { $reason }
event-account-paid = a noté un paiement de { $amount } sur le compte { $number } : { $reason }
event-account-corrected = a corrigé le compte { $number } de { $amount } : { $reason }
event-account-reversed = a extourné sur le compte { $number } : { $what }, { $amount }, { $reason }
event-account-service-added = a ajouté au compte { $number } : { $name }, { $amount }, { $charge }
event-account-service-changed = a modifié sur le compte { $number } : { $name }, { $amount }, { $charge }
event-account-service-removed = a retiré du compte { $number } : { $name }, { $amount }, { $charge }

# Noms des champs.
field-account_number = Numéro
field-status = Statut
field-customer_id = Client
