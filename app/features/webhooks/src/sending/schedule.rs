//! When a delivery that did not arrive is tried again.

use kernel::Instant;

/// The pauses between one try and the next. With ten tries over three days a receiver that is down for a weekend misses
/// nothing.
pub const PAUSES: [i64; 9] = [
    5 * Instant::SECOND,
    5 * Instant::MINUTE,
    30 * Instant::MINUTE,
    2 * Instant::HOUR,
    5 * Instant::HOUR,
    10 * Instant::HOUR,
    14 * Instant::HOUR,
    20 * Instant::HOUR,
    24 * Instant::HOUR,
];

/// A receiver may ask for a longer pause, up to this.
const LONGEST_WISH: i64 = Instant::DAY;

/// The pause after this try in microseconds, at least as long as the receiver asked for in seconds; nothing when the
/// delivery is given up. `bits` spread the tries of many deliveries, up to a tenth later.
pub fn pause(tries: i64, wish: Option<u64>, bits: u64) -> Option<i64> {
    let place = usize::try_from(tries.max(1) - 1).ok()?;
    let usual = *PAUSES.get(place)?;
    let wish = wish.and_then(|seconds| i64::try_from(seconds).ok());
    let wish = wish.unwrap_or(0).saturating_mul(Instant::SECOND).min(LONGEST_WISH);
    let pause = usual.max(wish);
    // A per mille of the tenth: 0 to 999.
    let spread = i64::try_from(bits % 1_000).unwrap_or(0);
    Some(pause + pause / 10 / 1_000 * spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end_after_ten_tries() {
        let pauses: Vec<i64> = (1..=9).map(|tries| pause(tries, None, 0).unwrap()).collect();
        assert_eq!(pauses, PAUSES);
        assert!(pauses.is_sorted());
        assert!(pauses.iter().sum::<i64>() > 3 * Instant::DAY);
        assert_eq!(pause(10, None, 0), None);
        assert_eq!(pause(1_000, Some(1), 0), None);
    }

    #[test]
    fn chance_makes_a_pause_longer_by_a_tenth_at_most() {
        for bits in [0, 1, 999, 1_000, u64::MAX] {
            let pause = pause(4, None, bits).unwrap();
            assert!((PAUSES[3]..=PAUSES[3] + PAUSES[3] / 10).contains(&pause), "{pause}");
        }
        assert!(pause(4, None, 999).unwrap() > PAUSES[3] + PAUSES[3] / 20, "and it does");
    }

    #[test]
    fn a_receiver_that_asks_for_time_gets_it_up_to_a_day() {
        assert_eq!(pause(1, Some(60), 0), Some(Instant::MINUTE));
        assert_eq!(pause(2, Some(1), 0), Some(PAUSES[1]), "never shorter");
        assert_eq!(pause(1, Some(u64::MAX), 0), Some(PAUSES[0]), "what is no number of seconds is none");
        assert_eq!(pause(1, Some(10_000_000), 0), Some(LONGEST_WISH));
    }
}
