//! Where staff are kept.
use kernel::{Context, Language, Result, RoleId, StaffId};

use crate::{Member, StaffName};

/// A member of staff who is about to begin.
#[derive(Clone, Default)]
pub struct NewStaff {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password; without one the person is sent a link to set it.
    pub password: Option<String>,
    /// The role.
    pub role_id: Option<RoleId>,
    /// Whether they may do everything.
    pub is_admin: bool,
    /// Their language; `None` for the organisation's.
    pub language: Option<Language>,
}

/// Adds somebody.
///
/// # Errors
/// `Forbidden`, `Invalid`.
pub async fn add(_cx: &Context, _new: NewStaff) -> Result<StaffId> {
    Err(kernel::Error::Unavailable)
}

/// The member of staff with this e-mail address.
///
/// # Errors
/// `Forbidden`.
pub async fn find_by_email(_cx: &Context, _email: &str) -> Result<Option<Member>> {
    Err(kernel::Error::Unavailable)
}

/// All members of staff, by name.
///
/// # Errors
/// `Forbidden`.
pub async fn list(_cx: &Context) -> Result<Vec<Member>> {
    Err(kernel::Error::Unavailable)
}

pub(crate) async fn names(_cx: &Context) -> Result<Vec<StaffName>> {
    Err(kernel::Error::Unavailable)
}
