//! Verdicts: a dry run and a real run come to the same ones, because both come to them here.

use std::collections::{BTreeSet, HashMap};

use fields::{Ready, Record as There, Seen, Values, Work};
use kernel::{Error, Result, Text, normal};
use records::{TAGS_LIMIT, Tag};

use crate::bring::Brought;
use crate::kind::{ALIKE, CALLED, NUMBER};
use crate::memory::{Memory, hash};
use crate::plan::Plan;
use crate::reading::Record;
use crate::{Act, Duplicates, Match, Place, Row, Value, Word};

/// What is done with a row.
pub enum Verdict {
    /// It becomes a record.
    Create(Row),
    /// It changes a record.
    Change(Box<Changing>),
    /// It brings something to a record that an earlier row means: to the one of this number, or to that which the row of
    /// this number makes where it is less than nothing.
    Join(Box<Joining>),
    /// It changes a record that came before in the file, as far as a dry run can tell without imagining it.
    Likely,
    /// It is left out, because its record is there.
    Skip(Text),
    /// It cannot be taken.
    Refuse(Text),
}

/// A record that a row changes.
pub struct Changing {
    /// Which one; in a dry run less than nothing for one that an earlier row of the file would make.
    pub record: i64,
    /// The row.
    pub row: Row,
    /// The record as it is.
    pub before: There,
    /// The record as it will be, but for what follows here.
    pub after: There,
    /// What carries it out; a dry run may have gone on from it.
    pub ready: Option<Ready>,
    /// Tags that it gets and does not have.
    pub tags: Vec<Word>,
    /// Fields that get words which no dictionary has yet.
    pub words: Vec<(String, Word)>,
    /// What it brings beside.
    pub part: Option<Bringing>,
}

/// A row that brings something to the record of an earlier row, and says nothing else.
pub struct Joining {
    /// Which record; less than nothing for one that is made by the row of this number.
    pub record: i64,
    /// The row.
    pub row: Row,
    /// What it brings.
    pub part: Bringing,
}

