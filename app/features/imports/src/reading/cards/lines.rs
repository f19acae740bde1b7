use std::io::Read;

use super::super::FileProblem;
use super::super::decode::Decoded;
use super::super::problem::LONGEST_CELL;

/// The lines of cards as they are meant: long ones are folded in the file, and quoted-printable has line breaks of its
/// own.
pub struct Lines<R> {
    text: Decoded<R>,
    piece: String,
    at: usize,
    line: u64,
    after_cr: bool,
    /// A line that was read to see whether it goes on with the one before.
    held: Option<String>,
}

impl<R: Read> Lines<R> {
    /// The lines of `text`.
    pub fn new(text: Decoded<R>) -> Self {
        Self { text, piece: String::new(), at: 0, line: 0, after_cr: false, held: None }
    }

    /// The next line with its number, as an editor counts. In vCard 2.1 the space of a fold belongs to the text.
    ///
    /// # Errors
    /// Letters that the encoding does not have; a line of text that is too long. Pictures may be of any length.
    pub fn next_line(&mut self, keeps_folds: bool) -> Result<Option<(u64, String)>, FileProblem> {
        let Some(mut text) = self.next_raw()? else { return Ok(None) };
        let begins = self.line;
        let is_quoted = is_quoted_printable(&text);
        while let Some(next) = self.next_raw()? {
            if is_quoted && text.ends_with('=') {
                text.pop();
                text.push_str(&next);
            } else if let Some(rest) = next.strip_prefix([' ', '\t']) {
                text.push_str(if keeps_folds { &next } else { rest });
            } else {
                self.held = Some(next);
                self.line -= 1;
                break;
            }
            if text.len() > LONGEST_CELL {
                if !is_picture(&text) {
                    return Err(FileProblem::CellTooLong(begins));
                }
                text.truncate(text.find(':').map_or(0, |colon| colon + 1));
            }
        }
        Ok(Some((begins, text)))
    }

    fn next_raw(&mut self) -> Result<Option<String>, FileProblem> {
        if let Some(held) = self.held.take() {
            self.line += 1;
            return Ok(Some(held));
        }
        let (mut text, mut is_begun) = (String::new(), false);
        loop {
            if self.at == self.piece.len() {
                self.at = 0;
                let mut piece = std::mem::take(&mut self.piece);
                let more = self.text.next_piece(&mut piece, self.line + 1)?;
                self.piece = if more { piece } else { String::new() };
                if !more {
                    self.line += u64::from(is_begun);
                    return Ok(is_begun.then_some(text));
                }
            }
            if std::mem::take(&mut self.after_cr) && self.piece[self.at..].starts_with('\n') {
                self.at += 1;
                continue;
            }
            let rest = &self.piece[self.at..];
            let end = rest.find(['\r', '\n']);
            is_begun = true;
            // What is longer than any text is a picture; its beginning says so.
            let part = &rest[..end.unwrap_or(rest.len())];
            if text.len() <= LONGEST_CELL {
                text.push_str(part);
            }
            self.at += part.len();
            if end.is_some() {
                self.after_cr = self.piece[self.at..].starts_with('\r');
                self.at += 1;
                self.line += 1;
                return Ok(Some(text));
            }
        }
    }
}

fn is_quoted_printable(line: &str) -> bool {
    line.split(':').next().is_some_and(|head| head.to_ascii_uppercase().contains("QUOTED-PRINTABLE"))
}

/// Properties that are made of bytes, and that no row keeps.
fn is_picture(line: &str) -> bool {
    let head = line.split([':', ';']).next().unwrap_or_default();
    let name = head.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
    matches!(name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY") || name.starts_with("X-")
}
