//! The connection for one statement, of either database, of a pool or of a transaction.
//!
//! Reaching it is one boxed future that is compiled here. Left to be inlined, what sqlx does to reach a connection stood
//! in the program once for each statement, which made several megabytes of it.

use futures::FutureExt;
use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection};
use tokio::sync::MutexGuard;

use super::tx::{Open, over};
use super::{Db, On, Tx};
use crate::Result;

/// A connection while one statement runs on it.
pub(super) enum Lent<'a> {
    /// Of the readers.
    Sqlite(PoolConnection<Sqlite>),
    /// Of the pool.
    Postgres(PoolConnection<Postgres>),
    /// Of a transaction, which runs one statement at a time.
    Tx(MutexGuard<'a, Open>),
}

/// The same, by database.
pub(super) enum Connection<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

impl<'a> On<'a> {
    /// Waits until a connection is free.
    pub(super) fn lend(self) -> BoxFuture<'a, Result<Lent<'a>>> {
        async move {
            Ok(match self {
                Self::Db(Db::Sqlite { read, .. }) => Lent::Sqlite(read.acquire().await?),
                Self::Db(Db::Postgres { pool, .. }) => Lent::Postgres(pool.acquire().await?),
                Self::Tx(tx) => tx.lend().await,
            })
        }
        .boxed()
    }
}

impl Tx {
    /// Waits until no other statement of this transaction runs.
    pub(super) async fn lend(&self) -> Lent<'_> {
        Lent::Tx(self.open().await)
    }
}

impl Lent<'_> {
    /// The connection.
    ///
    /// # Errors
    /// `Internal` when the transaction is over.
    pub(super) fn connection(&mut self) -> Result<Connection<'_>> {
        match self {
            Self::Sqlite(own) => Ok(Connection::Sqlite(own)),
            Self::Postgres(own) => Ok(Connection::Postgres(own)),
            Self::Tx(open) => match &mut **open {
                Open::Sqlite(tx, _) => Ok(Connection::Sqlite(tx)),
                Open::Postgres(tx, _) => Ok(Connection::Postgres(tx)),
                Open::Over => Err(over()),
            },
        }
    }
}
