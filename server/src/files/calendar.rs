use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Context, Error, Result};

use super::refused;
use crate::house::House;
use crate::visitor::Visitor;

/// `GET /calendar/{secret}.ics`: the tasks of whoever has this secret, for a program that knows nothing else of us.
pub async fn calendar(
    State(house): State<House>,
    visitor: Visitor,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    match find(&house, &visitor, &file).await {
        Ok(calendar) => answer(calendar, &headers),
        Err(error) => refused(&error),
    }
}

async fn find(house: &House, visitor: &Visitor, file: &str) -> Result<tasks::store::calendar::Calendar> {
    let secret = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    // Who is signed in here does not matter: the secret says whose calendar it is.
    let system = Context::system(&house.foyer);
    tasks::store::calendar::open(&system, secret, &visitor.address.to_string()).await
}

fn answer(calendar: tasks::store::calendar::Calendar, asked: &HeaderMap) -> Response {
    let has_it = asked.get(header::IF_NONE_MATCH).is_some_and(|tags| {
        // A compressing proxy makes the tag a weak one.
        let mut tags =
            tags.to_str().unwrap_or_default().split(',').map(|tag| tag.trim().trim_start_matches("W/"));
        tags.any(|tag| tag == calendar.tag)
    });
    let tag = HeaderValue::from_str(&calendar.tag);
    let mut response = match has_it {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => calendar.text.into_response(),
    };
    let headers = response.headers_mut();
    if !has_it {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if let Ok(tag) = tag {
        headers.insert(header::ETAG, tag);
    }
    response
}
