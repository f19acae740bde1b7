# Imports: records from a file.
import-title = Imports
import-where = Where you are
import-new = Import a file
import-new-lead = Bring in a list from Excel, another CRM or an address book. You see everything before it happens, and can take it back afterwards.
import-none-title = No imports yet
import-none-text = Choose a file with your records; the first row may name the columns.
import-more = Show more
import-file = File
import-state = State
import-when = Uploaded
import-created = Created
import-updated = Updated
import-skipped = Left out
import-refused = Refused
import-state-draft = Choices to make
import-state-ready = Ready
import-state-running = Running
import-state-done = Done
import-state-failed = Failed
import-state-cancelled = Stopped
import-state-undoing = Being undone
import-state-undone = Undone

# Picking a file.
import-kind = What the rows are
import-drop = Drop a file here, or choose one
import-drop-hint = Excel (.xlsx), CSV, TSV or contact cards (.vcf), at most 200 MB
import-upload-stop = Stop uploading { $name }
import-help-title = Good to know
import-help-excel = Files of Excel, Google Contacts, Outlook, other CRMs and address books are read as they are. From XLS, ODS or Numbers save an XLSX or CSV file first.
import-help-header = A first row with names such as Name, E-mail, Company lets us match the columns for you.
import-help-safe = Uploading brings nothing in yet. You check first.

# Reading the file.
import-step-reading = 1. The file
import-step-reading-hint = Do the rows below look right? If letters or columns are wrong, choose another encoding or separator.
import-step-reading-cards = Do the contacts below look right? If letters are wrong, choose another encoding.
import-step-reading-workbook = Do the rows below look right? Dates and numbers are taken over as Excel keeps them.
import-sheet = Sheet
import-skip = Rows above the table
import-skip-hint = Titles and remarks that do not belong to it.
import-encoding = Encoding
import-encoding-hint = Accents look wrong? Try another one.
import-encoding-utf8 = UTF-8
import-encoding-utf16le = UTF-16 (Unicode text)
import-encoding-utf16be = UTF-16, high byte first
import-encoding-windows1252 = Western European (Windows-1252, ISO-8859-1)
import-encoding-iso885915 = Western European with euro (ISO-8859-15)
import-encoding-windows1250 = Central European (Windows-1250)
import-encoding-windows1256 = Arabic (Windows-1256)
import-encoding-macintosh = Western European (old Macintosh)
import-encoding-iso88592 = Central European, Unix (ISO-8859-2)
import-encoding-windows1257 = Baltic (Windows-1257)
import-encoding-windows1254 = Turkish (Windows-1254)
import-encoding-windows1253 = Greek (Windows-1253)
import-encoding-windows1251 = Cyrillic (Windows-1251)
import-encoding-koi8u = Cyrillic, Unix (KOI8-U)
import-encoding-windows1255 = Hebrew (Windows-1255)
import-encoding-shift-jis = Japanese (Shift JIS)
import-encoding-gb18030 = Chinese, simplified (GB 18030)
import-encoding-big5 = Chinese, traditional (Big5)
import-encoding-euc-kr = Korean (EUC-KR)
import-delimiter = Columns are separated by
import-delimiter-comma = Comma ,
import-delimiter-semicolon = Semicolon ;
import-delimiter-tab = Tab
import-delimiter-bar = Bar |
import-has-header = The first row names the columns
import-preview = First rows of the file
import-rows = { $count ->
    [one] One row in the file
   *[other] { $count } rows in the file
}
import-column = Column { $number }

# Columns.
import-step-columns = 2. The columns
import-step-columns-hint = Say what each column holds. First and last name may both go into the name.
import-column-head = Column
import-samples = For example
import-goes-into = Goes into
import-goes-into-of = { $column } goes into
import-goes-nowhere = Leave out
import-left-out = { $count ->
    [0] Every column is used.
    [one] One column is left out.
   *[other] { $count } columns are left out.
}
import-missing-field = No column goes into “{ $field }” yet. It is needed.
import-mapping-twice = Only one column can go into “{ $field }”.
import-mapping-unknown = One of the columns goes into a field that does not exist.
import-no-updates = These records cannot be changed by an import.

# Dates.
import-step-dates = Dates
import-dates-question = The file has dates such as { $samples }. What comes first?
import-dates-day = The day: 03/04 is 3 April
import-dates-month = The month: 03/04 is 4 March
import-dates-shown = Other dates of the file are written like this
import-missing-date-order = Say first whether the day or the month comes first in the dates of the file.

