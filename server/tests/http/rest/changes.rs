use serde_json::json;

use crate::rest::{Office, named, on_both, read};

on_both!(
    the_second_of_two_gets_the_lead_as_it_is,
    a_lead_becomes_a_customer_and_back,
    customers_are_kept_by_the_same_rules
);

async fn the_second_of_two_gets_the_lead_as_it_is(office: Office) {
    let (program, stages) = (&office.program, office.stages().await);
    let lead = office.lead(named("Ada")).await;
    let path = format!("/leads/{}", lead["id"]);
    let to = |stage: usize| json!({ "stage_id": stages[stage]["id"], "after_id": null, "version": 1 });
    let first = program.post(&format!("{path}/move"), to(1)).await;
    assert_eq!(
        (first.status, &first.body["stage_id"], &first.body["version"]),
        (200, &stages[1]["id"], &json!(2)),
        "{first:?}"
    );
    let second = program.post(&format!("{path}/move"), to(2)).await;
    assert_eq!((second.status, second.problem()), (409, "conflict"));
    assert_eq!(second.body["current"], first.body, "the lead as it is now comes along");
    let stale = json!({ "city": "Turin", "version": 1 });
    assert_eq!(program.send("PATCH", &path, stale).await.problem(), "conflict");
    let tagged =
        program.request("PATCH", &path).header("if-match", "\"1\"").json(&json!({ "city": "Turin" }));
    let tagged = read(tagged.send().await.unwrap()).await;
    assert_eq!(
        (tagged.status, tagged.problem(), &tagged.body["current"]["version"]),
        (412, "precondition-failed", &json!(2))
    );
    assert_eq!(
        program.send("PATCH", &path, json!({ "city": "Turin" })).await.problem(),
        "precondition-required"
    );
    let any = program.request("PATCH", &path).header("if-match", "*").json(&json!({ "city": "Turin" }));
    assert_eq!(read(any.send().await.unwrap()).await.status, 200);
    let won = stages.iter().find(|stage| stage["is_conversion"] == true).unwrap();
    let by_drag = json!({ "stage_id": won["id"], "after_id": null, "version": 3 });
    assert_eq!(program.post(&format!("{path}/move"), by_drag).await.problem(), "forbidden");
    let lost = stages.iter().find(|stage| stage["kind"] == "lost").unwrap();
    let bare = program.post(&format!("{path}/move"), json!({ "stage_id": lost["id"], "version": 3 })).await;
    assert_eq!((bare.problem(), bare.fields()), ("invalid", vec!["lost_reason_id"]));
    let reason = program.get("/lost-reasons").await.body["items"][0]["id"].clone();
    let told = json!({ "stage_id": lost["id"], "version": 3, "fields": { "lost_reason_id": reason } });
    assert_eq!(program.post(&format!("{path}/move"), told).await.status, 200);
}

async fn a_lead_becomes_a_customer_and_back(office: Office) {
    let program = &office.program;
    let lead = office
        .lead(json!({ "name": "Ada Lovelace", "company": "Engines", "email": "ada@example.com" }))
        .await;
    let path = format!("/leads/{}", lead["id"]);
    let converted = program.post(&format!("{path}/convert"), json!({})).await;
    assert_eq!(converted.status, 200, "{converted:?}");
    let id = converted.body["customer_id"].as_i64().unwrap();
    assert_eq!(converted.body["lead"]["customer_id"], id);
    let customer = program.get(&format!("/customers/{id}")).await;
    assert_eq!(
        (customer.body["name"].as_str(), customer.body["contacts"][0]["last_name"].as_str()),
        (Some("Engines"), Some("Lovelace"))
    );
    assert_eq!(program.post(&format!("{path}/convert"), json!({})).await.problem(), "forbidden");
    let back = program.post(&format!("{path}/unconvert"), json!({})).await;
    assert_eq!((back.status, &back.body["customer_id"]), (200, &json!(null)), "{back:?}");
    assert_eq!(program.get(&format!("/customers/{id}")).await.problem(), "not-found");
}

async fn customers_come_in_pages(office: &Office) {
    let program = &office.program;
    for n in 1..=4 {
        program.post("/customers", json!({ "kind": "commercial", "name": format!("Paged {n}") })).await;
    }
    for (order, all) in [("", 5), ("&q=paged", 4)] {
        let (mut path, mut names) = (format!("/customers?limit=2{order}"), Vec::new());
        loop {
            let page = program.get(&path).await;
            let items = page.body["items"].as_array().unwrap().clone();
            assert!(items.len() <= 2, "{page:?}");
            names.extend(items.iter().map(|item| item["name"].as_str().unwrap().to_owned()));
            let Some(next) = page.body["next_cursor"].as_str() else { break };
            path = format!("/customers?limit=2{order}&cursor={next}");
        }
        let distinct: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!((names.len(), distinct.len()), (all, all), "each one once: {names:?}");
    }
    let by_name = program.get("/customers?limit=1").await.body["next_cursor"].as_str().unwrap().to_owned();
    assert_eq!(
        program.get(&format!("/customers?sort=-created_at&cursor={by_name}")).await.fields(),
        ["cursor"]
    );
    assert_eq!(program.get("/customers?limit=0").await.problem(), "bad-request");
}

async fn customers_are_kept_by_the_same_rules(office: Office) {
    let program = &office.program;
    let contact = json!({ "first_name": "Grace", "last_name": "Hopper" });
    let made = program
        .post("/customers", json!({ "kind": "commercial", "name": "Compilers", "contact": contact }))
        .await;
    assert_eq!(
        (made.status, made.body["contacts"][0]["is_primary"].as_bool()),
        (201, Some(true)),
        "{made:?}"
    );
    let path = format!("/customers/{}", made.body["id"]);
    let version = made.body["version"].clone();
    let changed = program.send("PATCH", &path, json!({ "city": "Arlington", "version": version })).await;
    assert_eq!((changed.status, changed.body["city"].as_str()), (200, Some("Arlington")), "{changed:?}");
    let stale = program.send("PATCH", &path, json!({ "city": "Rome", "version": version })).await;
    assert_eq!((stale.problem(), stale.body["current"]["city"].as_str()), ("conflict", Some("Arlington")));
    let kept = program
        .send("PATCH", &path, json!({ "timeline_id": 1, "created_at": 1, "if": 2, "version": 2 }))
        .await;
    assert_eq!((kept.problem(), kept.fields()), ("invalid", vec!["created_at", "if", "timeline_id"]));
    let bad = program
        .post("/customers", json!({ "name": "X", "contact": { "first_name": "Y", "is_admin": true } }))
        .await;
    assert_eq!((bad.problem(), bad.fields()), ("invalid", vec!["contact_is_admin"]));
    assert_eq!(program.get("/customers?q=compil").await.body["items"].as_array().unwrap().len(), 1);
    customers_come_in_pages(&office).await;
    assert_eq!(program.get("/search?q=compil").await.body["items"][0]["record"]["kind"], "customer");
    assert_eq!(program.send("DELETE", &path, json!({})).await.status, 204);
    assert_eq!(program.get(&path).await.problem(), "not-found");
    assert_eq!(program.post(&format!("{path}/restore"), json!({})).await.status, 200);
}
