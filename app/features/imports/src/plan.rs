//! What a run does with each row, decided once for the dry run and for the real one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fields::AnyKind;
use kernel::{Context, Currency, ImportId, Result, Text, plain};

use crate::reading::Record;
use crate::values::{Reading, tidy};
use crate::words::WordBook;
use crate::{FieldKind, ImportField, Importer, Options, Purpose, Records, Row, Value, Word};

/// A run that is ready: the person's choices and the kind of record.
pub struct Plan {
    /// Who brings the records in.
    pub cx: Context,
    /// What the person chose.
    pub options: Options,
    /// The kind of record.
    pub records: Box<dyn Records>,
    /// The dictionaries by field.
    pub books: BTreeMap<String, WordBook>,
    /// How records that are there are changed, if rows may.
    pub kind: Option<&'static dyn AnyKind>,
    /// By what a row and a record are known to mean the same.
    pub tells: Vec<String>,
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
        let purpose = Purpose { import, run: cx.cause.run_id };
        let records = (importer.begin)(cx.clone(), purpose).await?;
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
        let read = fields.into_iter().map(|field| {
            let columns = columns_of(&field.key);
            (field, columns)
        });
        let read = read.collect();
        let kind = importer.changes.map(|kind| fields::kind_of(cx, kind)).transpose()?;
        let tells = match options.keys.as_slice() {
            [] => importer.tells.iter().filter(|one| one.is_usual).map(|one| one.code.to_owned()).collect(),
            chosen => chosen.to_vec(),
        };
        Ok(Self { cx: cx.clone(), options, records, books, kind, tells, fields: read, columns })
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
        let mut row = Row { number: record.number, ..Row::default() };
        for (field, columns) in &self.fields {
            self.fill(&mut row, field, columns, record, &reading)
                .map_err(|reason| in_field(field, reason))?;
        }
        Ok(row)
    }

    /// Puts what the row says of a field into it.
    fn fill(
        &self,
        row: &mut Row,
        field: &ImportField,
        columns: &[usize],
        record: &Record,
        reading: &Reading,
    ) -> Result<(), Text> {
        let (cells, key) = (cells_of(columns, record), || field.key.clone());
        let constant = given(&self.options.constants, field);
        let mut value = match constant {
            Some(_) if field.kind != FieldKind::Tags => None,
            _ => self.value(field, &cells, reading)?,
        };
        if let Some(constant) = constant {
            value = joined(value, self.meant(field, constant, reading)?);
        }
        let is_empty = value.is_none();
        value.into_iter().for_each(|value| drop(row.values.insert(key(), value)));
        if is_empty {
            let default = given(&self.options.defaults, field);
            let default = default.map(|default| self.meant(field, default, reading)).transpose()?.flatten();
            match default.or_else(|| field.usual.clone().filter(|_| columns.is_empty())) {
                Some(value) => drop(row.defaults.insert(key(), value)),
                None if field.required && row.lacks.is_none() => {
                    row.lacks = Some(in_field(field, Text::new("import-refuse-missing")));
                }
                None => {}
            }
        }
        Ok(())
    }

    fn row_currency(&self, record: &Record) -> Result<Option<Currency>, Text> {
        let Some((field, columns)) = self.fields.iter().find(|(field, _)| field.kind == FieldKind::Currency)
        else {
            return Ok(None);
        };
        let cells = cells_of(columns, record);
        let constant = given(&self.options.constants, field);
        let said = constant.or(cells.first().copied()).or_else(|| given(&self.options.defaults, field));
        let Some(cell) = said else { return Ok(None) };
        match crate::values::currency(cell) {
            Some(currency) => Ok(Some(currency)),
            None => Err(in_field(field, Text::new("import-refuse-currency").with("cell", cell))),
        }
    }

    /// What cells mean.
    fn value(&self, field: &ImportField, cells: &[&str], reading: &Reading) -> Result<Option<Value>, Text> {
        if field.kind.is_words() {
            let Some(book) = self.books.get(&field.key) else { return Ok(None) };
            let words = match field.kind {
                FieldKind::Choice => cells.iter().take(1).map(|cell| Cow::Borrowed(*cell)).collect(),
                _ => cells.iter().flat_map(|cell| plain::divided(cell)).collect::<Vec<_>>(),
            };
            return Ok(in_words(book.find_all(&words)?));
        }
        let cell = match (field.kind, cells) {
            (_, []) => return Ok(None),
            (FieldKind::Text(_), several) => several.join(" "),
            (FieldKind::LongText(_), several) => several.join("\n"),
            (_, [first, ..]) => (*first).to_owned(),
        };
        reading.value(field.kind, &cell).map(Some)
    }

    /// What a default or a constant means: for a choice the number of its entry, otherwise what a cell would hold.
    fn meant(&self, field: &ImportField, text: &str, reading: &Reading) -> Result<Option<Value>, Text> {
        match (field.kind, self.books.get(&field.key)) {
            (FieldKind::Choice, Some(book)) => Ok(in_words(book.by_id(text).into_iter().collect())),
            _ => self.value(field, &[text], reading),
        }
    }
}

fn in_words(words: Vec<Word>) -> Option<Value> {
    (!words.is_empty()).then_some(Value::Words(words))
}

/// Words of both, none twice; of others the second.
fn joined(first: Option<Value>, second: Option<Value>) -> Option<Value> {
    match (first, second) {
        (Some(Value::Words(mut words)), Some(Value::Words(more))) => {
            let is_new = |word: &Word| !words.iter().any(|other| other.is_same(word));
            let more: Vec<Word> = more.into_iter().filter(is_new).collect();
            words.extend(more);
            Some(Value::Words(words))
        }
        (first, second) => second.or(first),
    }
}

/// What somebody typed in for a field.
fn given<'a>(all: &'a BTreeMap<String, String>, field: &ImportField) -> Option<&'a str> {
    all.get(&field.key).map(|text| text.trim()).filter(|text| !text.is_empty())
}

fn cells_of<'a>(columns: &[usize], record: &'a Record) -> Vec<&'a str> {
    let cells = columns.iter().filter_map(|column| record.cells.get(*column));
    cells.map(|cell| tidy(cell)).filter(|cell| !cell.is_empty()).collect()
}

fn in_field(field: &ImportField, reason: Text) -> Text {
    Text::new("import-refuse-field").with("field", field.label.clone()).with("reason", reason)
}
