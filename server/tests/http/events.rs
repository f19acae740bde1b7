use std::time::{Duration, Instant};

use futures::StreamExt;
use kernel::{NewEvent, RecordKind};
use reqwest::{Response, StatusCode};

use crate::harness::{Browser, Server};

/// Reads a stream until it has seen `word` or until it ends.
async fn read_until(answer: Response, word: &str) -> String {
    let mut stream = answer.bytes_stream();
    let mut text = String::new();
    let read = async {
        while let Some(Ok(piece)) = stream.next().await {
            text.push_str(&String::from_utf8_lossy(&piece));
            if text.contains(word) {
                break;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(5), read).await.unwrap_or_else(|_| panic!("no {word}"));
    text
}

async fn listen(browser: &Browser, after: Option<&str>) -> Response {
    let path = after.map_or("/events".to_owned(), |after| format!("/events?after={after}"));
    let answer = browser.request("GET", &path).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    answer
}

async fn happen(server: &Server, number: i64) {
    let cx = &server.system();
    cx.tx(|tx| async move { cx.record(&tx, NewEvent::new("lead.changed", RecordKind::Lead, number)).await })
        .await
        .unwrap();
}

async fn what_happens_reaches_the_page(server: Server) {
    let browser = server.signed_in().await;
    let before = kernel::feed::cursor_now(&server.running.house.foyer.db).await.unwrap();
    let open = listen(&browser, None).await;
    happen(&server, 1).await;
    let text = read_until(open, "lead.changed").await;
    assert!(text.contains("id: ") && text.contains("\"record\":{\"kind\":\"lead\",\"id\":1}"), "{text}");
    assert!(!text.contains("audience"), "{text}");
    happen(&server, 2).await;
    let text = read_until(listen(&browser, Some(&before)).await, "\"id\":2}").await;
    assert_eq!(text.matches("lead.changed").count(), 2, "what was missed comes, once: {text}");
    let last = text.lines().rfind(|line| line.starts_with("id: ")).unwrap()[4..].to_owned();
    happen(&server, 3).await;
    let again =
        browser.request("GET", &format!("/events?after={before}")).header("last-event-id", last).send().await;
    let text = read_until(again.unwrap(), "\"id\":3}").await;
    assert_eq!(text.matches("lead.changed").count(), 1, "{text}");
}

#[tokio::test]
async fn what_happens_reaches_the_page_on_sqlite() {
    what_happens_reaches_the_page(Server::set_up().await).await;
}

#[tokio::test]
async fn what_happens_reaches_the_page_on_postgres() {
    if let Some(server) = Server::set_up_on_postgres().await {
        what_happens_reaches_the_page(server).await;
    }
}

#[tokio::test]
async fn a_cursor_that_is_none_of_ours_means_load_again() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    for cursor in ["nonsense", "0.99999999", "1"] {
        read_until(listen(&browser, Some(cursor)).await, "event: reload").await;
    }
}

#[tokio::test]
async fn a_session_that_ends_takes_its_stream_with_it_within_a_second() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let open = listen(&browser, None).await;
    let begun = Instant::now();
    browser.form("/sign-out", &[]).await;
    let text = read_until(open, "event: signed-out").await;
    assert!(begun.elapsed() < Duration::from_millis(1500), "{:?}: {text}", begun.elapsed());
    assert_eq!(server.browser().request("GET", "/events").send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn somebody_who_may_not_sign_in_any_more_is_out_everywhere_within_a_second() {
    let server = Server::set_up().await;
    let (browser, cx) = (server.signed_in().await, server.system());
    server.add_admin("bob@example.com").await;
    let ada = staff::store::find_by_email(&cx, "ada@example.com").await.unwrap().unwrap();
    let token = staff::tokens::create(&cx, ada.id, "test", kernel::Scope::Full).await.unwrap();
    let program = |path: &str| server.bare().request("GET", path).bearer_auth(&token).send();
    let (page, stream) = (listen(&browser, None).await, program("/api/v1/events").await.unwrap());
    assert_eq!(
        (stream.status(), program("/api/v1/leads").await.unwrap().status()),
        (StatusCode::OK, StatusCode::OK)
    );
    let begun = Instant::now();
    staff::store::set_active(&cx, ada.id, false, ada.version).await.unwrap();
    assert_eq!(
        browser.call("list_staff_names", serde_json::json!({})).await.status(),
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(browser.get("/leads").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/records/lead/1/files/1").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(program("/api/v1/leads").await.unwrap().status(), StatusCode::UNAUTHORIZED);
    read_until(page, "event: signed-out").await;
    read_until(stream, "event: signed-out").await;
    assert!(begun.elapsed() < Duration::from_millis(1500), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_server_that_stops_ends_its_streams_and_does_not_wait_for_them() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let open = listen(&browser, None).await;
    let begun = Instant::now();
    server.running.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert!(open.bytes().await.is_ok(), "the stream ends in order");
}

/// Streams are also looked after every 0.7 seconds; what is known to have happened does not wait for that.
#[tokio::test]
async fn who_signs_out_is_out_of_the_stream_at_once() {
    let server = Server::set_up().await;
    let mut quickest = Duration::MAX;
    for _ in 0..3 {
        let browser = server.signed_in().await;
        let open = listen(&browser, None).await;
        let begun = Instant::now();
        browser.form("/sign-out", &[]).await;
        read_until(open, "event: signed-out").await;
        quickest = quickest.min(begun.elapsed());
    }
    assert!(quickest < Duration::from_millis(450), "{quickest:?}");
}

#[tokio::test]
async fn the_oldest_of_too_many_streams_gives_way_to_the_newest() {
    let server = Server::set_up().await;
    let (browser, other) = (server.signed_in().await, server.signed_in().await);
    let elsewhere = listen(&other, None).await;
    let mut open = Vec::new();
    for _ in 0..11 {
        open.push(listen(&browser, None).await);
    }
    let told = read_until(open.remove(0), "event: crowded").await;
    assert!(told.contains(": hello"), "{told}");
    happen(&server, 7).await;
    for stream in open.into_iter().chain([elsewhere]) {
        let told = read_until(stream, "\"id\":7}").await;
        assert!(!told.contains("crowded"), "{told}");
    }
}
