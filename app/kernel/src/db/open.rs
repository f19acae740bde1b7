use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use tokio::sync::Notify;
use tokio::sync::{broadcast, watch};

use super::{Mark, Q};
use crate::{Error, Result};

/// The version of SQLite that fixed the WAL-reset corruption bug; nothing older is used.
const OLDEST_SQLITE: (i64, i64, i64) = (3, 51, 3);

/// The database of an organisation.
#[derive(Clone)]
pub enum Db {
    /// One file. A single writer and several readers.
    Sqlite {
        /// Readers; they cannot write.
        read: SqlitePool,
        /// The writer: a pool of exactly one.
        write: SqlitePool,
        /// How many wait for it.
        waiting: Arc<AtomicUsize>,
        /// Whom to wake.
        bell: Bell,
    },
    /// A server.
    Postgres {
        /// All connections.
        pool: PgPool,
        /// Whom to wake.
        bell: Bell,
    },
}

/// Wakes those who wait for events and jobs in this process.
#[derive(Clone)]
pub struct Bell {
    pub(crate) events: watch::Sender<u64>,
    pub(crate) jobs: Arc<Notify>,
    /// What other servers write about who is where; never on SQLite.
    pub(crate) letters: broadcast::Sender<Arc<str>>,
}

/// Where the database is and how it is used.
#[derive(Clone, Debug)]
pub struct DbOptions {
    /// `postgres://..`; without it the SQLite file in the data folder.
    pub url: Option<String>,
    /// The SQLite file.
    pub file: PathBuf,
    /// `synchronous=FULL`: what was answered "saved" survives a loss of power. `false` is faster and may lose the
    /// last moments before a loss of power, never the file.
    pub is_durable: bool,
    /// How many connections at most (readers on SQLite).
    pub connections: u32,
}

impl DbOptions {
    /// The SQLite file `foyer.db` in `folder`, or `url` if given.
    pub fn new(url: Option<String>, folder: &Path) -> Self {
        Self { url, file: folder.join("foyer.db"), is_durable: true, connections: 6 }
    }
}

impl Db {
    /// Opens the database, without migrating it.
    ///
    /// # Errors
    /// `Unavailable` or `Internal` with the cause in the log.
    pub async fn open(options: &DbOptions) -> Result<Self> {
        let bell = Bell {
            events: watch::Sender::new(0),
            jobs: Arc::new(Notify::new()),
            letters: broadcast::Sender::new(256),
        };
        let db = match &options.url {
            Some(url) => Self::Postgres { pool: open_postgres(url, options).await?, bell },
            None => {
                let (read, write) = open_sqlite(options).await?;
                Self::Sqlite { read, write, waiting: Arc::default(), bell }
            }
        };
        db.check_version().await?;
        Ok(db)
    }

    /// Whether this is SQLite.
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite { .. })
    }

    /// Whether somebody waits for the one writer of SQLite just now: who writes much lets them go first. PostgreSQL has
    /// as many as are needed.
    pub fn has_waiting_writers(&self) -> bool {
        matches!(self, Self::Sqlite { waiting, .. } if waiting.load(Ordering::Relaxed) > 0)
    }

    /// Answers when the database can be read.
    ///
    /// # Errors
    /// `Unavailable` if it cannot.
    pub async fn ping(&self) -> Result<()> {
        Q::new("select cast(1 as bigint)").number(self).await.map(drop)
    }

    /// Closes all connections, after what they are doing.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres { pool, .. } => pool.close().await,
        }
    }

    /// A receiver that changes whenever there may be new events.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.bell().events.subscribe()
    }

    /// Rings for those who wait for jobs in this process.
    pub fn jobs_bell(&self) -> Arc<Notify> {
        self.bell().jobs.clone()
    }

    /// Tells this process that there may be new events.
    pub fn ring_events(&self) {
        self.bell().events.send_modify(|count| *count += 1);
    }

    /// What servers write to each other, from now on.
    pub(crate) fn letters(&self) -> broadcast::Receiver<Arc<str>> {
        self.bell().letters.subscribe()
    }

    /// Passes a letter on to who reads it in this process, if anybody does.
    pub(crate) fn pass_letter(&self, letter: &str) {
        let _ = self.bell().letters.send(letter.into());
    }

    fn bell(&self) -> &Bell {
        match self {
            Self::Sqlite { bell, .. } | Self::Postgres { bell, .. } => bell,
        }
    }

    /// Wakes whoever waits for what a committed transaction left; on PostgreSQL the other servers, too.
    pub(super) async fn wake(&self, mark: Mark) {
        if mark.events {
            self.ring_events();
        }
        if mark.jobs {
            self.bell().jobs.notify_one();
        }
        if let (Self::Postgres { pool, .. }, true) = (self, mark.events) {
            // Sent after the commit and with an empty payload, so that the server folds many into one. Whoever
            // misses it polls a moment later.
            let pool = pool.clone();
            tokio::spawn(
                async move { sqlx::query("select pg_notify('foyer_events', '')").execute(&pool).await },
            );
        }
    }

    async fn check_version(&self) -> Result<()> {
        let Self::Sqlite { read, .. } = self else { return Ok(()) };
        let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(read).await?;
        let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
        let mut next = || parts.next().unwrap_or(0);
        if (next(), next(), next()) < OLDEST_SQLITE {
            return Err(Error::internal(format!(
                "SQLite {version} has a known bug that damages files; 3.51.3 is needed"
            )));
        }
        Ok(())
    }
}

async fn open_postgres(url: &str, options: &DbOptions) -> Result<PgPool> {
    let connect = PgConnectOptions::from_str(url)?.application_name("foyer");
    let pool = PgPoolOptions::new()
        .max_connections(options.connections.max(10))
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .idle_timeout(Duration::from_secs(30));
    Ok(pool.connect_with(connect).await?)
}

async fn open_sqlite(options: &DbOptions) -> Result<(SqlitePool, SqlitePool)> {
    let synchronous = if options.is_durable { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
    let connect = SqliteConnectOptions::new()
        .filename(&options.file)
        .create_if_missing(true)
        .page_size(8192)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(200)
        // How many rows SQLite's thread may be ahead of who reads them.
        .row_buffer_size(512)
        .pragma("temp_store", "memory")
        .pragma("mmap_size", "2147483648");
    let pool =
        || SqlitePoolOptions::new().test_before_acquire(false).acquire_timeout(Duration::from_secs(30));
    let write = pool()
        .min_connections(1)
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(connect.clone().pragma("cache_size", "-64000"))
        .await?;
    let read = pool()
        .max_connections(options.connections.max(1))
        .connect_with(connect.pragma("cache_size", "-16000").pragma("query_only", "on"))
        .await?;
    Ok((read, write))
}
