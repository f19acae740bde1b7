//! What records hold in their added fields.

use std::collections::HashMap;

use kernel::db::{On, Q};
use kernel::{Error, FieldError, RecordKind, Result, StaffId, Text};
use serde_json::{Value as Json, json};

use super::list;
use crate::custom::{CustomField, CustomValues};
use crate::{FieldChange, FieldType};

/// What a record may hold in its added fields: the values tidied, if each fits its field. `before` is what it holds now,
/// `None` for a new record of which required fields are asked.
///
/// # Errors
/// `Invalid`, naming each field that is unknown, does not fit or is missing.
pub async fn check(
    on: impl Into<On<'_>>,
    kind: RecordKind,
    before: Option<&CustomValues>,
    after: &CustomValues,
) -> Result<CustomValues> {
    if before.is_some_and(|before| before == after) {
        return Ok(after.clone());
    }
    let fields = list(on, kind).await?;
    let mut tidy = before.cloned().unwrap_or_default();
    let mut problems = Vec::new();
    let mut refuse = |key: &str, problem: Text| problems.push(FieldError { field: key.to_owned(), problem });
    for (key, json) in after.iter() {
        let had = before.and_then(|before| before.get(key));
        if had == Some(json) {
            continue;
        }
        match fields.iter().find(|field| field.key() == *key) {
            None => refuse(key.as_str(), Text::new("fields-unknown")),
            Some(field) => match field.checked(json, had) {
                Ok(value) => tidy.set(key.clone(), value.map(|value| value.to_json())),
                Err(problem) => refuse(key.as_str(), problem),
            },
        }
    }
    for (key, _) in before.into_iter().flat_map(CustomValues::iter) {
        if after.get(key).is_none() {
            tidy.set(key.clone(), None);
        }
    }
    if before.is_none() {
        let missing = fields.iter().filter(|field| field.is_required && tidy.get(&field.key()).is_none());
        missing.for_each(|field| refuse(field.key().as_str(), Text::new("error-required")));
    }
    if problems.is_empty() { Ok(tidy) } else { Err(Error::Invalid(problems)) }
}

/// Puts into the fields of a new record what its added fields begin with, where nothing is said about them: not even
/// that they are empty.
///
/// # Errors
/// As [`Q::all`].
pub async fn begin_with(
    on: impl Into<On<'_>>,
    kind: RecordKind,
    fields: &mut serde_json::Map<String, Json>,
) -> Result<()> {
    for (key, json) in CustomValues::usual(&list(on, kind).await?).iter() {
        fields.entry(key.as_str()).or_insert_with(|| json.clone());
    }
    Ok(())
}

/// A change of an added field as the history tells it: the names of entries and people, and what the field is called now.
///
/// # Errors
/// As [`Q::all`].
pub async fn in_words(
    on: impl Into<On<'_>>,
    fields: &[CustomField],
    change: FieldChange,
) -> Result<FieldChange> {
    let Some(field) = fields.iter().find(|field| field.key() == change.field) else { return Ok(change) };
    let names = match field.kind {
        FieldType::Staff => staff_names(on, [&change.old, &change.new]).await?,
        _ => field.options.iter().map(|option| (option.id, option.name.clone())).collect(),
    };
    let words = |json: &Json| words(field.kind, &names, json);
    let (old, new) = (words(&change.old), words(&change.new));
    Ok(change.told(old, new).called(&field.name))
}

fn words(kind: FieldType, names: &HashMap<i64, String>, json: &Json) -> Json {
    let name =
        |json: &Json| json.as_i64().and_then(|id| names.get(&id)).map_or(Json::Null, |name| json!(name));
    match (kind, json) {
        (_, Json::Null) => Json::Null,
        (FieldType::Choice | FieldType::Staff, id) => name(id),
        (FieldType::Choices, Json::Array(ids)) => ids.iter().map(name).collect(),
        (FieldType::Money, money) => json!({ "money": money }),
        (FieldType::Day, day) => json!({ "day": day }),
        (FieldType::Moment, at) => json!({ "instant": at }),
        (_, other) => other.clone(),
    }
}

async fn staff_names(on: impl Into<On<'_>>, ids: [&Json; 2]) -> Result<HashMap<i64, String>> {
    let q = Q::new("select id, name from staff where").any_of("id", ids.into_iter().filter_map(Json::as_i64));
    let rows: Vec<(StaffId, String)> = q.all(on).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.0, name)).collect())
}
