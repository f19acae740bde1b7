# Words used by everything that hangs on a record.
record-yes = yes
record-no = no
record-undo = Undo
record-save = Save
record-cancel = Cancel
record-loading = Loading
record-failed = This could not be loaded.
record-leave-title = Leave without saving?
record-leave-text = What you typed here is not saved yet and would be lost.
record-leave-stay = Stay here
record-leave-leave = Leave
# A value before and after a change.
record-value = { $value }
record-nothing = empty

# The timeline.
timeline-title = Timeline
timeline-house = Foyer
timeline-empty = Nothing has happened here yet
timeline-empty-text = Notes, files, reminders and every change will appear here.
timeline-empty-filter = Nothing of this kind
timeline-filter = Show
timeline-filter-all = All
timeline-filter-notes = Notes
timeline-filter-changes = Changes
timeline-filter-files = Files
timeline-filter-reminders = Reminders
timeline-filter-tasks = Tasks
timeline-more = Show older entries
timeline-shown = { $count ->
    [one] One entry
   *[other] { $count } entries
}
timeline-today = Today
timeline-yesterday = Yesterday
timeline-changed-to = changed to
timeline-seam-lead = From here on: as a lead
timeline-seam-customer = From here on: as a customer
timeline-seam-other = From here on: before

# What happened. Each sentence goes on after the name of who did it.
event-other = made a change
event-note-created = wrote a note
event-note-updated = changed a note
event-note-deleted = deleted a note
event-note-restored = took a deleted note back
event-file-created = added the file { $name }
event-file-deleted = deleted the file { $name }
event-file-restored = took the deleted file { $name } back
event-picture-changed = changed the picture of { $name }
event-picture-removed = removed the picture of { $name }
event-reminder-created = set a reminder for { $due_at }: { $text }
event-reminder-done = ticked off the reminder “{ $text }”
event-reminder-reopened = reopened the reminder “{ $text }”
event-reminder-deleted = deleted the reminder “{ $text }”
event-tag-added = added the tag { $tag }
event-tag-removed = removed the tag { $tag }
field-note = Note
field-contacted_at = Got in touch

# Notes.
note-new = New note
note-placeholder = What happened, what was said, what is next?
note-hint = Ctrl+Enter saves the note.
note-add = Add note
note-edit = Edit note
note-delete = Delete note
note-edited = edited
note-show-all = Show all
note-show-less = Show less
note-contact = I got in touch
note-contacted-at = When
note-contacted = Got in touch on { $at }
note-added = Note added
note-deleted = Note deleted
note-empty = Write something first.
note-too-long = A note holds at most { $limit } characters; this one has { $length }. Nothing is lost: shorten it, or add it as a file.
note-contacted-ahead = This moment lies ahead.
note-not-yours = Only its author or an administrator can change a note.
note-conflict = This note was changed in the meantime. Both versions are shown below.
note-conflict-theirs = As it is now
note-conflict-keep = Save mine
note-conflict-take = Keep as it is now

# Files.
file-title = Files
file-drop = Drop files here or choose them
file-hint = PDF, pictures, Office documents, text, audio, video or ZIP, up to { $megabytes } MB each
file-empty-list = No files yet
file-download = Download { $name }
file-show = Show { $name }
file-show-failed = The picture cannot be shown. Download the file instead.
file-save = Download
file-close = Close
file-delete = Delete { $name }
file-deleted = { $name } deleted
file-added = { $name } added
file-cancel = Stop { $name }
file-dismiss = Hide { $name }
file-kilobytes = { $size } kB
file-megabytes = { $size } MB
file-kind-refused = Files such as { $name } are not accepted. Convert it to PDF, or put it into a ZIP archive.
file-content-refused = The content of { $name } is not what its name says, so it was not stored.
file-empty = { $name } is empty.
file-quota = Your storage is full, so { $name } was not stored. Delete files that are not needed any more.
file-broken-off = The connection broke off before { $name } was complete. Nothing was stored; try again.

# Reminders.
reminder-title = Reminders
reminder-new = New reminder
reminder-text = Remind of
reminder-due = When
reminder-who = Whom
reminder-add = Set reminder
reminder-empty = No reminders
reminder-done = Done: { $text }
reminder-delete = Delete reminder: { $text }
reminder-deleted = Reminder deleted
reminder-finished = { $count ->
    [one] One done
   *[other] { $count } done
}
reminder-overdue = overdue
reminder-for = for { $name }
reminder-due-invalid = Choose a day and a time.
reminder-due-behind = This moment has passed.
reminder-nobody = Choose somebody who works here.
reminder-unseen = { $name } may not see this record, so the reminder would be of no use. Choose somebody who sees it, or give { $name } access first.
reminder-notification = Reminder: { $text }
reminder-mail-subject = Reminder: { $text }
reminder-mail-text = You wanted to be reminded: { $text }
reminder-mail-about = It is about { $title } and was due on { $due }.

