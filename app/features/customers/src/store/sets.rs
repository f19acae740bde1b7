//! Rights of contacts under names, and what the house says about the portal.

use kernel::db::{FromRow, On, Q};
use kernel::{Area, Can, ContactId, Context, Error, NewEvent, RecordKind, Result, normal, setting};
use serde_json::json;
use staff::fields::Fields;

use super::contact_ops;
use crate::{Notices, PermissionSet, Permissions, PortalRules, PortalSetting};

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    permissions: i64,
    notices: i64,
}

impl From<Row> for PermissionSet {
    fn from(row: Row) -> Self {
        let (sees, told) = (Permissions::of_bits(row.permissions), Notices::of_bits(row.notices));
        Self { id: row.id, name: row.name, sees, told }
    }
}

/// What the house says about the portal, and the named sets by name, for everybody who works here.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` for contacts.
pub async fn portal_rules(cx: &Context) -> Result<PortalRules> {
    let setting = setting::find::<PortalSetting>(cx).await?;
    Ok(PortalRules { setting, sets: all(cx.db()).await? })
}

async fn all(on: impl Into<On<'_>>) -> Result<Vec<PermissionSet>> {
    let rows: Vec<Row> =
        Q::new("select id, name, permissions, notices from permission_set order by name_norm, id")
            .all(on)
            .await?;
    Ok(rows.into_iter().map(PermissionSet::from).collect())
}

/// Keeps a named set: a new one where its number is 0. Contacts that were given it before stay as they are.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Invalid` for `name`.
pub async fn save_set(cx: &Context, set: &PermissionSet) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let mut fields = Fields::default();
    let name = &fields.line("name", &set.name, 60);
    fields.done()?;
    cx.tx(|tx| async move {
        let q = match set.id {
            0 => Q::new("insert into permission_set (name, name_norm, permissions, notices) values (?, ?, ?, ?) returning id"),
            _ => Q::new("update permission_set set name = ?, name_norm = ?, permissions = ?, notices = ? where id = ? returning id"),
        };
        let q = q.bind(name).bind(normal::sort_key(name)).bind(set.sees.bits()).bind(set.told.bits());
        let q = if set.id == 0 { q } else { q.bind(set.id) };
        let taken = |error: Error| error.on_duplicate("permission_set.name_norm", "name", "permission-set-taken");
        let (id,): (i64,) = q.one(&tx).await.map_err(taken)?;
        let payload = json!({ "setting": "permission_set", "id": id, "name": name });
        cx.record(&tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await?;
        Ok(id)
    })
    .await
}

/// Deletes a named set. Contacts that were given it keep what they have.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`.
pub async fn delete_set(cx: &Context, id: i64) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let q = Q::new("delete from permission_set where id = ? returning name").bind(id);
        let (name,): (String,) = q.one(&tx).await?;
        let payload = json!({ "setting": "permission_set", "id": id, "name": name, "deleted": true });
        cx.record(&tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await
    })
    .await
}

/// Gives contacts the rights and notices of a named set, and says how many it changed.
///
/// # Errors
/// `NotFound` for the set and for a contact that may not be seen; `Forbidden`.
pub async fn apply_set(cx: &Context, id: i64, contacts: &[ContactId]) -> Result<usize> {
    cx.actor.require(Area::Customers, Can::Edit)?;
    let set = all(cx.db()).await?.into_iter().find(|set| set.id == id).ok_or(Error::NotFound)?;
    let patch = &set.patch();
    cx.tx(|tx| async move {
        let mut changed = 0;
        for contact in contacts {
            changed += usize::from(contact_ops::patch_in(cx, &tx, *contact, patch).await?);
        }
        Ok(changed)
    })
    .await
}
