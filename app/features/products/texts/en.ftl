# What the organisation sells.
product-title = Products
product-hint = Products and services with their prices, for accounts and documents.
product-loading = Loading products
product-search = Search products
product-all = Also those that are not offered
product-add = Add product
product-edit = Edit product
product-save = Save
product-saved = Product saved
product-close = Close
product-more = Show more products
product-shown = { $count ->
    [one] One product shown
   *[other] { $count } products shown
}
product-none = No products yet
product-none-text = Add what you sell, so that accounts can be charged for it.
product-none-found = Nothing found for “{ $words }”
product-trail = Where you are
product-actions = More actions
product-activate = Offer again
product-deactivate = Offer no more
product-delete = Delete product
product-deleted = { $name } deleted
product-bin = Deleted products
product-inactive = not offered
product-offered = It is offered
product-offered-hint = One that is not offered stays where it was chosen.
product-code-hint = Tells it from all others; may be left empty.
product-code-taken = Another product has this code.
product-unit-hint = Hour, piece, month …
product-price-unfit = A price is nothing or more.
product-price-each = { $price } / { $unit }
product-charge-once = once
product-charge-day = daily
product-charge-week = weekly
product-charge-month = monthly
product-charge-quarter = quarterly
product-charge-year = yearly

# What happened. Each sentence goes on after the name of who did it.
event-product-created = added the product { $name }
event-product-updated = changed the product
event-product-deleted = deleted the product { $name }
event-product-restored = took the deleted product { $name } back

# Names of fields.
field-code = Code
field-unit = Unit
field-price = Price
field-charge = Charged