# Tags.
tag-title = Tags
tag-placeholder = Add a tag
tag-nothing = No tag of this name
tag-remove = Remove tag { $name }
tag-create = New tag “{ $name }”
tag-none = No tags
tag-too-many = A record holds at most { $limit } tags.

# Who else is here just now.
presence-title = Also here
presence-looks = { $name } is looking
presence-types = { $name } is typing
presence-moves = { $name } is moving the card
presence-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Taking a change back from the history.
event-undone = took back: { $what }
event-by-import = { $what } (import { $import })
undo-label = Take back: { $what }
undo-done = Taken back.
undo-undone-mark = taken back
undo-title = Take this change back?
undo-later-text = Some of it was changed again later. That stays as it is unless you choose otherwise.
undo-field-back = { $field }: back to { $then }
undo-field-already = { $field }: is { $then } again already
undo-field-over = { $field }: back to { $then } all the same
undo-field-later = { $who } changed it to { $now } on { $at }.
undo-field-changed = It was changed later.
undo-somebody = Somebody
undo-nothing-chosen = Choose at least one field that goes back.
undo-run = Take back
undo-too-late = Changes can be taken back for 30 days. This one is older.
undo-undone = This change was taken back already.
undo-unfit = This cannot be taken back from the history.
undo-nothing-left = Nothing of this change is left to take back: all of it was changed later.
undo-changed-later = It was changed again later and stays as it is.
undo-changed-since = Something was changed in it since, so it stays.

# The bin.
bin-search = Search the bin
bin-empty = The bin is empty
bin-empty-text = What is deleted waits here and can be taken back.
bin-nothing-found = Nothing in the bin is called so
bin-choose = Choose { $name }
bin-restore = Take back
bin-restore-chosen = { $count ->
    [one] Take { $count } back
   *[other] Take { $count } back
}
bin-restored = { $count ->
    [one] { $count } record taken back.
   *[other] { $count } records taken back.
}
bin-shown = { $count ->
    [one] { $count } record shown
   *[other] { $count } records shown
}
bin-more = Show more
bin-ids-unfit = Choose between 1 and 200 records.

# Pictures of records: a logo, a photo.
picture-add = Add a picture
picture-change = Change picture
picture-change-of = Change the picture of { $name }
picture-of = Picture of { $name }
picture-file = Picture
picture-drop = Drop a picture here or choose one
picture-hint = PNG, JPEG or WebP, up to { $megabytes } MB
picture-plain = The middle of the picture is cut out as a square.
picture-frame = Part of the picture
picture-frame-hint = Drag the picture, or move it with the arrow keys (with Shift further). Plus and minus, the wheel or two fingers zoom.
picture-zoom = Zoom
picture-closer = Zoom in
picture-farther = Zoom out
picture-percent = { $percent }%
picture-whole = Whole picture
picture-centre = Centre
picture-other = Choose another
picture-save = Save picture
picture-remove = Remove picture
picture-removed = Picture removed
picture-svg = SVG drawings are not accepted, because they can contain programs. Export the picture as PNG.
picture-kind-refused = This is not a PNG, JPEG or WebP picture. Export it in one of these formats.
picture-empty = The file is empty.
picture-too-large = The picture is larger than { $megabytes } MB. Save a smaller copy.
picture-too-many-pixels = The picture has more than 50 million pixels. Save a smaller copy.
picture-broken = The picture cannot be read. It may be damaged: save it anew as PNG or JPEG.
picture-quota = Your storage is full, so the picture was not stored. Delete files that are not needed any more.

# The history as a table.
history-table = Changes of fields
history-when = When
history-who = Who
history-field = Field
history-old = Before
history-new = After
history-back = Take back
history-every-field = Every field
history-everybody = Everybody
history-none = No changes here
history-none-text = Nothing was changed yet, or nothing fits what is chosen above.
history-person = Person
history-shown = { $count ->
    [one] One change shown
   *[other] { $count } changes shown
}
history-as-line = As it happened
history-as-table = As a table
history-look = How the history is shown
