//! Verdicts: a dry run and a real run come to the same ones, because both come to them here.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use kernel::{Result, Text};

use crate::plan::Plan;
use crate::reading::Record;
use crate::{Duplicates, Match, Place, Row};

/// What is done with a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It becomes a record.
    Create(Row),
    /// It changes this record.
    Change(i64, Row),
    /// It changes the record of an earlier row, by its number.
    Join(i64, Row),
    /// It is left out, because its record is there.
    Skip(Text),
    /// It cannot be taken.
    Refuse(Text),
}

/// The verdicts on a batch, in the order of its rows, and what later rows are compared with.
pub struct Judged {
    /// One for each row.
    pub verdicts: Vec<Verdict>,
    /// Hashes of keys, each with the number of the row that took it.
    pub fresh: HashMap<u64, i64>,
}

impl Plan {
    /// Comes to a verdict on each row, changing nothing.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn judge(&self, place: Place<'_>, records: &[Record]) -> Result<Judged> {
        let read: Vec<Result<Row, Text>> = records.iter().map(|record| self.row(record)).collect();
        let rows: Vec<Row> = read.iter().flatten().cloned().collect();
        let refusals = self.records.check(place, &rows).await?;
        let keys: Vec<Vec<String>> = match self.options.duplicates {
            Duplicates::Create => vec![Vec::new(); rows.len()],
            _ => rows.iter().map(|row| self.records.keys(row)).collect(),
        };
        let all: BTreeSet<String> = keys.iter().flatten().cloned().collect();
        let there = match all.is_empty() {
            true => Vec::new(),
            false => self.records.find(place, &all.into_iter().collect::<Vec<_>>()).await?,
        };
        let mut there_by_key = HashMap::new();
        for found in there {
            there_by_key.entry(found.key.clone()).or_insert(found);
        }
        let mut judged = Judged { verdicts: Vec::with_capacity(records.len()), fresh: HashMap::new() };
        let mut readable = rows.into_iter().zip(refusals).zip(keys);
        for row in read {
            let verdict = match (row, readable.by_ref()) {
                (Err(reason), _) => Verdict::Refuse(reason),
                (Ok(_), readable) => match readable.next() {
                    Some(((_, Some(reason)), _)) => Verdict::Refuse(reason),
                    Some(((row, None), keys)) => self.judge_row(row, &keys, &there_by_key, &mut judged.fresh),
                    None => Verdict::Refuse(Text::new("import-refuse-unknown")),
                },
            };
            judged.verdicts.push(verdict);
        }
        Ok(judged)
    }

    fn judge_row(
        &self,
        row: Row,
        keys: &[String],
        there: &HashMap<String, Match>,
        fresh: &mut HashMap<u64, i64>,
    ) -> Verdict {
        let hashes: Vec<u64> = keys.iter().map(|key| hash(key)).collect();
        let earlier = hashes.iter().find_map(|hash| fresh.get(hash).or_else(|| self.seen.get(hash))).copied();
        let found = keys.iter().find_map(|key| there.get(key));
        let updates = self.options.duplicates.updates();
        let number = row.number;
        let verdict = match (earlier, found) {
            (Some(earlier), _) if updates => Verdict::Join(earlier, row),
            (Some(earlier), _) => {
                return Verdict::Skip(Text::new("import-skip-earlier").with("row", earlier));
            }
            (None, Some(Match { record: Some(record), .. })) if updates => Verdict::Change(*record, row),
            (None, Some(found)) => return Verdict::Skip(found.reason.clone()),
            (None, None) => Verdict::Create(row),
        };
        let owner = earlier.unwrap_or(number);
        for hash in hashes {
            fresh.entry(hash).or_insert(owner);
        }
        verdict
    }
}

/// The keys of a million rows have to fit into memory: their hashes do.
fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
