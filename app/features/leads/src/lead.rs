use fields::{CustomValues, FieldKey, Tidy, Typed, Value, Values};
use kernel::{
    Audience, CustomerId, Instant, Language, LeadId, LostReasonId, Money, RecordKind, RecordRef, Result,
    SourceId, StaffId, StageId, TimelineId, Version,
};
use records::Tag;
use serde::{Deserialize, Serialize};

use crate::Rank;

/// A potential customer before conversion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Lead {
    /// Which one.
    pub id: LeadId,
    /// What people type in.
    #[serde(flatten)]
    pub profile: Profile,
    /// The place in its column.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String))]
    pub rank: Rank,
    /// The tags, by name.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Vec<Object>))]
    pub tags: Vec<Tag>,
    /// Since when it stands in its stage.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub stage_since: Instant,
    /// When it became a customer.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub converted_at: Option<Instant>,
    /// The customer that it became.
    pub customer_id: Option<CustomerId>,
    /// Its timeline.
    pub timeline_id: TimelineId,
    /// Its version: goes up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
    /// Who made it.
    pub created_by: Option<StaffId>,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it went to the bin.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
    /// Whether it became a customer, and the house lets only administrators change such leads.
    #[serde(default)]
    pub is_locked: bool,
}

/// What people type in about a lead. A change names fields of this list and no others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = LeadProfile))]
#[serde(default)]
pub struct Profile {
    /// The full name of the person or of the opportunity. Required.
    pub name: String,
    /// The stage; `None` in a new lead stands for the default one.
    pub stage_id: Option<StageId>,
    /// The source; `None` in a new lead stands for the default one.
    pub source_id: Option<SourceId>,
    /// The owner.
    pub owner_id: Option<StaffId>,
    /// The company.
    pub company: Option<String>,
    /// The person's position in it.
    pub position: Option<String>,
    /// The e-mail address as typed.
    pub email: Option<String>,
    /// The phone number as typed.
    pub phone: Option<String>,
    /// The website.
    pub website: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Region, state, province.
    pub region: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Country, ISO 3166 alpha-2 or as typed.
    pub country: Option<String>,
    /// What it may be worth.
    pub value: Option<Money>,
    /// The language in which to write.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub language: Option<Language>,
    /// Long text.
    pub description: Option<String>,
    /// Whether all staff may see it.
    pub is_public: bool,
    /// When somebody got in touch last.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub last_contact_at: Option<Instant>,
    /// Whether it is still in play.
    pub outcome: Outcome,
    /// Why it was lost, or is junk.
    pub lost_reason_id: Option<LostReasonId>,
    /// What the fields hold that the organisation added: `c12` and so on.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

/// Whether a lead is in play. Lost and junk leads leave the board and the default list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(sqlx::Type, utoipa::ToSchema),
    sqlx(type_name = "text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// In play.
    #[default]
    Active,
    /// Lost; it may have a reason.
    Lost,
    /// Never was one; it may have a reason from the same list.
    Junk,
}

impl Outcome {
    /// The word for the database and programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Lost => "lost",
            Self::Junk => "junk",
        }
    }
}

impl Profile {
    /// Whether the field of this name is filled in.
    pub fn has(&self, field: &str) -> bool {
        let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(self) else { return false };
        fields.get(field).is_some_and(|value| !value.is_null())
    }

    /// What may tell that the lead is there already.
    pub fn telling(&self) -> Values {
        let texts = [
            ("email", &self.email),
            ("phone", &self.phone),
            ("website", &self.website),
            ("company", &self.company),
            ("country", &self.country),
        ];
        let typed =
            |text: &Option<String>| text.as_deref().filter(|text| !text.trim().is_empty()).map(Value::from);
        let told = texts.into_iter().filter_map(|(key, text)| Some((key, typed(text)?)));
        let told: Values = told.map(|(key, value)| (FieldKey::own(key), Some(value))).collect();
        // A country alone tells nobody.
        if told.iter().all(|(key, _)| key.as_str() == "country") { Values::default() } else { told }
    }

