//! Passwords.
use kernel::{Context, Result};

/// Sends a link.
///
/// # Errors
/// `TooMany`.
pub async fn ask(_cx: &Context, _email: &str, _address: &str) -> Result<()> {
    Err(kernel::Error::Unavailable)
}

/// Sets the password of whoever the link was sent to.
///
/// # Errors
/// `Invalid` for a link that is over and a password that is refused.
pub async fn set(_cx: &Context, _link_secret: &str, _new_password: &str) -> Result<()> {
    Err(kernel::Error::Unavailable)
}
