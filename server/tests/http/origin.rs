use reqwest::StatusCode;
use serde_json::json;

use crate::harness::Server;

const FIELDS: &[(&str, &str)] = &[("email", "ada@example.com"), ("password", "x")];

#[tokio::test]
async fn what_changes_something_must_come_from_our_own_pages() {
    let server = Server::set_up().await;
    let own = server.running.url();
    let wrong: &[&[(&str, &str)]] = &[
        &[],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "cross-site"), ("origin", &own)],
        &[("authorization", "Bearer nonsense")],
    ];
    for headers in wrong {
        for path in [
            "/sign-in",
            "/sign-out",
            "/set-up",
            "/language",
            "/api/list_staff_names",
            "/upload/lead/1",
            "/forgotten-password",
        ] {
            let mut request = server.bare().request("POST", path).form(FIELDS);
            for (name, value) in *headers {
                request = request.header(*name, *value);
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} with {headers:?}");
            assert!(answer.headers().get("set-cookie").is_none());
        }
    }
    for headers in [[("origin", own.as_str())], [("sec-fetch-site", "same-origin")]] {
        let mut request = server.bare().request("POST", "/sign-in").form(FIELDS);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        assert_eq!(request.send().await.unwrap().status(), StatusCode::SEE_OTHER, "{headers:?}");
    }
}

#[tokio::test]
async fn a_server_function_takes_json_and_nothing_that_a_form_could_send() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""] {
        let request =
            browser.request("POST", "/api/list_staff_names").header("content-type", kind).body("{}");
        assert_eq!(request.send().await.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    assert_eq!(browser.call("list_staff_names", json!({})).await.status(), StatusCode::OK);
    // The address bar, an image or a link can only GET.
    assert_eq!(browser.get("/api/list_staff_names").await.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn another_page_cannot_listen_to_the_events() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
        let answer = browser.request("GET", "/events").header(name, value).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
}

#[tokio::test]
async fn a_name_that_is_not_ours_gets_no_answer() {
    let server = Server::with(|config| config.base_url = Some("https://crm.example.com".into())).await;
    for host in ["evil.example", "crm.example.com.evil.example", "evil.example:443"] {
        let answer = server.bare().request("GET", "/sign-in").header("host", host).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST, "{host}");
        let health = server.bare().request("GET", "/healthz").header("host", host).send().await.unwrap();
        assert_eq!(health.status(), StatusCode::OK);
    }
    for host in ["crm.example.com", "CRM.example.com:443", "localhost:3000", "10.1.2.3"] {
        let answer = server.bare().request("GET", "/set-up").header("host", host).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{host}");
    }
}
