//! The rows that are not brought in: what is said of them, and the file in which they come back, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "support/settings_importer.rs"]
mod settings_importer;

use imports::store;
use kernel::testing::TestHouse;
use kernel::{Context, ImportId, jobs};

fn features() -> Vec<kernel::Feature> {
    vec![imports::feature(), settings_importer::feature()]
}

async fn upload(cx: &Context, content: &str) -> ImportId {
    let mut incoming = store::begin(cx, "settings", "people.csv").await.unwrap();
    incoming.write(content.as_bytes()).await.unwrap();
    incoming.finish().await.unwrap()
}

/// Brings a file in; gives the refused rows as they come back.
async fn refused(house: &TestHouse, content: &str) -> String {
    let cx = &house.system();
    let id = upload(cx, content).await;
    store::start(cx, id).await.unwrap();
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    imports::refusals_csv(cx, id).await.unwrap().1
}

kernel::contract! {
    with features();

    async fn neither_headers_nor_cells_that_come_back_are_formulas(house: TestHouse) {
        let file = "Name;E-mail;=cmd|' /C calc'!A0;'@note;Mobile\nAda;ada at example;=1+1;'=2;+39 06 1\n";
        let csv = refused(house, file).await;
        assert!(csv.starts_with("\u{feff}Name;E-mail;'=cmd|' /C calc'!A0;'@note;Mobile;"), "{csv}");
        assert!(csv.contains("Ada;ada at example;'=1+1;'=2;+39 06 1;2;"), "{csv}");
        let again = refused(house, &csv).await;
        assert!(again.starts_with("\u{feff}Name;E-mail;'=cmd|' /C calc'!A0;'@note;"), "no apostrophe more: {again}");
        assert!(again.contains("Ada;ada at example;'=1+1;'=2;+39 06 1;2;"), "no apostrophe more: {again}");
    }

    async fn all_that_is_wrong_with_a_row_is_said_at_once(house: TestHouse) {
        let cx = &house.system();
        let file = "Name;E-mail;Amount;Seen\n;ada at example;lots;31/31/2026\nBob;bob at example;;\n";
        let dry = store::dry_run(cx, upload(cx, file).await).await.unwrap();
        assert_eq!(dry.tally.refused, 2);
        let texts = cx.foyer.texts(cx.language);
        let said = texts.render(&dry.left[0].reason, &cx.organisation().zone);
        for part in ["ada at example", "lots", "31/31/2026", "is missing"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(dry.left[1].reason.key, "import-refuse-field", "one alone is said as it is");
        let csv = refused(house, file).await;
        assert!(csv.contains("lots") && csv.contains("31/31/2026") && csv.contains("is missing"), "{csv}");
    }
}
