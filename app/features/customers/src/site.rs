use fields::{CustomField, CustomValues, FieldType, Tidy, Typed};
use kernel::{ContactId, CustomerId, Instant, Page, RecordKind, RecordRef, Result, SiteId, Version, plain};
use serde::{Deserialize, Serialize};

use crate::Profile;

/// A place of a customer: where somebody goes, delivers or repairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Site {
    /// Which one.
    pub id: SiteId,
    /// Whose.
    pub customer_id: CustomerId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub place: Place,
    /// The name of the contact person; none where that one was removed.
    #[serde(default)]
    pub contact: Option<String>,
    /// Goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

impl Site {
    /// The site as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::Site, id: self.id.0 }
    }

    /// Where it stands: a part of its customer's page.
    pub fn path(&self) -> String {
        format!("/customers/{}/sites", self.customer_id)
    }
}

/// What people know of a site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = SitePlace))]
#[serde(default)]
pub struct Place {
    /// What people call it. Required.
    pub name: String,
    /// Whom to turn to there: a contact of the same customer.
    pub contact_id: Option<ContactId>,
    /// The phone number there, as typed.
    pub phone: Option<String>,
    /// The e-mail address there, as typed.
    pub email: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The region, province or state.
    pub region: Option<String>,
    /// The country, ISO 3166 alpha-2.
    pub country: Option<String>,
    /// How one gets in: gates, keys, dogs. For staff alone.
    pub access_notes: Option<String>,
    /// What the fields hold that the organisation added: `c12` and so on.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

/// A piece of the sites of a customer, as its page needs them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerSites {
    /// The sites, by name.
    pub sites: Page<Site>,
    /// The fields that the organisation added to sites, in their order.
    pub fields: Vec<CustomField>,
}

/// The fields of a site with what their values are, in the order of the form.
pub(crate) const FIELDS: &[(&str, FieldType)] = &[
    ("name", FieldType::Text),
    ("contact_id", FieldType::Choice),
    ("phone", FieldType::Phone),
    ("email", FieldType::Email),
    ("street", FieldType::Text),
    ("postcode", FieldType::Text),
    ("city", FieldType::Text),
    ("region", FieldType::Text),
    ("country", FieldType::Country),
    ("access_notes", FieldType::LongText),
];

impl Typed for Place {
    fn checked(self) -> Result<Self> {
        let mut tidy = Tidy::default();
        let kept = Self {
            name: tidy.required("name", &self.name),
            phone: tidy.address("phone", self.phone.as_ref()),
            email: tidy.email("email", self.email.as_ref()),
            street: tidy.line("street", self.street.as_ref()),
            postcode: tidy.line("postcode", self.postcode.as_ref()),
            city: tidy.line("city", self.city.as_ref()),
            region: tidy.line("region", self.region.as_ref()),
            country: tidy.country("country", self.country.as_ref()),
            access_notes: tidy.lines("access_notes", self.access_notes.as_ref()),
            ..self
        };
        tidy.done(kept)
    }
}

impl Place {
    /// The site that a customer's billing address is, called by its street, or else by its city; none where there is
    /// neither.
    pub fn of_billing(profile: &Profile) -> Option<Self> {
        let named = |text: &Option<String>| text.as_deref().map(plain::line).filter(|line| !line.is_empty());
        Some(Self {
            name: named(&profile.street).or_else(|| named(&profile.city))?,
            street: profile.street.clone(),
            postcode: profile.postcode.clone(),
            city: profile.city.clone(),
            region: profile.region.clone(),
            country: profile.country.clone(),
            ..Self::default()
        })
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
        let place = Place { email: some("nobody"), country: some("Italy"), ..Place::default() };
        let error = place.checked().unwrap_err();
        for field in ["name", "email", "country"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn access_notes_keep_their_lines() {
        let place =
            Place { name: " Hall ".into(), access_notes: some(" Gate 2\n ring "), ..Place::default() };
        let kept = place.checked().unwrap();
        assert_eq!(kept.name, "Hall");
        assert_eq!(kept.access_notes.map(|notes| notes.lines().count()), Some(2));
    }

    #[test]
    fn a_billing_address_is_called_by_its_street_or_its_city() {
        let name = |street: &str, city: &str| {
            let profile = Profile { street: some(street), city: some(city), ..Profile::begin() };
            Place::of_billing(&profile).map(|place| place.name)
        };
        assert_eq!(name("Via Po 12", "Torino"), some("Via Po 12"));
        assert_eq!(name("  ", "Torino"), some("Torino"));
        assert_eq!(name("", " "), None);
    }
}
