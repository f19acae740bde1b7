//! The place of a card in its column: a fraction between 0 and 1, written in base 62, compared byte by byte.
//!
//! Between two cards there is always room for a third without touching any other card. Open ends are given in
//! steps of a fixed width, so that ranks stay short while leads are added on top for years; a gap that is used
//! over and over gets longer ranks, until [`Rank::is_long`] says that it is time to spread the neighbours anew.

use std::fmt;

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: u128 = 62;
/// Open ends are given in this many digits: 62^8 places, enough for 10^8 cards on top of each other.
const WIDTH: usize = 8;
/// The step at an open end; as much again is added by chance.
const STEP: u128 = 1 << 20;
/// The digits in which ranks are spread: as many as a `u128` holds.
const SPREAD_DIGITS: usize = 20;
/// Ranks longer than this many bytes are spread anew.
const LONG: usize = 40;

/// A place in a column. Two cards can share a rank if two servers gave it at the same moment; the id then decides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(sqlx::Type), sqlx(transparent))]
#[serde(transparent)]
pub struct Rank(String);

impl Rank {
    /// A place between two others, `None` being the end of the column. `chance` spreads the places that several
    /// people choose at once.
    ///
    /// Answers `None` when there is no room: `after` is not smaller than `before`.
    pub fn between(after: Option<&Self>, before: Option<&Self>, chance: u64) -> Option<Self> {
        let step = STEP + u128::from(chance) % STEP;
        match (after, before) {
            // Two people who put the first card into an empty column at once do not see each other's.
            (None, None) => {
                Some(Self::from_number(BASE.pow(WIDTH as u32) / 2 + u128::from(chance) % STEP, WIDTH))
            }
            (Some(after), None) => {
                let next = after.number(WIDTH) + step;
                if next < BASE.pow(WIDTH as u32) {
                    Some(Self::from_number(next, WIDTH))
                } else {
                    midpoint(&after.0, None, chance)
                }
            }
            (None, Some(before)) => match before.number(WIDTH).checked_sub(step).filter(|n| *n > 0) {
                Some(previous) => Some(Self::from_number(previous, WIDTH)),
                None => midpoint("", Some(&before.0), chance),
            },
            (Some(after), Some(before)) => midpoint(&after.0, Some(&before.0), chance),
        }
    }

    /// So many places in rising order between two others, evenly spread and as short as can be.
    ///
    /// Answers `None` when the gap is too narrow for so many.
    pub fn spread(count: usize, after: Option<&Self>, before: Option<&Self>) -> Option<Vec<Self>> {
        let low = after.map_or(0, |rank| rank.number(SPREAD_DIGITS) + 1);
        let high = before.map_or(BASE.pow(SPREAD_DIGITS as u32), |rank| rank.number(SPREAD_DIGITS));
        let step = high.checked_sub(low)? / (count as u128 + 1);
        if step < BASE {
            return None;
        }
        // The coarsest digit that still tells neighbours apart; all finer ones are dropped.
        let coarse = (0..SPREAD_DIGITS as u32)
            .map(|digit| BASE.pow(digit))
            .take_while(|unit| *unit <= step / 2)
            .last()?;
        let place = |index: usize| (low + step * (index as u128 + 1)) / coarse * coarse;
        Some((0..count).map(|index| Self::from_number(place(index), SPREAD_DIGITS)).collect())
    }

    /// The place of the first card of an empty column.
    pub fn middle() -> Self {
        Self::from_number(BASE.pow(WIDTH as u32) / 2, WIDTH)
    }

    /// Whether the neighbours should be spread anew.
    pub fn is_long(&self) -> bool {
        self.0.len() > LONG
    }

    /// The text, for the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first `digits` digits as a whole number.
    fn number(&self, digits: usize) -> u128 {
        let bytes = self.0.bytes().chain(std::iter::repeat(DIGITS[0]));
        bytes.take(digits).fold(0, |number, byte| number * BASE + value(byte))
    }

    fn from_number(mut number: u128, digits: usize) -> Self {
        let mut text = vec![DIGITS[0]; digits];
        for place in text.iter_mut().rev() {
            *place = DIGITS[(number % BASE) as usize];
            number /= BASE;
        }
        let kept = text.iter().rposition(|digit| *digit != DIGITS[0]).map_or(0, |last| last + 1);
        Self(text[..kept].iter().map(|digit| char::from(*digit)).collect())
    }
}

fn value(byte: u8) -> u128 {
    DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0) as u128
}

