//! What a run does with each row, decided once for the dry run and for the real one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fields::AnyKind;
use kernel::{Context, Currency, Error, ImportId, Result, Text, plain};

use crate::reading::Record;
use crate::values::{Reading, tidy};
use crate::words::WordBook;
use crate::{
    Act, Duplicates, FieldKind, ImportField, Importer, Options, Purpose, Records, Row, Value, Word, all_of,
};

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
    /// The kind of what rows bring beside the fields of their records, if they do.
    pub parts: Option<&'static dyn AnyKind>,
    /// What is done with the records that rows mean.
    pub act: Act,
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
        mut options: Options,
        columns: usize,
    ) -> Result<Self> {
        if importer.act == Act::Delete {
            options.duplicates = Duplicates::default();
        }
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
        let parts = importer.parts.map(|kind| fields::kind_of(cx, kind)).transpose()?;
        let tells = match options.keys.as_slice() {
            [] => importer.tells.iter().filter(|one| one.is_usual).map(|one| one.code.to_owned()).collect(),
            chosen => chosen.to_vec(),
        };
        let act = importer.act;
        Ok(Self { cx: cx.clone(), options, records, books, kind, parts, act, tells, fields: read, columns })
    }

    /// The fields and the columns that go into them.
    pub fn fields(&self) -> &[(ImportField, Vec<usize>)] {
        &self.fields
    }

    /// Reads the cells of a row into the fields.
    ///
    /// # Errors
    /// All the reasons why the row is refused, naming the fields.
    pub fn row(&self, record: &Record) -> Result<Row, Text> {
        let surplus = record.cells.iter().skip(if self.columns == 0 { usize::MAX } else { self.columns });
        if surplus.clone().any(|cell| !cell.trim().is_empty()) {
            return Err(Text::new("import-refuse-cells")
                .with("cells", record.cells.len())
                .with("columns", self.columns));
        }
        let organisation = self.cx.organisation();
        let usual = self.options.currency.unwrap_or(organisation.currency);
        let reading = Reading {
            currency: self.row_currency(record).unwrap_or(usual),
            date_order: self.options.date_order,
            zone: &organisation.zone,
        };
        let (mut row, mut problems) = (Row { number: record.number, ..Row::default() }, Vec::new());
        for (field, columns) in &self.fields {
            if let Err(reason) = self.fill(&mut row, field, columns, record, &reading) {
                problems.push(in_field(field, reason));
            }
        }
        // Where rows change records, the one that is meant may have what this row lacks; its keys are not known yet.
        if !problems.is_empty() && !self.options.duplicates.updates() {
            problems.extend(row.lacks.take());
        }
        all_of(problems).map_or(Ok(row), Err)
    }

    /// All that an error says against a row, each problem with the name of its field.
    pub fn reason_of(&self, error: &Error) -> Text {
        let Error::Invalid(problems) = error else { return error.text() };
        let named = problems.iter().map(|one| {
            let field = self.fields.iter().find(|(field, _)| field.key == one.field);
            field.map_or_else(|| one.problem.clone(), |(field, _)| in_field(field, one.problem.clone()))
        });
        all_of(named).unwrap_or_else(|| error.text())
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
                None if field.required => {
                    let lack = in_field(field, Text::new("import-refuse-missing"));
                    row.lacks = all_of(row.lacks.take().into_iter().chain([lack]));
                }
                None => {}
            }
        }
        Ok(())
    }

    /// The currency that the row names; what is no code is told when its field is filled.
    fn row_currency(&self, record: &Record) -> Option<Currency> {
        let is_currency = |(field, _): &&(ImportField, Vec<usize>)| field.kind == FieldKind::Currency;
        let (field, columns) = self.fields.iter().find(is_currency)?;
        let cells = cells_of(columns, record);
        let constant = given(&self.options.constants, field);
        let said = constant.or(cells.first().copied()).or_else(|| given(&self.options.defaults, field));
        crate::values::currency(said?)
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
