//! Fields that an organisation adds to its leads, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use fields::store::{definitions, index};
use fields::{Asked, CustomField, FieldKey, FieldOption, FieldType};
use house::*;
use kernel::{Context, Error, RecordKind};
use leads::store::{find, list, save};
use leads::{Lead, LeadPatch, ListQuery, Profile};
use records::TimelineFilter;
use records::store::{timeline, undo};
use serde_json::{Value, json};

async fn field(cx: &Context, name: &str, kind: FieldType) -> CustomField {
    definitions::save(cx, &CustomField::new(RecordKind::Lead, name, kind)).await.unwrap()
}

async fn choices(cx: &Context, kind: FieldType, names: &[&str]) -> CustomField {
    let options = names
        .iter()
        .map(|name| FieldOption { name: (*name).into(), is_offered: true, ..FieldOption::default() })
        .collect();
    definitions::save(cx, &CustomField { options, ..CustomField::new(RecordKind::Lead, "Roof", kind) })
        .await
        .unwrap()
}

async fn set(cx: &Context, lead: &Lead, key: &FieldKey, value: Value) -> kernel::Result<Lead> {
    let lead = find(cx, lead.id).await?;
    save::update(cx, lead.id, lead.version, &LeadPatch::one(key.as_str(), value)).await
}

async fn ada(cx: &Context) -> Lead {
    lead(cx, "Ada", stages(cx).await[0]).await
}

fn sorted(sort: &str) -> ListQuery {
    ListQuery { sort: sort.to_owned(), ..ListQuery::default() }
}

async fn names(cx: &Context, sort: &str) -> Vec<String> {
    let found = list::find(cx, &sorted(sort)).await.unwrap();
    found.items.into_iter().map(|lead| lead.profile.name).collect()
}

