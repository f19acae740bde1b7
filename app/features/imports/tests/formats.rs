//! Files that are no text with delimiters go the same way as those that are, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "support/settings_importer.rs"]
mod settings_importer;

use std::io::{Cursor, Write};

use imports::{CliOptions, ImportState, Options, Source, store};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Context, Error, ImportId, jobs};

fn features() -> Vec<kernel::Feature> {
    vec![imports::feature(), settings_importer::feature()]
}

/// A workbook with these sheets of texts.
fn workbook(sheets: &[(&str, &[Vec<String>])]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut list, mut links) = (String::new(), String::new());
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let n = index + 1;
        list += &format!("<sheet name='{name}' sheetId='{n}' r:id='r{n}'/>");
        links +=
            &format!("<Relationship Id='r{n}' Type='{OFFICE}/worksheet' Target='worksheets/sheet{n}.xml'/>");
        let cell = |text: &String| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
        let row = |cells: &Vec<String>| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
        let data: String = rows.iter().map(row).collect();
        add(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!("<worksheet xmlns='{MAIN}'><sheetData>{data}</sheetData></worksheet>"),
        );
    }
    add(
        "xl/workbook.xml",
        &format!("<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>{list}</sheets></workbook>"),
    );
    let root = format!("<Relationship Id='r' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/>");
    add("_rels/.rels", &format!("<Relationships xmlns='{package}'>{root}</Relationships>"));
    add("xl/_rels/workbook.xml.rels", &format!("<Relationships xmlns='{package}'>{links}</Relationships>"));
    zip.finish().unwrap().into_inner()
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn people(count: usize, last: &str) -> Vec<Vec<String>> {
    let mut rows = vec![row(&["Name", "E-mail"])];
    rows.extend((0..count).map(|n| vec![format!("Person {n}"), format!("p{n}@example.com")]));
    rows.push(row(&[last, "x@y.org"]));
    rows
}

async fn upload(cx: &Context, name: &str, content: &[u8]) -> kernel::Result<ImportId> {
    let mut incoming = store::begin(cx, "settings", name).await?;
    for piece in content.chunks(10_000) {
        incoming.write(piece).await?;
    }
    incoming.finish().await
}

async fn settings(cx: &Context) -> i64 {
    Q::new("select count(*) from setting").number(cx.db()).await.unwrap()
}

fn stored_files(house: &TestHouse) -> usize {
    let folders = std::fs::read_dir(house.foyer.files.folder()).into_iter().flatten().flatten();
    folders.map(|folder| std::fs::read_dir(folder.path()).unwrap().count()).sum()
}

