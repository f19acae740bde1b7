//! A task in one line: "call Ada on friday 14:30". The words for days stand in the texts of each language.

use kernel::{Day, I18n};

use crate::{LocalTime, TaskKind};

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What is to be done.
    pub title: String,
    /// What kind of doing; the first word may tell.
    pub kind: TaskKind,
    /// The day, if one was said, or today, if only a time was.
    pub day: Option<Day>,
    /// The time, if one was said.
    pub time: Option<LocalTime>,
}

/// The words that mean something in a line, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineWords {
    today: Vec<String>,
    tomorrow: Vec<String>,
    /// From Monday on.
    weekdays: Vec<Vec<String>>,
    /// What may stand before a day or a time: "on", "at".
    joints: Vec<String>,
    call: Vec<String>,
    meeting: Vec<String>,
}

impl LineWords {
    /// The words of the page's language.
    pub fn of(i18n: &I18n) -> Self {
        let words = |text: &str| text.split(',').map(|word| word.trim().to_lowercase()).collect::<Vec<_>>();
        let of = |key: &str| words(&i18n.text(key, &[]));
        Self {
            today: of("task-words-today"),
            tomorrow: of("task-words-tomorrow"),
            weekdays: i18n.text("task-words-weekdays", &[]).split('|').map(words).collect(),
            joints: of("task-words-joints"),
            call: of("task-words-call"),
            meeting: of("task-words-meeting"),
        }
    }

    /// Reads a line. A day and a time are looked for at its end only, so that a title may speak of any day.
    pub fn read(&self, line: &str, today: Day) -> Spoken {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        let (mut day, mut time) = (None, None);
        // Something must be left to be done.
        while words.len() > 1 {
            let last = words.last().map(|word| word.to_lowercase()).unwrap_or_default();
            let (said_day, said_time) = (self.day(&last, today), clock(&last));
            match (said_day, said_time) {
                (Some(_), _) if day.is_none() => day = said_day,
                (_, Some(_)) if time.is_none() => time = said_time,
                _ => break,
            }
            words.pop();
            while words.len() > 1
                && words.last().is_some_and(|word| self.joints.contains(&word.to_lowercase()))
            {
                words.pop();
            }
        }
        let kind = match words.first().map(|word| word.to_lowercase()) {
            Some(first) if self.call.contains(&first) => TaskKind::Call,
            Some(first) if self.meeting.contains(&first) => TaskKind::Meeting,
            _ => TaskKind::ToDo,
        };
        let day = day.or_else(|| time.is_some().then_some(today));
        Spoken { title: words.join(" "), kind, day, time }
    }

    fn day(&self, word: &str, today: Day) -> Option<Day> {
        let is_in = |words: &[String]| words.iter().any(|own| own == word);
        if is_in(&self.today) {
            return Some(today);
        }
        if is_in(&self.tomorrow) {
            return Some(Day(today.0 + 1));
        }
        match self.weekdays.iter().position(|words| is_in(words)) {
            // The next one, never today: for today there is a word.
            Some(weekday) => {
                Some(Day(today.0 + 1 + (weekday as i32 - today.weekday() as i32 - 1).rem_euclid(7)))
            }
            None => word.parse().ok(),
        }
    }
}

/// A time as people write it: `14:30`, `9:05`, `14h30`, `14h`.
fn clock(word: &str) -> Option<LocalTime> {
    let digits = |c: char| c.is_ascii_digit() || c == ':' || c == 'h';
    if !word.chars().all(digits) || !word.contains([':', 'h']) {
        return None;
    }
    let text = word.replace('h', ":");
    let text = if text.ends_with(':') { text + "00" } else { text };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Language, Texts, Zone};

    fn words(language: Language) -> LineWords {
        let (_, source) = crate::TEXTS.iter().find(|(own, _)| *own == language).unwrap();
        let owner = leptos::prelude::Owner::new();
        let i18n = owner.with(|| kernel::provide_i18n(Texts::new(language, [*source]).into(), Zone::utc()));
        owner.with(|| LineWords::of(&i18n))
    }

    /// A Sunday.
    fn today() -> Day {
        "2026-11-22".parse().unwrap()
    }

    fn said(language: Language, line: &str) -> (String, TaskKind, String) {
        let Spoken { title, kind, day, time } = words(language).read(line, today());
        let when = [day.map(|day| day.to_string()), time.map(|time| time.to_string())];
        (title, kind, when.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_line_says_what_and_when() {
        let said = |line| said(Language::En, line);
        assert_eq!(
            said("Call Ada tomorrow at 14:30"),
            ("Call Ada".into(), TaskKind::Call, "2026-11-23 14:30".into())
        );
        assert_eq!(
            said("Send the offer on Friday"),
            ("Send the offer".into(), TaskKind::ToDo, "2026-11-27".into())
        );
        assert_eq!(said("Send the offer Sunday").2, "2026-11-29", "today is said by its own word");
        assert_eq!(said("Meet Bob 9:00 mon").2, "2026-11-23 09:00");
        assert_eq!(said("Pay 2026-12-01").2, "2026-12-01");
        assert_eq!(said("Water the plants 18:00").2, "2026-11-22 18:00");
    }

    #[test]
    fn what_is_no_day_stays_in_the_title() {
        let said = |line| said(Language::En, line).0;
        assert_eq!(said("tomorrow"), "tomorrow");
        assert_eq!(said("Ask about today's figures"), "Ask about today's figures");
        assert_eq!(said("Friday report"), "Friday report");
        assert_eq!(said("Read chapter 12"), "Read chapter 12");
        assert_eq!(said("Order 2:1 adapters"), "Order 2:1 adapters");
        assert_eq!(said("  Two   spaces "), "Two spaces");
        assert_eq!(said(""), "");
    }

    #[test]
    fn every_language_has_its_words() {
        let it = said(Language::It, "Chiamare Ada domani alle 14:30");
        assert_eq!(it, ("Chiamare Ada".into(), TaskKind::Call, "2026-11-23 14:30".into()));
        let fr = said(Language::Fr, "Appeler Ada vendredi à 14h30");
        assert_eq!(fr, ("Appeler Ada".into(), TaskKind::Call, "2026-11-27 14:30".into()));
        let ar = said(Language::Ar, "اتصال بآدا غدًا 14:30");
        assert_eq!(ar, ("اتصال بآدا".into(), TaskKind::Call, "2026-11-23 14:30".into()));
        for language in Language::ALL {
            assert_eq!(words(language).weekdays.len(), 7, "{language:?}");
        }
    }
}
