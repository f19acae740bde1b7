use fields::{CustomValues, FieldKey, FieldType, Tidy, Typed, Value, Values};
use kernel::{ChannelId, Currency, CustomerStatusId, GroupId, Language, Result, SegmentId, StaffId};
use serde::{Deserialize, Serialize};

use crate::{CustomerKind, vat};

/// What people type in about a customer. A change names fields of this list and no others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = CustomerProfile))]
#[serde(default = "Profile::begin")]
pub struct Profile {
    /// What kind of party it is.
    pub kind: CustomerKind,
    /// The legal or trading name, or the name of a person. Required.
    pub name: String,
    /// The number under which the organisation knows it, each once.
    pub number: Option<String>,
    /// The division or branch of a company.
    pub division: Option<String>,
    /// The e-mail address, as typed.
    pub email: Option<String>,
    /// The phone number, as typed.
    pub phone: Option<String>,
    /// The mobile number, as typed.
    pub mobile: Option<String>,
    /// The web address.
    pub website: Option<String>,
    /// The VAT number, with the code of its country before it.
    pub vat_number: Option<String>,
    /// The segment of the market.
    pub segment_id: Option<SegmentId>,
    /// How it stands with the organisation.
    pub status_id: Option<CustomerStatusId>,
    /// Through what it came.
    pub channel_id: Option<ChannelId>,
    /// The groups that it belongs to.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Vec<i64>))]
    pub groups: Vec<GroupId>,
    /// The responsible manager. A new customer without one gets who makes it.
    pub manager_id: Option<StaffId>,
    /// The service manager, a second person.
    pub service_manager_id: Option<StaffId>,
    /// Staff who see it without the general permission.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Vec<i64>))]
    pub administrators: Vec<StaffId>,
    /// The currency of its documents; the organisation's if a new customer says none.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub currency: Option<Currency>,
    /// The language of its portal, mails and documents; `None` for the organisation's.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub language: Option<Language>,
    /// Street and number of the billing address.
    pub street: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Its region, province or state.
    pub region: Option<String>,
    /// Its country, ISO 3166 alpha-2.
    pub country: Option<String>,
    /// Street and number of the shipping address.
    pub shipping_street: Option<String>,
    /// Its postcode.
    pub shipping_postcode: Option<String>,
    /// Its city.
    pub shipping_city: Option<String>,
    /// Its region, province or state.
    pub shipping_region: Option<String>,
    /// Its country, ISO 3166 alpha-2.
    pub shipping_country: Option<String>,
    /// Whether business goes on with it. Contacts of an inactive customer cannot sign in.
    pub is_active: bool,
    /// What the fields hold that the organisation added: `c12` and so on.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

/// The fields of a profile with what their values are, in the order of the form.
pub(crate) const FIELDS: &[(&str, FieldType)] = &[
    ("kind", FieldType::Word),
    ("name", FieldType::Text),
    ("number", FieldType::Text),
    ("division", FieldType::Text),
    ("email", FieldType::Email),
    ("phone", FieldType::Phone),
    ("mobile", FieldType::Phone),
    ("website", FieldType::Link),
    ("vat_number", FieldType::Text),
    ("segment_id", FieldType::Choice),
    ("status_id", FieldType::Choice),
    ("channel_id", FieldType::Choice),
    ("groups", FieldType::Choices),
    ("manager_id", FieldType::Staff),
    ("service_manager_id", FieldType::Staff),
    ("administrators", FieldType::Choices),
    ("currency", FieldType::Word),
    ("language", FieldType::Word),
    ("street", FieldType::Text),
    ("postcode", FieldType::Text),
    ("city", FieldType::Text),
    ("region", FieldType::Text),
    ("country", FieldType::Country),
    ("shipping_street", FieldType::Text),
    ("shipping_postcode", FieldType::Text),
    ("shipping_city", FieldType::Text),
    ("shipping_region", FieldType::Text),
    ("shipping_country", FieldType::Country),
    ("is_active", FieldType::Flag),
];

/// Those of them that stand on the part of marketing.
pub(crate) const MARKETING: &[(&str, FieldType)] = &[
    ("segment_id", FieldType::Choice),
    ("status_id", FieldType::Choice),
    ("channel_id", FieldType::Choice),
    ("groups", FieldType::Choices),
];

impl Profile {
    /// What a form for a new customer begins with.
    pub fn begin() -> Self {
        Self { is_active: true, ..Self::default() }
    }

