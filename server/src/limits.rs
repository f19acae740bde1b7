//! How often anybody may ask: pages, what the program in the browser asks, and the REST API, counted together.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use kernel::{Actor, Error, Result};

use crate::house::House;
use crate::visitor::Visitor;
use crate::{origin, refusal};

/// How often each person may ask. Kept in memory: it protects this process, and a restart forgives.
pub struct Limits {
    askers: DefaultKeyedRateLimiter<Key>,
    asked: AtomicU32,
}

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A member of staff, with all browsers and tokens together: another token is no second allowance.
    Staff(i64),
    /// A contact in the portal, with all browsers together.
    Contact(i64),
    /// Somebody who was not recognised, by address.
    Nobody(IpAddr),
}

impl Key {
    /// The key of who asks from this address.
    pub fn of(actor: &Actor, address: IpAddr) -> Self {
        match actor {
            Actor::Staff(staff) => Self::Staff(staff.id.0),
            Actor::Contact(contact) => Self::Contact(contact.id.0),
            Actor::Anonymous | Actor::System => Self::nobody(address),
        }
    }

    /// The key of somebody who was not recognised. With IPv6 everybody has a whole network of addresses, which counts as
    /// one.
    pub fn nobody(address: IpAddr) -> Self {
        Self::Nobody(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(v6) => IpAddr::from((u128::from(v6) >> 64 << 64).to_be_bytes()),
        })
    }
}

impl Limits {
    /// So many requests a second, and so many at once.
    pub fn new(rate: NonZeroU32, burst: NonZeroU32) -> Self {
        let quota = Quota::per_second(rate).allow_burst(burst);
        Self { askers: RateLimiter::keyed(quota), asked: AtomicU32::new(0) }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the next one is taken.
    pub fn count(&self, key: Key) -> Result<()> {
        // Who has not asked for a while takes no room.
        if self.asked.fetch_add(1, Ordering::Relaxed) % 4_096 == 4_095 {
            self.askers.retain_recent();
        }
        let wait =
            |until: governor::NotUntil<_>| until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        self.askers.check_key(&key).map_err(|until| Error::TooMany(wait(until)))
    }
}

/// Refuses who asks too often. Streams of events have limits of their own, probes are always answered, and a call with a
/// token is counted by the API, which finds out whose token it is.
pub async fn guard(State(house): State<House>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_counted = !matches!(path, "/events" | "/healthz" | "/readyz")
        && !origin::is_token_call(request.headers(), path);
    if is_counted
        && let Some(visitor) = request.extensions().get::<Visitor>()
        && let Err(error) = house.limits.count(Key::of(&visitor.cx.actor, visitor.address))
    {
        tracing::warn!(path = crate::requests::shown(path), "somebody asks too often");
        return refusal::of(Some(&house), path, visitor.cx.language, error, StatusCode::TOO_MANY_REQUESTS);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use kernel::StaffId;

    use super::*;

    #[test]
    fn each_person_has_a_limit_of_their_own() {
        let limits = Limits::new(NonZeroU32::MIN, NonZeroU32::new(3).unwrap());
        let (one, other) = (Key::Staff(1), Key::Staff(2));
        assert!((0..3).all(|_| limits.count(one).is_ok()));
        assert!(matches!(limits.count(one), Err(Error::TooMany(1..=2))));
        assert!(limits.count(other).is_ok());
    }

    #[test]
    fn who_is_not_known_is_counted_by_the_network_they_come_from() {
        let nobody = |address: &str| Key::of(&Actor::Anonymous, address.parse().unwrap());
        assert_eq!(nobody("2001:db8:1:2::1"), nobody("2001:db8:1:2:ffff::9"));
        assert_ne!(nobody("2001:db8:1:2::1"), nobody("2001:db8:1:3::1"));
        assert_ne!(nobody("198.51.100.7"), nobody("198.51.100.8"));
        assert_ne!(nobody("198.51.100.7"), Key::Staff(StaffId(7).0));
    }
}
