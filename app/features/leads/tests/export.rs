//! How leads are taken out as files, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "export/hostile.rs"]
mod hostile;
mod house;

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use exports::{Delimiter, ExportState, ExportWish, store};
use fields::store::definitions;
use fields::{CustomField, FieldKey, Total};
use futures::TryStreamExt;
use hostile::{added, custom, fill};
use house::*;
use imports::{CliOptions, run_file};
use kernel::db::{Json, Q};
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, Feature, Instant, RecordKind, SourceId, jobs};
use leads::store::{save, words};
use leads::{LeadPatch, Profile, WordEdit, WordList};
use serde_json::{Value, json};

fn features() -> Vec<Feature> {
    let mut all = house::features();
    all.extend([imports::feature(), exports::feature()]);
    all
}

fn wish(address: &str) -> ExportWish {
    ExportWish { kind: "leads".into(), address: address.into(), ..ExportWish::default() }
}

async fn text(cx: &Context, wish: &ExportWish, delimiter: Delimiter) -> kernel::Result<String> {
    let pieces: Vec<Vec<u8>> = exports::stream(cx, wish, delimiter).await?.pieces.try_collect().await?;
    Ok(String::from_utf8(pieces.concat()).unwrap())
}

/// An administrator whose own name wants to be a formula.
async fn admin_of_formulas(house: &TestHouse) -> Context {
    admin_named(house, "=Marta").await
}

/// The names in the first column, without the head.
async fn exported(cx: &Context, wish: &ExportWish) -> Vec<String> {
    let wish = ExportWish { columns: vec!["name".into()], ..wish.clone() };
    let text = text(cx, &wish, Delimiter::Comma).await.unwrap();
    text.trim_start_matches('\u{feff}').lines().skip(1).map(str::to_owned).collect()
}

async fn workbook(house: &TestHouse, cx: &Context, wish: &ExportWish) -> Vec<u8> {
    let begun = store::start(cx, wish).await.unwrap();
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    let ready = store::open(cx, begun.id).await.unwrap();
    std::fs::read(ready.path).unwrap()
}

async fn named(cx: &Context, names: &[&str]) {
    for name in names {
        lead_with(cx, Profile { name: (*name).into(), ..Profile::default() }).await;
    }
}

/// What an import can fill.
fn importable(cx: &[CustomField]) -> Vec<FieldKey> {
    let own = "name,company,position,email,phone,website,value,stage_id,source_id,owner_id,tags,street,postcode,city,\
               country,language,description,is_public,last_contact_at,created_at";
    own.split(',').map(FieldKey::from).chain(cx.iter().map(CustomField::key)).collect()
}

async fn another(house: &TestHouse) -> TestHouse {
    match house.foyer.db.is_sqlite() {
        true => TestHouse::sqlite(features()).await,
        false => TestHouse::postgres(features()).await.unwrap(),
    }
}

async fn bring_in(cx: &Context, content: &[u8]) -> (i64, Option<String>) {
    let path = std::env::temp_dir().join(format!("foyer-export-{}", kernel::entropy::word()));
    std::fs::write(&path, content).unwrap();
    let report = run_file(cx, "leads", &path, CliOptions { create_missing: true }).await.unwrap();
    std::fs::remove_file(path).unwrap();
    (report.tally.created, report.refusals)
}

/// Exports, brings that into an empty house, and exports again.
async fn there_and_back(house: &TestHouse, language: kernel::Language, as_workbook: Option<()>) {
    let cx = &Context { language, ..admin(house).await };
    fill(cx, 40).await;
    let wish = ExportWish {
        columns: importable(&definitions::list(cx.db(), RecordKind::Lead).await.unwrap()),
        ..wish("sort=name")
    };
    let take = async |house: &TestHouse, cx: &Context| match as_workbook {
        Some(()) => workbook(house, cx, &wish).await,
        None => text(cx, &wish, Delimiter::of(language)).await.unwrap().into_bytes(),
    };
    let first = take(house, cx).await;
    let empty = &another(house).await;
    let there = &Context { language, ..admin(empty).await };
    stages(there).await;
    added(there).await;
    let (created, refusals) = bring_in(there, &first).await;
    assert_eq!((created, refusals), (40, None));
    let second = take(empty, there).await;
    if as_workbook.is_none() {
        assert_eq!(String::from_utf8_lossy(&first), String::from_utf8_lossy(&second));
    }
    assert!(first == second, "the same bytes");
}

