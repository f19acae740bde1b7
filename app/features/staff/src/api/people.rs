//! For administrators, mostly.

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Capabilities, Language, Result, RoleId, StaffId, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::{Member, MemberChange, Role, StaffName};
#[cfg(not(target_arch = "wasm32"))]
use crate::{password, sessions, store};

/// Everybody who works or worked here, by name.
#[server(endpoint = "list_staff_names", input = Json)]
pub async fn list_staff_names() -> Result<Vec<StaffName>> {
    store::names(&Context::current()?).await
}

/// All members of staff with what administrators know of them.
#[server(endpoint = "list_staff", input = Json)]
pub async fn list_staff() -> Result<Vec<Member>> {
    store::list(&Context::current()?).await
}

/// Adds somebody, who is sent a link to set a password.
#[server(endpoint = "add_staff", input = Json)]
pub async fn add_staff(change: MemberChange, language: Option<Language>) -> Result<StaffId> {
    let MemberChange { name, email, role_id, is_admin } = change;
    let new = store::NewStaff { name, email, password: None, role_id, is_admin, language };
    store::add(&Context::current()?, new).await
}

/// Changes what administrators decide about a person.
#[server(endpoint = "change_staff", input = Json)]
pub async fn change_staff(id: StaffId, change: MemberChange, version: Version) -> Result<Member> {
    store::update(&Context::current()?, id, change, version).await
}

/// Lets a person go or come back.
#[server(endpoint = "set_staff_active", input = Json)]
pub async fn set_staff_active(id: StaffId, is_active: bool, version: Version) -> Result<Member> {
    store::set_active(&Context::current()?, id, is_active, version).await
}

/// Signs a person out everywhere.
#[server(endpoint = "end_staff_sessions", input = Json)]
pub async fn end_staff_sessions(id: StaffId) -> Result<()> {
    sessions::end_all_of(&Context::current()?, id).await
}

/// Sends a person a link to set a password.
#[server(endpoint = "send_password_link", input = Json)]
pub async fn send_password_link(id: StaffId) -> Result<()> {
    password::send_link(&Context::current()?, id).await
}

/// All roles, by name.
#[server(endpoint = "list_roles", input = Json)]
pub async fn list_roles() -> Result<Vec<Role>> {
    store::roles::list(&Context::current()?).await
}

/// Makes a role.
#[server(endpoint = "add_role", input = Json)]
pub async fn add_role(name: String, capabilities: Capabilities) -> Result<Role> {
    store::roles::insert(&Context::current()?, &name, capabilities).await
}

/// Changes a role.
#[server(endpoint = "change_role", input = Json)]
pub async fn change_role(
    id: RoleId,
    name: String,
    capabilities: Capabilities,
    version: Version,
) -> Result<Role> {
    store::roles::update(&Context::current()?, id, &name, capabilities, version).await
}

/// Deletes a role that nobody has.
#[server(endpoint = "delete_role", input = Json)]
pub async fn delete_role(id: RoleId) -> Result<()> {
    store::roles::delete(&Context::current()?, id).await
}
