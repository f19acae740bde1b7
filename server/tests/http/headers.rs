use crate::harness::{PASSWORD, Server};

const PATHS: &[&str] = &[
    "/",
    "/sign-in",
    "/set-up",
    "/forgotten-password",
    "/new-password?token=x",
    "/no-such-page",
    "/healthz",
    "/readyz",
    "/assets/unknown",
    "/api/no_such_function",
    "/api/v1/leads",
    "/events",
    "/records/lead/1/files/1",
];

#[tokio::test]
async fn every_answer_tells_the_browser_to_be_careful() {
    let server = Server::set_up().await;
    for browser in [server.browser(), server.signed_in().await] {
        for path in PATHS.iter().filter(|path| **path != "/events") {
            let answer = browser.get(path).await;
            let header = |name: &str| {
                answer.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned()
            };
            let policy = header("content-security-policy");
            for needed in ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src"] {
                assert!(policy.contains(needed), "{path}: {policy}");
            }
            assert!(
                !policy.contains("script-src 'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
                "{path}: {policy}"
            );
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert_eq!(header("cache-control"), "no-store", "{path}");
            assert_eq!(header("x-request-id").len(), 16, "{path}");
            assert_eq!(header("strict-transport-security"), "", "{path}");
        }
    }
}

#[tokio::test]
async fn a_page_runs_only_scripts_that_carry_its_number() {
    let server = Server::set_up().await;
    let (stranger, ada) = (server.browser(), server.signed_in().await);
    let mut numbers = std::collections::BTreeSet::new();
    let pages = [
        (&stranger, "/sign-in"),
        (&ada, "/leads/board"),
        (&ada, "/leads"),
        (&ada, "/settings/staff"),
        (&ada, "/imports/new"),
    ];
    for (browser, path) in pages {
        let answer = browser.get(path).await;
        assert_eq!(answer.status(), 200, "{path}");
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        let number = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(policy.contains("'wasm-unsafe-eval'"), "{policy}");
        let page = answer.text().await.unwrap();
        for script in page.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(tag.contains(" src=") || tag.contains(&format!("nonce=\"{number}\"")), "<script{tag}>");
        }
        assert!(!page.contains(" onclick=") && !page.contains("javascript:"));
        numbers.insert(number);
    }
    assert_eq!(numbers.len(), pages.len(), "a number is good for one page");
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_the_host_and_the_browser_to_https() {
    let server = Server::with(|config| config.base_url = Some("https://crm.example.com".into())).await;
    server.add_admin("ada@example.com").await;
    let fields = [("email", "ada@example.com"), ("password", PASSWORD)];
    let answer = server.browser().form("/sign-in", &fields).await;
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-foyer="), "{cookie}");
    for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert!(answer.headers()["strict-transport-security"].to_str().unwrap().starts_with("max-age=31536000"));
}

#[tokio::test]
async fn what_is_written_for_one_person_is_compressed_and_an_event_stream_is_not() {
    let server = Server::set_up().await;
    let ada = server.signed_in().await;
    for (path, encoding) in [("/leads/board", Some("br")), ("/events", None)] {
        let answer = ada.request("GET", path).header("accept-encoding", "gzip, br").send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let found = answer.headers().get("content-encoding").map(|value| value.to_str().unwrap());
        assert_eq!(found, encoding, "{path}");
    }
    let page = ada.get("/leads/board").await;
    assert!(page.headers().get("content-encoding").is_none(), "nobody gets what he did not ask for");
}
