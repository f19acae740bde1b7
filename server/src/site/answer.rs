//! One asset as an answer: its type, the form the browser understands, and how long it may be kept.
use super::source::Source;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::borrow::Cow;

/// The name has the hash of the content: what has this name never changes.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// Answers a request for the asset with this path below `/assets/`; 404 for what is no asset.
pub fn answer(source: &Source, path: &str, asked: &HeaderMap) -> Response {
    if let Some(id) = source.read_fresh(path) {
        return ([(header::CACHE_CONTROL, "no-store")], id.into_owned()).into_response();
    }
    // The list, the stamps and the compressed forms are not assets: only a name with a hash is.
    let (true, Some(kind)) = (has_hash(path), content_type(path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{path}\"");
    if asked.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, &tag))
        && source.read(path).is_some()
    {
        return with_headers(StatusCode::NOT_MODIFIED.into_response(), kind, &tag);
    }
    match smallest(source, path, asked) {
        Some((bytes, encoding)) => {
            let body = match bytes {
                Cow::Borrowed(bytes) => Body::from(bytes),
                Cow::Owned(bytes) => Body::from(bytes),
            };
            let mut response = with_headers(body.into_response(), kind, &tag);
            if let Some(encoding) = encoding {
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            response
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

type Encoded = (Cow<'static, [u8]>, Option<&'static str>);

/// The smallest form that was made beforehand and that the browser understands.
fn smallest(source: &Source, path: &str, asked: &HeaderMap) -> Option<Encoded> {
    for (encoding, extension) in [("br", "br"), ("gzip", "gz")] {
        if accepts(asked, encoding)
            && let Some(bytes) = source.read(&format!("{path}.{extension}"))
        {
            return Some((bytes, Some(encoding)));
        }
    }
    source.read(path).map(|bytes| (bytes, None))
}

fn with_headers(mut response: Response, kind: &'static str, tag: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FOREVER));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Whether `Accept-Encoding` names this encoding, or all, without forbidding it by `q=0`.
fn accepts(asked: &HeaderMap, encoding: &str) -> bool {
    let entries = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut any = false;
    for entry in entries.flat_map(|value| value.split(',')) {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse().unwrap_or(1.0_f32);
        match name.trim() {
            name if name.eq_ignore_ascii_case(encoding) => return weight > 0.0,
            "*" => any = weight > 0.0,
            _ => {}
        }
    }
    any
}

/// Whether an `If-None-Match` names this tag; a compressing proxy makes the tag a weak one.
pub fn names(value: &HeaderValue, tag: &str) -> bool {
    let Ok(value) = value.to_str() else { return false };
    value
        .split(',')
        .map(|entry| entry.trim().trim_start_matches("W/"))
        .any(|entry| entry == tag || entry == "*")
}

/// `app.0123456789abcdef.css` or `program.0123456789abcdef/app.wasm`: the file or its folder has a hash.
fn has_hash(path: &str) -> bool {
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_compressed = path.ends_with(".br") || path.ends_with(".gz");
    !is_compressed && path.split('/').any(|segment| segment.split('.').skip(1).any(is_hash))
}

fn content_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
