use kernel::Day;
use serde::{Deserialize, Serialize};

use super::Span;

/// Which days. Relative ones are counted from the day that it is in the organisation's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayCheck {
    /// This day.
    On(Day),
    /// From one day to another, both included.
    Span(Span<Day>),
    /// Longer ago than so many days; or within so many days until today, today being one of them.
    Ago {
        /// Longer ago; otherwise within.
        more_than: bool,
        /// So many days.
        days: u16,
    },
    /// The day, week, .. that it is now.
    This(Period),
    /// So many whole days, weeks, .. before the one that it is now.
    Last(u16, Period),
    /// So many whole days, weeks, .. after the one that it is now.
    Next(u16, Period),
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year.
    Year,
}

/// Days that both databases write and compare alike: of years of four digits.
const FIRST: Day = Day(-719_162);
const LAST: Day = Day(2_932_896);

impl DayCheck {
    /// The most days, weeks, .. that can be named.
    pub const MOST: u16 = 9_999;

    /// The days that are meant, if it is `today`. Never days that a database could not write.
    pub fn span(self, today: Day) -> Span<Day> {
        let back = |days: u16| Day(today.0 - i32::from(days));
        let (from, to) = match self {
            Self::On(day) => (Some(day), Some(day)),
            Self::Span(span) => (span.from, span.to),
            Self::Ago { more_than: true, days } => (None, Some(Day(back(days).0 - 1))),
            Self::Ago { more_than: false, days } => (Some(back(days)), Some(today)),
            Self::This(period) => (Some(period.begins(today, 0)), Some(before(period.begins(today, 1)))),
            Self::Last(count, period) => {
                (Some(period.begins(today, -i32::from(count))), Some(before(period.begins(today, 0))))
            }
            Self::Next(count, period) => {
                let after = i32::from(count) + 1;
                (Some(period.begins(today, 1)), Some(before(period.begins(today, after))))
            }
        };
        let bound = |day: Day| day.clamp(FIRST, LAST);
        Span { from: from.map(bound), to: to.map(bound) }
    }

    /// Whether days are named that can be written, and a number of them that makes sense.
    pub(crate) fn is_sound(self) -> bool {
        let fits = |day: Option<Day>| day.is_none_or(|day| (FIRST..=LAST).contains(&day));
        match self {
            Self::On(day) => fits(Some(day)),
            Self::Span(span) => {
                (span.from.is_some() || span.to.is_some()) && fits(span.from) && fits(span.to)
            }
            Self::Ago { days, .. } => days <= Self::MOST,
            Self::This(_) => true,
            Self::Last(count, _) | Self::Next(count, _) => (1..=Self::MOST).contains(&count),
        }
    }
}

fn before(day: Day) -> Day {
    Day(day.0 - 1)
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The period of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }

    /// The first day of the period so many after the one of `day`.
    fn begins(self, day: Day, later: i32) -> Day {
        match self {
            Self::Day => Day(day.0 + later),
            Self::Week => Day(day.0 - day.weekday() as i32 + 7 * later),
            Self::Month => month(day, 1, later),
            Self::Quarter => month(day, 3, later),
            Self::Year => month(day, 12, later),
        }
    }
}

/// The first day of the stretch of so many months, so many stretches after the one of `day`.
fn month(day: Day, length: i32, later: i32) -> Day {
    let (year, month, _) = day.civil();
    let months = year * 12 + month as i32 - 1;
    let months = (months.div_euclid(length) + later) * length;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
    Day::from_civil(year, month, 1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(check: DayCheck) -> String {
        let span = check.span("2026-11-21".parse().unwrap());
        let text = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        format!("{}..{}", text(span.from), text(span.to))
    }

    #[test]
    fn relative_days_are_whole_stretches_of_the_calendar() {
        assert_eq!(span(DayCheck::This(Period::Week)), "2026-11-16..2026-11-22");
        assert_eq!(span(DayCheck::This(Period::Quarter)), "2026-10-01..2026-12-31");
        assert_eq!(span(DayCheck::Last(7, Period::Day)), "2026-11-14..2026-11-20");
        assert_eq!(span(DayCheck::Last(1, Period::Month)), "2026-10-01..2026-10-31");
        assert_eq!(span(DayCheck::Last(2, Period::Year)), "2024-01-01..2025-12-31");
        assert_eq!(span(DayCheck::Next(3, Period::Month)), "2026-12-01..2027-02-28");
    }

    #[test]
    fn ago_counts_back_from_today() {
        assert_eq!(span(DayCheck::Ago { more_than: true, days: 30 }), "..2026-10-21");
        assert_eq!(span(DayCheck::Ago { more_than: false, days: 30 }), "2026-10-22..2026-11-21");
        assert_eq!(span(DayCheck::Ago { more_than: false, days: 0 }), "2026-11-21..2026-11-21");
    }

    #[test]
    fn no_count_leads_to_days_that_cannot_be_written() {
        assert_eq!(span(DayCheck::Last(DayCheck::MOST, Period::Year)), "0001-01-01..2025-12-31");
        assert_eq!(span(DayCheck::Next(DayCheck::MOST, Period::Year)), "2027-01-01..9999-12-31");
    }
}
