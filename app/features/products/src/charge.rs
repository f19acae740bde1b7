use kernel::Day;
use serde::{Deserialize, Serialize};

/// How often something is charged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Charge {
    /// Once.
    #[default]
    Once,
    /// Each day.
    Day,
    /// Each week.
    Week,
    /// Each month.
    Month,
    /// Every three months.
    Quarter,
    /// Each year.
    Year,
}

impl Charge {
    /// All of them, in the order of forms.
    pub const ALL: [Self; 6] = [Self::Once, Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Their words, for filters.
    pub const CODES: [&str; 6] = ["once", "day", "week", "month", "quarter", "year"];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The charge of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|charge| charge.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Once => "product-charge-once",
            Self::Day => "product-charge-day",
            Self::Week => "product-charge-week",
            Self::Month => "product-charge-month",
            Self::Quarter => "product-charge-quarter",
            Self::Year => "product-charge-year",
        }
    }

    /// The day on which period `number` begins, the first one (0) beginning on `first`; `None` where there is no such
    /// period. Each is counted from the first: what began on the 31st of January goes on on the last day of February and
    /// on the 31st of March.
    pub fn begins(self, first: Day, number: u32) -> Option<Day> {
        match self {
            Self::Once => (number == 0).then_some(first),
            Self::Day => days_after(first, number),
            Self::Week => days_after(first, number.checked_mul(7)?),
            Self::Month => months_after(first, number),
            Self::Quarter => months_after(first, number.checked_mul(3)?),
            Self::Year => months_after(first, number.checked_mul(12)?),
        }
    }
}

fn days_after(first: Day, days: u32) -> Option<Day> {
    first.0.checked_add(i32::try_from(days).ok()?).map(Day)
}

/// The same day of the month so many months later, or the month's last day if it is shorter.
fn months_after(first: Day, months: u32) -> Option<Day> {
    let (year, month, day) = first.civil();
    let months = (month - 1).checked_add(months)?;
    let year = year.checked_add(i32::try_from(months / 12).ok()?).filter(|year| *year <= 9999)?;
    (1..=day).rev().find_map(|day| Day::from_civil(year, months % 12 + 1, day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn series(charge: Charge, first: &str, count: u32) -> Vec<String> {
        let first: Day = first.parse().unwrap();
        (0..count).filter_map(|number| charge.begins(first, number)).map(|day| day.to_string()).collect()
    }

    #[test]
    fn a_month_that_lacks_the_day_takes_its_last_and_the_day_comes_back() {
        let months = series(Charge::Month, "2027-12-31", 5);
        assert_eq!(months, ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
        assert_eq!(series(Charge::Month, "2026-01-31", 3), ["2026-01-31", "2026-02-28", "2026-03-31"]);
        assert_eq!(series(Charge::Quarter, "2026-11-30", 3), ["2026-11-30", "2027-02-28", "2027-05-30"]);
        let years = series(Charge::Year, "2024-02-29", 5);
        assert_eq!(years[1..], ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
    }

    #[test]
    fn days_and_weeks_are_counted_and_once_is_once() {
        assert_eq!(series(Charge::Week, "2026-12-28", 2), ["2026-12-28", "2027-01-04"]);
        assert_eq!(series(Charge::Day, "2026-12-31", 2), ["2026-12-31", "2027-01-01"]);
        assert_eq!(series(Charge::Once, "2026-12-31", 9), ["2026-12-31"]);
    }

    #[test]
    fn every_charge_reads_back_from_its_word() {
        for (charge, code) in Charge::ALL.into_iter().zip(Charge::CODES) {
            assert_eq!((charge.code(), Charge::parse(code)), (code, Some(charge)));
        }
    }

    proptest! {
        #[test]
        fn a_period_ends_where_the_next_begins_and_none_is_too_long(
            first in 0..60_000_i32,
            number in 0..600_u32,
            which in 1..6_usize,
        ) {
            let (charge, longest) = (Charge::ALL[which], [0, 1, 7, 31, 92, 366][which]);
            let begins = |number| charge.begins(Day(first), number).unwrap();
            let (one, next) = (begins(number), begins(number + 1));
            prop_assert!(one < next && next.0 - one.0 <= longest, "{} to {}", one, next);
        }
    }
}
