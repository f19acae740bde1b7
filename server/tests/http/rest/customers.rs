//! What hangs on customers: their contacts and their sites.

use kernel::{Area, Can};
use serde_json::{Value, json};

use crate::rest::{Office, named, on_both};

on_both!(
    a_contact_is_changed_named_first_removed_and_taken_back,
    a_site_is_added_changed_removed_and_taken_back,
    a_new_customer_begins_with_a_site,
    a_program_of_somebody_else_sees_neither,
);

async fn customer(office: &Office) -> String {
    let made = office.program.post("/customers", named("Acme")).await;
    assert_eq!(made.status, 201, "{made:?}");
    format!("/customers/{}", made.body["id"])
}

/// Makes something below a customer and gives its own address.
async fn added(office: &Office, path: &str, body: Value) -> String {
    let made = office.program.post(path, body).await;
    assert_eq!((made.status, made.body["version"].as_i64()), (201, Some(1)), "{made:?}");
    made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned()
}

async fn a_contact_is_changed_named_first_removed_and_taken_back(office: Office) {
    let program = &office.program;
    let contacts = format!("{}/contacts", customer(&office).await);
    let ada = added(&office, &contacts, json!({ "first_name": "Ada" })).await;
    let bob = added(&office, &contacts, json!({ "first_name": "Bob" })).await;
    let found = program.get(&ada).await;
    assert_eq!((found.status, found.body["is_primary"].as_bool()), (200, Some(true)), "{found:?}");
    let changed = program.send("PATCH", &ada, json!({ "position": "CEO", "version": 1 })).await;
    assert_eq!((changed.status, &changed.body["position"]), (200, &json!("CEO")), "{changed:?}");
    let stale = program.send("PATCH", &ada, json!({ "position": "CFO", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["version"].as_i64()), ("conflict", Some(2)));
    assert_eq!(program.send("PATCH", &ada, json!({ "position": "x" })).await.status, 428);
    let first = program.send("PATCH", &bob, json!({ "is_primary": true, "version": 1 })).await;
    assert_eq!(first.fields(), ["is_primary"], "another one is named first by an operation of its own");
    let login = program.send("PATCH", &ada, json!({ "has_portal": true, "version": 2 })).await;
    assert_eq!(login.fields(), ["email"]);

    let first = program.post(&format!("{bob}/primary"), json!({})).await;
    assert_eq!((first.status, first.body["is_primary"].as_bool()), (200, Some(true)), "{first:?}");
    let late = program.send("DELETE", &format!("{bob}?version=1"), json!({})).await;
    assert_eq!(late.problem(), "conflict", "{late:?}");
    assert_eq!(program.send("DELETE", &bob, json!({})).await.status, 204);
    assert_eq!(program.get(&bob).await.status, 404);
    assert_eq!(program.get(&ada).await.body["is_primary"], true, "the oldest of the others");
    let back = program.post(&format!("{bob}/restore"), json!({})).await;
    assert_eq!((back.status, &back.body["first_name"]), (200, &json!("Bob")), "{back:?}");
}

async fn a_site_is_added_changed_removed_and_taken_back(office: Office) {
    let program = &office.program;
    let whose = customer(&office).await;
    let contact = added(&office, &format!("{whose}/contacts"), json!({ "first_name": "Ada" })).await;
    let contact: i64 = contact.rsplit('/').next().unwrap().parse().unwrap();
    let sites = format!("{whose}/sites");
    let refused = program.post(&sites, json!({ "name": "", "email": "x", "contact_id": 999 })).await;
    assert_eq!(refused.fields(), ["name", "email"], "{refused:?}");
    let foreign = program.post(&sites, json!({ "name": "Mill", "contact_id": 999 })).await;
    assert_eq!(foreign.fields(), ["contact_id"]);
    let kept = program.post(&sites, json!({ "name": "Mill", "customer_id": 1 })).await;
    assert_eq!(kept.fields(), ["customer_id"]);

    let place =
        added(&office, &sites, json!({ "name": "Mill", "contact_id": contact, "access_notes": "Ring" }))
            .await;
    let found = program.get(&place).await.body;
    assert_eq!((&found["contact"], &found["access_notes"]), (&json!("Ada"), &json!("Ring")), "{found:?}");
    let changed =
        program.send("PATCH", &place, json!({ "city": "Ivrea", "access_notes": null, "version": 1 })).await;
    assert_eq!((changed.status, &changed.body["access_notes"]), (200, &json!(null)), "{changed:?}");
    let stale = program.send("PATCH", &place, json!({ "city": "Asti", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["version"].as_i64()), ("conflict", Some(2)));
    added(&office, &sites, json!({ "name": "Attic" })).await;
    let page = program.get(&format!("{sites}?limit=1")).await.body;
    assert_eq!(page["items"][0]["name"], "Attic", "by name: {page}");
    let next = page["next_cursor"].as_str().unwrap();
    assert_eq!(program.get(&format!("{sites}?limit=1&cursor={next}")).await.body["items"][0]["name"], "Mill");

    let late = program.send("DELETE", &format!("{place}?version=1"), json!({})).await;
    assert_eq!(late.problem(), "conflict", "{late:?}");
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.get(&place).await.status, 404);
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.body["city"], "Ivrea");
}

async fn a_new_customer_begins_with_a_site(office: Office) {
    let program = &office.program;
    let new = |street: &str| json!({ "name": "Acme", "street": street, "has_site": true, "contact": { "first_name": "Ada" } });
    let refused = program.post("/customers", new("")).await;
    assert_eq!(refused.fields(), ["street"]);
    let made = program.post("/customers", new("Via Po 12")).await;
    assert_eq!(made.status, 201, "{made:?}");
    let sites = program.get(&format!("/customers/{}/sites", made.body["id"])).await.body;
    let site = &sites["items"][0];
    assert_eq!((&site["name"], &site["contact"]), (&json!("Via Po 12"), &json!("Ada")), "{sites}");
}

async fn a_program_of_somebody_else_sees_neither(office: Office) {
    let whose = customer(&office).await;
    let site = added(&office, &format!("{whose}/sites"), json!({ "name": "Mill" })).await;
    let contact = added(&office, &format!("{whose}/contacts"), json!({ "first_name": "Ada" })).await;
    let rights = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].map(|can| (Area::Customers, can));
    let (_, eve) = office.person("Eve", &rights).await;
    for place in [&site, &contact] {
        assert_eq!(eve.get(place).await.status, 404, "{place}");
        assert_eq!(
            eve.send("PATCH", place, json!({ "name": "x", "version": 1 })).await.status,
            404,
            "{place}"
        );
        assert_eq!(eve.send("DELETE", &format!("{place}?version=1"), json!({})).await.status, 404, "{place}");
        assert_eq!(eve.post(&format!("{place}/restore"), json!({})).await.status, 404, "{place}");
        assert_eq!(office.program.get(place).await.status, 200, "{place}");
    }
    assert_eq!(eve.get(&format!("{whose}/sites")).await.status, 404);
    assert_eq!(eve.post(&format!("{whose}/sites"), json!({ "name": "x" })).await.status, 404);
}
