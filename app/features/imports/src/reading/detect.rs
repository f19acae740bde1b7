use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use kernel::normal;

use super::decode::Decoded;
use super::kind::{Kind, kind_of};
use super::letters::encoding_of;
use super::records::{Record, Records, is_delimiter_line};
use super::{FileProblem, Reader};
use crate::{Delimiter, Encoding, Format};

/// Bytes that are looked at for the delimiter and the header.
const SAMPLE: usize = 64 * 1024;
/// Rows of the sample.
const SAMPLE_ROWS: usize = 200;
/// A table begins within the first rows, or with the first one.
const MOST_ABOVE: usize = 20;

/// Guesses how a file is written. `sheet` is that of a workbook; `is_known` says whether a header is one of those that
/// name a field.
///
/// # Errors
/// It is empty, or nothing that rows can be read from.
pub fn detect(path: &Path, sheet: usize, is_known: &dyn Fn(&str) -> bool) -> Result<Format, FileProblem> {
    match kind_of(path)? {
        Kind::Workbook => Err(FileProblem::Damaged),
        Kind::Spool => {
            let bare = Format { has_header: false, sheet, ..Format::default() };
            let rows = Reader::open(path, bare)?.next_rows(SAMPLE_ROWS)?;
            Ok(begins(&rows.into_iter().map(|record| record.cells).collect::<Vec<_>>(), bare, is_known))
        }
        kind => {
            let (encoding, sample) = encoding(path)?;
            let delimiter = match kind {
                Kind::Cards => Delimiter::default(),
                _ => delimiter_of(&sample, encoding),
            };
            let plain = Format { encoding, delimiter, ..Format::default() };
            Ok(match kind {
                Kind::Cards => plain,
                _ => begins(&rows_of(&sample, encoding, delimiter), plain, is_known),
            })
        }
    }
}

/// The encoding of a file, and its first bytes.
fn encoding(path: &Path) -> Result<(Encoding, Vec<u8>), FileProblem> {
    let open = || File::open(path).map_err(|_| FileProblem::Gone);
    let mut sample = Vec::new();
    open()?.take(SAMPLE as u64).read_to_end(&mut sample).map_err(|_| FileProblem::Gone)?;
    Ok((encoding_of(open()?, &sample)?, sample))
}

/// Where the table begins, and whether its first row names the columns.
fn begins(rows: &[Vec<String>], format: Format, is_known: &dyn Fn(&str) -> bool) -> Format {
    let skip = rows_above(rows, is_known);
    let rows = rows.get(skip..).unwrap_or_default();
    let has_header = rows.first().is_some_and(|first| is_header(first, rows.get(1), is_known));
    Format { skip, has_header, ..format }
}

/// Titles and remarks stand above some tables: rows with few cells, before the row that names the columns.
fn rows_above(rows: &[Vec<String>], is_known: &dyn Fn(&str) -> bool) -> usize {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = |row: &[String]| row.iter().filter(|cell| is_known(cell)).count();
    let first = |is_it: &dyn Fn(&[String]) -> bool| rows.iter().take(MOST_ABOVE).position(|row| is_it(row));
    if let Some(begins) = first(&|row| known(row) >= 2) {
        let few = filled(&rows[begins]) / 2;
        return if rows.iter().take(begins).all(|row| filled(row) <= few) { begins } else { 0 };
    }
    // Without a header that is known only a line without any delimiter is surely none of the table's.
    let Some(begins) = first(&|row| filled(row) >= 3) else { return 0 };
    let is_table = is_header(&rows[begins], rows.get(begins + 1), is_known);
    if is_table && rows.iter().take(begins).all(|row| row.len() == 1) { begins } else { 0 }
}

/// The rows of the sample, as far as they can be read. The last one is left out if the sample cuts it.
fn rows_of(sample: &[u8], encoding: Encoding, delimiter: Delimiter) -> Vec<Vec<String>> {
    let mut records = Records::new(Decoded::new(Cursor::new(sample), encoding), delimiter);
    let mut rows = Vec::new();
    while let Ok(Some(Record { cells, .. })) = records.next_record() {
        rows.push(cells);
        if rows.len() == SAMPLE_ROWS {
            return rows;
        }
    }
    if sample.len() == SAMPLE && rows.len() > 1 {
        rows.pop();
    }
    rows
}

/// The delimiter that cuts the most rows into the same number of cells.
fn delimiter_of(sample: &[u8], encoding: Encoding) -> Delimiter {
    if let Some(told) = told_delimiter(sample, encoding) {
        return told;
    }
    let score = |delimiter: Delimiter| {
        let rows = rows_of(sample, encoding, delimiter);
        let mut counts = BTreeMap::new();
        rows.iter().for_each(|row| *counts.entry(row.len()).or_insert(0_usize) += 1);
        let most =
            counts.into_iter().filter(|(cells, _)| *cells > 1).max_by_key(|(cells, rows)| (*rows, *cells));
        let Some((cells, alike)) = most else { return 0 };
        // How alike the rows are counts more than how many cells they have.
        (alike * 1000 / rows.len()).pow(2) * (10 + cells.min(30))
    };
    let scores = Delimiter::ALL.map(|delimiter| (score(delimiter), delimiter));
    let best = scores.into_iter().rev().max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0).map_or(Delimiter::Comma, |(_, delimiter)| delimiter)
}

/// What a first line such as `sep=;` says.
fn told_delimiter(sample: &[u8], encoding: Encoding) -> Option<Delimiter> {
    let mut text = String::new();
    Decoded::new(Cursor::new(sample), encoding).next_piece(&mut text, 1).ok()?;
    let line = text.lines().next()?.trim_end_matches('\r');
    is_delimiter_line(&[line.to_owned()]).then_some(())?;
    Delimiter::ALL.into_iter().find(|delimiter| line.as_bytes().last() == Some(&delimiter.byte()))
}

/// Names are distinct words; values are numbers, addresses, dates, and come again.
fn is_header(first: &[String], second: Option<&Vec<String>>, is_known: &dyn Fn(&str) -> bool) -> bool {
    let names: Vec<&str> = first.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let is_value = |cell: &str| {
        normal::email(cell).is_some()
            || cell.starts_with("http")
            || cell.chars().filter(char::is_ascii_digit).count() * 2 > cell.chars().count()
    };
    if names.iter().any(|cell| is_value(cell)) {
        return false;
    }
    let distinct: BTreeSet<_> = names.iter().collect();
    let repeats = second.is_some_and(|second| first.iter().zip(second).any(|(a, b)| !a.is_empty() && a == b));
    names.iter().any(|cell| is_known(cell)) || (distinct.len() == names.len() && !repeats && second.is_some())
}
