# Lists of records of any kind.
filter-clear = Clear filters
filter-unread = This filter cannot be read
list-order-unread = The order of the list cannot be read
list-usual-order = Usual order
list-columns = Columns and groups
list-columns-text = Choose what the list shows, and in which order.
list-columns-usual = As usual
list-group-by = Group rows by
list-group-none = No groups
list-group-alone = Only these
list-column-up = Move { $name } forward
list-column-down = Move { $name } back
list-more = Show more
list-of-record = { $field } of { $name }
list-sort-place = sort { $place } of { $count }
list-limit-unfit = Ask for 1 to 200 at a time.
list-close = Close
list-done = Done
list-index-all = All

# What is done to many.
bulk-field-of = Change: { $field }
bulk-delete = Delete
bulk-other = Change another field
bulk-add-tags = Add tags
bulk-remove-tags = Remove tags
bulk-more = More
bulk-go = Change
bulk-delete-text = They go to the bin and can be taken back for thirty days.
bulk-tags-hint = Several are divided by commas.
bulk-which-field = Field
bulk-empty-hint = If you leave it empty, the field is emptied.
list-look = Layout of the list
list-look-rows = Rows
list-look-cards = Cards
