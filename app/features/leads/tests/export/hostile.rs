//! Leads whose texts want to be something else than they are.

use fields::store::definitions;
use fields::{CustomField, CustomValues, FieldOption, FieldType};
use kernel::testing::NOON;
use kernel::{Context, Instant, Money, RecordKind};
use leads::Profile;
use leads::store::save;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;

use crate::house::stages;

/// A field of each kind, the same in every house.
pub async fn added(cx: &Context) -> Vec<CustomField> {
    let mut all = Vec::new();
    for (place, kind) in CustomField::KINDS.into_iter().enumerate() {
        let entry =
            |name: &str| FieldOption { name: name.into(), is_offered: true, ..FieldOption::default() };
        let options = match kind {
            FieldType::Choice | FieldType::Choices => {
                vec![entry("Flat, tiled"), entry("=Tile"), entry("صفيح")]
            }
            _ => Vec::new(),
        };
        let field =
            CustomField { options, ..CustomField::new(RecordKind::Lead, &format!("=Extra {place}"), kind) };
        all.push(definitions::save(cx, &field).await.unwrap());
    }
    all
}

/// Texts that want to be something else, and such that chance makes.
fn hostile() -> impl Strategy<Value = String> {
    let known = prop_oneof![
        Just("=cmd|' /C calc'!A0"),
        Just("'=1+1"),
        Just("''@SUM(A1)"),
        Just("+39-06-1234"),
        Just("-2+3"),
        Just("-12.50"),
        Just("＝1+1"),
        Just("a;b,c\t\"d\""),
        Just("مرحبا، بالعالم"),
        Just("O'Brien & <Sons>"),
        Just("_x0041_"),
        Just("1.234"),
        Just("2026-01-02"),
        Just("true"),
    ];
    prop_oneof![known.prop_map(str::to_owned), "[=+@'\"a-zà-ü;,|:\\- 0-9]{1,30}", "\\PC{1,20}"]
        .prop_filter("what an import takes for a damaged letter", |text| !text.contains('\u{fffd}'))
}

/// Values of these fields, some of them left empty.
pub fn custom(added: &[CustomField], line: &str, number: i64, me: i64) -> CustomValues {
    let value = |field: &CustomField| match field.kind {
        FieldType::Number => json!(fields::decimal(number * 1_250_001)),
        FieldType::Money => {
            json!(Money::new(number * 7 - 300, if number % 2 == 0 { "KWD" } else { "JPY" }.parse().unwrap()))
        }
        FieldType::Day => json!(format!("18{:02}-03-04", number % 100)),
        FieldType::Moment => json!(NOON.0 - number * 86_399 * Instant::SECOND),
        FieldType::Choice => json!(field.options[number as usize % 3].id),
        FieldType::Choices => json!([field.options[0].id, field.options[2].id]),
        FieldType::Flag => json!(number % 2 == 0),
        FieldType::Link => json!("https://example.com/?a=b,c;d"),
        FieldType::Staff => json!(me),
        FieldType::LongText => json!(format!("{line}\n\n{line}")),
        _ => json!(line),
    };
    let mut values = CustomValues::default();
    for field in added.iter().filter(|field| (field.id + number) % 3 > 0) {
        let checked = field.checked(&value(field), None).unwrap();
        values.set(field.key(), checked.map(|value| value.to_json()));
    }
    values
}

/// So many leads.
pub async fn fill(cx: &Context, count: i64) {
    let (stages, added) = (stages(cx).await, added(cx).await);
    let mut runner = TestRunner::deterministic();
    let mut word = || hostile().new_tree(&mut runner).unwrap().current();
    for number in 0..count {
        let mut line = |or: &str| Some(word()).filter(|text| !text.trim().is_empty()).or(Some(or.to_owned()));
        let currency = ["EUR", "JPY", "KWD", "USD"][number as usize % 4].parse().unwrap();
        let profile = Profile {
            name: format!("{number:03} {}", line("x").unwrap()),
            stage_id: Some(stages[number as usize % 3]),
            owner_id: cx.staff_id().filter(|_| number % 3 > 0),
            company: line("c"),
            position: line("p"),
            email: Some(format!("l{number}@example.com")),
            phone: Some(format!("+39 06 6982 1{number:03}")),
            website: Some("https://example.com/?q=1,2".into()),
            street: line("s"),
            city: line("t"),
            postcode: Some(format!("00{number}")),
            country: Some("IT".into()),
            value: (number % 5 > 0).then(|| Money::new(number * 12_345 - 40_000, currency)),
            description: line("d").map(|text| format!("{text}\n\t{text}")),
            is_public: number % 2 == 0,
            last_contact_at: (number % 2 > 0).then(|| NOON.plus(-number * 3_601 * Instant::SECOND)),
            language: kernel::Language::parse(["en", "it", "fr", "ar"][number as usize % 4]),
            custom: custom(&added, "=1 plus 1", number, cx.staff_id().unwrap().0),
            ..Profile::default()
        };
        let tags = ["=cmd", "a, b", "\"quoted\" one", "وسم", "@x"];
        let tags: Vec<String> = tags.iter().take(number as usize % 6).map(|tag| (*tag).to_owned()).collect();
        save::create(cx, &profile, &tags).await.unwrap();
    }
}
