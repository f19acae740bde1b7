use kernel::db::Q;
use kernel::{Actor, Result, StaffId};

use super::added::Added;
use super::{Bounds, Column};
use crate::{Catalogue, CustomField, Kind, OwnField};

/// One way in which an actor comes to see records. Branches of a view do not overlap, and each has indexes of its own, so
/// that a reader of few records among a million pays for the few.
#[derive(Clone, Debug, Default)]
pub struct Branch {
    /// The field whose value the branch fixes, and the condition that fixes it: an index can begin with it.
    pub(super) pin: Option<(&'static str, Q)>,
    /// What selects the ids of its records, where no column of theirs says so.
    pub(super) gathered: Option<Q>,
    /// What has to hold beside it.
    pub(super) rest: Option<Q>,
    /// The word that stands for the branch in the index of words.
    pub(super) word: Option<String>,
}

impl Branch {
    /// Every record.
    pub fn all() -> Self {
        Self::default()
    }

    /// Those whose field holds what this condition on `l` says: `owner_id`, `l.owner_id = ?`.
    pub fn of(field: &'static str, condition: Q) -> Self {
        Self { pin: Some((field, condition)), ..Self::default() }
    }

    /// Those whose ids this selects, from another table.
    pub fn gathered(ids: Q) -> Self {
        Self { gathered: Some(ids), ..Self::default() }
    }

    /// Those whose field of people holds this one.
    pub(crate) fn owned(fields: &[OwnField], owner: Option<&str>, me: Option<StaffId>) -> Option<Self> {
        let field = fields.iter().find(|field| Some(field.key) == owner)?;
        let Column::Plain(column) = field.column else { return None };
        Some(Self::of(field.key, Q::new(column).push("= ?").bind(me?)))
    }

    /// The same, where this holds beside it.
    pub fn and(self, condition: Q) -> Self {
        Self { rest: Some(condition), ..self }
    }

    /// The same, with the word that stands for it in the index of words.
    pub fn word(self, word: String) -> Self {
        Self { word: Some(word), ..self }
    }
}

/// An index over the records that are not in the bin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// Its name, which SQLite is told.
    pub name: &'static str,
    /// What has to be fixed for it to be in order: keys of fields that it begins with or is of only, and
    /// `standing=in_play` for one that is of one word only.
    ///
    /// SQLite uses an index of some rows only where a statement says in the same words that it means those: such a field
    /// has a [`super::Column::Asked`] that writes the word instead of binding it.
    pub begins: &'static [&'static str],
    /// The key of the field whose order it has behind that; ids come last. Empty for an index that only finds.
    pub order: &'static str,
}

/// An index of words: statements that select the ids of the records which match one bound value.
#[derive(Clone, Copy, Debug)]
pub struct WordIndex {
    /// `select rowid from lead_search where lead_search match ?`
    pub sqlite: &'static str,
    /// `select rowid from lead_search where body @@ to_tsquery('simple', ?)`
    pub postgres: &'static str,
}

/// What lists of a kind of record go by.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Its indexes, the narrowest first.
    pub indexes: &'static [Index],
    /// Where its words are found. Without it they are looked for in its first field.
    pub words: Option<WordIndex>,
    /// The order, the newest first, where none is asked for: the key of a field. Without it, the order of ids.
    pub newest: Option<&'static str>,
    /// The same from the beginning, for kinds that people look up by name.
    pub first: Option<&'static str>,
    /// Fields and words that are tested where a filter does not name the field: who opens a list means those in play.
    pub usual: &'static [(&'static str, &'static str)],
    /// The field of who a record belongs to, for kinds that say no more about who sees what.
    pub owner: Option<&'static str>,
}

impl Listed {
    /// Without any index: for kinds of few records.
    pub const PLAIN: Self =
        Self { indexes: &[], words: None, newest: None, first: None, usual: &[], owner: None };
}

/// The list of a kind of record, as one actor sees it.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The table, with `id` and `deleted_at`.
    pub table: &'static str,
    /// The fields that the kind has by itself.
    pub fields: &'static [OwnField],
    /// Those that the organisation added; their values stand in `custom`.
    pub added: Vec<CustomField>,
    /// What lists go by.
    pub listed: Listed,
    /// What the actor sees.
    pub branches: Vec<Branch>,
    /// How much a request may look at.
    pub bounds: Bounds,
}

/// A field in a list.
pub(super) enum Given<'a> {
    /// One that the kind has by itself.
    Own(&'static OwnField),
    /// One that the organisation added.
    Added(Added<'a>),
}

impl Listing {
    /// The records of this kind that an actor sees, by the fields that the kind has by itself.
    ///
    /// # Errors
    /// `Unauthenticated`, `Forbidden` for who may see none.
    pub fn of<K: Kind>(actor: &Actor) -> Result<Self> {
        let branches = K::branches(actor)?;
        Ok(Self {
            table: K::ABOUT.table,
            fields: K::FIELDS,
            added: Vec::new(),
            listed: K::LISTED,
            branches,
            bounds: Bounds::default(),
        })
    }

    /// The same, by the fields that the organisation added as well.
    pub fn with(self, added: Vec<CustomField>) -> Self {
        Self { added, ..self }
    }

    /// What this actor can filter and sort by.
    pub fn catalogue(&self, actor: &Actor) -> Catalogue {
        Catalogue::of(self.fields, actor).with(&self.added)
    }

    pub(super) fn field(&self, actor: &Actor, key: &str) -> Option<Given<'_>> {
        let own = self.fields.iter().find(|field| field.key == key && (field.sight)(actor)).map(Given::Own);
        let added = || self.added.iter().find(|field| field.key().as_str() == key);
        own.or_else(|| added().map(|field| Given::Added(Added(field))))
    }
}
