use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use chardetng::EncodingDetector;
use kernel::normal;

use super::FileProblem;
use super::decode::Decoded;
use super::records::{Record, Records, is_delimiter_line};
use crate::{Delimiter, Encoding, Format};

/// Bytes that are looked at for the delimiter and the header.
const SAMPLE: usize = 64 * 1024;
/// Rows of the sample.
const SAMPLE_ROWS: usize = 200;

/// Guesses how a file is written. `is_known` says whether a header is one of those that name a field.
///
/// # Errors
/// It is empty, or no text at all.
pub fn detect(path: &Path, is_known: &dyn Fn(&str) -> bool) -> Result<Format, FileProblem> {
    let open = || File::open(path).map_err(|_| FileProblem::Gone);
    let mut sample = Vec::new();
    open()?.take(SAMPLE as u64).read_to_end(&mut sample).map_err(|_| FileProblem::Gone)?;
    let encoding = match encoding_of_sample(&sample)? {
        Some(encoding) => encoding,
        None => encoding_of_whole(open()?)?,
    };
    let is_cut = sample.len() == SAMPLE;
    let delimiter = delimiter_of(&sample, encoding, is_cut);
    let rows = rows_of(&sample, encoding, delimiter, is_cut);
    let has_header = rows.first().is_some_and(|first| is_header(first, rows.get(1), is_known));
    Ok(Format { encoding, delimiter, has_header })
}

/// What the first bytes say for certain.
fn encoding_of_sample(sample: &[u8]) -> Result<Option<Encoding>, FileProblem> {
    match sample {
        [] => return Err(FileProblem::Empty),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(FileProblem::Workbook),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [0x1F, 0x8B, ..] => {
            return Err(FileProblem::NoText);
        }
        _ if sample.starts_with(b"%PDF-") || sample.starts_with(b"GIF8") => return Err(FileProblem::NoText),
        [0xEF, 0xBB, 0xBF, ..] => return Ok(Some(Encoding::Utf8)),
        [0xFF, 0xFE, ..] => return Ok(Some(Encoding::Utf16le)),
        [0xFE, 0xFF, ..] => return Ok(Some(Encoding::Utf16be)),
        _ => {}
    }
    // Delimiters and line ends have a zero byte in UTF-16: before them if the high byte comes first, else behind.
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    match () {
        () if high_first + low_first == 0 => Ok(None),
        () if low_first * 10 > sample.len() && high_first * 50 < sample.len() => Ok(Some(Encoding::Utf16le)),
        () if high_first * 10 > sample.len() && low_first * 50 < sample.len() => Ok(Some(Encoding::Utf16be)),
        () => Err(FileProblem::NoText),
    }
}

/// UTF-8 if all of the file is; text in another encoding practically never is by accident. Else what the letters
/// look like.
fn encoding_of_whole(mut file: File) -> Result<Encoding, FileProblem> {
    let mut utf8 = encoding_rs::UTF_8.new_decoder_without_bom_handling();
    let mut detector = EncodingDetector::new();
    let (mut piece, mut text, mut is_utf8) = (vec![0; SAMPLE], String::with_capacity(SAMPLE * 3 + 16), true);
    loop {
        let read = file.read(&mut piece).map_err(|_| FileProblem::Gone)?;
        detector.feed(&piece[..read], read == 0);
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
    // An encoding that nobody here writes is a wrong guess after few letters; Western European is the likely one.
    Ok(Encoding::parse(detector.guess(None, false).name()).unwrap_or(Encoding::Windows1252))
}

/// The rows of the sample, as far as they can be read. The last one is left out if the sample cuts it.
fn rows_of(sample: &[u8], encoding: Encoding, delimiter: Delimiter, is_cut: bool) -> Vec<Vec<String>> {
    let mut records = Records::new(Decoded::new(Cursor::new(sample), encoding), delimiter);
    let mut rows = Vec::new();
    while let Ok(Some(Record { cells, .. })) = records.next_record() {
        rows.push(cells);
        if rows.len() == SAMPLE_ROWS {
            return rows;
        }
    }
    if is_cut && rows.len() > 1 {
        rows.pop();
    }
    rows
}

/// The delimiter that cuts the most rows into the same number of cells.
fn delimiter_of(sample: &[u8], encoding: Encoding, is_cut: bool) -> Delimiter {
    if let Some(told) = told_delimiter(sample, encoding) {
        return told;
    }
    let score = |delimiter: Delimiter| {
        let rows = rows_of(sample, encoding, delimiter, is_cut);
        let mut counts = std::collections::BTreeMap::new();
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
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    let repeats = second.is_some_and(|second| first.iter().zip(second).any(|(a, b)| !a.is_empty() && a == b));
    names.iter().any(|cell| is_known(cell)) || (distinct.len() == names.len() && !repeats && second.is_some())
}
