use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Cursor, Version};
use serde::Serialize;

use super::problem::Answer;

/// What was asked for.
pub fn ok(content: &impl Serialize) -> Answer {
    Ok(Json(content).into_response())
}

/// Some rows.
pub fn page(items: &[impl Serialize], next_cursor: Option<Cursor>) -> Answer {
    ok(&Rows { items, next_cursor })
}

#[derive(Serialize)]
struct Rows<'a, T> {
    items: &'a [T],
    next_cursor: Option<Cursor>,
}

/// All rows there are.
pub fn list(items: &[impl Serialize]) -> Answer {
    page(items, None)
}

/// A record that carries a version, as its entity tag too.
pub fn versioned(content: &impl Serialize, version: Version) -> Answer {
    Ok(tagged(Json(content).into_response(), version))
}

/// Something that was made, and where it is.
pub fn created(content: &impl Serialize, place: &str, version: Option<Version>) -> Answer {
    let mut response = (StatusCode::CREATED, Json(content)).into_response();
    if let Ok(place) = HeaderValue::from_str(place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(match version {
        Some(version) => tagged(response, version),
        None => response,
    })
}

/// That it is done.
pub fn nothing() -> Answer {
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn tagged(mut response: Response, version: Version) -> Response {
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
