//! Dates as files hold them. What can be read in two ways is not guessed.

use kernel::Day;

use crate::DateOrder;

/// What a cell says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRead {
    /// A day, and the seconds since its midnight if there is a time.
    Day(Day, Option<u32>),
    /// Day and month could each be the other, and nobody has said which.
    Ambiguous,
    /// No date.
    No,
}

/// Reads a date, with or without a time behind it.
pub fn read(text: &str, order: Option<DateOrder>) -> DateRead {
    let plain: String = text.trim().chars().map(western).collect();
    let (date, time) = split_time(&plain);
    let Some(seconds) = time.map_or(Some(None), |time| seconds(time).map(Some)) else { return DateRead::No };
    match day(date, order) {
        DateRead::Day(day, _) => DateRead::Day(day, seconds),
        other => other,
    }
}

/// Whether the cell is a date that shows its order: a part above twelve.
pub fn shown_order(text: &str) -> Option<DateOrder> {
    let plain: String = text.trim().chars().map(western).collect();
    let (first, second, _) =
        numbers(split_time(&plain).0, '/').or_else(|| numbers(split_time(&plain).0, '-'))?;
    match (first, second) {
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

fn western(c: char) -> char {
    match c {
        '\u{0660}'..='\u{0669}' => char::from_digit(c as u32 - 0x0660, 10).unwrap_or(c),
        '\u{06F0}'..='\u{06F9}' => char::from_digit(c as u32 - 0x06F0, 10).unwrap_or(c),
        '\u{a0}' | '\u{202f}' => ' ',
        c => c,
    }
}

/// A time begins behind a `T` or behind the last space before the first colon.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let Some(colon) = text.find(':') else { return (text, None) };
    match text[..colon].rfind(['T', ' ']) {
        Some(gap) => (text[..gap].trim_end_matches(','), Some(&text[gap + 1..])),
        None => (text, None),
    }
}

fn seconds(text: &str) -> Option<u32> {
    let upper = text.trim().to_ascii_uppercase();
    let (clock, half) = match (upper.strip_suffix("AM"), upper.strip_suffix("PM")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (upper.as_str(), None),
    };
    // Fractions and offsets of the world's clocks are below what a CRM shows.
    let clock = clock.split(['.', 'Z', '+']).next()?.trim();
    let parts: Vec<u32> = clock.split(':').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [hour, minute, rest @ ..] = parts.as_slice() else { return None };
    let second = rest.first().copied().unwrap_or_default();
    let hour = match half {
        Some(half) if (1..=12).contains(hour) => hour % 12 + half,
        Some(_) => return None,
        None => *hour,
    };
    (hour < 24 && *minute < 60 && second < 60).then_some(hour * 3600 + minute * 60 + second)
}

fn day(text: &str, order: Option<DateOrder>) -> DateRead {
    let made = |year, month, day| {
        Day::from_civil(year, month, day).map_or(DateRead::No, |day| DateRead::Day(day, None))
    };
    for separator in ['-', '/', '.'] {
        let Some((first, second, third)) = numbers(text, separator) else { continue };
        if text.find(separator) == Some(4) {
            return made(first as i32, second, third);
        }
        let digits = text.rsplit(separator).next().map_or(0, str::len);
        if digits != 2 && digits != 4 {
            return DateRead::No;
        }
        let year = full_year(third, digits);
        // Points are written where the day comes first.
        return match (first, second, order) {
            (day, month, _) if separator == '.' || day == month || day > 12 => made(year, month, day),
            (month, day, _) if day > 12 => made(year, month, day),
            (day, month, Some(DateOrder::DayFirst)) => made(year, month, day),
            (month, day, Some(DateOrder::MonthFirst)) => made(year, month, day),
            (1..=12, 1..=12, None) => DateRead::Ambiguous,
            _ => DateRead::No,
        };
    }
    named_month(text).map_or(DateRead::No, |(year, month, day)| made(year, month, day))
}

fn numbers(text: &str, separator: char) -> Option<(u32, u32, u32)> {
    let parts: Vec<u32> =
        text.split(separator).map(|part| part.trim().parse()).collect::<Result<_, _>>().ok()?;
    <[u32; 3]>::try_from(parts).ok().map(|[a, b, c]| (a, b, c))
}

/// Two digits mean what Excel takes them for: up to 29 this century, from 30 the last one.
fn full_year(year: u32, digits: usize) -> i32 {
    let century = if digits > 2 {
        0
    } else if year < 30 {
        2000
    } else {
        1900
    };
    i32::try_from(year).unwrap_or_default() + century
}

/// Beginnings of the months' names in the interface languages, which are enough to tell them apart.
const MONTHS: [&[&str]; 12] = [
    &["jan", "gen", "janv", "يناير"],
    &["feb", "fév", "fev", "فبراير"],
    &["mar", "مارس"],
    &["apr", "avr", "أبريل", "ابريل"],
    &["may", "mag", "mai", "مايو"],
    &["jun", "giu", "juin", "يونيو"],
    &["jul", "lug", "juil", "يوليو"],
    &["aug", "ago", "aoû", "aou", "أغسطس", "اغسطس"],
    &["sep", "set", "سبتمبر"],
    &["oct", "ott", "أكتوبر", "اكتوبر"],
    &["nov", "نوفمبر"],
    &["dec", "dic", "déc", "ديسمبر"],
];

fn named_month(text: &str) -> Option<(i32, u32, u32)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '-', '/', ',', '.']).filter(|word| !word.is_empty()).collect();
    let [first, second, third] = words.as_slice() else { return None };
    let month = |word: &str| {
        let names = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
        MONTHS.iter().position(names).map(|index| index as u32 + 1)
    };
    let number =
        |word: &str| word.trim_end_matches(['s', 't', 'h', 'n', 'd', 'r', 'º', 'e']).parse::<u32>().ok();
    let year = |word: &str| Some(full_year(word.parse().ok()?, word.len()));
    match (month(first), month(second)) {
        (None, Some(month)) => Some((year(third)?, month, number(first)?)),
        (Some(month), _) => Some((year(third)?, month, number(second)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str, order: Option<DateOrder>) -> String {
        match read(text, order) {
            DateRead::Day(day, None) => day.to_string(),
            DateRead::Day(day, Some(seconds)) => format!("{day}+{seconds}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn dates_that_mean_one_thing_are_read() {
        let cases = [
            "2026-04-03",
            "2026/4/3",
            "3.4.2026",
            "03.04.26",
            "3 Apr 2026",
            "April 3, 2026",
            "3 avril 2026",
            "3-Apr-26",
            "٣ أبريل ٢٠٢٦",
            "٢٠٢٦-٠٤-٠٣",
        ];
        for text in cases {
            assert_eq!(iso(text, None), "2026-04-03", "{text}");
        }
        assert_eq!(iso("25/12/2026", None), "2026-12-25");
        assert_eq!(iso("12/25/2026", None), "2026-12-25");
        assert_eq!(iso("4/4/2026", None), "2026-04-04");
    }

    #[test]
    fn a_date_with_two_meanings_needs_a_choice() {
        assert_eq!(read("03/04/2026", None), DateRead::Ambiguous);
        assert_eq!(iso("03/04/2026", Some(DateOrder::DayFirst)), "2026-04-03");
        assert_eq!(iso("03/04/2026", Some(DateOrder::MonthFirst)), "2026-03-04");
        assert_eq!(shown_order("25/12/2026"), Some(DateOrder::DayFirst));
        assert_eq!(shown_order("12/25/2026 10:00"), Some(DateOrder::MonthFirst));
        assert_eq!(shown_order("1/2/2026"), None);
    }

    #[test]
    fn times_come_along() {
        assert_eq!(iso("2026-04-03T10:30:05Z", None), "2026-04-03+37805");
        assert_eq!(iso("3.4.2026 22:00", None), "2026-04-03+79200");
        assert_eq!(iso("Apr 3, 2026, 10:00 PM", None), "2026-04-03+79200");
    }

    #[test]
    fn what_is_no_date_is_not_made_one() {
        for text in ["soon", "31.02.2026", "13/13/2026", "45352", "2026", "1.2", "10:30", "2026-04-03 25:00"]
        {
            assert_eq!(read(text, None), DateRead::No, "{text}");
        }
    }
}
