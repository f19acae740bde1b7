use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::{Instant, Zone};

/// What time it is. Tests hold one that stands still.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// A clock that shows what it is set to, in microseconds UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at this moment until [`Clock::advance`].
    pub fn fixed(at: Instant) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.0)))
    }

    /// The time now.
    #[allow(clippy::disallowed_methods)]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Instant(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
            }
            Self::Fixed(at) => Instant(at.load(Ordering::Relaxed)),
        }
    }

    /// Moves a fixed clock on by so many microseconds; the machine's clock is left alone.
    pub fn advance(&self, micros: i64) {
        if let Self::Fixed(at) = self {
            at.fetch_add(micros, Ordering::Relaxed);
        }
    }
}

/// The first and the last year that a [`Zone`]'s table covers.
const YEARS: std::ops::Range<i16> = 2000..2045;

/// The offsets of an IANA time zone, or `None` if there is no zone of this name.
pub fn zone(name: &str) -> Option<Zone> {
    let zone = jiff::tz::TimeZone::get(name).ok()?;
    let start = jiff::civil::date(YEARS.start, 1, 1)
        .at(0, 0, 0, 0)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .ok()?
        .timestamp();
    let end =
        jiff::civil::date(YEARS.end, 1, 1).at(0, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    let mut offsets = vec![(Instant(start.as_microsecond()), zone.to_offset(start).seconds())];
    let changes = zone.following(start).take_while(|change| change.timestamp() < end);
    offsets.extend(
        changes.map(|change| (Instant(change.timestamp().as_microsecond()), change.offset().seconds())),
    );
    Some(Zone { name: name.to_owned(), offsets })
}