/// A short text strictly between two others; the digit that decides is chosen in the middle half of its room.
fn midpoint(low: &str, high: Option<&str>, chance: u64) -> Option<Rank> {
    if high.is_some_and(|high| low >= high) {
        return None;
    }
    let mut text = String::new();
    let mut ceiling = high.map(str::as_bytes);
    for position in 0.. {
        let floor = low.as_bytes().get(position).map_or(0, |byte| value(*byte)) as u64;
        let top = match ceiling {
            Some(bytes) => value(*bytes.get(position)?) as u64,
            None => BASE as u64,
        };
        let room = top - floor;
        let digit = if room > 1 { floor + middle(room, chance) } else { floor };
        text.push(char::from(DIGITS[digit as usize]));
        match room {
            0 => {}
            1 => ceiling = None,
            _ => break,
        }
    }
    Some(Rank(text))
}

/// A number from 1 to `room` - 1, somewhere in the middle half.
fn middle(room: u64, chance: u64) -> u64 {
    let half = (room - 1).div_ceil(2);
    (room - half).div_ceil(2).max(1) + chance % half.max(1)
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<&Rank> for kernel::db::Val {
    fn from(rank: &Rank) -> Self {
        Self::Text(Some(rank.0.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_card_lands_where_it_was_dropped(drops in proptest::collection::vec((any::<u64>(), any::<u64>()), 1..300)) {
            let mut column: Vec<Rank> = Vec::new();
            for (slot, chance) in drops {
                let slot = slot as usize % (column.len() + 1);
                let after = slot.checked_sub(1).map(|i| &column[i]);
                let rank = Rank::between(after, column.get(slot), chance).expect("there is room");
                prop_assert!(after.is_none_or(|a| *a < rank) && column.get(slot).is_none_or(|b| rank < *b));
                prop_assert!(!rank.as_str().ends_with('0') && !rank.as_str().is_empty());
                column.insert(slot, rank);
            }
        }

        #[test]
        fn spread_places_rise_and_stay_inside(count in 1usize..600, a in any::<u64>(), b in any::<u64>()) {
            let first = Rank::between(None, None, a).unwrap();
            let last = Rank::between(Some(&first), None, b).unwrap();
            for (low, high) in [(None, None), (Some(&first), None), (None, Some(&first)), (Some(&first), Some(&last))] {
                let ranks = Rank::spread(count, low, high).expect("there is room");
                let all: Vec<_> = low.into_iter().chain(&ranks).chain(high).collect();
                prop_assert!(all.is_sorted_by(|a, b| a < b));
                prop_assert!(ranks.iter().all(|rank| rank.as_str().len() <= 12));
            }
        }
    }

    #[test]
    fn a_hundred_thousand_new_leads_on_top_keep_ranks_short() {
        let mut top = Rank::between(None, None, 0).unwrap();
        for chance in 0..100_000 {
            let next = Rank::between(None, Some(&top), chance * 7919).unwrap();
            assert!(next < top && next.as_str().len() <= 8);
            top = next;
        }
    }

    #[test]
    fn one_gap_lasts_for_two_hundred_moves_before_it_is_spread_anew() {
        let low = Rank::between(None, None, 0).unwrap();
        let mut high = Rank::between(Some(&low), None, 0).unwrap();
        let moves = (0u64..).take_while(|chance| {
            high =
                Rank::between(Some(&low), Some(&high), chance.wrapping_mul(0x9E37_79B9_7F4A_7C15)).unwrap();
            !high.is_long()
        });
        assert!(moves.count() >= 100);
    }

    /// As the store does it: two cards by turns into the gap behind a third, their neighbours spread anew when it is time.
    #[test]
    fn ten_thousand_moves_into_one_gap_keep_ranks_short() {
        const REACH: usize = 200;
        let mut column = Rank::spread(500, None, None).unwrap();
        let (mut spread, mut chance) = (0, 1u64);
        for _ in 0..10_000 {
            column.remove(252);
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let between =
                |column: &[Rank]| Rank::between(Some(&column[250]), Some(&column[251]), chance >> 20);
            let mut rank = between(&column).unwrap();
            if rank.is_long() {
                let (from, to) = (251 - REACH, 251 + REACH);
                let fresh = Rank::spread(to - from, Some(&column[from - 1]), Some(&column[to])).unwrap();
                column.splice(from..to, fresh);
                spread += 1;
                rank = between(&column).unwrap();
            }
            assert!(rank.as_str().len() <= LONG && column[250] < rank && rank < column[251]);
            column.insert(251, rank);
        }
        assert!(column.is_sorted_by(|a, b| a < b));
        assert!(spread <= 100, "{spread} times");
    }

    #[test]
    fn there_is_no_room_between_equal_ranks() {
        let rank = Rank::between(None, None, 0).unwrap();
        assert_eq!(Rank::between(Some(&rank), Some(&rank), 0), None);
        assert_eq!(Rank::spread(5, Some(&rank), Some(&rank)), None);
    }
}
