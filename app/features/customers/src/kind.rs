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
    /// Their words.
    pub const CODES: &'static [&'static str] =
        &[Self::Commercial.code(), Self::Residential.code(), Self::Contractor.code(), Self::Supplier.code()];

    /// The word that the database and programs use.
    pub const fn code(self) -> &'static str {
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

    /// Whether it is a person and no company: it has no division, no website, no VAT number, and is not told by its name.
    pub fn is_person(self) -> bool {
        self == Self::Residential
    }

    /// Whether customers of this kind have the field of this key in their form.
    pub fn has(self, field: &str) -> bool {
        match field {
            "division" => self == Self::Commercial,
            "website" | "vat_number" => !self.is_person(),
            _ => true,
        }
    }
}
