//! Roles.

use kernel::db::{FromRow, On, Q, Tx};
use kernel::{
    Area, Can, Capabilities, Context, Error, NewEvent, RecordKind, Result, RoleId, Text, Version, forbidden,
    normal,
};
use serde_json::json;

use crate::fields::Fields;
use crate::role::{Role, tidy};

#[derive(FromRow)]
struct RoleRow {
    id: RoleId,
    name: String,
    capabilities: String,
    version: Version,
    people: i64,
}

impl From<RoleRow> for Role {
    fn from(row: RoleRow) -> Self {
        let capabilities = Capabilities::from_words(&row.capabilities);
        Self { id: row.id, name: row.name, capabilities, people: row.people, version: row.version }
    }
}

fn roles() -> Q {
    Q::new("select r.id, r.name, r.capabilities, r.version,")
        .push("(select count(*) from staff s where s.role_id = r.id) as people from role r")
}

/// All roles, by name.
///
/// # Errors
/// `Forbidden` without the right to see all settings.
pub async fn list(cx: &Context) -> Result<Vec<Role>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    let rows: Vec<RoleRow> = roles().all(cx.db()).await?;
    let mut list: Vec<Role> = rows.into_iter().map(Role::from).collect();
    list.sort_by_cached_key(|role| (normal::sort_key(&role.name), role.id));
    Ok(list)
}

async fn find(on: impl Into<On<'_>>, id: RoleId) -> Result<Role> {
    roles().push("where r.id = ?").bind(id).one::<RoleRow>(on).await.map(Role::from)
}

/// Makes a role.
///
/// # Errors
/// `Forbidden` for all but administrators; `Invalid` for `name`.
pub async fn insert(cx: &Context, name: &str, capabilities: Capabilities) -> Result<Role> {
    cx.actor.require_admin()?;
    let name = &accept(name)?;
    cx.tx(|tx| async move {
        require_free_name(&tx, name, None).await?;
        let id = write(cx, &tx, name, capabilities).await?;
        find(&tx, id).await
    })
    .await
}

/// Writes a role down, in a transaction that may do more.
pub(crate) async fn write(cx: &Context, tx: &Tx, name: &str, capabilities: Capabilities) -> Result<RoleId> {
    let words = tidy(capabilities).words();
    let id = Q::new("insert into role (name, capabilities) values (?, ?) returning id")
        .bind(name)
        .bind(&words)
        .number(tx)
        .await?;
    let payload = json!({ "name": name, "capabilities": words });
    cx.record(tx, NewEvent::new("role.created", RecordKind::Setting, id).payload(payload)).await?;
    Ok(RoleId(id))
}

/// Changes a role. The rights of everybody who has it change with their next request.
///
/// # Errors
/// As [`insert`]; `Conflict` with the [`Role`] as it is now.
pub async fn update(
    cx: &Context,
    id: RoleId,
    name: &str,
    capabilities: Capabilities,
    version: Version,
) -> Result<Role> {
    cx.actor.require_admin()?;
    let name = &accept(name)?;
    cx.tx(|tx| async move {
        let words = tidy(capabilities).words();
        require_free_name(&tx, name, Some(id)).await?;
        let touched = Q::new("update role set name = ?, capabilities = ?, version = version + 1")
            .push("where id = ? and version = ?")
            .bind(name)
            .bind(&words)
            .bind(id)
            .bind(version)
            .run(&tx)
            .await?;
        let role = find(&tx, id).await?;
        if touched == 0 {
            return Err(Error::conflict(Text::new("role-conflict"), &role));
        }
        let event = NewEvent::new("role.changed", RecordKind::Setting, id.0);
        let payload = json!({ "name": name, "capabilities": words });
        cx.record(&tx, NewEvent { version: role.version, ..event.payload(payload) }).await?;
        Ok(role)
    })
    .await
}

/// Deletes a role that nobody has.
///
/// # Errors
/// `Forbidden` for all but administrators, and while somebody has it.
pub async fn delete(cx: &Context, id: RoleId) -> Result<()> {
    cx.actor.require_admin()?;
    cx.tx(|tx| async move {
        let role = find(&tx, id).await?;
        if role.people > 0 {
            return Err(forbidden("role-in-use"));
        }
        Q::new("delete from role where id = ?").bind(id).run(&tx).await?;
        let event = NewEvent::new("role.deleted", RecordKind::Setting, id.0);
        cx.record(&tx, event.payload(json!({ "name": role.name }))).await
    })
    .await
}

fn accept(name: &str) -> Result<String> {
    let mut fields = Fields::default();
    let name = fields.line("name", name, 60);
    fields.done().map(|()| name)
}

async fn require_free_name(tx: &Tx, name: &str, own: Option<RoleId>) -> Result<()> {
    let names: Vec<(RoleId, String)> = Q::new("select id, name from role").all(tx).await?;
    let key = normal::sort_key(name);
    let taken = names.iter().any(|(id, other)| Some(*id) != own && normal::sort_key(other) == key);
    if taken { Err(kernel::invalid("name", "role-name-taken")) } else { Ok(()) }
}
