use sqlx::migrate::Migrator;

use super::{Db, Q};
use crate::{Error, Result};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// The numbers and names of all migrations, oldest first; the same on both databases.
pub static MIGRATIONS: std::sync::LazyLock<Vec<(i64, &'static str)>> =
    std::sync::LazyLock::new(|| SQLITE.iter().map(|m| (m.version, m.description.as_ref())).collect());

impl Db {
    /// Brings the schema up to date. Each migration happens whole or not at all; doing it again changes nothing.
    ///
    /// # Errors
    /// `Internal` when the database was written by a newer Foyer, or when a migration fails; the log says which.
    pub async fn migrate(&self) -> Result<()> {
        let done = match self {
            Self::Sqlite { write, .. } => SQLITE.run(write).await,
            Self::Postgres { pool, .. } => POSTGRES.run(pool).await,
        };
        done.map_err(|cause| {
            Error::internal(format!("the database could not be brought up to date: {cause}"))
        })
    }
}

/// The number of the last migration that the database has, 0 for an empty one.
///
/// # Errors
/// As [`Q::all`].
pub async fn schema_version(db: &Db) -> Result<i64> {
    let table = Q::new("select count(*) from")
        .dialect(
            "sqlite_master where name = '_sqlx_migrations'",
            "information_schema.tables where table_name = '_sqlx_migrations' and table_schema = current_schema()",
        )
        .number(db)
        .await?;
    if table == 0 {
        return Ok(0);
    }
    Q::new("select coalesce(max(version), 0) from _sqlx_migrations").number(db).await
}
