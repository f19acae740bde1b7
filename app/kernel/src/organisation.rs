use serde::{Deserialize, Serialize};

use crate::{Currency, Language, Zone};

/// The company that runs this house: what its pages, mails and defaults take from its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// The name at the top of pages and mails.
    pub name: String,
    /// The currency of new amounts.
    pub currency: Currency,
    /// ISO 3166 alpha-2 code; phone numbers without a country code belong to it.
    pub country: String,
    /// The language of those who chose none.
    pub language: Language,
    /// The time zone of dates, reminders and due times.
    pub zone: Zone,
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            name: "Foyer".into(),
            currency: Currency::EUR,
            country: "IT".into(),
            language: Language::default(),
            zone: Zone::utc(),
        }
    }
}
