use kernel::{ContactId, CustomerId, Version};
use serde::{Deserialize, Serialize};

/// A person at a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Contact {
    /// Which one.
    pub id: ContactId,
    /// At which customer.
    pub customer_id: CustomerId,
    /// What people know of the person.
    #[serde(flatten)]
    pub person: Person,
    /// Whether this is the one to turn to first.
    pub is_primary: bool,
    /// Goes up with every change.
    pub version: Version,
}

/// What people know of a contact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Person {
    /// The first name.
    pub first_name: String,
    /// The last name; a person known by one name has none.
    #[serde(default)]
    pub last_name: String,
    /// The e-mail address, as typed.
    #[serde(default)]
    pub email: Option<String>,
    /// The phone number, as typed.
    #[serde(default)]
    pub phone: Option<String>,
    /// What the person does there.
    #[serde(default)]
    pub position: Option<String>,
}

impl Person {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// Whether nothing is known of the person.
    pub fn is_empty(&self) -> bool {
        let rest = [&self.email, &self.phone, &self.position].into_iter();
        self.name().is_empty() && rest.flatten().all(|text| text.trim().is_empty())
    }
}
