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
