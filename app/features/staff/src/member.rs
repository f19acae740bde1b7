use kernel::{Instant, Language, RoleId, StaffId, Version};
use serde::{Deserialize, Serialize};

/// A member of staff as others see them: owner of a lead, author of a note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(kernel::db::FromRow, utoipa::ToSchema))]
pub struct StaffName {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// Whether they still work here.
    pub is_active: bool,
}

/// A member of staff as administrators see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Member {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// The e-mail address, which is also the name at sign-in.
    pub email: String,
    /// The role; administrators may have none.
    pub role_id: Option<RoleId>,
    /// What the role is called.
    pub role_name: Option<String>,
    /// Whether they may do everything.
    pub is_admin: bool,
    /// Whether they may sign in.
    pub is_active: bool,
    /// Whether they have set a password yet.
    pub has_password: bool,
    /// Their language; `None` for the organisation's.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub language: Option<Language>,
    /// Carries up with every change.
    pub version: Version,
    /// Since when they are here.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When they were last seen, to the minute; `None` without an open session.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub last_seen_at: Option<Instant>,
}

/// What administrators decide about a person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MemberChange {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The role.
    pub role_id: Option<RoleId>,
    /// Whether they may do everything.
    pub is_admin: bool,
}
