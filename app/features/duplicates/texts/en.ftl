# By what two records are alike.
alike-email = same e-mail address
alike-phone = same phone number
alike-site = same website
alike-company = same company
alike-separator = {", "}

# In a form, while something is typed that may be there already.
duplicates-notice =
    { $count ->
        [one] This may be there already:
       *[other] This may be there already, { $count } times:
    }
duplicates-new-tab = (opens in a new tab)
duplicates-take = Put into { $name }
duplicates-save-question = None of these?
duplicates-save-anyway = Save anyway
duplicates-refused = There is something like this already.

# Settings.
duplicates-setting = Duplicates
duplicates-setting-hint = What tells you that somebody is there already
duplicates-setting-text = A warning comes, and a suspected pair is listed, when two records have one of these in common:
duplicates-count-email = The e-mail address
duplicates-count-phone = The phone number
duplicates-count-site = The website
duplicates-count-company = The company
duplicates-save = Save
duplicates-setting-saved = Saved. It counts from now on, for what is there already too.

# Suspected pairs.
duplicates-title = Possible duplicates
duplicates-loading = Looking for duplicates
duplicates-none = No duplicates
duplicates-none-text = Nothing that you see seems to be there twice. What counts as a sign is under Settings.
duplicates-more = Show more
duplicates-shown =
    { $count ->
        [one] One pair
       *[other] { $count } pairs
    }
duplicates-common = Many records have the { $what } { $value }: too many to be duplicates.
duplicates-merge = Merge
duplicates-merge-label = Merge { $one } and { $other }
duplicates-apart-label = { $one } and { $other } are not the same
duplicates-told-apart = { $one } and { $other } are not the same.
duplicates-undo = Undo

# Two records become one.
merge-title = Merge
merge-intro = { $survivor } is older and stays. { $other } goes into it.
merge-note = Notes, files, tasks, reminders, tags and the history of both stand together from then on. You can take it back for 30 days.
merge-all-same = All fields are the same.
merge-of-older = of the one that stays
merge-of-newer = of the one that goes into it
merge-stays = stays
merge-goes = goes into it
merge-run = Merge
merge-cancel = Cancel
merge-done = Merged. { $name } has it all now.
merge-undone = Taken apart again.
merge-same = That is the same record.
merge-already = { $name } was merged into { $into } already.
event-record-merged = merged { $name } into it
event-record-unmerged = took it apart from { $name } again
