# The board.
board-title = Board
board-view = View
board-loading = Loading…
board-pipeline = Pipeline
board-pipeline-shown = Pipeline { $name }
board-import = Import
board-new = New lead
board-nobody = Nobody
board-empty = No leads yet
board-empty-text = Bring in the list you have, or write down the first one. They will stand here, and you drag them from stage to stage.
board-nothing-matches = No lead matches
board-nothing-matches-text = Take a filter away, or search for something else.
board-out-of-play = The board shows leads in play only
board-out-of-play-text = This filter asks for leads that are lost or junk.
board-out-of-play-list = Show them in the list
board-column-empty = Nothing here. Drag a card into this column.
board-offline = Not up to date: connecting again…
board-sort = Order
board-sort-manual = Own order
board-sort-newest = Newest first
board-sort-oldest = Oldest first
board-sort-value = Highest value
board-sort-last-contact = Longest without contact
board-sort-age = Longest in stage
board-group = Columns
board-group-stage = By stage
board-group-owner = By owner
board-order-is-sorted = The cards are sorted here, so their place cannot be chosen. Switch to “Own order” for that.
board-count = { $count ->
    [one] one lead
   *[other] { $count } leads
}
board-count-limit = { $count ->
    [one] one lead of at most { $limit }
   *[other] { $count } leads of at most { $limit }
}
board-column-full = Full
board-stale-count = { $count ->
    [one] one is waiting too long
   *[other] { $count } are waiting too long
}
board-fold = Fold { $name }
board-unfold = Unfold { $name }
board-add-to = Add a lead to { $name }
board-card-menu = Actions for { $name }
board-owned-by = Owner: { $name }
board-card-field = { $field }: { $value }
board-in-stage = { $age } in this stage
board-stale = { $age } in this stage: too long
board-reminder = Reminder: { $at }
board-contact = Last contact: { $age } ago
board-help = Press Space to pick the card up, Enter to open it, M to choose a place, X to select it.
board-held-hint = Arrow keys move the card · Space drops it · Escape cancels
board-said-lifted = { $name } picked up. { $stage }, position { $position } of { $count }. Arrow keys move, Space drops, Escape cancels.
board-said-over = { $stage }, position { $position } of { $count }
board-said-cancelled = Cancelled. { $name } is back in { $stage }, position { $position }.
board-said-elsewhere = { $name } was moved to { $stage } by somebody else.
board-moved = { $name } moved to { $stage }.
board-moved-within = { $name } has a new place in { $stage }.
board-over-limit = { $stage } now holds { $count } of at most { $limit }.
board-undo = Undo
board-card-gone = { $name } is not there any more: it was deleted, or you may not see it now.
board-left-filter = { $name } no longer fits the filter, so it has left this view.
board-move-to = Move to…
board-move-title = Move to
board-move-column = Column
board-move-place = Place
board-move-go = Move
board-move-top = At the top
board-move-bottom = At the bottom
board-move-after = After { $name }
board-said-lifted-many = { $cards } leads picked up. { $stage }, position { $position } of { $count }. Arrow keys move, Space drops, Escape cancels.
board-selection = Selected leads
board-selected = { $count ->
    [0] Nothing selected
    [one] One lead selected
   *[other] { $count } leads selected
}
board-is-selected = selected
board-select = Select
board-deselect = Remove from selection
board-select-none = Clear
board-selection-hint = Drag one of them to move all.
board-moved-many = { $count } leads moved to { $stage }.
board-moved-back-many = { $count } leads moved.
board-stayed = { $count ->
    [one] One stayed: { $why }
   *[other] { $count } stayed: { $why }
}
board-stayed-why = { $names }: { $reason }
board-stayed-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
board-left-filter-many = { $count } leads no longer fit the filter, so they have left this view.
board-keys = On the board
board-key-up-down = Previous or next card
board-key-left-right = Card in the next column
board-key-ends = First or last card
board-key-lift = Pick the card up
board-key-move = Choose where the card goes
board-key-mark = Select the card, or not
board-key-pipeline = Show the next pipeline
board-key-unmark = Clear the selection
board-keys-held = With a card picked up
board-key-carry-up-down = Move it up or down
board-key-carry-left-right = Move it to the next column
board-key-carry-ends = To the top or the end of the column
board-key-drop = Drop it here
board-key-cancel = Put it back
lead-moves-unfit = Choose between one and 200 leads, each once.
# What a stage asks for.
rule-title = { $stage } needs a little more
rule-text = Fill this in to move { $name }.
rule-go = Move
lost-title = Why was it lost?
junk-title = Why is it junk?
# Search and filters.
month-title = Calendar
month-by = By which date
month-months = Months
month-today = Today
month-caption = Leads of { $month }: { $field }
month-more = { $count ->
    [one] one more
   *[other] { $count } more
}
month-empty = No lead has this date in these weeks.
month-moved = { $name } stands on { $day } now.
month-cut = Only the first { $count } leads of these weeks are shown. A filter narrows them.
filter-search = Search leads
filter-stale = Waiting too long
filter-mine = Mine
filter-nobodys = Nobody’s
filter-standing-in-play = In play
filter-standing-converted = Converted
filter-standing-lost = Lost
filter-standing-junk = Junk
filter-standing-all = All
lead-view-usual = All in play
# The list.
list-title = Leads
list-comma = { ", " }
list-looked = { $count ->
    [one] Looked through one lead so far
   *[other] Looked through { $all } leads so far
}
list-summary = { $count ->
    [one] One lead
   *[other] { $shown } of { $all } leads
}
# The fields of a lead.
field-stage_id = Stage
field-source_id = Source
field-owner_id = Owner
field-company = Company
field-value = Value
field-description = Description
field-is_public = Public
field-is_public-hint = Everybody who works here can see it.
field-last_contact_at = Last contact
field-outcome = Outcome
field-lost_reason_id = Reason (lost or junk)
field-tags = Tags
field-created_at = Created
field-created_by = Created by
field-stage_since = In its stage since
field-pipeline_id = Pipeline
field-standing = Which leads
field-stale = Waiting too long
field-none = None
field-yes = Yes
field-no = No
outcome-active = In play
outcome-lost = Lost
outcome-junk = Junk
# The form.
form-address = Address
form-tags-placeholder = Add tags
form-tags-none = No such tag
form-tags-remove = Remove { $name }
form-tags-create = Add “{ $name }”
leave-title = Leave without saving?
leave-text = What you typed is not saved and would be lost.
leave-stay = Stay here
leave-go = Leave
# The lead's page.
lead-title = Lead
lead-trail = Where you are
lead-tabs = Parts of the lead
lead-tab-activity = Activity
lead-tab-profile = Details
lead-tab-tasks = Tasks
lead-tab-files = Files
lead-tab-reminders = Reminders
lead-profile = Details
lead-created-by = { $at } by { $name }
lead-profile-hint = An e-mail address and a few words make it easier for the next person.
lead-not-there = This lead is not here
lead-open = Open
lead-open-tab = Open in a new tab
lead-open-page = Open as page
lead-close = Close
lead-cancel = Cancel
lead-save = Save
lead-saved = Saved.
lead-no-undo = This cannot be undone.
lead-edit = Edit
lead-more = More actions
lead-keys = On a lead
lead-create = Create lead
lead-created-toast = { $name } is on the board.
lead-taken-toast = Added to { $name }. What was filled in there has stayed.
lead-duplicates = Duplicates
lead-delete = Delete
lead-deleted-toast = { $name } is in the bin.
lead-in-bin = This lead is in the bin.
lead-restore = Restore
lead-undone = Undone.
lead-assign-me = Assign to me
lead-assigned = { $name } is the owner now.
lead-unassigned = Nobody is the owner now.
lead-convert = Convert to customer
lead-unconvert = Take back the conversion
lead-is-customer = Became a customer
lead-mark-lost = Mark as lost
lead-mark-junk = Mark as junk
lead-mark-active = Bring back into play
lead-marked-lost = Marked as lost. It has left the board.
lead-marked-junk = Marked as junk. It has left the board.
lead-marked-active = Back in play.
lead-made-public = Everybody can see it now.
lead-made-private = Only its owner, its creator and those who see all leads can see it now.
lead-touched = I got in touch
lead-touched-when = When
lead-touched-toast = Last contact: { $at }.
lead-changed-by = { $name } has changed this lead while you were typing.
lead-changed-elsewhere = This lead was changed while you were typing.
lead-show-theirs = Show it and drop my changes
# Conversion.
convert-title = Convert to customer
convert-text = The lead becomes a customer with a contact, and goes to the stage of converted leads.
convert-known = This e-mail address is known
convert-attach = Add as a contact of { $name }
convert-new = Make a new customer
convert-customer-name = Name of the customer
convert-kind = Kind
convert-kind-commercial = Company
convert-kind-residential = Private person
convert-first-name = First name
convert-last-name = Last name
convert-administrator = Make me an administrator of this customer
convert-carry = Carry over notes and history
convert-carry-hint = Notes, files, reminders, tasks and the whole history. Otherwise they stay with the lead, and the customer’s history has a line that says so. Tags come along in any case.
convert-welcome = Send the welcome mail
convert-welcome-hint = It says hello, names your organisation and the contact person here, and is written in the lead’s language.
convert-welcome-needs-email = The welcome mail needs an e-mail address.
convert-go = Convert
convert-done = { $name } is a customer now.
convert-undone = The conversion was undone.
convert-open = Open customer
unconvert-text = The lead goes back to the stage that it came from. The customer that was made of it goes to the bin.
unconvert-attached = A customer who was there before stays, without the lead’s history and tags, and without the contact if nobody has changed it. A mail that was sent stays sent.
unconvert-go = Take back
# Settings.
pipeline-title = Pipelines
pipeline-hint = The ways of selling, the stages that leads go through, their order and their rules.
pipeline-add = Add a pipeline
pipeline-default = Opens by itself
pipeline-default-hint = Its board is shown first, and new leads come into it.
pipeline-like = Stages
pipeline-like-usual = The usual ones
pipeline-like-one = As in { $name }
pipeline-delete-text = Its leads go to stages of other pipelines. Say where those of each stage go.
pipeline-delete-empty = No lead stands in it, not even a lost one or one in the bin.
pipeline-goes-to = { $count ->
    [one] One lead in { $stage } goes to
   *[other] { $count } leads in { $stage } go to
}
stage-add = Add a stage
stage-delete-text = { $count ->
    [one] One lead is in this stage, counting lost ones and those in the bin. It goes to another stage.
   *[other] { $count } leads are in this stage, counting lost ones and those in the bin. They go to another stage.
}
stage-delete-empty = No lead is in this stage, not even a lost one or one in the bin.
stage-is-only = Leads have to begin somewhere: this is the only stage for it.
stage-goes-to = Its leads go to
stage-name = Name
stage-kind = Kind
stage-kind-open = Open
stage-kind-won = Won
stage-kind-lost = Lost
stage-probability = Chance in percent
stage-chance = { $percent } % chance
stage-limit = At most so many leads
stage-blocks = Refuse more
stage-blocks-hint = Otherwise a full stage only warns.
stage-limit-blocks = at most { $limit }
stage-limit-warns = warns above { $limit }
stage-stale-days = Too long after so many days
stage-stale = { $days ->
    [one] too long after one day
   *[other] too long after { $days } days
}
stage-required = Required fields
stage-required-hint = No lead comes into this stage without them.
stage-requires = requires: { $fields }
stage-default = New leads start here
stage-conversion = Converted leads
converted-text = Leads that became customers stay on the board where they were sold.
converted-lock = Converted leads can only be changed by administrators
converted-lock-hint = Fields, stage, tags, notes, files, tasks and the conversion itself. Everybody else can still look at them.
words-title = Sources, reasons and tags
words-hint = The words that leads are described with.
words-sources = Sources
words-reasons = Reasons (lost or junk)
words-tags = Tags
words-add-source = Add a source
words-add-reason = Add a reason
words-add-tag = Add a tag
words-goes-to = What uses it gets
words-goes-to-hint = Needed only while something uses it.
source-default = New leads take this one


