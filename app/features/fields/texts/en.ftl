# What fields of records say, whatever the kind of record.
fields-unknown = There is no such field.
fields-unfit = This does not fit the field.
fields-changed-meanwhile = Somebody else has changed { $name } meanwhile.

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
