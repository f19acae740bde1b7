//! What a kind of record gives, so that everything that is built once for all kinds works with it.

use kernel::db::{On, Tx};
use kernel::{Actor, Can, Context, Instant, NewEvent, OpenRecord, RecordKind, Result};
use serde_json::{Value as Json, json};

use crate::{Branch, Column, FieldKey, FieldType, Likeness, Listed, Values, changes, store};

/// A kind of record: leads, and whatever comes after them.
///
/// Each mechanism that works on records of any kind (undo, bin, bulk work, merge, import) reads them and changes them
/// through this and through nothing else, so that a kind says its rules once. What may be done is asked by
/// [`Kind::allow`], which writes nothing; [`Kind::commit`] writes and asks nothing. A preview is the first without the
/// second, and so it never says anything but what the run does.
pub trait Kind: Send + Sync + Sized + 'static {
    /// A record as the kind itself keeps it.
    type Row: Clone + Send + Sync + 'static;
    /// What one run has to remember of what it did, how many records it brought into each stage for example.
    type Ahead: Default + Send + 'static;
    /// What it is.
    const ABOUT: About;
    /// Its fields, in the order of forms.
    const FIELDS: &'static [OwnField];
    /// What lists of them go by.
    const LISTED: Listed = Listed::PLAIN;

    /// Who sees what, for lists: as [`Kind::find`] has it. Unless the kind says more, those who may view all see all, and
    /// those who may view their own see what is theirs by [`Listed::owner`].
    ///
    /// # Errors
    /// `Unauthenticated`, `Forbidden` for who may see none at all.
    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        let area = Self::ABOUT.kind.area();
        let own = Branch::owned(Self::FIELDS, Self::LISTED.owner, actor.staff_id());
        match own.filter(|_| actor.has(area, Can::ViewOwn) && !actor.has(area, Can::ViewAll)) {
            Some(own) => Ok(vec![own]),
            None => actor.require(area, Can::ViewAll).map(|()| vec![Branch::all()]),
        }
    }

    /// A record, as everybody else knows it.
    fn record(cx: &Context, row: &Self::Row) -> Record;

    /// What tells that two of them may be about the same; nothing, unless the kind says so.
    fn likeness(_: &Context, _: &Values) -> Vec<Likeness> {
        Vec::new()
    }

    /// Those of these records that the actor may see, also from the bin, in any order. In a transaction they are
    /// locked for the change to come, in the order of their ids.
    ///
    /// # Errors
    /// `Forbidden` for who may see none at all.
    fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> impl Future<Output = Result<Vec<Self::Row>>> + Send;

    /// What would become of a record, if the rules of the kind allow it; nothing is written. The rights to create, edit
    /// and delete were asked already, and so were versions.
    ///
    /// # Errors
    /// `Forbidden` or `Invalid` with the reason.
    fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Self::Row>,
        wish: Wish<'_>,
        ahead: &mut Self::Ahead,
    ) -> impl Future<Output = Result<Self::Row>> + Send;

    /// Writes what was allowed in this transaction: row, words, event, sums. Answers the records as they are now.
    ///
    /// # Errors
    /// Those of the database.
    fn commit(
        cx: &Context,
        tx: &Tx,
        allowed: Vec<Going<Self::Row>>,
    ) -> impl Future<Output = Result<Vec<Self::Row>>> + Send;

    /// Takes records that have lain in the bin for long enough out of the database: their rows, and whatever the kind
    /// itself keeps of them. What hangs on their timelines, `records` removes.
    ///
    /// # Errors
    /// Those of the database.
    fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> impl Future<Output = Result<()>> + Send {
        store::purge(tx, Self::ABOUT.table, ids)
    }
}

/// What a kind of record is called.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Which one.
    pub kind: RecordKind,
    /// Their table, with `id`, `version` and `deleted_at`, and an index on the latter for those in the bin.
    pub table: &'static str,
    /// How the history calls what happens to one.
    pub told: Told,
}

/// The kinds of events that tell what happened to a record.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// `lead.created`
    pub created: &'static str,
    /// `lead.updated`
    pub changed: &'static str,
    /// `lead.deleted`
    pub deleted: &'static str,
    /// `lead.restored`
    pub restored: &'static str,
}