/// What a row brings to its record.
pub enum Bringing {
    /// Something new, of this name: the key of what such are called, and its name.
    New(&'static str, String),
    /// It changes what the record has.
    Other(Box<Other>),
    /// It changes what an earlier row of the file brings, as a dry run sees it.
    Again(&'static str, String),
}

/// What a record has, and what becomes of it.
pub struct Other {
    /// The key of what such are called.
    pub label: &'static str,
    /// As it is.
    pub before: Option<There>,
    /// As it will be.
    pub after: There,
    /// What carries it out; a dry run may have gone on from it.
    pub ready: Option<Ready>,
}

/// A row as it was read, with what tells which record it means.
pub struct Read {
    row: Result<Row, Text>,
    keys: Vec<String>,
}

/// Rows that are judged together: all to become records, or all to change different ones.
#[derive(Default)]
struct Together {
    creates: Vec<Row>,
    changes: Vec<(i64, Row)>,
    /// The hashes of the keys of these rows.
    taken: BTreeSet<u64>,
}

impl Together {
    fn is_empty(&self) -> bool {
        self.creates.is_empty() && self.changes.is_empty()
    }
}

/// Which record a row means.
enum Target {
    None,
    Record(i64),
    /// None that may be changed, and so it is left out; or none that there is.
    Verdict(Verdict),
}

impl Plan {
    /// Reads rows, and which records they mean.
    pub fn read(&self, records: &[Record]) -> Vec<Read> {
        let read = |record: &Record| {
            let row = self.row(record);
            let keys = row.as_ref().map(|row| self.told_by(self.records.keys(row))).unwrap_or_default();
            Read { row, keys }
        };
        records.iter().map(read).collect()
    }

    /// Those of these keys that count.
    pub(crate) fn told_by(&self, keys: Vec<String>) -> Vec<String> {
        let code = |key: &str| key.split_once(':').map(|(code, _)| code.to_owned()).unwrap_or_default();
        let always = [NUMBER, CALLED, ALIKE];
        let counts = |key: &String| always.contains(&code(key).as_str()) || self.tells.contains(&code(key));
        match self.options.duplicates {
            // Rows of one record stay one where each brings something; what is there does not count.
            Duplicates::Create if self.parts.is_none() => Vec::new(),
            _ => keys.into_iter().filter(counts).collect(),
        }
    }

    /// Comes to a verdict on these rows in their order, changing nothing. In a real run it stops before a row that means
    /// the same record as one of them: when those are carried out, the rest is judged by what there is then. A dry run
    /// remembers instead.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn judge(&self, place: Place<'_>, rows: &[Read], memory: &mut Memory) -> Result<Vec<Verdict>> {
        let there = self.there(place, rows).await?;
        let is_dry = matches!(place, Place::Db(_));
        let (mut verdicts, mut together) = (Vec::with_capacity(rows.len()), Together::default());
        for Read { row, keys } in rows {
            let row = match row {
                Err(reason) => {
                    self.settle(place, &mut together, memory, &mut verdicts).await?;
                    verdicts.push(Verdict::Refuse(reason.clone()));
                    continue;
                }
                Ok(row) => row.clone(),
            };
            let hashes: Vec<u64> = keys.iter().map(|key| hash(key)).collect();
            if hashes.iter().any(|hash| together.taken.contains(hash)) {
                self.settle(place, &mut together, memory, &mut verdicts).await?;
            }
            let mut target = self.target(keys, &there, memory);
            if let (Target::Record(id), true) = (&target, self.parts.is_some()) {
                let id = *id;
                // What an earlier row says of it is settled before this one is seen beside it.
                if together.changes.iter().any(|(other, _)| *other == id) {
                    self.settle(place, &mut together, memory, &mut verdicts).await?;
                }
                if self.says_nothing_new(id, &row, memory) {
                    self.settle(place, &mut together, memory, &mut verdicts).await?;
                    match self.join(place, id, row, memory).await? {
                        Some(verdict) => verdicts.push(verdict),
                        None => return Ok(verdicts),
                    }
                    continue;
                }
            }
            let comes_again = matches!(target, Target::Record(id) if together.changes.iter().any(|(other, _)| *other == id));
            let is_other = match target {
                Target::None => !together.changes.is_empty(),
                Target::Record(_) => !together.creates.is_empty() || comes_again,
                Target::Verdict(_) => true,
            };
            if is_other && !together.is_empty() {
                self.settle(place, &mut together, memory, &mut verdicts).await?;
                target = self.target(keys, &there, memory);
            }
            match target {
                Target::Record(id) if !is_dry && memory.was_touched(id) => return Ok(verdicts),
                // Something of it was read for the rows before; it is read again with what they do.
                Target::Record(id) if !is_dry && memory.said(id).is_some() => return Ok(verdicts),
                Target::Record(id) => together.changes.push((id, row)),
                Target::Verdict(verdict) => {
                    verdicts.push(verdict);
                    continue;
                }
                Target::None if self.act == Act::Delete => {
                    self.settle(place, &mut together, memory, &mut verdicts).await?;
                    verdicts.push(Verdict::Refuse(Text::new("import-refuse-unknown")));
                    continue;
                }
                Target::None if !self.options.duplicates.creates() => {
                    self.settle(place, &mut together, memory, &mut verdicts).await?;
                    verdicts.push(Verdict::Skip(Text::new("import-skip-unknown")));
                    continue;
                }
                Target::None => match row.lacks {
                    None => together.creates.push(row.completed()),
                    Some(lack) => {
                        self.settle(place, &mut together, memory, &mut verdicts).await?;
                        verdicts.push(Verdict::Refuse(lack));
                        continue;
                    }
                },
            }
            together.taken.extend(hashes);
        }
        self.settle(place, &mut together, memory, &mut verdicts).await?;
        Ok(verdicts)
    }

    /// The records that the rows name, by key.
    async fn there(&self, place: Place<'_>, rows: &[Read]) -> Result<HashMap<String, Vec<Match>>> {
        let all: BTreeSet<&String> = rows.iter().flat_map(|read| &read.keys).collect();
        let mut there: HashMap<String, Vec<Match>> = HashMap::new();
        if all.is_empty() {
            return Ok(there);
        }
        let all: Vec<String> = all.into_iter().cloned().collect();
        for found in self.records.find(place, &all).await? {
            there.entry(found.key.clone()).or_default().push(found);
        }
        // Of several records with one key the oldest is meant, on every database.
        there.values_mut().for_each(|found| found.sort_by_key(|one| one.record));
        Ok(there)
    }

    fn target(&self, keys: &[String], there: &HashMap<String, Vec<Match>>, memory: &Memory) -> Target {
        let updates = self.options.duplicates.updates() || self.act == Act::Delete;
        for key in keys {
            let counts = |one: &&Match| self.options.duplicates != Duplicates::Create || one.is_ours;
            let mut all = there
                .get(key)
                .into_iter()
                .flatten()
                .filter(|one| !memory.is_gone(key, one.record))
                .filter(counts);
            let known = all.next();
            let others = all.filter(|other| known.is_some_and(|known| known.record != other.record)).count();
            if self.act == Act::Delete && others > 0 {
                let several = Text::new("import-refuse-several").with("count", others + 1);
                return Target::Verdict(Verdict::Refuse(several));
            }
            if let Some(found) = known {
                let older = memory.meant(key).filter(|meant| *meant > 0);
                return match found.record.filter(|_| updates || found.is_ours) {
                    Some(record) => Target::Record(older.map_or(record, |older| older.min(record))),
                    None => Target::Verdict(Verdict::Skip(found.reason.clone())),
                };
            }
            match memory.meant(key) {
                Some(record) if updates || record < 0 && self.parts.is_some() => {
                    return Target::Record(record);
                }
                Some(record) => {
                    let earlier = Text::new("import-skip-earlier").with("row", record.abs());
                    return Target::Verdict(Verdict::Skip(earlier));
                }
                None if key.starts_with("id:") => {
                    return Target::Verdict(Verdict::Refuse(Text::new("import-refuse-no-record")));
                }
                None => {}
            }
        }
        Target::None
    }

    /// Judges rows that were put together, and remembers what comes of them.
    async fn settle(
        &self,
        place: Place<'_>,
        together: &mut Together,
        memory: &mut Memory,
        verdicts: &mut Vec<Verdict>,
    ) -> Result<()> {
        let Together { creates, changes, .. } = std::mem::take(together);
        if !creates.is_empty() {
            let answers = self.records.check(place, &creates, &mut memory.ahead).await?;
            for (row, answer) in creates.into_iter().zip(answers) {
                verdicts.push(match answer {
                    Ok(()) => {
                        self.remember_new(&row, memory)?;
                        Verdict::Create(row)
                    }
                    Err(error) => Verdict::Refuse(self.reason_of(&error)),
                });
            }
        }
        if !changes.is_empty() {
            self.settle_changes(place, changes, memory, verdicts).await?;
        }
        Ok(())
    }

    fn remember_new(&self, row: &Row, memory: &mut Memory) -> Result<()> {
        let id = -row.number;
        for key in self.told_by(self.records.taken(row)) {
            memory.takes(&key, id);
        }
        if self.parts.is_some() {
            memory.says(id, row);
            if let Ok(Some(part)) = self.records.part(row) {
                memory.brings(id, &part);
            }
        }
        if memory.is_wanted(id) {
            self.records.imagine(row, id, &mut memory.ahead)?;
            memory.tag(id, row.words("tags"));
        }
        Ok(())
    }

    async fn settle_changes(
        &self,
        place: Place<'_>,
        changes: Vec<(i64, Row)>,
        memory: &mut Memory,
        verdicts: &mut Vec<Verdict>,
    ) -> Result<()> {
        let kind =
            self.kind.ok_or_else(|| Error::internal("this kind of record is not changed by imports"))?;
        // What an earlier row did to a record that is not imagined cannot be known; another pass imagines it.
        let (known, unknown): (Vec<_>, Vec<_>) = changes.iter().partition(|(id, _)| memory.knows(*id));
        let mut prepared: HashMap<i64, std::result::Result<Ready, Error>> = HashMap::new();
        let mut works = Vec::with_capacity(known.len());
        for (id, row) in known {
            match self.records.values(row) {
                Ok(values) => works.push(self.work(*id, values)),
                Err(reason) => drop(prepared.insert(*id, Err(kernel::invalid("row", reason)))),
            }
        }
        unknown.iter().for_each(|(id, _)| memory.miss(*id));
        let ids: Vec<i64> = works.iter().filter_map(Work::id).collect();
        let answers = kind.prepare(&self.cx, place.into(), works, &mut memory.ahead).await?;
        prepared.extend(ids.into_iter().zip(answers));
        let there = prepared.values().flatten().filter_map(|ready| ready.before.as_ref());
        let timelines: Vec<_> = there.map(|there| there.open.timeline_id).collect();
        let tags = match changes.iter().any(|(_, row)| !row.words("tags").is_empty()) {
            true => records::tags_of(place, &timelines).await?,
            false => HashMap::new(),
        };
        let mut held = self.held(place, changes.iter().map(|(id, _)| *id)).await?;
        for (id, row) in changes {
            let held = held.remove(&id).unwrap_or_default();
            let verdict = match prepared.remove(&id) {
                None => Verdict::Likely,
                Some(Err(error)) => self.refused(&error),
                Some(Ok(ready)) => match self.bringing(place, id, &row, &held, memory).await? {
                    Brought::Refused(reason) => Verdict::Refuse(reason),
                    Brought::Unknown => Verdict::Likely,
                    Brought::Part(part) => {
                        let has = ready.before.as_ref().and_then(|there| tags.get(&there.open.timeline_id));
                        self.changed(id, row, (ready, part), has.map_or(&[], Vec::as_slice), memory)?
                    }
                },
            };
            verdicts.push(verdict);
        }
        Ok(())
    }

    /// What a row asks of a record.
    pub(crate) fn work(&self, id: i64, values: Values) -> Work {
        match self.options.duplicates {
            _ if self.act == Act::Delete => Work::Delete { id, seen: Seen::Whatever },
            Duplicates::Fill => Work::Fill { id, values },
            _ => Work::Change { id, seen: Seen::Whatever, values },
        }
    }

    fn changed(
        &self,
        id: i64,
        row: Row,
        (ready, part): (Ready, Option<Bringing>),
        has: &[Tag],
        memory: &mut Memory,
    ) -> Result<Verdict> {
        let before = ready.before.clone().ok_or_else(|| Error::internal("a record to change is new"))?;
        let after = ready.after.clone();
        let had = |word: &&Word| {
            has.iter().any(|tag| normal::sort_key(&tag.name) == normal::sort_key(&word.name))
                || memory.is_tagged(id, &word.name)
        };
        let tags: Vec<Word> = row.words("tags").iter().filter(|word| !had(word)).cloned().collect();
        if has.len() + tags.len() > TAGS_LIMIT {
            return Ok(Verdict::Refuse(Text::new("tag-too-many").with("limit", TAGS_LIMIT)));
        }
        let words = self.new_words(id, &row, &before, memory);
        for (field, _) in &words {
            if let Err(reason) = self.records.takes_new(&before.values, field) {
                return Ok(Verdict::Refuse(reason));
            }
        }
        if self.parts.is_some() {
            memory.says(id, &row);
        }
        if !ready.changes() && tags.is_empty() && words.is_empty() && part.is_none() {
            return Ok(Verdict::Skip(Text::new("import-skip-same")));
        }
        memory.touch(id);
        let (had, has) = (self.records.keys_of(&before.values), self.records.keys_of(&after.values));
        had.iter().filter(|key| !has.contains(key)).for_each(|key| memory.loses(key, id));
        let has = self.told_by(has).into_iter().filter(|key| id < 0 || !key.starts_with("row:"));
        has.for_each(|key| memory.takes(&key, id));
        let mut ready = Some(ready);
        if memory.is_wanted(id) {
            memory.tag(id, &tags);
            words.iter().for_each(|(field, word)| memory.word(id, field, &word.name));
            ready.take().into_iter().for_each(|ready| memory.ahead.imagine_done(id, ready));
        }
        Ok(Verdict::Change(Box::new(Changing { record: id, row, before, after, ready, tags, words, part })))
    }

    /// A record that may not be changed is left as it is; a change that its rules do not allow is refused.
    fn refused(&self, error: &Error) -> Verdict {
        match error {
            Error::Invalid(_) => Verdict::Refuse(self.reason_of(error)),
            error if self.act == Act::Delete => Verdict::Refuse(error.text()),
            error => Verdict::Skip(error.text()),
        }
    }

    /// Words that no dictionary has yet, in fields that get them.
    fn new_words(&self, id: i64, row: &Row, before: &There, memory: &Memory) -> Vec<(String, Word)> {
        let gets =
            |field: &str| self.options.duplicates != Duplicates::Fill || before.values.get(field).is_none();
        let fields = row.values.iter().filter(|(field, _)| field.as_str() != "tags" && gets(field));
        let words = fields.filter_map(|(field, value)| match value {
            Value::Words(words) => Some(words.iter().map(move |word| (field.clone(), word.clone()))),
            _ => None,
        });
        let is_new =
            |(field, word): &(String, Word)| word.id.is_none() && !memory.has_word(id, field, &word.name);
        words.flatten().filter(is_new).collect()
    }
}
