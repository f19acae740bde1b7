//! The order of a list, and places in it.

use std::cmp::Ordering;

use kernel::db::{FromRow, Q};
use kernel::{Actor, Cursor, Result, Text, invalid};
use serde::{Deserialize, Serialize};

use super::Listing;
use super::added::{Added, Walk};
use super::branch::Given;
use super::index::Sorting;
use super::plan::Read;
use crate::{FieldType, OwnField, Sort};

/// In which order; ids come last, in the direction of the last field.
#[derive(Clone, Debug)]
pub(super) struct Order {
    code: String,
    keys: Vec<OrderKey>,
    id: &'static str,
    is_down: bool,
}

#[derive(Clone, Debug)]
struct OrderKey {
    field: &'static str,
    expression: Q,
    is_text: bool,
    is_down: bool,
    /// The index that has it, if it is an added field.
    walk: Option<Walk>,
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
        let by =
            |field: Option<&'static str>, is_down| field.map(|field| Sort { field: field.into(), is_down });
        let usual = by(listing.listed.newest, true).or_else(|| by(listing.listed.first, false));
        let usual: Vec<Sort> = usual.into_iter().collect();
        let sorts = if sorts.is_empty() { &usual } else { sorts.get(..Sort::MOST).unwrap_or(sorts) };
        let key = |sort: &Sort| {
            let unknown = || Text::new("fields-sort-unknown").with("piece", sort.field.as_str());
            let found = listing.field(actor, sort.field.as_str()).and_then(|field| match field {
                Given::Own(field) => OrderKey::own(field),
                Given::Added(field) => OrderKey::added(field),
            });
            let key = found.ok_or_else(|| invalid("sort", unknown()))?;
            Ok(OrderKey { is_down: sort.is_down, ..key })
        };
        let keys = sorts.iter().map(key).collect::<Result<Vec<_>>>()?;
        let code = sorts.iter().map(Sort::code).collect::<Vec<_>>().join(",");
        let is_down = keys.last().is_none_or(|key| key.is_down);
        Ok(Self { code, keys, id: "l.id", is_down })
    }

    /// The order that an index has by itself: of this field, or of ids.
    pub fn by_index(listing: &Listing, actor: &Actor, field: &'static str) -> Result<Self> {
        let mut order = Self { code: String::new(), keys: Vec::new(), id: "l.id", is_down: true };
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

    /// The index of the added field that it goes by first.
    pub fn walk(&self) -> Option<Walk> {
        self.keys.first().and_then(|key| key.walk)
    }

    /// The same order, in the words of the index that is read.
    pub fn along(&self, read: Read) -> Self {
        let mut order = self.clone();
        if let (Read::Along(walk), Some(key)) = (read, order.keys.first_mut()) {
            key.expression = walk.own();
            order.id = "x.record_id";
        }
        order
    }

    /// The columns of a [`PlaceRow`], for a statement that begins so.
    pub fn select(&self) -> Q {
        let mut q = Q::new("select l.id,");
        for place in 0..Sort::MOST {
            let of = |is_text: bool, nothing: &'static str| {
                let key = self.keys.get(place).filter(|key| key.is_text == is_text);
                key.map_or_else(|| Q::new(nothing), |key| key.expression.clone())
            };
            q = q.append(of(false, "cast(0 as bigint)")).push(NUMBERS[place]).append(of(true, "''"));
            q = q.push(if place + 1 == Sort::MOST { "as t2" } else { TEXTS[place] });
        }
        q
    }

    /// `order by ..` on the table `l`.
    pub fn order_by(&self) -> Q {
        let keys = self.keys.iter();
        let q = keys.fold(Q::new("order by"), |q, key| {
            q.append(key.expression.clone()).push(if key.is_down { "desc," } else { "," })
        });
        q.push(self.id).push_if(self.is_down, "desc")
    }

    /// The condition of being behind a place.
    pub fn after(&self, place: &Place) -> Q {
        match (self.keys.as_slice(), place.keys.as_slice()) {
            ([], _) => Q::new(self.id).push(if self.is_down { "< ?" } else { "> ?" }).bind(place.id),
            ([key], [value]) => {
                let than = if self.is_down { ["<= ? and (", "< (?, ?)"] } else { [">= ? and (", "> (?, ?)"] };
                self.bounded(&key.expression, than, value, place.id)
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
                self.bounded(&key.expression, than, value, place.id)
            }
            _ => Q::new(self.id).push(if self.is_down { ">= ?" } else { "<= ?" }).bind(place.id),
        }
    }

    /// `expression <= ? and (expression, l.id) < (?, ?)`: SQLite finds a place in an index over an expression only by the
    /// expression itself.
    fn bounded(&self, expression: &Q, [first, both]: [&'static str; 2], value: &Key, id: i64) -> Q {
        let q = value.bound(Q::new("(").append(expression.clone()).push(first));
        let q = q.append(expression.clone()).push(",").push(self.id).push(")").push(both);
        value.bound(q).bind(id).push(")")
    }

    /// `a >= ? and (a > ? or (a = ? and (..)))`, which an index on the first field can begin with.
    fn behind(&self, keys: &[OrderKey], values: &[Key], id: i64) -> Q {
        let (Some((key, keys)), Some((value, values))) = (keys.split_first(), values.split_first()) else {
            return Q::new(self.id).push(if self.is_down { "< ?" } else { "> ?" }).bind(id);
        };
        let (from, than) = if key.is_down { ("<= ? and (", "< ? or (") } else { (">= ? and (", "> ? or (") };
        let q = value.bound(Q::new("(").append(key.expression.clone()).push(from));
        let q = value.bound(q.append(key.expression.clone()).push(than));
        let q = value.bound(q.append(key.expression.clone()).push("= ? and"));
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

impl OrderKey {
    fn own(field: &'static OwnField) -> Option<Self> {
        let is_text = !matches!(
            field.kind,
            FieldType::Number
                | FieldType::Money
                | FieldType::Moment
                | FieldType::Choice
                | FieldType::Staff
                | FieldType::Flag
        );
        let expression = Q::new(field.sort?);
        Some(Self { field: field.key, expression, is_text, is_down: false, walk: None })
    }

    fn added(field: Added<'_>) -> Option<Self> {
        let walk = Walk::of(field.0)?;
        let is_text = walk.sorting == Sorting::Text;
        Some(Self { field: "", expression: walk.looked_up(), is_text, is_down: false, walk: Some(walk) })
    }
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
