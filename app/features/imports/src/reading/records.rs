use std::io::Read;

use super::FileProblem;
use super::decode::Decoded;
use super::problem::{LONGEST_CELL, MOST_COLUMNS};
use crate::Delimiter;

/// One row of the file as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// As a spreadsheet counts: the first row is 1, rows without content count.
    pub number: i64,
    /// The line on which it begins, as an editor counts; cells can have line breaks.
    pub line: u64,
    /// The cells.
    pub cells: Vec<String>,
}

/// Cuts text into rows after RFC 4180, and reads what people's programs really write: any line end, spaces around
/// quoted cells, quotes in the middle of plain cells. What would have to be guessed is an error.
pub struct Records<R> {
    text: Decoded<R>,
    piece: String,
    at: usize,
    delimiter: u8,
    line: u64,
    number: i64,
    after_cr: bool,
    is_first: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Begin,
    Plain,
    Quoted,
    /// A quote was met inside of a quoted cell: it ends the cell or stands for a quote.
    Quote,
}

impl<R: Read> Records<R> {
    /// The rows of `text`.
    pub fn new(text: Decoded<R>, delimiter: Delimiter) -> Self {
        let delimiter = delimiter.byte();
        let (piece, at, line, number) = (String::new(), 0, 1, 0);
        Self { text, piece, at, delimiter, line, number, after_cr: false, is_first: true }
    }

    /// The next row with content, or `None` at the end.
    ///
    /// # Errors
    /// Where the file cannot be read without guessing.
    pub fn next_record(&mut self) -> Result<Option<Record>, FileProblem> {
        loop {
            let line = self.line;
            let Some(cells) = self.next_cells()? else { return Ok(None) };
            if std::mem::take(&mut self.is_first) && is_delimiter_line(&cells) {
                continue;
            }
            self.number += 1;
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(Record { number: self.number, line, cells }));
            }
        }
    }

    fn next_byte(&mut self) -> Result<Option<u8>, FileProblem> {
        if self.at == self.piece.len() {
            self.at = 0;
            let mut piece = std::mem::take(&mut self.piece);
            let more = self.text.next_piece(&mut piece, self.line)?;
            self.piece = piece;
            if !more {
                self.piece.clear();
                return Ok(None);
            }
        }
        let byte = self.piece.as_bytes()[self.at];
        self.at += 1;
        if byte == 0 {
            return Err(FileProblem::NoText);
        }
        // CR, LF and CRLF each end one line.
        let second_half = byte == b'\n' && self.after_cr;
        self.after_cr = byte == b'\r';
        if (byte == b'\n' || byte == b'\r') && !second_half {
            self.line += 1;
        }
        Ok(Some(byte))
    }

    /// A line feed that ends a carriage return's line is no line of its own.
    fn skip_second_half(&mut self) -> Result<(), FileProblem> {
        if self.at < self.piece.len() {
            if self.piece.as_bytes()[self.at] == b'\n' {
                self.next_byte()?;
            }
            return Ok(());
        }
        if let Some(byte) = self.next_byte()?
            && byte != b'\n'
        {
            self.at -= 1;
            // It is read again, and then counts its line.
            self.line -= u64::from(byte == b'\r');
            self.after_cr = false;
        }
        Ok(())
    }

    fn next_cells(&mut self) -> Result<Option<Vec<String>>, FileProblem> {
        let mut row =
            Row { cells: Vec::new(), cell: Vec::new(), state: State::Begin, begin: self.line, quote: 0 };
        let mut is_empty = true;
        loop {
            let line = self.line;
            let Some(byte) = self.next_byte()? else {
                if row.state == State::Quoted {
                    return Err(FileProblem::OpenQuote(row.quote));
                }
                return if is_empty { Ok(None) } else { row.end_cell().map(|()| Some(row.cells)) };
            };
            is_empty = false;
            match byte {
                b'\r' | b'\n' if row.state != State::Quoted => {
                    if byte == b'\r' {
                        self.skip_second_half()?;
                    }
                    row.end_cell()?;
                    return Ok(Some(row.cells));
                }
                byte if byte == self.delimiter && row.state != State::Quoted => row.end_cell()?,
                byte => row.take(byte, line)?,
            }
        }
    }
}

struct Row {
    cells: Vec<String>,
    cell: Vec<u8>,
    state: State,
    begin: u64,
    quote: u64,
}

impl Row {
    fn take(&mut self, byte: u8, line: u64) -> Result<(), FileProblem> {
        match (self.state, byte) {
            (State::Begin, b'"') => {
                self.cell.clear();
                self.state = State::Quoted;
                self.quote = line;
            }
            (State::Begin, b' ') => self.cell.push(byte),
            (State::Quoted, b'"') => self.state = State::Quote,
            (State::Quote, b'"') => {
                self.cell.push(byte);
                self.state = State::Quoted;
            }
            (State::Quote, b' ') => {}
            (State::Quote, _) => return Err(FileProblem::StrayQuote(line)),
            (State::Quoted, _) => self.cell.push(byte),
            (State::Begin | State::Plain, _) => {
                self.cell.push(byte);
                self.state = State::Plain;
            }
        }
        if self.cell.len() <= LONGEST_CELL {
            return Ok(());
        }
        // A quote that was forgotten swallows the rest of the file: the place where it opens helps more.
        Err(if self.state == State::Quoted {
            FileProblem::OpenQuote(self.quote)
        } else {
            FileProblem::CellTooLong(line)
        })
    }

    fn end_cell(&mut self) -> Result<(), FileProblem> {
        if self.cells.len() == MOST_COLUMNS {
            return Err(FileProblem::TooManyColumns(self.begin));
        }
        self.state = State::Begin;
        // The bytes come from a `str` and are cut at ASCII characters only.
        self.cells.push(String::from_utf8(std::mem::take(&mut self.cell)).unwrap_or_default());
        Ok(())
    }
}

/// `sep=;` is an instruction of Excel, no row. Its own delimiter may have cut it.
pub fn is_delimiter_line(cells: &[String]) -> bool {
    let [first, rest @ ..] = cells else { return false };
    let Some(mark) = first.trim().to_ascii_lowercase().strip_prefix("sep=").map(str::to_owned) else {
        return false;
    };
    mark.len() <= 1 && rest.iter().all(String::is_empty)
}
