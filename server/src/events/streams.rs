use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::StaffId;
use tokio::sync::oneshot;

/// How many streams one person may have open. A page out of sight gives its own back, so that hardly anybody has as many.
pub const OF_PERSON: usize = 20;
/// How many of them may come from one browser, or from one program with a token.
pub const OF_SESSION: usize = 10;

/// The open streams of this process, by person, the oldest first.
#[derive(Default)]
pub struct Streams {
    people: Mutex<HashMap<StaffId, VecDeque<Open>>>,
    taken: AtomicU64,
}

struct Open {
    number: u64,
    secret: Arc<str>,
    /// Ends the stream.
    end: oneshot::Sender<()>,
}

/// The place of an open stream; it is free again when this is dropped.
pub struct Place {
    streams: Arc<Streams>,
    staff: StaffId,
    number: u64,
    /// Comes true when the place is needed by a newer stream.
    pub crowded: oneshot::Receiver<()>,
}

impl Streams {
    /// Takes a place for a stream of this person, who was recognised by `secret`. When there is none left the oldest
    /// stream gives way: it may be one whose client is long gone, and the newest is the one that somebody looks at.
    pub fn take(self: &Arc<Self>, staff: StaffId, secret: Arc<str>) -> Place {
        let mut people = self.lock();
        let open = people.entry(staff).or_default();
        let of_session = open.iter().filter(|other| other.secret == secret).count();
        let oldest = match (of_session >= OF_SESSION, open.len() >= OF_PERSON) {
            (true, _) => open.iter().position(|other| other.secret == secret),
            (false, true) => Some(0),
            (false, false) => None,
        };
        if let Some(gives_way) = oldest.and_then(|oldest| open.remove(oldest)) {
            // It may be ending by itself just now.
            let _ = gives_way.end.send(());
        }
        let number = self.taken.fetch_add(1, Ordering::Relaxed);
        let (end, crowded) = oneshot::channel();
        open.push_back(Open { number, secret, end });
        drop(people);
        Place { streams: self.clone(), staff, number, crowded }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<StaffId, VecDeque<Open>>> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut people = self.streams.lock();
        let Some(open) = people.get_mut(&self.staff) else { return };
        open.retain(|other| other.number != self.number);
        if open.is_empty() {
            people.remove(&self.staff);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowded(places: &mut [Place]) -> Vec<usize> {
        let all = places.iter_mut().enumerate();
        all.filter_map(|(number, place)| place.crowded.try_recv().is_ok().then_some(number)).collect()
    }

    #[test]
    fn the_oldest_of_too_many_gives_way() {
        let streams = Arc::new(Streams::default());
        let (ada, bob) = (StaffId(1), StaffId(2));
        let take = |staff, secret: &str| streams.take(staff, secret.into());
        let mut others: Vec<Place> = (0..OF_PERSON).map(|number| take(bob, &format!("b{number}"))).collect();
        let mut places: Vec<Place> = (0..OF_SESSION).map(|_| take(ada, "one")).collect();
        assert_eq!(crowded(&mut places), [0; 0]);
        places.push(take(ada, "one"));
        assert_eq!(crowded(&mut places), [0], "one browser");
        drop(places.remove(0));
        places.extend((OF_SESSION..OF_PERSON).map(|number| take(ada, &format!("a{number}"))));
        assert_eq!(crowded(&mut places), [0; 0]);
        places.push(take(ada, "another"));
        assert_eq!(crowded(&mut places), [0], "one person");
        assert_eq!(crowded(&mut others), [0; 0], "somebody else is left alone");
    }

    #[test]
    fn a_place_that_was_left_is_free() {
        let streams = Arc::new(Streams::default());
        let mut kept = streams.take(StaffId(1), "one".into());
        for _ in 0..3 * OF_SESSION {
            drop(streams.take(StaffId(1), "one".into()));
        }
        assert!(kept.crowded.try_recv().is_err());
        drop(kept);
        assert!(streams.lock().is_empty());
    }
}
