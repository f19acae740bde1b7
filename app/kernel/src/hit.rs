use serde::{Deserialize, Serialize};

use crate::RecordRef;

/// A record that a search found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Hit {
    /// Which one.
    pub record: RecordRef,
    /// Its name.
    pub title: String,
    /// What tells it from others of the same name: the company, the e-mail address.
    pub hint: String,
    /// Its page.
    pub path: String,
}
