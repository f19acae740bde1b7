use serde_json::{Value, json};

use crate::rest::{Office, Told, named, on_both, own_leads, read};

on_both!(
    twenty_equal_calls_have_one_effect,
    a_file_comes_in_once,
    another_file_is_another_call,
    a_form_that_cannot_be_read_is_answered_as_without_a_key,
    a_key_stands_for_one_call,
);

async fn with_key(office: &Office, key: &str, path: &str, body: Value) -> Told {
    let call = office.program.request("POST", path).header("idempotency-key", key).json(&body);
    read(call.send().await.unwrap()).await
}

async fn twenty_equal_calls_have_one_effect(office: Office) {
    office.lead(named("Somebody else")).await;
    let calls = (0..20).map(|_| with_key(&office, "make ada", "/leads", named("Ada")));
    let told = futures::future::join_all(calls).await;
    assert!(
        told.iter().all(|one| one.status == 201),
        "{:?}",
        told.iter().map(|one| one.status).collect::<Vec<_>>()
    );
    assert!(
        told.iter()
            .all(|one| one.text == told[0].text && one.headers["location"] == told[0].headers["location"])
    );
    assert_eq!(told.iter().filter(|one| one.headers.contains_key("idempotency-replayed")).count(), 19);
    assert_eq!(office.program.get("/leads?q=ada").await.body["items"].as_array().unwrap().len(), 1);
    let path = format!("/leads/{}/convert", told[0].body["id"]);
    let told =
        futures::future::join_all((0..20).map(|_| with_key(&office, "convert", &path, json!({})))).await;
    assert!(told.iter().all(|one| one.status == 200 && one.text == told[0].text), "{told:?}");
    assert_eq!(office.program.get("/customers").await.body["items"].as_array().unwrap().len(), 1);
}

async fn a_file_comes_in_once(office: Office) {
    let calls = (0..8).map(|_| async {
        let part = reqwest::multipart::Part::bytes(b"Name\nAda\n".to_vec()).file_name("leads.csv");
        let form = reqwest::multipart::Form::new().text("start", "false").part("file", part);
        let call =
            office.program.request("POST", "/imports").header("idempotency-key", "file").multipart(form);
        read(call.send().await.unwrap()).await
    });
    let told = futures::future::join_all(calls).await;
    assert!(told.iter().all(|one| one.status == 201 && one.text == told[0].text), "{told:?}");
    assert_eq!(office.program.get("/imports").await.body["items"].as_array().unwrap().len(), 1);
}

/// A form as programs send it, each time with another boundary.
async fn form_with_key(
    office: &Office,
    path: &str,
    name: &str,
    file: &[u8],
    text: &[(&'static str, &'static str)],
) -> Told {
    let part = reqwest::multipart::Part::bytes(file.to_vec()).file_name(name.to_owned());
    let form =
        text.iter().fold(reqwest::multipart::Form::new(), |form, (name, value)| form.text(*name, *value));
    let call = office.program.request("POST", path).header("idempotency-key", "form");
    read(call.multipart(form.part("file", part)).send().await.unwrap()).await
}

async fn another_file_is_another_call(office: Office) {
    let lead = office.lead(named("Ada")).await;
    let files = format!("/leads/{}/files", lead["id"]);
    // Longer than what is read at a time, and different in the last byte alone.
    let (mut one, mut other) = (b"%PDF-1.7\n".repeat(30_000), b"%PDF-1.7\n".repeat(30_000));
    one.push(b'1');
    other.push(b'2');
    let first = form_with_key(&office, &files, "offer.pdf", &one, &[]).await;
    assert_eq!((first.status, &first.body["size"]), (201, &json!(one.len())), "{first:?}");
    let again = form_with_key(&office, &files, "offer.pdf", &one, &[]).await;
    assert_eq!((again.status, &again.text), (201, &first.text));
    assert!(again.headers.contains_key("idempotency-replayed"), "another boundary is no other file");
    for (name, file) in [("offer.pdf", &other), ("other.pdf", &one)] {
        let told = form_with_key(&office, &files, name, file, &[]).await;
        assert_eq!(
            (told.status, told.problem(), told.fields()),
            (422, "invalid", vec!["Idempotency-Key"]),
            "{name}"
        );
    }
    assert_eq!(office.program.get(&files).await.body["items"].as_array().unwrap().len(), 1);
    let got = office.program.request("GET", &format!("{files}/{}", first.body["id"])).send().await.unwrap();
    assert_eq!(got.bytes().await.unwrap(), one, "the file is whole");
    let told = form_with_key(&office, "/imports", "leads.csv", b"Name\nAda\n", &[("start", "false")]).await;
    assert_eq!(told.fields(), ["Idempotency-Key"], "nor is it the same call elsewhere");
}

async fn a_form_that_cannot_be_read_is_answered_as_without_a_key(office: Office) {
    for (path, kind, body) in [
        ("/imports", "multipart/form-data; boundary=x", "no form"),
        ("/imports", "multipart/form-data", "--x--"),
        ("/leads", "multipart/form-data; boundary=x", "{\"name\":\"Ada\"}"),
    ] {
        let call = || office.program.request("POST", path).header("content-type", kind).body(body);
        let without = read(call().send().await.unwrap()).await;
        let with = read(call().header("idempotency-key", body).send().await.unwrap()).await;
        assert!(without.status >= 400);
        assert_eq!((with.status, with.problem()), (without.status, without.problem()), "{path} {kind}");
    }
    assert_eq!(office.program.get("/imports").await.body["items"], json!([]));
}

async fn a_key_stands_for_one_call(office: Office) {
    let first = with_key(&office, "k", "/leads", named("Ada")).await;
    let other = with_key(&office, "k", "/leads", named("Grace")).await;
    assert_eq!((other.status, other.problem(), other.fields()), (422, "invalid", vec!["Idempotency-Key"]));
    let elsewhere = with_key(&office, "k", "/customers", named("Ada")).await;
    assert_eq!(elsewhere.status, 422);
    let refused = with_key(&office, "bad", "/leads", json!({ "name": "" })).await;
    let again = with_key(&office, "bad", "/leads", json!({ "name": "" })).await;
    assert_eq!((refused.problem(), &refused.text), ("invalid", &again.text), "a refusal is an answer, too");
    assert_eq!(with_key(&office, &"k".repeat(256), "/leads", named("Ada")).await.problem(), "bad-request");
    let (_, bob) = office.person("Bob", &own_leads()).await;
    let call = bob.request("POST", "/leads").header("idempotency-key", "k").json(&named("Bob's"));
    assert_eq!(read(call.send().await.unwrap()).await.status, 201, "everybody has keys of their own");
    let (day, cx) = (25 * 3_600 * 1_000_000_i64, office.server.system());
    cx.tx(|tx| async move {
        kernel::db::Q::new("update idempotency set created_at = created_at - ?").bind(day).run(&tx).await
    })
    .await
    .unwrap();
    let later = with_key(&office, "k", "/leads", named("Ada")).await;
    assert_eq!(later.status, 201);
    assert_ne!(later.body["id"], first.body["id"], "after a day the key is free again");
}
