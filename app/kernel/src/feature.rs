//! How features meet without knowing each other: each gives the house a [`Feature`], and the shell lists them.

use std::any::{Any, TypeId};
use std::collections::HashMap;

use futures::future::BoxFuture;

use crate::{
    Audience, Context, Error, Hit, JobKind, Language, RecordKind, RecordRef, Result, TimelineId, Version,
    merged,
};

/// What a feature gives to the house.
#[derive(Default)]
pub struct Feature {
    /// Its texts in every language.
    pub texts: &'static [(Language, &'static str)],
    /// How its records are opened.
    pub doors: Vec<Door>,
    /// How its records are searched, in the order in which the palette shows the kinds.
    pub searches: Vec<SearchFn>,
    /// The jobs that it does.
    pub jobs: Vec<JobKind>,
    /// Anything that another feature asks for by type: [`crate::Foyer::parts`].
    pub parts: Parts,
}

/// Finds up to so many records of one kind that the actor may see, best first, as one types.
pub type SearchFn = fn(Context, String, usize) -> BoxFuture<'static, Result<Vec<Hit>>>;

/// How a feature opens its records for others, who put notes, files and reminders on them.
#[derive(Clone, Copy)]
pub struct Door {
    /// The kind of record.
    pub kind: RecordKind,
    /// Opens one, if the actor may see it; `NotFound` otherwise.
    pub open: fn(Context, i64) -> BoxFuture<'static, Result<OpenRecord>>,
}

/// A record that the actor may see, with what others need to know of it.
#[derive(Clone, Debug)]
pub struct OpenRecord {
    /// Which one.
    pub record: RecordRef,
    /// Its timeline.
    pub timeline_id: TimelineId,
    /// Its version.
    pub version: Version,
    /// What it is called.
    pub title: String,
    /// Who may learn of what happens to it.
    pub audience: Audience,
    /// Why the actor may not change it; `None` if he may.
    pub locked: Option<Error>,
}

impl OpenRecord {
    /// Refuses when the actor may only look.
    ///
    /// # Errors
    /// The reason.
    pub fn require_edit(&self) -> Result<()> {
        self.locked.clone().map_or(Ok(()), Err)
    }
}

impl Context {
    /// Opens a record of any kind, if the actor may see it; of one that was merged into another, that other one.
    ///
    /// # Errors
    /// `NotFound` if there is none, if it may not be seen, and if nobody opens records of this kind.
    pub async fn open(&self, record: RecordRef) -> Result<OpenRecord> {
        let door = self.foyer.doors().iter().find(|door| door.kind == record.kind).ok_or(Error::NotFound)?;
        match (door.open)(self.clone(), record.id).await {
            Err(Error::NotFound) => match merged::survivor(self.db(), record).await? {
                Some(survivor) => (door.open)(self.clone(), survivor.id).await,
                None => Err(Error::NotFound),
            },
            answer => answer,
        }
    }
}

/// Values by their type: of each as many as features give.
#[derive(Default)]
pub struct Parts(HashMap<TypeId, Vec<Box<dyn Any + Send + Sync>>>);

impl Parts {
    /// Adds a value.
    pub fn with<T: Any + Send + Sync>(mut self, part: T) -> Self {
        self.0.entry(TypeId::of::<T>()).or_default().push(Box::new(part));
        self
    }

    /// All values of this type, in the order of the features.
    pub fn all<T: Any + Send + Sync>(&self) -> impl Iterator<Item = &T> {
        self.0.get(&TypeId::of::<T>()).into_iter().flatten().filter_map(|part| part.downcast_ref())
    }

    pub(crate) fn extend(&mut self, other: Self) {
        for (kind, parts) in other.0 {
            self.0.entry(kind).or_default().extend(parts);
        }
    }
}
