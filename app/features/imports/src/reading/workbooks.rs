//! Workbooks as tests: small ones made here, and what is none.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;

use super::*;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with these sheets: names, and what stands in their `sheetData`.
fn workbook(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let (mut list, mut links, mut bodies) = (String::new(), String::new(), Vec::new());
    for (index, (name, data)) in sheets.iter().enumerate() {
        let n = index + 1;
        list += &format!("<sheet name='{name}' sheetId='{n}' r:id='r{n}'/>");
        links +=
            &format!("<Relationship Id='r{n}' Type='{OFFICE}/worksheet' Target='worksheets/sheet{n}.xml'/>");
        bodies.push((
            format!("xl/worksheets/sheet{n}.xml"),
            format!("<worksheet xmlns='{MAIN}'><sheetData>{data}</sheetData></worksheet>"),
        ));
    }
    links += &format!("<Relationship Id='rs' Type='{OFFICE}/sharedStrings' Target='sharedStrings.xml'/>");
    links += &format!("<Relationship Id='rt' Type='{OFFICE}/styles' Target='styles.xml'/>");
    let main = format!("<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>{list}</sheets></workbook>");
    let links = format!("<Relationships xmlns='{PACKAGE}'>{links}</Relationships>");
    let strings = format!("<sst xmlns='{MAIN}'>{strings}</sst>");
    let styles = format!(
        "<styleSheet xmlns='{MAIN}'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/></cellXfs></styleSheet>"
    );
    let root = format!(
        "<Relationships xmlns='{PACKAGE}'><Relationship Id='r' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let mut parts = vec![
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", main.as_str()),
        ("xl/_rels/workbook.xml.rels", links.as_str()),
        ("xl/sharedStrings.xml", strings.as_str()),
        ("xl/styles.xml", styles.as_str()),
    ];
    parts.extend(bodies.iter().map(|(name, body)| (name.as_str(), body.as_str())));
    archive(&parts)
}

