use std::time::Duration;

use crate::Instant;
use crate::db::Db;

/// How many records long work takes at a time. On SQLite a batch is everybody's wait, so its size follows how long the
/// last one took; it is small as long as others wait for the writer, who are let in between two, and larger where nobody
/// does, since what a batch costs by itself (its commit, pages that are written again and again) is paid less often then.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// So long should a batch take while nobody waits, in microseconds.
    alone: i64,
    /// So long should it take while somebody does.
    shared: i64,
    /// For so many batches it is taken that others are about, as they were.
    shares: u32,
    /// So many records come next.
    pub size: usize,
}

/// The smallest and the largest batch.
const SIZES: std::ops::RangeInclusive<usize> = 20..=500;
/// Who has waited is likely to come again: about a second.
const SHARES: u32 = 40;

impl Pace {
    /// How long work on this database begins.
    pub fn of(db: &Db) -> Self {
        // PostgreSQL has a writer for everybody; a batch only must not hold its records for long.
        let (alone, shared) = match db.is_sqlite() {
            true => (Instant::SECOND / 8, Instant::SECOND / 40),
            false => (Instant::SECOND / 4, Instant::SECOND / 4),
        };
        Self { alone, shared, shares: 0, size: *SIZES.start() }
    }

    /// Learns how long the last batch took, in microseconds, and whether somebody waited for its end.
    pub fn learn(&mut self, took: i64, is_waited: bool) {
        self.shares = if is_waited { SHARES } else { self.shares.saturating_sub(1) };
        let goal = if self.shares > 0 { self.shared } else { self.alone };
        let fits = self.size as i64 * goal / took.max(1);
        // One slow batch says little: no further than to the half or the double.
        let fits = usize::try_from(fits).unwrap_or(usize::MAX).clamp(self.size / 2, self.size * 2);
        self.size = fits.clamp(*SIZES.start(), *SIZES.end());
    }

    /// Learns how long the last batch took, and lets those in who wait for the writer, for a quarter of that time.
    pub async fn breathe(&mut self, db: &Db, took: i64) {
        let is_waited = db.has_waiting_writers();
        self.learn(took, is_waited);
        if is_waited {
            tokio::time::sleep(Duration::from_micros(took.clamp(0, Instant::SECOND).unsigned_abs() / 4))
                .await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace() -> Pace {
        Pace { alone: 125_000, shared: 25_000, shares: 0, size: 20 }
    }

    #[test]
    fn a_batch_grows_while_it_is_quick_and_shrinks_when_it_is_slow() {
        let mut pace = pace();
        for _ in 0..8 {
            pace.learn(pace.size as i64 * 250, false);
        }
        assert_eq!(pace.size, 500, "250 microseconds a record");
        pace.learn(1_250_000, false);
        assert_eq!(pace.size, 250, "no further than to the half");
        for _ in 0..8 {
            pace.learn(pace.size as i64 * 2_500, false);
        }
        assert_eq!(pace.size, 50, "2.5 milliseconds a record");
        pace.learn(5_000_000, false);
        pace.learn(5_000_000, false);
        assert_eq!(pace.size, 20, "never smaller");
    }

    #[test]
    fn batches_are_small_as_long_as_others_wait_and_a_while_longer() {
        let mut pace = pace();
        let after = |pace: &mut Pace, batches: u32, is_waited: bool| {
            for _ in 0..batches {
                pace.learn(pace.size as i64 * 500, is_waited);
            }
            pace.size
        };
        assert_eq!(after(&mut pace, 8, false), 250);
        assert_eq!(after(&mut pace, 3, true), 50);
        assert_eq!(after(&mut pace, SHARES - 1, false), 50, "somebody may come again");
        assert_eq!(after(&mut pace, 8, false), 250);
    }
}
