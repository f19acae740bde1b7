//! What a run has to know of the rows before.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use fields::{Ahead, Values};
use kernel::normal;

use crate::{Part, Row, Word};

/// Records that a dry run holds in memory as they would be, at most.
const MOST_IMAGINED: usize = 50_000;

/// What a run remembers. A real run begins anew with each step, since it finds what the steps before did in the
/// database. A dry run remembers which keys were taken, by their hashes, and the few records that come more than once
/// in the file as they would be; which those are, a first pass finds out.
#[derive(Default)]
pub struct Memory {
    /// What the kind of record remembers.
    pub ahead: Ahead,
    /// Hashes of keys, and the records that have them now; a record that an earlier row would make has that row's number
    /// below nothing.
    meant: HashMap<u64, i64>,
    /// Records that have a key besides: when the one that is meant loses it, the oldest of them is.
    others: HashMap<u64, Vec<i64>>,
    /// Keys that records no longer have.
    gone: HashSet<(u64, i64)>,
    touched: HashSet<i64>,
    /// Records that are imagined when something happens to them.
    wanted: HashSet<i64>,
    /// Records that came again and were not imagined.
    missed: HashSet<i64>,
    tags: HashSet<(i64, u64)>,
    words: HashSet<(i64, u64)>,
    /// What the kind of what rows bring remembers.
    pub part_ahead: Ahead,
    /// So many of them it imagines.
    pub imagined_parts: usize,
    /// What records have by rows, by what it is found.
    parts: HashMap<(i64, u64), Vec<PartRef>>,
    /// What rows brought, the last ones only: with its values, and by what it is found.
    brought: HashMap<u64, (Values, Vec<u64>)>,
    brought_count: u64,
    /// What was there and was changed by a row, and by what it is found since.
    moved: HashMap<i64, Vec<u64>>,
    /// Rows that made and changed records, of the last ones only.
    said: HashMap<i64, Row>,
    order: VecDeque<i64>,
}

/// Which part of a record a key finds, the oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartRef {
    /// One that was there, of this number.
    There(i64),
    /// One that an earlier row brought.
    Brought(u64),
}

/// Parts that are remembered whole.
const MOST_BROUGHT: u64 = 50_000;
/// Records whose rows are remembered whole: those of one record stand near each other.
const MOST_SAID: usize = 1_000;

impl Memory {
    /// For the next step of the same transaction, which finds what this one did in the database.
    pub fn carried_out(self) -> Self {
        Self { ahead: self.ahead, ..Self::default() }
    }

    /// A row makes or changes a record.
    pub fn says(&mut self, id: i64, row: &Row) {
        if self.said.insert(id, row.clone()).is_none() {
            self.order.push_back(id);
        }
        if self.order.len() > MOST_SAID {
            self.order.pop_front().into_iter().for_each(|old| drop(self.said.remove(&old)));
        }
    }

    /// The row that made or changed the record last.
    pub fn said(&self, id: i64) -> Option<&Row> {
        self.said.get(&id)
    }

    /// What an earlier row made or changed of a record that is found by one of these keys.
    pub fn part(&self, record: i64, keys: &[String]) -> Option<PartRef> {
        let of = |key: &String| self.parts.get(&(record, hash(key)))?.iter().min().copied();
        keys.iter().find_map(of)
    }

    /// A row brings this to a record.
    pub fn brings(&mut self, record: i64, part: &Part) {
        let number = self.brought_count;
        self.brought_count += 1;
        let holds = self.hold(record, &part.holds, PartRef::Brought(number));
        self.brought.insert(number, (part.values.clone(), holds));
        if let Some(old) = number.checked_sub(MOST_BROUGHT) {
            self.brought.remove(&old);
        }
    }

    /// What this row would make of what an earlier one brought; `None` if that is not remembered any more. With `fills`
    /// only what is empty gets something.
    pub fn merged(&self, number: u64, row: &Values, fills: bool) -> Option<(bool, Values)> {
        let (known, _) = self.brought.get(&number)?;
        let (mut values, mut changes) = (known.clone(), false);
        for (key, value) in row.iter() {
            let old = known.get(key.as_str());
            if value.is_some() && old != value && !(fills && old.is_some()) {
                values = values.with(key.clone(), value.cloned());
                changes = true;
            }
        }
        Some((changes, values))
    }

    /// What an earlier row brought is this from now on.
    pub fn rebrings(&mut self, record: i64, number: u64, values: Values, holds: &[String]) {
        if let Some((_, old)) = self.brought.remove(&number) {
            self.forget(record, &old, PartRef::Brought(number));
        }
        let holds = self.hold(record, holds, PartRef::Brought(number));
        self.brought.insert(number, (values, holds));
    }

