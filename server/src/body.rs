//! How much may be sent and how long an answer may take.

use std::time::Duration;

use axum::body::{Body, BodyDataStream, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use futures::StreamExt;
use kernel::Error;

use crate::refusal;

/// Most bytes of an ordinary request.
const ORDINARY: u64 = 2_000_000;
/// Most bytes of an upload: the largest file and what is wrapped around it.
pub const UPLOAD: usize = 55_000_000;
/// Most bytes of what a picture of a record is made from, and what is wrapped around it.
pub const PICTURE: usize = 11_000_000;
/// Most bytes of a file of records, which may have a million rows, and what is wrapped around it.
pub const IMPORT: usize = 205_000_000;
/// What is too large is read to its end as far as this, and thrown away: a browser that is cut off in the middle shows
/// its own error in place of our sentence.
const READ_AWAY: u64 = 300_000_000;

/// Limits size and time by what the path is for.
pub async fn limit(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path == "/events" || path == "/api/v1/events" {
        return next.run(request).await;
    }
    let upload = Some(path).filter(|path| is_upload(request.method(), path)).map(largest_upload);
    let (is_upload, limit, patience) = match upload {
        Some(largest) => (true, largest as u64, Duration::from_secs(15 * 60)),
        None => (false, ORDINARY, Duration::from_secs(30)),
    };
    let language = crate::visitor::asked_language(request.headers()).unwrap_or_default();
    let (house, path) = (request.extensions().get().cloned(), path.to_owned());
    let late =
        |_| refusal::of(house.as_ref(), &path, language, Error::Unavailable, StatusCode::SERVICE_UNAVAILABLE);
    tokio::time::timeout(patience, within(limit, is_upload, request, next)).await.unwrap_or_else(late)
}

fn is_upload(method: &Method, path: &str) -> bool {
    *method == Method::POST
        && (path.starts_with("/upload/")
            || path.starts_with("/pictures/")
            || path == "/imports"
            || path == "/api/v1/imports"
            || is_api_file(path))
}

/// Most bytes of what is uploaded there.
pub fn largest_upload(path: &str) -> usize {
    match path {
        path if path.starts_with("/pictures/") => PICTURE,
        path if path.ends_with("/imports") => IMPORT,
        _ => UPLOAD,
    }
}

/// `/api/v1/leads/7/files`
fn is_api_file(path: &str) -> bool {
    path.starts_with("/api/v1/") && path.ends_with("/files")
}

async fn within(limit: u64, is_upload: bool, request: Request, next: Next) -> Response {
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > limit) {
        return refuse(limit, request).await;
    }
    // An upload is counted while it is written to the disk; without a stated length it is cut off by its own limit.
    if is_upload || matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, usize::try_from(limit).unwrap_or(usize::MAX)).await {
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        Err(_) => refuse(limit, Request::from_parts(parts, Body::empty())).await,
    }
}

/// What is said of a body beyond this limit: people think of the file's size, not of what is wrapped around it.
pub fn too_large(limit: u64) -> Error {
    Error::TooLarge(match usize::try_from(limit) {
        Ok(UPLOAD) => records::FILE_LIMIT,
        Ok(PICTURE) => records::PICTURE_LIMIT,
        Ok(IMPORT) => imports::store::LARGEST_FILE,
        _ => limit,
    })
}

async fn refuse(limit: u64, request: Request) -> Response {
    let response = refusal::answer(&request, too_large(limit), StatusCode::PAYLOAD_TOO_LARGE);
    read_away(&mut request.into_body().into_data_stream(), 0).await;
    response
}

/// Reads a body to its end, of which so much is read already, as far as that goes.
pub async fn read_away(pieces: &mut BodyDataStream, mut read: u64) {
    while let Some(Ok(piece)) = pieces.next().await {
        read += piece.len() as u64;
        if read > READ_AWAY {
            break;
        }
    }
}
