//! The index of added fields that are marked: one row for the value of each record, by which lists find and sort. It is
//! written beside the record, in the same transaction; `fields.reindex` fills it for a field that is marked later.
//!
//! Every record has its row, also one without a value, so that a list in the field's order has no gap: what is empty is 0
//! or the empty text, as in the orders of own fields. A choice of several has a row for each entry instead.

use std::collections::BTreeSet;

use kernel::db::{Json, Q, Tx, Val};
use kernel::{Context, RecordKind, Result, normal};
use serde_json::{Value as JsonValue, json};

use super::definitions;
use crate::custom::{CustomField, CustomValues};
use crate::{FieldType, Value, kind_of};

/// In which of the tables a field's values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sorting {
    /// `field_number`
    Number,
    /// `field_text`
    Text,
}

/// The table of a type of field, if it can be marked.
pub(crate) fn sorting(kind: FieldType) -> Option<Sorting> {
    match kind {
        FieldType::Text | FieldType::Link => Some(Sorting::Text),
        FieldType::Number
        | FieldType::Money
        | FieldType::Day
        | FieldType::Moment
        | FieldType::Choice
        | FieldType::Choices
        | FieldType::Flag
        | FieldType::Staff => Some(Sorting::Number),
        _ => None,
    }
}

/// The values of a record before and after it is written.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Which record.
    pub id: i64,
    /// As they were; `None` for a new record.
    pub before: Option<&'a CustomValues>,
    /// As they are.
    pub after: &'a CustomValues,
}

/// How many bytes of a text the index knows.
const KEY_LENGTH: usize = 80;

/// What the index has of a text.
pub(crate) fn key(text: &str) -> String {
    let mut key = normal::sort_key(text);
    let end = (0..=KEY_LENGTH.min(key.len())).rev().find(|at| key.is_char_boundary(*at));
    key.truncate(end.unwrap_or_default());
    key
}

/// What the index holds: field, number or text, record.
#[derive(Debug, Default)]
struct Rows {
    numbers: BTreeSet<(i64, i64, i64)>,
    texts: BTreeSet<(i64, String, i64)>,
}

impl Rows {
    fn add(&mut self, field: &CustomField, record: i64, values: &CustomValues) {
        let value = values.get(&field.key()).and_then(|json| field.kind.read(json).ok().flatten());
        match (sorting(field.kind), value) {
            (None, _) => {}
            (Some(Sorting::Text), Some(Value::Text(text))) => {
                self.texts.insert((field.id, key(&text), record));
            }
            (Some(Sorting::Text), _) => drop(self.texts.insert((field.id, String::new(), record))),
            (Some(Sorting::Number), Some(Value::Ids(ids))) => {
                self.numbers.extend(ids.into_iter().map(|id| (field.id, id, record)));
            }
            (Some(Sorting::Number), None) if field.kind == FieldType::Choices => {}
            (Some(Sorting::Number), value) => drop(self.numbers.insert((field.id, number(value), record))),
        }
    }

    /// Takes out what both have.
    fn without_same(&mut self, others: &mut Self) {
        let same: Vec<_> = self.numbers.intersection(&others.numbers).copied().collect();
        for row in same {
            self.numbers.remove(&row);
            others.numbers.remove(&row);
        }
        let same: Vec<_> = self.texts.intersection(&others.texts).cloned().collect();
        for row in same {
            self.texts.remove(&row);
            others.texts.remove(&row);
        }
    }
}

fn number(value: Option<Value>) -> i64 {
    match value {
        Some(Value::Number(number) | Value::Id(number)) => number,
        Some(Value::Money(money)) => money.minor,
        Some(Value::Day(day)) => i64::from(day.0),
        Some(Value::Moment(at)) => at.0,
        Some(Value::Flag(flag)) => i64::from(flag),
        _ => 0,
    }
}

/// Writes what the index has to know of these records, in the transaction that writes them.
///
/// # Errors
/// Those of the database.
pub async fn put<'a>(
    tx: &Tx,
    kind: RecordKind,
    written: impl IntoIterator<Item = Written<'a>>,
) -> Result<()> {
    let written = written.into_iter().filter(|one| one.before.is_none_or(|before| before != one.after));
    let written: Vec<Written<'_>> = written.collect();
    if written.is_empty() {
        return Ok(());
    }
    let fields = definitions::indexed(tx, kind).await?;
    let (mut before, mut after) = (Rows::default(), Rows::default());
    for one in written {
        for field in &fields {
            if let Some(values) = one.before {
                before.add(field, one.id, values);
            }
            after.add(field, one.id, one.after);
        }
    }
    before.without_same(&mut after);
    delete(tx, &before).await?;
    insert(tx, &after).await
}

