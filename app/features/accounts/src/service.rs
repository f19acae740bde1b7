use kernel::{AccountId, Day, Error, FieldError, ProductId, Result, ServiceId, Text, Version, plain};
use products::Charge;
use serde::{Deserialize, Serialize};

use crate::ledger::MOST;

/// The longest description, in characters.
const LINE: usize = 200;
/// A quantity of one, in millionths.
pub const ONE: i64 = 1_000_000;

/// What an account is charged for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Service {
    /// Which one.
    pub id: ServiceId,
    /// Of which account.
    pub account_id: AccountId,
    /// What people say of it.
    #[serde(flatten)]
    pub draft: ServiceDraft,
    /// How many of its periods were charged.
    pub charged: i64,
    /// Goes up with every change.
    pub version: Version,
}

/// What people say of a service. Its period begins on a day and ends before the next one begins; it is charged whole on
/// the day on which it begins, as far as the service has not ended by then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct ServiceDraft {
    /// The product of the catalogue, if it is one.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// What the statement calls it.
    pub description: String,
    /// How many, in millionths.
    #[serde(default = "one")]
    pub quantity: i64,
    /// What one costs, in minor units of the account's currency.
    pub price_minor: i64,
    /// How often it is charged.
    #[serde(default)]
    pub charge: Charge,
    /// The day on which it begins.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "2026-01-31"))]
    pub from: Day,
    /// The first day without it; `None` for one that goes on.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub to: Option<Day>,
}

fn one() -> i64 {
    ONE
}

impl ServiceDraft {
    /// What one period costs, in minor units: quantity times price, half a minor unit up. `None` if that is too much.
    pub fn amount(&self) -> Option<i64> {
        let exact = i128::from(self.quantity) * i128::from(self.price_minor);
        let (one, half) = (i128::from(ONE), i128::from(ONE / 2));
        i64::try_from((exact + half).div_euclid(one)).ok().filter(|minor| minor.abs() <= MOST)
    }

    /// The days on which the periods begin that are due on this day, oldest first.
    pub fn due(&self, until: Day) -> impl Iterator<Item = Day> {
        let (from, charge, to) = (self.from, self.charge, self.to);
        (0..)
            .map_while(move |number| charge.begins(from, number))
            .take_while(move |begin| *begin <= until && to.is_none_or(|to| *begin < to))
    }

    /// The draft without stray spaces, if it can be kept.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot.
    pub fn checked(mut self) -> Result<Self> {
        self.description = plain::line(&self.description);
        let length = self.description.chars().count();
        let years = self.from.civil().0;
        let problems: Vec<FieldError> = [
            (length == 0).then(|| ("description", Text::new("error-required"))),
            (length > LINE).then(|| ("description", Text::new("error-too-long").with("limit", LINE))),
            (self.quantity <= 0).then(|| ("quantity", Text::new("account-quantity-unfit"))),
            (self.price_minor < 0 || self.amount().is_none())
                .then(|| ("price", Text::new("account-amount-unfit"))),
            // Nothing that is charged each day reaches back for thousands of entries by a slip of the pen.
            (!(2000..2200).contains(&years)).then(|| ("from", Text::new("account-day-unfit"))),
            self.to.is_some_and(|to| to <= self.from).then(|| ("to", Text::new("account-end-unfit"))),
        ]
        .into_iter()
        .flatten()
        .map(|(field, problem)| FieldError { field: field.into(), problem })
        .collect();
        if problems.is_empty() { Ok(self) } else { Err(Error::Invalid(problems)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn monthly(from: &str, to: Option<&str>) -> ServiceDraft {
        ServiceDraft {
            product_id: None,
            description: "Monitoring".into(),
            quantity: ONE,
            price_minor: 1_290,
            charge: Charge::Month,
            from: day(from),
            to: to.map(day),
        }
    }

    fn due(draft: &ServiceDraft, until: &str) -> Vec<String> {
        draft.due(day(until)).map(|day| day.to_string()).collect()
    }

    #[test]
    fn a_period_is_due_on_the_day_on_which_it_begins() {
        let draft = monthly("2026-01-31", None);
        assert_eq!(due(&draft, "2026-01-30"), [""; 0]);
        assert_eq!(due(&draft, "2026-02-27"), ["2026-01-31"]);
        assert_eq!(due(&draft, "2026-03-31"), ["2026-01-31", "2026-02-28", "2026-03-31"]);
    }

    #[test]
    fn the_day_on_which_a_service_ends_begins_no_period() {
        let draft = monthly("2026-01-01", Some("2026-03-01"));
        assert_eq!(due(&draft, "2026-12-31"), ["2026-01-01", "2026-02-01"]);
        let once = ServiceDraft { charge: Charge::Once, ..draft };
        assert_eq!(due(&once, "2026-12-31"), ["2026-01-01"]);
    }

    #[test]
    fn half_a_cent_is_rounded_up() {
        let draft = ServiceDraft { quantity: 1_500_000, price_minor: 333, ..monthly("2026-01-01", None) };
        assert_eq!(draft.amount(), Some(500));
        assert_eq!(ServiceDraft { quantity: i64::MAX, price_minor: i64::MAX, ..draft }.amount(), None);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let draft = ServiceDraft {
            description: " ".into(),
            quantity: 0,
            price_minor: -1,
            ..monthly("2026-01-01", Some("2026-01-01"))
        };
        let error = draft.checked().unwrap_err();
        for field in ["description", "quantity", "price", "to"] {
            assert!(error.field(field).is_some(), "{field}");
        }
        assert!(monthly("0026-01-01", None).checked().unwrap_err().field("from").is_some());
    }

    proptest! {
        #[test]
        fn rounding_is_never_off_by_more_than_half(quantity in 1..1_000_000_000_i64, price_minor in 0..1_000_000_i64) {
            let draft = ServiceDraft { quantity, price_minor, ..monthly("2026-01-01", None) };
            let (exact, rounded) = (i128::from(quantity) * i128::from(price_minor), draft.amount().unwrap());
            prop_assert!((i128::from(rounded) * i128::from(ONE) - exact).abs() * 2 <= i128::from(ONE));
        }

        #[test]
        fn what_was_due_stays_due(days in 0..1_500_i32, more in 0..500_i32, which in 0..6_usize) {
            let draft = ServiceDraft { charge: Charge::ALL[which], ..monthly("2024-01-31", Some("2027-06-15")) };
            let until = |days: i32| draft.due(Day(draft.from.0 + days)).collect::<Vec<_>>();
            prop_assert!(until(days + more).starts_with(&until(days)));
        }
    }
}
