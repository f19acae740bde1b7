//! Whether a workbook can be unpacked: its real bytes are counted before anything is kept of them. What an archive says
//! of itself can be a lie, and a small file can become a large one.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use zip::ZipArchive;

use super::FileProblem;

/// What a workbook may become.
pub struct Limits {
    /// Bytes of one sheet.
    pub sheet: u64,
    /// Bytes of any other part: the shared strings stand in memory.
    pub part: u64,
    /// Bytes of all parts for one byte of the file.
    pub ratio: u64,
    /// Bytes that any file may become, whatever the ratio.
    pub free: u64,
}

/// What a workbook of an import may become.
pub const LIMITS: Limits = Limits { sheet: 1 << 30, part: 128 << 20, ratio: 200, free: 16 << 20 };

/// Parts of an archive.
const MOST_PARTS: usize = 10_000;
/// Bytes from one mark of the markup to the next, which stand in memory. Excel writes 32,767 characters at most.
const LONGEST_PIECE: usize = 1 << 20;
/// Bytes of one cell with all its markup, for the same reason.
const LONGEST_CELL: usize = 4 << 20;

/// Reads every part of the archive once.
///
/// # Errors
/// `TooLarge` beyond the limits, `Encrypted`, `Damaged` if it is cut off or its sums do not agree.
pub fn measure(path: &Path, limits: &Limits) -> Result<(), FileProblem> {
    let file = File::open(path).map_err(|_| FileProblem::Gone)?;
    let packed = file.metadata().map_err(|_| FileProblem::Gone)?.len();
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| FileProblem::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(FileProblem::TooLarge);
    }
    let most = packed.saturating_mul(limits.ratio).max(limits.free);
    let (mut all, mut piece) = (0, vec![0; 64 * 1024]);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|cause| match cause {
            zip::result::ZipError::UnsupportedArchive(_) => FileProblem::Encrypted,
            _ => FileProblem::Damaged,
        })?;
        let name = part.name().map_err(|_| FileProblem::Damaged)?.to_lowercase().replace('\\', "/");
        let limit = if name.contains("worksheets/") { limits.sheet } else { limits.part };
        let is_markup = limit == limits.sheet || name.ends_with(".xml") || name.ends_with(".rels");
        let (mut own, mut watch) = (0, Watch::default());
        loop {
            let read = part.read(&mut piece).map_err(|_| FileProblem::Damaged)?;
            if read == 0 {
                break;
            }
            own += read as u64;
            all += read as u64;
            if own > limit || all > most || is_markup && !watch.passes(&piece[..read]) {
                return Err(FileProblem::TooLarge);
            }
        }
        if !watch.is_honest() {
            return Err(FileProblem::Damaged);
        }
    }
    Ok(())
}

/// Watches markup go by, so that no piece of it grows without end: whoever reads it keeps a piece in memory.
#[derive(Default)]
struct Watch {
    place: Place,
    name: Vec<u8>,
    /// The attributes of the tag that says how many shared strings there are.
    told: Vec<u8>,
    quote: Option<u8>,
    last: [u8; 3],
    piece: usize,
    cell: usize,
    strings: usize,
    is_data: bool,
    is_list: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    #[default]
    Text,
    Name,
    Tag,
    /// A remark, a part that is taken as it is, or a declaration.
    Other,
}

impl Watch {
    fn passes(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().all(|byte| self.take(*byte))
    }

