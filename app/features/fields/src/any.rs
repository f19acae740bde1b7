//! Kinds of records whose rows nobody has to know.

use std::any::Any;
use std::collections::HashMap;
use std::marker::PhantomData;

use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::db::{On, Tx};
use kernel::{Actor, Context, Error, RecordKind, Result, forbidden, invalid, merged, refusal};

use crate::store::definitions;
use crate::{
    About, Catalogue, FieldKey, Going, Kind, Likeness, Listing, OwnField, Record, Values, Wish, Work,
};

/// A [`Kind`] among others.
pub trait AnyKind: Send + Sync {
    /// What it is.
    fn about(&self) -> About;

    /// Its fields, in the order of forms.
    fn fields(&self) -> &'static [OwnField];

    /// The list of what the actor sees of them, by the fields that the kind has by itself: see [`listing`] for all.
    ///
    /// # Errors
    /// `Unauthenticated`, `Forbidden` for who may see none.
    fn listing(&self, actor: &Actor) -> Result<Listing>;

    /// What tells that two of them may be about the same.
    fn likeness(&self, cx: &Context, values: &Values) -> Vec<Likeness>;

    /// Those of these records that the actor may see, also from the bin, by id. In a transaction they are locked.
    fn read<'a>(
        &self,
        cx: &'a Context,
        on: On<'a>,
        ids: &'a [i64],
    ) -> BoxFuture<'a, Result<HashMap<i64, Record>>>;

    /// Asks for each piece of work whether it may be done; writes nothing. A record is named once at most.
    fn prepare<'a>(
        &self,
        cx: &'a Context,
        on: On<'a>,
        works: Vec<Work>,
        ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<Ready>>>>;

    /// Does what was allowed in the same transaction, and answers the records in the same order.
    fn commit<'a>(
        &self,
        cx: &'a Context,
        tx: &'a Tx,
        ready: Vec<Ready>,
    ) -> BoxFuture<'a, Result<Vec<Record>>>;

    /// Takes records out of the database for good; see [`Kind::purge`].
    fn purge<'a>(&self, cx: &'a Context, tx: &'a Tx, ids: &'a [i64]) -> BoxFuture<'a, Result<()>>;
}

/// A kind of record for all mechanisms; a feature leaves it in `Feature::parts`.
#[derive(Clone, Copy)]
pub struct KindPart(pub &'static dyn AnyKind);

/// What a feature leaves in `Feature::parts` for its kind of record.
pub fn part<K: Kind>() -> KindPart {
    KindPart(const { &Erased::<K>(PhantomData) })
}

/// The kind of records of this word.
///
/// # Errors
/// `NotFound` if no feature has such records.
pub fn kind_of(cx: &Context, kind: RecordKind) -> Result<&'static dyn AnyKind> {
    let mut kinds = cx.foyer.parts::<KindPart>();
    kinds.find(|part| part.0.about().kind == kind).map(|part| part.0).ok_or(Error::NotFound)
}

/// The list of what the actor sees of this kind of record, by all fields, the added ones among them.
///
/// # Errors
/// `NotFound` if no feature has such records; `Unauthenticated`, `Forbidden` for who may see none.
pub async fn listing(cx: &Context, kind: RecordKind) -> Result<Listing> {
    let listing = kind_of(cx, kind)?.listing(&cx.actor)?;
    Ok(listing.with(definitions::list(cx.db(), kind).await?))
}

/// All fields of a kind of record that the actor sees, the added ones among them.
///
/// # Errors
/// `NotFound` if no feature has such records; those of the database.
pub async fn catalogue(cx: &Context, on: impl Into<On<'_>>, kind: RecordKind) -> Result<Catalogue> {
    let own = Catalogue::of(kind_of(cx, kind)?.fields(), &cx.actor);
    Ok(own.with(&definitions::list(on, kind).await?))
}

/// What a run remembers between its batches.
#[derive(Default)]
pub struct Ahead {
    kept: Option<Box<dyn Any + Send>>,
    imagined: HashMap<i64, Box<dyn Any + Send + Sync>>,
}

impl Ahead {
    /// What this kind of record remembers, for what it asks beside [`Kind::allow`].
    ///
    /// # Errors
    /// `Internal` if the run was begun with another kind.
    pub fn of<K: Kind>(&mut self) -> Result<&mut K::Ahead> {
        let kept = self.kept.get_or_insert_with(|| Box::new(K::Ahead::default()));
        kept.downcast_mut().ok_or_else(another_kind)
    }

    /// Lets a dry run go on from a record that it has imagined: further work on this id finds it so. New ones get
    /// numbers that no record has.
    pub fn imagine<K: Kind>(&mut self, id: i64, row: K::Row) {
        self.imagined.insert(id, Box::new(Going { before: None, after: row }));
    }

    /// Likewise with what work would have made of a record.
    pub fn imagine_done(&mut self, id: i64, ready: Ready) {
        self.imagined.insert(id, ready.going);
    }

    fn imagined<K: Kind>(&self, id: i64) -> Result<Option<K::Row>> {
        let Some(going) = self.imagined.get(&id) else { return Ok(None) };
        let going = going.downcast_ref::<Going<K::Row>>().ok_or_else(another_kind)?;
        Ok(Some(going.after.clone()))
    }
}

fn another_kind() -> Error {
    Error::internal("a run went from one kind of record to another")
}

/// Work that may be done.
pub struct Ready {
    /// The record as it is; `None` for a new one.
    pub before: Option<Record>,
    /// The record as it will be.
    pub after: Record,
    going: Box<dyn Any + Send + Sync>,
}

impl Ready {
    /// Whether anything changes.
    pub fn changes(&self) -> bool {
        self.before.as_ref().is_none_or(|before| {
            before.deleted_at.is_some() != self.after.deleted_at.is_some()
                || !before.values.is_same(&self.after.values)
        })
    }
}

