//! The order of a list, and places in it.

use std::cmp::Ordering;

use kernel::db::{FromRow, Q};
use kernel::{Actor, Cursor, Result, Text, invalid};
use serde::{Deserialize, Serialize};

use super::Listing;
use crate::{FieldType, Sort};

/// In which order; ids come last, in the direction of the last field.
#[derive(Clone, Debug)]
pub(super) struct Order {
    code: String,
    keys: Vec<OrderKey>,
    is_down: bool,
}

#[derive(Clone, Debug)]
struct OrderKey {
    field: &'static str,
    expression: &'static str,
    is_text: bool,
    is_down: bool,
}

/// A row's place in an order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    keys: Vec<Key>,
    pub id: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Number(i64),
    Text(String),
}

/// What is read of a row: its id and, for each field of the order, a number or a text.
#[derive(FromRow)]
pub(super) struct PlaceRow {
    id: i64,
    n0: i64,
    t0: String,
    n1: i64,
    t1: String,
    n2: i64,
    t2: String,
}

/// The columns of a [`PlaceRow`], by place.
const NUMBERS: [&str; 3] = ["as n0,", "as n1,", "as n2,"];
const TEXTS: [&str; 3] = ["as t0,", "as t1,", "as t2,"];

impl Order {
    /// # Errors
    /// `Invalid` for a field that the actor does not see or that nothing sorts by.
    pub fn of(listing: &Listing, actor: &Actor, sorts: &[Sort]) -> Result<Self> {
        let usual = listing.listed.newest.map(|field| Sort { field: field.into(), is_down: true });
        let usual: Vec<Sort> = usual.into_iter().collect();
        let sorts = if sorts.is_empty() { &usual } else { sorts.get(..Sort::MOST).unwrap_or(sorts) };
        let key = |sort: &Sort| {
            let field = listing.field(actor, sort.field.as_str());
            let found = field.and_then(|field| Some((field, field.sort?)));
            let unknown = || Text::new("fields-sort-unknown").with("piece", sort.field.as_str());
            let (field, expression) = found.ok_or_else(|| invalid("sort", unknown()))?;
            let is_text = !matches!(
                field.kind,
                FieldType::Number
                    | FieldType::Money
                    | FieldType::Moment
                    | FieldType::Choice
                    | FieldType::Staff
                    | FieldType::Flag
            );
            Ok(OrderKey { field: field.key, expression, is_text, is_down: sort.is_down })
        };
        let keys = sorts.iter().map(key).collect::<Result<Vec<_>>>()?;
        let code = sorts.iter().map(Sort::code).collect::<Vec<_>>().join(",");
        let is_down = keys.last().is_none_or(|key| key.is_down);
        Ok(Self { code, keys, is_down })
    }

    /// The order that an index has by itself: of this field, or of ids.
    pub fn by_index(listing: &Listing, actor: &Actor, field: &'static str) -> Result<Self> {
        let mut order = Self { code: String::new(), keys: Vec::new(), is_down: true };
        if !field.is_empty() {
            order = Self::of(listing, actor, &[Sort { field: field.into(), is_down: true }])?;
        }
        Ok(order)
    }

