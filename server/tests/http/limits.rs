use kernel::Error;
use reqwest::StatusCode;

use crate::harness::Server;

#[tokio::test]
async fn health_is_told_without_a_session() {
    let server = Server::start().await;
    assert_eq!(server.bare().get("/healthz").await.text().await.unwrap(), "ok\n");
    assert_eq!(server.bare().get("/readyz").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn what_is_too_large_is_refused_with_a_sentence() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let text = "x".repeat(2_100_000);
    let answer = browser.call("list_staff_names", serde_json::json!({ "text": text })).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.json::<Error>().await.unwrap(), Error::TooLarge(2_000_000));
    let part = reqwest::multipart::Part::bytes(vec![b'x'; 60_000_000]).file_name("a.txt");
    let form = reqwest::multipart::Form::new().part("file", part);
    let answer = browser.request("POST", "/upload/lead/1").multipart(form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.json::<Error>().await.unwrap(), Error::TooLarge(50_000_000));
}

#[tokio::test]
async fn errors_have_their_own_status_and_tell_nothing_of_the_inside() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let broken =
        browser.request("POST", "/api/list_staff_names").header("content-type", "application/json").body("{");
    let answer = broken.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let missing = browser.call("no_such_function", serde_json::json!({})).await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
    assert_eq!(missing.json::<Error>().await.unwrap(), Error::NotFound);
    let api = server.bare().request("GET", "/api/v1/events").send().await.unwrap();
    assert_eq!(
        (api.status(), api.headers()["content-type"].to_str().unwrap()),
        (StatusCode::UNAUTHORIZED, "application/problem+json")
    );
    let page = browser.get("/no/such/page").await;
    assert_eq!(
        (page.status(), page.headers()["content-type"].to_str().unwrap()),
        (StatusCode::NOT_FOUND, "text/html; charset=utf-8")
    );
}
