use futures::FutureExt;
use kernel::db::{Q, Tx};
use kernel::{Context, Error, Event, Parts, RecordRef, Result, VaultEntryId};
use records::{UNDO_FOR, Undoer};

use super::{event, row, told};

/// Deletes an entry. It can be taken back with [`restore`] for as long as anything can.
///
/// # Errors
/// `NotFound` if the actor may not look at it; `Forbidden` if the record may only be looked at.
pub async fn delete(cx: &Context, record: RecordRef, id: VaultEntryId) -> Result<()> {
    set_deleted(cx, record, id, true).await
}

/// Takes a deleted entry back.
///
/// # Errors
/// As [`delete`]; `NotFound` after thirty days.
pub async fn restore(cx: &Context, record: RecordRef, id: VaultEntryId) -> Result<()> {
    set_deleted(cx, record, id, false).await
}

async fn set_deleted(cx: &Context, record: RecordRef, id: VaultEntryId, gone: bool) -> Result<()> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let q =
            row::visible(cx).push("and e.id = ? and").bind(id).on_timeline("e.timeline_id", on.timeline_id);
        let q = match gone {
            true => q.push("and e.deleted_at is null"),
            false => q.push("and e.deleted_at >= ?").bind(cx.now.plus(-UNDO_FOR)),
        };
        let found: row::Row = q.one(&tx).await?;
        let touched = Q::new("update vault_entry set deleted_at = ?, version = version + 1")
            .push("where id = ? and version = ?")
            .bind(gone.then_some(cx.now))
            .bind(id)
            .bind(found.version)
            .run(&tx)
            .await?;
        if touched == 0 {
            return Err(Error::Busy);
        }
        let kind = if gone { "vault.deleted" } else { "vault.restored" };
        cx.record(&tx, event(on, kind, told(id, &found.name))).await
    })
    .await
}

/// How entries are taken back from a record's history.
pub(crate) fn undoers() -> Parts {
    let away = |event| Undoer {
        event,
        undo: |cx, record, event, _| async move { delete(&cx, record, named(&event)?).await }.boxed(),
    };
    let back = Undoer {
        event: "vault.deleted",
        undo: |cx, record, event, _| async move { restore(&cx, record, named(&event)?).await }.boxed(),
    };
    Parts::default().with(away("vault.added")).with(away("vault.restored")).with(back)
}

fn named(event: &Event) -> Result<VaultEntryId> {
    event.payload["vault_entry_id"].as_i64().map(VaultEntryId).ok_or(Error::NotFound)
}

/// Removes for good what was deleted more than thirty days ago.
pub(crate) async fn sweep(cx: &Context) -> Result<()> {
    let before = cx.now.plus(-UNDO_FOR);
    cx.tx(|tx| async move {
        let due = || Q::new("select id from vault_entry where deleted_at < ?").bind(before);
        Q::new("delete from vault_role where entry_id in (").append(due()).push(")").run(&tx).await?;
        Q::new("delete from vault_entry where id in (").append(due()).push(")").run(&tx).await.map(drop)
    })
    .await
}

/// Takes the entries of timelines that are no more out of the database.
pub(crate) async fn purge(tx: &Tx, timelines: &[i64]) -> Result<()> {
    Q::new("delete from vault_role where entry_id in (select id from vault_entry where")
        .any_of("timeline_id", timelines.iter().copied())
        .push(")")
        .run(tx)
        .await?;
    let entries = Q::new("delete from vault_entry where").any_of("timeline_id", timelines.iter().copied());
    entries.run(tx).await.map(drop)
}