/// `fn() -> K`, so that it can be shared whatever `K` is.
struct Erased<K>(PhantomData<fn() -> K>);

impl<K: Kind> AnyKind for Erased<K> {
    fn about(&self) -> About {
        K::ABOUT
    }

    fn fields(&self) -> &'static [OwnField] {
        K::FIELDS
    }

    fn listing(&self, actor: &Actor) -> Result<Listing> {
        Listing::of::<K>(actor)
    }

    fn likeness(&self, cx: &Context, values: &Values) -> Vec<Likeness> {
        K::likeness(cx, values)
    }

    fn read<'a>(
        &self,
        cx: &'a Context,
        on: On<'a>,
        ids: &'a [i64],
    ) -> BoxFuture<'a, Result<HashMap<i64, Record>>> {
        async move {
            let rows = K::find(cx, on, ids).await?;
            Ok(rows
                .iter()
                .map(|row| K::record(cx, row))
                .map(|record| (record.open.record.id, record))
                .collect())
        }
        .boxed()
    }

    fn prepare<'a>(
        &self,
        cx: &'a Context,
        on: On<'a>,
        works: Vec<Work>,
        ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<Ready>>>> {
        prepare::<K>(cx, on, works, ahead).boxed()
    }

    fn commit<'a>(
        &self,
        cx: &'a Context,
        tx: &'a Tx,
        ready: Vec<Ready>,
    ) -> BoxFuture<'a, Result<Vec<Record>>> {
        commit::<K>(cx, tx, ready).boxed()
    }

    fn purge<'a>(&self, cx: &'a Context, tx: &'a Tx, ids: &'a [i64]) -> BoxFuture<'a, Result<()>> {
        K::purge(cx, tx, ids).boxed()
    }
}

async fn prepare<K: Kind>(
    cx: &Context,
    on: On<'_>,
    works: Vec<Work>,
    ahead: &mut Ahead,
) -> Result<Vec<Result<Ready>>> {
    let mut rows: HashMap<i64, K::Row> = HashMap::new();
    let mut ids = Vec::with_capacity(works.len());
    for id in works.iter().filter_map(Work::id) {
        match ahead.imagined::<K>(id)? {
            Some(row) => drop(rows.insert(id, row)),
            None => ids.push(id),
        }
    }
    let found = if ids.is_empty() { Vec::new() } else { K::find(cx, on, &ids).await? };
    rows.extend(found.into_iter().map(|row| (K::record(cx, &row).open.record.id, row)));
    let mut answers = Vec::with_capacity(works.len());
    for work in works {
        let before = work.id().and_then(|id| rows.remove(&id));
        answers.push(refusal(one::<K>(cx, on, before, &work, ahead).await)?);
    }
    Ok(answers)
}

async fn one<K: Kind>(
    cx: &Context,
    on: On<'_>,
    before: Option<K::Row>,
    work: &Work,
    ahead: &mut Ahead,
) -> Result<Ready> {
    let known = before.as_ref().map(|row| K::record(cx, row));
    let work = &work.settled(known.as_ref());
    if let (Work::Restore { .. }, Some(record)) = (work.as_ref(), &known) {
        require_alone(cx, on, record).await?;
    }
    let wish = work.asked(cx, K::ABOUT.kind.area(), known.as_ref())?;
    if let Wish::Create(values) | Wish::Change(values) = wish {
        check_fields(cx, K::FIELDS, values)?;
    }
    let after = K::allow(cx, on, before.as_ref(), wish, ahead.of::<K>()?).await?;
    let record = K::record(cx, &after);
    Ok(Ready { before: known, after: record, going: Box::new(Going { before, after }) })
}

/// What was merged into another record comes back by taking the merge back, and not by itself: its history is the other's.
///
/// # Errors
/// `Forbidden` with the reason.
pub async fn require_alone(cx: &Context, on: On<'_>, record: &Record) -> Result<()> {
    let is_merged = record.deleted_at.is_some()
        && cx.cause.merges.is_none()
        && merged::survivor(on, record.open.record).await?.is_some();
    if is_merged { Err(forbidden("fields-merged")) } else { Ok(()) }
}

/// Only known fields are set, and those that the system keeps only by what takes a change back.
fn check_fields(cx: &Context, fields: &[OwnField], values: &Values) -> Result<()> {
    let may = |field: &OwnField| !field.is_kept || cx.cause.undoes.is_some();
    // Whether there is such an added field, the kind asks where it checks the value.
    let known = |key: &FieldKey| {
        key.custom_id().is_some() || fields.iter().any(|field| field.key == key.as_str() && may(field))
    };
    let unknown = values.iter().find(|(key, _)| !known(key));
    unknown.map_or(Ok(()), |(key, _)| Err(invalid(key.as_str(), "fields-unknown")))
}

async fn commit<K: Kind>(cx: &Context, tx: &Tx, ready: Vec<Ready>) -> Result<Vec<Record>> {
    let changing: Vec<bool> = ready.iter().map(Ready::changes).collect();
    let mut records: Vec<Record> = ready.iter().map(|one| one.after.clone()).collect();
    let allowed = ready.into_iter().filter(Ready::changes).map(|one| {
        let going = one.going.downcast::<Going<K::Row>>();
        going.map(|going| *going).map_err(|_| Error::internal("work was prepared by another kind of record"))
    });
    let rows = K::commit(cx, tx, allowed.collect::<Result<_>>()?).await?;
    let places = changing.iter().enumerate().filter(|(_, changes)| **changes).map(|(place, _)| place);
    for (place, row) in places.zip(&rows) {
        records[place] = K::record(cx, row);
    }
    Ok(records)
}
