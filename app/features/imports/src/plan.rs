//! What a run does with each row, decided once for the dry run and for the real one.

use std::collections::{BTreeMap, HashMap};

use kernel::{Context, Currency, ImportId, Result, Text};

use crate::reading::Record;
use crate::values::{Reading, tidy};
use crate::words::{WordBook, split_tags};
use crate::{FieldKind, ImportField, Importer, Options, Purpose, Records, Row, Value};

/// A run that is ready: the person's choices, the kind of record, and what was seen of the file so far.
pub struct Plan {
    /// Who brings the records in.
    pub cx: Context,
    /// What the person chose.
    pub options: Options,
    /// The kind of record.
    pub records: Box<dyn Records>,
    /// The dictionaries by field.
    pub books: BTreeMap<String, WordBook>,
    /// Rows that were taken, by the hashes of their keys.
    pub seen: HashMap<u64, i64>,
    /// The records of rows that were taken; empty in a dry run.
    pub made: HashMap<i64, i64>,
    fields: Vec<(ImportField, Vec<usize>)>,
    columns: usize,
}

impl Plan {
    /// Gets ready. `columns` is the width of the header, 0 without one.
    ///
    /// # Errors
    /// What the kind of record answers, the lack of a right for example.
    pub async fn new(
        cx: &Context,
        importer: Importer,
        import: ImportId,
        options: Options,
        columns: usize,
    ) -> Result<Self> {
        let fields = (importer.fields)(cx.clone()).await?;
        let records = (importer.begin)(cx.clone(), Purpose { import }).await?;
        let books = records.dictionaries().into_iter().map(|dictionary| {
            let field = dictionary.field.to_string();
            let book = WordBook::new(dictionary, &options);
            (field, book)
        });
        let books = books.collect();
        let columns_of = |key: &str| {
            let goes_there = |(_, to): &(usize, &Option<String>)| to.as_deref() == Some(key);
            options
                .mapping
                .iter()
                .enumerate()
                .filter(goes_there)
                .map(|(column, _)| column)
                .collect::<Vec<_>>()
        };
        let fields = fields.into_iter().map(|field| {
            let columns = columns_of(&field.key);
            (field, columns)
        });
        let fields = fields.collect();
        let (seen, made) = (HashMap::new(), HashMap::new());
        Ok(Self { cx: cx.clone(), options, records, books, seen, made, fields, columns })
    }

    /// The fields and the columns that go into them.
    pub fn fields(&self) -> &[(ImportField, Vec<usize>)] {
        &self.fields
    }

    /// Reads the cells of a row into the fields.
    ///
    /// # Errors
    /// Why the row is refused, naming the field.
    pub fn row(&self, record: &Record) -> Result<Row, Text> {
        let surplus = record.cells.iter().skip(if self.columns == 0 { usize::MAX } else { self.columns });
        if surplus.clone().any(|cell| !cell.trim().is_empty()) {
            return Err(Text::new("import-refuse-cells")
                .with("cells", record.cells.len())
                .with("columns", self.columns));
        }
        let organisation = self.cx.organisation();
        let mut reading = Reading {
            currency: self.options.currency.unwrap_or(organisation.currency),
            date_order: self.options.date_order,
            zone: &organisation.zone,
        };
        reading.currency = self.row_currency(record)?.unwrap_or(reading.currency);
        let mut row = Row { number: record.number, values: BTreeMap::new() };
        for (field, columns) in &self.fields {
            let value =
                self.value(field, columns, record, &reading).map_err(|reason| in_field(field, reason))?;
            match value {
                Some(value) => drop(row.values.insert(field.key.clone(), value)),
                None if field.required => return Err(in_field(field, Text::new("import-refuse-missing"))),
                None => {}
            }
        }
        Ok(row)
    }

    fn row_currency(&self, record: &Record) -> Result<Option<Currency>, Text> {
        let Some((field, columns)) = self.fields.iter().find(|(field, _)| field.kind == FieldKind::Currency)
        else {
            return Ok(None);
        };
        let cells = cells_of(columns, record);
        let Some(cell) = cells.first().copied().or_else(|| self.default_of(field)) else { return Ok(None) };
        match crate::values::currency(cell) {
            Some(currency) => Ok(Some(currency)),
            None => Err(in_field(field, Text::new("import-refuse-currency").with("cell", cell))),
        }
    }

    fn default_of(&self, field: &ImportField) -> Option<&str> {
        self.options
            .defaults
            .get(&field.key)
            .map(|default| default.trim())
            .filter(|default| !default.is_empty())
    }

    fn value(
        &self,
        field: &ImportField,
        columns: &[usize],
        record: &Record,
        reading: &Reading,
    ) -> Result<Option<Value>, Text> {
        let cells = cells_of(columns, record);
        let default = self.default_of(field);
        if field.kind.is_words() {
            let Some(book) = self.books.get(&field.key) else { return Ok(None) };
            let words = match field.kind {
                FieldKind::Choice => cells.iter().take(1).copied().collect(),
                _ => cells.iter().flat_map(|cell| split_tags(cell)).collect::<Vec<_>>(),
            };
            let mut found = book.find_all(&words)?;
            if found.is_empty()
                && let Some(default) = default
            {
                found = match field.kind {
                    FieldKind::Choice => book.by_id(default).into_iter().collect(),
                    _ => book.find_all(&split_tags(default).collect::<Vec<_>>())?,
                };
            }
            return Ok((!found.is_empty()).then_some(Value::Words(found)));
        }
        let cell = match (field.kind, cells.as_slice()) {
            (_, []) => match default {
                Some(default) => default.to_owned(),
                None => return Ok(None),
            },
            (FieldKind::Text(_), several) => several.join(" "),
            (FieldKind::LongText(_), several) => several.join("\n"),
            (_, [first, ..]) => (*first).to_owned(),
        };
        reading.value(field.kind, &cell).map(Some)
    }
}

fn cells_of<'a>(columns: &[usize], record: &'a Record) -> Vec<&'a str> {
    let cells = columns.iter().filter_map(|column| record.cells.get(*column));
    cells.map(|cell| tidy(cell)).filter(|cell| !cell.is_empty()).collect()
}

fn in_field(field: &ImportField, reason: Text) -> Text {
    Text::new("import-refuse-field").with("field", field.label.clone()).with("reason", reason)
}
