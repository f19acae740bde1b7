//! The fields of a kind of record as one actor sees them: what he may filter by and sort by.

mod sort;
mod sound;

pub use sort::Sort;

use kernel::Result;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::filter::{MAX_LENGTH, MAX_TEXT, nodes, split, unread};
use crate::{Asked, CustomField, FieldKey, FieldType, Filter, Node};

/// The fields that an actor sees. What is not in it is unknown to him: no filter, no order can name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Catalogue {
    fields: Vec<Field>,
}

/// A field in a [`Catalogue`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its key.
    pub key: FieldKey,
    /// What its values are.
    pub kind: FieldType,
    /// Whether a filter can ask it.
    pub is_tested: bool,
    /// Whether a list can be in its order.
    pub is_sorted: bool,
    /// The words that it can hold, if the kind of record knows them all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

impl FromIterator<Field> for Catalogue {
    fn from_iter<T: IntoIterator<Item = Field>>(fields: T) -> Self {
        Self { fields: fields.into_iter().collect() }
    }
}

impl Catalogue {
    /// The fields, in the order of forms.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field of this key, if the actor sees it.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key.as_str() == key)
    }

    /// A filter as it came in an address or a call.
    ///
    /// # Errors
    /// `Invalid` naming `filter`, with the piece that is unknown, cannot be read or is too much.
    pub fn read(&self, asked: &Asked) -> Result<Filter> {
        if asked.f.iter().map(String::len).sum::<usize>() > 4 * MAX_LENGTH {
            return Err(unread("fields-filter-long", ""));
        }
        let mut all = Vec::new();
        for text in asked.f.iter().filter(|text| !text.is_empty()) {
            all.extend(nodes(self, text)?);
        }
        self.filter(&asked.q, Node::All(all))
    }

    /// The outer conditions of what was asked, one by one; one that cannot be read is the text of it. So a page can show
    /// what stands in the way, where [`Catalogue::read`] only says that something does.
    pub fn pieces(&self, asked: &Asked) -> Vec<std::result::Result<Node, String>> {
        let whole = |text: &str| self.read(&Asked { q: String::new(), f: vec![text.to_owned()] });
        let mut pieces = Vec::new();
        for text in asked.f.iter().flat_map(|text| split(text)).filter(|text| !text.is_empty()) {
            match whole(text) {
                Ok(filter) => pieces.extend(filter.outer().iter().cloned().map(Ok)),
                Err(_) => pieces.push(Err(text.to_owned())),
            }
        }
        pieces
    }

    /// A filter as it was kept, [`Filter`] in JSON.
    ///
    /// # Errors
    /// As [`Catalogue::read`].
    pub fn read_json(&self, json: &Json) -> Result<Filter> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Kept {
            q: String,
            tests: Node,
        }
        let kept = Kept::deserialize(json);
        let kept = kept.map_err(|error| unread("fields-filter-unread", &error.to_string()))?;
        self.filter(&kept.q, kept.tests)
    }

    /// A filter of these words and tests, in the one form that it is written in: an outer group of all, without groups
    /// of one and groups in groups of their own sort.
    ///
    /// # Errors
    /// As [`Catalogue::read`].
    pub fn filter(&self, q: &str, tests: Node) -> Result<Filter> {
        let q: String = q.trim().chars().filter(|letter| !letter.is_control()).collect();
        if q.chars().count() > MAX_TEXT {
            return Err(unread("fields-filter-long", &q));
        }
        let tests = sound::plain(tests);
        sound::check(self, &tests)?;
        let filter = Filter { q, tests };
        let length = filter.text().chars().count();
        if length > MAX_LENGTH { Err(unread("fields-filter-long", "")) } else { Ok(filter) }
    }

    /// An order, `-value,name`: from the highest value down, and by name among equal ones. Empty for the usual one.
    ///
    /// # Errors
    /// `Invalid` naming `sort`, for an unknown field and for more than three.
    pub fn sorts(&self, text: &str) -> Result<Vec<Sort>> {
        sort::read(self, text)
    }
}

impl Catalogue {
    /// The same, with the fields that the organisation added behind the others.
    pub fn with(mut self, added: &[CustomField]) -> Self {
        let field = |field: &CustomField| Field {
            key: field.key(),
            kind: field.kind,
            is_tested: true,
            is_sorted: field.is_sorted(),
            words: Vec::new(),
        };
        self.fields.extend(added.iter().map(field));
        self
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Catalogue {
    /// The fields that this actor sees, of those that a kind has by itself.
    pub fn of(fields: &[crate::OwnField], actor: &kernel::Actor) -> Self {
        let seen = fields.iter().filter(|field| (field.sight)(actor));
        let field = |field: &crate::OwnField| Field {
            key: FieldKey::own(field.key),
            kind: field.kind,
            is_tested: field.column.is_tested(),
            is_sorted: field.sort.is_some(),
            words: field.words.iter().map(|word| (*word).to_owned()).collect(),
        };
        seen.map(field).collect()
    }
}
