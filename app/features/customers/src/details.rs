use kernel::{ContactId, CustomerId};
use serde::{Deserialize, Serialize};

use crate::{Contact, Customer};

/// A customer with what its page shows around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerDetails {
    /// The customer.
    pub customer: Customer,
    /// Its contacts, the primary one first.
    pub contacts: Vec<Contact>,
    /// Its tags, by name.
    pub tags: Vec<records::Tag>,
}

/// A contact and its customer, found by the contact's address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactMatch {
    /// The contact.
    pub contact_id: ContactId,
    /// The contact's name.
    pub contact: String,
    /// The customer.
    pub customer_id: CustomerId,
    /// The customer's name.
    pub customer: String,
}
