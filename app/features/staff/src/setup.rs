//! The first visit.
use kernel::{Context, Language, Result};
use serde::Deserialize;

use crate::sessions::Origin;

/// What the first visitor fills in. The fields are those of the form.
#[derive(Clone, Deserialize)]
pub struct SetUp {
    /// The name of the organisation.
    pub organisation_name: String,
    /// The name of the first administrator.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The language of the organisation and of the administrator.
    pub language: Language,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// IANA name.
    pub time_zone: String,
}

/// Whether nobody works here yet.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn is_needed(_cx: &Context) -> Result<bool> {
    Err(kernel::Error::Unavailable)
}

/// Makes the organisation and its first administrator, once.
///
/// # Errors
/// `Invalid`; `Forbidden` when somebody was there already.
pub async fn run(_cx: &Context, _set_up: SetUp, _from: &Origin) -> Result<String> {
    Err(kernel::Error::Unavailable)
}
