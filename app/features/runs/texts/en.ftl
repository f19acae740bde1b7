# Long work over many records.
run-ids-many = At most { $most } records can be named one by one.
run-action-unfit = That cannot be done to many records at once.
run-nothing-chosen = There is no record left that this would be about. Choose again.
run-conflict = This work has begun already or was given up.
run-nothing-done = This work changed nothing that could be taken back.
run-problem-staff = Whoever began this has no account here any more, so it was ended.
run-part = Another field
run-part-stayed = { $field } was changed later and stays as it is.
run-column-number = Number
run-column-name = Name
run-column-reason = Why it was left
run-file = left

# Marked rows and what is done with them.
run-mark = Mark { $name }
run-keys = Rows
run-key-mark = Mark the row, or not; with Shift all from the last one
run-mark-all = Mark all rows that are loaded
run-marked = { $count ->
    [one] 1 selected
   *[other] { $count } selected
}
run-marked-all-but = { $count ->
    [0] All that match selected
    [one] All that match but 1 selected
   *[other] All that match but { $count } selected
}
run-marks-full = { $most ->
    [one] No more than 1 can be marked one by one. Select all that match instead.
   *[other] No more than { $most } can be marked one by one. Select all that match instead.
}
run-mark-matching = { $count ->
    [one] Select the 1 that matches
   *[other] Select all { $count } that match
}
run-mark-every = Select all that match
run-mark-none = Select none
run-bar = What can be done with the selected rows
run-close = Close
run-not = Cancel
run-counting = Counting …
run-fill-in = Fill in first what is to be changed.
run-concerns = { $count ->
    [0] This concerns no record.
    [one] This concerns 1 record.
   *[other] This concerns { $count } records.
}
run-foreseen-refused = { $count ->
    [one] 1 of the first { $looked } will be left as it is:
   *[other] { $count } of the first { $looked } will be left as they are:
}
run-foreseen-same = { $count ->
    [one] 1 of the first { $looked } is so already.
   *[other] { $count } of the first { $looked } are so already.
}
run-foreseen-reason = { $count } × { $reason }

# Work that is under way.
run-title = Long work
run-lead = What you did to many records at once: how far it is, what it left and why. For thirty days it can be taken back.
run-where = Where you are
run-none-title = No long work yet
run-none-text = Select rows of a list and do something with all of them.
run-show = Show
run-stop = Stop
run-more = Show more
run-shown = { $count ->
    [one] 1 shown
   *[other] { $count } shown
}
run-waits = { $count ->
    [one] Waits for other work to end
   *[other] Waits for { $count } others to end
}
run-reached = { $done } of { $total }
run-ended-done = { $count ->
    [0] Nothing was changed.
    [one] 1 record was changed.
   *[other] { $count } records were changed.
}
run-ended-delete = { $count ->
    [0] Nothing went to the bin.
    [one] 1 record went to the bin.
   *[other] { $count } records went to the bin.
}
run-ended-restore = { $count ->
    [0] Nothing came out of the bin.
    [one] 1 record came out of the bin.
   *[other] { $count } records came out of the bin.
}
run-ended-take-back = { $count ->
    [0] Nothing was taken back.
    [one] 1 record is as it was before.
   *[other] { $count } records are as they were before.
}
run-ended-left = { $count ->
    [one] 1 was left as it is.
   *[other] { $count } were left as they are.
}
run-failed = The work could not go on.
run-stopped = Stopped.
run-undo = Undo
run-undone-by = Was taken back
run-what = What
run-state = State
run-done = Changed
run-left = Left
run-same = As wished already
run-gone = No longer meant
run-refused = Refused
run-who = Who
run-when = When
run-how-far = How far it is
run-left-title = What was left, and why
run-download = Download
run-state-draft = Not begun
run-state-queued = Waits
run-state-running = Under way
run-state-done = Done
run-state-cancelled = Stopped
run-state-failed = Failed
run-emptied = empty
run-what-set = Fields changed
run-what-add-tags = Tags put on: { $tags }
run-what-remove-tags = Tags taken off: { $tags }
run-what-delete = Deleted
run-what-restore = Taken out of the bin
run-what-take-back = Taken back
run-what-take-back-of = Taken back: { $what }

# What who began it is told at the end.
run-ended = The long work that you began is over. Done: { $done } of { $total }.
run-ended-failed = The long work that you began could not go on.
