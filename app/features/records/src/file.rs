use kernel::{FileId, Instant, RecordRef, StaffId};
use serde::{Deserialize, Serialize};

/// The most bytes of a file.
pub const FILE_LIMIT: u64 = 50_000_000;
/// The most bytes of all files of one member of staff.
pub const FILES_QUOTA: u64 = 10_000_000_000;

/// A file on a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct FileRow {
    /// Which one.
    pub id: FileId,
    /// The name under which it came.
    pub name: String,
    /// What it is, by its content.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Whether there are pictures of it.
    pub has_preview: bool,
    /// Who brought it; `None` for the house itself.
    pub staff_id: Option<StaffId>,
    /// When it came, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
}

impl FileRow {
    /// Where it can be downloaded.
    pub fn path(&self, record: RecordRef) -> String {
        format!("/records/{}/{}/files/{}", record.kind.code(), record.id, self.id)
    }

    /// Where the picture of it is that stands in lists.
    pub fn thumbnail_path(&self, record: RecordRef) -> String {
        format!("{}/thumbnail", self.path(record))
    }

    /// Where the picture of it is that is looked at.
    pub fn preview_path(&self, record: RecordRef) -> String {
        format!("{}/preview", self.path(record))
    }
}

/// Where a file for this record is sent.
pub fn upload_path(record: RecordRef) -> String {
    format!("/upload/{}/{}", record.kind.code(), record.id)
}

/// A kind of file that is taken: how its name ends, what it is called in the web, how its content begins.
#[derive(Debug, PartialEq)]
pub struct FileKind {
    /// How the name ends, in small letters.
    pub extension: &'static str,
    /// The media type under which it is given out.
    pub media_type: &'static str,
    signature: Signature,
}

