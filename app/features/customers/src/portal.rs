use serde::{Deserialize, Serialize};

use crate::{Notices, Permissions, Person};

/// What the house says about the portal: what a new contact may there and is told of, and whether it is welcomed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PortalSetting {
    /// Whether welcome mails go out at all.
    pub sends_welcome: bool,
    /// What a new contact sees.
    #[serde(flatten)]
    pub sees: Permissions,
    /// Of what a new contact gets mails.
    #[serde(flatten)]
    pub told: Notices,
}

impl Default for PortalSetting {
    /// A customer's people see what is their company's, and get mails of what asks something of them.
    fn default() -> Self {
        let told = Notices {
            told_invoices: true,
            told_credit_notes: true,
            told_estimates: true,
            told_proposals: true,
            told_contracts: true,
            told_tickets: true,
            ..Notices::default()
        };
        Self { sends_welcome: true, sees: Permissions::of_bits(i64::MAX), told }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl kernel::setting::Setting for PortalSetting {
    const KEY: &'static str = "portal";
}

/// Rights and notices of contacts under a name, to be given to many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PermissionSet {
    /// Which one; 0 for one that is not stored yet.
    pub id: i64,
    /// The name, which no other one has.
    pub name: String,
    /// What contacts see.
    #[serde(flatten)]
    pub sees: Permissions,
    /// Of what they get mails.
    #[serde(flatten)]
    pub told: Notices,
}

impl PermissionSet {
    /// What a contact is changed to that is given this set: each of its rights and notices, whether set or not.
    pub fn patch(&self) -> fields::Patch {
        let rights = PortalSetting { sends_welcome: true, sees: self.sees, told: self.told };
        let mut patch = fields::Patch::default();
        if let Ok(serde_json::Value::Object(flags)) = serde_json::to_value(rights) {
            patch.0.extend(flags.into_iter().filter(|(key, _)| key != "sends_welcome"));
        }
        patch
    }
}

/// What forms of contacts have to know of the portal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PortalRules {
    /// What the house says.
    pub setting: PortalSetting,
    /// The named sets, by name.
    pub sets: Vec<PermissionSet>,
}

impl PortalRules {
    /// What the form of a new contact begins with.
    pub fn person(&self) -> Person {
        Person { sees: self.setting.sees, told: self.setting.told, ..Person::default() }
    }
}

/// How a new contact with access to the portal learns of it. By itself it learns nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Greeting {
    /// A mail says that the portal is there, unless the house sends none.
    pub welcomes: bool,
    /// A mail brings a link to set a password.
    pub sends_link: bool,
    /// The password that staff chose.
    pub password: Option<String>,
}
