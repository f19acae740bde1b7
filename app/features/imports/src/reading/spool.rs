//! Rows that were unpacked from a workbook, in a file of our own: preview, dry run, run and resume read them again and
//! again, and cannot unpack a workbook each time.
//!
//! Behind the first line stand the rows of one sheet after the other, then a description as JSON, then where that
//! begins. All numbers are written low byte first.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::FileProblem;
use super::problem::{LONGEST_CELL, MOST_COLUMNS};
use super::records::Record;

/// What such a file begins with.
pub const MAGIC: &[u8] = b"foyer rows 1\n";
/// Bytes of a description; a workbook has no more sheets than fit.
const LONGEST_CONTENTS: u64 = 1_000_000;

/// What is in the file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Contents {
    /// SHA-256 of the workbook, hex.
    pub digest: String,
    /// The sheets that have content, in the order of the workbook.
    pub sheets: Vec<Sheet>,
}

/// One sheet of the workbook.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    /// Rows with content.
    pub rows: u64,
    /// Columns on the left that are empty in every row.
    pub empty: usize,
    /// Where its rows begin.
    offset: u64,
}

/// Writes such a file from its beginning to its end.
pub struct SpoolWriter<W> {
    out: W,
    at: u64,
    contents: Contents,
}

impl<W: Write> SpoolWriter<W> {
    /// Begins the file; `digest` is that of the workbook.
    ///
    /// # Errors
    /// As of `out`, here and below.
    pub fn new(mut out: W, digest: String) -> std::io::Result<Self> {
        out.write_all(MAGIC)?;
        Ok(Self { out, at: MAGIC.len() as u64, contents: Contents { digest, sheets: Vec::new() } })
    }

    /// Begins a sheet. One that gets no rows is not kept.
    pub fn begin_sheet(&mut self, name: &str) {
        self.drop_empty();
        let (name, offset) = (name.to_owned(), self.at);
        self.contents.sheets.push(Sheet { name, rows: 0, empty: usize::MAX, offset });
    }

    /// Adds a row to the sheet; one without content is passed over.
    pub fn row(&mut self, number: u32, cells: &[String]) -> std::io::Result<()> {
        let Some(first) = cells.iter().position(|cell| !cell.trim().is_empty()) else { return Ok(()) };
        let end = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if let Some(sheet) = self.contents.sheets.last_mut() {
            sheet.rows += 1;
            sheet.empty = sheet.empty.min(first);
        }
        self.number(number)?;
        self.number(end as u32)?;
        for cell in &cells[..end] {
            self.number(cell.len() as u32)?;
            self.bytes(cell.as_bytes())?;
        }
        Ok(())
    }

    /// Describes what was written; false if there was no row.
    pub fn finish(mut self) -> std::io::Result<bool> {
        self.drop_empty();
        let begins = self.at;
        let contents = serde_json::to_vec(&self.contents)?;
        self.bytes(&contents)?;
        self.bytes(&begins.to_le_bytes())?;
        self.out.flush()?;
        Ok(!self.contents.sheets.is_empty())
    }

    fn drop_empty(&mut self) {
        self.contents.sheets.retain(|sheet| sheet.rows > 0);
    }

    fn number(&mut self, number: u32) -> std::io::Result<()> {
        self.bytes(&number.to_le_bytes())
    }

    fn bytes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

/// What is in such a file.
///
/// # Errors
/// `Gone` if it is not there as it was written.
pub fn contents(path: &Path) -> Result<Contents, FileProblem> {
    read_contents(path).map_err(|_| FileProblem::Gone)
}

fn read_contents(path: &Path) -> std::io::Result<Contents> {
    let mut file = File::open(path)?;
    let end = file.seek(SeekFrom::End(-8))?;
    let mut begins = [0; 8];
    file.read_exact(&mut begins)?;
    let begins = file.seek(SeekFrom::Start(u64::from_le_bytes(begins)))?;
    let length = end.saturating_sub(begins);
    if length > LONGEST_CONTENTS {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    Ok(serde_json::from_reader(file.take(length))?)
}

/// The rows of one sheet, one after the other.
pub struct SheetRows {
    file: BufReader<File>,
    left: u64,
    empty: usize,
}

impl SheetRows {
    /// The rows of this sheet, or of the first one if there is none of this number.
    ///
    /// # Errors
    /// As [`contents`].
    pub fn open(path: &Path, contents: &Contents, sheet: usize) -> Result<Self, FileProblem> {
        let sheet = contents.sheets.get(sheet).or(contents.sheets.first()).ok_or(FileProblem::Empty)?;
        let mut file = File::open(path).map_err(|_| FileProblem::Gone)?;
        file.seek(SeekFrom::Start(sheet.offset)).map_err(|_| FileProblem::Gone)?;
        Ok(Self { file: BufReader::new(file), left: sheet.rows, empty: sheet.empty })
    }

    /// The next row.
    ///
    /// # Errors
    /// Too many cells or too long ones, with the row; as [`contents`].
    pub fn next_record(&mut self) -> Result<Option<Record>, FileProblem> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let number = self.number()?;
        let line = u64::from(number);
        let columns = self.number()? as usize;
        if columns > MOST_COLUMNS + self.empty {
            return Err(FileProblem::TooManyColumns(line));
        }
        let mut cells = Vec::with_capacity(columns.saturating_sub(self.empty));
        for column in 0..columns {
            let length = self.number()? as usize;
            if length > LONGEST_CELL {
                return Err(FileProblem::CellTooLong(line));
            }
            let mut bytes = vec![0; length];
            self.file.read_exact(&mut bytes).map_err(|_| FileProblem::Gone)?;
            if column >= self.empty {
                cells.push(String::from_utf8(bytes).map_err(|_| FileProblem::Gone)?);
            }
        }
        Ok(Some(Record { number: i64::from(number), line, cells }))
    }

    fn number(&mut self) -> Result<u32, FileProblem> {
        let mut bytes = [0; 4];
        self.file.read_exact(&mut bytes).map_err(|_| FileProblem::Gone)?;
        Ok(u32::from_le_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn rows_come_back_sheet_by_sheet_without_what_is_empty() {
        let mut bytes = Vec::new();
        let mut writer = SpoolWriter::new(&mut bytes, "abc".into()).unwrap();
        writer.begin_sheet("Nothing");
        writer.row(1, &cells(&["", " "])).unwrap();
        writer.begin_sheet("People");
        writer.row(3, &cells(&["", "Name", "Ort", ""])).unwrap();
        writer.row(9, &cells(&["", "Änne"])).unwrap();
        writer.begin_sheet("Firms");
        writer.row(1, &cells(&["Name"])).unwrap();
        assert!(writer.finish().unwrap());
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), &bytes).unwrap();
        let contents = contents(file.path()).unwrap();
        assert_eq!(contents.digest, "abc");
        assert_eq!(contents.sheets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["People", "Firms"]);
        let mut people = SheetRows::open(file.path(), &contents, 0).unwrap();
        assert_eq!(
            people.next_record().unwrap().unwrap(),
            Record { number: 3, line: 3, cells: cells(&["Name", "Ort"]) }
        );
        assert_eq!(people.next_record().unwrap().unwrap().cells, cells(&["Änne"]));
        assert_eq!(people.next_record().unwrap(), None);
        let mut firms = SheetRows::open(file.path(), &contents, 1).unwrap();
        assert_eq!(firms.next_record().unwrap().unwrap().cells, cells(&["Name"]));
        std::fs::write(file.path(), &bytes[..bytes.len() / 2]).unwrap();
        assert!(super::contents(file.path()).is_err(), "a file that is cut is told");
    }
}