async fn delete(tx: &Tx, rows: &Rows) -> Result<()> {
    let gone = |q: Q, rows: &JsonValue| {
        let q = q.dialect("from json_each(?) r)", "from jsonb_array_elements(?) r(value))");
        q.bind(Val::json(rows))
    };
    if !rows.numbers.is_empty() {
        let q = Q::new("delete from field_number where (field_id, number, record_id) in (select")
            .push("cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), cast(r.value->>2 as bigint)");
        gone(q, &json!(rows.numbers)).run(tx).await?;
    }
    if !rows.texts.is_empty() {
        let q = Q::new("delete from field_text where (field_id, text, record_id) in (select")
            .push("cast(r.value->>0 as bigint), cast(r.value->>1 as text), cast(r.value->>2 as bigint)");
        gone(q, &json!(rows.texts)).run(tx).await?;
    }
    Ok(())
}

async fn insert(tx: &Tx, rows: &Rows) -> Result<()> {
    let from = |q: Q, rows: &JsonValue| {
        let q = q.dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value)");
        q.push("on conflict do nothing").bind(Val::json(rows))
    };
    if !rows.numbers.is_empty() {
        let q = Q::new(
            "insert into field_number (field_id, number, record_id) select cast(r.value->>0 as bigint),",
        )
        .push("cast(r.value->>1 as bigint), cast(r.value->>2 as bigint)");
        from(q, &json!(rows.numbers)).run(tx).await?;
    }
    if !rows.texts.is_empty() {
        let q =
            Q::new("insert into field_text (field_id, text, record_id) select cast(r.value->>0 as bigint),")
                .push("cast(r.value->>1 as text), cast(r.value->>2 as bigint)");
        from(q, &json!(rows.texts)).run(tx).await?;
    }
    Ok(())
}

/// How many records one transaction of the job looks at.
const BATCH: i64 = 1_000;

/// The job that fills the index of a field, or empties it if the field is not marked any more. It can be done twice, and
/// goes on where people write meanwhile; an index that is whole is left as it is.
///
/// # Errors
/// Those of the database.
pub async fn reindex(cx: &Context, field: i64) -> Result<()> {
    let Some(field) = definitions::find(cx.db(), field).await? else { return Ok(()) };
    if !field.is_indexed {
        return clear(cx, field.id).await;
    }
    if field.is_ready {
        return Ok(());
    }
    let table = kind_of(cx, field.record_kind)?.about().table;
    let mut behind = 0;
    loop {
        let field = &field;
        let last = cx.tx(|tx| async move { fill(&tx, table, field, behind).await }).await?;
        match last {
            Some(last) => behind = last,
            None => return cx.tx(|tx| async move { definitions::set_ready(cx, &tx, field).await }).await,
        }
        if cx.foyer.stop.is_asked() {
            return cx.tx(|tx| async move { later(cx, &tx, field.id).await }).await;
        }
    }
}

/// Queues the job for a field.
///
/// # Errors
/// Those of the database.
pub(crate) async fn later(cx: &Context, tx: &Tx, field: i64) -> Result<()> {
    let key = format!("fields.reindex {field}");
    cx.enqueue(tx, "fields.reindex", json!({ "field": field }), cx.now, Some(key)).await
}

/// The rows of the next records. Who writes one of them waits, so that no older value is put in behind a newer one.
async fn fill(tx: &Tx, table: &'static str, field: &CustomField, behind: i64) -> Result<Option<i64>> {
    let records: Vec<(i64, Json<CustomValues>)> = Q::new("select id, custom from")
        .push(table)
        .push("where id > ? order by id limit ?")
        .dialect("", "for update")
        .bind(behind)
        .bind(BATCH)
        .all(tx)
        .await?;
    let Some((last, _)) = records.last() else { return Ok(None) };
    let last = *last;
    for table in ["delete from field_number", "delete from field_text"] {
        let q = Q::new(table).push("where field_id = ? and record_id > ? and record_id <= ?");
        q.bind(field.id).bind(behind).bind(last).run(tx).await?;
    }
    let mut rows = Rows::default();
    records.iter().for_each(|(id, values)| rows.add(field, *id, &values.0));
    insert(tx, &rows).await?;
    Ok(Some(last))
}

async fn clear(cx: &Context, field: i64) -> Result<()> {
    const NUMBERS: &str = "delete from field_number where field_id = ? and record_id in \
        (select record_id from field_number where field_id = ? limit ?)";
    const TEXTS: &str = "delete from field_text where field_id = ? and record_id in \
        (select record_id from field_text where field_id = ? limit ?)";
    for sql in [NUMBERS, TEXTS] {
        let batch = |tx: Tx| async move { Q::new(sql).bind(field).bind(field).bind(BATCH).run(&tx).await };
        while cx.tx(batch).await? > 0 {}
    }
    Ok(())
}
