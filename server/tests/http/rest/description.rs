use std::collections::BTreeSet;

use serde_json::Value;
use server::routes;

use crate::rest::{Office, read};

fn document() -> Value {
    serde_json::from_str(&server::rest::openapi().unwrap()).unwrap()
}

#[test]
fn the_description_and_the_router_know_the_same_addresses() {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let described: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(|method| (path.clone(), method.to_uppercase()))
        })
        .collect();
    let of_api = routes::all().into_iter().filter(|route| route.path.starts_with("/api/v1/"));
    let routed: BTreeSet<(String, String)> = of_api.map(|route| (route.path, route.method)).collect();
    assert_eq!(described, routed);
    assert!(described.len() > 80, "{}", described.len());
}

/// Calls `look` for every value of the document.
fn walk(value: &Value, look: &mut dyn FnMut(&Value)) {
    look(value);
    match value {
        Value::Object(fields) => fields.values().for_each(|field| walk(field, look)),
        Value::Array(items) => items.iter().for_each(|item| walk(item, look)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_name_is_one() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let mut missing = BTreeSet::new();
    walk(&document, &mut |value| {
        if let Some(place) = value["$ref"].as_str() {
            let pointer = place.trim_start_matches('#');
            if document.pointer(pointer).is_none() {
                missing.insert(place.to_owned());
            }
        }
    });
    assert!(missing.is_empty(), "{missing:?}");
    let mut names = Vec::new();
    walk(&document["paths"], &mut |value| names.extend(value["operationId"].as_str().map(str::to_owned)));
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), names.len(), "each operation has a name of its own");
    let profile = &document["components"]["schemas"];
    assert!(profile["LeadProfile"]["properties"]["source_id"].is_object());
    assert!(profile["CustomerProfile"]["properties"]["manager_id"].is_object());
}

#[tokio::test]
async fn everybody_may_read_the_description() {
    let office = Office::on_sqlite().await;
    let bare = office.server.bare();
    let told = read(bare.get("/api/v1/openapi.json").await).await;
    assert_eq!(told.body, document());
    let page = read(bare.get("/api/v1/docs").await).await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("style-src 'self'"), "{policy}");
    assert!(page.text.contains("/api/v1/leads/{id}/move") && !page.text.contains("<script"));
    assert!(page.text.contains("id=\"conflict\""), "the type of a problem leads to its place on the page");
    assert_eq!(read(bare.get("/api/v1/docs?x=1").await).await.problem(), "bad-request");
}

/// The names of the fields that a type adds to those of the profile it holds.
fn kept_by_the_system(document: &Value, name: &str) -> Vec<String> {
    let parts = document["components"]["schemas"][name]["allOf"].as_array().unwrap();
    let fields = parts.iter().filter_map(|part| part["properties"].as_object());
    fields.flat_map(|fields| fields.keys().cloned()).filter(|field| field != "version").collect()
}

#[tokio::test]
async fn nothing_that_the_system_keeps_can_be_set() {
    let office = Office::on_sqlite().await;
    let lead = office.lead(serde_json::json!({ "name": "Ada" })).await;
    let customer = office
        .program
        .post("/customers", serde_json::json!({ "kind": "commercial", "name": "Engines" }))
        .await
        .body;
    for (path, name, record) in [("/leads", "Lead", &lead), ("/customers", "Customer", &customer)] {
        let kept = kept_by_the_system(&document(), name);
        assert!(kept.len() >= 5, "{kept:?}");
        let place = format!("{path}/{}", record["id"]);
        for field in kept.iter().filter(|field| field.as_str() != "tags") {
            let mut body = serde_json::json!({ "version": record["version"], "city": "Turin" });
            body[field.as_str()] = 7.into();
            let told = office.program.send("PATCH", &place, body).await;
            assert_eq!(
                (told.problem(), told.fields()),
                ("invalid", vec![field.as_str()]),
                "PATCH {place} {field}"
            );
            let mut body = serde_json::json!({ "name": "Eve", "kind": "commercial" });
            if path == "/leads" {
                body = serde_json::json!({ "name": "Eve" });
            }
            body[field.as_str()] = 7.into();
            let told = office.program.post(path, body).await;
            assert_eq!(
                (told.problem(), told.fields()),
                ("invalid", vec![field.as_str()]),
                "POST {path} {field}"
            );
        }
        assert_eq!(&office.program.get(&place).await.body["version"], &record["version"]);
    }
}
