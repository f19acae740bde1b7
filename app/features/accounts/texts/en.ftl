# Personal accounts of customers.
account-title = Personal accounts
account-trail = Where you are
account-loading = Loading accounts
account-open = Open account
account-edit = Edit account
account-save = Save
account-saved = Account saved
account-close-dialog = Close
account-actions = Actions
account-none = No accounts yet
account-none-text = Open one to charge this customer for services and to note payments.
account-more = Show more accounts
account-shown = { $count ->
    [one] One account shown
   *[other] { $count } accounts shown
}
account-number-hint = Leave it empty for the next number.
account-number-taken = Another account has this number.
account-name-hint = What it is for, in your own words.
account-currency-own = The customer’s currency
account-currency-fixed = The currency stays once the account has services or entries.
account-currency-other = This amount is not in the currency of the account.
account-customer-stays = An account stays with its customer.
account-customer-deleted = Its customer is in the bin. Take the customer out first.
account-status-open = open
account-status-suspended = suspended
account-status-closed = closed
account-reopen = Set to open
account-suspend = Suspend
account-close = Close account
account-delete = Delete account
account-deleted = Account { $number } deleted
account-is-closed = This account is closed. Open it again to post to it.
account-is-suspended = This account is suspended. Open it again to charge what is due.
account-is-deleted = This account is in the bin.
account-not-settled = An account can be closed when its balance is zero.
account-has-entries = An account with entries stays; it can be closed.
account-balance = Balance
account-owed = { $amount } owed
account-credit = { $amount } in credit
account-settled = Settled

# What it is charged for.
account-services = Services
account-services-none = Nothing is charged by itself
account-services-none-text = Add what this customer pays once or again and again.
account-services-many = An account takes at most { $limit } services.
account-service-what = What for
account-service-add = Add service
account-service-edit = Edit { $name }
account-service-delete = Remove { $name }
account-service-saved = Service saved
account-service-product = Product
account-service-free = None, or choose from the catalogue
account-service-quantity = Quantity
account-service-price = { $quantity } × { $price }
account-service-from = From
account-service-from-hint = The first period begins on this day and is charged on it.
account-service-to = Until before
account-service-to-hint = The first day without it; empty if it goes on.
account-service-charged = Something was charged already, so beginning and rhythm stay. End it and add another one.
account-service-stays = Something was charged already. End it by its last day.
account-service-changed-meanwhile = Somebody else changed this service in the meantime.
account-product-nothing = No such product
account-product-unknown = Choose a product of the catalogue.
account-quantity-unfit = Write a number above zero, such as 1 or 2.5.
account-day-unfit = Choose a day between the years 2000 and 2199.
account-end-unfit = It ends after it begins.
account-charge-due = Charge what is due
account-charged-count = { $count ->
    [0] Nothing is due
    [one] One charge posted
   *[other] { $count } charges posted
}

# The ledger.
account-ledger = Ledger
account-from = From day
account-to = To day
account-opening = Balance before
account-closing = Balance after
account-entry-what = Entry
account-entry-day = Day
account-entries-none = No entries
account-entries-more = Show more entries
account-entries-shown = { $count ->
    [one] One entry shown
   *[other] { $count } entries shown
}
account-amount = Amount
account-amount-unfit = Write an amount that is not zero and not absurdly large, such as 120.50.
account-correction-hint = Below zero if the customer owes less.
account-reason = What for
account-house = Foyer
account-period = from { $day }
account-post = Post
account-posted = Posted
account-post-charge = Charge
account-post-payment = Payment
account-post-correction = Correction
account-posting-charge = Charge
account-posting-payment = Payment
account-posting-correction = Correction
account-posting-reversal = Reversal
account-reverse = Reverse
account-reverse-this = Reverse: { $reason }
account-reverse-text = { $amount } for “{ $reason }” is taken back by a further entry. Both stay in the ledger.
account-reversed = Reversed
account-reversed-mark = reversed
account-reversed-already = This was reversed already.
account-reversal-stays = A reversal cannot be reversed; post it anew.

# What happened. Each sentence goes on after the name of who did it.
event-account-created = opened the account { $number }
event-account-updated = changed the account { $number }
event-account-deleted = deleted the account { $number }
event-account-restored = took the deleted account { $number } back
event-account-charged = charged { $amount } to the account { $number }: { $reason }
event-account-paid = noted a payment of { $amount } on the account { $number }: { $reason }
event-account-corrected = corrected the account { $number } by { $amount }: { $reason }
event-account-reversed = reversed on the account { $number }: { $what }, { $amount }, { $reason }
event-account-service-added = added to the account { $number }: { $name }, { $amount }, { $charge }
event-account-service-changed = changed on the account { $number }: { $name }, { $amount }, { $charge }
event-account-service-removed = removed from the account { $number }: { $name }, { $amount }, { $charge }

# Names of fields.
field-account_number = Number
field-status = Status
field-customer_id = Customer
