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
    match base(cause.code()?.as_ref()) {
        // Serialization failure, deadlock (PostgreSQL); SQLITE_BUSY.
        "40001" | "40P01" | "5" => Some(Error::Busy),
        // Disk full and out of memory (PostgreSQL); SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR.
        "53100" | "53200" | "13" | "8" | "10" => Some(unavailable(cause)),
        // The server is shutting down or starting (PostgreSQL).
        "57P01" | "57P02" | "57P03" => Some(unavailable(cause)),
        _ => None,
    }
}

/// A code without its details. SQLite says in the upper bits why a write failed ("no room for the shared memory" is
/// 4874); what kind of failure it is stands in the lowest eight <https://sqlite.org/rescode.html>. The codes of
/// PostgreSQL have five characters, and stay as they are.
fn base(code: &str) -> &str {
    const KINDS: [(u16, &str); 4] = [(5, "5"), (8, "8"), (10, "10"), (13, "13")];
    let extended = code.parse::<u16>().ok().filter(|_| code.len() < 5);
    let kind = extended.and_then(|code| KINDS.iter().find(|(kind, _)| code & 0xff == *kind));
    kind.map_or(code, |(_, base)| base)
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

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_full_disk_is_known_by_whatever_sqlite_was_writing() {
        // IOERR_SHMSIZE, IOERR_WRITE, FULL, READONLY_DBMOVED, BUSY_SNAPSHOT.
        let codes = ["4874", "778", "13", "1032", "517"];
        assert_eq!(codes.map(base), ["10", "10", "13", "8", "5"]);
        // SQLITE_CONSTRAINT_UNIQUE, and codes of PostgreSQL.
        assert_eq!(["2067", "53100", "40P01"].map(base), ["2067", "53100", "40P01"]);
    }
}
