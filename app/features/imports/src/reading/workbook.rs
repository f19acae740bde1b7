//! From a workbook to rows: cell by cell in one pass, each as text that means one thing.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::FileProblem;
use super::measure::{LIMITS, measure};
use super::problem::{LONGEST_CELL, MOST_COLUMNS};
use super::spool::SpoolWriter;

/// Sheets that are looked at.
const MOST_SHEETS: usize = 100;

/// Writes the rows of a workbook to `out`; `digest` is that of the file.
///
/// # Errors
/// `TooLarge`, `Encrypted`, `Damaged`, or `Empty` if no sheet has content; `Gone` if `out` does not take them.
pub fn unpack(path: &Path, out: impl Write, digest: String) -> Result<(), FileProblem> {
    measure(path, &LIMITS)?;
    let file = File::open(path).map_err(|_| FileProblem::Gone)?;
    let mut workbook = Xlsx::new(BufReader::new(file)).map_err(problem)?;
    let mut writer = SpoolWriter::new(out, digest).map_err(|_| FileProblem::Gone)?;
    for name in sheets(&workbook) {
        writer.begin_sheet(&name);
        sheet(&mut workbook, &name, &mut writer)?;
    }
    match writer.finish() {
        Ok(true) => Ok(()),
        Ok(false) => Err(FileProblem::Empty),
        Err(_) => Err(FileProblem::Gone),
    }
}

/// The tables that people see; if all are hidden, those.
fn sheets(workbook: &Xlsx<BufReader<File>>) -> Vec<String> {
    let tables = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (shown, hidden): (Vec<_>, Vec<_>) = tables.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let names = if shown.is_empty() { hidden } else { shown };
    names.into_iter().take(MOST_SHEETS).map(|sheet| sheet.name.clone()).collect()
}

fn sheet<W: Write>(
    workbook: &mut Xlsx<BufReader<File>>,
    name: &str,
    writer: &mut SpoolWriter<W>,
) -> Result<(), FileProblem> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        other => other.map_err(problem)?,
    };
    let (mut row, mut cells) = (0, Vec::new());
    while let Some(cell) = reader.next_cell().map_err(problem)? {
        let (own, column) = cell.get_position();
        if own != row {
            // Rows stand in their order; otherwise nobody could tell how far a run is.
            if own < row {
                return Err(FileProblem::Damaged);
            }
            write(writer, row, &mut cells)?;
            row = own;
        }
        let text = text_of(cell.get_value());
        if !text.is_empty() {
            // One cell beyond the limit says enough; the reader of the rows names the row.
            let column = (column as usize).min(MOST_COLUMNS * 2);
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
    }
    write(writer, row, &mut cells)
}

fn write<W: Write>(
    writer: &mut SpoolWriter<W>,
    row: u32,
    cells: &mut Vec<String>,
) -> Result<(), FileProblem> {
    writer.row(row.saturating_add(1), cells).map_err(|_| FileProblem::Gone)?;
    cells.clear();
    Ok(())
}

fn problem(cause: XlsxError) -> FileProblem {
    tracing::info!(%cause, "a workbook could not be read");
    match cause {
        XlsxError::Password => FileProblem::Encrypted,
        _ => FileProblem::Damaged,
    }
}

/// A cell as text. Numbers have a point and never look like grouped thousands, dates have the year first: whoever reads
/// them has nothing to guess. What a formula could not work out is no content.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => tidy(text),
        DataRef::SharedString(text) => tidy(text),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => tidy(text),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Control characters are no letters of a name, and the next reader takes a zero for a sign that this is no text. What
/// is too long is left so: it is refused with its row, never cut.
fn tidy(text: &str) -> String {
    let is_kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").replace("_x000D_", "").chars().filter(is_kept).take(LONGEST_CELL + 1).collect()
}

/// Fifteen digits, as Excel shows them at most: `0.1 + 0.2` is 0.3.
fn number_text(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = if rounded.abs() < 1e21 { format!("{rounded}") } else { format!("{rounded:e}") };
    match text.split_once('.') {
        // Three digits behind a point would be thousands: 1.234 is written 1.2340.
        Some((_, fraction)) if fraction.len() == 3 => text + "0",
        _ if text == "-0" => "0".into(),
        _ => text,
    }
}

/// To the second: the fractions that spreadsheets keep are those of their arithmetic.
fn moment_text(moment: &ExcelDateTime) -> String {
    const DAY: f64 = 86_400.0;
    let seconds = (moment.as_f64() * DAY).round();
    let clock = |seconds: i64| format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if !seconds.is_finite() || seconds < 0.0 {
        return number_text(moment.as_f64());
    }
    if moment.is_duration() || seconds < DAY {
        return clock(seconds as i64);
    }
    // Half a second more, so that the date is that of the rounded second.
    let rounded =
        ExcelDateTime::new((seconds + 0.25) / DAY, calamine::ExcelDateTimeType::DateTime, is_1904(moment));
    let (year, month, day, ..) = rounded.to_ymd_hms_milli();
    let time = seconds as i64 % 86_400;
    match time {
        0 => format!("{year:04}-{month:02}-{day:02}"),
        time => format!("{year:04}-{month:02}-{day:02} {}", clock(time)),
    }
}

/// Workbooks of old Macintoshes count from 1904; the number alone does not tell.
fn is_1904(moment: &ExcelDateTime) -> bool {
    let plain = ExcelDateTime::new(moment.as_f64(), calamine::ExcelDateTimeType::DateTime, false);
    plain.to_ymd_hms_milli().0 != moment.to_ymd_hms_milli().0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_so_that_they_mean_one_thing() {
        for (number, text) in [
            (12.0, "12"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (1234.5, "1234.5"),
            (1.234, "1.2340"),
            (491_511_234_567.0, "491511234567"),
            (1_234.300_000_000_000_2, "1234.3"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn moments_are_dates_with_the_year_first() {
        let moment = |value: f64, is_1904: bool| {
            moment_text(&ExcelDateTime::new(value, calamine::ExcelDateTimeType::DateTime, is_1904))
        };
        assert_eq!(moment(45_385.0, false), "2024-04-03");
        assert_eq!(moment(45_385.437_5, false), "2024-04-03 10:30:00");
        assert_eq!(moment(45_385.437_499_999, false), "2024-04-03 10:30:00");
        assert_eq!(moment(43_923.0, true), "2024-04-03");
        assert_eq!(moment(45_384.999_999_99, false), "2024-04-03", "midnight belongs to the day that begins");
        assert_eq!(moment(0.5, false), "12:00:00");
    }
}
