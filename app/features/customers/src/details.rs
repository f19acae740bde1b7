use fields::{Catalogue, CustomField};
use kernel::{ChannelId, ContactId, CustomerId, CustomerStatusId, GroupId, SegmentId, Version};
use records::Tag;
use serde::{Deserialize, Serialize};
use staff::StaffName;

use crate::{Contact, Customer, CustomerKind, CustomerSetting, PortalRules};

/// A customer with what its page shows around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerDetails {
    /// The customer.
    pub customer: Customer,
    /// Its contacts, the primary one first.
    pub contacts: Vec<Contact>,
    /// How many sites it has.
    pub sites: i64,
}

/// A piece of the directory.
pub type Directory = lists::List<Customer>;

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

/// The words that customers are described with: what pages need beside the customers themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dictionaries {
    /// The segments, in their order.
    pub segments: Vec<Entry<SegmentId>>,
    /// The statuses, in their order.
    pub statuses: Vec<Entry<CustomerStatusId>>,
    /// The acquisition channels, in their order.
    pub channels: Vec<Entry<ChannelId>>,
    /// The groups, in their order.
    pub groups: Vec<Entry<GroupId>>,
    /// The letters under which customers stand, those of names that begin with none as `#` at the end.
    pub initials: Vec<String>,
    /// All tags, by name.
    pub tags: Vec<Tag>,
    /// All staff, by name.
    pub staff: Vec<StaffName>,
    /// The fields that the organisation added, in their order.
    pub fields: Vec<CustomField>,
    /// What the person can filter and sort by.
    pub catalogue: Catalogue,
    /// What the house says about customers as a whole.
    pub setting: CustomerSetting,
    /// What it says about the portal, and the named sets of rights there.
    #[serde(default)]
    pub portal: PortalRules,
}

/// An entry of one of the lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry<Id> {
    /// Which one.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Its colour, 0 to 9.
    pub hue: u8,
    /// Whether it is offered no more. It stays where it is.
    pub is_archived: bool,
    /// Whether a new customer begins with it.
    pub is_default: bool,
    /// The kinds of customers that it is for; all of them if there are none.
    pub kinds: Vec<CustomerKind>,
    /// Its version.
    #[serde(default)]
    pub version: Version,
}