    fn take(&mut self, byte: u8) -> bool {
        self.piece += 1;
        self.cell += 1;
        self.last = [self.last[1], self.last[2], byte];
        match (self.place, byte) {
            (Place::Text, b'<') => {
                self.name.clear();
                self.go(Place::Name);
            }
            (Place::Name, b'!') if self.name.is_empty() => self.place = Place::Other,
            (Place::Name, b'>') => {
                self.named();
                self.go(Place::Text);
            }
            (Place::Name, b' ' | b'\t' | b'\r' | b'\n') => {
                self.named();
                self.place = Place::Tag;
            }
            (Place::Name, _) if self.name.len() < 64 => self.name.push(byte),
            (Place::Tag, b'>') if self.quote.is_none() => self.go(Place::Text),
            (Place::Tag, byte) => {
                match self.quote {
                    Some(quote) if quote == byte => self.quote = None,
                    None if byte == b'"' || byte == b'\'' => self.quote = Some(byte),
                    _ => {}
                }
                if self.is_list {
                    self.told.push(byte);
                }
            }
            (Place::Other, b'>') if self.ends_other() => self.go(Place::Text),
            (Place::Other, _) if self.name.is_empty() => self.name.push(byte),
            _ => {}
        }
        byte != 0 && self.piece <= LONGEST_PIECE && (!self.is_data || self.cell <= LONGEST_CELL)
    }

    /// The reader makes room for as many strings as the list says it has, before it has seen one.
    fn is_honest(&self) -> bool {
        let told = String::from_utf8_lossy(&self.told);
        let count = |text: &str| {
            let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            digits[..end].parse::<usize>().unwrap_or(usize::MAX)
        };
        // Some programs tell how many cells use a string in place of how many strings there are.
        let most = self.strings.saturating_mul(4).saturating_add(4_000_000);
        told.split("uniqueCount").skip(1).all(|text| count(text) <= most)
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.piece = 0;
    }

    /// A remark ends with `-->`, a part that is taken as it is with `]]>`, a declaration with `>`.
    fn ends_other(&self) -> bool {
        match self.name.first() {
            Some(b'-') => self.last == *b"-->" && self.piece > 5,
            Some(b'[') => self.last == *b"]]>",
            _ => true,
        }
    }

    fn named(&mut self) {
        let is_end = self.name.first() == Some(&b'/');
        let name = self.name.strip_prefix(b"/").unwrap_or(&self.name);
        let name = name.strip_suffix(b"/").unwrap_or(name);
        let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        self.is_list = local == b"sst" && !is_end;
        match local {
            b"si" if !is_end => self.strings += 1,
            b"sheetData" => (self.is_data, self.cell) = (!is_end, 0),
            b"row" | b"c" => self.cell = 0,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(text: &str) -> bool {
        Watch::default().passes(text.as_bytes())
    }

    #[test]
    fn a_list_that_tells_more_strings_than_it_has_is_not_believed() {
        let is_honest = |text: &str| {
            let mut watch = Watch::default();
            watch.passes(text.as_bytes()) && watch.is_honest()
        };
        assert!(is_honest("<sst count='9' uniqueCount='2'><si><t>a</t></si><si/></sst>"));
        assert!(is_honest("<sst><si><t>uniqueCount='99999999999999999999'</t></si></sst>"));
        assert!(!is_honest("<x:sst count='>' uniqueCount = \"99999999999\"><si/></x:sst>"));
        assert!(!is_honest("<\0s\0s\0t\0"), "only plain letters are looked at");
    }

    #[test]
    fn no_piece_of_markup_grows_without_end() {
        let long = "x".repeat(LONGEST_PIECE + 1);
        assert!(passes("<a b='c'><!-- d > e --><f/>g</a>"));
        assert!(!passes(&format!("<a>{long}</a>")));
        assert!(!passes(&format!("<a b='{long}'/>")));
        assert!(!passes(&format!("<!-- <b> {} -->", "<b>".repeat(LONGEST_PIECE / 3))));
        let runs = "<r><t>x</t></r>".repeat(LONGEST_CELL / 15 + 10);
        assert!(passes(&format!("<sst><si>{runs}</si></sst>")), "other parts have a limit of their own");
        assert!(!passes(&format!("<x:sheetData><x:row><x:c t='is'>{runs}</x:c></x:row></x:sheetData>")));
        let cells = "<c><v>1</v></c>".repeat(LONGEST_CELL / 15 + 10);
        assert!(passes(&format!("<sheetData><row>{cells}</row></sheetData>")));
    }
}
