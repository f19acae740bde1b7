//! What a profile names has to be there, and how the history tells of it.

use std::collections::HashMap;

use fields::FieldChange;
use fields::store::definitions;
use kernel::db::{On, Q};
use kernel::{Context, Currency, Language, RecordKind, Result, StaffId, invalid};
use serde_json::{Value, json};

use crate::{CustomerKind, Profile};

/// Refuses a profile that names words or staff that are not there. An entry that is archived, and somebody who does not
/// work here any more, stay where they are and are not chosen anew.
pub(super) async fn check(
    cx: &Context,
    on: On<'_>,
    profile: &Profile,
    before: Option<&Profile>,
) -> Result<()> {
    let chosen = |of: fn(&Profile) -> Vec<i64>| {
        let had = before.map(of).unwrap_or_default();
        of(profile).into_iter().filter(move |id| !had.contains(id)).collect::<Vec<_>>()
    };
    for (field, entries, of) in LISTS {
        let new = chosen(of);
        let is_back = cx.cause.undoes.is_some() || cx.cause.merges.is_some();
        let entries = if is_back { Q::new(entries) } else { Q::new(entries).push("archived_at is null and") };
        let there = entries.any_of("id", new.iter().copied()).number(on).await?;
        if usize::try_from(there) != Ok(new.len()) {
            return Err(invalid(field, "fields-unfit"));
        }
    }
    check_staff(cx, on, profile, before).await
}

/// The lists that a profile names entries of, and how many of these entries there are.
type Chosen = fn(&Profile) -> Vec<i64>;
const LISTS: [(&str, &str, Chosen); 4] = [
    ("segment_id", "select count(*) from segment where", |p| p.segment_id.iter().map(|id| id.0).collect()),
    ("status_id", "select count(*) from customer_status where", |p| {
        p.status_id.iter().map(|id| id.0).collect()
    }),
    ("channel_id", "select count(*) from channel where", |p| p.channel_id.iter().map(|id| id.0).collect()),
    ("groups", "select count(*) from customer_group where", |p| p.groups.iter().map(|id| id.0).collect()),
];

async fn check_staff(cx: &Context, on: On<'_>, profile: &Profile, before: Option<&Profile>) -> Result<()> {
    let people: [(&str, fn(&Profile) -> Vec<StaffId>); 3] = [
        ("manager_id", |p| p.manager_id.into_iter().collect()),
        ("service_manager_id", |p| p.service_manager_id.into_iter().collect()),
        ("administrators", |p| p.administrators.clone()),
    ];
    let mut staff = None;
    for (field, of) in people {
        let had = before.map(of).unwrap_or_default();
        for id in of(profile).into_iter().filter(|id| !had.contains(id)) {
            let staff = match &mut staff {
                Some(staff) => staff,
                none => none.insert(staff::names_on(cx, on).await?),
            };
            // What is taken back, and what comes from a customer that is merged, they had already.
            let is_back = cx.cause.undoes.is_some() || cx.cause.merges.is_some();
            if !staff.iter().any(|one| one.id == id && (one.is_active || is_back)) {
                return Err(invalid(field, "customer-manager-unknown"));
            }
        }
    }
    Ok(())
}

/// Changes of the fields of a customer, or of what belongs to it, with the names of what they name, as the history tells of
/// them.
pub(super) async fn in_words(
    on: On<'_>,
    kind: RecordKind,
    changes: Vec<FieldChange>,
) -> Result<Vec<FieldChange>> {
    let added = match changes.iter().any(|change| change.field.custom_id().is_some()) {
        true => definitions::list(on, kind).await?,
        false => Vec::new(),
    };
    let mut told = Vec::with_capacity(changes.len());
    for change in changes {
        if change.field.custom_id().is_some() {
            told.push(definitions::in_words(on, &added, change).await?);
            continue;
        }
        let names = match change.field.as_str() {
            "segment_id" => "select id, name from segment where",
            "status_id" => "select id, name from customer_status where",
            "channel_id" => "select id, name from channel where",
            "groups" => "select id, name from customer_group where",
            "contact_id" => "select id, trim(first_name || ' ' || last_name) from contact where",
            "manager_id" | "service_manager_id" | "administrators" => "select id, name from staff where",
            field => {
                let (old, new) = (told_value(field, &change.old), told_value(field, &change.new));
                told.push(change.told(old, new));
                continue;
            }
        };
        let ids = ids(&change.old).chain(ids(&change.new));
        let rows: Vec<(i64, String)> = Q::new(names).any_of("id", ids).all(on).await?;
        let names: HashMap<i64, String> = rows.into_iter().collect();
        let (old, new) = (named(&names, &change.old), named(&names, &change.new));
        told.push(change.told(old, new));
    }
    Ok(told)
}

/// The ids of a field of one entry or of several.
fn ids(value: &Value) -> impl Iterator<Item = i64> {
    let all = value.as_array().map_or_else(|| vec![value], |all| all.iter().collect());
    all.into_iter().filter_map(Value::as_i64)
}

fn named(names: &HashMap<i64, String>, value: &Value) -> Value {
    let all: Vec<&str> = ids(value).filter_map(|id| names.get(&id)).map(String::as_str).collect();
    if all.is_empty() { Value::Null } else { json!(all.join(", ")) }
}

/// A value as the history can write it in the reader's language.
fn told_value(field: &str, value: &Value) -> Value {
    match (field, value.as_str()) {
        ("kind", Some(kind)) => {
            let label = CustomerKind::parse(kind).unwrap_or_default().label();
            json!({ "nested": { "key": label } })
        }
        ("language", Some(code)) => Language::parse(code).map_or(value.clone(), |own| json!(own.name())),
        ("currency", Some(code)) => {
            code.parse::<Currency>().map_or(value.clone(), |own| json!(own.to_string()))
        }
        _ => value.clone(),
    }
}
