use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use kernel::{Error, Result, Text, Version};
use serde::Serialize;

use super::problem::Refusal;

/// Which version of a record the caller has seen, as `If-Match` says it.
pub struct Seen(Option<Wanted>);

/// Which version a change is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// Whichever there is: `If-Match: *`.
    Any,
    /// The one that the header names.
    Tag(Version),
    /// The one that the body or the query names.
    Field(Version),
}

impl<S: Send + Sync> FromRequestParts<S> for Seen {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let Some(said) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        let said = said.to_str().unwrap_or_default().trim();
        let number = said.trim_start_matches("W/").trim_matches('"');
        match (said, number.parse()) {
            ("*", _) => Ok(Self(Some(Wanted::Any))),
            (_, Ok(version)) => Ok(Self(Some(Wanted::Tag(version)))),
            // A tag that is none of ours matches nothing.
            (_, Err(_)) => Ok(Self(Some(Wanted::Tag(-1)))),
        }
    }
}

impl Seen {
    /// The version that is meant; the header goes before the field.
    ///
    /// # Errors
    /// A refusal with status 428 when neither says one.
    pub fn or(self, field: Option<Version>) -> Result<Wanted, Refusal> {
        let required = || Refusal::new(StatusCode::PRECONDITION_REQUIRED, "rest-version-required");
        self.0.or(field.map(Wanted::Field)).ok_or_else(required)
    }

    /// The same where no version means any.
    pub fn or_any(self, field: Option<Version>) -> Wanted {
        self.0.or(field.map(Wanted::Field)).unwrap_or(Wanted::Any)
    }
}

impl Wanted {
    /// For an operation that itself asks for no version: who names one means it.
    ///
    /// # Errors
    /// A refusal with the record as it is, when it is not the newest.
    pub fn require(self, version: Version, name: &str, found: &impl Serialize) -> Result<(), Refusal> {
        let is_newest = match self {
            Self::Any => true,
            Self::Tag(named) | Self::Field(named) => named == version,
        };
        let reason = || Text::new("fields-changed-meanwhile").with("name", name);
        if is_newest { Ok(()) } else { Err(self.refuse(Error::conflict(reason(), found))) }
    }

    /// The number; `current` is asked only when any will do.
    ///
    /// # Errors
    /// Those of `current`.
    pub async fn version(self, current: impl Future<Output = Result<Version>>) -> Result<Version> {
        match self {
            Self::Any => current.await,
            Self::Tag(version) | Self::Field(version) => Ok(version),
        }
    }

    /// A conflict is a failed precondition for who has stated one.
    pub fn refuse(self, error: Error) -> Refusal {
        match (self, &error) {
            (Self::Tag(_), Error::Conflict(_)) => Refusal { error, status: StatusCode::PRECONDITION_FAILED },
            _ => error.into(),
        }
    }
}
