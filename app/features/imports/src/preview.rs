//! What a dry run shows of changes: record by record, field by field, before and after.

use std::collections::HashMap;

use fields::store::definitions;
use fields::{CustomField, FieldChange, changes};
use kernel::{Arg, Context, Result, Text};
use records::Change;
use serde_json::{Value as Json, json};

use crate::RecordChange;
use crate::judge::{Bringing, Changing, Joining};
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
        if changing.after.deleted_at.is_some() {
            let new = records::timeline::arg(&json!({ "nested": { "key": "import-bin" } }));
            lines.push(Change { label: Text::new("import-becomes"), old: None, new });
        }
        if let Some(part) = &changing.part {
            lines.extend(self.lines_of(part).await?);
        }
        if !changing.tags.is_empty() {
            let names: Vec<&str> = changing.tags.iter().map(|Word { name, .. }| name.as_str()).collect();
            let new = Some(Arg::Text(names.join(", ")));
            lines.push(Change { label: self.label("tags"), old: None, new });
        }
        let record = Some(changing.record).filter(|id| *id > 0);
        self.push(changing.row.number, record, changing.before.open.title.clone(), lines);
        Ok(())
    }

    /// Takes what a row brings to the record of an earlier row, as long as there is room.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn join(&mut self, plan: &Plan, joining: &Joining) -> Result<()> {
        if self.lines >= MOST_LINES {
            return Ok(());
        }
        let lines = self.lines_of(&joining.part).await?;
        let record = Some(joining.record).filter(|id| *id > 0);
        let title = plan.records.title_of(&joining.row);
        self.push(joining.row.number, record, title, lines);
        Ok(())
    }

    fn push(&mut self, row: i64, record: Option<i64>, title: String, changes: Vec<Change>) {
        self.lines += changes.len();
        self.changes.push(RecordChange { row, record, title, changes });
    }

    /// What a row brings beside: something new by its name, something changed by its fields.
    async fn lines_of(&self, part: &Bringing) -> Result<Vec<Change>> {
        match part {
            Bringing::New(label, name) | Bringing::Again(label, name) => {
                let new = Some(Arg::Text(name.clone()));
                Ok(vec![Change { label: Text::new(label), old: None, new }])
            }
            Bringing::Other(other) => {
                let mut lines = Vec::new();
                let nothing = fields::Values::default();
                let before = other.before.as_ref().map_or(&nothing, |before| &before.values);
                for change in changes(before, &other.after.values) {
                    let line = self.line(change).await?;
                    let label = Text::new("import-of-part")
                        .with("part", Text::new(other.label))
                        .with("name", other.after.open.title.as_str())
                        .with("field", line.label);
                    lines.push(Change { label, ..line });
                }
                Ok(lines)
            }
        }
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
