# Legal entities: of customers, and the organisation's own.
entity-title = Legal entities
entity-loading = Loading legal entities
entity-add = Add legal entity
entity-edit = Change legal entity
entity-remove = Remove legal entity
entity-removed = { $name } was removed
entity-saved = Saved
entity-actions = What to do with { $name }
entity-address = Registered address
entity-bank = Bank
entity-none = No legal entities yet
entity-none-text = Add the companies to which invoices are written: their names in the register, their numbers, and which of your own companies bills them.
entity-billed = Billed by { $name }
entity-billed-default = Billed by { $name }, the default
entity-billed-usual = The default: { $name }
entity-billed-none = The default
entity-iban-unfit = This is not the number of a bank account. Compare it letter by letter: a digit may be wrong or have changed places.
entity-bic-unfit = A BIC has 8 or 11 letters and digits, such as DEUTDEFF.
entity-is-removed = This legal entity was removed.
entity-customer-removed = Its customer is in the bin. Take the customer out first.
entity-customer-stays = A legal entity stays with its customer.
entity-own-unknown = Choose one of your own companies that is offered.
entity-own-title = Own legal entities
entity-own-hint = The companies in whose name your documents are written
entity-own-add = Add company
entity-own-edit = Change company
entity-own-none = No company yet
entity-own-none-text = Add the company in whose name you write invoices. The first one is the default.
entity-own-default = default
entity-own-default-text = Bills everybody of whom nothing else is said.
entity-own-make-default = Make default
entity-own-archived = archived
entity-own-archive = Archive
entity-own-unarchive = Offer again
entity-own-is-archived = It is archived. Offer it again first.
entity-own-default-stays = It is the default. Make another one the default first.

# What happened. Each sentence goes on after the name of who did it.
event-legal-entity-created = added the legal entity { $name }
event-legal-entity-updated = changed the legal entity { $name }
event-legal-entity-deleted = removed the legal entity { $name }
event-legal-entity-restored = took the legal entity { $name } back
event-own-entity-created = added the own company { $name }
event-own-entity-updated = changed the own company { $name }
event-own-entity-default = made { $name } the default company
event-own-entity-archived = archived the own company { $name }
event-own-entity-restored = offered the own company { $name } again

# Names of fields.
field-registered_name = Registered name
field-registration_number = Registration number
field-tax_number = Tax or VAT number
field-bank = Bank
field-iban = IBAN
field-bic = BIC
field-billed_by_id = Billed by
