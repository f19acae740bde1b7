use serde_json::json;

use crate::rest::{Office, named, on_both, read};

on_both!(notes_tags_reminders_and_files_hang_on_both_kinds);

const NEXT_YEAR: i64 = 4_000_000_000_000_000;

async fn notes_tags_reminders_and_files_hang_on_both_kinds(office: Office) {
    let lead = office.lead(named("Ada")).await;
    let customer =
        office.program.post("/customers", json!({ "kind": "commercial", "name": "Engines" })).await;
    for base in [format!("/leads/{}", lead["id"]), format!("/customers/{}", customer.body["id"])] {
        notes(&office, &base).await;
        tags(&office, &base).await;
        reminders(&office, &base).await;
        files(&office, &base).await;
        let all = office.program.get(&format!("{base}/timeline?limit=200")).await;
        assert!(all.body["items"].as_array().unwrap().len() >= 8, "{all:?}");
        let notes = office.program.get(&format!("{base}/timeline?filter=notes")).await;
        assert!(
            notes.body["items"]
                .as_array()
                .unwrap()
                .iter()
                .all(|e| e["kind"].as_str().unwrap().starts_with("note."))
        );
    }
}

async fn notes(office: &Office, base: &str) {
    let program = &office.program;
    let made = program.post(&format!("{base}/notes"), json!({ "body": "Called" })).await;
    assert_eq!((made.status, made.body["body"].as_str()), (201, Some("Called")), "{made:?}");
    let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    let changed = program.send("PATCH", &place, json!({ "body": "Called twice", "version": 1 })).await;
    assert_eq!((changed.status, changed.body["version"].as_i64()), (200, Some(2)), "{changed:?}");
    let stale = program.send("PATCH", &place, json!({ "body": "Never", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["body"].as_str()), ("conflict", Some("Called twice")));
    program.post(&format!("{base}/notes"), json!({ "body": "Second" })).await;
    let page = program.get(&format!("{base}/notes?limit=1")).await;
    assert_eq!(page.body["items"][0]["body"], "Second");
    let next = page.body["next_cursor"].as_str().unwrap();
    assert_eq!(
        program.get(&format!("{base}/notes?limit=1&cursor={next}")).await.body["items"][0]["body"],
        "Called twice"
    );
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 404);
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.status, 204);
    let huge = program.post(&format!("{base}/notes"), json!({ "body": "x".repeat(20_001) })).await;
    assert_eq!(huge.problem(), "invalid");
    let typo = program.post(&format!("{base}/notes"), json!({ "body": "x", "contactedat": 1 })).await;
    assert_eq!(typo.fields(), ["contactedat"]);
    assert_eq!(program.post(&format!("{base}/notes"), json!({})).await.fields(), ["body"]);
}

async fn tags(office: &Office, base: &str) {
    let put = office.program.post(&format!("{base}/tags"), json!({ "name": "Hot" })).await;
    assert_eq!((put.status, put.body["items"][0]["name"].as_str()), (200, Some("Hot")), "{put:?}");
    let id = &put.body["items"][0]["id"];
    assert_eq!(office.program.send("DELETE", &format!("{base}/tags/{id}"), json!({})).await.status, 204);
    assert_eq!(office.program.get(&format!("{base}/tags")).await.body["items"], json!([]));
}

async fn reminders(office: &Office, base: &str) {
    let draft = json!({ "staff_id": office.admin, "text": "Call again", "due_at": NEXT_YEAR });
    let made = office.program.post(&format!("{base}/reminders"), draft).await;
    assert_eq!(made.status, 201, "{made:?}");
    let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    assert!(office.program.get("/reminders").await.text.contains("Call again"));
    let done = office.program.send("PATCH", &place, json!({ "done": true })).await;
    assert!(done.body["done_at"].is_i64(), "{done:?}");
    assert_eq!(office.program.send("DELETE", &place, json!({})).await.status, 204);
}

async fn files(office: &Office, base: &str) {
    let (program, path) = (&office.program, format!("{base}/files"));
    let made = program.upload(&path, "offer.pdf", b"%PDF-1.7\nhello", &[]).await;
    assert_eq!((made.status, made.body["name"].as_str()), (201, Some("offer.pdf")), "{made:?}");
    let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    let given = read(program.request("GET", &place).send().await.unwrap()).await;
    assert_eq!(given.text, "%PDF-1.7\nhello");
    assert!(given.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(given.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    let page = program.upload(&path, "offer.pdf", b"<html><script>", &[]).await;
    assert_eq!((page.problem(), page.fields()), ("invalid", vec!["file"]));
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.get(&place).await.problem(), "not-found");
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.status, 204);
}