# Unknown words.
import-step-words = Words we do not know
import-step-words-hint = The file names these, but they do not exist here. Rows with a word that stays undecided are refused.
import-word = In the file
import-word-field = Field
import-word-rows = Rows
import-word-outcome = What to do
import-word-outcome-of = What to do with { $word }
import-word-create = Create it
import-word-leave = Leave the field empty
import-word-use = Use “{ $name }”
import-word-refuse = Refuse these rows

# Duplicates and defaults.
import-step-duplicates = 3. What is there already, and defaults
import-duplicates-question = If a record is there already, or comes twice in the file
import-duplicates-skip = Leave the row out
import-duplicates-skip-hint = What you have stays as it is.
import-duplicates-fill = Fill in what is empty
import-duplicates-fill-hint = Only empty fields of the record get the file's values.
import-duplicates-overwrite = Overwrite
import-duplicates-overwrite-hint = The file's values take the place of those in the record; what the file leaves empty stays.
import-duplicates-update = Only change what is there
import-duplicates-update-hint = The file's values take the place of those in the record; rows that match nothing are left out.
import-duplicates-create = Create it anyway
import-duplicates-create-hint = You will have two records.
import-defaults = What the file does not say
import-defaults-hint = New records get it where the cell is empty or there is no such column.
import-default-none = Usual default
import-currency = Currency of amounts
import-currency-hint = For amounts that name none.

# Checking and starting.
import-step-check = 4. Check and start
import-step-check-hint = The check goes through every row and changes nothing. The import comes to the same numbers.
import-check = Check the file
import-discard = Discard this import
import-checked = Checked: { $created } would be created, { $updated } changed, { $refused } refused.
import-not-ready = Something above is still to be decided.
import-nothing = There is no row to bring in.
import-start = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
}
import-near-title = May be there already
import-near-count = { $count ->
    [one] One row becomes a new record though it may be about one that is there.
   *[other] { $count } rows become new records though they may be about some that are there; the first { $shown } are shown.
}
import-left-title = Rows that are not brought in
import-row = Row
import-cells = Cells
import-reason = Reason
import-refused-one = Refused
import-skipped-one = Left out
import-created-one = Created
import-conflict = This import has moved on in the meantime. You see it as it is now.

# The run.
import-step-run = The import
import-running = Bringing rows in
import-running-hint = You can leave this page; the import goes on.
import-progress = { $done } of { $rows } rows
import-cancel = Stop
import-undoing = Taking the import back
import-over = The import has ended.
import-failed = The import could not go on
import-kept-title = Kept, because somebody changed them since
import-kept-hint = Delete them yourself if you do not need them.
import-look = See the records
import-download = Download refused rows
import-undo = Undo the import
import-undo-title = Undo this import?
import-undo-text = What it created is removed and what it changed is put back. Records that somebody has changed since stay, and are listed.
import-undo-not = Keep it
import-another = Import another file
import-refused-title = Refused rows
import-refused-file = refused
import-column-row = Import row
import-column-reason = Import reason

# Why a file cannot be read.
import-problem-gone = The file is no longer there. Upload it again.
import-problem-empty = There are no rows in this file.
import-problem-workbook = This is a workbook in an old or binary format (XLS, XLSB). In Excel choose “Save as” and “Excel Workbook (.xlsx)”, then upload that file.
import-problem-encrypted = A password protects this workbook. In Excel save it without a password, then upload that file.
import-problem-open-document = This is an OpenDocument spreadsheet. In LibreOffice choose “Save as” and “Excel 2007-365 (.xlsx)”, then upload that file.
import-problem-numbers = This is a Numbers document. In Numbers choose “File”, “Export To” and “Excel”, then upload that file.
import-problem-archive = This is a packed archive. Unpack it and upload the file that is in it.
import-problem-damaged = The workbook is damaged, or did not arrive whole. Open it in Excel, save it again and upload it once more.
import-problem-too-large = There is more in this workbook than we can unpack. In Excel choose “Save as” and “CSV UTF-8”, then upload that file.
import-problem-markup = This is a web page or XML, whatever its name says. Open it in Excel, choose “Save as” and “Excel Workbook (.xlsx)”, then upload that file.
import-problem-open-card = The contact card that begins in line { $line } has no end. Export the contacts again; nothing was brought in.
import-problem-no-text = There is no table in this file. Choose an Excel (.xlsx), CSV, TSV or vCard file.
import-problem-letters = Line { $line } holds letters that this encoding does not have. Choose another encoding.
import-problem-open-quote = The quotation mark that opens in line { $line } is never closed. Put it right in the file and upload it again; nothing was brought in.
import-problem-stray-quote = In line { $line } there is something behind a closing quotation mark. Put it right in the file and upload it again; nothing was brought in.
import-problem-columns = The row in line { $line } has more than { $limit } columns.
import-problem-cell = A cell in line { $line } is longer than anything we can keep.
import-problem-rows = The file has more than { $limit } rows. Divide it into several files.
import-problem-staff = The account that started this import is no longer active.