kernel::contract! {
    with features();

    async fn a_field_keeps_what_new_leads_begin_with_if_it_fits(house: TestHouse) {
        let cx = &admin(house).await;
        let area = CustomField { default_value: Some(json!("12,5")), ..CustomField::new(RecordKind::Lead, "Area", FieldType::Number) };
        assert!(definitions::save(cx, &area).await.unwrap_err().field("default_value").is_some(), "no number");
        let area = definitions::save(cx, &CustomField { default_value: Some(json!("12.50")), ..area }).await.unwrap();
        assert_eq!(area.default_value, Some(json!("12.5")));
        let roof = choices(cx, FieldType::Choice, &["Flat", "Tiled"]).await;
        let unstored = FieldOption { id: 0, name: "Thatch".into(), is_offered: true };
        let mut odd = CustomField { default_value: Some(json!(0)), ..roof.clone() };
        odd.options.push(unstored);
        assert!(definitions::save(cx, &odd).await.unwrap_err().field("default_value").is_some(), "an entry that is not there yet");
        let roof = definitions::save(cx, &CustomField { default_value: Some(json!(roof.options[1].id)), ..roof }).await.unwrap();
        let mut said = json!({ "name": "Ada" }).as_object().unwrap().clone();
        definitions::begin_with(cx.db(), RecordKind::Lead, &mut said).await.unwrap();
        assert_eq!(json!(said), json!({ "name": "Ada", area.key().as_str(): "12.5", roof.key().as_str(): roof.options[1].id }));
        let mut said = json!({ area.key().as_str(): null, roof.key().as_str(): 7 }).as_object().unwrap().clone();
        definitions::begin_with(cx.db(), RecordKind::Lead, &mut said).await.unwrap();
        assert_eq!(json!(said), json!({ area.key().as_str(): null, roof.key().as_str(): 7 }), "what is said goes before");
        let none = definitions::save(cx, &CustomField { default_value: None, ..area }).await.unwrap();
        assert_eq!(none.default_value, None);
    }

    async fn a_list_is_in_the_order_of_a_field_and_follows_its_changes(house: TestHouse) {
        let cx = &admin(house).await;
        let first = stages(cx).await[0];
        let leads = [lead(cx, "Ada", first).await, lead(cx, "Bea", first).await, lead(cx, "Cleo", first).await];
        let marked = CustomField { is_indexed: true, ..CustomField::new(RecordKind::Lead, "Area", FieldType::Number) };
        let field = definitions::save(cx, &marked).await.unwrap();
        let key = &field.key();
        set(cx, &leads[0], key, json!("5")).await.unwrap();
        let unready = list::find(cx, &sorted(&format!("-{key}"))).await;
        assert!(matches!(unready, Err(Error::Invalid(_))), "the index has not been filled yet: {unready:?}");
        index::reindex(cx, field.id).await.unwrap();
        set(cx, &leads[1], key, json!("70.25")).await.unwrap();
        assert_eq!(names(cx, &format!("-{key}")).await, ["Bea", "Ada", "Cleo"]);
        set(cx, &leads[0], key, json!("71")).await.unwrap();
        set(cx, &leads[2], key, json!("-1")).await.unwrap();
        assert_eq!(names(cx, &format!("-{key}")).await, ["Ada", "Bea", "Cleo"]);
        assert_eq!(names(cx, key.as_str()).await, ["Cleo", "Bea", "Ada"]);
        let within = Asked { f: vec![format!("{key}.span.70..71")], ..Asked::default() };
        let found = list::find(cx, &ListQuery { filter: within, ..sorted(key.as_str()) }).await.unwrap();
        assert_eq!(found.items.iter().map(|lead| lead.profile.name.as_str()).collect::<Vec<_>>(), ["Bea", "Ada"]);
        let twin = CustomField::new(RecordKind::Lead, " AREA ", FieldType::Text);
        assert!(matches!(definitions::save(cx, &twin).await, Err(Error::Invalid(_))), "two of one name");
    }

    async fn values_of_every_kind_are_kept(house: TestHouse) {
        let cx = &admin(house).await;
        let roof = choices(cx, FieldType::Choices, &["Flat", "Tile"]).await;
        let ids: Vec<i64> = roof.options.iter().map(|option| option.id).collect();
        let samples = [
            (field(cx, "Text", FieldType::Text).await, json!("a b"), json!("a b")),
            (field(cx, "Lines", FieldType::LongText).await, json!("a\nb"), json!("a\nb")),
            (field(cx, "Number", FieldType::Number).await, json!("12.50"), json!("12.5")),
            (field(cx, "Money", FieldType::Money).await, json!({"currency":"EUR","minor":5}), json!({"currency":"EUR","minor":5})),
            (field(cx, "Day", FieldType::Day).await, json!("2026-02-28"), json!("2026-02-28")),
            (field(cx, "Moment", FieldType::Moment).await, json!(5), json!(5)),
            (field(cx, "Flag", FieldType::Flag).await, json!(true), json!(true)),
            (field(cx, "Link", FieldType::Link).await, json!("example.com"), json!("https://example.com")),
            (field(cx, "Staff", FieldType::Staff).await, json!(cx.staff_id()), json!(cx.staff_id())),
            (roof, json!([ids[1], ids[0], ids[1]]), json!(ids)),
        ];
        let mut patch = LeadPatch::default();
        for (field, typed, _) in &samples {
            patch = patch.and(field.key().as_str(), typed);
        }
        let lead = ada(cx).await;
        save::update(cx, lead.id, lead.version, &patch).await.unwrap();
        let stored = find(cx, lead.id).await.unwrap().profile.custom;
        for (field, _, expected) in &samples {
            assert_eq!(stored.get(&field.key()), Some(expected), "{}", field.name);
        }
        let new = Profile { name: "Bob".into(), custom: stored.clone(), ..Profile::default() };
        assert_eq!(find(cx, save::create(cx, &new, &[]).await.unwrap().id).await.unwrap().profile.custom, stored);
    }

    async fn what_does_not_fit_its_field_is_refused_by_its_name(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = ada(cx).await;
        let number = field(cx, "Number", FieldType::Number).await.key();
        for bad in [json!("seven"), json!(true), json!([1]), json!({"a": 1})] {
            let refused = set(cx, &lead, &number, bad.clone()).await;
            assert!(matches!(&refused, Err(Error::Invalid(f)) if f[0].field == number.as_str()), "{bad}: {refused:?}");
        }
        let unknown = set(cx, &lead, &FieldKey::custom(999), json!("x")).await;
        assert!(matches!(unknown, Err(Error::Invalid(f)) if f[0].field == "c999"));
        assert_eq!(find(cx, lead.id).await.unwrap().version, lead.version);
    }

    async fn a_required_field_is_asked_of_new_leads_only(house: TestHouse) {
        let cx = &admin(house).await;
        let old = ada(cx).await;
        let mut budget = field(cx, "Budget", FieldType::Number).await;
        budget.is_required = true;
        let budget = definitions::save(cx, &budget).await.unwrap().key();
        let bare = Profile { name: "Bob".into(), ..Profile::default() };
        let refused = save::create(cx, &bare, &[]).await;
        assert!(matches!(refused, Err(Error::Invalid(f)) if f[0].field == budget.as_str()));
        let changed = save::update(cx, old.id, old.version, &LeadPatch::one("city", "Turin")).await;
        assert!(changed.is_ok(), "a lead that was there already may lack it");
    }

    async fn the_history_tells_names_and_takes_values_back(house: TestHouse) {
        let cx = &admin(house).await;
        let roof = choices(cx, FieldType::Choice, &["Flat", "Tile"]).await;
        let lead = ada(cx).await;
        set(cx, &lead, &roof.key(), json!(roof.options[0].id)).await.unwrap();
        set(cx, &lead, &roof.key(), json!(roof.options[1].id)).await.unwrap();
        let history = timeline::list(cx, lead.record(), TimelineFilter::All, None, None).await.unwrap().items;
        let change = &history[0].changes[0];
        assert_eq!((&change.old, &change.new), (&Some("Flat".into()), &Some("Tile".into())));
        assert_eq!(change.label.args[0].1, "Roof".into());
        undo::run(cx, lead.record(), history[0].id, &[]).await.unwrap();
        assert_eq!(find(cx, lead.id).await.unwrap().profile.custom.get(&roof.key()), Some(&json!(roof.options[0].id)));
        undo::run(cx, lead.record(), history[1].id, &[]).await.unwrap();
        assert_eq!(find(cx, lead.id).await.unwrap().profile.custom.get(&roof.key()), None);
    }

    async fn a_deleted_field_comes_back_with_its_values(house: TestHouse) {
        let cx = &admin(house).await;
        let text = field(cx, "Text", FieldType::Text).await;
        let lead = ada(cx).await;
        set(cx, &lead, &text.key(), json!("kept")).await.unwrap();
        definitions::delete(cx, text.id).await.unwrap();
        assert!(definitions::list(cx.db(), RecordKind::Lead).await.unwrap().is_empty());
        assert!(set(cx, &lead, &text.key(), json!("other")).await.is_err());
        let now = find(cx, lead.id).await.unwrap();
        save::update(cx, lead.id, now.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        definitions::restore(cx, text.id).await.unwrap();
        assert_eq!(find(cx, lead.id).await.unwrap().profile.custom.get(&text.key()), Some(&json!("kept")));
    }

    async fn an_entry_that_was_chosen_is_never_lost(house: TestHouse) {
        let cx = &admin(house).await;
        let mut roof = choices(cx, FieldType::Choice, &["Flat", "Tile"]).await;
        let lead = ada(cx).await;
        let flat = roof.options[0].id;
        set(cx, &lead, &roof.key(), json!(flat)).await.unwrap();
        roof.options.remove(0);
        let roof = definitions::save(cx, &roof).await.unwrap();
        let kept = roof.options.iter().find(|option| option.id == flat).unwrap();
        assert!(!kept.is_offered);
        let patch = LeadPatch::one("city", "Turin").and(roof.key().as_str(), flat);
        let now = find(cx, lead.id).await.unwrap();
        assert!(save::update(cx, lead.id, now.version, &patch).await.is_ok());
        let other = ada(cx).await;
        assert!(set(cx, &other, &roof.key(), json!(flat)).await.is_err());
    }

    async fn the_kind_of_a_field_stays_and_the_second_editor_is_told(house: TestHouse) {
        let cx = &admin(house).await;
        let text = field(cx, "Text", FieldType::Text).await;
        let number = CustomField { kind: FieldType::Number, ..text.clone() };
        assert!(matches!(definitions::save(cx, &number).await, Err(Error::Invalid(f)) if f[0].field == "kind"));
        definitions::save(cx, &CustomField { name: "Other".into(), ..text.clone() }).await.unwrap();
        assert!(matches!(definitions::save(cx, &text).await, Err(Error::Conflict(_))));
        assert!(definitions::save(&seller(house, "Sam").await, &text).await.is_err());
    }
}
