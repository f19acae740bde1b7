//! The columns of a file, and what stands in them.

use std::collections::HashMap;

use fields::store::definitions;
use fields::{CustomField, FieldKey, FieldType, OwnField, Record, Value};
use kernel::{Context, Instant, Result, StaffId, Text, Texts, Zone, invalid, normal, plain};

use crate::cell::Cell;
use crate::exporter::{Exporter, Names};
use crate::store;

/// A field as a column of a file; an amount of a kind's own has a second one for its currency.
pub(crate) enum Column {
    /// One that the kind has by itself.
    Own(&'static OwnField),
    /// One that the organisation added.
    Added(CustomField),
    /// The record's own number, by which an import knows it again.
    Number,
}

/// The key of the column of numbers.
const NUMBER: &str = "id";

impl Column {
    /// All columns that the actor may have, in the order of files.
    pub async fn all(cx: &Context, exporter: &Exporter) -> Result<Vec<Self>> {
        let fields = fields::kind_of(cx, exporter.kind)?.fields();
        let own = |key: &&str| fields.iter().find(|field| field.key == *key && (field.sight)(&cx.actor));
        let own = exporter.columns.iter().filter_map(own).map(Self::Own);
        let added = definitions::list(cx.db(), exporter.kind).await?;
        Ok(own.chain(added.into_iter().map(Self::Added)).chain([Self::Number]).collect())
    }

    /// Those of these keys, in their order; for none all but the number, which says nothing to a reader.
    ///
    /// # Errors
    /// `Invalid` for one that there is not, or that the actor does not see.
    pub async fn chosen(cx: &Context, exporter: &Exporter, keys: &[FieldKey]) -> Result<Vec<Self>> {
        let mut all = Self::all(cx, exporter).await?;
        if keys.is_empty() {
            all.retain(|column| !matches!(column, Self::Number));
            return Ok(all);
        }
        let mut chosen = Vec::with_capacity(keys.len());
        for key in keys {
            let unknown =
                || invalid("columns", Text::new("export-column-unknown").with("column", key.as_str()));
            let place = all.iter().position(|column| column.key() == *key).ok_or_else(unknown)?;
            chosen.push(all.remove(place));
        }
        Ok(chosen)
    }

    /// The key of its field.
    pub fn key(&self) -> FieldKey {
        match self {
            Self::Own(field) => FieldKey::own(field.key),
            Self::Added(field) => field.key(),
            Self::Number => FieldKey::own(NUMBER),
        }
    }

    /// What people call it.
    pub fn label(&self) -> Text {
        match self {
            Self::Own(field) => Text { key: format!("field-{}", field.key).into(), args: Vec::new() },
            Self::Added(field) => Text::new("fields-value").with("value", field.name.as_str()),
            Self::Number => Text::new("export-number"),
        }
    }

    /// The heads of its columns, in the language of these texts. The name of an added field stands there as it is,
    /// without the marks that keep it apart from right-to-left writing in a sentence.
    pub fn heads(&self, texts: &Texts, zone: &Zone) -> Vec<String> {
        let name = match self {
            Self::Own(_) | Self::Number => texts.render(&self.label(), zone),
            Self::Added(field) => field.name.clone(),
        };
        let currency = self.has_currency().then(|| texts.text("field-currency", &[], zone));
        std::iter::once(name).chain(currency).collect()
    }

    /// Amounts of one's own are numbers that can be added up; a field that was added has one column only, for an import
    /// knows the currency of one.
    fn has_currency(&self) -> bool {
        matches!(self, Self::Own(field) if field.kind == FieldType::Money)
    }

    fn kind(&self) -> FieldType {
        match self {
            Self::Own(field) => field.kind,
            Self::Added(field) => field.kind,
            Self::Number => FieldType::Number,
        }
    }

    fn name(&self, words: &Words, value: &str) -> Option<String> {
        let staff = || words.staff.get(&StaffId(value.parse().ok()?)).cloned();
        match self {
            _ if self.kind() == FieldType::Staff => staff(),
            Self::Own(field) => words.names.get(field.key, value).map(str::to_owned),
            Self::Added(field) => field.option(value.parse().ok()?).map(str::to_owned),
            Self::Number => None,
        }
    }

    /// Adds what a record has there.
    pub fn write(&self, record: &Record, words: &Words, cells: &mut Vec<Cell>) {
        if matches!(self, Self::Number) {
            return cells.push(Cell::Number(record.open.record.id.to_string()));
        }
        let key = self.key();
        let value = match record.values.get(key.as_str()) {
            Some(Value::Added(json)) => self.kind().read(json).ok().flatten(),
            value => value.cloned(),
        };
        match value {
            Some(Value::Money(money)) if self.has_currency() => {
                cells.push(Cell::Number(money.decimal()));
                cells.push(Cell::Text(money.currency.code().to_owned()));
            }
            None if self.has_currency() => cells.extend([Cell::Empty, Cell::Empty]),
            None => cells.push(Cell::Empty),
            Some(value) => cells.push(self.cell(value, words)),
        }
    }

    fn cell(&self, value: Value, words: &Words) -> Cell {
        match value {
            Value::Text(text) if self.kind() == FieldType::Word => {
                Cell::Text(self.name(words, &text).unwrap_or(text))
            }
            Value::Text(text) => Cell::Text(text),
            Value::Number(number) => Cell::Number(fields::decimal(number)),
            Value::Money(money) => Cell::Text(format!("{} {}", money.decimal(), money.currency.code())),
            Value::Day(day) => Cell::Day(day),
            Value::Moment(at) => moment(&words.zone, at),
            Value::Id(id) => self.name(words, &id.to_string()).map_or(Cell::Empty, Cell::Text),
            Value::Ids(ids) => {
                let mut names: Vec<String> =
                    ids.iter().filter_map(|id| self.name(words, &id.to_string())).collect();
                // Numbers differ from house to house; the names do not.
                names.sort_by_cached_key(|name| (normal::sort_key(name), name.clone()));
                Cell::Text(plain::joined(names.iter().map(String::as_str)))
            }
            Value::Flag(flag) => Cell::Text(words.flags[usize::from(flag)].clone()),
            Value::Added(_) => Cell::Empty,
        }
    }
}

/// A moment on the organisation's clock, to the second. An hour that the clock shows twice says which of both it is.
fn moment(zone: &Zone, at: Instant) -> Cell {
    let (day, seconds) = zone.split(at);
    let exact = zone.instant(day, seconds);
    match exact.0 == at.0 - at.0.rem_euclid(Instant::SECOND) {
        true => Cell::Moment(day, seconds),
        false => {
            let offset = zone.offset(at);
            let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
            let clock = crate::cell::clock(seconds);
            Cell::Text(format!("{day} {clock}{sign}{:02}:{:02}", minutes / 60, minutes % 60))
        }
    }
}

/// What values are called.
pub(crate) struct Words {
    names: Names,
    staff: HashMap<StaffId, String>,
    flags: [String; 2],
    zone: Zone,
}

impl Words {
    /// In the language of who asks.
    pub async fn load(cx: &Context, exporter: &Exporter) -> Result<Self> {
        let texts = cx.foyer.texts(cx.language);
        let zone = cx.organisation().zone.clone();
        let flags = ["fields-no", "fields-yes"].map(|key| texts.text(key, &[], &zone));
        Ok(Self { names: (exporter.names)(cx.clone()).await?, staff: store::staff(cx).await?, flags, zone })
    }
}
