//! How often anybody may ask.

use std::num::NonZeroU32;

use kernel::{Error, Scope};
use reqwest::{Response, StatusCode};
use serde_json::json;
use server::config::{Api, Config, Network};

use crate::harness::{Browser, Server};
use crate::rest::program;

/// So many requests at once, and one more a second.
const BURST: usize = 6;

fn few(config: &mut Config) {
    let burst = NonZeroU32::new(BURST as u32).unwrap();
    config.api = Api { rate: NonZeroU32::MIN, burst };
    config.trusted_proxies = vec![Network::parse("127.0.0.1").unwrap()];
}

async fn search(browser: &Browser) -> Response {
    browser.call("search_records", json!({ "q": "ada" })).await
}

/// Asks until that is refused. Gives how often it was answered, and the refusal, which says when to come back.
async fn refused(ask: impl AsyncFn() -> Response) -> (usize, Response) {
    for answered in 0..10 * BURST {
        let answer = ask().await;
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            let wait: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
            assert!(wait >= 1);
            return (answered, answer);
        }
        assert!(!answer.status().is_server_error(), "{answer:?}");
    }
    panic!("whoever asks is answered");
}

/// The allowance was used up before; a machine may be so slow that some of it has come back.
fn is_used_up((answered, _): &(usize, Response)) -> bool {
    *answered < BURST / 2
}

#[tokio::test]
async fn who_searches_too_often_is_told_when_to_come_back() {
    let server = Server::with(few).await;
    server.add_admin("ada@example.com").await;
    let browser = server.signed_in().await;
    let (answered, answer) = refused(async || search(&browser).await).await;
    assert!(answered >= BURST, "{answered}");
    let error = answer.json::<Error>().await.unwrap();
    assert!(matches!(error, Error::TooMany(1..)), "the page says it in its language: {error:?}");
    let page =
        async || browser.request("GET", "/leads").header("accept-language", "it").send().await.unwrap();
    let page = refused(page).await;
    assert!(is_used_up(&page), "a page asks no less than what it loads");
    assert!(page.1.text().await.unwrap().contains("Troppi"));
    assert_eq!(browser.get("/healthz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn all_tokens_and_browsers_of_a_person_share_a_limit() {
    let server = Server::with(few).await;
    let admin = server.add_admin("ada@example.com").await;
    let browser = server.signed_in().await;
    let (one, other) =
        (program(&server, admin, Scope::Full).await, program(&server, admin, Scope::Read).await);
    let (answered, _) = refused(async || one.request("GET", "/me").send().await.unwrap()).await;
    assert!(answered >= BURST, "{answered}");
    let of_other = refused(async || other.request("GET", "/me").send().await.unwrap()).await;
    assert!(is_used_up(&of_other), "another token is no second allowance");
    assert_eq!(of_other.1.headers()["content-type"], "application/problem+json");
    assert!(is_used_up(&refused(async || search(&browser).await).await), "nor is a browser");
    let of_session = refused(async || browser.get("/api/v1/me").await).await;
    assert!(is_used_up(&of_session));
    assert_eq!(of_session.1.headers()["content-type"], "application/problem+json");
    let grace = server.add_admin("grace@example.com").await;
    let colleague = program(&server, grace, Scope::Full).await;
    assert_eq!(colleague.get("/me").await.status, 200, "everybody has a limit of their own");
}

#[tokio::test]
async fn who_is_not_signed_in_is_counted_by_address() {
    let server = Server::with(few).await;
    server.add_admin("ada@example.com").await;
    let stranger = server.browser();
    let from = |path: &'static str, address: &'static str| {
        stranger.request("GET", path).header("x-forwarded-for", address)
    };
    let (answered, _) = refused(async || from("/sign-in", "198.51.100.7").send().await.unwrap()).await;
    assert!(answered >= BURST, "{answered}");
    assert_eq!(from("/sign-in", "198.51.100.8").send().await.unwrap().status(), StatusCode::OK);
    // A token that is none is nobody's, also where no token is needed.
    let wrong = async |path: &'static str| {
        refused(async || from(path, "198.51.100.9").bearer_auth("foy_wrong").send().await.unwrap()).await
    };
    assert!(wrong("/api/v1/me").await.0 >= BURST);
    for path in ["/api/v1/openapi.json", "/api/v1/unicorns"] {
        assert!(is_used_up(&wrong(path).await), "{path}");
    }
}
