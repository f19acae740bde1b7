use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use crate::Text;

/// What every operation returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a person is told when something cannot be done.
///
/// It is a value made for people: causes are logged on the server where they happened and never cross
/// the network. [`Error::text`] gives the sentence in the texts of the person's language.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum Error {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    Unauthenticated,
    /// The actor may not do this; the text says why.
    #[error("forbidden: {0:?}")]
    Forbidden(Text),
    /// Some fields cannot be accepted as they are.
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// Somebody else was quicker: what is there now comes along.
    #[error("conflict: {0:?}")]
    Conflict(Box<Conflict>),
    /// Too many tries; try again after so many seconds.
    #[error("too many requests, retry after {0} s")]
    TooMany(u64),
    /// What was sent is larger than the limit, in bytes.
    #[error("larger than {0} bytes")]
    TooLarge(u64),
    /// The disk is full or the database cannot be reached; nothing was stored.
    #[error("storage is not available")]
    Unavailable,
    /// Another transaction was in the way more often than we retry; nothing was stored.
    #[error("busy")]
    Busy,
    /// A unique constraint refused the row, as `table.column`. Stores turn it into a field error.
    #[error("duplicate: {0}")]
    Duplicate(String),
    /// Something went wrong on our side; the id finds the cause in the log.
    #[error("internal error {0}")]
    Internal(String),
    /// The browser could not reach the server.
    #[error("the server could not be reached")]
    Unreachable,
}

/// One field that cannot be accepted, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldError {
    /// The name of the field as in the form and in the REST API.
    pub field: String,
    /// What is wrong and what to do.
    pub problem: Text,
}

/// What a person learns when somebody else changed the same thing first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// What happened, in words.
    pub reason: Text,
    /// The record as it is now, in the shape in which the operation returns it.
    pub current: serde_json::Value,
}

/// An [`Error::Forbidden`] with the text of this key.
pub fn forbidden(key: &'static str) -> Error {
    Error::Forbidden(Text::new(key))
}

/// An [`Error::Invalid`] for one field.
pub fn invalid(field: &str, problem: impl Into<Text>) -> Error {
    Error::Invalid(vec![FieldError { field: field.into(), problem: problem.into() }])
}

/// Tells a refusal, which is about one record among many and leaves the others to go on, from an error that ends the
/// whole.
///
/// # Errors
/// The error that ends the whole.
pub fn refusal<T>(answer: Result<T>) -> Result<Result<T>> {
    match answer {
        Err(error @ (Error::NotFound | Error::Forbidden(_) | Error::Invalid(_) | Error::Conflict(_))) => {
            Ok(Err(error))
        }
        Err(other) => Err(other),
        Ok(value) => Ok(Ok(value)),
    }
}

impl Error {
    /// What is wrong with this field, if that is among what is wrong.
    pub fn problem_of(&self, field: &str) -> Option<&Text> {
        match self {
            Self::Invalid(problems) => problems.iter().find(|one| one.field == field).map(|one| &one.problem),
            _ => None,
        }
    }

    /// A conflict that brings along what is there now.
    pub fn conflict(reason: Text, current: &impl Serialize) -> Self {
        let current = serde_json::to_value(current).unwrap_or_default();
        Self::Conflict(Box::new(Conflict { reason, current }))
    }

    /// Turns the refusal of a unique constraint on `table.column` into a field error.
    pub fn on_duplicate(self, column: &str, field: &str, key: &'static str) -> Self {
        match self {
            Self::Duplicate(found) if found == column => invalid(field, Text::new(key)),
            other => other,
        }
    }

    /// The sentence for a person.
    pub fn text(&self) -> Text {
        match self {
            Self::NotFound => Text::new("error-not-found"),
            Self::Unauthenticated => Text::new("error-unauthenticated"),
            Self::Forbidden(reason) => reason.clone(),
            Self::Invalid(fields) => match fields.as_slice() {
                [only] => only.problem.clone(),
                _ => Text::new("error-invalid"),
            },
            Self::Conflict(conflict) => conflict.reason.clone(),
            Self::TooMany(seconds) => Text::new("error-too-many").with("seconds", *seconds as i64),
            Self::TooLarge(limit) => {
                Text::new("error-too-large").with("megabytes", (*limit / 1_000_000) as i64)
            }
            Self::Unavailable => Text::new("error-unavailable"),
            Self::Busy => Text::new("error-busy"),
            Self::Duplicate(_) => Text::new("error-duplicate"),
            Self::Internal(id) => Text::new("error-internal").with("id", id.as_str()),
            Self::Unreachable => Text::new("error-unreachable"),
        }
    }

    /// Whether asking again gives the same answer: who may not see something does not see it the second time either.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::NotFound | Self::Forbidden(_))
    }

    /// The HTTP status that says the same to a program.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Unauthenticated => 401,
            Self::Forbidden(_) => 403,
            Self::Invalid(_) => 422,
            Self::Conflict(_) | Self::Duplicate(_) => 409,
            Self::TooMany(_) => 429,
            Self::TooLarge(_) => 413,
            Self::Unavailable | Self::Busy | Self::Unreachable => 503,
            Self::Internal(_) => 500,
        }
    }

    /// The problem of `field`, if this error names it.
    pub fn field(&self, field: &str) -> Option<Text> {
        match self {
            Self::Invalid(fields) => fields.iter().find(|e| e.field == field).map(|e| e.problem.clone()),
            _ => None,
        }
    }
}

impl FromServerFnError for Error {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Invalid(vec![FieldError { field: String::new(), problem: Text::new("error-invalid") }])
            }
            other => Self::Internal(other.to_string().chars().take(120).collect()),
        }
    }
}
