use futures::future::BoxFuture;
use futures::{FutureExt, TryStreamExt};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};

use super::eager::Eager;
use super::lent::Connection;
use super::val::{postgres_arguments, sqlite_arguments};
use super::{Db, Tx, Val};
use crate::{Error, Result};

/// A row type that both databases can fill: `#[derive(FromRow)]` makes one.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin> Row for T {}

/// A statement that is being written: text that stands in the program, `?` where values go, and the values.
///
/// The text can only come from `&'static str`, so no input can become SQL. The values are numbered in the order
/// in which they are bound; pieces and other statements can be appended.
#[derive(Clone, Debug, Default)]
pub struct Q {
    pieces: Vec<Piece>,
    values: Vec<Val>,
}

#[derive(Clone, Copy, Debug)]
enum Piece {
    Both(&'static str),
    Dialect { sqlite: &'static str, postgres: &'static str },
}

/// Where a statement runs: on the readers' pool, or in a transaction.
#[derive(Clone, Copy)]
pub enum On<'a> {
    /// On its own, reading.
    Db(&'a Db),
    /// In a transaction.
    Tx(&'a Tx),
}

impl<'a> From<&'a Db> for On<'a> {
    fn from(db: &'a Db) -> Self {
        Self::Db(db)
    }
}

impl<'a> From<&'a Tx> for On<'a> {
    fn from(tx: &'a Tx) -> Self {
        Self::Tx(tx)
    }
}

impl Q {
    /// A statement that begins with this text.
    pub fn new(text: &'static str) -> Self {
        Self { pieces: vec![Piece::Both(text)], values: Vec::new() }
    }

    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Into<Val>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Gives the next `?`s their values.
    pub fn bind_all(mut self, values: impl IntoIterator<Item = Val>) -> Self {
        self.values.extend(values);
        self
    }

    /// Goes on with this text, after a space.
    pub fn push(mut self, text: &'static str) -> Self {
        self.pieces.push(Piece::Both(text));
        self
    }

    /// Goes on with this text if `condition` holds; bind its values in the same case.
    pub fn push_if(self, condition: bool, text: &'static str) -> Self {
        if condition { self.push(text) } else { self }
    }

    /// Goes on with a text of its own for each database.
    pub fn dialect(mut self, sqlite: &'static str, postgres: &'static str) -> Self {
        self.pieces.push(Piece::Dialect { sqlite, postgres });
        self
    }

    /// Goes on with another statement and its values.
    pub fn append(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self.values.extend(other.values);
        self
    }

    /// `<expression> is one of these numbers`. An empty list matches nothing.
    pub fn any_of(self, expression: &'static str, numbers: impl IntoIterator<Item = i64>) -> Self {
        self.push(expression)
            .dialect("in (select value from json_each(?))", "= any(?)")
            .bind(Val::Ints(numbers.into_iter().collect()))
    }

    /// Statements joined by `separator`, `union all` for example.
    pub fn join(parts: impl IntoIterator<Item = Self>, separator: &'static str) -> Self {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, part| all.push(separator).append(part))
    }

    /// The text with numbered placeholders.
    fn text(&self, sqlite: bool) -> String {
        let mut text = String::with_capacity(256);
        let mut number = 0;
        for piece in &self.pieces {
            let piece = match piece {
                Piece::Both(both) => both,
                Piece::Dialect { sqlite: own, .. } if sqlite => own,
                Piece::Dialect { postgres, .. } => postgres,
            };
            let mut parts = piece.split('?');
            text.push_str(parts.next().unwrap_or_default());
            for part in parts {
                number += 1;
                text.push('$');
                text.push_str(&number.to_string());
                text.push_str(part);
            }
            text.push(' ');
        }
        text
    }

    /// All rows.
    ///
    /// # Errors
    /// `Unavailable`, `Busy` or `Internal`; the cause is in the log.
    pub async fn all<T: Row>(self, on: impl Into<On<'_>>) -> Result<Vec<T>> {
        let rows = match on.into().lend().await?.connection()? {
            Connection::Sqlite(on) => Eager::new(self.sqlite()?.fetch(on)).try_collect().await,
            Connection::Postgres(on) => self.postgres()?.fetch_all(on).await,
        };
        rows.map_err(Error::from)
    }

    /// The first row, or `None`.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn optional<T: Row>(self, on: impl Into<On<'_>>) -> Result<Option<T>> {
        let row = match on.into().lend().await?.connection()? {
            Connection::Sqlite(on) => self.sqlite()?.fetch_optional(on).await,
            Connection::Postgres(on) => self.postgres()?.fetch_optional(on).await,
        };
        row.map_err(Error::from)
    }

    /// The first row.
    ///
    /// # Errors
    /// `NotFound` if there is none; otherwise as [`Q::all`].
    pub async fn one<T: Row>(self, on: impl Into<On<'_>>) -> Result<T> {
        self.optional(on).await?.ok_or(Error::NotFound)
    }

    /// The first column of the first row, an id or a count.
    ///
    /// # Errors
    /// `NotFound` if there is no row; otherwise as [`Q::all`].
    pub async fn number(self, on: impl Into<On<'_>>) -> Result<i64> {
        self.one::<(i64,)>(on).await.map(|(number,)| number)
    }

    /// Runs the statement and says how many rows it touched.
    ///
    /// # Errors
    /// `Duplicate` when a unique constraint refuses; otherwise as [`Q::all`].
    pub fn run(self, tx: &Tx) -> BoxFuture<'_, Result<u64>> {
        async move {
            let rows = match tx.lend().await.connection()? {
                Connection::Sqlite(on) => self.sqlite_run(on).await,
                Connection::Postgres(on) => self.postgres_run(on).await,
            };
            rows.map_err(Error::from)
        }
        .boxed()
    }

    async fn sqlite_run(self, on: &mut sqlx::SqliteConnection) -> sqlx::Result<u64> {
        let arguments = sqlite_arguments(&self.values)?;
        let done = sqlx::query_with(AssertSqlSafe(self.text(true)), arguments).execute(on).await?;
        Ok(done.rows_affected())
    }

    async fn postgres_run(self, on: &mut sqlx::PgConnection) -> sqlx::Result<u64> {
        let arguments = postgres_arguments(&self.values)?;
        let done = sqlx::query_with(AssertSqlSafe(self.text(false)), arguments).execute(on).await?;
        Ok(done.rows_affected())
    }

    fn sqlite<T: Row>(
        &self,
    ) -> Result<sqlx::query::QueryAs<'static, sqlx::Sqlite, T, sqlx::sqlite::SqliteArguments>> {
        Ok(sqlx::query_as_with(AssertSqlSafe(self.text(true)), sqlite_arguments(&self.values)?))
    }

    fn postgres<T: Row>(
        &self,
    ) -> Result<sqlx::query::QueryAs<'static, sqlx::Postgres, T, sqlx::postgres::PgArguments>> {
        Ok(sqlx::query_as_with(AssertSqlSafe(self.text(false)), postgres_arguments(&self.values)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbered_over_all_pieces() {
        let branch = Q::new("select 2 where b = ?").bind(2);
        let q = Q::new("select 1 where a = ?").bind(1).push("union all").append(branch).any_of("c", [3, 4]);
        assert_eq!(
            q.text(true),
            "select 1 where a = $1 union all select 2 where b = $2 c in (select value from json_each($3)) "
        );
        assert_eq!(q.text(false), "select 1 where a = $1 union all select 2 where b = $2 c = any($3) ");
        assert_eq!(q.values.len(), 3);
    }
}
