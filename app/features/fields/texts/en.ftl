# What fields of records say, whatever the kind of record.
fields-unknown = There is no such field.
fields-unfit = This does not fit the field.
fields-changed-meanwhile = Somebody else has changed { $name } meanwhile.
fields-merged = This was merged into another record. Take the merge back in the history of that one.

# A filter, an order or a place in a list that came from outside; { $piece } is what is wrong in it.
fields-filter-unknown = There is no such field to filter by: { $piece }.
fields-filter-unread = This part of the filter cannot be read: { $piece }.
fields-filter-unfit = This cannot be asked of the field: { $piece }.
fields-filter-long = The filter is too long.
fields-filter-many = A filter has 30 conditions at most.
fields-filter-deep = Groups of conditions may stand three deep in each other.
fields-sort-unknown = The list cannot be sorted by { $piece }.
fields-sort-many = Sort by { $most } different fields at most.
fields-cursor-unfit = This place belongs to a list in another order. Begin again at the top.
fields-limit-unfit = Ask for at least one row.

# Fields that an organisation adds.
fields-title = Fields
fields-hint = What you want to know of your leads and customers beside what is there
fields-loading = Loading
fields-of-leads = Fields of leads
fields-of-customers = Fields of customers
fields-of-sites = Fields of sites
fields-of-entities = Fields of legal entities
fields-empty = No fields of your own yet
fields-empty-text = Add what your work needs: a budget, a roof area, an installation date.
fields-add = Add field
fields-deleted = { $name } was deleted. Its values are kept.
fields-undo = Undo
fields-close = Close
fields-save = Save
fields-saved = Saved.
fields-name = Name
fields-kind = Kind
fields-kind-stays = The kind of a field stays what it is. Add another field instead.
fields-kind-text = Text, one line
fields-kind-long_text = Text, several lines
fields-kind-number = Number
fields-kind-money = Amount of money
fields-kind-day = Date
fields-kind-moment = Date and time
fields-kind-choice = Choice of one
fields-kind-choices = Choice of several
fields-kind-flag = Yes or no
fields-kind-link = Link
fields-kind-staff = Member of staff
fields-required = Required
fields-required-hint = Asked when a person makes a lead. Imports and leads that are there already may lack it.
fields-required-mark = required
fields-default = In a new lead
fields-default-hint = A lead that is made here, by a program or from a file without a column for it begins with this.
fields-default-value = Value
fields-default-later = Save the field first; then one of its entries can be chosen.
fields-listed = A column of the list
fields-on-card = Show on the card of the board
fields-on-card-hint = At most { $limit } fields.
fields-on-card-mark = on the card
fields-card-full = { $limit } fields stand on the card already. Take one of them off first.
fields-not-on-card = Text of several lines has no room on the card.
fields-becomes = Becomes in a customer
fields-becomes-hint = When a lead is converted. The value stays in the lead, too.
fields-becomes-nothing = Nothing
fields-listed-mark = in the list
fields-indexed = Filter and sort by it quickly
fields-indexed-hint = The list can be filtered by every field. With this it also stays quick among very many leads, and can be sorted by this field.
fields-indexed-mark = sorts the list
fields-indexed-coming = is being prepared for sorting
fields-index-unfit = Texts of several lines cannot be sorted.
fields-name-taken = There is a field of this name already.
fields-options = Entries
fields-options-hint = What can be chosen, in this order. An entry that was chosen somewhere stays there when it is no longer offered.
fields-option-name = Entry { $number }
fields-option-add = Add entry
fields-option-away = No longer offer { $name }
fields-option-back = Offer { $name } again
fields-no-options = Add at least one entry that can be chosen.
fields-too-many = There can be { $limit } at most.
fields-number = Write a number, such as 12 or 12.5.
fields-link = Write a web address, such as https://example.com.
fields-country = Write the country as its two-letter code, such as IT.
fields-currency = Currency
fields-none = None
fields-choose = Choose
fields-nothing-found = Nothing matches
fields-remove = Remove { $name }
fields-named = { $field }: { $problem }
fields-value = { $value }
fields-yes = Yes
fields-no = No
fields-group-empty = Without a value

