//! Exports of the programs that people come from, as their makers document them: they are read, their columns find their
//! fields without help, and every lead is what it was there. The files stand beside what must come out of them, in
//! `imports/tests/layouts`; the people in them are invented.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use house::*;
use imports::{DateOrder, Decision, Inspection, Options, Outcome, Source, Tally, store};
use kernel::testing::TestHouse;
use kernel::{Context, ImportId, Instant};
use leads::store::{list, words};
use leads::{Lead, ListQuery};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../imports/tests/layouts")
}

fn layout(name: &str) -> (Vec<u8>, Value) {
    let expected = folder().join(name).with_extension("json");
    let expected = std::fs::read_to_string(expected).unwrap();
    (std::fs::read(folder().join(name)).unwrap(), serde_json::from_str(&expected).unwrap())
}

async fn upload(cx: &Context, name: &str, content: &[u8]) -> ImportId {
    let mut incoming = store::begin(cx, "leads", name).await.unwrap();
    incoming.write(content).await.unwrap();
    incoming.finish().await.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Columns by header, and the fields they go into.
fn mapped(inspection: &Inspection) -> BTreeMap<String, String> {
    let columns = inspection.columns.iter().zip(&inspection.options.mapping);
    columns.filter_map(|(column, field)| Some((column.name.clone()?, field.clone()?))).collect()
}

/// What a person would choose: stages and owners that are not here are left out, sources are made.
fn choices(inspection: &Inspection, expected: &Value) -> Options {
    let left =
        inspection.unknown.iter().filter(|unknown| !["source_id", "tags"].contains(&unknown.field.as_str()));
    let words = left.map(|unknown| Decision {
        field: unknown.field.clone(),
        word: unknown.word.clone(),
        outcome: Outcome::Leave,
    });
    let date_order = inspection.dates.as_ref().map(|question| question.shown.unwrap());
    if expected["month_first"] == true {
        assert_eq!(date_order, Some(DateOrder::MonthFirst));
    }
    Options { words: words.collect(), create_missing: true, date_order, ..inspection.options.clone() }
}

struct Names {
    sources: Vec<(i64, String)>,
    stages: Vec<(i64, String)>,
}

/// A lead in the words of the files.
fn told(cx: &Context, lead: &Lead, names: &Names) -> BTreeMap<&'static str, Value> {
    let profile = &lead.profile;
    let named = |names: &[(i64, String)], id: Option<i64>| {
        let found = names.iter().find(|(own, _)| Some(*own) == id);
        found.map(|(_, name)| name.clone())
    };
    let day = |at: Instant| cx.organisation().zone.day(at).to_string();
    let texts = [
        ("name", Some(profile.name.clone())),
        ("company", profile.company.clone()),
        ("position", profile.position.clone()),
        ("email", profile.email.clone()),
        ("phone", profile.phone.clone()),
        ("website", profile.website.clone()),
        ("street", profile.street.clone()),
        ("city", profile.city.clone()),
        ("region", profile.region.clone()),
        ("postcode", profile.postcode.clone()),
        ("country", profile.country.clone()),
        ("description", profile.description.clone()),
        ("value", profile.value.map(|value| format!("{} {}", value.decimal(), value.currency))),
        ("owner", profile.owner_id.map(|_| "Marta".to_owned())),
        ("source", named(&names.sources, profile.source_id.map(|id| id.0))),
        ("stage", named(&names.stages, profile.stage_id.map(|id| id.0))),
        ("created", Some(day(lead.created_at))),
    ];
    let mut told: BTreeMap<_, _> =
        texts.into_iter().filter_map(|(key, text)| Some((key, Value::from(text?)))).collect();
    let tags: Vec<_> = lead.tags.iter().map(|tag| tag.name.clone()).collect();
    if !tags.is_empty() {
        told.insert("tags", tags.into());
    }
    told
}

