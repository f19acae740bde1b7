//! How a file becomes rows of cells: pure, streaming, without the database. Preview and run read with the same code.

mod decode;
mod detect;
mod problem;
mod records;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use detect::detect;
pub use problem::FileProblem;
pub use records::Record;

use crate::Format;
use decode::Decoded;
use records::Records;

/// A file of more rows is not taken.
pub const MOST_ROWS: i64 = 1_000_000;

/// The rows of a file, one after the other, with little memory however large the file is.
pub struct Reader {
    records: Records<Box<dyn Read + Send>>,
    /// The cells of the header; empty if the file has none.
    pub header: Vec<String>,
}

impl Reader {
    /// Opens a stored file.
    ///
    /// # Errors
    /// The file cannot be read, or not in this format.
    pub fn open(path: &Path, format: Format) -> Result<Self, FileProblem> {
        let file = File::open(path).map_err(|_| FileProblem::Gone)?;
        Self::new(Box::new(file), format)
    }

    /// Reads from anywhere.
    ///
    /// # Errors
    /// As [`Reader::next_rows`].
    pub fn new(source: Box<dyn Read + Send>, format: Format) -> Result<Self, FileProblem> {
        let mut records = Records::new(Decoded::new(source, format.encoding), format.delimiter);
        let header = match format.has_header {
            true => records.next_record()?.map(|record| record.cells).unwrap_or_default(),
            false => Vec::new(),
        };
        Ok(Self { records, header })
    }

    /// Up to `limit` more rows; none at the end of the file. Rows without any content are passed over, but counted.
    ///
    /// # Errors
    /// Broken quotes, letters that the encoding does not have, too many columns or rows, with the line.
    pub fn next_rows(&mut self, limit: usize) -> Result<Vec<Record>, FileProblem> {
        let mut rows = Vec::new();
        while rows.len() < limit {
            let Some(record) = self.records.next_record()? else { break };
            if record.number > MOST_ROWS + 1 {
                return Err(FileProblem::TooManyRows);
            }
            rows.push(record);
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests;