# The filter: its button, its dialog, its chips.
fields-count = Write a whole number, such as 30.
fields-filter-button = Filter
fields-filter-button-count = Filter ({ $count })
fields-filter-title = Filter
fields-filter-keys = Searching and filtering
fields-filter-apply = Show
fields-filter-clear = Clear filters
fields-filter-active = Active filters
fields-filter-often = Often asked
fields-filter-remove = Remove filter { $name }
fields-filter-remove-row = Remove this condition
fields-filter-new-row = New condition
fields-filter-broken = A condition cannot be read here: its field was deleted, or you may not see it. Nothing matches until you remove it.
fields-filter-unread-stays = A condition cannot be read here and stays as it is. Remove it above the list.
fields-filter-nothing = Everything is shown.
fields-filter-join = How the conditions are joined
fields-filter-all-of = All of these
fields-filter-any-of = Any of these
fields-filter-add = Add condition
fields-filter-add-group = Add group
fields-filter-and = and
fields-filter-or = or
fields-filter-field = Field
fields-filter-how = Condition
fields-filter-value = Value
fields-filter-from = From
fields-filter-to = To
fields-filter-count = How many
fields-filter-period = Period
fields-filter-any-currency = Any currency
fields-filter-days = days
fields-filter-weeks = weeks
fields-filter-months = months
fields-filter-quarters = quarters
fields-filter-years = years

# What can be asked of a field, as it stands between the field and the value.
fields-ask-is = is
fields-ask-not = is not
fields-ask-begins = begins with
fields-ask-words = contains the words
fields-ask-least = is at least
fields-ask-most = is at most
fields-ask-between = is between
fields-ask-on = is on
fields-ask-since = is on or after
fields-ask-until = is on or before
fields-ask-within = is in the last days
fields-ask-over = is longer ago than
fields-ask-this = is
fields-ask-last = was in the last
fields-ask-next = will be in the next
fields-ask-any = is any of
fields-ask-none = is none of
fields-ask-has-any = has any of
fields-ask-has-none = has none of
fields-ask-has-all = has all of
fields-ask-yes = is yes
fields-ask-no = is no
fields-ask-me = is me
fields-ask-nobody = is nobody
fields-ask-somebody = is somebody
fields-ask-empty = is empty
fields-ask-filled = is filled in

# Conditions in words.
fields-said-is = { $field }: { $value }
fields-said-not = { $field } is not { $value }
fields-said-begins = { $field } begins with “{ $value }”
fields-said-words = { $field } contains “{ $value }”
fields-said-least = { $field } at least { $value }
fields-said-most = { $field } at most { $value }
fields-said-between = { $field } between { $from } and { $to }
fields-said-since = { $field } on { $value } or later
fields-said-until = { $field } on { $value } or earlier
fields-said-empty = { $field } is empty
fields-said-filled = { $field } is filled in
fields-said-and = { $left } and { $right }
fields-said-or = { $left } or { $right }
fields-said-list = { $left }, { $right }
fields-said-me = me
fields-said-yes = yes
fields-said-no = no
fields-said-gone = { $value } (gone)
fields-this-day = today
fields-this-week = this week
fields-this-month = this month
fields-this-quarter = this quarter
fields-this-year = this year
fields-said-within = { $count ->
    [one] in the last day
   *[other] in the last { $count } days
}
fields-said-over = { $count ->
    [one] more than a day ago
   *[other] more than { $count } days ago
}
fields-last-day = { $count ->
    [one] yesterday
   *[other] the last { $count } days until yesterday
}
fields-next-day = { $count ->
    [one] tomorrow
   *[other] the next { $count } days from tomorrow on
}
fields-last-week = { $count ->
    [one] last week
   *[other] the last { $count } weeks
}
fields-next-week = { $count ->
    [one] next week
   *[other] the next { $count } weeks
}
fields-last-month = { $count ->
    [one] last month
   *[other] the last { $count } months
}
fields-next-month = { $count ->
    [one] next month
   *[other] the next { $count } months
}
fields-last-quarter = { $count ->
    [one] last quarter
   *[other] the last { $count } quarters
}
fields-next-quarter = { $count ->
    [one] next quarter
   *[other] the next { $count } quarters
}
fields-last-year = { $count ->
    [one] last year
   *[other] the last { $count } years
}
fields-next-year = { $count ->
    [one] next year
   *[other] the next { $count } years
}

# Two people changed the same field.
conflict-title = Somebody else saved first
conflict-text = You both changed these fields. Choose what counts.
conflict-mine = What you typed
conflict-theirs = What is saved now
conflict-theirs-by = { $who }, { $at }
conflict-theirs-at = Saved { $at }
conflict-later = Not now
conflict-rest = Your other changes are kept.
conflict-save = Save
form-check = Please put this right
