//! Where consent is kept. Every operation opens the record first: whose consent it is decides who sees and notes it.

use std::collections::HashMap;

use kernel::db::{FromRow, Q, Tx};
use kernel::{
    Actor, Context, Error, Instant, NewEvent, OpenRecord, RecordKind, RecordRef, Result, StaffId, entropy,
    invalid, plain,
};
use serde_json::json;

use crate::{Consent, ConsentChange, How, NOTE_LIMIT};

/// So many records are asked about at once.
const MOST: usize = 200;

/// How it stands with these records, in their order. Who was never asked has not consented.
///
/// # Errors
/// `NotFound` for a record that may not be seen; `Invalid` for too many at once.
pub async fn list(cx: &Context, records: &[RecordRef]) -> Result<Vec<Consent>> {
    cx.actor.require_house()?;
    if records.len() > MOST {
        return Err(invalid("records", "error-invalid"));
    }
    let names = names(cx).await?;
    let mut consents = Vec::with_capacity(records.len());
    for record in records {
        let on = cx.open(*record).await?;
        consents.push(one(cx, on.record, &names).await?);
    }
    Ok(consents)
}

async fn names(cx: &Context) -> Result<HashMap<StaffId, String>> {
    Ok(staff::names(cx).await?.into_iter().map(|one| (one.id, one.name)).collect())
}

#[derive(FromRow)]
struct ChangeRow {
    is_given: bool,
    how: String,
    note: Option<String>,
    staff_id: Option<StaffId>,
    at: Instant,
}

async fn one(cx: &Context, record: RecordRef, names: &HashMap<StaffId, String>) -> Result<Consent> {
    let now = state(cx, record).await?;
    let rows: Vec<ChangeRow> = Q::new("select is_given, how, note, staff_id, at from consent_change")
        .push("where record_kind = ? and record_id = ? order by id desc limit 100")
        .bind(record.kind.code())
        .bind(record.id)
        .all(cx.db())
        .await?;
    let change = |row: ChangeRow| {
        let by = row.staff_id.and_then(|id| names.get(&id).cloned());
        let how = How::parse(&row.how).unwrap_or(How::Form);
        ConsentChange { is_given: row.is_given, how, note: row.note, by, at: row.at }
    };
    Ok(Consent {
        record,
        is_given: now.as_ref().is_some_and(|(is_given, _)| *is_given),
        withdraw_path: now.map(|(_, token)| format!("/withdraw?token={token}")),
        changes: rows.into_iter().map(change).collect(),
    })
}

async fn state(cx: &Context, record: RecordRef) -> Result<Option<(bool, String)>> {
    let q = Q::new("select is_given, withdraw_token from consent where record_kind = ? and record_id = ?");
    q.bind(record.kind.code()).bind(record.id).optional(cx.db()).await
}

/// Whether this record's consent is given: for whoever sends marketing.
///
/// # Errors
/// Those of the database.
pub async fn is_given(cx: &Context, record: RecordRef) -> Result<bool> {
    Ok(state(cx, record).await?.is_some_and(|(is_given, _)| is_given))
}

/// Notes that consent was given or withdrawn. What stands already is noted once more: that somebody said so again is worth
/// knowing.
///
/// # Errors
/// `NotFound`, `Forbidden` as the record says; `Invalid` for `how` and `note`.
pub async fn note(cx: &Context, record: RecordRef, is_given: bool, how: How, note: &str) -> Result<Consent> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    if !matches!(on.record.kind, RecordKind::Customer | RecordKind::Contact) {
        return Err(Error::NotFound);
    }
    if !How::NOTED.contains(&how) {
        return Err(invalid("how", "error-invalid"));
    }
    let note = &plain::line(note);
    if note.chars().count() > NOTE_LIMIT as usize {
        return Err(invalid(
            "note",
            kernel::Text::new("error-too-long").with("limit", i64::from(NOTE_LIMIT)),
        ));
    }
    let note = Some(note.as_str()).filter(|note| !note.is_empty());
    cx.tx(|tx| async move { write(cx, &tx, on, is_given, how, note).await }).await?;
    one(cx, on.record, &names(cx).await?).await
}

async fn write(
    cx: &Context,
    tx: &Tx,
    on: &OpenRecord,
    is_given: bool,
    how: How,
    note: Option<&str>,
) -> Result<()> {
    let (kind, id) = (on.record.kind.code(), on.record.id);
    Q::new("insert into consent (record_kind, record_id, is_given, withdraw_token) values (?, ?, ?, ?)")
        .push("on conflict (record_kind, record_id) do update set is_given = excluded.is_given")
        .bind(kind)
        .bind(id)
        .bind(is_given)
        .bind(entropy::secret())
        .run(tx)
        .await?;
    Q::new("insert into consent_change (record_kind, record_id, is_given, how, note, staff_id, at)")
        .push("values (?, ?, ?, ?, ?, ?, ?)")
        .bind(kind)
        .bind(id)
        .bind(is_given)
        .bind(how.code())
        .bind(note)
        .bind(cx.staff_id())
        .bind(cx.now)
        .run(tx)
        .await?;
    let event = NewEvent {
        kind: if is_given { "consent.given" } else { "consent.withdrawn" },
        record: on.record,
        timeline_id: Some(on.timeline_id),
        version: on.version,
        payload: json!({ "name": on.title, "how": how.code(), "note": note }),
        audience: on.audience.clone(),
    };
    cx.record(tx, event).await
}

/// The consent of the contact who asks.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for staff.
pub async fn mine(cx: &Context) -> Result<bool> {
    is_given(cx, own(cx)?).await
}

fn own(cx: &Context) -> Result<RecordRef> {
    Ok(RecordRef { kind: RecordKind::Contact, id: cx.actor.contact()?.id.0 })
}

/// Gives or withdraws the consent of the contact who asks. Nothing happens where it stands so already.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for staff and for who only looks.
pub async fn save_mine(cx: &Context, is_given: bool) -> Result<()> {
    let record = own(cx)?;
    if mine(cx).await? == is_given {
        return Ok(());
    }
    // A contact opens no records of staff; that this one is its own was asked above.
    let on = &cx.on_behalf(Actor::System).open(record).await?;
    cx.tx(|tx| async move { write(cx, &tx, on, is_given, How::Portal, None).await }).await
}

/// Withdraws by the link in a mail: no sign-in is asked for, and whoever has the link got the mail. What was withdrawn
/// before stays so, and the answer is the same.
///
/// # Errors
/// `NotFound` for a link that there is not, and for whoever is gone.
pub async fn withdraw(cx: &Context, token: &str) -> Result<()> {
    let q =
        Q::new("select record_kind, record_id, is_given from consent where withdraw_token = ?").bind(token);
    let (kind, id, is_given): (String, i64, bool) = q.one(cx.db()).await?;
    if !is_given {
        return Ok(());
    }
    let record = RecordRef { kind: RecordKind::parse(&kind).ok_or(Error::NotFound)?, id };
    let house = &cx.on_behalf(Actor::System);
    let on = &house.open(record).await?;
    house.tx(|tx| async move { write(house, &tx, on, false, How::Link, None).await }).await
}

/// Takes what is known of records that are gone for good out of the database.
///
/// # Errors
/// Those of the database.
pub async fn purge(tx: &Tx, kind: RecordKind, ids: &[i64]) -> Result<()> {
    for table in ["consent", "consent_change"] {
        let q = Q::new("delete from").push(table).push("where record_kind = ? and").bind(kind.code());
        q.any_of("record_id", ids.iter().copied()).run(tx).await?;
    }
    Ok(())
}