# Why a row is refused or left out.
import-refuse-field = { $field }: { $reason }
import-refuse-both = { $first }; { $next }
import-refuse-missing = is missing
import-refuse-cells = The row has { $cells } cells, but the file has only { $columns } columns.
import-refuse-letter = a letter is broken; the file was damaged before it came here
import-refuse-long = { $length } characters are too long, { $limit } fit
import-refuse-email = “{ $cell }” is not an e-mail address
import-refuse-phone = “{ $cell }” is not a phone number
import-refuse-phone-excel = Excel has shortened this number to “{ $cell }”. Format the column as text in Excel and export it again
import-refuse-money = “{ $cell }” is not an amount
import-refuse-currency = “{ $cell }” is not the code of a currency
import-refuse-date = “{ $cell }” is not a date
import-refuse-date-order = “{ $cell }” can be two dates; say whether the day or the month comes first
import-refuse-flag = “{ $cell }” is neither yes nor no
import-refuse-word = “{ $cell }” does not exist here
import-refuse-word-right = “{ $cell }” does not exist here, and your role does not allow creating it
import-skip-earlier = The same as row { $row } of this file.

import-tells = A row means a record that is there if they share
import-tells-hint = One of these is enough. Of several records the oldest is meant.
import-tells-number = The column with our number comes first: a row with a number means that record and no other.
import-key-unknown = These records cannot be told apart by that.
import-number = Foyer ID
import-always = { $field } in every row, whatever the file says
import-tags-all = Tags for all rows
import-tags-all-hint = Divided by commas. They come to those of the file.
import-changes-title = What changes in records that are there
import-changes-count = { $count ->
    [one] One record changes.
   *[other] { $count } records change; the first { $shown } are shown.
}
import-changes = Changes
import-record = Record
import-kept-fields = stays as it is: { $fields }
import-skip-same = Nothing new for the record that is there.
import-skip-unknown = No record matches, and this import makes no new ones.
import-refuse-no-record = There is no record with this number that you may see.
import-refuse-number = “{ $cell }” is not a number of ours

import-mappings = Saved mappings
import-mapping = Mapping
import-mapping-none = None
import-mapping-named = { $name }
import-mapping-fits = { $name } (made for such a file)
import-mapping-known = You had a file with these columns before: “{ $name }” says how it goes in.
import-mapping-pick = Pick a mapping first.
import-mapping-use = Use this mapping
import-mapping-used = The choices are those of “{ $name }”.
import-mapping-rename = Rename or share
import-mapping-delete = Delete this mapping
import-mapping-save = Save this mapping
import-mapping-save-hint = Columns, fixed values, words, and what happens to records that are there. It is offered again when a file has these columns.
import-mapping-name = Name
import-mapping-share = For all who may import these records
import-mapping-keep = Save
import-mapping-saved = The mapping is saved.
import-mapping-cancel = Cancel
import-mapping-no-header = A mapping is known again by the names of its columns; this file has none.
import-mapping-many = You have { $limit } mappings. Delete one first.
import-left-out-names = Left out: { $names }

# What who began it is told at the end.
import-ended = { $file } is in. New: { $created }, changed: { $updated }, skipped: { $skipped }, refused: { $refused }.
import-ended-failed = { $file } could not be brought in to its end.

# What rows bring to their records, and rows that delete.
import-becomes = Becomes
import-bin = In the bin
import-of-part = { $part } { $name }: { $field }
import-deleted = Deleted
import-step-tells = 3. Which records are meant
import-checked-delete = Checked: { $updated } would be deleted, { $refused } refused.
import-start-delete = { $count ->
    [one] Delete one record
   *[other] Delete { $count } records
}
import-refuse-unknown = There is no such record that you may see.
import-refuse-several = { $count } records are meant by this. Say which one by its number.
