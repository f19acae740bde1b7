use std::collections::HashMap;

use fields::{Ahead, Record as There};
use kernel::db::Tx;
use kernel::{Error, ImportId, Result, TagId, normal};
use records::Tag;
use records::tags::{self, Tagging};

use crate::judge::{Bringing, Changing, Joining, Verdict};
use crate::plan::Plan;
use crate::reading::Record;
use crate::store::{Refusal, count, note};
use crate::{Row, Tally, Value, Word};

/// What a batch did, for the batches after it.
#[derive(Default)]
pub struct Applied {
    /// Words that were created, by field.
    words: Vec<(String, Word)>,
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
        mut verdicts: Vec<Verdict>,
        applied: &mut Applied,
    ) -> Result<()> {
        let tally = verdicts.iter().map(count).fold(Tally::default(), Tally::plus);
        self.create_words(tx, &mut verdicts, applied).await?;
        let (mut creates, mut changes, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let mut joins = Vec::new();
        for (record, verdict) in records.iter().zip(verdicts) {
            match verdict {
                Verdict::Create(row) => creates.push(row),
                Verdict::Change(changing) => changes.push(*changing),
                Verdict::Join(joining) => joins.push(*joining),
                Verdict::Skip(_) | Verdict::Likely => {}
                Verdict::Refuse(reason) => {
                    refused.push(Refusal { row: record.number, cells: record.cells.clone(), reason });
                }
            }
        }
        // What records have is changed before they are, so that they are found by what both come to.
        let joins = self.bring(tx, &mut changes, joins).await?;
        self.create(tx, &creates, joins).await?;
        self.change(tx, changes).await?;
        note(tx, id, tally, &refused).await
    }

    /// Remembers what a batch did, once it is certain.
    pub fn learn(&mut self, applied: Applied) {
        for (field, word) in &applied.words {
            if let Some(book) = self.books.get_mut(field) {
                book.learn(word);
            }
        }
    }

    /// Adds the words that the rows need and no dictionary has, each once.
    async fn create_words(&self, tx: &Tx, verdicts: &mut [Verdict], applied: &mut Applied) -> Result<()> {
        for verdict in verdicts {
            match verdict {
                Verdict::Create(row) => self.create_words_of(tx, row, applied).await?,
                Verdict::Change(changing) => self.create_words_of(tx, &mut changing.row, applied).await?,
                Verdict::Join(joining) => self.create_words_of(tx, &mut joining.row, applied).await?,
                Verdict::Skip(_) | Verdict::Likely | Verdict::Refuse(_) => {}
            }
        }
        Ok(())
    }

    async fn create_words_of(&self, tx: &Tx, row: &mut Row, applied: &mut Applied) -> Result<()> {
        for (field, value) in &mut row.values {
            let Value::Words(words) = value else { continue };
            for word in words.iter_mut().filter(|word| word.id.is_none()) {
                word.id = Some(self.word(tx, field, word, applied).await?);
            }
        }
        Ok(())
    }

    async fn word(&self, tx: &Tx, field: &str, word: &Word, applied: &mut Applied) -> Result<i64> {
        let key = normal::sort_key(&word.name);
        let is_it = |made: &&(String, Word)| made.0 == field && normal::sort_key(&made.1.name) == key;
        if let Some(id) = applied.words.iter().find(is_it).and_then(|made| made.1.id) {
            return Ok(id);
        }
        let id = self.records.create_word(tx, field, &word.name).await?;
        applied.words.push((field.to_owned(), Word { id: Some(id), name: word.name.clone() }));
        Ok(id)
    }

    /// Carries out what rows bring to records that are there; gives back what they bring to those that this step makes.
    async fn bring(
        &self,
        tx: &Tx,
        changes: &mut [Changing],
        joins: Vec<Joining>,
    ) -> Result<HashMap<i64, Vec<Row>>> {
        let (mut ready, mut new) = (Vec::new(), Vec::new());
        let mut further: HashMap<i64, Vec<Row>> = HashMap::new();
        let mut take = |record: i64, row: &Row, part: Bringing| match part {
            Bringing::Other(other) => ready.extend(other.ready),
            Bringing::Again(..) => {}
            Bringing::New(..) if record > 0 => new.push((record, row.clone())),
            Bringing::New(..) => further.entry(-record).or_default().push(row.clone()),
        };
        for changing in changes.iter_mut() {
            if let Some(part) = changing.part.take() {
                take(changing.record, &changing.row, part);
            }
        }
        joins.into_iter().for_each(|Joining { record, row, part }| take(record, &row, part));
        if let Some(kind) = self.parts.filter(|_| !ready.is_empty()) {
            kind.commit(&self.cx, tx, ready).await?;
        }
        if !new.is_empty() {
            self.records.add_parts(tx, &new).await?;
        }
        Ok(further)
    }

    async fn create(&self, tx: &Tx, rows: &[Row], mut further: HashMap<i64, Vec<Row>>) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let further: Vec<Vec<Row>> =
            rows.iter().map(|row| further.remove(&row.number).unwrap_or_default()).collect();
        let ids = self.records.create_with_parts(tx, rows, &further).await?;
        match ids.len() == rows.len() {
            true => Ok(()),
            false => {
                Err(Error::internal("an importer created another number of records than it was asked for"))
            }
        }
    }

    /// Changes records as it was allowed. Where a word had to be made first, the change is asked for again with it.
    async fn change(&self, tx: &Tx, changes: Vec<Changing>) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let kind =
            self.kind.ok_or_else(|| Error::internal("this kind of record is not changed by imports"))?;
        let (mut ready, mut works, mut tagged) = (Vec::new(), Vec::new(), Vec::new());
        for changing in changes {
            let Changing { record, row, ready: allowed, tags, words, .. } = changing;
            if !tags.is_empty() {
                tagged.push((record, row.words("tags").to_vec(), tags));
            }
            match words.is_empty() {
                true => ready.extend(allowed),
                false => {
                    let values =
                        self.records.values(&row).map_err(|reason| kernel::invalid("row", reason))?;
                    works.push(self.work(record, values));
                }
            }
        }
        let mut there: HashMap<i64, There> = HashMap::new();
        let mut keep = |record: There| drop(there.insert(record.open.record.id, record));
        kind.commit(&self.cx, tx, ready).await?.into_iter().for_each(&mut keep);
        if !works.is_empty() {
            for record in fields::run(&self.cx, tx, kind, works, &mut Ahead::default()).await? {
                keep(record?);
            }
        }
        for (id, words, new) in tagged {
            let ids = words.into_iter().filter(|word| new.iter().any(|new| new.name == word.name));
            let tag = |word: Word| Some(Tag { id: TagId(word.id?), name: word.name, hue: 0 });
            let tags: Vec<Tag> = ids.filter_map(tag).collect();
            let record = there.get(&id).ok_or(Error::NotFound)?;
            tags::tag_all(&self.cx, tx, &[&record.open], &tags, Tagging::On).await?;
        }
        Ok(())
    }
}