    /// The profile tidied, if it can be stored.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot.
    pub fn checked(mut self) -> Result<Self> {
        let mut tidy = Tidy::default();
        self.name = tidy.required("name", &self.name);
        for (field, text) in self.lines() {
            *text = tidy.line(field, text.as_ref());
        }
        self.email = tidy.email("email", self.email.as_ref());
        self.phone = tidy.address("phone", self.phone.as_ref());
        self.mobile = tidy.address("mobile", self.mobile.as_ref());
        self.website = tidy.link("website", self.website.as_ref());
        self.country = tidy.country("country", self.country.as_ref());
        self.shipping_country = tidy.country("shipping_country", self.shipping_country.as_ref());
        self.vat_number = tidy.address("vat_number", self.vat_number.as_ref());
        if let Some(typed) = &self.vat_number {
            match vat::tidied(typed, self.country.as_deref()) {
                Some(number) => self.vat_number = Some(number),
                None => tidy.refuse("vat_number", "customer-vat-unfit"),
            }
        }
        each_once(&mut self.groups);
        each_once(&mut self.administrators);
        tidy.done(self)
    }

    /// The optional texts of one line.
    fn lines(&mut self) -> [(&'static str, &mut Option<String>); 10] {
        [
            ("number", &mut self.number),
            ("division", &mut self.division),
            ("street", &mut self.street),
            ("postcode", &mut self.postcode),
            ("city", &mut self.city),
            ("region", &mut self.region),
            ("shipping_street", &mut self.shipping_street),
            ("shipping_postcode", &mut self.shipping_postcode),
            ("shipping_city", &mut self.shipping_city),
            ("shipping_region", &mut self.shipping_region),
        ]
    }

    /// Staff who see the customer without seeing all customers, each once.
    pub fn looked_after_by(&self) -> Vec<StaffId> {
        let mut staff = self.administrators.clone();
        staff.extend(self.manager_id.into_iter().chain(self.service_manager_id));
        each_once(&mut staff);
        staff
    }

    /// What may tell that the customer is there already.
    pub fn telling(&self) -> Values {
        let company = (!self.kind.is_person()).then_some(self.name.as_str());
        let texts = [
            ("email", self.email.as_deref()),
            ("phone", self.phone.as_deref()),
            ("website", self.website.as_deref()),
            ("company", company),
            ("country", self.country.as_deref()),
        ];
        let told = texts.into_iter().filter_map(|(key, text)| {
            let text = text.filter(|text| !text.trim().is_empty())?;
            Some((FieldKey::own(key), Some(Value::from(text))))
        });
        let told: Values = told.collect();
        // A country alone tells nobody.
        if told.iter().all(|(key, _)| key.as_str() == "country") { Values::default() } else { told }
    }
}

impl Typed for Profile {
    fn checked(self) -> Result<Self> {
        Self::checked(self)
    }
}

fn each_once<T: Ord>(all: &mut Vec<T>) {
    all.sort_unstable();
    all.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let some = |text: &str| Some(text.to_owned());
        let profile = Profile {
            email: some("nobody"),
            website: some("javascript:alert(1)"),
            country: some("Italy"),
            vat_number: some("?"),
            ..Profile::default()
        };
        let error = profile.checked().unwrap_err();
        for field in ["name", "email", "website", "country", "vat_number"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn a_profile_is_kept_tidy() {
        let profile = Profile {
            name: " Acme ".into(),
            city: Some("  ".into()),
            country: Some("it".into()),
            vat_number: Some("123 456 789 03".into()),
            groups: vec![GroupId(7), GroupId(3), GroupId(7)],
            ..Profile::default()
        };
        let kept = profile.checked().unwrap();
        assert_eq!((kept.name.as_str(), kept.city, kept.country.as_deref()), ("Acme", None, Some("IT")));
        assert_eq!(
            (kept.vat_number.as_deref(), kept.groups),
            (Some("IT12345678903"), vec![GroupId(3), GroupId(7)])
        );
    }

    #[test]
    fn a_person_is_not_told_by_the_name() {
        let company = Profile { name: "Rossi".into(), ..Profile::default() };
        assert!(company.telling().text("company").is_some());
        let person = Profile { kind: CustomerKind::Residential, ..company };
        assert!(person.telling().is_empty());
    }
}
