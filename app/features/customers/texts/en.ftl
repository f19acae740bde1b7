# Customers.
customer-title = Customers
customer-new = New customer
customer-loading = Loading customers
customer-search = Search customers
customer-none = No customers yet
customer-none-text = Convert a lead, or add your first customer here.
customer-index = Customers by first letter
customer-many = customers
customer-view-usual = All customers
customer-nothing = No customer matches
customer-nothing-text = Take a filter away, or look for something else.
customer-summary = { $count ->
    [one] { $shown } of one customer
   *[other] { $shown } of { $all } customers
}
customer-looked = { $count ->
    [one] One customer looked through so far
   *[other] { $all } customers looked through so far
}
customer-trail = Where you are
customer-actions = More actions
customer-profile = Profile
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
customer-contacts = Contacts
customer-contacts-none = Nobody is entered here yet.
customer-contact-add = Add contact
customer-contact-added = Contact added
customer-contact-primary = Primary contact
customer-contact-hint = Leave it empty if you do not know anybody there yet.
customer-manager-unknown = Choose somebody who works here.
customer-name-company = Legal or trading name
customer-name-person = First and last name
customer-marketing = Marketing
customer-care = Who looks after it
customer-billing = Billing address
customer-shipping = Shipping address
customer-shipping-copy = Copy from the billing address
customer-close = Close
customer-vat-unfit = This is not a VAT number of that country. Write it with the country before it, such as IT12345678903.
customer-number-taken = Another customer has this number.
customer-currency-stays = There are documents in the old currency, so it stays.
customer-has-documents = There are documents for this customer. Make it inactive in place of deleting it.

# Lists of words.
customer-bin = Bin
customer-bin-title = Customers in the bin
customer-duplicates = Duplicates
customer-duplicates-title = Customers that may be there twice
customer-served = I serve
customer-in-business = Active
customer-lists = Customers
customer-lists-hint = Segments, statuses, channels and groups, and what a new customer has to have
customer-lists-asked = New customers
customer-lists-asked-text = These have to be chosen before a new customer is saved.
customer-lists-saved = Saved
customer-list-segments = Segments
customer-list-statuses = Statuses
customer-list-channels = Acquisition channels
customer-list-groups = Groups
customer-list-add-segment = Add segment
customer-list-add-status = Add status
customer-list-add-channel = Add channel
customer-list-add-group = Add group
customer-list-empty = Nothing here yet
customer-list-default = first choice
customer-list-default-long = New customers begin with it
customer-list-archived = archived
customer-list-archive = Archived: offered no more, but stays where it was chosen
customer-list-name = Name
customer-list-kinds = For which customers
customer-list-kinds-hint = Without a tick it is for all of them.
customer-list-goes-to = Its customers get
customer-list-delete = Delete
customer-list-in-use = There are customers with it. Choose what they get in its place.
customer-segment-enterprise = Enterprise
customer-segment-midmarket = Mid-market
customer-segment-small = Small business
customer-segment-private = Private
customer-status-active = Active
customer-status-prospect = Prospect
customer-status-risk = At risk
customer-status-former = Former
customer-channel-referral = Referral
customer-channel-website = Website
customer-channel-fair = Trade fair
customer-channel-phone = Phone
customer-channel-partner = Partner
customer-group-key = Key accounts
customer-group-maintenance = Maintenance contract
customer-list-used = { $count ->
    [one] One customer
   *[other] { $count } customers
}

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
field-currency = Currency
field-language = Language
field-is_active = Active
field-position = Position
field-number = Customer number
field-division = Division or branch
field-mobile = Mobile
field-vat_number = VAT number
field-segment_id = Segment
field-status_id = Status
field-channel_id = Acquisition channel
field-groups = Groups
field-manager_id = Responsible manager
field-service_manager_id = Service manager
field-administrators = Also seen by
field-shipping_street = Shipping street
field-shipping_postcode = Shipping postcode
field-shipping_city = Shipping city
field-shipping_region = Shipping region
field-shipping_country = Shipping country
field-initial = First letter
field-contact = Primary contact
field-updated_at = Changed
field-first_name = First name
field-last_name = Last name
