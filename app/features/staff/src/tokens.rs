//! API tokens.
use std::sync::Arc;

use kernel::{Actor, Context, Foyer, Result, Scope, StaffId};

/// Who a program with this token acts for, now.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn authenticate(_foyer: &Arc<Foyer>, _secret: &str) -> Result<Option<Actor>> {
    Err(kernel::Error::Unavailable)
}

/// Makes a token and gives its secret, which is not shown again.
///
/// # Errors
/// `Forbidden`, `Invalid`.
pub async fn create(_cx: &Context, _staff: StaffId, _name: &str, _scope: Scope) -> Result<String> {
    Err(kernel::Error::Unavailable)
}
