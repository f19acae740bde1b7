use std::io::Write;

use super::*;
use crate::{Delimiter, Encoding};

fn stored(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn is_known(header: &str) -> bool {
    ["name", "stadt", "e-mail", "الاسم"].contains(&header.to_lowercase().as_str())
}

/// The detected format and all rows, the header first.
fn read(bytes: &[u8]) -> Result<(Format, Vec<Vec<String>>), FileProblem> {
    let file = stored(bytes);
    let format = detect(file.path(), 0, &is_known)?;
    let mut reader = Reader::open(file.path(), format)?;
    let mut rows = vec![reader.header.clone()];
    rows.extend(reader.next_rows(1_000_000)?.into_iter().map(|record| record.cells));
    Ok((format, rows))
}

fn format(encoding: Encoding, delimiter: Delimiter) -> Format {
    Format { encoding, delimiter, ..Format::default() }
}

fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(write).collect()
}

const TABLE: &str = "Name;Stadt;Wert\r\nÄnne Müller;Köln;1,5\r\nJörg Weiß;Düsseldorf;2,25\r\n";

#[test]
fn encodings_are_detected_and_no_letter_is_lost() {
    let western = encoding_rs::WINDOWS_1252.encode(TABLE).0.into_owned();
    let with_mark = ["\u{feff}".as_bytes(), TABLE.as_bytes()].concat();
    let marked_low = [&[0xFF, 0xFE][..], &utf16(TABLE, u16::to_le_bytes)].concat();
    let cases = [
        (TABLE.as_bytes().to_vec(), Encoding::Utf8),
        (with_mark, Encoding::Utf8),
        (western, Encoding::Windows1252),
        (marked_low, Encoding::Utf16le),
        (utf16(TABLE, u16::to_le_bytes), Encoding::Utf16le),
        (utf16(TABLE, u16::to_be_bytes), Encoding::Utf16be),
    ];
    for (bytes, encoding) in cases {
        let (found, rows) = read(&bytes).unwrap();
        assert_eq!(found, format(encoding, Delimiter::Semicolon));
        assert_eq!(rows[0], ["Name", "Stadt", "Wert"]);
        assert_eq!(rows[2], ["Jörg Weiß", "Düsseldorf", "2,25"]);
    }
}

#[test]
fn an_umlaut_as_the_first_letter_is_western() {
    let bytes = encoding_rs::WINDOWS_1252.encode("Änderung,Name\nÖl,Bär\nÜbung,Grün\n").0.into_owned();
    assert_eq!(read(&bytes).unwrap().0, format(Encoding::Windows1252, Delimiter::Comma));
}

#[test]
fn short_western_lists_are_western() {
    let lists = [
        "Nome;Città\nLuca;Forlì\nNiccolò;Cantù\n",
        "Prénom;Société\nZoé;Crème & Cie\nFrançois;Électricité\n",
        "Vorname;Straße\nJürgen;Königsallee\n",
        "Nombre;Compañía\nJosé;Peña\n",
        "Name;Wert\nAda;1.200 €\n",
        "Navn;By\nSøren;Århus\n",
    ];
    for text in lists {
        let (found, rows) = read(&encoding_rs::WINDOWS_1252.encode(text).0).unwrap();
        let cells: Vec<_> = rows.iter().map(|row| row.join(";")).collect();
        assert_eq!(cells.join("\n") + "\n", text, "{found:?}");
    }
}

#[test]
fn arabic_excel_is_read() {
    let text = "الاسم;المدينة\nأحمد محمود;القاهرة\nفاطمة الزهراء;الدار البيضاء\n";
    let bytes = encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let (found, rows) = read(&bytes).unwrap();
    assert_eq!(found, format(Encoding::Windows1256, Delimiter::Semicolon));
    assert_eq!(rows[1][1], "القاهرة");
}

#[test]
fn delimiters_are_told_by_how_alike_they_cut_the_rows() {
    let cases = [
        ("Name,Note\nAda,\"a; b; c\"\nBob,d\n", Delimiter::Comma),
        ("Name;Wert\nAda;1,5\nBob;2,5\n", Delimiter::Semicolon),
        ("Name\tNote\nAda\ta, b\nBob\tc\n", Delimiter::Tab),
        ("Name|Note\nAda|a, b\nBob|c\n", Delimiter::Bar),
        ("sep=;\r\nName;a,b\r\nAda;c,d\r\n", Delimiter::Semicolon),
        ("Name\nAda\nBob\n", Delimiter::Comma),
    ];
    for (text, delimiter) in cases {
        let (found, rows) = read(text.as_bytes()).unwrap();
        assert_eq!(found.delimiter, delimiter, "{text}");
        assert_eq!(rows[0][0], "Name", "{text}");
    }
}

