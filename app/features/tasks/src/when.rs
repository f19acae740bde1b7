//! Days and times as people say them, and the moment from which what was to be done by then is overdue.

use std::fmt;
use std::str::FromStr;

use kernel::{Day, Instant, Zone};
use serde::{Deserialize, Serialize};

/// A time on the organisation's clock, in minutes since midnight. Text and JSON form: `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LocalTime(u16);

impl LocalTime {
    /// The time so many minutes after midnight, if the day has that many.
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        u16::try_from(minutes).ok().filter(|minutes| *minutes < 24 * 60).map(Self)
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i64 {
        i64::from(self.0)
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for LocalTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            // Browsers may send seconds, too: `14:30:00`.
            let mut parts = text.splitn(3, ':');
            let (hour, minute) = (parts.next()?, parts.next()?);
            let is_short =
                |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            let is_time = is_short(hour) && minute.len() == 2 && is_short(minute);
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            (is_time && hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
        };
        read().ok_or_else(|| format!("{text:?} is not a time written as HH:MM"))
    }
}

impl TryFrom<String> for LocalTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<LocalTime> for String {
    fn from(time: LocalTime) -> Self {
        time.to_string()
    }
}

/// The last moment at which something is still in time. With a time it is that minute's beginning; for a whole day the
/// day's last microsecond.
///
/// A time that a clock change skips is taken as long after midnight as it says (02:30 becomes 03:30); of a time that
/// comes twice the first one counts. A day on which midnight does not exist ends when the next one begins.
pub fn due_at(day: Day, time: Option<LocalTime>, zone: &Zone) -> Instant {
    match time {
        Some(time) => zone.instant(day, u32::from(time.0) * 60),
        None => zone.instant(Day(day.0 + 1), 0).plus(-1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn at(day_text: &str, time: &str, zone: &str) -> String {
        due_at(day(day_text), time.parse().ok(), &kernel::zone(zone).unwrap()).rfc3339()
    }

    #[test]
    fn a_time_is_read_as_browsers_and_people_write_it() {
        assert_eq!("09:05".parse(), Ok(LocalTime(545)));
        assert_eq!("9:05:00".parse(), Ok(LocalTime(545)));
        assert_eq!(LocalTime(545).to_string(), "09:05");
        for wrong in ["24:00", "9", "9:5", "12:60", "-1:00", "+1:00", ""] {
            assert!(wrong.parse::<LocalTime>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_skipped_time_is_as_long_after_midnight_and_a_repeated_one_is_its_first() {
        assert_eq!(at("2026-03-29", "02:30", "Europe/Rome"), "2026-03-29T01:30:00Z");
        assert_eq!(at("2026-10-25", "02:30", "Europe/Rome"), "2026-10-25T00:30:00Z");
        assert_eq!(at("2026-03-08", "02:30", "America/New_York"), "2026-03-08T07:30:00Z");
        assert_eq!(at("2026-11-01", "01:30", "America/New_York"), "2026-11-01T05:30:00Z");
    }

    #[test]
    fn a_whole_day_ends_with_it_however_many_hours_it_has() {
        assert_eq!(at("2026-03-29", "", "Europe/Rome"), "2026-03-29T21:59:59Z");
        assert_eq!(at("2026-10-25", "", "Europe/Rome"), "2026-10-25T22:59:59Z");
        // Half an hour is skipped or repeated on Lord Howe Island.
        assert_eq!(at("2026-10-04", "", "Australia/Lord_Howe"), "2026-10-04T12:59:59Z");
    }

    #[test]
    fn a_day_whose_midnight_is_skipped_begins_at_one() {
        let zone = kernel::zone("Africa/Cairo").unwrap();
        let last = due_at(day("2026-04-23"), None, &zone);
        assert_eq!(zone.day(last), day("2026-04-23"));
        assert_eq!(zone.split(last.plus(1)), (day("2026-04-24"), 3_600));
    }

    proptest! {
        #[test]
        fn the_local_time_is_kept_or_skipped_by_a_clock_change(
            days in 14_610_i32..25_000, minutes in 0_i64..1_440,
            name in proptest::sample::select(vec![
                "Europe/Rome", "America/New_York", "Africa/Cairo", "America/Santiago", "Asia/Kathmandu", "Australia/Lord_Howe",
                "Pacific/Apia",
            ]),
        ) {
            let zone = kernel::zone(name).unwrap();
            let time = LocalTime::from_minutes(minutes).unwrap();
            let (found, seconds) = zone.split(due_at(Day(days), Some(time), &zone));
            let late = i64::from(found.0 - days) * 86_400 + i64::from(seconds) - minutes * 60;
            // Apia left a whole day out.
            prop_assert!(late == 0 || (1_800..=86_400).contains(&late), "{late} seconds late");
            let end = due_at(Day(days), None, &zone);
            prop_assert!(end >= due_at(Day(days), Some(time), &zone) || late > 0);
            prop_assert!(end < due_at(Day(days + 1), None, &zone) || name == "Pacific/Apia");
        }
    }
}
