use serde_json::{Value, json};

use crate::rest::{Office, named, on_both};

on_both!(
    an_account_is_opened_charged_paid_and_a_mistake_reversed,
    a_program_of_somebody_else_sees_no_account,
    the_catalogue_is_read_and_changed,
);

async fn customer(office: &Office) -> i64 {
    let made = office.program.post("/customers", named("Acme")).await;
    assert_eq!(made.status, 201, "{made:?}");
    made.body["id"].as_i64().unwrap()
}

async fn account(office: &Office) -> String {
    let path = format!("/customers/{}/accounts", customer(office).await);
    let made = office.program.post(&path, json!({ "name": "Roof" })).await;
    assert_eq!((made.status, made.body["account_number"].as_str()), (201, Some("A-00001")), "{made:?}");
    made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned()
}

fn euros(minor: i64) -> Value {
    json!({ "currency": "EUR", "minor": minor })
}

async fn an_account_is_opened_charged_paid_and_a_mistake_reversed(office: Office) {
    let program = &office.program;
    let place = account(&office).await;
    let service =
        json!({ "description": "Survey", "price_minor": 1_290, "quantity": 2_000_000, "from": "2026-01-31" });
    let added = program.post(&format!("{place}/services"), service).await;
    assert_eq!((added.status, added.body["charge"].as_str()), (201, Some("once")), "{added:?}");
    let service = format!("{place}/services/{}", added.body["id"]);
    let changed = program.send("PATCH", &service, json!({ "quantity": 1_000_000, "version": 1 })).await;
    assert_eq!((changed.status, changed.body["version"].as_i64()), (200, Some(2)), "{changed:?}");
    let stale = program.send("PATCH", &service, json!({ "price_minor": 1, "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["version"].as_i64()), ("conflict", Some(2)));

    for count in [1, 0] {
        assert_eq!(program.post(&format!("{place}/charge"), json!({})).await.body, json!({ "count": count }));
    }
    let paid = json!({ "kind": "payment", "amount": euros(2_000), "reason": "Bank transfer" });
    let paid = program.post(&format!("{place}/postings"), paid).await;
    assert_eq!(paid.status, 201, "{paid:?}");
    assert_eq!(program.get(&place).await.body["balance"], euros(-710));
    let back = format!("{place}/postings/{}/reverse", paid.body["id"]);
    assert_eq!(program.post(&back, json!({})).await.fields(), ["reason"]);
    assert_eq!(program.post(&back, json!({ "reason": "Not theirs" })).await.status, 201);
    assert_eq!(program.post(&back, json!({ "reason": "Not theirs" })).await.fields(), ["posting"]);

    let statement = program.get(&format!("{place}/statement")).await.body;
    let told = |line: &Value| {
        (line["kind"].clone(), line["amount"]["minor"].clone(), line["balance"]["minor"].clone())
    };
    let lines: Vec<_> = statement["lines"]["items"].as_array().unwrap().iter().map(told).collect();
    let wanted = [("reversal", 2_000, 1_290), ("payment", -2_000, -710), ("charge", 1_290, 1_290)];
    let wanted = wanted.map(|(kind, amount, balance)| (json!(kind), json!(amount), json!(balance)));
    assert_eq!(lines, wanted);
    assert_eq!(program.get(&format!("{place}/statement?to=2020-01-01")).await.body["closing"], euros(0));
    let reversal = json!({ "kind": "reversal", "amount": euros(1), "reason": "x" });
    assert_eq!(program.post(&format!("{place}/postings"), reversal).await.fields(), ["kind"]);

    let closed = program.send("PATCH", &place, json!({ "status": "closed", "version": 1 })).await;
    assert_eq!(closed.fields(), ["status"], "it is not settled");
    let named = program.send("PATCH", &place, json!({ "name": null, "version": 1 })).await;
    assert_eq!((named.status, &named.body["name"]), (200, &json!(null)), "{named:?}");
    let stale = program.send("PATCH", &place, json!({ "name": "x", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["version"].as_i64()), ("conflict", Some(2)));
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 403, "something was posted");
}

async fn a_program_of_somebody_else_sees_no_account(office: Office) {
    use kernel::{Area, Can};
    let place = account(&office).await;
    let rights = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].map(|can| (Area::Customers, can));
    let (_, program) = office.person("Eve", &rights).await;
    for path in ["", "/statement"] {
        assert_eq!(program.get(&format!("{place}{path}")).await.status, 404, "{path}");
    }
    let post = json!({ "kind": "charge", "amount": euros(1), "reason": "x" });
    assert_eq!(program.post(&format!("{place}/postings"), post).await.status, 404);
    assert_eq!(office.program.get(&place).await.body["balance"], euros(0));
}

async fn the_catalogue_is_read_and_changed(office: Office) {
    let program = &office.program;
    let new = json!({ "name": "Monitoring", "code": "MON", "charge": "month", "price": euros(1_290) });
    let made = program.post("/products", new).await;
    assert_eq!((made.status, made.body["is_active"].as_bool()), (201, Some(true)), "{made:?}");
    let again = program.post("/products", json!({ "name": "Other", "code": "mon" })).await;
    assert_eq!(again.fields(), ["code"]);
    let place = format!("/products/{}", made.body["id"]);
    let changed =
        program.send("PATCH", &place, json!({ "price": null, "is_active": false, "version": 1 })).await;
    assert_eq!((changed.status, &changed.body["price"]), (200, &json!(null)), "{changed:?}");
    let count = async |path: &str| program.get(path).await.body["items"].as_array().unwrap().len();
    assert_eq!((count("/products").await, count("/products?all=true&q=moni").await), (0, 1));
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.get(&place).await.status, 404);
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.body["name"], "Monitoring");
}
