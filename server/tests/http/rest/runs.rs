use std::time::Duration;

use serde_json::{Value, json};

use crate::rest::{Office, Told, named, on_both, own_leads, read};

on_both!(
    many_leads_are_changed_by_one_call,
    twenty_equal_calls_begin_one_run,
    what_cannot_be_done_leaves_nothing
);

async fn until(office: &Office, id: &Value, state: &str) -> Told {
    for _ in 0..400 {
        let told = office.program.get(&format!("/runs/{id}")).await;
        if told.body["state"] == state {
            return told;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the run does not become {state}: {:?}", office.program.get(&format!("/runs/{id}")).await);
}

async fn cities(office: &Office) -> Vec<Value> {
    let leads = office.program.get("/leads").await;
    leads.body["items"].as_array().unwrap().iter().map(|lead| lead["city"].clone()).collect()
}

async fn many_leads_are_changed_by_one_call(office: Office) {
    for name in ["Ada", "Grace", "Mary"] {
        office.lead(named(name)).await;
    }
    let turin = json!({ "kind": "lead", "q": "a", "action": { "set": { "values": { "city": "Turin" } } } });
    let made = office.program.post("/runs", turin).await;
    assert_eq!((made.status, &made.body["total"]), (201, &json!(1)), "words begin so: {made:?}");
    assert_eq!(made.headers["location"].to_str().unwrap(), format!("/api/v1/runs/{}", made.body["id"]));
    let done = until(&office, &made.body["id"], "done").await;
    assert_eq!(done.body["tally"], json!({ "done": 1, "same": 0, "gone": 0, "refused": 0 }));
    assert_eq!(cities(&office).await.iter().filter(|city| **city == "Turin").count(), 1);

    let undo = office.program.post(&format!("/runs/{}/undo", made.body["id"]), json!({})).await;
    assert_eq!(undo.status, 200, "{undo:?}");
    until(&office, &undo.body["id"], "done").await;
    assert!(cities(&office).await.iter().all(Value::is_null));
    let left = office.program.get(&format!("/runs/{}/left", undo.body["id"])).await;
    assert_eq!((left.status, left.text.lines().count()), (200, 1), "only the head: {left:?}");

    let (_, clerk) = office.person("Bob", &own_leads()).await;
    assert_eq!(clerk.get("/runs").await.body["items"], json!([]));
    for path in [format!("/runs/{}", made.body["id"]), format!("/runs/{}/left", made.body["id"])] {
        assert_eq!(clerk.get(&path).await.problem(), "not-found");
    }
}

async fn twenty_equal_calls_begin_one_run(office: Office) {
    office.lead(named("Ada")).await;
    let body = json!({ "kind": "lead", "action": { "add_tags": ["fair"] } });
    let call = || async {
        let call = office.program.request("POST", "/runs").header("idempotency-key", "fair").json(&body);
        read(call.send().await.unwrap()).await
    };
    let told = futures::future::join_all((0..20).map(|_| call())).await;
    assert!(told.iter().all(|one| one.status == 201 && one.text == told[0].text), "{told:?}");
    until(&office, &told[0].body["id"], "done").await;
    assert_eq!(office.program.get("/runs").await.body["items"].as_array().unwrap().len(), 1);
}

async fn what_cannot_be_done_leaves_nothing(office: Office) {
    let lead = office.lead(named("Ada")).await;
    let ids = json!([lead["id"]]);
    for (body, field) in [
        (json!({ "kind": "unicorn", "ids": ids, "action": "delete" }), "kind"),
        (json!({ "kind": "lead", "ids": ids, "action": { "set": { "values": { "horns": 1 } } } }), "horns"),
        (json!({ "kind": "lead", "ids": ids, "action": { "take_back": 1 } }), "action"),
        (json!({ "kind": "lead", "filter": ["horns.any.1"], "action": "delete" }), "filter"),
        (json!({ "kind": "lead", "ids": [], "action": "delete" }), "selection"),
        (json!({ "kind": "lead", "ids": ids }), "action"),
    ] {
        let refused = office.program.post("/runs", body.clone()).await;
        assert_eq!((refused.problem(), refused.fields()), ("invalid", vec![field]), "{body}: {refused:?}");
    }
    assert_eq!(office.program.get("/runs").await.body["items"], json!([]));
}
