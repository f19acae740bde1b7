//! The calendar that other programs ask for, as they ask for it.

use serde_json::{Value, json};

use crate::harness::Server;
use crate::rest::read;

/// The path of a calendar that has just been made.
async fn made(server: &Server) -> String {
    let browser = server.signed_in().await;
    let address: String = browser.call("make_calendar_feed", json!({})).await.json().await.unwrap();
    address[address.find("/calendar/").unwrap()..].to_owned()
}

#[tokio::test]
async fn a_calendar_needs_its_secret_and_nothing_else() {
    let server = Server::set_up().await;
    let (path, program) = (made(&server).await, server.bare());
    let answer = program.request("GET", &path).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
    let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    assert!(answer.text().await.unwrap().starts_with("BEGIN:VCALENDAR\r\n"));
    for tag in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}")] {
        let again = program.request("GET", &path).header("if-none-match", tag).send().await.unwrap();
        assert_eq!(again.status(), 304);
        assert!(again.bytes().await.unwrap().is_empty());
    }
    let changed = program.request("GET", &path).header("if-none-match", "\"x\"").send().await.unwrap();
    assert_eq!(changed.status(), 200);
    for wrong in ["/calendar/x.ics", &path.replace(".ics", ""), &path.to_uppercase()] {
        assert_eq!(program.request("GET", wrong).send().await.unwrap().status(), 404, "{wrong}");
    }
    let posted = program.request("POST", &path).send().await.unwrap();
    assert!(posted.status().is_client_error());
}

#[tokio::test]
async fn an_address_is_shown_once_and_dies_when_it_is_replaced() {
    let server = Server::set_up().await;
    let (first, second) = (made(&server).await, made(&server).await);
    let program = server.bare();
    assert_eq!(program.request("GET", &first).send().await.unwrap().status(), 404);
    assert_eq!(program.request("GET", &second).send().await.unwrap().status(), 200);
    let known = read(server.signed_in().await.call("get_calendar_feed", json!({})).await).await;
    assert!(known.body["created_at"] != Value::Null && !known.text.contains("calendar/"));
}
