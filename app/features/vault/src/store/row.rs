//! The rows, and who may see which: it is said here and nowhere else.

use std::collections::HashMap;

use kernel::db::{FromRow, On, Q};
use kernel::{Context, Instant, OpenRecord, Result, RoleId, TimelineId, VaultEntryId, Version, normal};

use crate::{VaultEntry, VaultRole};

/// An entry as it is stored.
#[derive(FromRow)]
pub(super) struct Row {
    pub id: VaultEntryId,
    pub timeline_id: TimelineId,
    pub record_kind: String,
    pub record_id: i64,
    pub name: String,
    pub sealed: String,
    pub key_id: String,
    pub created_by: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: Version,
}

/// All entries.
pub(super) const COLUMNS: &str = "select e.id, e.timeline_id, e.record_kind, e.record_id, e.name, e.sealed, e.key_id, \
     s.name as created_by, e.created_at, e.updated_at, e.version \
     from vault_entry e left join staff s on s.id = e.created_by";

/// The entries at which the actor may look, if he sees their records: those that name his role, and all for
/// administrators.
pub(super) fn visible(cx: &Context) -> Q {
    let q = Q::new(COLUMNS).push("where");
    if cx.actor.is_admin() {
        return q.push("true");
    }
    q.push(
        "e.id in (select v.entry_id from vault_role v join staff m on m.role_id = v.role_id where m.id = ?)",
    )
    .bind(cx.staff_id())
}

/// An entry of this record at which the actor may look.
pub(super) async fn find(
    cx: &Context,
    at: impl Into<On<'_>>,
    on: &OpenRecord,
    id: VaultEntryId,
) -> Result<Row> {
    let q = visible(cx).push("and e.id = ? and e.deleted_at is null and").bind(id);
    q.on_timeline("e.timeline_id", on.timeline_id).one(at).await
}

/// The roles of entries, each list by name.
pub(super) async fn roles_of(
    at: impl Into<On<'_>>,
    ids: impl IntoIterator<Item = VaultEntryId>,
) -> Result<HashMap<VaultEntryId, Vec<VaultRole>>> {
    let q = Q::new("select v.entry_id, r.id, r.name from vault_role v join role r on r.id = v.role_id where");
    let rows: Vec<(VaultEntryId, RoleId, String)> =
        q.any_of("v.entry_id", ids.into_iter().map(|id| id.0)).all(at).await?;
    let mut by_entry: HashMap<VaultEntryId, Vec<VaultRole>> = HashMap::new();
    for (entry, id, name) in rows {
        by_entry.entry(entry).or_default().push(VaultRole { id, name });
    }
    Ok(by_entry.into_iter().map(|(entry, roles)| (entry, by_name(roles))).collect())
}

/// Roles in the order of their names.
pub(super) fn by_name(mut roles: Vec<VaultRole>) -> Vec<VaultRole> {
    roles.sort_by_cached_key(|role| (normal::sort_key(&role.name), role.id));
    roles
}

impl Row {
    /// The entry without what is secret.
    pub fn into_entry(self, roles: Vec<VaultRole>) -> VaultEntry {
        let Self { id, name, created_by, created_at, updated_at, version, .. } = self;
        VaultEntry { id, name, roles, created_by, created_at, updated_at, version }
    }
}
