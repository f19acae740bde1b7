use kernel::db::{Q, Tx};
use kernel::{
    Context, Error, OpenRecord, RecordRef, Result, RoleId, Text, VaultEntryId, Version, invalid, plain,
};
use serde_json::{Value, json};

use super::row::{self, Row};
use super::sealed::{self, Sealed};
use super::{event, keys, told};
use crate::{VaultDraft, VaultRole};

/// Adds an entry. Who adds one for others than the own role does not see it afterwards.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Forbidden` with what to do if this server lacks the key; `Invalid` as
/// [`VaultDraft::checked`], and for `vault_roles` if there is no such role any more.
pub async fn add(cx: &Context, record: RecordRef, draft: &VaultDraft) -> Result<VaultEntryId> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    let draft = &composed(draft).checked(true)?;
    keys::ready(cx).await?;
    cx.tx(|tx| async move {
        let id = insert(cx, &tx, on, &draft.name).await?;
        set_roles(&tx, id, &draft.roles).await?;
        let row = &by_id(&tx, id).await?;
        sealed::put(cx, &tx, row, &Sealed::of(draft, None)).await?;
        cx.record(&tx, event(on, "vault.added", told(id, &draft.name))).await?;
        Ok(id)
    })
    .await
}

/// Letters are composed, as everywhere; a secret stays what it is, byte for byte.
fn composed(draft: &VaultDraft) -> VaultDraft {
    VaultDraft {
        name: plain::line(&draft.name),
        user_name: plain::line(&draft.user_name),
        address: plain::address(&draft.address),
        note: plain::lines(&draft.note),
        ..draft.clone()
    }
}

/// The row comes first and what is secret after it, in the same transaction: that is bound to the number of the row.
async fn insert(cx: &Context, tx: &Tx, on: &OpenRecord, name: &str) -> Result<VaultEntryId> {
    let key = keys::current(tx).await?;
    Q::new("insert into vault_entry (timeline_id, record_kind, record_id, name, sealed, key_id,")
        .push("created_by, created_at, updated_at) values (?, ?, ?, ?, '', ?, ?, ?, ?) returning id")
        .bind(on.timeline_id)
        .bind(on.record.kind.code())
        .bind(on.record.id)
        .bind(name)
        .bind(key)
        .bind(cx.staff_id())
        .bind(cx.now)
        .bind(cx.now)
        .number(tx)
        .await
        .map(VaultEntryId)
}

async fn by_id(tx: &Tx, id: VaultEntryId) -> Result<Row> {
    Q::new(row::COLUMNS).push("where e.id = ?").bind(id).one(tx).await
}

/// Makes these the roles of an entry.
async fn set_roles(tx: &Tx, id: VaultEntryId, roles: &[RoleId]) -> Result<()> {
    Q::new("delete from vault_role where entry_id = ?").bind(id).run(tx).await?;
    let there =
        Q::new("insert into vault_role (entry_id, role_id) select cast(? as bigint), r.id from role r where");
    let named = there.bind(id).any_of("r.id", roles.iter().map(|role| role.0)).run(tx).await?;
    // A role may have been deleted while somebody typed: an entry for fewer people than were named would surprise.
    if named < roles.len() as u64 { Err(invalid("vault_roles", "vault-roles-gone")) } else { Ok(()) }
}

/// Changes an entry; an empty secret leaves the one that there is.
///
/// # Errors
/// `NotFound` if the actor may not look at it; `Conflict` with the entry as it is now, without what is secret, if somebody
/// was quicker; otherwise as [`add`].
pub async fn update(
    cx: &Context,
    record: RecordRef,
    id: VaultEntryId,
    version: Version,
    draft: &VaultDraft,
) -> Result<()> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    let draft = &composed(draft).checked(false)?;
    keys::ready(cx).await?;
    cx.tx(|tx| async move {
        let old = row::find(cx, &tx, on, id).await?;
        let roles = row::roles_of(&tx, [id]).await?.remove(&id).unwrap_or_default();
        if old.version != version {
            return Err(Error::conflict(Text::new("vault-conflict"), &old.into_entry(roles)));
        }
        let before = sealed::open(cx, &old)?;
        let after = Sealed::of(draft, Some(&before));
        let is_same = old.name == draft.name && before == after && same(&roles, &draft.roles);
        if is_same {
            return Ok(());
        }
        touch(cx, &tx, &old, &draft.name).await?;
        set_roles(&tx, id, &draft.roles).await?;
        sealed::put(cx, &tx, &old, &after).await?;
        let now = row::roles_of(&tx, [id]).await?.remove(&id).unwrap_or_default();
        let mut payload = told(id, &draft.name);
        payload["changes"] = changes(&old.name, &draft.name, (&roles, &now), (&before, &after));
        cx.record(&tx, event(on, "vault.changed", payload)).await
    })
    .await
}

fn same(before: &[VaultRole], after: &[RoleId]) -> bool {
    before.len() == after.len() && before.iter().all(|role| after.contains(&role.id))
}

async fn touch(cx: &Context, tx: &Tx, old: &Row, name: &str) -> Result<()> {
    let q = Q::new("update vault_entry set name = ?, updated_at = ?, version = version + 1");
    let q = q.push("where id = ? and version = ? and deleted_at is null").bind(name).bind(cx.now);
    let touched = q.bind(old.id).bind(old.version).run(tx).await?;
    // On PostgreSQL another transaction may have ended between our reading and our writing.
    if touched == 0 { Err(Error::Busy) } else { Ok(()) }
}

/// What was changed: name and roles with their words, of what is secret only that it is another one.
fn changes(old: &str, new: &str, roles: (&[VaultRole], &[VaultRole]), sealed: (&Sealed, &Sealed)) -> Value {
    let names = |roles: &[VaultRole]| roles.iter().map(|role| role.name.clone()).collect::<Vec<_>>();
    let open = [
        ("vault_name", json!(old), json!(new)),
        ("vault_roles", json!(names(roles.0)), json!(names(roles.1))),
    ];
    let mut changes: Vec<Value> = open
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| json!({ "field": field, "old": old, "new": new }))
        .collect();
    let (before, after) = sealed;
    let hidden = [
        ("vault_user_name", before.user_name != after.user_name),
        ("vault_secret", before.secret != after.secret),
        ("vault_address", before.address != after.address),
        ("vault_note", before.note != after.note),
    ];
    let another = json!({ "nested": { "key": "vault-another" } });
    let hidden = hidden.into_iter().filter(|(_, is_other)| *is_other);
    changes.extend(hidden.map(|(field, _)| json!({ "field": field, "old": null, "new": another })));
    json!(changes)
}
