use fields::{FieldType, Tidy, Typed};
use kernel::Result;
use serde::{Deserialize, Serialize};

use crate::iban;

/// A company as the law and its bank know it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default)]
pub struct Company {
    /// The name in the register. Required.
    pub registered_name: String,
    /// Its number in the register of companies.
    pub registration_number: Option<String>,
    /// Its tax or VAT number.
    pub tax_number: Option<String>,
    /// Street and number of its seat.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The region, province or state.
    pub region: Option<String>,
    /// The country, ISO 3166 alpha-2.
    pub country: Option<String>,
    /// The name of its bank.
    pub bank: Option<String>,
    /// The number of its account there (ISO 13616), without spaces.
    pub iban: Option<String>,
    /// The number of the bank (ISO 9362).
    pub bic: Option<String>,
}

/// The fields of a company with what their values are, in the order of the form.
pub(crate) const FIELDS: [(&str, FieldType); 11] = [
    ("registered_name", FieldType::Text),
    ("registration_number", FieldType::Text),
    ("tax_number", FieldType::Text),
    ("street", FieldType::Text),
    ("postcode", FieldType::Text),
    ("city", FieldType::Text),
    ("region", FieldType::Text),
    ("country", FieldType::Country),
    ("bank", FieldType::Text),
    ("iban", FieldType::Text),
    ("bic", FieldType::Text),
];

impl Company {
    /// The company as it is kept, if it can be.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot: an IBAN with a slip in it, for example.
    pub fn checked(self) -> Result<Self> {
        let mut tidy = Tidy::default();
        let mut kept = Self {
            registered_name: tidy.required("registered_name", &self.registered_name),
            registration_number: tidy.address("registration_number", self.registration_number.as_ref()),
            tax_number: tidy.address("tax_number", self.tax_number.as_ref()),
            street: tidy.line("street", self.street.as_ref()),
            postcode: tidy.line("postcode", self.postcode.as_ref()),
            city: tidy.line("city", self.city.as_ref()),
            region: tidy.line("region", self.region.as_ref()),
            country: tidy.country("country", self.country.as_ref()),
            bank: tidy.line("bank", self.bank.as_ref()),
            iban: tidy.address("iban", self.iban.as_ref()),
            bic: tidy.address("bic", self.bic.as_ref()),
        };
        for (field, typed, read, problem) in [
            ("iban", &mut kept.iban, iban::iban as fn(&str) -> Option<String>, "entity-iban-unfit"),
            ("bic", &mut kept.bic, iban::bic, "entity-bic-unfit"),
        ] {
            let Some(text) = typed.as_deref() else { continue };
            match read(text) {
                Some(number) => *typed = Some(number),
                None => tidy.refuse(field, problem),
            }
        }
        tidy.done(kept)
    }

    /// The IBAN in groups of four, as people read it.
    pub fn iban_shown(&self) -> Option<String> {
        self.iban.as_deref().map(iban::grouped)
    }
}

impl Typed for Company {
    fn checked(self) -> Result<Self> {
        Self::checked(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let company = Company {
            country: some("Italy"),
            iban: some("DE89 3704 0044 0532 0130 01"),
            bic: some("?"),
            ..Company::default()
        };
        let error = company.checked().unwrap_err();
        for field in ["registered_name", "country", "iban", "bic"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn numbers_are_kept_as_the_bank_writes_them() {
        let company = Company {
            registered_name: " Acme S.r.l. ".into(),
            iban: some("it60 x054 2811 1010 0000 0123 456"),
            bic: some("uncr it mm"),
            bank: some(" "),
            ..Company::default()
        };
        let kept = company.checked().unwrap();
        assert_eq!((kept.registered_name.as_str(), kept.bank.as_deref()), ("Acme S.r.l.", None));
        assert_eq!(
            (kept.iban.as_deref(), kept.bic.as_deref()),
            (Some("IT60X0542811101000000123456"), Some("UNCRITMM"))
        );
        assert_eq!(kept.iban_shown().as_deref(), Some("IT60 X054 2811 1010 0000 0123 456"));
    }
}
