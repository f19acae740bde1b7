//! From an address to what answers it, with the guards that every request passes.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use crate::house::House;
use crate::{body, doors, functions, headers, limits, origin, pages, requests, rest, routes, site, visitor};

/// The router of this house.
///
/// Every request passes, from the outside: the log and the net under panics, the headers, the question where it comes
/// from, the limits of size and time, the question who asks, and how often.
pub fn router(house: House) -> Router {
    let mut router = Router::new();
    for path in routes::shell_pages() {
        router = router.route(path, get(pages::show));
    }
    for path in routes::server_functions() {
        router = router.route(path, post(functions::call));
    }
    for endpoint in routes::endpoints() {
        router = router.route(endpoint.path, endpoint.handler);
    }
    router
        .fallback(pages::missing)
        .layer(from_fn_with_state(house.clone(), rest::guard))
        .layer(from_fn(doors::guard))
        .layer(from_fn_with_state(house.clone(), limits::guard))
        .layer(from_fn_with_state(house.clone(), visitor::recognise))
        .layer(compression())
        // Assets are the same for everybody: they need no session, and so no database. They were compressed when they were
        // built.
        .merge(site::router(house.site.clone()))
        .layer(from_fn(body::limit))
        .layer(from_fn_with_state(house.clone(), origin::guard))
        .layer(from_fn_with_state(house.clone(), headers::protect))
        .layer(from_fn_with_state(house.clone(), requests::observe))
        .with_state(house)
}

/// What is written for one person is compressed on its way: a board of 400 cards is 350 kB of HTML, and a tenth of it
/// compressed. Quickly rather than well, since each answer is written once. Event streams and pictures stay as they are.
/// No answer holds a secret beside what an address put there, so its length tells nothing (BREACH): a request proves
/// where it comes from by its headers, not by a token in the page.
fn compression() -> CompressionLayer {
    CompressionLayer::new().quality(CompressionLevel::Precise(4))
}
