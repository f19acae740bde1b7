//! Which encoding a file is in: by its mark, by what is impossible otherwise, and last by what its letters look like.

use std::fs::File;
use std::io::Read;

use chardetng::EncodingDetector;

use super::FileProblem;
use super::latin::{Surroundings, Verdict};
use crate::Encoding;

/// Bytes that are read at a time.
const PIECE: usize = 64 * 1024;

/// The encoding of a file; `sample` is its beginning.
///
/// # Errors
/// It is no text.
pub fn encoding_of(file: File, sample: &[u8]) -> Result<Encoding, FileProblem> {
    match sample {
        [0xEF, 0xBB, 0xBF, ..] => Ok(Encoding::Utf8),
        [0xFF, 0xFE, ..] => Ok(Encoding::Utf16le),
        [0xFE, 0xFF, ..] => Ok(Encoding::Utf16be),
        _ if sample.contains(&0) => without_mark(sample).ok_or(FileProblem::NoText),
        _ => of_whole(file),
    }
}

/// UTF-16 without a mark. Read in the wrong order of bytes, line ends, spaces and delimiters become letters that no
/// table is made of.
fn without_mark(sample: &[u8]) -> Option<Encoding> {
    let is_text = |order: fn([u8; 2]) -> u16| {
        let units = sample.as_chunks::<2>().0.iter().map(|pair| order(*pair));
        let (mut ends, mut plain, mut odd) = (0_usize, 0_usize, 0_usize);
        for unit in units {
            match unit {
                0 => return false,
                0x0A | 0x0D => ends += 1,
                0x20..=0x7E | 0x09 => plain += 1,
                // Swapped: line ends, tab, space, quote, comma, digits, semicolon, bar.
                0x0A00 | 0x0D00 | 0x0900 | 0x2000 | 0x2200 | 0x2C00 | 0x3B00 | 0x7C00 => odd += 1,
                _ => {}
            }
        }
        ends > 0 && (ends + plain) > odd * 4
    };
    match (is_text(u16::from_le_bytes), is_text(u16::from_be_bytes)) {
        (true, false) => Some(Encoding::Utf16le),
        (false, true) => Some(Encoding::Utf16be),
        _ => None,
    }
}

/// UTF-8 if all of the file is; text in another encoding practically never is by accident. Else what the letters
/// look like.
fn of_whole(mut file: File) -> Result<Encoding, FileProblem> {
    let mut utf8 = encoding_rs::UTF_8.new_decoder_without_bom_handling();
    let (mut detector, mut surroundings) = (EncodingDetector::new(), Surroundings::default());
    let (mut piece, mut text, mut is_utf8) = (vec![0; PIECE], String::with_capacity(PIECE * 3 + 16), true);
    loop {
        let read = file.read(&mut piece).map_err(|_| FileProblem::Gone)?;
        detector.feed(&piece[..read], read == 0);
        surroundings.feed(&piece[..read]);
        if is_utf8 {
            text.clear();
            let (result, _) = utf8.decode_to_string_without_replacement(&piece[..read], &mut text, read == 0);
            is_utf8 = !matches!(result, encoding_rs::DecoderResult::Malformed(..));
        }
        if read == 0 {
            break;
        }
    }
    if is_utf8 {
        return Ok(Encoding::Utf8);
    }
    Ok(choose(known(detector.guess(None, false).name()), &surroundings))
}

/// The detector's guess, as far as it names an encoding that people choose from.
fn known(name: &str) -> Option<Encoding> {
    let usual = match name {
        "GBK" => "gb18030",
        "ISO-8859-7" => "windows-1253",
        "ISO-8859-8" | "ISO-8859-8-I" => "windows-1255",
        "ISO-8859-4" | "ISO-8859-13" => "windows-1257",
        other => other,
    };
    Encoding::parse(usual)
}

/// The detector does not know Mac Roman and ISO-8859-15, and takes their letters for those of other scripts. Scripts
/// that are not Latin have their letters side by side; in Latin names single ones stand among plain letters.
fn choose(guess: Option<Encoding>, surroundings: &Surroundings) -> Encoding {
    use Encoding::{Big5, EucKr, Gb18030, Iso885915, Macintosh, ShiftJis, Windows1252};
    let score = |encoding| surroundings.score(encoding);
    let western = score(Windows1252).max(score(Iso885915)).max(score(Macintosh));
    let latin = match guess {
        Some(wide @ (ShiftJis | Gb18030 | Big5 | EucKr)) => {
            if western < surroundings.letters() {
                return wide;
            }
            Windows1252
        }
        Some(guess) if is_latin(guess) => guess,
        Some(guess) if surroundings.verdict() == Verdict::Foreign => return guess,
        _ => Windows1252,
    };
    if score(Macintosh) > score(latin) {
        return Macintosh;
    }
    // The two differ in eight characters, the euro sign among them; without these they are the same.
    if latin == Windows1252 && score(Iso885915) > score(Windows1252) {
        return Iso885915;
    }
    latin
}

fn is_latin(encoding: Encoding) -> bool {
    use Encoding::{Iso88592, Iso885915, Macintosh, Windows1250, Windows1252, Windows1254, Windows1257};
    [Windows1252, Iso885915, Macintosh, Windows1250, Iso88592, Windows1254, Windows1257].contains(&encoding)
}
