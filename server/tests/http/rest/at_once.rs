//! Twenty calls at the same moment, with one `Idempotency-Key` and without any: one effect either way.

use futures::future::join_all;
use serde_json::{Value, json};

use crate::rest::{Office, Told, named, on_both, read};

on_both!(
    an_import_starts_once,
    an_import_is_started_by_one_wish,
    two_leads_are_merged_once,
    a_lead_is_converted_once,
);

const CSV: &[u8] = b"Name,E-mail\nAda,ada@engines.example\nGrace,grace@engines.example\n";

/// Twenty equal calls, with this key or without.
async fn twenty(office: &Office, key: Option<&str>, path: &str, body: &Value) -> Vec<Told> {
    let calls = (0..20).map(|_| async {
        let call = office.program.request("POST", path).json(body);
        let call = match key {
            Some(key) => call.header("idempotency-key", key),
            None => call,
        };
        read(call.send().await.unwrap()).await
    });
    join_all(calls).await
}

/// Twenty calls with a key get one answer.
fn are_one(told: &[Told]) {
    assert!(told.iter().all(|one| one.status == 200 && one.text == told[0].text), "{told:?}");
    assert_eq!(told.iter().filter(|one| !one.headers.contains_key("idempotency-replayed")).count(), 1);
}

/// Of twenty calls without a key one has its effect; the others are told that somebody was quicker.
fn has_one_winner(told: &[Told], losers: &[&str]) {
    assert_eq!(told.iter().filter(|one| one.status == 200).count(), 1, "{told:?}");
    let mut lost = told.iter().filter(|one| one.status != 200);
    assert!(lost.all(|one| losers.contains(&one.problem())), "{told:?}");
}

async fn waiting_import(office: &Office) -> String {
    let made = office.program.upload("/imports", "leads.csv", CSV, &[("start", "false")]).await;
    assert_eq!(made.status, 201, "{made:?}");
    format!("/imports/{}", made.body["id"])
}

async fn until_done(office: &Office, path: &str) -> Told {
    for _ in 0..400 {
        let told = office.program.get(path).await;
        if told.body["state"] == "done" {
            return told;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the import does not end: {:?}", office.program.get(path).await);
}

async fn events(office: &Office, lead: &Value, kind: &str) -> usize {
    let timeline = office.program.get(&format!("/leads/{lead}/timeline?limit=200")).await;
    timeline.body["items"].as_array().unwrap().iter().filter(|event| event["kind"] == kind).count()
}

async fn an_import_starts_once(office: Office) {
    let mut created = 0;
    for key in [Some("start"), None] {
        let path = waiting_import(&office).await;
        let told = twenty(&office, key, &format!("{path}/start"), &json!({ "duplicates": "create" })).await;
        match key {
            Some(_) => are_one(&told),
            // Whoever comes later, also when it is over, gets the import as it is.
            None => assert!(told.iter().all(|one| one.status == 200), "{told:?}"),
        }
        assert_eq!(until_done(&office, &path).await.body["created"], 2);
        created += 2;
        let leads = office.program.get("/leads?limit=200").await;
        assert_eq!(leads.body["items"].as_array().unwrap().len(), created, "no row came in twice");
    }
}

async fn an_import_is_started_by_one_wish(office: Office) {
    let path = waiting_import(&office).await;
    let start = &format!("{path}/start");
    let wish = &json!({ "create_missing": true });
    assert_eq!(office.program.post(start, wish.clone()).await.status, 200);
    until_done(&office, &path).await;
    let again = office.program.post(start, wish.clone()).await;
    assert_eq!((again.status, &again.body["state"]), (200, &json!("done")), "{again:?}");
    let other = office.program.post(start, json!({ "duplicates": "create" })).await;
    assert_eq!((other.problem(), other.body["current"]["state"].as_str()), ("conflict", Some("done")));
    assert_eq!(office.program.post(&format!("{path}/cancel"), json!({})).await.problem(), "conflict");
    let stopped = waiting_import(&office).await;
    assert_eq!(office.program.post(&format!("{stopped}/cancel"), json!({})).await.status, 200);
    let late = office.program.post(&format!("{stopped}/start"), json!({})).await;
    assert_eq!(late.problem(), "conflict", "what was stopped does not begin");
    // Two wishes at once: one of them is the run's, and only who had that is told that it was.
    let path = &waiting_import(&office).await;
    let calls = (0..20).map(|number| {
        let body = json!({ "create_missing": number % 2 == 0 });
        let office = &office;
        async move {
            let told = office.program.post(&format!("{path}/start"), body).await;
            (number % 2, told)
        }
    });
    let told = join_all(calls).await;
    let (mut begun, refused): (Vec<_>, Vec<_>) = told.iter().partition(|(_, one)| one.status == 200);
    assert!(refused.iter().all(|(_, one)| one.problem() == "conflict"), "{refused:?}");
    begun.dedup_by_key(|(wish, _)| *wish);
    assert_eq!(begun.len(), 1, "{begun:?}");
    assert_eq!(until_done(&office, path).await.body["skipped"], 2, "they are there since the first run");
}

async fn two_leads_are_merged_once(office: Office) {
    for key in [Some("merge"), None] {
        let (one, other) = (office.lead(named("Ada")).await, office.lead(named("Countess")).await);
        let (one, other) = (&one["id"], &other["id"]);
        let path = format!("/leads/{one}/merges");
        let told = twenty(&office, key, &path, &json!({ "other_id": other })).await;
        match key {
            Some(_) => are_one(&told),
            None => has_one_winner(&told, &["conflict", "unavailable"]),
        }
        assert_eq!(office.program.get(&format!("/leads/{other}")).await.body["id"], *one);
        assert_eq!(events(&office, one, "record.merged").await, 1);
    }
}

async fn a_lead_is_converted_once(office: Office) {
    for (key, customers) in [(Some("convert"), 1), (None, 2)] {
        let lead = office.lead(named("Ada")).await;
        let path = format!("/leads/{}/convert", lead["id"]);
        let told = twenty(&office, key, &path, &json!({})).await;
        match key {
            Some(_) => are_one(&told),
            // Who asks when it is done is told that it is; who had seen the lead before, that it was changed.
            None => has_one_winner(&told, &["forbidden", "conflict", "unavailable"]),
        }
        let found = office.program.get("/customers").await;
        assert_eq!(found.body["items"].as_array().unwrap().len(), customers, "{found:?}");
        assert_eq!(events(&office, &lead["id"], "lead.converted").await, 1);
    }
}
