//! Legal entities: those of customers, and the organisation's own.

use kernel::{Area, Can};
use serde_json::{Value, json};

use crate::rest::{Office, named, on_both};

on_both!(
    an_entity_of_a_customer_is_added_changed_removed_and_taken_back,
    the_organisations_own_are_kept_and_one_is_the_default,
    a_program_of_somebody_else_sees_no_bank_account,
);

/// Makes something and gives its own address.
async fn added(office: &Office, path: &str, body: Value) -> String {
    let made = office.program.post(path, body).await;
    assert_eq!((made.status, made.body["version"].as_i64()), (201, Some(1)), "{made:?}");
    made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned()
}

async fn customer(office: &Office) -> String {
    let made = office.program.post("/customers", named("Acme")).await;
    assert_eq!(made.status, 201, "{made:?}");
    format!("/customers/{}/legal-entities", made.body["id"])
}

async fn an_entity_of_a_customer_is_added_changed_removed_and_taken_back(office: Office) {
    let program = &office.program;
    let entities = customer(&office).await;
    let own = added(&office, "/own-entities", json!({ "registered_name": "Lumen" })).await;
    let own: i64 = own.rsplit('/').next().unwrap().parse().unwrap();
    let wrong = json!({ "registered_name": "", "iban": "DE89370400440532013001" });
    assert_eq!(program.post(&entities, wrong).await.fields(), ["registered_name", "iban"]);
    let unknown = json!({ "registered_name": "Acme", "billed_by_id": 999 });
    assert_eq!(program.post(&entities, unknown).await.fields(), ["billed_by_id"]);
    let new =
        json!({ "registered_name": "Acme GmbH", "iban": "de89 3704 0044 0532 0130 00", "billed_by_id": own });
    let place = added(&office, &entities, new).await;
    let found = program.get(&place).await.body;
    assert_eq!(
        (&found["iban"], &found["billed_by_id"]),
        (&json!("DE89370400440532013000"), &json!(own)),
        "{found:?}"
    );
    let changed =
        program.send("PATCH", &place, json!({ "city": "Bonn", "billed_by_id": null, "version": 1 })).await;
    assert_eq!((changed.status, &changed.body["billed_by_id"]), (200, &json!(null)), "{changed:?}");
    let stale = program.send("PATCH", &place, json!({ "city": "Köln", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["version"].as_i64()), ("conflict", Some(2)));
    let kept = program.send("PATCH", &place, json!({ "customer_id": 7, "version": 2 })).await;
    assert_eq!(kept.fields(), ["customer_id"]);
    assert_eq!(program.get(&entities).await.body["items"][0]["city"], "Bonn");
    assert_eq!(program.send("DELETE", &format!("{place}?version=1"), json!({})).await.problem(), "conflict");
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.get(&place).await.status, 404);
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.body["city"], "Bonn");
}

async fn the_organisations_own_are_kept_and_one_is_the_default(office: Office) {
    let program = &office.program;
    let first = added(&office, "/own-entities", json!({ "registered_name": "First" })).await;
    let second = added(&office, "/own-entities", json!({ "registered_name": "Second" })).await;
    assert_eq!(program.get(&first).await.body["is_default"], true);
    assert_eq!(
        program.post(&format!("{first}/archive"), json!({})).await.status,
        403,
        "it is the default one"
    );
    assert_eq!(program.post(&format!("{second}/default"), json!({})).await.body["is_default"], true);
    assert_eq!(program.post(&format!("{first}/archive"), json!({})).await.body["is_archived"], true);
    let all = program.get("/own-entities").await.body;
    let names: Vec<_> =
        all["items"].as_array().unwrap().iter().map(|own| own["registered_name"].clone()).collect();
    assert_eq!(names, ["Second", "First"]);
    let version = program.get(&first).await.body["version"].clone();
    let wrong = program.send("PATCH", &first, json!({ "bic": "x", "version": version })).await;
    assert_eq!(wrong.fields(), ["bic"]);
    let changed = program.send("PATCH", &first, json!({ "bic": "deutdeff", "version": version })).await;
    assert_eq!((changed.status, &changed.body["bic"]), (200, &json!("DEUTDEFF")), "{changed:?}");
    let stale = program.send("PATCH", &first, json!({ "bank": "x", "version": version })).await;
    assert_eq!(stale.problem(), "conflict");
    assert_eq!(program.post(&format!("{first}/restore"), json!({})).await.body["is_archived"], false);
}

async fn a_program_of_somebody_else_sees_no_bank_account(office: Office) {
    let entities = customer(&office).await;
    let place =
        added(&office, &entities, json!({ "registered_name": "Acme", "iban": "DE89370400440532013000" }))
            .await;
    let own = added(&office, "/own-entities", json!({ "registered_name": "Lumen" })).await;
    let rights = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].map(|can| (Area::Customers, can));
    let (_, eve) = office.person("Eve", &rights).await;
    assert_eq!(eve.get(&entities).await.status, 404);
    assert_eq!(eve.get(&place).await.status, 404);
    assert_eq!(eve.send("PATCH", &place, json!({ "city": "x", "version": 1 })).await.status, 404);
    assert_eq!(eve.send("DELETE", &place, json!({})).await.status, 404);
    assert_eq!(eve.post(&format!("{place}/restore"), json!({})).await.status, 404);
    for path in ["/own-entities", &own] {
        assert_eq!(eve.get(path).await.status, 403, "{path}");
    }
    assert_eq!(eve.post(&format!("{own}/archive"), json!({})).await.status, 403);
    assert_eq!(office.program.get(&place).await.body["version"], 1, "nothing happened");
}
