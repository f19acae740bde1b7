//! What a dry run shows of changes: record by record, field by field, before and after.

use std::collections::HashMap;

use fields::store::definitions;
use fields::{CustomField, FieldChange, changes};
use kernel::{Arg, Context, Result, Text};
use records::Change;
use serde_json::{Value as Json, json};

use crate::RecordChange;
use crate::judge::Changing;
use crate::plan::Plan;
use crate::row::Word;

/// Lines that are shown; those of one record stay together.
const MOST_LINES: usize = 200;

/// The first changes of a dry run.
pub struct Preview {
    cx: Context,
    /// What fields are called.
    labels: HashMap<String, Text>,
    /// The names of the entries that fields hold, by number.
    names: HashMap<String, HashMap<i64, String>>,
    added: Vec<CustomField>,
    lines: usize,
    /// What was taken so far.
    pub changes: Vec<RecordChange>,
}

impl Preview {
    /// Nothing yet.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn of(plan: &Plan) -> Result<Self> {
        let cx = plan.cx.clone();
        let label = |(field, _): &(crate::ImportField, Vec<usize>)| (field.key.clone(), field.label.clone());
        let labels = plan.fields().iter().map(label).collect();
        let of_book = |(field, book): (&String, &crate::words::WordBook)| {
            let entries = book.dictionary.entries.iter();
            (field.clone(), entries.map(|entry| (entry.id, entry.name.clone())).collect())
        };
        let mut names: HashMap<String, HashMap<i64, String>> = plan.books.iter().map(of_book).collect();
        let mut added = Vec::new();
        if let Some(kind) = plan.kind {
            // Also who may not be made an owner any more can be one.
            let staff = staff::names(&cx).await?;
            for field in kind.fields().iter().filter(|field| field.kind == fields::FieldType::Staff) {
                let of_staff = staff.iter().map(|staff| (staff.id.0, staff.name.clone()));
                names.entry(field.key.into()).or_default().extend(of_staff);
            }
            added = definitions::list(cx.db(), kind.about().kind).await?;
        }
        Ok(Self { cx, labels, names, added, lines: 0, changes: Vec::new() })
    }

    /// Takes a change, as long as there is room.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn take(&mut self, changing: &Changing) -> Result<()> {
        if self.lines >= MOST_LINES {
            return Ok(());
        }
        let mut lines = Vec::new();
        for change in changes(&changing.before.values, &changing.after.values) {
            lines.push(self.line(change).await?);
        }
        for (field, word) in &changing.words {
            lines.push(Change {
                label: self.label(field),
                old: None,
                new: Some(Arg::Text(word.name.clone())),
            });
        }
        if !changing.tags.is_empty() {
            let names: Vec<&str> = changing.tags.iter().map(|Word { name, .. }| name.as_str()).collect();
            let new = Some(Arg::Text(names.join(", ")));
            lines.push(Change { label: self.label("tags"), old: None, new });
        }
        self.lines += lines.len();
        self.changes.push(RecordChange {
            row: changing.row.number,
            record: Some(changing.record).filter(|id| *id > 0),
            title: changing.before.open.title.clone(),
            changes: lines,
        });
        Ok(())
    }

    fn label(&self, field: &str) -> Text {
        self.labels
            .get(field)
            .cloned()
            .unwrap_or_else(|| Text { key: format!("field-{field}").into(), args: Vec::new() })
    }

    async fn line(&self, change: FieldChange) -> Result<Change> {
        let label = self.label(change.field.as_str());
        let change = match self.names.get(change.field.as_str()) {
            Some(names) if change.field.custom_id().is_none() => {
                let name = |json: &Json| match json.as_i64().and_then(|id| names.get(&id)) {
                    Some(name) => json!(name),
                    None => json.clone(),
                };
                let (old, new) = (name(change.before()), name(change.after()));
                change.told(old, new)
            }
            _ if change.field.custom_id().is_some() => {
                definitions::in_words(self.cx.db(), &self.added, change).await?
            }
            _ => change,
        };
        Ok(Change {
            label,
            old: records::timeline::arg(&change.old),
            new: records::timeline::arg(&change.new),
        })
    }
}
