//! The rows of fields and of their entries.

use std::collections::HashMap;

use kernel::db::{FromRow, Json, On, Q, Tx};
use kernel::{Context, RecordKind, Result, Version};
use serde_json::{Value, json};

use crate::custom::{CARD_LIMIT, CustomField, FieldOption};
use crate::{FieldKey, FieldType};

const FIELD: &str = "select id, name, kind, is_required, is_listed, is_on_card, becomes, is_indexed, is_ready, default_value, \
    version, record_kind from field";

/// The added fields of a kind of record, in the order of forms.
///
/// # Errors
/// As [`Q::all`].
pub async fn list(on: impl Into<On<'_>>, kind: RecordKind) -> Result<Vec<CustomField>> {
    let on = on.into();
    let rows: Vec<Row> = Q::new(FIELD)
        .push("where record_kind = ? and deleted_at is null order by position, id")
        .bind(kind.code())
        .all(on)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let options: Vec<(i64, i64, String, bool)> =
        Q::new("select o.field_id, o.id, o.name, o.is_offered from field_option o")
            .push("join field f on f.id = o.field_id where f.record_kind = ? order by o.position, o.id")
            .bind(kind.code())
            .all(on)
            .await?;
    let mut by_field: HashMap<i64, Vec<FieldOption>> = HashMap::new();
    for (field, id, name, is_offered) in options {
        by_field.entry(field).or_default().push(FieldOption { id, name, is_offered });
    }
    let field = |row: Row| {
        let options = by_field.remove(&row.id).unwrap_or_default();
        row.into_field(kind, options)
    };
    Ok(rows.into_iter().filter_map(field).collect())
}

/// The fields whose values are kept in the index, without their entries.
pub(crate) async fn indexed(tx: &Tx, kind: RecordKind) -> Result<Vec<CustomField>> {
    let q = Q::new(FIELD).push("where record_kind = ? and deleted_at is null and is_indexed");
    let rows: Vec<Row> = q.bind(kind.code()).all(tx).await?;
    Ok(rows.into_iter().filter_map(|row| row.into_field(kind, Vec::new())).collect())
}

/// One field, without its entries, and the kind of record that has it.
pub(crate) async fn find(on: impl Into<On<'_>>, id: i64) -> Result<Option<CustomField>> {
    let row: Option<Row> =
        Q::new(FIELD).push("where id = ? and deleted_at is null").bind(id).optional(on).await?;
    Ok(row.and_then(|row| {
        RecordKind::parse(&row.record_kind).and_then(|kind| row.into_field(kind, Vec::new()))
    }))
}

/// The keys of the fields that stand on cards.
///
/// # Errors
/// As [`Q::all`].
pub async fn on_card(on: impl Into<On<'_>>, kind: RecordKind) -> Result<Vec<FieldKey>> {
    let q = Q::new(
        "select id from field where record_kind = ? and is_on_card and deleted_at is null order by position, id",
    );
    let ids: Vec<(i64,)> = q.push("limit ?").bind(kind.code()).bind(CARD_LIMIT).all(on).await?;
    Ok(ids.into_iter().map(|(id,)| FieldKey::custom(id)).collect())
}

/// How many fields a kind of record has.
pub(super) async fn count(tx: &Tx, kind: &str) -> Result<i64> {
    let q = Q::new("select count(*) from field where record_kind = ? and deleted_at is null");
    q.bind(kind).number(tx).await
}

/// How many of them stand on cards, but for this one.
pub(super) async fn count_on_card(tx: &Tx, kind: &str, but: i64) -> Result<i64> {
    let q = Q::new(
        "select count(*) from field where record_kind = ? and is_on_card and deleted_at is null and id <> ?",
    );
    q.bind(kind).bind(but).number(tx).await
}

/// A new field, behind the others. Answers its number.
pub(super) async fn insert(cx: &Context, tx: &Tx, field: &CustomField) -> Result<i64> {
    Q::new("insert into field (record_kind, name, kind, is_required, is_listed, is_on_card, becomes, is_indexed, default_value,")
        .push("position, version, created_at) select ?, ?, ?, ?, ?, ?, cast(? as text), ?,")
        .dialect("?,", "cast(? as jsonb),")
        .push("coalesce(max(position), 0) + 1, 1, ? from field")
        .push("where record_kind = ? returning id")
        .bind(field.record_kind.code())
        .bind(field.name.as_str())
        .bind(kind_code(field.kind))
        .bind(field.is_required)
        .bind(field.is_listed)
        .bind(field.is_on_card)
        .bind(field.becomes.clone())
        .bind(field.is_indexed)
        .bind(field.default_value.clone())
        .bind(cx.now)
        .bind(field.record_kind.code())
        .number(tx)
        .await
}

/// Stores a field as it is now, if nobody was quicker and its type stays. Answers how many rows that were.
pub(super) async fn update(tx: &Tx, field: &CustomField) -> Result<u64> {
    Q::new("update field set name = ?, is_required = ?, is_listed = ?, is_on_card = ?, becomes = ?,")
        .push("is_indexed = ?, is_ready = is_ready and ?, default_value = ?, version = version + 1")
        .push("where id = ? and version = ? and kind = ? and deleted_at is null")
        .bind(field.name.as_str())
        .bind(field.is_required)
        .bind(field.is_listed)
        .bind(field.is_on_card)
        .bind(field.becomes.clone())
        .bind(field.is_indexed)
        .bind(field.is_indexed)
        .bind(field.default_value.clone())
        .bind(field.id)
        .bind(field.version)
        .bind(kind_code(field.kind))
        .run(tx)
        .await
}

/// The entries of a field. One that is left out is no longer offered; it keeps its values.
pub(super) async fn put_options(tx: &Tx, field: i64, options: &[FieldOption]) -> Result<()> {
    let kept = options.iter().map(|option| option.id).filter(|id| *id > 0);
    Q::new("update field_option set is_offered = ? where field_id = ?")
        .bind(false)
        .bind(field)
        .push("and not")
        .any_of("id", kept)
        .run(tx)
        .await?;
    for (position, option) in options.iter().enumerate() {
        let q = match option.id {
            0 => {
                Q::new("insert into field_option (name, position, is_offered, field_id) values (?, ?, ?, ?)")
            }
            _ => Q::new(
                "update field_option set name = ?, position = ?, is_offered = ? where field_id = ? and id = ?",
            ),
        };
        let q = q.bind(option.name.as_str()).bind(position).bind(option.is_offered).bind(field);
        let q = if option.id == 0 { q } else { q.bind(option.id) };
        q.run(tx).await?;
    }
    Ok(())
}

fn kind_code(kind: FieldType) -> String {
    json!(kind).as_str().unwrap_or_default().to_owned()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    kind: String,
    is_required: bool,
    is_listed: bool,
    is_on_card: bool,
    becomes: Option<String>,
    is_indexed: bool,
    is_ready: bool,
    default_value: Option<Json<Value>>,
    version: Version,
    record_kind: String,
}

impl Row {
    /// The field; `None` for one of a kind that this version does not know.
    fn into_field(self, record_kind: RecordKind, options: Vec<FieldOption>) -> Option<CustomField> {
        let kind = serde_json::from_value(json!(self.kind)).ok()?;
        Some(CustomField {
            id: self.id,
            is_required: self.is_required,
            is_listed: self.is_listed,
            is_on_card: self.is_on_card,
            becomes: self.becomes,
            is_indexed: self.is_indexed,
            is_ready: self.is_ready,
            default_value: self.default_value.map(|default| default.0),
            options,
            version: self.version,
            ..CustomField::new(record_kind, &self.name, kind)
        })
    }
}
