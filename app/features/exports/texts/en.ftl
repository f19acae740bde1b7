# Exports: records as a file.
export-title = Export
export-action = Export
export-close = Close
export-loading = Looking at what can be exported…
export-count = { $count ->
    [0] There is nothing to export.
    [one] One record will be in the file.
   *[other] { $count } records will be in the file.
}
export-count-more = More than { $count } records will be in the file.
export-format = Format
export-format-csv = CSV, for any program. It comes at once.
export-format-xlsx = Excel workbook (.xlsx). It is made in the background.
export-delimiter = Between the columns
export-delimiter-hint = Excel expects a comma or a semicolon, depending on its language.
export-delimiter-comma = Comma
export-delimiter-semicolon = Semicolon
export-delimiter-tab = Tab
export-columns = Columns
export-all = All
export-none = None
export-download = Download
export-make = Make the workbook
export-running = The workbook is being made
export-running-hint = You can leave this page. The bell rings when the file is ready.
export-rows = { $rows ->
    [one] One record
   *[other] { $rows } records
}
export-over = The workbook is ready.
export-ready = Your workbook { $name } is ready.
export-kept-until = The file can be downloaded until { $until }.
export-gone = The file is not kept any more. Export again to get one as things stand now.
export-back = Back to the list
export-failed = The workbook could not be made
export-column-unknown = There is no column “{ $column }”.
export-too-many-ids = At most { $most } records can be named one by one.
export-too-many-rows = A workbook holds at most { $most } rows. Choose CSV, or a filter.
export-format-unknown = Only csv can be asked for here.
export-problem-staff = Whoever wanted this file does not work here any more.
export-number = Foyer ID
