use fields::{Asked, Catalogue, Check, DayCheck, Field, FieldType, Node, Span};
use kernel::{Day, Instant, Result, Zone};
use serde::{Deserialize, Serialize};

use crate::api::list_leads;
use crate::month::Month;
use crate::{Dictionaries, Lead, ListQuery};

/// What the leads of a calendar stand by where nothing is said: when they were made.
const USUAL: &str = "created_at";

/// So many leads of a month are shown at most.
pub const MOST: usize = 600;

/// So many are fetched at once.
const PIECE: usize = 200;

/// Which leads, by which date, of which month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarQuery {
    /// Which leads, as the address says it.
    pub filter: Asked,
    /// The key of the date; empty for the usual one.
    pub by: String,
    /// The month; none for the one that it is.
    pub month: Option<Month>,
    /// What the address says of the saved view that this belongs to.
    pub view: Option<String>,
}

/// The leads of the weeks that are shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MonthLeads {
    /// In the order of their dates, as far as the list knows it.
    pub leads: Vec<Lead>,
    /// There are more than are shown.
    pub is_cut: bool,
}

/// The dates by which leads can stand.
pub fn dates(catalogue: &Catalogue) -> Vec<&Field> {
    let is_date =
        |field: &&Field| field.is_tested && matches!(field.kind, FieldType::Day | FieldType::Moment);
    catalogue.fields().iter().filter(is_date).collect()
}

/// The date by which the leads stand: the usual one instead of one that nobody knows.
pub fn date<'a>(query: &CalendarQuery, catalogue: &'a Catalogue) -> Option<&'a Field> {
    let dates = dates(catalogue);
    let find = |key: &str| dates.iter().find(|field| field.key.as_str() == key).copied();
    find(&query.by).or_else(|| find(USUAL))
}

/// The leads of a month.
///
/// # Errors
/// Those of the list; `Invalid` for a filter that cannot be read.
pub async fn fetch(query: CalendarQuery, words: &Dictionaries, today: Day) -> Result<MonthLeads> {
    let Some(field) = date(&query, &words.catalogue) else { return Ok(MonthLeads::default()) };
    let month = query.month.unwrap_or_else(|| Month::of(today));
    let asked = ListQuery {
        filter: within(query.filter, field, month),
        sort: if field.is_sorted { field.key.to_string() } else { String::new() },
        limit: Some(PIECE),
        ..ListQuery::default()
    };
    let mut found = MonthLeads::default();
    let mut cursor = None;
    loop {
        let piece = list_leads(ListQuery { cursor, ..asked.clone() }).await?;
        found.leads.extend(piece.items);
        found.is_cut = piece.next_cursor.is_some();
        cursor = piece.next_cursor;
        if cursor.is_none() || found.leads.len() >= MOST {
            return Ok(found);
        }
    }
}

/// The same filter, narrowed to the days that are shown.
fn within(mut filter: Asked, field: &Field, month: Month) -> Asked {
    let (first, last) = month.shown();
    let days = DayCheck::Span(Span { from: Some(first), to: Some(last) });
    let check = if field.kind == FieldType::Day { Check::Day(days) } else { Check::Moment(days) };
    filter.f.push(Node::test(field.key.clone(), check).text());
    filter
}

/// On which day a lead stands.
pub fn day_of(lead: &Lead, field: &Field, zone: &Zone) -> Option<Day> {
    let day = |at: Instant| zone.day(at);
    match field.key.as_str() {
        "created_at" => Some(day(lead.created_at)),
        "stage_since" => Some(day(lead.stage_since)),
        "last_contact_at" => lead.profile.last_contact_at.map(day),
        _ => match field.kind.read(lead.profile.custom.get(&field.key)?).ok()?? {
            fields::Value::Day(day) => Some(day),
            fields::Value::Moment(at) => Some(day(at)),
            _ => None,
        },
    }
}