# What operations on leads say.
lead-many = Leads
lead-pipeline-sales = Sales
lead-stage-new = New
lead-stage-contacted = Contacted
lead-stage-qualified = Qualified
lead-stage-proposal = Proposal
lead-stage-negotiation = Negotiation
lead-stage-customer = Customer
lead-stage-lost = Lost
lead-source-website = Website
lead-source-referral = Referral
lead-source-event = Event
lead-source-phone = Phone
lead-source-import = Import
lead-reason-price = Too expensive
lead-reason-timing = Not the right time
lead-reason-competitor = Chose somebody else
lead-reason-silent = No answer any more
lead-needs-conversion = Leads come into this stage by being converted to a customer. Use “Convert” instead.
lead-is-converted = This lead has become a customer. Undo the conversion first.
lead-is-not-converted = This lead has not become a customer.
lead-is-deleted = This lead is in the bin. Restore it first.
lead-is-locked = This lead has become a customer. Only administrators can change it.
lead-customer-has-documents = The customer has documents by now, so the conversion cannot be taken back.
lead-customer-has-leads = Another lead was attached to this customer. Take that back first.
lead-stage-full = “{ $stage }” is full: at most { $limit } leads may stand there. Move one out of it first.
lead-stage-requires = “{ $stage }” needs this to be filled in.
lead-stage-unknown = There is no such stage any more. Choose another one.
lead-stage-unfit = The leads cannot go there. Choose another stage of the same pipeline.
lead-stage-changed = Somebody else has changed this stage. Check what it says now and try again.
lead-stage-conversion-kind = Converted leads stand here, so this stage always counts as won.
lead-stage-protected = Converted leads stand in this stage; it cannot be deleted.
lead-pipelines-too-many = There are { $limit } pipelines already. Delete one of them first.
lead-pipeline-unknown = There is no such pipeline any more. Choose another one.
lead-pipeline-changed = Somebody else has changed this pipeline. Check what it says now and try again.
lead-pipeline-is-default = This pipeline opens by itself. Let another one open by itself first.
lead-stage-needs-target = Say where the leads in “{ $stage }” go.
lead-stage-unfit-target = The leads in “{ $stage }” cannot go there. Converted leads go to a stage for converted ones of another pipeline, all others to another stage of it.
lead-stage-is-over = { $stage } holds more than the { $limit } leads that it should now.
lead-word-in-use = This is in use. Say what takes its place.
lead-field-unfit = This value does not fit here.
lead-owner-gone = This person does not work here any more. Choose somebody else.
lead-cursor-unfit = This place in the list belongs to another order. Begin at the start.
lead-customer-unknown = There is no such customer. Choose another one.
lead-moved-by = { $who } was quicker: { $name } is in “{ $stage }” now.
lead-moved-meanwhile = Somebody was quicker: { $name } is in “{ $stage }” now.
lead-assigned-to-you = { $who } has given you the lead { $name }.
lead-known-already = There is a lead with the same address or number already: { $name }.
lead-known-site = There is a lead with the same website already: { $name }.
lead-known-company = There is a lead with the same company already: { $name }.
lead-near-customer = Like the customer { $name } or a contact of theirs: { $sign }.
lead-near-lead = Like the lead { $name }: { $sign }.

# What happened to a lead, as the timeline tells it after the name of who did it.
event-lead-created = added the lead
event-lead-updated = changed the lead
event-lead-moved = moved the lead
event-lead-deleted = put the lead into the bin
event-lead-restored = took the lead out of the bin
event-lead-converted = made a customer of the lead
event-lead-conversion-undone = took the conversion back
event-customer-lead-attached = attached the lead { $name }
event-customer-lead-detached = took the lead { $name } off again
event-customer-lead-left = made it from the lead { $name }, whose history stays there
event-mail-welcome-sent = had the welcome mail sent to { $email }

# The welcome mail.
mail-welcome-subject = Welcome to { $organisation }
mail-welcome-hello = Hello { $name },
mail-welcome-body = welcome, and thank you for choosing { $organisation }. We look forward to working with you.
mail-welcome-contact = Your contact person here is { $contact }, who is glad to help you with whatever you need.
mail-welcome-end = Kind regards, { $organisation }

# The bin.
lead-bin = Bin
lead-bin-title = Leads in the bin

# Many leads at once.
bulk-stage = Change stage
bulk-owner = Assign
bulk-source = Change source
bulk-public = Change who sees it
bulk-required = This stage requires the following. Only leads that lack it get it.
