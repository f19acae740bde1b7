use kernel::db::{Json, Q, Tx};
use kernel::{Error, Instant, RecordRef, Result, Text};
use serde::Serialize;
use serde_json::{Value, json};

use crate::Clash;

/// How far back in a record's history somebody is looked for who changed a field.
const LOOKED_BACK: usize = 200;

/// The conflict of an edit: the record as it is now and, as `clashes`, who changed which of these fields and when.
///
/// # Errors
/// Those of the database.
pub async fn clash(
    tx: &Tx,
    record: RecordRef,
    now: &impl Serialize,
    title: &str,
    fields: Vec<String>,
) -> Result<Error> {
    let history: Vec<(Option<String>, Instant, Json<Value>)> =
        Q::new("select s.name, e.at, e.payload from event e left join staff s on s.id = e.staff_id")
            .push("where e.record_kind = ? and e.record_id = ? order by e.id desc limit ?")
            .bind(record.kind.code())
            .bind(record.id)
            .bind(LOOKED_BACK)
            .all(tx)
            .await?;
    let clash = |field: String| {
        let last = history.iter().find(|(_, _, payload)| changes(&payload.0, &field));
        Clash { who: last.and_then(|(who, ..)| who.clone()), at: last.map(|(_, at, _)| *at), field }
    };
    let clashes: Vec<Clash> = fields.into_iter().map(clash).collect();
    let mut now = serde_json::to_value(now).unwrap_or_default();
    now["clashes"] = json!(clashes);
    Ok(Error::conflict(Text::new("fields-changed-meanwhile").with("name", title), &now))
}

/// Whether an event changed this field. The last contact of a lead is told without a list of changes.
fn changes(payload: &Value, field: &str) -> bool {
    let changed = payload["changes"].as_array().into_iter().flatten();
    changed.map(|change| &change["field"]).any(|own| own == field) || !payload[field].is_null()
}