/// What makes a spreadsheet calculate, in the forms of both widths, and what is put before it.
const BEGINNINGS: [&str; 11] = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'=", "\t=", "\r="];

/// Leads that want to be a formula in every text, word, tag and entry that they have, under heads that want it, too.
async fn fill_with_formulas(cx: &Context) -> Vec<String> {
    let (added, me) = (added(cx).await, cx.staff_id().unwrap().0);
    let mut texts = Vec::new();
    for (number, begin) in BEGINNINGS.into_iter().enumerate() {
        let text = format!("{begin}{number}+A1*SUM(B1)");
        let edit = WordEdit { id: 0, name: Some(text.clone()), is_default: false };
        let word = async |list| words::save_word(cx, list, &edit).await.unwrap().id;
        let (source, reason) = (word(WordList::Source).await, word(WordList::LostReason).await);
        let line = Some(text.clone());
        let profile = Profile {
            name: text.clone(),
            source_id: Some(SourceId(source)),
            owner_id: cx.staff_id(),
            company: line.clone(),
            position: line.clone(),
            email: Some(format!("{}a@x.example", begin.trim())),
            phone: line.clone(),
            website: line.clone(),
            street: line.clone(),
            city: line.clone(),
            region: line.clone(),
            postcode: line.clone(),
            country: line.clone(),
            description: line,
            custom: custom(&added, &text, number as i64, me),
            ..Profile::default()
        };
        let lead = save::create(cx, &profile, std::slice::from_ref(&text)).await.unwrap();
        let lost = LeadPatch::one("outcome", "lost").and("lost_reason_id", reason);
        texts.push(save::update(cx, lead.id, lead.version, &lost).await.unwrap().profile.name);
    }
    texts
}

/// Whether a spreadsheet would calculate what stands in a cell: it begins like that and is neither figure nor phone.
fn calculates(cell: &str) -> bool {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
    let figure = cell.strip_prefix(['+', '-']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    begins && !figure.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || " .,()".contains(c)))
}

