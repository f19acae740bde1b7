//! What rows bring to their records beside fields: contacts of customers. Rows that mean one record each bring their own.

use std::collections::HashMap;

use fields::{Seen, Work};
use kernel::{Error, Result, Text};

use crate::judge::{Bringing, Joining, Other, Verdict};
use crate::memory::{Memory, PartRef};
use crate::plan::Plan;
use crate::{Duplicates, HeldPart, Part, Place, Row};

/// Parts that a dry run holds in memory as they would be, at most.
const MOST_IMAGINED: usize = 50_000;

/// What a row brings to a record, seen beside what that has.
pub enum Brought {
    /// This, or nothing that it does not have.
    Part(Option<Bringing>),
    /// What an earlier row said of it is changed again, which only what that made of it could tell.
    Unknown,
    /// It cannot be taken.
    Refused(Text),
}

impl Plan {
    /// Whether a row says nothing of a record that the earlier row did not say, but for what it brings.
    pub(crate) fn says_nothing_new(&self, id: i64, row: &Row, memory: &Memory) -> bool {
        // What this import made is not changed by the rows that come again, where nothing is.
        if !self.options.duplicates.updates() {
            return true;
        }
        let Some(said) = memory.said(id) else { return false };
        let mut own = row.values.iter().filter(|(field, _)| !self.records.is_of_part(field));
        own.all(|(field, value)| said.values.get(field) == Some(value))
    }

    /// What such a row comes to. `None` if only what the rows before do can tell, and a real run does that first.
    pub(crate) async fn join(
        &self,
        place: Place<'_>,
        record: i64,
        row: Row,
        memory: &mut Memory,
    ) -> Result<Option<Verdict>> {
        let mut held = self.held(place, [record]).await?;
        let brought =
            self.bringing(place, record, &row, &held.remove(&record).unwrap_or_default(), memory).await?;
        Ok(Some(match brought {
            Brought::Refused(reason) => Verdict::Refuse(reason),
            Brought::Part(None) if self.options.duplicates.updates() => {
                Verdict::Skip(Text::new("import-skip-same"))
            }
            Brought::Part(None) => Verdict::Skip(match memory.said(record) {
                Some(said) => Text::new("import-skip-earlier").with("row", said.number),
                None => Text::new("import-skip-same"),
            }),
            Brought::Unknown if matches!(place, Place::Db(_)) => Verdict::Likely,
            Brought::Unknown => return Ok(None),
            Brought::Part(Some(part)) => Verdict::Join(Box::new(Joining { record, row, part })),
        }))
    }

    /// The parts that records have, by record.
    pub(crate) async fn held(
        &self,
        place: Place<'_>,
        records: impl IntoIterator<Item = i64>,
    ) -> Result<HashMap<i64, Vec<HeldPart>>> {
        let mut held: HashMap<i64, Vec<HeldPart>> = HashMap::new();
        let there: Vec<i64> = records.into_iter().filter(|id| *id > 0).collect();
        if self.parts.is_none() || there.is_empty() {
            return Ok(held);
        }
        for part in self.records.parts_of(place, &there).await? {
            held.entry(part.record).or_default().push(part);
        }
        Ok(held)
    }

    /// What a row brings to a record that has these parts, by what the rows before brought.
    pub(crate) async fn bringing(
        &self,
        place: Place<'_>,
        record: i64,
        row: &Row,
        held: &[HeldPart],
        memory: &mut Memory,
    ) -> Result<Brought> {
        if self.parts.is_none() {
            return Ok(Brought::Part(None));
        }
        let part = match self.records.part(row) {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Brought::Part(None)),
            Err(reason) => return Ok(Brought::Refused(reason)),
        };
        let (updates, is_real) = (self.options.duplicates.updates(), matches!(place, Place::Tx(_)));
        let fills = self.options.duplicates == Duplicates::Fill;
        let earlier = memory.part(record, &part.keys);
        let there = match earlier {
            Some(PartRef::There(id)) => Some(id),
            Some(PartRef::Brought(_)) => None,
            None => found(held, &part, memory),
        };
        match (earlier, there) {
            (Some(PartRef::Brought(_)), _) | (_, Some(_)) if !updates => Ok(Brought::Part(None)),
            (Some(PartRef::Brought(number)), _) => match memory.merged(number, &part.values, fills) {
                None => Ok(Brought::Unknown),
                Some((false, _)) => Ok(Brought::Part(None)),
                Some((true, _)) if is_real => Ok(Brought::Unknown),
                Some((true, values)) => {
                    let holds = self.records.part_holds(&values);
                    memory.rebrings(record, number, values, &holds);
                    self.tells(record, &part, memory);
                    Ok(Brought::Part(Some(Bringing::Again(part.label, part.title))))
                }
            },
            (_, Some(id)) if is_real && memory.was_moved(id) => Ok(Brought::Unknown),
            (_, Some(id)) => self.other(place, id, record, part, memory).await,
            (_, None) => {
                memory.brings(record, &part);
                self.tells(record, &part, memory);
                Ok(Brought::Part(Some(Bringing::New(part.label, part.title))))
            }
        }
    }

    fn tells(&self, record: i64, part: &Part, memory: &mut Memory) {
        for key in self.told_by(part.tells.clone()) {
            memory.takes(&key, record);
        }
    }

    /// A part that is there, changed as the row says.
    async fn other(
        &self,
        place: Place<'_>,
        id: i64,
        record: i64,
        part: Part,
        memory: &mut Memory,
    ) -> Result<Brought> {
        let kind = self.parts.ok_or_else(|| Error::internal("these records have no parts"))?;
        let values = part.values.clone();
        let work = match self.options.duplicates {
            Duplicates::Fill => Work::Fill { id, values },
            _ => Work::Change { id, seen: Seen::Whatever, values },
        };
        let mut answers = kind.prepare(&self.cx, place.into(), vec![work], &mut memory.part_ahead).await?;
        match answers.pop() {
            None => Ok(Brought::Part(None)),
            Some(Err(error)) => Ok(Brought::Refused(self.reason_of(&error))),
            Some(Ok(ready)) if !ready.changes() => Ok(Brought::Part(None)),
            Some(Ok(ready)) => {
                memory.moves(record, id, &self.records.part_holds(&ready.after.values));
                self.tells(record, &part, memory);
                let (before, after) = (ready.before.clone(), ready.after.clone());
                let mut ready = Some(ready);
                if matches!(place, Place::Db(_)) && memory.imagined_parts < MOST_IMAGINED {
                    memory.imagined_parts += 1;
                    ready.take().into_iter().for_each(|ready| memory.part_ahead.imagine_done(id, ready));
                }
                let other = Other { label: part.label, before, after, ready };
                Ok(Brought::Part(Some(Bringing::Other(Box::new(other)))))
            }
        }
    }
}

/// Which of these a row means that are as they were, by the best of what tells it.
fn found(held: &[HeldPart], part: &Part, memory: &Memory) -> Option<i64> {
    let has = |key: &String| {
        let mut held = held.iter().filter(|held| !memory.was_moved(held.id));
        held.find(|held| held.keys.contains(key)).map(|held| held.id)
    };
    part.keys.iter().find_map(has)
}
