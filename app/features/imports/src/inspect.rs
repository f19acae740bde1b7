//! What the file holds, seen through the choices so far: one pass, changing nothing.

use std::collections::BTreeMap;

use kernel::{Context, Error, Language, Result, Text, normal, plain};

use crate::dates::{self, DateRead};
use crate::kind::NUMBER;
use crate::mapping::Headers;
use crate::plan::Plan;
use crate::reading::{Record, detect};
use crate::rows::{Rows, aside};
use crate::store::{Kept, header_keys, usable};
use crate::values::tidy;
use crate::{
    Column, DateOrder, DateQuestion, DictionaryInfo, FieldInfo, FieldKind, Format, Import, ImportField,
    Importer, Inspection, Options, Source, UnknownWord,
};

/// Rows of the preview.
pub const SAMPLE_ROWS: usize = 20;
/// Unknown words that are listed; a column with more of them holds no words of a dictionary.
const MOST_UNKNOWN: usize = 300;

/// Looks at an import with these choices; `rows` of the answer's import are counted anew.
pub async fn inspect(cx: &Context, importer: Importer, kept: Kept, options: Options) -> Result<Inspection> {
    let fields = (importer.fields)(cx.clone()).await?;
    let mut inspection = begin(cx, importer, kept.import, options).await?;
    if let Err(problem) = look(cx, importer, &kept.storage_key, &fields, &mut inspection).await? {
        inspection.problem = Some(problem.text());
    }
    let header: Vec<String> = inspection.columns.iter().filter_map(|column| column.name.clone()).collect();
    inspection.mappings = usable(cx, importer.kind, &header_keys(&header)).await?;
    let options = &inspection.options;
    let has = |key: &String| {
        let mut given = [&options.defaults, &options.constants].into_iter().filter_map(|all| all.get(key));
        options.mapping.iter().flatten().any(|mapped| mapped == key)
            || given.any(|text| !text.trim().is_empty())
    };
    // Where nothing new is made, or each row names its record, nothing is needed for new ones.
    let makes = importer.act == crate::Act::Bring && options.duplicates.creates();
    let creates = makes && !has(&NUMBER.to_owned());
    let lacks = |field: &ImportField| creates && field.required && !has(&field.key);
    inspection.missing = fields.into_iter().filter(lacks).map(|field| field.key).collect();
    Ok(inspection)
}

/// An import before its file was looked at.
pub async fn begin(cx: &Context, importer: Importer, import: Import, options: Options) -> Result<Inspection> {
    let fields = (importer.fields)(cx.clone()).await?;
    Ok(Inspection {
        import,
        options,
        title: Text::new(importer.title),
        home: importer.home.into(),
        can_update: importer.changes.is_some() && importer.act == crate::Act::Bring,
        deletes: importer.act == crate::Act::Delete,
        tells: importer
            .tells
            .iter()
            .map(|one| (one.code.into(), Text::new(one.label), one.is_usual))
            .collect(),
        source: Source::default(),
        fields: fields.iter().map(info).collect(),
        columns: Vec::new(),
        sample: Vec::new(),
        problem: None,
        dictionaries: Vec::new(),
        unknown: Vec::new(),
        dates: None,
        missing: Vec::new(),
        mappings: Vec::new(),
    })
}

/// For each column the key of its field, by header and content.
pub fn propose(headers: &Headers, header: &[String], sample: &[Record]) -> Vec<Option<String>> {
    let width = width(header, sample);
    let cells =
        |column: usize| sample.iter().filter_map(|row| row.cells.get(column)).map(String::as_str).collect();
    headers.propose(header, &(0..width).map(cells).collect::<Vec<_>>())
}

/// The format in which another sheet of a workbook is read: each has its own header, or none.
pub async fn format_of_sheet(
    cx: &Context,
    key: &str,
    fields: &[ImportField],
    sheet: usize,
) -> Result<Format> {
    let path = cx.foyer.files.path(key).ok_or(Error::NotFound)?;
    let headers = headers(cx, fields);
    Ok(aside(move || detect(&path, sheet, &|header| headers.is_known(header))).await??)
}

/// The headers that a kind of record knows, in every language.
pub fn headers(cx: &Context, fields: &[ImportField]) -> Headers {
    Headers::new(fields, |language: Language| cx.foyer.texts(language))
}

fn info(field: &ImportField) -> FieldInfo {
    FieldInfo {
        key: field.key.clone(),
        label: field.label.clone(),
        kind: field.kind,
        required: field.required,
    }
}

fn width(header: &[String], sample: &[Record]) -> usize {
    sample.iter().map(|row| row.cells.len()).chain([header.len()]).max().unwrap_or_default()
}

