use crate::{Error, Result};

/// What a database error means to a person. The cause is logged here and goes no further.
impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(_) | sqlx::Error::PoolClosed => unavailable(&error),
            sqlx::Error::Database(cause) => from_database(cause.as_ref()).unwrap_or_else(|| internal(&error)),
            _ => internal(&error),
        }
    }
}

fn from_database(cause: &dyn sqlx::error::DatabaseError) -> Option<Error> {
    if cause.is_unique_violation() {
        return Some(Error::Duplicate(constraint(cause)));
    }
    match cause.code()?.as_ref() {
        // Serialization failure, deadlock (PostgreSQL); SQLITE_BUSY and SQLITE_BUSY_SNAPSHOT.
        "40001" | "40P01" | "5" | "517" => Some(Error::Busy),
        // Disk full and out of memory (PostgreSQL); SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR.
        "53100" | "53200" | "13" | "8" | "10" => Some(unavailable(cause)),
        // The server is shutting down or starting (PostgreSQL).
        "57P01" | "57P02" | "57P03" => Some(unavailable(cause)),
        _ => None,
    }
}

/// The constraint as `table.column`, whichever database speaks.
fn constraint(cause: &dyn sqlx::error::DatabaseError) -> String {
    if let (Some(table), Some(name)) = (cause.table(), cause.constraint()) {
        let columns = name.trim_start_matches(table).trim_start_matches('_');
        let columns = columns.strip_suffix("_key").unwrap_or(columns);
        return format!("{table}.{columns}");
    }
    let message = cause.message();
    message.rsplit(": ").next().and_then(|list| list.split(',').next()).unwrap_or(message).trim().to_owned()
}

fn unavailable(cause: &(impl std::fmt::Display + ?Sized)) -> Error {
    tracing::error!(%cause, "storage is not available");
    Error::Unavailable
}

/// Logs a cause and gives the number under which it can be found.
pub(crate) fn internal(cause: &(impl std::fmt::Display + ?Sized)) -> Error {
    let id = crate::entropy::word();
    tracing::error!(error.id = %id, %cause, "internal error");
    Error::Internal(id)
}

impl Error {
    /// An internal error: the cause goes to the log, its number to the person.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        internal(&cause)
    }
}

/// Says whether a transaction that ended like this may simply be tried again.
pub(super) fn may_retry<T>(result: &Result<T>) -> bool {
    matches!(result, Err(Error::Busy))
}
