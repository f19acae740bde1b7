//! What may be stored as a field, by itself and beside the others of its kind of record.

use kernel::db::Tx;
use kernel::{Context, Result, Text, invalid, normal};

use super::{rows, targets};
use crate::Target;
use crate::custom::{CARD_LIMIT, CustomField, NAME_LIMIT, OPTIONS_LIMIT};

/// The most fields that can be added to one kind of record.
pub const FIELDS_LIMIT: usize = 64;

/// How many added fields of a kind of record can be kept in the index.
pub const INDEXED_LIMIT: usize = 24;

/// The field tidied, if it can be one at all.
pub(super) fn checked(mut field: CustomField) -> Result<CustomField> {
    field.name = named("name", &field.name)?;
    if !CustomField::KINDS.contains(&field.kind) {
        return Err(invalid("kind", "fields-unfit"));
    }
    if field.is_indexed && !CustomField::can_be_indexed(field.kind) {
        return Err(invalid("is_indexed", "fields-index-unfit"));
    }
    if !field.has_options() {
        field.options.clear();
        return Ok(field);
    }
    for option in &mut field.options {
        option.name = named("options", &option.name)?;
    }
    let offered: Vec<String> = field
        .options
        .iter()
        .filter(|option| option.is_offered)
        .map(|option| option.name.to_lowercase())
        .collect();
    let twice = (1..offered.len()).any(|at| offered[..at].contains(&offered[at]));
    match field.options.len() {
        _ if offered.is_empty() => Err(invalid("options", "fields-no-options")),
        _ if twice => Err(invalid("options", "error-duplicate")),
        count if count > OPTIONS_LIMIT => {
            Err(invalid("options", Text::new("fields-too-many").with("limit", OPTIONS_LIMIT)))
        }
        _ => Ok(field),
    }
}

fn named(field: &str, name: &str) -> Result<String> {
    let name = name.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(invalid(field, "error-required")),
        length if length > NAME_LIMIT => {
            Err(invalid(field, Text::new("error-too-long").with("limit", NAME_LIMIT)))
        }
        _ => Ok(name),
    }
}

/// Refuses what the field cannot become.
pub(super) fn check_target(cx: &Context, field: &CustomField) -> Result<()> {
    let Some(becomes) = &field.becomes else { return Ok(()) };
    let fits = |target: &Target| target.field == *becomes && target.kind == field.kind;
    let fits = targets(cx, field.record_kind)?.iter().any(fits);
    if fits { Ok(()) } else { Err(invalid("becomes", "fields-unfit")) }
}

/// The field as it is stored, if it fits what it was, `None` for a new one, and the others of its kind of record.
pub(super) async fn fitting(
    tx: &Tx,
    field: &CustomField,
    known: Option<&CustomField>,
) -> Result<CustomField> {
    require_kind(field, known)?;
    let field = with_default(field.clone())?;
    require_card(tx, &field).await?;
    require_own_name(tx, &field).await?;
    require_marks(tx, &field).await?;
    Ok(field)
}

/// What a field's values are stays.
fn require_kind(field: &CustomField, known: Option<&CustomField>) -> Result<()> {
    match known {
        Some(known) if known.kind != field.kind => Err(invalid("kind", "fields-kind-stays")),
        _ => Ok(()),
    }
}

/// The field with what new records begin with, if that fits it. Of entries only those that are stored already can be it.
fn with_default(field: CustomField) -> Result<CustomField> {
    let Some(json) = &field.default_value else { return Ok(field) };
    let stored = field.options.iter().filter(|option| option.id > 0).cloned().collect();
    let judge = CustomField { options: stored, ..field.clone() };
    let value = judge.checked(json, None).map_err(|problem| invalid("default_value", problem))?;
    Ok(CustomField { default_value: value.map(|value| value.to_json()), ..field })
}

/// A card has room for few fields, and for none of lines.
async fn require_card(tx: &Tx, field: &CustomField) -> Result<()> {
    if !field.is_on_card {
        return Ok(());
    }
    if !field.fits_on_card() {
        return Err(invalid("is_on_card", "fields-not-on-card"));
    }
    match is_card_full(tx, field.record_kind.code(), field.id).await? {
        true => Err(invalid("is_on_card", Text::new("fields-card-full").with("limit", CARD_LIMIT))),
        false => Ok(()),
    }
}

/// Whether others than this field have taken all the room of a card.
pub(super) async fn is_card_full(tx: &Tx, kind: &str, but: i64) -> Result<bool> {
    Ok(rows::count_on_card(tx, kind, but).await? >= CARD_LIMIT as i64)
}

/// Refuses a name that another field has: nobody could tell them apart in lists of fields.
async fn require_own_name(tx: &Tx, field: &CustomField) -> Result<()> {
    let key = normal::sort_key(&field.name);
    let others = rows::list(tx, field.record_kind).await?;
    match others.iter().any(|other| other.id != field.id && normal::sort_key(&other.name) == key) {
        true => Err(invalid("name", "fields-name-taken")),
        false => Ok(()),
    }
}

/// Refuses one mark too many.
pub(super) async fn require_marks(tx: &Tx, field: &CustomField) -> Result<()> {
    let others = rows::indexed(tx, field.record_kind).await?.into_iter().filter(|other| other.id != field.id);
    if field.is_indexed && others.count() >= INDEXED_LIMIT {
        return Err(invalid("is_indexed", Text::new("fields-too-many").with("limit", INDEXED_LIMIT)));
    }
    Ok(())
}

/// Refuses one field too many.
pub(super) async fn require_room(tx: &Tx, kind: &str) -> Result<()> {
    match rows::count(tx, kind).await? {
        count if count >= FIELDS_LIMIT as i64 => {
            Err(invalid("name", Text::new("fields-too-many").with("limit", FIELDS_LIMIT)))
        }
        _ => Ok(()),
    }
}
