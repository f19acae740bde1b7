# Ce que l’organisation vend.
product-title = Produits
product-hint = Produits et services avec leurs prix, pour les comptes et les documents.
product-loading = Chargement des produits
product-search = Chercher des produits
product-all = Aussi ceux qui ne sont plus proposés
product-add = Ajouter un produit
product-edit = Modifier le produit
product-save = Enregistrer
product-saved = Produit enregistré
product-close = Fermer
product-more = Afficher plus de produits
product-shown = { $count ->
    [one] Un produit affiché
   *[other] { $count } produits affichés
}
product-none = Pas encore de produits
product-none-text = Ajoutez ce que vous vendez, pour pouvoir le facturer sur les comptes.
product-none-found = Rien trouvé pour « { $words } »
product-trail = Où vous êtes
product-actions = Autres actions
product-activate = Proposer à nouveau
product-deactivate = Ne plus proposer
product-delete = Supprimer le produit
product-deleted = { $name } supprimé
product-bin = Produits supprimés
product-inactive = non proposé
product-offered = Il est proposé
product-offered-hint = Celui qui n’est plus proposé reste là où il a été choisi.
product-code-hint = Le distingue de tous les autres ; peut rester vide.
product-code-taken = Un autre produit a déjà ce code.
product-unit-hint = Heure, pièce, mois …
product-price-unfit = Un prix est nul ou positif.
product-price-each = { $price } / { $unit }
product-charge-once = une fois
product-charge-day = chaque jour
product-charge-week = chaque semaine
product-charge-month = chaque mois
product-charge-quarter = chaque trimestre
product-charge-year = chaque année

# Ce qui s’est passé. Chaque phrase suit le nom de la personne.
event-product-created = a ajouté le produit { $name }
event-product-updated = a modifié le produit
event-product-deleted = a supprimé le produit { $name }
event-product-restored = a récupéré le produit supprimé { $name }

# Noms des champs.
field-code = Code
field-unit = Unité
field-price = Prix
field-charge = Facturation