/// A field that a kind of record has by itself. Its label is the text `field-<key>`.
#[derive(Clone, Copy, Debug)]
pub struct OwnField {
    /// The key, as in the REST API.
    pub key: &'static str,
    /// What its values are.
    pub kind: FieldType,
    /// It is kept by the system: nobody types it in, and only what takes a change back sets it.
    pub is_kept: bool,
    /// Where it stands, for filters.
    pub column: Column,
    /// What lists in its order go by, on the table `l`: never null, `coalesce(l.value_minor, 0)`.
    pub sort: Option<&'static str>,
    /// The words that it can hold, if it is one of words.
    pub words: &'static [&'static str],
    /// Who sees it.
    pub sight: fn(&Actor) -> bool,
}

impl OwnField {
    /// A field that people fill in.
    pub const fn new(key: &'static str, kind: FieldType) -> Self {
        let everybody: fn(&Actor) -> bool = |_| true;
        Self { key, kind, is_kept: false, column: Column::None, sort: None, words: &[], sight: everybody }
    }

    /// The same field in this column of the table `l`.
    pub const fn column(self, column: &'static str) -> Self {
        Self { column: Column::Plain(column), ..self }
    }

    /// The same field, standing there.
    pub const fn stands(self, column: Column) -> Self {
        Self { column, ..self }
    }

    /// The same field, sorted by this expression on the table `l`: never null, and a text of bytes in their order.
    pub const fn sorted(self, expression: &'static str) -> Self {
        Self { sort: Some(expression), ..self }
    }

    /// The same field, of these words.
    pub const fn words(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    /// The same field, seen by those of whom this is true.
    pub const fn seen_by(self, sight: fn(&Actor) -> bool) -> Self {
        Self { sight, ..self }
    }

    /// The same field, kept by the system.
    pub const fn kept(self) -> Self {
        Self { is_kept: true, ..self }
    }
}

/// The values of a record that is an object of JSON with the fields' keys, as in the REST API; what does not fit its
/// field is left out.
pub fn values_of(fields: &[OwnField], object: &serde_json::Map<String, Json>) -> Values {
    let value = |field: &OwnField| field.kind.read(object.get(field.key)?).ok().flatten();
    fields.iter().filter_map(|field| Some((FieldKey::own(field.key), Some(value(field)?)))).collect()
}

/// A record of any kind, as it is.
#[derive(Clone, Debug)]
pub struct Record {
    /// What everybody needs to know of it.
    pub open: OpenRecord,
    /// When it went to the bin.
    pub deleted_at: Option<Instant>,
    /// What its fields hold.
    pub values: Values,
}

/// What is to become of a record.
#[derive(Clone, Copy, Debug)]
pub enum Wish<'a> {
    /// There is a new one.
    Create(&'a Values),
    /// Some fields hold something else.
    Change(&'a Values),
    /// It goes to the bin.
    Delete,
    /// It comes out of the bin.
    Restore,
}

/// A record before and after what is allowed. It is new without a `before`.
#[derive(Clone, Debug)]
pub struct Going<R> {
    /// As it is.
    pub before: Option<R>,
    /// As it will be.
    pub after: R,
}

/// The event of what became of a record, with the values of its fields for words.
pub fn event<K: Kind>(cx: &Context, before: Option<&K::Row>, after: &K::Row) -> NewEvent {
    let (before, after) = (before.map(|row| K::record(cx, row)), K::record(cx, after));
    let told = K::ABOUT.told;
    let (kind, payload) = match &before {
        None => (told.created, Json::Null),
        Some(before) => match (before.deleted_at, after.deleted_at) {
            (None, Some(_)) => (told.deleted, Json::Null),
            (Some(_), None) => (told.restored, Json::Null),
            _ => (told.changed, json!({ "changes": changes(&before.values, &after.values) })),
        },
    };
    // That it is out of use, or in use again, is told where it was merged.
    let is_history = cx.cause.merges.is_none() || kind == told.changed;
    let OpenRecord { record, timeline_id, version, audience, .. } = after.open;
    let audience = match &before {
        Some(before) => audience.changed_from(&before.open.audience),
        None => audience,
    };
    NewEvent { kind, record, timeline_id: is_history.then_some(timeline_id), version, payload, audience }
}
