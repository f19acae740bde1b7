use kernel::{Language, Organisation};
use serde::{Deserialize, Serialize};

/// The organisation as a form asks for it: at set-up and under Settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OrganisationForm {
    /// The name at the top of pages and mails.
    pub organisation_name: String,
    /// ISO 4217 code.
    pub currency: String,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// The language of those who chose none.
    pub language: Language,
    /// IANA name.
    pub time_zone: String,
}

impl From<&Organisation> for OrganisationForm {
    fn from(organisation: &Organisation) -> Self {
        Self {
            organisation_name: organisation.name.clone(),
            currency: organisation.currency.code().into(),
            country: organisation.country.clone(),
            language: organisation.language,
            time_zone: organisation.zone.name.clone(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl OrganisationForm {
    /// The organisation that the form describes; what is wrong is noted in `fields`.
    pub fn read(&self, fields: &mut crate::fields::Fields) -> Organisation {
        let name = fields.line("organisation_name", &self.organisation_name, 100);
        let currency = self.currency.parse().unwrap_or_else(|_| {
            fields.refuse("currency", "set-up-currency");
            kernel::Currency::EUR
        });
        let country = self.country.trim().to_uppercase();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            fields.refuse("country", "set-up-country");
        }
        let zone = kernel::zone(self.time_zone.trim()).unwrap_or_else(|| {
            fields.refuse("time_zone", "set-up-time-zone");
            kernel::Zone::utc()
        });
        Organisation { name, currency, country, language: self.language, zone }
    }
}