    /// What is filled in, to be put into the empty fields of a lead that is there; who has it and where it stands are
    /// that lead's own.
    pub fn filling(&self) -> Values {
        let texts = [
            ("company", &self.company),
            ("position", &self.position),
            ("email", &self.email),
            ("phone", &self.phone),
            ("website", &self.website),
            ("street", &self.street),
            ("city", &self.city),
            ("region", &self.region),
            ("postcode", &self.postcode),
            ("country", &self.country),
            ("description", &self.description),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some((FieldKey::own(key), text.as_deref().map(Value::from)?)));
        let language = self.language.map(|language| Value::from(language.code()));
        let own = [("value", self.value.map(Value::Money)), ("language", language)];
        let own = own.into_iter().filter_map(|(key, value)| Some((FieldKey::own(key), value?)));
        let custom = self.custom.iter().map(|(key, json)| (key.clone(), Value::Added(json.clone())));
        texts.chain(own).chain(custom).map(|(key, value)| (key, Some(value))).collect()
    }

    /// The profile without stray spaces and empty texts, if it can be stored.
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
        self.website = tidy.address("website", self.website.as_ref()).map(|site| with_scheme(&site));
        self.description = tidy.lines("description", self.description.as_ref());
        tidy.done(self)
    }

    /// The optional texts of one line.
    fn lines(&mut self) -> [(&'static str, &mut Option<String>); 7] {
        [
            ("company", &mut self.company),
            ("position", &mut self.position),
            ("street", &mut self.street),
            ("city", &mut self.city),
            ("region", &mut self.region),
            ("postcode", &mut self.postcode),
            ("country", &mut self.country),
        ]
    }
}

impl Typed for Profile {
    fn checked(self) -> Result<Self> {
        Self::checked(self)
    }
}

/// Only addresses of the web become links: anything else gets `https://` before it.
fn with_scheme(site: &str) -> String {
    let lower = site.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        site.to_owned()
    } else {
        format!("https://{site}")
    }
}

impl Lead {
    /// The lead as a record.
    pub fn record(&self) -> RecordRef {
        RecordRef { kind: RecordKind::Lead, id: self.id.0 }
    }

    /// The stage in which it stands.
    pub fn stage_id(&self) -> StageId {
        self.profile.stage_id.unwrap_or(StageId(0))
    }

    /// Whether it stands on the board.
    pub fn is_on_board(&self) -> bool {
        self.profile.outcome == Outcome::Active && self.deleted_at.is_none()
    }

    /// Who may see it by itself, beside those who see all leads.
    pub fn audience(&self) -> Audience {
        let staff = self.profile.owner_id.into_iter().chain(self.created_by).collect();
        Audience { staff, public: self.profile.is_public, ..Audience::default() }
    }

    /// Its page.
    pub fn path(&self) -> String {
        format!("/leads/{}", self.id)
    }

    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            id: LeadId(1),
            profile: Profile { name: "Ada Lovelace".into(), ..Profile::default() },
            rank: Rank::between(None, None, 0).unwrap(),
            tags: Vec::new(),
            stage_since: Instant(0),
            converted_at: None,
            customer_id: None,
            timeline_id: TimelineId(1),
            version: 1,
            created_by: None,
            created_at: Instant(0),
            updated_at: Instant(0),
            deleted_at: None,
            is_locked: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Error;

    #[test]
    fn a_profile_is_tidied_and_its_problems_are_all_named() {
        let profile = Profile {
            name: "  Ada ".into(),
            company: Some("   ".into()),
            website: Some("example.com".into()),
            ..Profile::default()
        };
        let tidy = profile.checked().unwrap();
        assert_eq!(
            (tidy.name.as_str(), tidy.company, tidy.website.as_deref()),
            ("Ada", None, Some("https://example.com"))
        );

        let bad = Profile { email: Some("ada".into()), city: Some("x".repeat(301)), ..Profile::default() };
        let Err(Error::Invalid(fields)) = bad.checked() else { panic!("it is refused") };
        let names: Vec<_> = fields.iter().map(|f| f.field.as_str()).collect();
        assert_eq!(names, ["name", "city", "email"]);
    }

    #[test]
    fn what_is_lost_or_junk_keeps_its_reason() {
        for outcome in [Outcome::Lost, Outcome::Junk] {
            let lost_reason_id = Some(LostReasonId(3));
            let profile = Profile { name: "Ada".into(), outcome, lost_reason_id, ..Profile::default() };
            assert_eq!(profile.checked().unwrap().lost_reason_id, lost_reason_id, "{outcome:?}");
        }
    }

    #[test]
    fn scripts_never_become_links() {
        assert_eq!(with_scheme("javascript:alert(1)"), "https://javascript:alert(1)");
    }
}