#[derive(Debug, PartialEq)]
enum Signature {
    /// The content begins with one of these.
    Starts(&'static [&'static [u8]]),
    /// These bytes stand at this place.
    At(usize, &'static [u8]),
    /// Both stand where they belong: a container and what it contains.
    Riff(&'static [u8]),
    /// Written text without markup or programs.
    Text,
}

const ZIP: Signature = Signature::Starts(&[b"PK\x03\x04", b"PK\x05\x06"]);
const OLE: Signature = Signature::Starts(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"]);

const fn kind(extension: &'static str, media_type: &'static str, signature: Signature) -> FileKind {
    FileKind { extension, media_type, signature }
}

/// Every kind of file that is taken. Pages, vector drawings and programs are not among them: they could act in the
/// name of who opens them.
pub const FILE_KINDS: &[FileKind] = &[
    kind("pdf", "application/pdf", Signature::Starts(&[b"%PDF-"])),
    kind("png", "image/png", Signature::Starts(&[b"\x89PNG\r\n\x1A\n"])),
    kind("jpg", "image/jpeg", Signature::Starts(&[b"\xFF\xD8\xFF"])),
    kind("jpeg", "image/jpeg", Signature::Starts(&[b"\xFF\xD8\xFF"])),
    kind("gif", "image/gif", Signature::Starts(&[b"GIF87a", b"GIF89a"])),
    kind("webp", "image/webp", Signature::Riff(b"WEBP")),
    kind("heic", "image/heic", Signature::At(4, b"ftyp")),
    kind("tif", "image/tiff", Signature::Starts(&[b"II*\0", b"MM\0*"])),
    kind("tiff", "image/tiff", Signature::Starts(&[b"II*\0", b"MM\0*"])),
    kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP),
    kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP),
    kind("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ZIP),
    kind("odt", "application/vnd.oasis.opendocument.text", ZIP),
    kind("ods", "application/vnd.oasis.opendocument.spreadsheet", ZIP),
    kind("odp", "application/vnd.oasis.opendocument.presentation", ZIP),
    kind("zip", "application/zip", ZIP),
    kind("doc", "application/msword", OLE),
    kind("xls", "application/vnd.ms-excel", OLE),
    kind("ppt", "application/vnd.ms-powerpoint", OLE),
    kind("msg", "application/vnd.ms-outlook", OLE),
    kind("rtf", "application/rtf", Signature::Starts(&[b"{\\rtf"])),
    kind("txt", "text/plain", Signature::Text),
    kind("md", "text/markdown", Signature::Text),
    kind("csv", "text/csv", Signature::Text),
    kind("eml", "message/rfc822", Signature::Text),
    kind("ics", "text/calendar", Signature::Text),
    kind("vcf", "text/vcard", Signature::Text),
    kind("mp3", "audio/mpeg", Signature::Starts(&[b"ID3", b"\xFF\xFB", b"\xFF\xF3", b"\xFF\xF2"])),
    kind("wav", "audio/wav", Signature::Riff(b"WAVE")),
    kind("m4a", "audio/mp4", Signature::At(4, b"ftyp")),
    kind("mp4", "video/mp4", Signature::At(4, b"ftyp")),
    kind("mov", "video/quicktime", Signature::At(4, b"ftyp")),
    kind("webm", "video/webm", Signature::Starts(&[b"\x1A\x45\xDF\xA3"])),
];

impl FileKind {
    /// The kind of a file of this name, if such files are taken.
    pub fn of(name: &str) -> Option<&'static Self> {
        let extension = name.rsplit_once('.')?.1.to_lowercase();
        FILE_KINDS.iter().find(|kind| kind.extension == extension)
    }

    /// Whether a content that begins like this is what the name says.
    pub fn fits(&self, head: &[u8]) -> bool {
        match &self.signature {
            Signature::Starts(marks) => marks.iter().any(|mark| head.starts_with(mark)),
            Signature::At(place, mark) => head.get(*place..).is_some_and(|rest| rest.starts_with(mark)),
            Signature::Riff(form) => {
                head.starts_with(b"RIFF") && head.get(8..).is_some_and(|rest| rest.starts_with(form))
            }
            Signature::Text => is_plain_text(head),
        }
    }

    /// Whether pictures can be made of it.
    pub fn is_picture(&self) -> bool {
        matches!(self.media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp")
    }

    /// The value of an `accept` attribute that lets all kinds be picked.
    pub fn accept() -> String {
        FILE_KINDS.iter().map(|kind| format!(".{}", kind.extension)).collect::<Vec<_>>().join(",")
    }
}

/// How programs and documents that browsers would run begin.
const NOT_TEXT: &[&str] =
    &["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "#!", "mz", "%pdf"];

fn is_plain_text(head: &[u8]) -> bool {
    let is_utf_16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if head.contains(&0) && !is_utf_16 {
        return false;
    }
    let letters: String =
        head.iter().filter(|byte| byte.is_ascii() && **byte != 0).map(|byte| *byte as char).collect();
    let start = letters.trim_start().to_lowercase();
    // "MZ" alone may begin a word; a program has bytes after it that no text has.
    let is_program = start.starts_with("mz") && head.iter().any(|byte| matches!(byte, 1..=8 | 14..=26));
    !is_program && !NOT_TEXT.iter().any(|mark| *mark != "mz" && start.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(name: &str, head: &[u8]) -> bool {
        FileKind::of(name).is_some_and(|kind| kind.fits(head))
    }

    #[test]
    fn the_content_must_be_what_the_name_says() {
        assert!(takes("Offer.PDF", b"%PDF-1.7\n"));
        assert!(takes("notes.txt", "Mzansi, čaj, شاي".as_bytes()));
        assert!(takes("photo.webp", b"RIFF\x10\0\0\0WEBPVP8 "));
        assert!(!takes("photo.png", b"\xFF\xD8\xFF\xE0"), "a JPEG is no PNG");
        assert!(!takes("report.pdf", b"<html><script>alert(1)</script>"));
        assert!(!takes("notes.txt", b"  <!DOCTYPE html><script>"));
        assert!(!takes("notes.csv", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>"));
        assert!(!takes("notes.txt", b"#!/bin/sh\nrm -rf /"));
        assert!(!takes("notes.txt", b"MZ\x90\0\x03"));
    }

    #[test]
    fn pages_drawings_and_programs_are_not_taken() {
        for name in
            ["a.svg", "a.html", "a.htm", "a.xml", "a.exe", "a.js", "a.sh", "a.docm", "a", ".", "a.pdf.exe"]
        {
            assert_eq!(FileKind::of(name), None, "{name}");
        }
    }
}
