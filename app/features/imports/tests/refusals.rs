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
        let file = "Name;E-mail;=cmd|' /C calc'!A0;'@note;+39 06 1234\nAda;ada at example;=1+1;'=2;+39 06 1\n";
        let csv = refused(house, file).await;
        assert!(csv.starts_with("\u{feff}Name;E-mail;'=cmd|' /C calc'!A0;'@note;+39 06 1234;"), "{csv}");
        assert!(csv.contains("Ada;ada at example;'=1+1;'=2;+39 06 1;2;"), "{csv}");
        let again = refused(house, &csv).await;
        assert!(again.starts_with("\u{feff}Name;E-mail;'=cmd|' /C calc'!A0;'@note;"), "no apostrophe more: {again}");
        assert!(again.contains("Ada;ada at example;'=1+1;'=2;+39 06 1;2;"), "no apostrophe more: {again}");
    }
}
