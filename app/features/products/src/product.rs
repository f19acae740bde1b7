use fields::{CustomValues, Typed};
use kernel::{Error, FieldError, Instant, Money, ProductId, Result, Text, TimelineId, Version, plain};
use serde::{Deserialize, Serialize};

use crate::Charge;

/// The longest code, name and unit, in characters.
const LINE: usize = 200;
/// The longest description, in characters.
const LINES: usize = 5_000;

/// A product or a service of the organisation's catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Product {
    /// Which one.
    pub id: ProductId,
    /// What people know and change of it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Its history.
    pub timeline_id: TimelineId,
    /// Goes up with every change.
    pub version: Version,
    /// When it was made, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// When it was changed last, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub updated_at: Instant,
    /// When it went to the bin, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub deleted_at: Option<Instant>,
}

/// What people know and change of a product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = ProductProfile))]
pub struct Profile {
    /// What tells it from all others, whatever the case; many have none.
    #[serde(default)]
    pub code: Option<String>,
    /// What it is called.
    pub name: String,
    /// More about it.
    #[serde(default)]
    pub description: Option<String>,
    /// What one of it is: hour, piece, month.
    #[serde(default)]
    pub unit: Option<String>,
    /// What one of it costs, if that is the same for everybody.
    #[serde(default)]
    pub price: Option<Money>,
    /// How often it is charged.
    #[serde(default)]
    pub charge: Charge,
    /// Whether it is offered. One that is not stays where it was chosen.
    #[serde(default = "yes")]
    pub is_active: bool,
    /// What the fields hold that the organisation added.
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(ignore))]
    pub custom: CustomValues,
}

fn yes() -> bool {
    true
}

impl Profile {
    /// What a form for a new product begins with.
    pub fn begin() -> Self {
        Self { is_active: true, ..Self::default() }
    }

    /// The profile without stray spaces and empty texts, if it can be kept.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot.
    pub fn checked(mut self) -> Result<Self> {
        self.name = plain::line(&self.name);
        for (text, tidied) in [
            (&mut self.code, plain::line as fn(&str) -> String),
            (&mut self.unit, plain::line),
            (&mut self.description, plain::lines),
        ] {
            *text = text.take().map(|text| tidied(&text)).filter(|text| !text.is_empty());
        }
        let problems = self.problems();
        if problems.is_empty() { Ok(self) } else { Err(Error::Invalid(problems)) }
    }

    fn problems(&self) -> Vec<FieldError> {
        let problem = |field: &str, problem: Text| FieldError { field: field.into(), problem };
        let texts = [
            ("name", Some(&self.name), LINE),
            ("code", self.code.as_ref(), LINE),
            ("unit", self.unit.as_ref(), LINE),
            ("description", self.description.as_ref(), LINES),
        ];
        let is_long = |text: Option<&String>, limit| text.is_some_and(|text| text.chars().count() > limit);
        let long = texts.into_iter().filter(|(_, text, limit)| is_long(*text, *limit));
        let long =
            long.map(|(field, _, limit)| problem(field, Text::new("error-too-long").with("limit", limit)));
        let missing = self.name.is_empty().then(|| problem("name", Text::new("error-required")));
        let is_negative = self.price.is_some_and(|price| price.minor < 0);
        let negative = is_negative.then(|| problem("price", Text::new("product-price-unfit")));
        missing.into_iter().chain(long).chain(negative).collect()
    }
}

impl Typed for Profile {
    fn checked(self) -> Result<Self> {
        Self::checked(self)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Currency;

    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let profile = Profile {
            code: Some("x".repeat(201)),
            price: Some(Money::new(-1, Currency::EUR)),
            ..Profile::default()
        };
        let error = profile.checked().unwrap_err();
        for field in ["name", "code", "price"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn empty_texts_are_kept_as_none() {
        let profile =
            Profile { name: " Panel  400 W ".into(), unit: Some("  ".into()), ..Profile::default() };
        let kept = profile.checked().unwrap();
        assert_eq!((kept.name.as_str(), kept.unit), ("Panel 400 W", None));
    }
}