kernel::contract! {
    with features();

    async fn no_cell_of_a_text_is_a_formula(house: TestHouse) {
        let cx = &admin_of_formulas(house).await;
        let texts = fill_with_formulas(cx).await;
        for (delimiter, byte) in Delimiter::ALL.into_iter().zip(*b",;\t") {
            let file = text(cx, &wish("f=standing.any.all"), delimiter).await.unwrap();
            let file = file.trim_start_matches('\u{feff}').as_bytes();
            let mut rows = csv::ReaderBuilder::new().has_headers(false).delimiter(byte).from_reader(file);
            let cells: Vec<String> =
                rows.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
            let found: Vec<_> = cells.iter().filter(|cell| calculates(cell)).collect();
            assert!(found.is_empty(), "{delimiter:?}: {found:?}");
            for text in &texts {
                let guarded = cells.iter().filter(|cell| **cell == format!("'{text}")).count();
                assert!(guarded > 8, "{delimiter:?}: {text} stands in {guarded} cells");
            }
            assert!(cells.contains(&"'=Extra 0".to_owned()) && cells.contains(&"'=Marta".to_owned()), "heads and names");
        }
    }

    async fn no_cell_of_a_workbook_is_a_formula(house: TestHouse) {
        let cx = &admin_of_formulas(house).await;
        let texts = fill_with_formulas(cx).await;
        let bytes = workbook(house, cx, &wish("f=standing.any.all")).await;
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let mut cells = Vec::new();
        for sheet in book.sheet_names() {
            let formulas = book.worksheet_formula(&sheet).unwrap();
            assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{sheet}: {formulas:?}");
            let range = book.worksheet_range(&sheet).unwrap();
            cells.extend(range.used_cells().map(|(_, _, cell)| cell.to_string()));
        }
        for text in &texts {
            let count = cells.iter().filter(|cell| cell.trim_start_matches('\'') == text.trim_start_matches('\'')).count();
            assert!(count > 8, "{text} stands in {count} cells, as text");
        }
        assert!(cells.contains(&"=Extra 0".to_owned()), "heads");
    }

    async fn text_comes_in_again_without_loss(house: TestHouse) {
        there_and_back(house, kernel::Language::En, None).await;
    }

    async fn text_of_another_language_comes_in_again_without_loss(house: TestHouse) {
        there_and_back(house, kernel::Language::Ar, None).await;
    }

    async fn a_workbook_comes_in_again_without_loss(house: TestHouse) {
        there_and_back(house, kernel::Language::It, Some(())).await;
    }

    async fn what_is_exported_is_what_the_list_shows(house: TestHouse) {
        let cx = &admin(house).await;
        named(cx, &["Ada", "Bob", "Eve"]).await;
        let all = leads::store::list::find(cx, &leads::ListQuery::default()).await.unwrap().items;
        let eve = all.iter().find(|lead| lead.profile.name == "Eve").unwrap();
        save::update(cx, eve.id, eve.version, &LeadPatch::one("outcome", "lost")).await.unwrap();
        let bob = all.iter().find(|lead| lead.profile.name == "Bob").unwrap();
        save::update(cx, bob.id, bob.version, &LeadPatch::one("owner_id", json!(cx.staff_id()))).await.unwrap();
        assert_eq!(exported(cx, &wish("sort=name")).await, ["Ada", "Bob"]);
        assert_eq!(exported(cx, &wish("sort=-name&f=standing.any.all")).await, ["Eve", "Bob", "Ada"]);
        assert_eq!(exported(cx, &wish("standing=lost")).await, ["Eve"], "links of old");
        assert_eq!(exported(cx, &wish("filter=owner_id.me")).await, ["Bob"]);
        assert_eq!(exported(cx, &wish("q=ad")).await, ["Ada"]);
        let two = ExportWish { ids: vec![bob.id.0, 999, eve.id.0, bob.id.0], ..wish("") };
        assert_eq!(exported(cx, &two).await, ["Bob", "Eve"]);
        let but_ada = ExportWish { except: vec![all.iter().find(|lead| lead.profile.name == "Ada").unwrap().id.0, eve.id.0], ..wish("sort=name") };
        assert_eq!(exported(cx, &but_ada).await, ["Bob"], "who was unticked stays");
        assert_eq!(store::prepare(cx, &but_ada).await.unwrap().total, Total::Exactly(1), "Eve was not in the list anyway");
        let begun = store::start(cx, &but_ada).await.unwrap();
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        assert_eq!(store::find(cx, begun.id).await.unwrap().rows, 1);
        let many = ExportWish { except: (0..1_001).collect(), ..wish("") };
        assert!(store::prepare(cx, &many).await.unwrap_err().field("except").is_some());
        let offer = store::prepare(cx, &wish("sort=name")).await.unwrap();
        assert_eq!(offer.total, Total::Exactly(2));
        assert!(offer.columns.iter().any(|column| column.key.as_str() == "created_by"));
        let numbered = ExportWish { columns: vec!["id".into(), "name".into()], ..wish("sort=name") };
        let known = text(cx, &numbered, Delimiter::Comma).await.unwrap();
        assert!(known.contains(&format!("\n{},Bob", bob.id)), "an import knows it again by its number: {known}");
        assert!(!text(cx, &wish(""), Delimiter::Comma).await.unwrap().contains("Foyer ID"), "unless it is asked for");
    }

    async fn everybody_exports_what_they_see(house: TestHouse) {
        let cx = &admin(house).await;
        let may = |cans: &[Can]| cans.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Leads, *can));
        let id = staff::testing::insert_staff(&house.system(), "Yusuf", may(&[Can::ViewOwn, Can::Create, Can::Export])).await;
        let yusuf = &house.as_actor(staff::testing::actor(&house.system(), id).await);
        named(cx, &["Hidden"]).await;
        named(yusuf, &["Mine"]).await;
        let hidden = leads::store::list::find(cx, &leads::ListQuery::default()).await.unwrap().items;
        let ids = ExportWish { ids: hidden.iter().map(|lead| lead.id.0).collect(), ..wish("") };
        assert_eq!(exported(yusuf, &wish("")).await, ["Mine"]);
        assert_eq!(exported(yusuf, &ids).await, ["Mine"], "whoever knows a number sees no more");
        let book = store::start(yusuf, &ids).await.unwrap();
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        assert_eq!(store::find(yusuf, book.id).await.unwrap().rows, 1);
        let seller = &seller(house, "Sam").await;
        assert!(matches!(text(seller, &wish(""), Delimiter::Comma).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::start(seller, &wish("")).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::find(seller, book.id).await, Err(Error::Forbidden(_))));
        let others = store::start(cx, &wish("")).await.unwrap();
        assert_eq!(store::find(yusuf, others.id).await, Err(Error::NotFound));
        let unknown = ExportWish { columns: vec!["rank".into()], ..wish("") };
        assert!(text(cx, &unknown, Delimiter::Comma).await.unwrap_err().field("columns").is_some());
    }

    async fn the_history_says_who_took_out_what_and_how_much(house: TestHouse) {
        let cx = &admin(house).await;
        named(cx, &["Ada", "Bob"]).await;
        exported(cx, &wish("q=a")).await;
        let rows: Vec<(String, Option<i64>, Json<Value>)> =
            Q::new("select kind, staff_id, payload from event where record_kind = 'export' order by id").all(cx.db()).await.unwrap();
        let kinds: Vec<&str> = rows.iter().map(|(kind, ..)| kind.as_str()).collect();
        assert_eq!(kinds, ["export.started", "export.finished"]);
        assert!(rows.iter().all(|(_, staff, _)| *staff == cx.staff_id().map(|id| id.0)));
        assert_eq!(rows[0].2.0["wish"]["address"], json!("q=a"));
        assert_eq!(rows[1].2.0["rows"], json!(1));
    }

    async fn nobody_exports_all_day(house: TestHouse) {
        let cx = &admin(house).await;
        for _ in 0..60 {
            exports::stream(cx, &wish(""), Delimiter::Comma).await.unwrap();
        }
        assert!(matches!(exports::stream(cx, &wish(""), Delimiter::Comma).await, Err(Error::TooMany(_))));
    }

    async fn a_workbook_lies_ready_for_a_day(house: TestHouse) {
        let cx = &admin(house).await;
        named(cx, &["Ada"]).await;
        let begun = store::start(cx, &wish("")).await.unwrap();
        assert_eq!((begun.state, begun.total), (ExportState::Running, Some(1)));
        assert_eq!(store::open(cx, begun.id).await.unwrap_err(), Error::NotFound);
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        let ready = store::open(cx, begun.id).await.unwrap();
        assert!(ready.name.ends_with("2026-11-21.xlsx") && ready.path.exists());
        let bell = staff::store::notifications::list(cx).await.unwrap();
        assert_eq!(bell[0].path(), Some(format!("/exports/{}", begun.id)));
        let later = Context { now: cx.now.plus(Instant::DAY + 1), ..cx.clone() };
        assert_eq!(store::open(&later, begun.id).await.unwrap_err(), Error::NotFound);
    }
}
