use serde::{Deserialize, Serialize};

/// What the house says about customers as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerSetting {
    /// Whether a new customer has to have a segment.
    pub requires_segment: bool,
    /// Whether a new customer has to have a status.
    pub requires_status: bool,
    /// Whether a new customer has to have an acquisition channel.
    pub requires_channel: bool,
}

impl Default for CustomerSetting {
    fn default() -> Self {
        Self { requires_segment: true, requires_status: true, requires_channel: true }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl kernel::setting::Setting for CustomerSetting {
    const KEY: &'static str = "customers";
}
