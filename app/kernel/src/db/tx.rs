use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::{Postgres, Sqlite, Transaction};
use tokio::sync::{Mutex, MutexGuard};

use super::Db;
use super::error::may_retry;
use crate::{Error, Result};

/// How often a transaction that lost a race is tried again before the person is told.
const TRIES: u32 = 6;
/// How long the second try waits; each later one waits three times as long.
const PAUSE: Duration = Duration::from_millis(5);

/// Several statements that happen together or not at all.
///
/// A handle that can be copied and lent freely; it is over when the work given to [`Db::tx`] ends. (A `&mut` would
/// be the natural shape, but closures over borrowed transactions do not make futures that can move between threads.)
#[derive(Clone)]
pub struct Tx(Arc<Mutex<Open>>);

/// What a transaction is on each database.
pub(super) enum Open {
    /// The one writer, begun as IMMEDIATE.
    Sqlite(Transaction<'static, Sqlite>, Mark),
    /// Read committed.
    Postgres(Transaction<'static, Postgres>, Mark),
    /// Committed or rolled back.
    Over,
}

/// What a transaction left for others to pick up once it is committed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mark {
    /// It wrote events.
    pub events: bool,
    /// It queued jobs.
    pub jobs: bool,
}

impl Db {
    /// Runs `work` in a transaction and commits it if it succeeds. If another transaction was in the way, all of it
    /// is undone and done again, so `work` must have no other effects than those in the database.
    ///
    /// # Errors
    /// What `work` answers, `Busy` after several lost races, `Unavailable` if the commit cannot be stored.
    pub async fn tx<T, F: Future<Output = Result<T>>>(&self, work: impl Fn(Tx) -> F) -> Result<T> {
        let mut lost = 0;
        loop {
            let result = match self.begin(lost).await {
                Ok(tx) => {
                    let result = work(tx.clone()).await;
                    self.end(tx, result.is_ok()).await.and(result)
                }
                Err(error) => Err(error),
            };
            lost += 1;
            if lost == TRIES || !may_retry(&result) {
                return result;
            }
        }
    }

    /// Begins a transaction; one that lost so many races waits first. What is done for every transaction is boxed: it
    /// stands in the program once, and not once for each of them.
    fn begin(&self, lost: u32) -> BoxFuture<'_, Result<Tx>> {
        async move {
            if lost > 0 {
                tokio::time::sleep(PAUSE * 3_u32.pow(lost - 1)).await;
            }
            let open = match self {
                Self::Sqlite { write, waiting, .. } => {
                    let _waits = Waits::for_writer(waiting);
                    Open::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?, Mark::default())
                }
                Self::Postgres { pool, .. } => Open::Postgres(pool.begin().await?, Mark::default()),
            };
            Ok(Tx(Arc::new(Mutex::new(open))))
        }
        .boxed()
    }

    /// Commits a transaction and wakes those who wait for what it left, or takes it back.
    fn end(&self, tx: Tx, is_done: bool) -> BoxFuture<'_, Result<()>> {
        async move {
            match is_done {
                true => self.wake(tx.commit().await?).await,
                false => tx.rollback().await,
            }
            Ok(())
        }
        .boxed()
    }
}

/// Somebody waits for the writer, until this is dropped.
struct Waits<'a>(&'a AtomicUsize);

impl<'a> Waits<'a> {
    fn for_writer(waiting: &'a AtomicUsize) -> Self {
        waiting.fetch_add(1, Ordering::Relaxed);
        Self(waiting)
    }
}

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Tx {
    /// The connection, for one statement.
    pub(super) async fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().await
    }

    /// Remembers that there will be events to tell the browsers about.
    pub async fn mark_events(&self) {
        self.mark(|mark| mark.events = true).await;
    }

    /// Remembers that there will be jobs to do.
    pub async fn mark_jobs(&self) {
        self.mark(|mark| mark.jobs = true).await;
    }

    async fn mark(&self, set: impl Fn(&mut Mark)) {
        match &mut *self.open().await {
            Open::Sqlite(_, mark) | Open::Postgres(_, mark) => set(mark),
            Open::Over => {}
        }
    }

    async fn end(&self) -> Open {
        std::mem::replace(&mut *self.open().await, Open::Over)
    }

    async fn commit(&self) -> Result<Mark> {
        match self.end().await {
            Open::Sqlite(tx, mark) => tx.commit().await.map(|()| mark).map_err(Error::from),
            Open::Postgres(tx, mark) => tx.commit().await.map(|()| mark).map_err(Error::from),
            Open::Over => Err(over()),
        }
    }

    async fn rollback(&self) {
        let done = match self.end().await {
            Open::Sqlite(tx, _) => tx.rollback().await,
            Open::Postgres(tx, _) => tx.rollback().await,
            Open::Over => Ok(()),
        };
        if let Err(cause) = done {
            tracing::warn!(%cause, "a rollback failed; the connection is closed and the database rolls back");
        }
    }
}

/// The answer to a statement that comes after the end of its transaction: a mistake in our code.
pub(super) fn over() -> Error {
    Error::internal("the transaction is over")
}
