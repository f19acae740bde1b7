use std::collections::HashMap;

use kernel::db::Tx;
use kernel::{Error, ImportId, Result, normal};

use crate::judge::{Judged, Verdict};
use crate::plan::Plan;
use crate::reading::Record;
use crate::store::{Change, Refusal, count, note};
use crate::{Duplicates, Row, Tally, Value, Word};

/// What a batch did, for the batches after it.
#[derive(Default)]
pub struct Applied {
    /// Words that were created, by field.
    words: Vec<(String, Word)>,
    /// Hashes of keys and the rows that took them.
    fresh: HashMap<u64, i64>,
    /// Rows and their records.
    made: HashMap<i64, i64>,
}

impl Plan {
    /// Carries the verdicts out, in the transaction of the batch.
    ///
    /// # Errors
    /// What the kind of record or the database answers; then nothing of the batch happens.
    pub async fn apply(
        &self,
        tx: &Tx,
        id: ImportId,
        records: &[Record],
        mut judged: Judged,
    ) -> Result<Applied> {
        let mut applied = Applied { fresh: std::mem::take(&mut judged.fresh), ..Applied::default() };
        let tally = judged.verdicts.iter().map(count).fold(Tally::default(), Tally::plus);
        self.create_words(tx, &mut judged.verdicts, &mut applied).await?;
        let (mut creates, mut changes, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        for (record, verdict) in records.iter().zip(judged.verdicts) {
            match verdict {
                Verdict::Create(row) => creates.push(row),
                Verdict::Change(there, row) => changes.push((Target::Record(there), row)),
                Verdict::Join(earlier, row) => changes.push((Target::Row(earlier), row)),
                Verdict::Skip(_) => {}
                Verdict::Refuse(reason) => {
                    refused.push(Refusal { row: record.number, cells: record.cells.clone(), reason });
                }
            }
        }
        self.create(tx, &creates, &mut applied).await?;
        let changed = self.change(tx, changes, &mut applied).await?;
        note(tx, id, tally, &refused, &changed).await?;
        Ok(applied)
    }

    /// Remembers what a batch did, once it is certain.
    pub fn learn(&mut self, applied: Applied) {
        for (field, word) in &applied.words {
            if let Some(book) = self.books.get_mut(field) {
                book.learn(word);
            }
        }
        self.seen.extend(applied.fresh);
        self.made.extend(applied.made);
    }

    /// Adds the words that the rows need and no dictionary has, each once.
    async fn create_words(&self, tx: &Tx, verdicts: &mut [Verdict], applied: &mut Applied) -> Result<()> {
        let mut made: HashMap<(String, String), i64> = HashMap::new();
        for verdict in verdicts {
            let (Verdict::Create(row) | Verdict::Change(_, row) | Verdict::Join(_, row)) = verdict else {
                continue;
            };
            for (field, value) in &mut row.values {
                let Value::Words(words) = value else { continue };
                for word in words.iter_mut().filter(|word| word.id.is_none()) {
                    let key = (field.clone(), normal::sort_key(&word.name));
                    let id = match made.get(&key) {
                        Some(id) => *id,
                        None => self.records.create_word(tx, field, &word.name).await?,
                    };
                    word.id = Some(id);
                    if made.insert(key, id).is_none() {
                        applied.words.push((field.clone(), word.clone()));
                    }
                }
            }
        }
        Ok(())
    }

    async fn create(&self, tx: &Tx, rows: &[Row], applied: &mut Applied) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let ids = self.records.create(tx, rows).await?;
        if ids.len() != rows.len() {
            return Err(Error::internal(
                "an importer created another number of records than it was asked for",
            ));
        }
        if self.options.duplicates.updates() {
            applied.made.extend(rows.iter().map(|row| row.number).zip(ids));
        }
        Ok(())
    }

    async fn change(
        &self,
        tx: &Tx,
        changes: Vec<(Target, Row)>,
        applied: &mut Applied,
    ) -> Result<Vec<Change>> {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let mut rows = Vec::with_capacity(changes.len());
        let mut were_there = Vec::with_capacity(changes.len());
        for (target, row) in changes {
            let record = match target {
                Target::Record(record) => record,
                Target::Row(earlier) => {
                    let known = applied.made.get(&earlier).or_else(|| self.made.get(&earlier)).copied();
                    known.ok_or_else(|| Error::internal("a row joins one that has no record"))?
                }
            };
            were_there.push(matches!(target, Target::Record(_)));
            applied.made.insert(row.number, record);
            rows.push((record, row));
        }
        let before = self.records.update(tx, &rows, self.options.duplicates == Duplicates::Fill).await?;
        let changed = rows.iter().zip(before).zip(were_there).filter(|(_, was_there)| *was_there);
        Ok(changed.map(|(((record, _), before), _)| Change { record: *record, before }).collect())
    }
}

/// What a row changes.
enum Target {
    /// This record.
    Record(i64),
    /// The record of an earlier row of the file.
    Row(i64),
}