    /// The one field that it goes by; `Some("")` if it goes by ids alone.
    pub fn single(&self) -> Option<&'static str> {
        match self.keys.as_slice() {
            [] => Some(""),
            [only] => Some(only.field),
            _ => None,
        }
    }

    /// The field that it goes by first.
    pub fn first(&self) -> Option<&'static str> {
        self.keys.first().map(|key| key.field)
    }

    /// The columns of a [`PlaceRow`], for a statement that begins so.
    pub fn select(&self) -> Q {
        let mut q = Q::new("select l.id,");
        for place in 0..Sort::MOST {
            let key = self.keys.get(place);
            let number = key.filter(|key| !key.is_text).map_or("cast(0 as bigint)", |key| key.expression);
            let text = key.filter(|key| key.is_text).map_or("''", |key| key.expression);
            q = q.push(number).push(NUMBERS[place]).push(text);
            q = q.push(if place + 1 == Sort::MOST { "as t2" } else { TEXTS[place] });
        }
        q
    }

    /// `order by ..` on the table `l`.
    pub fn order_by(&self) -> Q {
        let keys = self.keys.iter();
        let q = keys.fold(Q::new("order by"), |q, key| {
            q.push(key.expression).push(if key.is_down { "desc," } else { "," })
        });
        q.push("l.id").push_if(self.is_down, "desc")
    }

    /// The condition of being behind a place.
    pub fn after(&self, place: &Place) -> Q {
        match (self.keys.as_slice(), place.keys.as_slice()) {
            ([], _) => Q::new(if self.is_down { "l.id < ?" } else { "l.id > ?" }).bind(place.id),
            ([key], [value]) => {
                let than = if self.is_down { ["<= ? and (", "< (?, ?)"] } else { [">= ? and (", "> (?, ?)"] };
                bounded(key.expression, than, value, place.id)
            }
            (keys, values) => self.behind(keys, values, place.id),
        }
    }

    /// The condition of being at a place or before it. Only of an order by one field at most.
    pub fn until(&self, place: &Place) -> Q {
        match (self.keys.first(), place.keys.first()) {
            (Some(key), Some(value)) => {
                let than =
                    if self.is_down { [">= ? and (", ">= (?, ?)"] } else { ["<= ? and (", "<= (?, ?)"] };
                bounded(key.expression, than, value, place.id)
            }
            _ => Q::new(if self.is_down { "l.id >= ?" } else { "l.id <= ?" }).bind(place.id),
        }
    }

    /// `a >= ? and (a > ? or (a = ? and (..)))`, which an index on the first field can begin with.
    fn behind(&self, keys: &[OrderKey], values: &[Key], id: i64) -> Q {
        let (Some((key, keys)), Some((value, values))) = (keys.split_first(), values.split_first()) else {
            return Q::new(if self.is_down { "l.id < ?" } else { "l.id > ?" }).bind(id);
        };
        let (from, than) = if key.is_down { ("<= ? and (", "< ? or (") } else { (">= ? and (", "> ? or (") };
        let q = value.bound(Q::new("(").push(key.expression).push(from));
        let q = value.bound(q.push(key.expression).push(than));
        let q = value.bound(q.push(key.expression).push("= ? and"));
        q.append(self.behind(keys, values, id)).push(")))")
    }

    /// How two places follow each other, as the database has it.
    pub fn compare(&self, a: &Place, b: &Place) -> Ordering {
        for ((key, a), b) in self.keys.iter().zip(&a.keys).zip(&b.keys) {
            let order = a.compare(b);
            let order = if key.is_down { order.reverse() } else { order };
            if order.is_ne() {
                return order;
            }
        }
        if self.is_down { b.id.cmp(&a.id) } else { a.id.cmp(&b.id) }
    }

    pub fn place(&self, row: PlaceRow) -> Place {
        let values = [(row.n0, row.t0), (row.n1, row.t1), (row.n2, row.t2)];
        let keys = self.keys.iter().zip(values);
        let key = |(key, (number, text)): (&OrderKey, (i64, String))| match key.is_text {
            true => Key::Text(text),
            false => Key::Number(number),
        };
        Place { keys: keys.map(key).collect(), id: row.id }
    }

    pub fn cursor(&self, place: &Place) -> Cursor {
        Cursor::new(&(&self.code, &place.keys, place.id))
    }

    /// # Errors
    /// `Invalid` for a cursor of another order.
    pub fn read(&self, cursor: &Cursor) -> Result<Place> {
        let read: Option<(String, Vec<Key>, i64)> = cursor.values();
        let fits = |keys: &[Key]| {
            let same = |(order, key): (&OrderKey, &Key)| order.is_text == matches!(key, Key::Text(_));
            keys.len() == self.keys.len() && self.keys.iter().zip(keys).all(same)
        };
        match read {
            Some((code, keys, id)) if code == self.code && fits(&keys) => Ok(Place { keys, id }),
            _ => Err(invalid("cursor", "fields-cursor-unfit")),
        }
    }
}

/// `expression <= ? and (expression, l.id) < (?, ?)`: SQLite finds a place in an index over an expression only by the
/// expression itself.
fn bounded(expression: &'static str, [first, both]: [&'static str; 2], value: &Key, id: i64) -> Q {
    let q = value.bound(Q::new("(").push(expression).push(first));
    value.bound(q.push(expression).push(", l.id)").push(both)).bind(id).push(")")
}

impl Key {
    fn bound(&self, q: Q) -> Q {
        match self {
            Self::Number(number) => q.bind(*number),
            Self::Text(text) => q.bind(text),
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}