kernel::contract! {
    with features();

    async fn a_workbook_is_kept_as_rows_and_runs_like_any_file(house: TestHouse) {
        let cx = &house.system();
        let rows = [row(&["Name", "E-mail"]), row(&["Ada", "ada@example.com"]), row(&["Bob", "at nowhere"])];
        let content = workbook(&[("People", &rows), ("Other", &[row(&["Cy", "cy@example.com"])])]);
        let id = upload(cx, "people.xlsx", &content).await.unwrap();
        assert_eq!(stored_files(house), 1, "the rows are kept in the place of the workbook");
        let inspection = store::inspect(cx, id).await.unwrap();
        assert_eq!(inspection.source, Source::Workbook(vec!["People".into(), "Other".into()]));
        assert_eq!((inspection.import.size, inspection.import.rows), (content.len() as i64, 2));
        let dry = store::dry_run(cx, id).await.unwrap();
        assert_eq!((dry.tally.created, dry.tally.refused), (1, 1));
        store::start(cx, id).await.unwrap();
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        assert_eq!(store::find(cx, id).await.unwrap().tally, dry.tally);
        let (name, csv) = imports::refusals_csv(cx, id).await.unwrap();
        assert!(name.starts_with("people-") && csv.contains("Bob,at nowhere,3,"), "{name}: {csv}");
    }

    async fn another_sheet_has_a_header_and_a_mapping_of_its_own(house: TestHouse) {
        let cx = &house.system();
        let first = [row(&["Name", "E-mail"]), row(&["Ada", "ada@example.com"])];
        let second = [row(&["cy@example.com", "Cy"]), row(&["dee@example.com", "Dee"])];
        let id = upload(cx, "people.xlsx", &workbook(&[("One", &first), ("Two", &second)])).await.unwrap();
        let options = store::inspect(cx, id).await.unwrap().options;
        assert!(options.format.has_header);
        let format = imports::Format { sheet: 1, ..options.format };
        let two = store::set_options(cx, id, Options { format, ..options }).await.unwrap();
        assert!(!two.options.format.has_header);
        assert_eq!((two.import.rows, two.options.mapping), (2, vec![Some("email".into()), None]));
    }

    async fn a_workbook_that_was_broken_off_is_brought_to_its_end(house: TestHouse) {
        let cx = &house.system();
        let path = &house.foyer.files.folder().with_file_name("in.xlsx");
        std::fs::write(path, workbook(&[("People", &people(1_200, "Power cut"))])).unwrap();
        let broken_off = imports::run_file(cx, "settings", path, CliOptions::default()).await;
        assert_eq!(broken_off.map(drop), Err(Error::Unavailable));
        assert!((1..1_200).contains(&settings(cx).await), "whole batches are in");
        cx.tx(|tx| async move {
            Q::new("insert into setting (key, value) values ('name:power cut', '{}')").run(&tx).await
        }).await.unwrap();
        let report = imports::run_file(cx, "settings", path, CliOptions::default()).await.unwrap();
        assert_eq!((report.is_resumed, report.tally.created, report.tally.skipped), (true, 1_200, 1));
        assert_eq!(store::list(cx, None, 10).await.unwrap().items.len(), 1, "one import, not two");
    }

    async fn contact_cards_run_like_any_file(house: TestHouse) {
        let cx = &house.system();
        let card = |name: &str, email: &str| format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEMAIL:{email}\r\nEND:VCARD\r\n");
        let cards = card("Ada", "ada@example.com") + &card("Zoë", "zoe@example.com") + &card("ada", "x@example.com");
        let id = upload(cx, "people.vcf", &encoding_rs::WINDOWS_1252.encode(&cards).0).await.unwrap();
        let inspection = store::inspect(cx, id).await.unwrap();
        assert_eq!((inspection.source, inspection.import.rows), (Source::Cards, 3));
        assert_eq!(inspection.sample[1], ["Zoë", "zoe@example.com"]);
        let mapping = vec![Some("name".into()), Some("email".into())];
        store::set_options(cx, id, Options { mapping, ..inspection.options }).await.unwrap();
        store::start(cx, id).await.unwrap();
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        let import = store::find(cx, id).await.unwrap();
        assert_eq!((import.state, import.tally.created, import.tally.skipped), (ImportState::Done, 2, 1));
    }

    async fn what_cannot_be_read_is_told_and_leaves_nothing(house: TestHouse) {
        let cx = &house.system();
        let whole = workbook(&[("People", &people(50, "Ada"))]);
        let cases: [(&[u8], &str); 6] = [
            (&whole[..whole.len() / 2], "import-problem-damaged"),
            (&[0xD0, 0xCF, 0x11, 0xE0, 0, 0], "import-problem-workbook"),
            (b"<html><table></table></html>", "import-problem-markup"),
            (b"BEGIN:VCARD\nFN:Ada\n", "import-problem-open-card"),
            (b"foyer rows 1\n", "import-problem-no-text"),
            (&workbook(&[("Empty", &[])]), "import-problem-empty"),
        ];
        for (content, problem) in cases {
            let error = upload(cx, "people.xlsx", content).await.unwrap_err();
            assert_eq!(error.field("file").map(|text| text.key.to_string()), Some(problem.to_owned()));
        }
        assert_eq!(stored_files(house), 0);
        assert_eq!(store::list(cx, None, 10).await.unwrap().items, []);
    }
}
