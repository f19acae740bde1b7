use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A moment: microseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// A number of our own because text columns of moments sort wrongly on SQLite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// One second in microseconds.
    pub const SECOND: i64 = 1_000_000;
    /// One minute in microseconds.
    pub const MINUTE: i64 = 60 * Self::SECOND;
    /// One hour in microseconds.
    pub const HOUR: i64 = 60 * Self::MINUTE;
    /// Twenty-four hours in microseconds.
    pub const DAY: i64 = 24 * Self::HOUR;

    /// The moment so many microseconds later (or earlier, if negative).
    pub fn plus(self, micros: i64) -> Self {
        Self(self.0.saturating_add(micros))
    }

    /// Whole days since `earlier`, never negative.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).max(0) / Self::DAY
    }

    /// `2026-11-21T21:12:34Z`, as RFC 3339 writes it, to the second.
    pub fn rfc3339(self) -> String {
        let (day, seconds) = Zone::utc().split(self);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// A calendar day without a time zone, the days since 1970-01-01. Text and JSON form: `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub i32);

impl Day {
    /// The day of this year, month (1-12) and day of the month, if there is such a day.
    pub fn from_civil(year: i32, month: u32, day: u32) -> Option<Self> {
        let days = days_from_civil(i64::from(year), i64::from(month), i64::from(day));
        let made = Self(i32::try_from(days).ok()?);
        (made.civil() == (year, month, day)).then_some(made)
    }

    /// Year, month (1-12), day of the month.
    pub fn civil(self) -> (i32, u32, u32) {
        civil_from_days(i64::from(self.0))
    }

    /// The day of the week, Monday being 0.
    pub fn weekday(self) -> u32 {
        (i64::from(self.0) + 3).rem_euclid(7) as u32
    }
}

/// Howard Hinnant's algorithm for the proleptic Gregorian calendar ("chrono-Compatible Low-Level Date Algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`], from the same source.
fn civil_from_days(days: i64) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year as i32, month as u32, day as u32)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let mut parts = text.splitn(3, '-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            Self::from_civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        read().ok_or_else(|| format!("{text:?} is not a day written as YYYY-MM-DD"))
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A time zone as the table of its offsets, so that browser and server compute the same local times
/// and the browser needs no time zone database.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    /// The IANA name, `Europe/Rome`.
    pub name: String,
    /// From when on which offset holds (seconds east of UTC), oldest first. The first entry also serves everything before it.
    pub offsets: Vec<(Instant, i32)>,
}

impl Zone {
    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self { name: "UTC".into(), offsets: Vec::new() }
    }

    /// The offset in force at `at`, in seconds east of UTC.
    pub fn offset(&self, at: Instant) -> i32 {
        let behind = self.offsets.partition_point(|(from, _)| *from <= at);
        self.offsets.get(behind.saturating_sub(1)).map_or(0, |(_, offset)| *offset)
    }

    /// The local day and the seconds since its midnight.
    pub fn split(&self, at: Instant) -> (Day, u32) {
        let local = at.0.div_euclid(Instant::SECOND) + i64::from(self.offset(at));
        (Day(local.div_euclid(86_400) as i32), local.rem_euclid(86_400) as u32)
    }

    /// The local day of a moment.
    pub fn day(&self, at: Instant) -> Day {
        self.split(at).0
    }

    /// The moment of a local day and the seconds since its midnight. A time that a clock change skips or
    /// repeats is taken with the offset that was in force before the change.
    pub fn instant(&self, day: Day, seconds: u32) -> Instant {
        let local = Instant((i64::from(day.0) * 86_400 + i64::from(seconds)) * Instant::SECOND);
        let with = |offset: i32| local.plus(-i64::from(offset) * Instant::SECOND);
        let (before, after) = (self.offset(local.plus(-Instant::DAY)), self.offset(local.plus(Instant::DAY)));
        let fits = |offset: &i32| self.offset(with(*offset)) == *offset;
        with([before, after].into_iter().find(fits).unwrap_or(before))
    }

    /// Reads what an `<input type="datetime-local">` sends: `YYYY-MM-DDTHH:MM`.
    pub fn parse_local(&self, text: &str) -> Option<Instant> {
        let (day, time) = text.split_once(['T', ' '])?;
        let mut parts = time.split(':');
        let (hour, minute): (u32, u32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        (hour < 24 && minute < 60).then_some(())?;
        Some(self.instant(day.parse().ok()?, hour * 3600 + minute * 60))
    }

    /// What an `<input type="datetime-local">` wants to be given.
    pub fn format_local(&self, at: Instant) -> String {
        let (day, seconds) = self.split(at);
        format!("{day}T{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rome() -> Zone {
        let change = |text: &str| Zone::utc().parse_local(text).unwrap();
        Zone {
            name: "Europe/Rome".into(),
            offsets: vec![
                (Instant(0), 3600),
                (change("2026-03-29T01:00"), 7200),
                (change("2026-10-25T01:00"), 3600),
            ],
        }
    }

    #[test]
    fn days_count_through_leap_years() {
        assert_eq!("2024-02-29".parse::<Day>().unwrap().to_string(), "2024-02-29");
        assert!("2023-02-29".parse::<Day>().is_err());
        assert_eq!(Day(0).to_string(), "1970-01-01");
        assert_eq!("2026-11-21".parse::<Day>().unwrap().weekday(), 5);
    }

    #[test]
    fn local_times_survive_the_clock_changes() {
        let zone = rome();
        for text in ["2026-01-15T09:30", "2026-07-15T09:30", "2026-03-29T03:00", "2026-10-25T04:00"] {
            let at = zone.parse_local(text).unwrap();
            assert_eq!(zone.format_local(at), text);
        }
        let skipped = zone.parse_local("2026-03-29T02:30").unwrap();
        assert_eq!(zone.format_local(skipped), "2026-03-29T03:30");
    }

    #[test]
    fn moments_are_written_as_rfc_3339() {
        assert_eq!(Instant(1_700_000_000 * Instant::SECOND).rfc3339(), "2023-11-14T22:13:20Z");
    }
}