async fn look(
    cx: &Context,
    importer: Importer,
    key: &str,
    fields: &[ImportField],
    inspection: &mut Inspection,
) -> crate::rows::Read<()> {
    match Rows::source(cx, key).await? {
        Ok(source) => inspection.source = source,
        Err(problem) => return Ok(Err(problem)),
    }
    let mut rows = match Rows::open(cx, key, inspection.options.format).await? {
        Ok(rows) => rows,
        Err(problem) => return Ok(Err(problem)),
    };
    let sample = match rows.next(SAMPLE_ROWS).await? {
        Ok(sample) => sample,
        Err(problem) => return Ok(Err(problem)),
    };
    let width = width(&rows.header, &sample);
    if inspection.options.mapping.len() != width {
        inspection.options.mapping =
            propose(&headers(cx, fields).arranged(importer.arrange), &rows.header, &sample);
    }
    inspection.columns = (0..width).map(|column| column_of(column, &rows.header, &sample)).collect();
    inspection.sample = sample.iter().map(|row| row.cells.clone()).collect();
    let plan =
        Plan::new(cx, importer, inspection.import.id, inspection.options.clone(), rows.header.len()).await?;
    inspection.dictionaries = plan.books.values().map(|book| dictionary_info(&book.dictionary)).collect();
    let mut findings = Findings::default();
    let mut batch = sample;
    while !batch.is_empty() {
        batch.iter().for_each(|record| findings.take(&plan, record));
        batch = match rows.next(2_000).await? {
            Ok(batch) => batch,
            Err(problem) => return Ok(Err(problem)),
        };
    }
    inspection.import.rows = findings.rows;
    inspection.dates = findings.dates();
    inspection.unknown = findings.unknown();
    Ok(Ok(()))
}

fn column_of(column: usize, header: &[String], sample: &[Record]) -> Column {
    let cells = sample.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.trim());
    Column {
        name: header.get(column).filter(|name| !name.trim().is_empty()).cloned(),
        samples: cells.filter(|cell| !cell.is_empty()).take(3).map(str::to_owned).collect(),
    }
}

fn dictionary_info(dictionary: &crate::Dictionary) -> DictionaryInfo {
    DictionaryInfo {
        field: dictionary.field.to_string(),
        entries: dictionary.entries.iter().map(|entry| (entry.id, entry.name.clone())).collect(),
        may_create: dictionary.may_create,
        is_free: dictionary.is_free,
    }
}

/// What a pass over all rows finds.
#[derive(Default)]
struct Findings {
    rows: i64,
    words: BTreeMap<(String, String), UnknownWord>,
    ambiguous: Vec<String>,
    day_first: bool,
    month_first: bool,
}

impl Findings {
    fn take(&mut self, plan: &Plan, record: &Record) {
        self.rows += 1;
        for (field, columns) in plan.fields() {
            let cells = columns.iter().filter_map(|column| record.cells.get(*column)).map(|cell| tidy(cell));
            let cells = cells.filter(|cell| !cell.is_empty());
            match field.kind {
                FieldKind::Choice => cells.take(1).for_each(|word| self.take_word(plan, &field.key, word)),
                FieldKind::Tags => {
                    cells.flat_map(plain::divided).for_each(|word| self.take_word(plan, &field.key, &word));
                }
                FieldKind::Day | FieldKind::Moment => cells.for_each(|cell| self.take_date(cell)),
                _ => {}
            }
        }
    }

    fn take_word(&mut self, plan: &Plan, field: &str, word: &str) {
        if plan.books.get(field).is_none_or(|book| book.knows(word)) {
            return;
        }
        let key = (field.to_owned(), normal::sort_key(word));
        let is_full = self.words.len() == MOST_UNKNOWN;
        match self.words.get_mut(&key) {
            Some(known) => known.rows += 1,
            None if is_full => {}
            None => {
                drop(self.words.insert(key, UnknownWord { field: field.into(), word: word.into(), rows: 1 }))
            }
        }
    }

    fn take_date(&mut self, cell: &str) {
        match dates::shown_order(cell) {
            Some(DateOrder::DayFirst) => self.day_first = true,
            Some(DateOrder::MonthFirst) => self.month_first = true,
            None if self.ambiguous.len() < 5 && dates::read(cell, None) == DateRead::Ambiguous => {
                self.ambiguous.push(cell.to_owned());
            }
            None => {}
        }
    }

    fn dates(&self) -> Option<DateQuestion> {
        let shown = match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        };
        (!self.ambiguous.is_empty()).then(|| DateQuestion { samples: self.ambiguous.clone(), shown })
    }

    fn unknown(self) -> Vec<UnknownWord> {
        let mut words: Vec<_> = self.words.into_values().collect();
        words.sort_by(|a, b| (&a.field, b.rows).cmp(&(&b.field, a.rows)));
        words
    }
}
