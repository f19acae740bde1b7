//! A workbook, written row by row: what was written is on the disk and not in memory.

use std::fs::File;
use std::path::Path;

use kernel::{Day, Error, Result, plain};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use tokio::sync::mpsc::Receiver;

use crate::cell::Cell;
use crate::run::nameless;

/// So many rows a sheet has below its head.
pub(crate) const MOST_ROWS: i64 = 1_048_575;
/// Days before the first of March 1900, where spreadsheets begin to count rightly, are text.
const FIRST: f64 = 61.0;
/// The last day that spreadsheets know, the end of the year 9999.
const LAST: f64 = 2_958_465.0;

/// What a sheet is apart from its rows.
pub(crate) struct Sheet {
    pub heads: Vec<String>,
    pub is_right_to_left: bool,
    pub day: Day,
}

struct Formats {
    head: Format,
    day: Format,
    moment: Format,
}

/// Writes the rows that come, until no more come.
///
/// # Errors
/// `Unavailable` if the disk does not take them.
pub(crate) fn write(sheet: &Sheet, mut rows: Receiver<Vec<Vec<Cell>>>, folder: &Path) -> Result<File> {
    let mut book = Workbook::new();
    book.set_tempdir(folder).map_err(unwritten)?;
    let (year, month, day) = sheet.day.civil();
    let made = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month as u8, day as u8);
    book.set_properties(&DocProperties::new().set_creation_datetime(&made.map_err(unwritten)?));
    let formats = Formats {
        head: Format::new().set_bold(),
        day: Format::new().set_num_format("yyyy-mm-dd"),
        moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
    };
    let page = book.add_worksheet_with_constant_memory().map_err(unwritten)?;
    page.set_right_to_left(sheet.is_right_to_left);
    page.set_freeze_panes(1, 0).map_err(unwritten)?;
    for (column, head) in (0..).zip(&sheet.heads) {
        page.write_string_with_format(0, column, head, &formats.head).map_err(unwritten)?;
    }
    let mut row = 1;
    while let Some(batch) = rows.blocking_recv() {
        for cells in batch {
            for (column, cell) in (0..).zip(&cells) {
                put(page, row, column, cell, &formats).map_err(unwritten)?;
            }
            row += 1;
        }
    }
    let mut file = nameless(folder)?;
    book.save_to_writer(&mut file).map_err(unwritten)?;
    Ok(file)
}

fn put(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let (serial, format) = match cell {
        Cell::Empty => return Ok(()),
        // A text is never a formula here, so it needs no apostrophe unless it has one that an import would take off.
        Cell::Text(text) => {
            let text = if text.starts_with('\'') { plain::guarded(text) } else { text.into() };
            return page.write_string(row, column, text).map(drop);
        }
        Cell::Number(number) => {
            // Spreadsheets keep fifteen digits.
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            return match number.parse::<f64>() {
                Ok(value) if digits <= 15 => page.write_number(row, column, value).map(drop),
                _ => page.write_string(row, column, number).map(drop),
            };
        }
        Cell::Day(day) => (serial(*day, 0), &formats.day),
        Cell::Moment(day, seconds) => (serial(*day, *seconds), &formats.moment),
    };
    match (FIRST..LAST).contains(&serial) {
        true => page.write_number_with_format(row, column, serial, format).map(drop),
        false => page.write_string(row, column, cell.text()).map(drop),
    }
}

fn serial(day: Day, seconds: u32) -> f64 {
    f64::from(day.0) + 25_569.0 + f64::from(seconds) / 86_400.0
}

fn unwritten(cause: XlsxError) -> Error {
    tracing::error!(%cause, "a workbook could not be written");
    Error::Unavailable
}
