# Customers.
customer-title = Customers
customer-new = New customer
customer-loading = Loading customers
customer-search = Search customers
customer-search-hint = Name, contact, e-mail or phone
customer-none = No customers yet
customer-none-text = Convert a lead, or add your first customer here.
customer-none-found = Nothing found for “{ $words }”
customer-more = Show more customers
customer-shown = { $count ->
    [one] One customer shown
   *[other] { $count } customers shown
}
customer-trail = Where you are
customer-actions = More actions
customer-profile = Profile
customer-address = Address
customer-edit = Edit
customer-save = Save
customer-cancel = Cancel
customer-create = Create customer
customer-delete = Delete customer
customer-deleted = { $name } deleted
customer-inactive = inactive
customer-origin = Made from a lead
customer-kind-commercial = Commercial client
customer-kind-residential = Residential client
customer-kind-contractor = Contractor
customer-kind-supplier = Supplier
customer-contact = Primary contact
customer-contacts = Contacts
customer-contacts-none = Nobody is entered here yet.
customer-contact-add = Add contact
customer-contact-added = Contact added
customer-contact-primary = Primary contact
customer-contact-hint = Leave it empty if you do not know anybody there yet.
customer-first-name = First name
customer-last-name = Last name
customer-country-code = Country (code, such as IT)
customer-no-manager = Nobody
customer-language-own = The organisation’s language
customer-conflict = Somebody else changed this customer in the meantime.
customer-cursor-unfit = This place in the list belongs to another order. Begin at the start.
customer-conflict-text = These fields differ: first what is stored now, then what you typed.
customer-conflict-take = Keep what is stored
customer-conflict-keep = Save mine
customer-country-invalid = Write the country as its two-letter code, such as IT.
customer-website-invalid = This is not a web address. It should look like example.com.
customer-manager-unknown = Choose somebody who works here.

# What happened. Each sentence goes on after the name of who did it.
event-customer-created = created the customer { $name }
event-customer-updated = changed the profile
event-customer-deleted = deleted the customer { $name }
event-customer-restored = took the deleted customer { $name } back
event-contact-created = added the contact { $name }
event-contact-deleted = removed the contact { $name }

# Names of fields.
field-kind = Kind
field-name = Name
field-email = E-mail
field-phone = Phone
field-website = Website
field-street = Street
field-city = City
field-region = Region
field-postcode = Postcode
field-country = Country
field-manager = Manager
field-currency = Currency
field-language = Language
field-is_active = Active
field-position = Position
