//! Server functions: what our own program in the browser asks.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Actor, Error, FieldError, Text};
use leptos::prelude::provide_context;
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

use crate::house::House;
use crate::refusal;
use crate::routes::{self, Access};
use crate::visitor::Visitor;

/// No error of ours is longer.
const LONGEST_ERROR: usize = 8_000_000;

/// Runs a server function on behalf of the visitor.
///
/// A form that another page could post is never JSON, so anything else is refused before it is read.
pub async fn call(State(_house): State<House>, visitor: Visitor, request: Request) -> Response {
    if !is_json(request.headers()) {
        return refusal::json(&not_understood(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let is_open = routes::function_access(request.uri().path()) == Some(Access::Everybody);
    if !is_open && visitor.cx.actor == Actor::Anonymous {
        return refusal::json(&Error::Unauthenticated, StatusCode::UNAUTHORIZED);
    }
    let context = move || {
        provide_context(visitor.cx.clone());
        if let Some(person) = &visitor.person {
            provide_context((**person).clone());
        }
    };
    with_status(leptos_axum::handle_server_fns_with_context(context, request).await.into_response()).await
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// Gives an error its own status: the framework answers 500 for all of them.
async fn with_status(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LONGEST_ERROR).await.unwrap_or_default();
    let error =
        serde_json::from_slice(&bytes).unwrap_or_else(|_| Error::internal("an error that cannot be read"));
    let error = own(error);
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = refusal::json(&error, status);
    if let Some(path) = parts.headers.get(SERVER_FN_ERROR_HEADER) {
        response.headers_mut().insert(SERVER_FN_ERROR_HEADER, HeaderValue::clone(path));
    }
    refusal::add_retry_after(&error, &mut response);
    response
}

/// What the framework could not read comes as an internal error with a sentence in place of a number. The sentence is
/// for the log.
fn own(error: Error) -> Error {
    match error {
        Error::Internal(cause) if !is_number(&cause) => {
            tracing::info!(cause, "a server function was asked what it does not understand");
            not_understood()
        }
        other => other,
    }
}

fn is_number(id: &str) -> bool {
    id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn not_understood() -> Error {
    Error::Invalid(vec![FieldError { field: String::new(), problem: Text::new("error-invalid") }])
}
