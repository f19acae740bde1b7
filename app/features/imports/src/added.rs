//! Fields that the organisation added, in files of records of any kind.

use fields::store::definitions;
use fields::{CustomField, CustomValues, FieldType, LINE_LIMIT, TEXT_LIMIT, Value as Set, decimal};
use kernel::{Context, RecordKind, Result, Text};
use serde_json::{Value, json};
use staff::StaffName;

use crate::{Dictionary, Entry, FieldKind, ImportField, Row, Value as Cell, Word};

/// The added fields that a file can fill, found by their names.
///
/// # Errors
/// Those of the database.
pub async fn fields(cx: &Context, kind: RecordKind) -> Result<Vec<ImportField>> {
    let added = definitions::list(cx.db(), kind).await?;
    let people = staff::names(cx).await?;
    let with_usual = |added: &CustomField| ImportField { usual: usual(added, &people), ..field(added) };
    Ok(added.iter().map(with_usual).collect())
}

/// What a new record gets in a field that no column goes into.
fn usual(added: &CustomField, people: &[StaffName]) -> Option<Cell> {
    let person = |id: i64| people.iter().find(|person| person.id.0 == id && person.is_active);
    let word = |id: i64, name: &str| Word { id: Some(id), name: name.to_owned() };
    let entry = |id: i64| Some(word(id, added.option(id)?));
    Some(match added.usual()? {
        Set::Text(text) => Cell::Text(text),
        Set::Number(number) => Cell::Text(decimal(number)),
        Set::Money(money) => Cell::Money(money),
        Set::Day(day) => Cell::Day(day),
        Set::Moment(at) => Cell::Moment(at),
        Set::Flag(flag) => Cell::Flag(flag),
        Set::Id(id) if added.kind == FieldType::Staff => Cell::Words(vec![word(id, &person(id)?.name)]),
        Set::Id(id) => Cell::Words(vec![entry(id)?]),
        Set::Ids(ids) => Cell::Words(ids.into_iter().filter_map(entry).collect()),
        Set::Added(_) => return None,
    })
}

fn field(added: &CustomField) -> ImportField {
    let kind = match added.kind {
        FieldType::LongText => FieldKind::LongText(TEXT_LIMIT),
        FieldType::Money => FieldKind::Money,
        FieldType::Day => FieldKind::Day,
        FieldType::Moment => FieldKind::Moment,
        FieldType::Flag => FieldKind::Flag,
        FieldType::Choice | FieldType::Staff => FieldKind::Choice,
        FieldType::Choices => FieldKind::Tags,
        _ => FieldKind::Text(LINE_LIMIT),
    };
    let label = Text::new("fields-value").with("value", added.name.as_str());
    ImportField { label, ..ImportField::new(added.key().as_str(), "fields-value", kind) }
}

/// The entries that cells of added fields name; who works here stands for members of staff.
pub fn dictionaries(added: &[CustomField], staff: &[Entry]) -> Vec<Dictionary> {
    let entries = |field: &CustomField| match field.kind {
        FieldType::Staff => staff.to_vec(),
        _ => {
            let offered = field.options.iter().filter(|option| option.is_offered);
            offered
                .map(|option| Entry { id: option.id, name: option.name.clone(), also: Vec::new() })
                .collect()
        }
    };
    let of_words = added.iter().filter(|field| field.has_options() || field.kind == FieldType::Staff);
    let dictionary = |field: &CustomField| Dictionary {
        field: field.key().to_string().into(),
        entries: entries(field),
        may_create: false,
        is_free: false,
        longest: LINE_LIMIT,
    };
    of_words.map(dictionary).collect()
}

/// What a row says of added fields.
///
/// # Errors
/// Which fields the cells do not fit, and why.
pub fn values(added: &[CustomField], row: &Row) -> Result<CustomValues, Text> {
    let (mut values, mut problems) = (CustomValues::default(), Vec::new());
    for field in added {
        match cell(field, row).map(|json| field.checked(&json, None)) {
            Some(Ok(value)) => values.set(field.key(), value.map(|value| value.to_json())),
            Some(Err(problem)) => problems
                .push(Text::new("fields-named").with("field", field.name.as_str()).with("problem", problem)),
            None => {}
        }
    }
    crate::all_of(problems).map_or(Ok(values), Err)
}

fn cell(field: &CustomField, row: &Row) -> Option<Value> {
    let key = field.key();
    let key = key.as_str();
    match field.kind {
        FieldType::Money => row.money(key).map(|money| json!(money)),
        FieldType::Day => row.day(key).map(|day| json!(day)),
        FieldType::Moment => row.moment(key).map(|at| json!(at)),
        FieldType::Flag => row.flag(key).map(|flag| json!(flag)),
        FieldType::Choice | FieldType::Staff => row.id(key).map(|id| json!(id)),
        FieldType::Choices => {
            let ids: Vec<i64> = row.words(key).iter().filter_map(|word| word.id).collect();
            (!ids.is_empty()).then(|| json!(ids))
        }
        // Files write decimals as their country does.
        FieldType::Number => row.text(key).map(|text| json!(text.replace(' ', "").replace(',', "."))),
        _ => row.text(key).map(|text| json!(text)),
    }
}
