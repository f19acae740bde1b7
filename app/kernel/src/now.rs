//! What time it is on a page: the server's clock, carried on in the browser.

use leptos::prelude::*;

use crate::{Instant, Text};

/// The page's clock in context.
#[derive(Clone, Copy)]
struct PageClock(Signal<Instant>);

/// Starts the page's clock at the moment at which the server wrote the page; the shell does so.
pub fn provide_now(written_at: Instant) -> Signal<Instant> {
    let now = RwSignal::new(written_at);
    provide_context(PageClock(now.into()));
    #[cfg(target_arch = "wasm32")]
    tick(now, written_at);
    now.into()
}

/// The time now, moving on every minute. What is written from it follows by itself.
///
/// It is the server's time: a browser with a wrong clock shows the right ages. Without the shell it stands still.
pub fn use_now() -> Signal<Instant> {
    use_context::<PageClock>().map_or_else(|| Signal::stored(Instant::default()), |clock| clock.0)
}

#[cfg(target_arch = "wasm32")]
fn tick(now: RwSignal<Instant>, written_at: Instant) {
    const MINUTE: std::time::Duration = std::time::Duration::from_secs(60);
    Effect::new(move |_| {
        // The difference of two readings, so that a clock that is wrong does no harm. Not `performance.now()`, which
        // stands still while the machine sleeps.
        let asked_at = window()
            .performance()
            .map_or_else(crate::browser::milliseconds, |performance| performance.time_origin());
        let set = move || {
            let elapsed = (crate::browser::milliseconds() - asked_at).max(0.0) * 1_000.0;
            now.set(written_at.plus(elapsed as i64));
        };
        set();
        if let Ok(handle) = set_interval_with_handle(set, MINUTE) {
            on_cleanup(move || handle.clear());
        }
    });
}

/// How long ago `then` was, in one short word: "now", "5 min", "2 h", "3 d", "8 mo", "2 y". What lies ahead is "now".
pub fn age(then: Instant, now: Instant) -> Text {
    let (unit, count) = Unit::of(now.0 - then.0);
    let key = match unit {
        Unit::Now => return Text::new("age-now"),
        Unit::Minutes => "age-minutes",
        Unit::Hours => "age-hours",
        Unit::Days => "age-days",
        Unit::Months => "age-months",
        Unit::Years => "age-years",
    };
    Text::new(key).with("count", count)
}

/// The same where no other word says that it is past: "3 days ago".
pub fn ago(then: Instant, now: Instant) -> Text {
    let (unit, count) = Unit::of(now.0 - then.0);
    let key = match unit {
        Unit::Now => return Text::new("ago-now"),
        Unit::Minutes => "ago-minutes",
        Unit::Hours => "ago-hours",
        Unit::Days => "ago-days",
        Unit::Months => "ago-months",
        Unit::Years => "ago-years",
    };
    Text::new(key).with("count", count)
}

/// What an age is counted in.
enum Unit {
    Now,
    Minutes,
    Hours,
    Days,
    Months,
    Years,
}

impl Unit {
    /// The largest unit that says enough, and how many of it.
    fn of(micros: i64) -> (Self, i64) {
        match micros.max(0) {
            ..Instant::MINUTE => (Self::Now, 0),
            micros @ ..Instant::HOUR => (Self::Minutes, micros / Instant::MINUTE),
            micros @ ..Instant::DAY => (Self::Hours, micros / Instant::HOUR),
            micros => match micros / Instant::DAY {
                days @ ..60 => (Self::Days, days),
                days @ ..730 => (Self::Months, days / 30),
                days => (Self::Years, days / 365),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_one_short_word() {
        let say = |micros: i64| age(Instant(0), Instant(micros));
        assert_eq!(say(-Instant::DAY), Text::new("age-now"));
        assert_eq!(say(59 * Instant::SECOND), Text::new("age-now"));
        assert_eq!(say(Instant::HOUR - 1), Text::new("age-minutes").with("count", 59_i64));
        assert_eq!(say(47 * Instant::HOUR), Text::new("age-days").with("count", 1_i64));
        assert_eq!(say(90 * Instant::DAY), Text::new("age-months").with("count", 3_i64));
        assert_eq!(say(800 * Instant::DAY), Text::new("age-years").with("count", 2_i64));
        assert_eq!(ago(Instant(0), Instant(3 * Instant::DAY)), Text::new("ago-days").with("count", 3_i64));
    }
}