#[test]
fn a_file_without_a_header_has_none() {
    let (found, rows) = read(b"Ada,ada@example.com\nBob,bob@example.com\n").unwrap();
    assert!(!found.has_header);
    assert_eq!(rows.len(), 3, "an empty header and two rows");
}

#[test]
fn every_line_end_ends_one_row_and_cells_have_lines() {
    for end in ["\n", "\r", "\r\n"] {
        let text = format!("Name,Note{end}Ada,\"one{end}two, \"\"three\"\"\"{end}{end}Bob,x");
        let file = stored(text.as_bytes());
        let mut reader = Reader::open(file.path(), format(Encoding::Utf8, Delimiter::Comma)).unwrap();
        let rows = reader.next_rows(10).unwrap();
        assert_eq!(rows[0].cells[1], format!("one{end}two, \"three\""));
        assert_eq!((rows[0].number, rows[0].line), (2, 2));
        assert_eq!((rows[1].number, rows[1].line), (4, 5), "the empty row counts");
    }
}

#[test]
fn broken_quotes_are_named_with_their_line() {
    let problem = |text: &str| read(text.as_bytes()).unwrap_err();
    assert_eq!(problem("Name,Note\nAda,x\nBob,\"never closed\nCy,y\n"), FileProblem::OpenQuote(3));
    assert_eq!(problem("Name,Note\nAda,\"a\"b\n"), FileProblem::StrayQuote(2));
    let (_, rows) = read(b"Name,Note\nAda, \"a, b\" \nBob,5\" pipe\n").unwrap();
    assert_eq!((rows[1][1].as_str(), rows[2][1].as_str()), ("a, b", "5\" pipe"));
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(read(b""), Err(FileProblem::Empty));
    assert_eq!(read(b"PK\x03\x04xlsx"), Err(FileProblem::Damaged));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(FileProblem::NoText));
    assert_eq!(read(b"Name,Note\nAda,a\0b\n"), Err(FileProblem::NoText));
    let late = [b"Name,Note\n".repeat(20_000), b"Ada,\0\n".to_vec()].concat();
    assert_eq!(read(&late), Err(FileProblem::NoText));
}

#[test]
fn a_wrong_encoding_is_an_error_and_never_a_replacement() {
    let file = stored(b"Name,Note\nAda,x\nJ\xF6rg,y\n");
    let read =
        Reader::open(file.path(), format(Encoding::Utf8, Delimiter::Comma)).and_then(|mut r| r.next_rows(10));
    assert_eq!(read, Err(FileProblem::Letters(3)));
}

#[test]
fn too_much_is_reported_and_never_cut() {
    let wide = format!("Name\n{}\n", ",".repeat(1_000));
    assert_eq!(read(wide.as_bytes()).unwrap_err(), FileProblem::TooManyColumns(2));
    let long = format!("Name,Note\nAda,{}\n", "x".repeat(1_000_001));
    assert_eq!(read(long.as_bytes()).unwrap_err(), FileProblem::CellTooLong(2));
}

proptest::proptest! {
    #[test]
    fn what_is_written_reads_back(
        rows in proptest::collection::vec(proptest::collection::vec("[a-c \"\r\n,;é\u{10348}]{0,6}", 2..5), 1..6),
        crlf in proptest::bool::ANY,
    ) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().flexible(true).terminator(end)
            .quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let bytes = writer.into_inner().unwrap();
        let headless = Format { has_header: false, ..Format::default() };
        let mut reader = Reader::new(Box::new(std::io::Cursor::new(bytes)), headless).unwrap_or_else(|_| panic!());
        let read: Vec<_> = reader.next_rows(100).unwrap().into_iter().map(|record| record.cells).collect();
        let with_content: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        proptest::prop_assert_eq!(read, with_content);
    }

    #[test]
    fn no_bytes_make_it_panic_or_lose_a_letter(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        if let Ok((_, rows)) = read(&bytes) {
            proptest::prop_assert!(rows.iter().flatten().all(|cell| !cell.contains('\0')));
        }
    }
}
