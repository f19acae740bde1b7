//! What a run has to know of the rows before.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use fields::Ahead;
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
    /// What rows brought to records, by what tells it, each with what the row said of it.
    parts: HashMap<(i64, u64), u64>,
    /// Rows that made and changed records, of the last ones only.
    said: HashMap<i64, Row>,
    order: VecDeque<i64>,
}

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

    /// A row brings this to a record.
    pub fn brings(&mut self, id: i64, part: &Part) {
        let said = said_of(part);
        self.parts.extend(part.holds.iter().map(|key| ((id, hash(key)), said)));
    }

    /// Whether an earlier row brought it, and if so, whether it said the same of it.
    pub fn brought(&self, id: i64, part: &Part) -> Option<bool> {
        let said = part.keys.iter().find_map(|key| self.parts.get(&(id, hash(key))))?;
        Some(*said == said_of(part))
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
        let older = |a: i64, b: i64| if a.signum() == b.signum() && a > 0 { a.min(b) } else { a.max(b) };
        self.meant.entry(hash(key)).and_modify(|known| *known = older(*known, id)).or_insert(id);
    }

    /// The record does not have this key any more.
    pub fn loses(&mut self, key: &str, id: i64) {
        let key = hash(key);
        self.gone.insert((key, id));
        if self.meant.get(&key) == Some(&id) {
            self.meant.remove(&key);
        }
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

fn said_of(part: &Part) -> u64 {
    let values: Vec<String> = part.values.iter().map(|(key, value)| format!("{key}={value:?}")).collect();
    hash(&values)
}

/// The keys of a million rows have to fit into memory: their hashes do.
pub fn hash(what: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
