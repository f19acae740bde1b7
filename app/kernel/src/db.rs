//! One database layer for SQLite and PostgreSQL: [`Db`] is where, [`Q`] is what, [`Tx`] is together or not at all.
//!
//! One SQL text serves both databases. Where the two differ, a piece of the text is given for each
//! ([`Q::dialect`]); that is about one statement in twenty.

mod eager;
mod error;
mod full_text;
mod lent;
mod migrate;
mod open;
mod q;
mod tx;
mod val;

pub use full_text::{FullText, full_text_query};
pub use migrate::{MIGRATIONS, schema_version};
pub use open::{Db, DbOptions};
pub use q::{On, Q, Row};
pub use tx::{Mark, Tx};
pub use val::Val;

pub use sqlx::FromRow;
pub use sqlx::types::Json;
