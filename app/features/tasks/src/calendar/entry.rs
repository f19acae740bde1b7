use kernel::{Day, Instant, Zone};

use super::Writer;

/// When something is in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// The whole day.
    Day(Day),
    /// From a moment on, for so many minutes.
    Time(Instant, i64),
}

/// When a calendar tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alarm {
    /// So many minutes before it begins.
    Before(i64),
    /// So many hours after its day begins.
    At(i64),
}

/// One event of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// What tells it from others, the same each time.
    pub uid: String,
    /// Goes up with every change.
    pub version: i64,
    pub span: Span,
    pub title: String,
    pub text: String,
    /// Where it stands here.
    pub url: Option<String>,
    /// Whether nobody can be asked for anything else meanwhile.
    pub is_busy: bool,
    pub alarm: Alarm,
}

impl Entry {
    /// Writes the event; `stamp` is when the calendar was made.
    pub fn write(&self, writer: &mut Writer, stamp: Instant) {
        writer.line("BEGIN", "VEVENT");
        writer.line("UID", &self.uid);
        writer.line("DTSTAMP", &moment(stamp));
        writer.line("SEQUENCE", &self.version.to_string());
        match self.span {
            Span::Day(day) => {
                writer.line("DTSTART;VALUE=DATE", &date(day));
                writer.line("DTEND;VALUE=DATE", &date(Day(day.0 + 1)));
            }
            Span::Time(from, minutes) => {
                writer.line("DTSTART", &moment(from));
                writer.line("DTEND", &moment(from.plus(minutes * Instant::MINUTE)));
            }
        }
        writer.escaped("SUMMARY", &self.title);
        if !self.text.is_empty() {
            writer.escaped("DESCRIPTION", &self.text);
        }
        if let Some(url) = &self.url {
            writer.line("URL", url);
        }
        writer.line("TRANSP", if self.is_busy { "OPAQUE" } else { "TRANSPARENT" });
        writer.line("BEGIN", "VALARM");
        writer.line("ACTION", "DISPLAY");
        writer.escaped("DESCRIPTION", &self.title);
        let trigger = match self.alarm {
            Alarm::Before(minutes) => format!("-PT{minutes}M"),
            Alarm::At(hours) => format!("PT{hours}H"),
        };
        writer.line("TRIGGER", &trigger);
        writer.line("END", "VALARM");
        writer.line("END", "VEVENT");
    }
}

/// A moment in UTC, so that no calendar has to know a time zone.
fn moment(at: Instant) -> String {
    let (day, seconds) = Zone::utc().split(at);
    format!("{}T{:02}{:02}{:02}Z", date(day), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

pub(super) fn date(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{year:04}{month:02}{day:02}")
}
