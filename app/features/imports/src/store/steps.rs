//! The steps of a run, each in the transaction of what it belongs to.

use kernel::db::{Q, Tx, Val};
use kernel::{Audience, Context, ImportId, NewEvent, RecordKind, RecordRef, Result, Text};
use serde_json::json;
use staff::{Notice, Telling};

use super::rows::{COLUMNS, ImportRow, Refusal};
use crate::{Import, ImportState, KeptRecord, Tally};

/// Takes the rows up to `next` for this batch. False if somebody else has them already, or the run was stopped:
/// then the batch must not happen.
pub(crate) async fn move_on(tx: &Tx, id: ImportId, from: i64, next: i64) -> Result<bool> {
    let moved = Q::new("update import set next_row = ? where id = ? and next_row = ? and state = 'running'")
        .bind(next)
        .bind(id)
        .bind(from)
        .run(tx)
        .await?;
    Ok(moved == 1)
}

/// The number under which the events of an import are found. Imports count downwards, so that they never meet other long
/// runs, which count upwards.
pub(crate) fn run_of(id: ImportId) -> i64 {
    -id.0
}

/// Notes how a batch ended.
pub(crate) async fn note(tx: &Tx, id: ImportId, tally: Tally, refused: &[Refusal]) -> Result<()> {
    Q::new("update import set created = created + ?, updated = updated + ?, skipped = skipped + ?,")
        .push("refused = refused + ?, version = version + 1 where id = ?")
        .bind(tally.created)
        .bind(tally.updated)
        .bind(tally.skipped)
        .bind(tally.refused)
        .bind(id)
        .run(tx)
        .await?;
    if !refused.is_empty() {
        Q::new("insert into import_refusal (import_id, row_number, cells, reason)")
            .push("select ?, cast(r.value->>'row' as bigint), r.value->'cells', r.value->'reason'")
            .dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value) where true")
            .push("on conflict do nothing")
            .bind(id)
            .bind(Val::json(&refused))
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Brings an import from one of these states into another one; false if it is in none of them.
pub(crate) async fn set_state(
    cx: &Context,
    tx: &Tx,
    id: ImportId,
    from: &[ImportState],
    to: ImportState,
) -> Result<bool> {
    let ends = !to.is_open() && !to.is_under_way();
    let from: Vec<&str> = from.iter().map(|state| state.code()).collect();
    let changed =
        Q::new("update import set state = ?, version = version + 1, finished_at = ? where id = ? and state")
            .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(to.code())
            .bind(ends.then_some(cx.now))
            .bind(id)
            .bind(Val::json(&from))
            .run(tx)
            .await?;
    Ok(changed == 1)
}

/// Keeps why an import could not go on.
pub(crate) async fn keep_error(tx: &Tx, id: ImportId, error: &Text) -> Result<()> {
    let q = Q::new("update import set error = ? where id = ?");
    q.bind(Val::json(error)).bind(id).run(tx).await.map(drop)
}

/// Keeps which records stayed when an import was taken back.
pub(crate) async fn keep_left(tx: &Tx, id: ImportId, left: &[KeptRecord]) -> Result<()> {
    let q = Q::new("update import set kept = ? where id = ?");
    q.bind(Val::json(&left)).bind(id).run(tx).await.map(drop)
}

/// An import as this transaction has it.
async fn now(tx: &Tx, id: ImportId) -> Result<Import> {
    Ok(Q::new(COLUMNS).push("where id = ?").bind(id).one::<ImportRow>(tx).await?.into_kept()?.import)
}

/// Tells who began an import that it is over, wherever they are by then.
pub(crate) async fn ended(cx: &Context, tx: &Tx, id: ImportId) -> Result<()> {
    let import = now(tx, id).await?;
    let Some(to) = import.staff_id else { return Ok(()) };
    let text = match import.state {
        ImportState::Failed => Text::new("import-ended-failed"),
        _ => Text::new("import-ended")
            .with("created", import.tally.created)
            .with("updated", import.tally.updated)
            .with("skipped", import.tally.skipped)
            .with("refused", import.tally.refused),
    };
    let text = text.with("file", import.file_name.as_str());
    let audience = Audience { staff: vec![to], ..Audience::default() };
    let about = Some((RecordRef { kind: RecordKind::Import, id: id.0 }, audience));
    staff::notify(cx, tx, Telling { notice: Notice::Import, to, text, about, mail: None }).await
}

/// Tells the browsers of its owner how far an import is.
pub(crate) async fn progress(cx: &Context, tx: &Tx, id: ImportId, kind: &'static str) -> Result<()> {
    let import = now(tx, id).await?;
    let event = NewEvent {
        version: import.version,
        audience: Audience { staff: import.staff_id.into_iter().collect(), ..Audience::default() },
        ..NewEvent::new(kind, RecordKind::Import, id.0)
    };
    let payload = json!({
        "state": import.state, "file_name": import.file_name, "rows": import.rows, "created": import.tally.created,
        "updated": import.tally.updated, "skipped": import.tally.skipped, "refused": import.tally.refused,
    });
    cx.record(tx, event.payload(payload)).await
}
