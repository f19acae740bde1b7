use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kernel::{Actor, Error, Result};

/// How often each caller may ask. Kept in memory: it protects this process, and a restart forgives.
pub struct Limits {
    callers: DefaultKeyedRateLimiter<Key>,
    asked: AtomicU32,
}

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A token.
    Token(i64),
    /// A member of staff with a browser.
    Staff(i64),
    /// Somebody who was not recognised, by address.
    Nobody(IpAddr),
}

impl Key {
    /// The key of somebody who was recognised.
    pub fn of(actor: &Actor) -> Option<Self> {
        let staff = actor.staff().ok()?;
        Some(staff.token.map_or(Self::Staff(staff.id.0), |token| Self::Token(token.0)))
    }
}

impl Limits {
    /// So many requests a second, and so many at once.
    pub fn new(rate: NonZeroU32, burst: NonZeroU32) -> Self {
        let quota = Quota::per_second(rate).allow_burst(burst);
        Self { callers: RateLimiter::keyed(quota), asked: AtomicU32::new(0) }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the next one is taken.
    pub fn count(&self, key: Key) -> Result<()> {
        // Who has not asked for a while takes no room.
        if self.asked.fetch_add(1, Ordering::Relaxed) % 4_096 == 4_095 {
            self.callers.retain_recent();
        }
        let wait =
            |until: governor::NotUntil<_>| until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        self.callers.check_key(&key).map_err(|until| Error::TooMany(wait(until)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_caller_has_a_limit_of_its_own() {
        let limits = Limits::new(NonZeroU32::MIN, NonZeroU32::new(3).unwrap());
        let (one, other) = (Key::Token(1), Key::Token(2));
        assert!((0..3).all(|_| limits.count(one).is_ok()));
        assert!(matches!(limits.count(one), Err(Error::TooMany(1..=2))));
        assert!(limits.count(other).is_ok());
    }
}