fn stored(bytes: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

fn unpacked(bytes: &[u8]) -> Result<tempfile::NamedTempFile, FileProblem> {
    let file = stored(bytes);
    assert_eq!(kind_of(file.path())?, Kind::Workbook);
    let mut rows = Vec::new();
    unpack(file.path(), &mut rows, "digest".into())?;
    Ok(stored(&rows))
}

fn rows(path: &Path, sheet: usize) -> Result<Vec<(i64, Vec<String>)>, FileProblem> {
    let format = Format { has_header: false, sheet, ..Format::default() };
    let rows = Reader::open(path, format)?.next_rows(2_000_000)?;
    Ok(rows.into_iter().map(|record| (record.number, record.cells)).collect())
}

#[test]
fn cells_are_what_their_type_says() {
    let data = "<row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>\
        <row r='5'><c r='B5' t='inlineStr'><is><t>03/04/2026</t></is></c><c r='C5'><v>1.234</v></c>\
        <c r='D5' s='1'><v>46115</v></c><c r='E5' s='2'><v>46115.4375</v></c><c r='F5' t='b'><v>1</v></c>\
        <c r='G5' t='e'><v>#N/A</v></c><c r='H5'><f>A1</f><v>491511234567</v></c><c r='I5' t='str'><v>a&amp;b</v></c></row>";
    let file = unpacked(&workbook(
        &[("Empty", ""), ("Leads", data)],
        "<si><t>Name</t></si><si><r><t xml:space='preserve'>Rich </t></r><r><t>text</t></r></si>",
    ))
    .unwrap();
    assert_eq!(source_of(file.path()), Ok(Source::Workbook(vec!["Leads".into()])));
    let found = rows(file.path(), 0).unwrap();
    assert_eq!(found[0], (2, vec!["Name".to_owned(), "Rich text".into()]), "the row keeps its number");
    let typed =
        ["03/04/2026", "1.2340", "2026-04-03", "2026-04-03 10:30:00", "true", "", "491511234567", "a&b"];
    assert_eq!(found[1], (5, typed.map(str::to_owned).to_vec()));
    assert_eq!(digest_of(file.path()).unwrap(), "digest");
}

#[test]
fn each_sheet_is_found_where_its_table_begins() {
    let row = |n: usize, cells: &[&str]| {
        let cells = cells.iter().map(|cell| format!("<c t='inlineStr'><is><t>{cell}</t></is></c>"));
        format!("<row r='{n}'>{}</row>", cells.collect::<String>())
    };
    let first = row(1, &["Fair of the spring"])
        + &row(3, &["Name", "Ort", "E-Mail"])
        + &row(4, &["Ada", "Rom", "a@b.org"]);
    let second = row(1, &["Ada", "a@b.org"]) + &row(2, &["Bob", "b@b.org"]);
    let file = unpacked(&workbook(&[("One", &first), ("Two", &second)], "")).unwrap();
    let known = |header: &str| ["Name", "E-Mail"].contains(&header);
    let one = detect(file.path(), 0, &known).unwrap();
    assert_eq!((one.skip, one.has_header), (1, true));
    assert_eq!(Reader::open(file.path(), one).unwrap().header, ["Name", "Ort", "E-Mail"]);
    let two = detect(file.path(), 1, &known).unwrap();
    assert_eq!((two.skip, two.has_header, two.sheet), (0, false, 1));
    assert_eq!(rows(file.path(), 7).unwrap().len(), 3, "a sheet that is not there is the first one");
}

#[test]
fn too_much_is_named_with_its_row() {
    let wide = "<row r='9'><c r='A9'><v>1</v></c><c r='AMK9'><v>1</v></c></row>";
    let file = unpacked(&workbook(&[("Wide", wide)], "")).unwrap();
    assert_eq!(rows(file.path(), 0), Err(FileProblem::TooManyColumns(9)));
    let long = "<row r='1000002'><c r='A1000002'><v>1</v></c></row>";
    let file = unpacked(&workbook(&[("Long", long)], "")).unwrap();
    assert_eq!(rows(file.path(), 0), Err(FileProblem::TooManyRows));
    let back = "<row r='9'><c r='A9'><v>1</v></c></row><row r='3'><c r='A3'><v>1</v></c></row>";
    assert_eq!(unpacked(&workbook(&[("Back", back)], "")).map(drop), Err(FileProblem::Damaged));
    assert_eq!(unpacked(&workbook(&[("Empty", "")], "")).map(drop), Err(FileProblem::Empty));
}

#[test]
fn a_workbook_that_grows_too_large_is_not_unpacked() {
    let cells = ("<row><c><v>1</v></c></row>".to_owned() + &" ".repeat(800_000)).repeat(30);
    let bomb = workbook(&[("Bomb", &cells)], "");
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(unpacked(&bomb).map(drop), Err(FileProblem::TooLarge), "more than two hundred times");
    let small = measure::Limits { sheet: 100, part: 10_000, ratio: 200, free: 1 << 20 };
    let file = stored(&workbook(&[("One", "<row><c><v>1</v></c></row>")], ""));
    assert_eq!(measure::measure(file.path(), &small), Err(FileProblem::TooLarge));
    let strings = measure::Limits { sheet: 10_000, part: 100, ratio: 200, free: 1 << 20 };
    assert_eq!(measure::measure(file.path(), &strings), Err(FileProblem::TooLarge));
    assert_eq!(measure::measure(file.path(), &measure::LIMITS), Ok(()));
}

#[test]
fn what_is_no_workbook_is_told_what_it_is() {
    let problem = |bytes: &[u8]| kind_of(stored(bytes).path()).unwrap_err();
    let whole = workbook(&[("One", "<row><c><v>1</v></c></row>")], "");
    assert_eq!(problem(&whole[..whole.len() / 2]), FileProblem::Damaged);
    assert_eq!(problem(&archive(&[("xl/workbook.bin", "")])), FileProblem::OldWorkbook);
    let ods = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")];
    assert_eq!(problem(&archive(&ods)), FileProblem::OpenDocument);
    assert_eq!(problem(&archive(&[("Index/Document.iwa", ""), ("Metadata/x", "")])), FileProblem::Numbers);
    assert_eq!(problem(&archive(&[("leads.csv", "name\n")])), FileProblem::Archive);
    assert_eq!(problem(b"\x1F\x8B\x08\0\0"), FileProblem::Archive);
    assert_eq!(problem(b"  <html><table><tr><td>Name"), FileProblem::Markup);
    assert_eq!(problem(b"\xEF\xBB\xBF<?xml version='1.0'?><Workbook>"), FileProblem::Markup);
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xD0, 0xCF, 0x11, 0xE0][..], &vec![0; 65_520], &name, &[0; 100]].concat()
    };
    assert_eq!(problem(&compound("Workbook")), FileProblem::OldWorkbook);
    assert_eq!(problem(&compound("EncryptedPackage")), FileProblem::Encrypted, "over the edge of a piece");
}

proptest::proptest! {
    #[test]
    fn no_change_of_a_byte_makes_it_panic(at in 0_usize..2_000, byte in proptest::num::u8::ANY) {
        let mut bytes = workbook(&[("One", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>")], "<si><t>Name</t></si>");
        let at = at % bytes.len();
        bytes[at] = byte;
        let file = stored(&bytes);
        if kind_of(file.path()) == Ok(Kind::Workbook) {
            let _ = unpack(file.path(), Vec::new(), String::new());
        }
    }
}
