//! Signing in.
use std::sync::Arc;

use kernel::{Actor, Context, Foyer, Language, Result, SessionId};

/// Where somebody signs in from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
}

/// Who a session belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    /// The member of staff.
    pub actor: Actor,
    /// The e-mail address.
    pub email: String,
    /// The language, if the person chose one.
    pub language: Option<Language>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// The session.
    pub session_id: SessionId,
}

/// Whose cookie this is, now.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn authenticate(_foyer: &Arc<Foyer>, _secret: &str) -> Result<Option<SignedIn>> {
    Err(kernel::Error::Unavailable)
}

/// Signs somebody in.
///
/// # Errors
/// `Invalid`, `TooMany`.
pub async fn sign_in(_cx: &Context, _email: &str, _password: &str, _from: &Origin) -> Result<String> {
    Err(kernel::Error::Unavailable)
}

/// Ends the session of this cookie.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn sign_out(_cx: &Context, _secret: &str) -> Result<()> {
    Err(kernel::Error::Unavailable)
}
