use serde_json::json;

use crate::rest::{Office, on_both};

on_both!(a_program_is_told_who_is_there_already, two_leads_are_merged_and_taken_apart);

async fn a_program_is_told_who_is_there_already(office: Office) {
    let program = &office.program;
    let ada = || json!({ "name": "Ada", "email": "ada@engines.example" });
    let first = program.post("/leads", ada()).await;
    assert_eq!(first.body["duplicates"], json!([]));
    let second = program.post("/leads", json!({ "name": "A.", "email": "ADA@engines.example" })).await;
    assert_eq!(second.status, 201);
    let told = &second.body["duplicates"][0];
    assert_eq!((&told["record"]["id"], &told["reasons"]), (&first.body["id"], &json!(["email"])));
    let refused = program.post("/leads?on_duplicate=refuse", ada()).await;
    assert_eq!(refused.status, 409, "{refused:?}");
    assert_eq!(refused.body["current"].as_array().map(Vec::len), Some(2), "{refused:?}");
    let other = json!({ "name": "Bob", "email": "bob@engines.example" });
    assert_eq!(program.post("/leads?on_duplicate=refuse", other).await.status, 201);
    assert_eq!(program.post("/leads?on_duplicate=maybe", ada()).await.status, 400);
}

async fn two_leads_are_merged_and_taken_apart(office: Office) {
    let program = &office.program;
    let one = program.post("/leads", json!({ "name": "Ada", "email": "ada@engines.example" })).await;
    let other = program.post("/leads", json!({ "name": "Countess", "city": "London" })).await;
    let (one, other) = (&one.body["id"], &other.body["id"]);
    let merged =
        program.post(&format!("/leads/{other}/merges"), json!({ "other_id": one, "take": ["name"] })).await;
    assert_eq!((merged.status, &merged.body["id"], &merged.body["name"]), (200, one, &json!("Countess")));
    assert_eq!(merged.body["city"], json!(null), "only what is named is taken");
    assert_eq!(program.get(&format!("/leads/{other}")).await.body["id"], *one);
    let again = program.post(&format!("/leads/{one}/merges"), json!({ "other_id": other })).await;
    assert_eq!(again.status, 409, "{again:?}");
    let history = program.get(&format!("/leads/{one}/timeline")).await;
    assert!(history.text.contains("record.merged"), "{}", history.text);
}
