//! Contact cards, vCard 2.1 to 4.0, as rows: one for each card, streaming.
//!
//! A reader of our own: of a format made of lines we need a dozen properties, pictures of megabytes must not stand in
//! memory, and the ready-made readers bring calendars and time zones with them.

mod card;
mod lines;
mod property;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::decode::Decoded;
use super::records::Record;
use super::{FileProblem, MOST_ROWS};
use crate::Encoding;
use card::Card;
use lines::Lines;

pub use card::COLUMNS;

/// The cards of a file as rows, with the columns that are asked for.
pub struct Cards<R> {
    lines: Lines<R>,
    encoding: Encoding,
    number: i64,
    used: [bool; COLUMNS.len()],
}

impl<R: Read> Cards<R> {
    fn new(source: R, encoding: Encoding, used: [bool; COLUMNS.len()]) -> Self {
        Self { lines: Lines::new(Decoded::new(source, encoding)), encoding, number: 0, used }
    }

    /// The names of the columns.
    pub fn header(&self) -> Vec<String> {
        self.of_used(COLUMNS.map(str::to_owned))
    }

    /// The next card of a person or a company; cards of groups are passed over, but counted.
    ///
    /// # Errors
    /// A card that does not end, letters that the encoding does not have, too long a cell, with the line.
    pub fn next_record(&mut self) -> Result<Option<Record>, FileProblem> {
        loop {
            let Some((line, card)) = self.next_card()? else { return Ok(None) };
            self.number += 1;
            let cells = self.of_used(card.into_cells());
            if cells.iter().any(|cell| !cell.is_empty()) {
                return Ok(Some(Record { number: self.number, line, cells }));
            }
        }
    }

    fn of_used(&self, cells: [String; COLUMNS.len()]) -> Vec<String> {
        cells.into_iter().zip(self.used).filter_map(|(cell, used)| used.then_some(cell)).collect()
    }

    fn next_card(&mut self) -> Result<Option<(u64, Card)>, FileProblem> {
        let (mut card, mut begins, mut depth) = (Card::default(), 0, 0);
        while let Some((line, text)) = self.lines.next_line(depth > 0 && card.keeps_folds())? {
            let Some(property) = property::parse(&text) else { continue };
            match (property.name.as_str(), property.raw.trim().eq_ignore_ascii_case("VCARD")) {
                ("BEGIN", true) => {
                    // A card can have another one in it, that of an assistant.
                    begins = if depth == 0 { line } else { begins };
                    depth += 1;
                }
                ("END", true) if depth <= 1 => return Ok(Some((begins, card))),
                ("END", true) => depth -= 1,
                _ if depth == 1 => card.take(&property, self.encoding, line)?,
                _ => {}
            }
        }
        if depth > 0 { Err(FileProblem::OpenCard(begins)) } else { Ok(None) }
    }
}

/// The cards of a stored file. It is read through once before, so that nobody has to look at columns without content.
///
/// # Errors
/// As [`Cards::next_record`].
pub fn open(path: &Path, encoding: Encoding) -> Result<Cards<Box<dyn Read + Send>>, FileProblem> {
    let source = || -> Result<Box<dyn Read + Send>, FileProblem> {
        Ok(Box::new(File::open(path).map_err(|_| FileProblem::Gone)?))
    };
    let (mut all, mut used) =
        (Cards::new(source()?, encoding, [true; COLUMNS.len()]), [false; COLUMNS.len()]);
    while let Some(record) = all.next_record()? {
        if record.number > MOST_ROWS {
            return Err(FileProblem::TooManyRows);
        }
        used.iter_mut().zip(&record.cells).for_each(|(used, cell)| *used |= !cell.is_empty());
    }
    Ok(Cards::new(source()?, encoding, used))
}

#[cfg(test)]
mod tests;
