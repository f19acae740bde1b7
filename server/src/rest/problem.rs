//! Problems by RFC 9457, in the caller's language.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Language, Text};
use serde_json::{Map, Value, json};

use crate::house::House;

/// Why a program does not get what it asked for.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What is said.
    pub error: Error,
    /// With which status.
    pub status: StatusCode,
}

/// What a handler gives. A refusal is put into words by the guard, which knows the caller's language.
pub type Answer = Result<Response, Refusal>;

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { error, status }
    }
}

impl Refusal {
    /// A refusal of this status with the text of this key.
    pub fn new(status: StatusCode, key: &'static str) -> Self {
        Self { error: kernel::forbidden(key), status }
    }

    /// One of a parameter in the query or of a header.
    pub fn of_parameter(name: &str, problem: impl Into<Text>) -> Self {
        Self { error: kernel::invalid(name, problem), status: StatusCode::BAD_REQUEST }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The words for the statuses, as they stand in `type` and in the keys of the titles.
const TYPES: &[(u16, &str, &str)] = &[
    (400, "bad-request", "rest-title-bad-request"),
    (401, "unauthenticated", "rest-title-unauthenticated"),
    (403, "forbidden", "rest-title-forbidden"),
    (404, "not-found", "rest-title-not-found"),
    (405, "method-not-allowed", "rest-title-method-not-allowed"),
    (409, "conflict", "rest-title-conflict"),
    (412, "precondition-failed", "rest-title-precondition-failed"),
    (413, "too-large", "rest-title-too-large"),
    (415, "unsupported-media-type", "rest-title-unsupported-media-type"),
    (422, "invalid", "rest-title-invalid"),
    (428, "precondition-required", "rest-title-precondition-required"),
    (429, "too-many-requests", "rest-title-too-many-requests"),
    (500, "internal", "rest-title-internal"),
    (503, "unavailable", "rest-title-unavailable"),
];

/// All words that may stand behind `#` in the `type` of a problem, with their statuses.
pub fn types() -> impl Iterator<Item = (u16, &'static str)> {
    TYPES.iter().map(|(status, word, _)| (*status, *word))
}

/// An error as programs read it.
pub fn problem(house: &House, language: Language, error: &Error, status: StatusCode) -> Response {
    let (texts, organisation) = (house.foyer.texts(language), house.foyer.organisation());
    let say = |text: &Text| texts.render(text, &organisation.zone);
    let body = body(error, status, &say);
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    let mut response = (status, kind, Body::from(body.to_string())).into_response();
    let headers = response.headers_mut();
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    match error {
        Error::TooMany(seconds) => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds))),
        Error::Busy | Error::Unavailable => {
            drop(headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1")))
        }
        _ => {}
    }
    response
}

fn body(error: &Error, status: StatusCode, say: &dyn Fn(&Text) -> String) -> Value {
    let (word, title) = TYPES
        .iter()
        .find(|(known, ..)| *known == status.as_u16())
        .map_or(("internal", "rest-title-internal"), |(_, word, title)| (*word, *title));
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| drop(body.insert(name.into(), value));
    put("type", format!("/api/v1/docs#{word}").into());
    put("title", say(&Text::new(title)).into());
    put("status", status.as_u16().into());
    put("detail", say(&error.text()).into());
    match error {
        Error::Invalid(fields) => {
            let fields =
                fields.iter().map(|field| json!({ "field": field.field, "detail": say(&field.problem) }));
            put("errors", fields.collect());
        }
        Error::Conflict(conflict) => put("current", conflict.current.clone()),
        Error::Internal(id) => put("id", id.as_str().into()),
        _ => {}
    }
    Value::Object(body)
}
