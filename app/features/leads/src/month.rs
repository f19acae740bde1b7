use std::str::FromStr;

use kernel::Day;

/// A month of a calendar. Text form: `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    year: i32,
    /// 1-12
    month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        let (year, month, _) = day.civil();
        Self { year, month }
    }

    /// Its first day.
    pub fn first(self) -> Day {
        // There is a first day in every month.
        Day::from_civil(self.year, self.month, 1).unwrap_or(Day(0))
    }

    /// The month before it.
    pub fn before(self) -> Self {
        Self::of(Day(self.first().0 - 1))
    }

    /// The month behind it.
    pub fn after(self) -> Self {
        // Whatever its length: the 32nd day from its first is in the next one.
        Self::of(Day(self.first().0 + 31))
    }

    /// Whether a day is in it.
    pub fn has(self, day: Day) -> bool {
        Self::of(day) == self
    }

    /// The weeks, from Monday, that have days of it: as a wall calendar shows them, with days of its neighbours.
    pub fn weeks(self) -> Vec<[Day; 7]> {
        let first = self.first();
        let monday = first.0 - first.weekday() as i32;
        let end = self.after().first().0;
        (monday..end).step_by(7).map(|monday| std::array::from_fn(|day| Day(monday + day as i32))).collect()
    }

    /// The first and the last day that is shown of it.
    pub fn shown(self) -> (Day, Day) {
        let weeks = self.weeks();
        let first = weeks.first().map_or(self.first(), |week| week[0]);
        (first, weeks.last().map_or(first, |week| week[6]))
    }

    /// As an address says it.
    pub fn code(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('-').ok_or(())?;
        let is_written = year.len() == 4 && month.len() == 2;
        let (year, month) = (year.parse().map_err(drop)?, month.parse().map_err(drop)?);
        (is_written && (1970..=9998).contains(&year) && (1..=12).contains(&month))
            .then_some(Self { year, month })
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let shown = |text: &str| {
            let (first, last) = month(text).shown();
            format!("{first} {last} {}", month(text).weeks().len())
        };
        assert_eq!(shown("2026-11"), "2026-10-26 2026-12-06 6");
        assert_eq!(shown("2027-02"), "2027-02-01 2027-02-28 4", "four weeks exactly");
        assert_eq!(shown("2028-02"), "2028-01-31 2028-03-05 5", "a leap year");
    }

    #[test]
    fn months_follow_each_other_over_the_turn_of_the_year() {
        assert_eq!(month("2026-12").after().code(), "2027-01");
        assert_eq!(month("2027-01").before().code(), "2026-12");
        assert_eq!(month("2027-01").after().code(), "2027-02");
        assert!(month("2026-12").has(Day::from_civil(2026, 12, 31).unwrap()));
        assert!(!month("2026-12").has(Day::from_civil(2027, 12, 31).unwrap()));
    }

    #[test]
    fn what_is_no_month_is_none() {
        for text in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "0000-01", "9999-12", "2026-1x"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }
}
