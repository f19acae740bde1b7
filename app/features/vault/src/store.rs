//! Where secrets are kept. Every operation opens the record first, and finds only entries at which the actor may look:
//! the others answer like those that there are not.

/// What was deleted: taken back for a time, then gone.
pub mod gone;
/// The keys, and how they are changed.
pub mod keys;
mod row;
mod sealed;
/// New entries, and changes of those that there are.
pub mod write;

use kernel::db::Q;
use kernel::{
    Context, Instant, Limit, NewEvent, OpenRecord, RecordRef, Result, RoleId, VaultEntryId, normal,
};
use serde_json::{Value, json};

use crate::{Look, Opened, Vault, VaultEntry, VaultRole};
use row::Row;

/// Who looks at more than that in ten minutes does not look up a code any more.
const LOOKS: Limit = Limit { tries: 30, window: 10 * Instant::MINUTE };

/// The entries of a record at which the actor may look, without what is secret.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(cx: &Context, record: RecordRef) -> Result<Vault> {
    let on = cx.open(record).await?;
    let q =
        row::visible(cx).push("and e.deleted_at is null and").on_timeline("e.timeline_id", on.timeline_id);
    let rows: Vec<Row> = q.all(cx.db()).await?;
    let mut by_entry = row::roles_of(cx.db(), rows.iter().map(|row| row.id)).await?;
    let mut entries: Vec<VaultEntry> = rows
        .into_iter()
        .map(|row| {
            let roles = by_entry.remove(&row.id).unwrap_or_default();
            row.into_entry(roles)
        })
        .collect();
    entries.sort_by_cached_key(|entry| (normal::sort_key(&entry.name), entry.id));
    let may_change = on.locked.is_none();
    let roles = if may_change { roles(cx).await? } else { Vec::new() };
    Ok(Vault { title: on.title, entries, may_change, roles, own_role: own_role(cx).await? })
}

/// Opens an entry. That somebody looked is written down before the secret leaves the house.
///
/// # Errors
/// `NotFound` if the record or the entry may not be seen; `TooMany`; `Forbidden` with what to do if the key is lacking or
/// the secret does not belong where it stands.
pub async fn look(cx: &Context, record: RecordRef, id: VaultEntryId, look: Look) -> Result<Opened> {
    let on = &cx.open(record).await?;
    let row = &row::find(cx, cx.db(), on, id).await?;
    if let Some(staff) = cx.staff_id() {
        cx.count_try(&format!("vault:{staff}"), LOOKS).await?;
    }
    let sealed = sealed::open(cx, row)?;
    let roles = row::roles_of(cx.db(), [id]).await?.remove(&id).unwrap_or_default();
    cx.tx(|tx| async move { cx.record(&tx, event(on, "vault.looked", told(id, &row.name))).await }).await?;
    let mut holds = sealed.into_draft(row.name.clone(), roles.into_iter().map(|role| role.id).collect());
    if look == Look::Around {
        holds.secret.clear();
    }
    Ok(Opened { id, version: row.version, holds })
}

/// The roles that can be named, by name. Nobody learns more of a role here than what it is called.
async fn roles(cx: &Context) -> Result<Vec<VaultRole>> {
    let rows: Vec<(RoleId, String)> = Q::new("select id, name from role").all(cx.db()).await?;
    Ok(row::by_name(rows.into_iter().map(|(id, name)| VaultRole { id, name }).collect()))
}

async fn own_role(cx: &Context) -> Result<Option<RoleId>> {
    let q = Q::new("select role_id from staff where id = ?").bind(cx.staff_id());
    Ok(q.optional::<(Option<RoleId>,)>(cx.db()).await?.and_then(|(role,)| role))
}

/// What happened to an entry, for those who see the record. It names the entry and never tells what it holds.
fn event(on: &OpenRecord, kind: &'static str, payload: Value) -> NewEvent {
    NewEvent {
        kind,
        record: on.record,
        timeline_id: Some(on.timeline_id),
        version: on.version,
        payload,
        audience: on.audience.clone(),
    }
}

fn told(id: VaultEntryId, name: &str) -> Value {
    json!({ "vault_entry_id": id, "name": name })
}
