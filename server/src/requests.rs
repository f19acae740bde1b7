//! Each request has a number, a line in the log, and no way to harm the others.

use std::panic::AssertUnwindSafe;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use futures::FutureExt;
use kernel::{Error, entropy};
use tracing::Instrument;

use crate::house::House;
use crate::{refusal, visitor};

/// Gives the request its number, which the log and the answer carry, and notes how it ended. The query is not noted: it
/// may hold what somebody searched for, or the secret of a link.
pub async fn observe(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let id = entropy::word();
    let (method, path) = (request.method().clone(), shown(request.uri().path()).to_owned());
    let span = tracing::info_span!("request", id, %method, path);
    let clock = house.foyer.clock.clone();
    let begun = clock.now();
    request.extensions_mut().insert(house.clone());
    let mut response = contain(house, request, next).instrument(span.clone()).await;
    let micros = clock.now().0 - begun.0;
    let status = response.status().as_u16();
    let _entered = span.enter();
    match path.as_str() {
        // Assets and probes would bury everything else.
        quiet if quiet.starts_with("/assets/") || quiet == "/healthz" || quiet == "/readyz" => {
            tracing::debug!(status, micros, "answered");
        }
        _ => tracing::info!(status, micros, "answered"),
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// A path as the log may have it: that of a calendar is a secret.
pub fn shown(path: &str) -> &str {
    if path.starts_with("/calendar/") { "/calendar/" } else { path }
}

/// A panic is a mistake of ours; it ends this request with a number and no other.
async fn contain(house: House, request: Request, next: Next) -> Response {
    let path = shown(request.uri().path()).to_owned();
    let language = visitor::asked_language(request.headers()).unwrap_or_default();
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(panic) => {
            let cause = panic.downcast_ref::<String>().map(String::as_str);
            let cause = cause.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
            let error = Error::internal(format_args!("panic: {cause}"));
            refusal::of(Some(&house), &path, language, error, StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use kernel::testing::TestHouse;
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn the_log_does_not_learn_the_secret_of_a_calendar() {
        assert_eq!(shown("/calendar/secret.ics"), "/calendar/");
        assert_eq!(shown("/leads/7"), "/leads/7");
    }

    #[tokio::test]
    async fn a_panic_ends_one_request_with_a_number_and_without_a_word_of_its_cause() {
        let test = TestHouse::sqlite(Vec::new()).await;
        let house = House::for_tests(test.foyer.clone(), |_| {});
        let boom = || async { panic!("select secret from /srv") as &'static str };
        let router: Router = Router::new()
            .route("/api/boom", get(boom))
            .route("/boom", get(boom))
            .route("/fine", get(|| async { "fine" }))
            .layer(from_fn_with_state(house, observe));
        let ask = async |path: &str| {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let response = router.clone().oneshot(request).await.unwrap();
            let status = response.status();
            (
                status,
                String::from_utf8(to_bytes(response.into_body(), 10_000).await.unwrap().to_vec()).unwrap(),
            )
        };
        for path in ["/api/boom", "/boom"] {
            let (status, text) = ask(path).await;
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
            assert!(!text.contains("secret") && !text.contains("srv"), "{text}");
        }
        let (_, text) = ask("/api/boom").await;
        assert!(matches!(serde_json::from_str(&text).unwrap(), Error::Internal(id) if id.len() == 16));
        assert_eq!(ask("/fine").await.0, StatusCode::OK);
    }
}