async fn comes_in_whole(house: &TestHouse, name: &str) {
    let cx = &admin(house).await;
    let (content, expected) = layout(name);
    let inspection = store::inspect(cx, upload(cx, name, &content).await).await.unwrap();
    let format = inspection.options.format;
    assert_eq!(inspection.problem, None, "{name}");
    match expected["source"].as_str() {
        Some("cards") => assert_eq!(inspection.source, Source::Cards, "{name}"),
        Some("workbook") => assert!(matches!(inspection.source, Source::Workbook(_)), "{name}"),
        _ => {
            let read = (format.encoding.name(), format.delimiter.code());
            let said = [&expected["encoding"], &expected["delimiter"]].map(|word| word.as_str().unwrap());
            assert_eq!([read.0, read.1], said, "{name}");
        }
    }
    assert_eq!(format.skip, expected["skip"].as_u64().unwrap_or_default() as usize, "{name}");
    let columns: BTreeMap<String, String> = serde_json::from_value(expected["columns"].clone()).unwrap();
    assert_eq!(mapped(&inspection), columns, "{name}");
    let id = inspection.import.id;
    store::set_options(cx, id, choices(&inspection, &expected)).await.unwrap();
    let leads = expected["leads"].as_array().unwrap();
    let whole = Tally { created: leads.len() as i64, ..Tally::default() };
    let dry = store::dry_run(cx, id).await.unwrap();
    assert_eq!(dry.tally, whole, "{name}: {:?}", dry.left);
    store::start(cx, id).await.unwrap();
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    assert_eq!(store::find(cx, id).await.unwrap().tally, whole, "{name}");
    are_there(cx, name, leads).await;
    assert_eq!(drift(house).await, 0, "{name}");
}

async fn are_there(cx: &Context, name: &str, expected: &[Value]) {
    let words = words::dictionaries(cx).await.unwrap();
    let names = Names {
        sources: words.sources.iter().map(|source| (source.id.0, source.name.clone())).collect(),
        stages: words.stages.iter().map(|stage| (stage.id, stage.name.clone())).collect(),
    };
    let there = list::find(cx, &ListQuery::default()).await.unwrap().items;
    for lead in expected {
        let lead = lead.as_object().unwrap();
        let found = there.iter().find(|there| lead["name"] == there.profile.name.as_str());
        let found = found.unwrap_or_else(|| panic!("{name}: {} is not there", lead["name"]));
        let mut told = told(cx, found, &names);
        // What a layout does not say comes from us: the stage, the source, the moment.
        told.retain(|key, _| {
            lead.contains_key(*key) || !["stage", "source", "created", "owner"].contains(key)
        });
        let told: serde_json::Map<_, _> =
            told.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        assert_eq!(Value::from(told), Value::from(lead.clone()), "{name}");
    }
}

macro_rules! layouts {
    ($($test:ident = $file:literal),+ $(,)?) => {
        kernel::contract! {
            with { let mut all = features(); all.push(imports::feature()); all };

            $(async fn $test(house: TestHouse) {
                comes_in_whole(house, $file).await;
            })+
        }

        #[test]
        fn every_layout_has_its_test() {
            let files = std::fs::read_dir(folder()).unwrap();
            let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
            let names: BTreeSet<_> = names.filter(|name| !name.ends_with(".json") && !name.starts_with('.')).collect();
            assert_eq!(names, BTreeSet::from([$($file.to_owned()),+]));
        }
    };
}

layouts! {
    google_contacts = "google_contacts.csv",
    outlook_in_german_and_windows_1252 = "outlook_german.csv",
    hubspot_contacts = "hubspot_contacts.csv",
    salesforce_leads_in_iso_8859_15 = "salesforce_leads.csv",
    pipedrive_leads = "pipedrive_leads.csv",
    zoho_leads = "zoho_leads.csv",
    odoo_leads = "odoo_leads.csv",
    linkedin_connections_below_their_notes = "linkedin_connections.csv",
    unicode_text_of_excel = "excel_unicode_text.txt",
    apple_contacts = "apple_contacts.vcf",
    filemaker_on_an_old_macintosh = "filemaker_mac.tab",
    excel_in_arabic = "excel_arabic.csv",
    contacts_of_an_old_phone = "phone_vcard_21.vcf",
    a_workbook_of_excel = "excel_workbook.xlsx",
}
