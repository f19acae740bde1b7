use kernel::StaffId;
use serde::{Deserialize, Serialize};

/// Why somebody sees a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// Is the responsible manager.
    Manages,
    /// Is the service manager.
    Serves,
    /// Was named for it beside the managers.
    Administers,
    /// The role sees all customers.
    Role,
    /// Administrators see everything.
    Admin,
}

impl Sight {
    /// The key of the sentence that says so.
    pub fn label(self) -> &'static str {
        match self {
            Self::Manages => "customer-seen-manages",
            Self::Serves => "customer-seen-serves",
            Self::Administers => "customer-seen-administers",
            Self::Role => "customer-seen-role",
            Self::Admin => "customer-seen-admin",
        }
    }
}

/// A member of staff who sees a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seer {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// The name of the role, if there is one.
    pub role: Option<String>,
    /// Why.
    pub sight: Sight,
    /// Whether the person may change it, too.
    pub may_edit: bool,
}
