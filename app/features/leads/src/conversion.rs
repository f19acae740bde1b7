use std::collections::BTreeMap;

use kernel::{CustomerId, Version};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What a conversion makes of a lead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Conversion {
    /// The version that the person saw.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// The customer's name; the company's or, without one, the person's if left out.
    pub customer_name: Option<String>,
    /// `commercial` or `residential`; decided by whether there is a company if left out.
    pub kind: Option<String>,
    /// The primary contact's first name; guessed from the lead's name if left out.
    pub first_name: Option<String>,
    /// The primary contact's last name; guessed from the lead's name if left out.
    pub last_name: Option<String>,
    /// The primary contact's e-mail address; the lead's if left out, none if empty.
    pub email: Option<String>,
    /// The primary contact's phone; the lead's if left out, none if empty.
    pub phone: Option<String>,
    /// What fields of a new customer are to be that added fields of leads become, by their names in the customer; the
    /// lead's values if left out.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub fields: BTreeMap<String, Json>,
    /// Attach to this customer as a further contact instead of making a new one.
    pub attach_to: Option<CustomerId>,
    /// Make who converts an administrator of the customer.
    pub administrator: bool,
    /// Carry notes, files, reminders, tasks and the history over; yes if left out. Otherwise they stay with the lead, and
    /// the customer's history has a line that tells of it. Tags come along in any case.
    pub carry_notes: bool,
    /// Send the welcome mail to the contact, which needs an e-mail address.
    pub welcome: bool,
}

impl Default for Conversion {
    fn default() -> Self {
        Self {
            version: 0,
            customer_name: None,
            kind: None,
            first_name: None,
            last_name: None,
            email: None,
            phone: None,
            fields: BTreeMap::new(),
            attach_to: None,
            administrator: false,
            carry_notes: true,
            welcome: false,
        }
    }
}

/// What the house says about leads as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LeadSetting {
    /// Whether only administrators may change leads that became customers.
    pub locks_converted: bool,
}

#[cfg(not(target_arch = "wasm32"))]
impl kernel::setting::Setting for LeadSetting {
    const KEY: &'static str = "leads";
}
