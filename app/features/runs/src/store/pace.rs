use std::time::Duration;

use kernel::Instant;
use kernel::db::Db;

/// How many records go into one batch. On SQLite a batch is everybody's wait, so its size follows how long the last one
/// took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// So long should a batch take, in microseconds.
    goal: i64,
    /// So many records come next.
    pub size: usize,
}

/// The smallest and the largest batch.
const SIZES: std::ops::RangeInclusive<usize> = 20..=500;

impl Pace {
    pub fn of(db: &Db) -> Self {
        // PostgreSQL has a writer for everybody; a batch only must not hold its records for long.
        let goal = if db.is_sqlite() { Instant::SECOND / 40 } else { Instant::SECOND / 4 };
        Self { goal, size: *SIZES.start() }
    }

    /// Learns how long the last batch took, in microseconds.
    pub fn learn(&mut self, took: i64) {
        let fits = self.size as i64 * self.goal / took.max(1);
        // One slow batch says little: no further than to the half or the double.
        let fits = usize::try_from(fits).unwrap_or(usize::MAX).clamp(self.size / 2, self.size * 2);
        self.size = fits.clamp(*SIZES.start(), *SIZES.end());
    }

    /// How long others are let in first, if somebody waits.
    pub fn breath(took: i64) -> Duration {
        Duration::from_micros(took.clamp(0, Instant::SECOND).unsigned_abs() / 4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_grows_while_it_is_quick_and_shrinks_when_it_is_slow() {
        let mut pace = Pace { goal: 25_000, size: 20 };
        let quick = |pace: &Pace| pace.size as i64 * 50;
        for _ in 0..8 {
            pace.learn(quick(&pace));
        }
        assert_eq!(pace.size, 500, "50 microseconds a record");
        pace.learn(250_000);
        assert_eq!(pace.size, 250, "no further than to the half");
        for _ in 0..8 {
            pace.learn(pace.size as i64 * 500);
        }
        assert_eq!(pace.size, 50, "500 microseconds a record");
        pace.learn(1_000_000);
        pace.learn(1_000_000);
        assert_eq!(pace.size, 20, "never smaller");
    }
}
