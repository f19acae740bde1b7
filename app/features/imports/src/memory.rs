//! What a run has to know of the rows before.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use fields::Ahead;
use kernel::normal;

use crate::Word;

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
}

impl Memory {
    /// For the next step of the same transaction, which finds what this one did in the database.
    pub fn carried_out(self) -> Self {
        Self { ahead: self.ahead, ..Self::default() }
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

/// The keys of a million rows have to fit into memory: their hashes do.
pub fn hash(what: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
