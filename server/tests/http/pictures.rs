//! Pictures of records over HTTP: who gets them, how browsers keep them, and what is refused.

use kernel::{RecordKind, RecordRef};
use records::pictures;
use reqwest::multipart::{Form, Part};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::files::pixel;
use crate::harness::{Browser, Server};

async fn customer(server: &Server) -> i64 {
    let profile = customers::Profile { name: "Harbour Mills".into(), ..customers::Profile::default() };
    let contact = customers::Person { first_name: "Ada".into(), ..customers::Person::default() };
    let new = customers::store::NewCustomer { profile, contact, ..customers::store::NewCustomer::default() };
    customers::store::create(&server.system(), &new).await.unwrap().0
}

async fn send(
    browser: &Browser,
    path: &str,
    crop: &[(&'static str, &'static str)],
    bytes: Vec<u8>,
) -> Response {
    let form = crop.iter().fold(Form::new(), |form, (name, value)| form.text(*name, *value));
    let form = form.part("file", Part::bytes(bytes).file_name("logo.png"));
    browser.request("POST", path).multipart(form).send().await.unwrap()
}

#[tokio::test]
async fn a_picture_is_shown_to_who_sees_the_record_and_kept_by_the_browser() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let path = format!("/pictures/customer/{}", customer(&server).await);
    let answer = send(&browser, &path, &[("x", "0"), ("y", "-0.5"), ("side", "2")], pixel()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let id = answer.json::<Value>().await.unwrap()["id"].as_i64().unwrap();
    for size in ["small", "large"] {
        let path = format!("/pictures/{id}/{size}");
        let answer = browser.get(&path).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "image/jpeg");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "private, no-cache");
        assert!(header("vary").to_lowercase().contains("cookie"), "another session asks anew");
        assert!(header("content-disposition").starts_with("inline"));
        assert!(header("content-security-policy").ends_with("sandbox"));
        assert!(answer.bytes().await.unwrap().starts_with(b"\xFF\xD8\xFF"));
        let tag = format!("\"{id}\"");
        let again = async |browser: &Browser| {
            browser.request("GET", &path).header("if-none-match", &tag).send().await.unwrap()
        };
        assert_eq!(again(&browser).await.status(), StatusCode::NOT_MODIFIED, "{path} is there already");
        assert_eq!(
            again(&server.browser()).await.status(),
            StatusCode::UNAUTHORIZED,
            "having it is no right"
        );
    }
    for path in ["/pictures/999/small".to_owned(), "/pictures/x/large".into(), format!("/pictures/{id}/huge")]
    {
        let status = browser.get(&path).await.status();
        assert!(
            [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&status),
            "{path}: {status}"
        );
    }
}

#[tokio::test]
async fn what_cannot_be_a_picture_is_refused_with_its_reason() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let path = format!("/pictures/customer/{}", customer(&server).await);
    let cases: [(&[u8], &str); 3] = [
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "picture-svg"),
        (b"<html><script>alert(1)</script>", "picture-kind-refused"),
        (b"", "picture-empty"),
    ];
    for (bytes, key) in cases {
        let answer = send(&browser, &path, &[], bytes.to_vec()).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{key}");
        let error: kernel::Error = answer.json().await.unwrap();
        assert_eq!(error.field("picture").unwrap().key, key);
    }
    let large = send(&browser, &path, &[], [pixel(), vec![0; 10_000_000]].concat()).await;
    assert_eq!(large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(large.json::<kernel::Error>().await.unwrap(), kernel::Error::TooLarge(10_000_000));
    let huge = send(&browser, &path, &[], vec![0; 50_000_000]).await;
    assert_eq!(huge.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(huge.json::<kernel::Error>().await.unwrap(), kernel::Error::TooLarge(10_000_000));
    assert_eq!(send(&browser, "/pictures/customer/999", &[], pixel()).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(send(&browser, "/pictures/nonsense/1", &[], pixel()).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(send(&server.browser(), &path, &[], pixel()).await.status(), StatusCode::UNAUTHORIZED);
    let elsewhere = server.bare().request("POST", &path).body("x").send().await.unwrap();
    assert_eq!(elsewhere.status(), StatusCode::FORBIDDEN, "another site's page");
}

#[tokio::test]
async fn a_plain_form_leads_back_to_the_record() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let id = customer(&server).await;
    let form = |bytes: Vec<u8>| Form::new().part("file", Part::bytes(bytes).file_name("logo.png"));
    let post = async |bytes| {
        let request =
            browser.request("POST", &format!("/pictures/customer/{id}")).header("accept", "text/html");
        request.multipart(form(bytes)).send().await.unwrap()
    };
    assert_eq!(crate::harness::target(&post(pixel()).await), format!("/customers/{id}"));
    let refused = post(b"<svg/>".to_vec()).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().await.unwrap().contains("SVG"), "a sentence, not a key");
}

#[tokio::test]
async fn a_picture_that_was_taken_away_is_not_given_out() {
    let server = Server::set_up().await;
    let browser = server.signed_in().await;
    let record = RecordRef { kind: RecordKind::Customer, id: customer(&server).await };
    let answer = send(&browser, &records::picture_path(record), &[], pixel()).await;
    let id = answer.json::<Value>().await.unwrap()["id"].as_i64().unwrap();
    let answer = browser.call("remove_picture", json!({ "record": record })).await;
    assert_eq!(answer.json::<Value>().await.unwrap()["id"], id);
    assert_eq!(browser.get(&format!("/pictures/{id}/small")).await.status(), StatusCode::NOT_FOUND);
    browser.call("restore_picture", json!({ "record": record, "id": id })).await;
    assert_eq!(browser.get(&format!("/pictures/{id}/small")).await.status(), StatusCode::OK);
    assert_eq!(pictures::find(&server.system(), record).await.unwrap().unwrap().id.0, id);
}
