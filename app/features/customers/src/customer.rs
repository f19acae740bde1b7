use kernel::{
    Actor, Area, Can, Currency, CustomerId, Instant, Language, LeadId, Result, StaffId, TimelineId, Version,
};
use serde::{Deserialize, Serialize};

/// What kind of party a customer is; it decides which fields the form shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// A company or another organisation that buys.
    #[default]
    Commercial,
    /// A private person or household that buys.
    Residential,
    /// Somebody who does work for us.
    Contractor,
    /// Somebody who sells to us.
    Supplier,
}

impl CustomerKind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Commercial, Self::Residential, Self::Contractor, Self::Supplier];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Residential => "residential",
            Self::Contractor => "contractor",
            Self::Supplier => "supplier",
        }
    }

    /// The kind of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Commercial => "customer-kind-commercial",
            Self::Residential => "customer-kind-residential",
            Self::Contractor => "customer-kind-contractor",
            Self::Supplier => "customer-kind-supplier",
        }
    }
}

/// An outside party that the organisation deals with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Customer {
    /// Which one.
    pub id: CustomerId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Its timeline, shared with the lead it was made from.
    pub timeline_id: TimelineId,
    /// The lead it was made from.
    pub origin_lead_id: Option<LeadId>,
    /// Goes up with every change.
    pub version: Version,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
}

/// What people know and change of a customer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = CustomerProfile))]
pub struct Profile {
    /// What kind of party it is.
    pub kind: CustomerKind,
    /// The legal or trading name, or the name of a person.
    pub name: String,
    /// The e-mail address, as typed.
    #[serde(default)]
    pub email: Option<String>,
    /// The phone number, as typed.
    #[serde(default)]
    pub phone: Option<String>,
    /// The web address.
    #[serde(default)]
    pub website: Option<String>,
    /// Street and number.
    #[serde(default)]
    pub street: Option<String>,
    /// The city.
    #[serde(default)]
    pub city: Option<String>,
    /// Region, province or state.
    #[serde(default)]
    pub region: Option<String>,
    /// The postcode.
    #[serde(default)]
    pub postcode: Option<String>,
    /// The country, ISO 3166 alpha-2.
    #[serde(default)]
    pub country: Option<String>,
    /// The responsible manager. A new customer without one gets who makes it.
    #[serde(default)]
    pub manager_id: Option<StaffId>,
    /// The currency of its documents; `None` for the organisation's.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub currency: Option<Currency>,
    /// The language of its documents and mails; `None` for the organisation's.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub language: Option<Language>,
    /// Whether business goes on with it.
    #[serde(default = "yes")]
    pub is_active: bool,
}

fn yes() -> bool {
    true
}

impl Customer {
    /// Whether `actor`, who sees this customer, may change it, or why not.
    ///
    /// # Errors
    /// `Forbidden` with the reason.
    pub fn can_edit(actor: &Actor) -> Result<()> {
        actor.require(Area::Customers, Can::Edit)
    }

    /// Whether `actor`, who sees this customer, may delete it, or why not.
    ///
    /// # Errors
    /// `Forbidden` with the reason.
    pub fn can_delete(actor: &Actor) -> Result<()> {
        actor.require(Area::Customers, Can::Delete)
    }
}

/// A customer as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct CustomerRow {
    /// Which one.
    pub id: CustomerId,
    /// What kind of party it is.
    pub kind: CustomerKind,
    /// Its name.
    pub name: String,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// Whether business goes on with it.
    pub is_active: bool,
    /// The name of the primary contact.
    pub contact: Option<String>,
    /// The responsible manager.
    pub manager_id: Option<StaffId>,
    /// The manager's name.
    pub manager: Option<String>,
}
