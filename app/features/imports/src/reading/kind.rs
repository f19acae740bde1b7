//! What a file is by its content. Names and media types of uploads say nothing for certain.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::{FileProblem, spool};

/// What a stored file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text with delimiters.
    Text,
    /// Contact cards.
    Cards,
    /// A workbook in today's format of Excel, not yet unpacked.
    Workbook,
    /// Rows that were unpacked from a workbook.
    Spool,
}

/// Bytes that are looked at.
const BEGIN: usize = 4096;

/// Tells what a file is.
///
/// # Errors
/// Nothing that rows can be read from, with what to do about it.
pub fn kind_of(path: &Path) -> Result<Kind, FileProblem> {
    let mut file = File::open(path).map_err(|_| FileProblem::Gone)?;
    let mut begin = Vec::with_capacity(BEGIN);
    file.by_ref().take(BEGIN as u64).read_to_end(&mut begin).map_err(|_| FileProblem::Gone)?;
    match begin.as_slice() {
        [] => Err(FileProblem::Empty),
        [b'P', b'K', 3 | 5, ..] => archive(file).map(|()| Kind::Workbook),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(compound(file)),
        [0x1F, 0x8B, ..] => Err(FileProblem::Archive),
        _ if begin.starts_with(spool::MAGIC) => Ok(Kind::Spool),
        _ if [&b"7z\xBC\xAF"[..], b"Rar!", b"BZh"].iter().any(|mark| begin.starts_with(mark)) => {
            Err(FileProblem::Archive)
        }
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => Err(FileProblem::NoText),
        _ if begin.starts_with(b"%PDF-") || begin.starts_with(b"GIF8") => Err(FileProblem::NoText),
        _ => by_first_words(&begin),
    }
}

/// Cards and markup begin with words that are the same in every encoding, but for the zeros of UTF-16.
fn by_first_words(begin: &[u8]) -> Result<Kind, FileProblem> {
    let without_mark = begin.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(begin);
    let plain = without_mark.iter().filter(|byte| !matches!(byte, 0 | 0xFE | 0xFF));
    let plain: Vec<u8> = plain.skip_while(|byte| byte.is_ascii_whitespace()).copied().collect();
    let begins = |word: &[u8]| plain.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    if begins(b"BEGIN:VCARD") {
        return Ok(Kind::Cards);
    }
    let markup: [&[u8]; 6] = [b"<html", b"<!doctype", b"<?xml", b"<table", b"<head", b"<meta"];
    if markup.into_iter().any(begins) { Err(FileProblem::Markup) } else { Ok(Kind::Text) }
}

/// Many documents are archives; what lies in them tells which.
fn archive(file: File) -> Result<(), FileProblem> {
    let archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|_| FileProblem::Damaged)?;
    let names = archive.file_names().flatten().map(|name| name.to_lowercase().replace('\\', "/"));
    let names: Vec<String> = names.collect();
    let has = |name: &str| names.iter().any(|own| own == name);
    match () {
        () if has("xl/workbook.xml") => Ok(()),
        () if has("xl/workbook.bin") => Err(FileProblem::OldWorkbook),
        () if has("mimetype") && has("content.xml") => Err(FileProblem::OpenDocument),
        () if has("index.zip") || names.iter().any(|name| name.starts_with("index/")) => {
            Err(FileProblem::Numbers)
        }
        () => Err(FileProblem::Archive),
    }
}

/// The container of Office before 2007 holds old workbooks, and new ones that are encrypted. Its directory names its
/// parts in UTF-16.
fn compound(mut file: File) -> FileProblem {
    const NAME: &str = "EncryptedPackage";
    let name: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (mut piece, mut kept) = (vec![0; 64 * 1024], Vec::new());
    if file.seek(SeekFrom::Start(0)).is_err() {
        return FileProblem::Gone;
    }
    loop {
        match file.read(&mut piece) {
            Err(_) => return FileProblem::Gone,
            Ok(0) => return FileProblem::OldWorkbook,
            Ok(read) => kept.extend_from_slice(&piece[..read]),
        }
        if kept.windows(name.len()).any(|window| window == name) {
            return FileProblem::Encrypted;
        }
        // The name may be cut by the end of the piece.
        kept.drain(..kept.len().saturating_sub(name.len()));
    }
}
