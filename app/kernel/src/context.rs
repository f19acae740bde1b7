use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use leptos::prelude::use_context;

use crate::clock::Clock;
use crate::db::{Db, Tx};
use crate::feature::{Door, Feature, Parts, SearchFn};
use crate::feed::Feed;
use crate::files::Files;
use crate::jobs::Stop;
use crate::keyring::Keyring;
use crate::outbound::Outbound;
use crate::presence::Whereabouts;
use crate::setting::{self, Setting};
use crate::{
    Actor, Error, Instant, JobKind, Language, Organisation, RecordRef, Result, StaffId, Texts, forbidden,
};

/// A running Foyer: what every request, job and command shares.
pub struct Foyer {
    /// The database.
    pub db: Db,
    /// Where uploaded files lie.
    pub files: Files,
    /// The keys with which secrets are kept.
    pub keyring: Keyring,
    /// What time it is.
    pub clock: Clock,
    /// The address under which people reach it, without a slash at the end. Links in mails begin with it.
    pub base_url: String,
    /// Whether this is the demonstration company.
    pub is_demo: bool,
    /// Every event as it happens; `server` lets it follow the database.
    pub feed: Feed,
    /// Who is where just now; `server` lets it forget who is gone.
    pub whereabouts: Whereabouts,
    /// The way to other servers.
    pub outbound: Outbound,
    /// Whether the process was asked to stop.
    pub stop: Stop,
    texts: Vec<Arc<Texts>>,
    organisation: RwLock<Arc<Organisation>>,
    doors: Vec<Door>,
    searches: Vec<SearchFn>,
    jobs: Vec<JobKind>,
    parts: Parts,
}

/// What a Foyer is made of.
pub struct FoyerOptions {
    /// The folder of the database, the files and the secrets.
    pub data_dir: PathBuf,
    /// See [`Foyer::base_url`].
    pub base_url: String,
    /// See [`Foyer::is_demo`].
    pub is_demo: bool,
    /// What it can do.
    pub features: Vec<Feature>,
    /// What time it is.
    pub clock: Clock,
    /// See [`Foyer::outbound`].
    pub outbound: Outbound,
}

/// Who asks, when, and of which Foyer: everything that an operation may depend on.
#[derive(Clone)]
pub struct Context {
    /// The running Foyer.
    pub foyer: Arc<Foyer>,
    /// Who asks.
    pub actor: Actor,
    /// The moment of the request; one operation sees one moment.
    pub now: Instant,
    /// The language of who asks.
    pub language: Language,
    /// Why, if it is not only that somebody wishes it; every event of the operation tells of it.
    pub cause: Cause,
}

/// Why something is done, beside somebody's wish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cause {
    /// A long run of many changes: whom they concern is told once for all of them, not for each. Imports count downwards
    /// from -1, all other runs upwards from 1.
    pub run_id: Option<i64>,
    /// The number of the event that is taken back.
    pub undoes: Option<i64>,
    /// The record into which others are merged, or out of which they are taken: its history tells of it.
    pub merges: Option<RecordRef>,
}

impl Foyer {
    /// Puts a Foyer together around an open and migrated database.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn new(db: Db, mut options: FoyerOptions) -> Result<Arc<Self>> {
        let features = &mut options.features;
        let own = crate::TEXTS.iter();
        let sources: Vec<_> = own.chain(features.iter().flat_map(|feature| feature.texts)).copied().collect();
        let of = |language| sources.iter().filter(move |(l, _)| *l == language).map(|(_, source)| *source);
        let mut parts = Parts::default();
        features.iter_mut().for_each(|feature| parts.extend(std::mem::take(&mut feature.parts)));
        Ok(Arc::new(Self {
            organisation: RwLock::new(Arc::new(setting::read::<Organisation>(&db).await?)),
            db,
            files: Files::new(options.data_dir.join("files")),
            keyring: Keyring::new(&options.data_dir),
            clock: options.clock,
            base_url: options.base_url,
            is_demo: options.is_demo,
            feed: Feed::default(),
            whereabouts: Whereabouts::default(),
            outbound: options.outbound,
            stop: Stop::default(),
            texts: Language::ALL.map(|language| Arc::new(Texts::new(language, of(language)))).to_vec(),
            doors: features.iter().flat_map(|feature| feature.doors.clone()).collect(),
            searches: features.iter().flat_map(|feature| feature.searches.clone()).collect(),
            jobs: features.iter().flat_map(|feature| feature.jobs.clone()).collect(),
            parts,
        }))
    }

    /// How records are opened.
    pub fn doors(&self) -> &[Door] {
        &self.doors
    }

    /// How records are searched, in the order of the palette.
    pub fn searches(&self) -> &[SearchFn] {
        &self.searches
    }

    /// The jobs that this Foyer does.
    pub fn jobs(&self) -> &[JobKind] {
        &self.jobs
    }

    /// What features left for others under this type, in the order of the features.
    pub fn parts<T: std::any::Any + Send + Sync>(&self) -> impl Iterator<Item = &T> {
        self.parts.all()
    }

    /// The organisation's settings.
    pub fn organisation(&self) -> Arc<Organisation> {
        self.organisation.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the organisation's settings again, after they were changed here or on another server.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn reload_organisation(&self) -> Result<()> {
        let fresh = Arc::new(setting::read::<Organisation>(&self.db).await?);
        *self.organisation.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }

    /// The texts of a language.
    pub fn texts(&self, language: Language) -> Arc<Texts> {
        self.texts[language as usize].clone()
    }
}

impl Setting for Organisation {
    const KEY: &'static str = "organisation";
}

impl Context {
    /// The context of somebody who asks now.
    pub fn new(foyer: Arc<Foyer>, actor: Actor, language: Language) -> Self {
        let now = foyer.clock.now();
        Self { foyer, actor, now, language, cause: Cause::default() }
    }

    /// The context of the house itself: jobs, the command line, the demo company.
    pub fn system(foyer: &Arc<Foyer>) -> Self {
        Self::new(foyer.clone(), Actor::System, foyer.organisation().language)
    }

    /// The context of the request that is being served; server functions begin with it.
    ///
    /// # Errors
    /// `Internal` outside of a request.
    pub fn current() -> Result<Self> {
        use_context().ok_or_else(|| Error::internal("there is no request"))
    }

    /// The same request on behalf of somebody else.
    pub fn on_behalf(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }

    /// The same request, done for this reason.
    pub fn because(&self, cause: Cause) -> Self {
        Self { cause, ..self.clone() }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.foyer.db
    }

    /// The organisation's settings.
    pub fn organisation(&self) -> Arc<Organisation> {
        self.foyer.organisation()
    }

    /// Who acts, for `created_by` and the history; nobody for the house itself.
    pub fn staff_id(&self) -> Option<StaffId> {
        self.actor.staff_id()
    }

    /// Runs `work` in a transaction; see [`Db::tx`]. Whoever looks with the eyes of somebody else changes nothing: this is
    /// where that is refused, for every operation there is.
    ///
    /// # Errors
    /// `Forbidden` for who is only looking; otherwise as [`Db::tx`].
    pub async fn tx<T, F: Future<Output = Result<T>>>(&self, work: impl Fn(Tx) -> F) -> Result<T> {
        if self.actor.is_viewing() {
            return Err(forbidden("error-viewing"));
        }
        self.foyer.db.tx(work).await
    }
}
