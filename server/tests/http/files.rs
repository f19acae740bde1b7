use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::multipart::{Form, Part};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;

use crate::harness::{Browser, Server};

const PDF: &[u8] = b"%PDF-1.7\nan offer";
const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// A picture of one pixel.
pub fn pixel() -> Vec<u8> {
    STANDARD.decode(PNG).unwrap()
}

async fn lead(browser: &Browser) -> i64 {
    let answer = browser
        .request("POST", "/api/v1/leads")
        .json(&json!({ "name": "Grace Hopper" }))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
    answer.json::<Value>().await.unwrap()["id"].as_i64().unwrap()
}

async fn send(browser: &Browser, path: &str, name: &str, bytes: &[u8]) -> Response {
    let form = Form::new().part("file", Part::bytes(bytes.to_vec()).file_name(name.to_owned()));
    browser.request("POST", path).multipart(form).send().await.unwrap()
}

#[tokio::test]
async fn a_file_comes_back_as_it_went_and_runs_nowhere() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let id = lead(&browser).await;
    let answer = send(&browser, &format!("/upload/lead/{id}"), "Angebot \"für\" Zoë.pdf", PDF).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let row: Value = answer.json().await.unwrap();
    let path = format!("/records/lead/{id}/files/{}", row["id"]);
    let answer = browser.get(&path).await;
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert!(
        header("content-disposition").starts_with("attachment; filename=\""),
        "{}",
        header("content-disposition")
    );
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").ends_with("sandbox"));
    assert_eq!(answer.bytes().await.unwrap(), PDF);
    // Neither a stranger, nor another record's address, nor a number that there is not leads to it.
    assert_eq!(server.browser().get(&path).await.status(), StatusCode::UNAUTHORIZED);
    let other = lead(&browser).await;
    for path in [
        format!("/records/lead/{other}/files/{}", row["id"]),
        format!("/records/lead/{id}/files/999"),
        path + "/preview",
    ] {
        assert_eq!(browser.get(&path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn only_a_picture_that_we_drew_is_shown() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let id = lead(&browser).await;
    let row: Value =
        send(&browser, &format!("/upload/lead/{id}"), "a.png", &pixel()).await.json().await.unwrap();
    assert_eq!(row["has_preview"], true);
    let other = lead(&browser).await;
    for which in ["preview", "thumbnail"] {
        let path = |record: i64| format!("/records/lead/{record}/files/{}/{which}", row["id"]);
        let answer = browser.get(&path(id)).await;
        assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("inline"));
        assert_eq!(answer.headers()["content-type"], "image/jpeg");
        assert!(answer.headers()["content-security-policy"].to_str().unwrap().ends_with("sandbox"));
        assert_eq!(browser.get(&path(other)).await.status(), StatusCode::NOT_FOUND, "{which}");
        assert_eq!(server.browser().get(&path(id)).await.status(), StatusCode::UNAUTHORIZED, "{which}");
    }
}

#[tokio::test]
async fn what_is_not_taken_leaves_nothing_behind() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let path = format!("/upload/lead/{}", lead(&browser).await);
    let wrong: &[(&str, &[u8])] = &[
        ("a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("a.png", b"<html><script>"),
        ("a.exe", b"MZ"),
        ("a.pdf", b""),
    ];
    for (name, bytes) in wrong {
        let answer = send(&browser, &path, name, bytes).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(matches!(answer.json().await.unwrap(), kernel::Error::Invalid(_)));
    }
    assert_eq!(send(&browser, "/upload/lead/999", "a.pdf", PDF).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(send(&browser, "/upload/nonsense/1", "a.pdf", PDF).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(send(&server.browser(), &path, "a.pdf", PDF).await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        browser.request("POST", &path).body("no form").send().await.unwrap().status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    break_off(&server, &browser, &path).await;
    assert_eq!(files_in(&server), 0);
}

/// Sends the beginning of a form and hangs up.
async fn break_off(server: &Server, browser: &Browser, path: &str) {
    let cookie = browser.cookie();
    let mut stream = tokio::net::TcpStream::connect(server.running.address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and then"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..100 {
        if files_in(server) == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(files_in(server), 1, "the file has begun");
    drop(stream);
    for _ in 0..100 {
        if files_in(server) == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

fn files_in(server: &Server) -> usize {
    let groups = std::fs::read_dir(server.folder.path().join("files")).into_iter().flatten().flatten();
    groups.map(|group| std::fs::read_dir(group.path()).unwrap().count()).sum()
}

#[tokio::test]
async fn an_import_is_uploaded_and_its_refused_rows_come_back() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let form = || {
        Form::new()
            .text("kind", "leads")
            .part("file", Part::bytes(b"Name;Email\nGrace;g@example.com\n".to_vec()).file_name("a.csv"))
    };
    let answer = browser
        .request("POST", "/imports")
        .header("accept", "application/json")
        .multipart(form())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let id = answer.json::<Value>().await.unwrap()["id"].as_i64().unwrap();
    let rows = browser.get(&format!("/imports/{id}/refused.csv")).await;
    assert_eq!(
        (rows.status(), rows.headers()["content-type"].to_str().unwrap()),
        (StatusCode::OK, "text/csv; charset=utf-8")
    );
    let page = browser
        .request("POST", "/imports")
        .header("accept", "text/html")
        .multipart(form())
        .send()
        .await
        .unwrap();
    assert!(crate::harness::target(&page).starts_with("/imports/"));
    let stranger = server.browser().request("POST", "/imports").multipart(form()).send().await.unwrap();
    assert_eq!(stranger.status(), StatusCode::UNAUTHORIZED);
}