    /// What was there is found by these from now on.
    pub fn moves(&mut self, record: i64, part: i64, holds: &[String]) {
        let old = self.moved.remove(&part).unwrap_or_default();
        self.forget(record, &old, PartRef::There(part));
        let holds = self.hold(record, holds, PartRef::There(part));
        self.moved.insert(part, holds);
    }

    /// Whether a row changed what was there.
    pub fn was_moved(&self, part: i64) -> bool {
        self.moved.contains_key(&part)
    }

    fn forget(&mut self, record: i64, holds: &[u64], part: PartRef) {
        for key in holds {
            if let Some(all) = self.parts.get_mut(&(record, *key)) {
                all.retain(|other| *other != part);
            }
        }
    }

    fn hold(&mut self, record: i64, holds: &[String], part: PartRef) -> Vec<u64> {
        let holds: Vec<u64> = holds.iter().map(|key| hash(key)).collect();
        holds.iter().for_each(|key| self.parts.entry((record, *key)).or_default().push(part));
        holds
    }

    /// For another pass, if one is needed: the records that came more than once are imagined in it.
    pub fn again(&mut self) -> Option<Self> {
        let mut wanted = std::mem::take(&mut self.wanted);
        let before = wanted.len();
        wanted.extend(self.missed.drain().take(MOST_IMAGINED.saturating_sub(before)));
        (wanted.len() > before).then(|| Self { wanted, ..Self::default() })
    }

    /// Whether what there is of a record is what the rows before made of it.
    pub fn knows(&self, id: i64) -> bool {
        self.wanted.contains(&id) || id > 0 && !self.touched.contains(&id)
    }

    /// A record came again that is not imagined.
    pub fn miss(&mut self, id: i64) {
        self.missed.insert(id);
    }

    /// Whether it is to be imagined.
    pub fn is_wanted(&self, id: i64) -> bool {
        self.wanted.contains(&id)
    }

    /// Whether a row changes or makes the record.
    pub fn was_touched(&self, id: i64) -> bool {
        id < 0 || self.touched.contains(&id)
    }

    /// A row changes the record.
    pub fn touch(&mut self, id: i64) {
        self.touched.insert(id);
    }

    /// The record that an earlier row gave this key.
    pub fn meant(&self, key: &str) -> Option<i64> {
        self.meant.get(&hash(key)).copied()
    }

    /// The record has this key from now on. An older one that has it is meant all the same.
    pub fn takes(&mut self, key: &str, id: i64) {
        let key = hash(key);
        self.gone.remove(&(key, id));
        let known = *self.meant.entry(key).or_insert(id);
        if known != id {
            self.meant.insert(key, older(known, id));
            let others = self.others.entry(key).or_default();
            let other = if older(known, id) == id { known } else { id };
            if !others.contains(&other) {
                others.push(other);
            }
        }
    }

    /// The record does not have this key any more.
    pub fn loses(&mut self, key: &str, id: i64) {
        let key = hash(key);
        self.gone.insert((key, id));
        let others = self.others.get_mut(&key);
        if self.meant.get(&key) != Some(&id) {
            others.into_iter().for_each(|others| others.retain(|other| *other != id));
            return;
        }
        let next = others.and_then(|others| {
            let next = others.iter().copied().reduce(older)?;
            others.retain(|other| *other != next);
            Some(next)
        });
        let _before = match next {
            Some(next) => self.meant.insert(key, next),
            None => self.meant.remove(&key),
        };
    }

    /// Whether a record does not have this key any more, that has it in the database.
    pub fn is_gone(&self, key: &str, record: Option<i64>) -> bool {
        !self.gone.is_empty() && record.is_some_and(|id| self.gone.contains(&(hash(key), id)))
    }

    /// The record has these tags.
    pub fn tag(&mut self, id: i64, tags: &[Word]) {
        self.tags.extend(tags.iter().map(|word| (id, hash(&normal::sort_key(&word.name)))));
    }

    /// Whether a row gave the record this tag.
    pub fn is_tagged(&self, id: i64, tag: &str) -> bool {
        !self.tags.is_empty() && self.tags.contains(&(id, hash(&normal::sort_key(tag))))
    }

    /// A field of the record holds a word that is new.
    pub fn word(&mut self, id: i64, field: &str, word: &str) {
        self.words.insert((id, hash(&(field, normal::sort_key(word)))));
    }

    /// Whether a field of the record holds this new word.
    pub fn has_word(&self, id: i64, field: &str, word: &str) -> bool {
        !self.words.is_empty() && self.words.contains(&(id, hash(&(field, normal::sort_key(word)))))
    }
}

/// Which of two records is the older one: those that are there by their numbers, then those of earlier rows.
fn older(a: i64, b: i64) -> i64 {
    if a > 0 && b > 0 { a.min(b) } else { a.max(b) }
}

/// The keys of a million rows have to fit into memory: their hashes do.
pub fn hash(what: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
