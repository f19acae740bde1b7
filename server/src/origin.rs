//! Requests that change something, or that open a stream, must come from our own pages.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::house::House;
use crate::{address, refusal};

/// Refuses requests to hosts that are not ours, and requests from other people's pages.
///
/// A browser says where a request comes from in `Sec-Fetch-Site` or `Origin`, and no page can change that. What says
/// neither and carries no API token is refused, too. Tokens are sent on purpose: no page makes a browser add one.
pub async fn guard(State(house): State<House>, request: Request, next: Next) -> Response {
    let (headers, path) = (request.headers(), request.uri().path());
    // A load balancer asks for the health by whatever name it likes.
    let is_health = matches!(path, "/healthz" | "/readyz");
    let Some(host) = address::host(headers, request.uri()) else {
        return refusal::plain(StatusCode::BAD_REQUEST, "A request needs a Host header.");
    };
    if !is_health && !address::is_own_host(&house, host) {
        let sentence = "This server does not answer to this name. Set base_url to the address under which people reach it.";
        return refusal::plain(StatusCode::MISDIRECTED_REQUEST, sentence);
    }
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let refused = match is_safe {
        true => path == "/events" && comes_from_elsewhere(&house, headers, host),
        false => !is_token_call(headers, path) && !comes_from_here(&house, headers, host),
    };
    if refused {
        tracing::warn!(path = crate::requests::shown(path), "a request from another site was refused");
        return refusal::answer(&request, kernel::forbidden("error-other-site"), StatusCode::FORBIDDEN);
    }
    next.run(request).await
}

/// Whether the call identifies itself by a token and not by a cookie.
pub fn is_token_call(headers: &HeaderMap, path: &str) -> bool {
    path.starts_with("/api/v1/") && headers.contains_key(header::AUTHORIZATION)
}

/// Whether the browser vouches that one of our own pages asks.
fn comes_from_here(house: &House, headers: &HeaderMap, host: &str) -> bool {
    match word(headers, "sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => word(headers, "origin").is_some_and(|origin| is_own_origin(house, origin, host)),
    }
}

/// Whether the browser says that another page asks.
pub fn comes_from_elsewhere(house: &House, headers: &HeaderMap, host: &str) -> bool {
    let site = word(headers, "sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"));
    site || word(headers, "origin").is_some_and(|origin| !is_own_origin(house, origin, host))
}

fn is_own_origin(house: &House, origin: &str, host: &str) -> bool {
    let bare = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    origin.eq_ignore_ascii_case(&house.foyer.base_url)
        || bare.is_some_and(|bare| bare.eq_ignore_ascii_case(host))
}

fn word<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("?"))
}
