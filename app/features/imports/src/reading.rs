//! How a file becomes rows of cells: pure, streaming, without the database. Preview and run read with the same code.

mod cards;
mod decode;
mod detect;
mod kind;
mod latin;
mod letters;
mod measure;
mod problem;
mod records;
mod spool;
mod workbook;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

pub use detect::detect;
pub use kind::{Kind, kind_of};
pub use problem::FileProblem;
pub use records::Record;
pub use workbook::unpack;

use crate::{Format, Source};
use cards::Cards;
use decode::Decoded;
use records::Records;
use spool::SheetRows;

/// A file of more rows is not taken.
pub const MOST_ROWS: i64 = 1_000_000;

/// Bytes that the rows of a workbook may take on the disk.
pub const LARGEST_SPOOL: u64 = 1 << 30;

/// The rows of a file, one after the other, with little memory however large the file is.
pub struct Reader {
    rows: Rows,
    /// The cells of the header; empty if the file has none.
    pub header: Vec<String>,
}

enum Rows {
    Text(Box<Records<Box<dyn Read + Send>>>),
    Cards(Box<Cards<Box<dyn Read + Send>>>),
    Sheet(SheetRows),
}

impl Reader {
    /// Opens a stored file.
    ///
    /// # Errors
    /// The file cannot be read, or not in this format. A workbook has to be unpacked before.
    pub fn open(path: &Path, format: Format) -> Result<Self, FileProblem> {
        match kind_of(path)? {
            Kind::Workbook => Err(FileProblem::Damaged),
            Kind::Text => Self::new(Box::new(File::open(path).map_err(|_| FileProblem::Gone)?), format),
            Kind::Cards => {
                let cards = cards::open(path, format.encoding)?;
                let header = cards.header();
                Ok(Self { rows: Rows::Cards(Box::new(cards)), header })
            }
            Kind::Spool => {
                let contents = spool::contents(path)?;
                Self::from_table(Rows::Sheet(SheetRows::open(path, &contents, format.sheet)?), format)
            }
        }
    }

    /// Reads text with delimiters from anywhere.
    ///
    /// # Errors
    /// As [`Reader::next_rows`].
    pub fn new(source: Box<dyn Read + Send>, format: Format) -> Result<Self, FileProblem> {
        let records = Records::new(Decoded::new(source, format.encoding), format.delimiter);
        Self::from_table(Rows::Text(Box::new(records)), format)
    }

    fn from_table(mut rows: Rows, format: Format) -> Result<Self, FileProblem> {
        for _ in 0..format.skip {
            if rows.next_record()?.is_none() {
                break;
            }
        }
        let header = match format.has_header {
            true => rows.next_record()?.map(|record| record.cells).unwrap_or_default(),
            false => Vec::new(),
        };
        Ok(Self { rows, header })
    }

    /// Up to `limit` more rows; none at the end of the file. Rows without any content are passed over, but counted.
    ///
    /// # Errors
    /// Broken quotes, letters that the encoding does not have, too many columns or rows, with the line.
    pub fn next_rows(&mut self, limit: usize) -> Result<Vec<Record>, FileProblem> {
        let mut rows = Vec::new();
        while rows.len() < limit {
            let Some(record) = self.rows.next_record()? else { break };
            if record.number > MOST_ROWS + 1 {
                return Err(FileProblem::TooManyRows);
            }
            rows.push(record);
        }
        Ok(rows)
    }
}

impl Rows {
    fn next_record(&mut self) -> Result<Option<Record>, FileProblem> {
        match self {
            Self::Text(records) => records.next_record(),
            Self::Cards(cards) => cards.next_record(),
            Self::Sheet(rows) => rows.next_record(),
        }
    }
}

/// What a stored file is, however it is read.
///
/// # Errors
/// As [`kind_of`].
pub fn source_of(path: &Path) -> Result<Source, FileProblem> {
    Ok(match kind_of(path)? {
        Kind::Text => Source::Text,
        Kind::Cards => Source::Cards,
        Kind::Spool | Kind::Workbook => {
            Source::Workbook(spool::contents(path)?.sheets.into_iter().map(|sheet| sheet.name).collect())
        }
    })
}

/// SHA-256, hex, of a file as it was given to us: of the workbook, if its rows are what is stored.
///
/// # Errors
/// `Gone` if it cannot be read.
pub fn digest_of(path: &Path) -> Result<String, FileProblem> {
    if kind_of(path) == Ok(Kind::Spool) {
        return Ok(spool::contents(path)?.digest);
    }
    let (mut file, mut hash) = (File::open(path).map_err(|_| FileProblem::Gone)?, Sha256::new());
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece).map_err(|_| FileProblem::Gone)? {
            0 => return Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()),
            read => hash.update(&piece[..read]),
        }
    }
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod workbooks;
