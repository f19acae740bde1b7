//! Which records somebody wants to see: conditions of closed types over the fields of a kind.
//!
//! A [`Filter`] has two spellings, one line of text for addresses and programs ([`Asked`]) and JSON for what is kept.
//! Both are read by a [`crate::Catalogue`] and by nothing else, so that a filter never names a field that its reader may
//! not see, nor asks a field what it cannot answer.

mod days;
mod old;
mod read;
#[cfg(test)]
mod tests;
mod write;

#[cfg(not(target_arch = "wasm32"))]
mod holds;
#[cfg(not(target_arch = "wasm32"))]
pub use holds::Reader;

pub use days::{DayCheck, Period};
pub use old::{Old, OldForm, old_nodes};
pub(crate) use read::{nodes, split, unread};

use kernel::{Currency, StaffId};
use serde::{Deserialize, Serialize};

use crate::FieldKey;

/// How deep groups stand in each other, the outermost being the first.
pub const MAX_DEPTH: usize = 3;
/// How many tests a filter has at most.
pub const MAX_TESTS: usize = 30;
/// How many values one test names at most.
pub const MAX_VALUES: usize = 200;
/// How long a text is that records are compared with.
pub const MAX_TEXT: usize = 200;
/// How long a filter is as a line of text.
pub const MAX_LENGTH: usize = 4_000;

/// Which records: what is typed, and what is asked. Only a [`crate::Catalogue`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Filter {
    pub(crate) q: String,
    pub(crate) tests: Node,
}

impl Default for Filter {
    fn default() -> Self {
        Self { q: String::new(), tests: Node::All(Vec::new()) }
    }
}

impl Filter {
    /// The words that are searched for; empty for none.
    pub fn q(&self) -> &str {
        &self.q
    }

    /// What is asked: an [`Node::All`], be it of nothing.
    pub fn tests(&self) -> &Node {
        &self.tests
    }

    /// What has to hold all together.
    pub fn outer(&self) -> &[Node] {
        match &self.tests {
            Node::All(nodes) => nodes,
            single => std::slice::from_ref(single),
        }
    }

    /// Whether every record is meant.
    pub fn is_empty(&self) -> bool {
        self.q.is_empty() && self.outer().is_empty()
    }

    /// Whether a test asks this field, at whatever depth.
    pub fn names(&self, field: &str) -> bool {
        self.tests.each().any(|test| test.field.as_str() == field)
    }
}

/// A filter as it came: read it with [`crate::Catalogue::read`].
///
/// What it does not know it refuses: a page of an older program must not be shown more than it asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asked {
    /// The words that are searched for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Tests and groups that have to hold all together, `owner_id.any.3,4`; each is an `f=` of an address. One may also
    /// hold several, divided by `;`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub f: Vec<String>,
}

impl Asked {
    /// Whether every record is meant.
    pub fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && self.f.iter().all(String::is_empty)
    }

    /// What a filter asks that was kept as JSON, whoever reads it now: the fields that it names may be gone, and then
    /// nobody can read that condition, which is not the same as none. Nor can anybody read what is no filter at all.
    pub fn kept(json: &serde_json::Value) -> Self {
        #[derive(Deserialize)]
        struct Kept {
            q: String,
            tests: Node,
        }
        match Kept::deserialize(json) {
            Ok(Kept { q, tests: Node::All(nodes) }) => Self { q, f: nodes.iter().map(Node::text).collect() },
            Ok(Kept { q, tests }) => Self { q, f: vec![tests.text()] },
            Err(_) => Self { q: String::new(), f: vec!["?".to_owned()] },
        }
    }
}

/// A test, or several as one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// One test.
    Test(Test),
    /// All of these hold.
    All(Vec<Node>),
    /// One of these holds.
    Any(Vec<Node>),
}

impl Node {
    /// One test.
    pub fn test(field: impl Into<FieldKey>, check: Check) -> Self {
        Self::Test(Test { field: field.into(), check })
    }

    /// All tests in it, in their order.
    pub fn each(&self) -> Box<dyn Iterator<Item = &Test> + '_> {
        match self {
            Self::Test(test) => Box::new(std::iter::once(test)),
            Self::All(nodes) | Self::Any(nodes) => Box::new(nodes.iter().flat_map(Self::each)),
        }
    }
}

/// What is asked of one field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// Which field.
    pub field: FieldKey,
    /// What is asked of it.
    pub check: Check,
}

/// What can be asked, by the type of the field. Unless it says otherwise, a record without a value does not pass.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Of texts of any kind.
    Text(TextCheck),
    /// Of numbers, in millionths.
    Number(Span<i64>),
    /// Of amounts, in minor units; of whatever currency where none is named.
    Money(Option<Currency>, Span<i64>),
    /// Of days.
    Day(DayCheck),
    /// Of moments, by the day that it is in the organisation's time zone.
    Moment(DayCheck),
    /// Of a choice, by the ids of options.
    Choice(OneOf<i64>),
    /// Of several choices.
    Choices(OneOf<i64>),
    /// Of a word that the kind of record knows.
    Word(OneOf<String>),
    /// Yes or no.
    Flag(bool),
    /// Of people.
    Staff(StaffCheck),
    /// Whether there is no value.
    Empty(bool),
}

/// What is asked of a text. Capitals and accents make no difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextCheck {
    /// It is this.
    Is(String),
    /// It is something else, or nothing.
    IsNot(String),
    /// It begins with this.
    Begins(String),
    /// Words in it begin with each of these words.
    Words(String),
}

impl TextCheck {
    /// What it compares with.
    pub fn text(&self) -> &str {
        match self {
            Self::Is(text) | Self::IsNot(text) | Self::Begins(text) | Self::Words(text) => text,
        }
    }
}

/// What is asked of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffCheck {
    /// It is who looks.
    Me,
    /// It is one of these.
    AnyOf(Vec<StaffId>),
    /// It is none of these, or nobody.
    NoneOf(Vec<StaffId>),
}

/// What is asked of an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OneOf<T> {
    /// It is one of these, or one of these is among them.
    AnyOf(Vec<T>),
    /// It is none of these, or nothing.
    NoneOf(Vec<T>),
    /// All of these are among them; only of fields that hold several.
    AllOf(Vec<T>),
}

impl<T> OneOf<T> {
    /// The entries that are named.
    pub fn values(&self) -> &[T] {
        match self {
            Self::AnyOf(values) | Self::NoneOf(values) | Self::AllOf(values) => values,
        }
    }
}

/// From here to there, both included; an end that is missing is open, but not both of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span<T> {
    /// The least.
    pub from: Option<T>,
    /// The most.
    pub to: Option<T>,
}

impl<T: PartialOrd> Span<T> {
    /// Whether a value lies in it.
    pub fn holds(&self, value: &T) -> bool {
        self.from.as_ref().is_none_or(|from| value >= from) && self.to.as_ref().is_none_or(|to| value <= to)
    }
}
