use std::time::Duration;

use serde_json::json;

use crate::rest::{Office, Told, on_both, own_leads};

on_both!(
    a_file_of_leads_comes_in_and_goes_out_again,
    customers_come_by_one_file_and_go_by_another,
    a_file_that_cannot_be_used_leaves_nothing
);

async fn until(office: &Office, id: &serde_json::Value, state: &str) -> Told {
    for _ in 0..400 {
        let told = office.program.get(&format!("/imports/{id}")).await;
        if told.body["state"] == state {
            return told;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the import does not become {state}: {:?}", office.program.get(&format!("/imports/{id}")).await);
}

async fn a_file_of_leads_comes_in_and_goes_out_again(office: Office) {
    let csv =
        "Name,E-mail,Source\nAda,ada@example.com,Radio\nGrace,grace@example.com,\nNobody,not an address,\n";
    let made = office.program.upload("/imports", "leads.csv", csv.as_bytes(), &[("kind", "leads")]).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.headers["location"].to_str().unwrap(), format!("/api/v1/imports/{}", made.body["id"]));
    let done = until(&office, &made.body["id"], "done").await;
    assert_eq!(
        (&done.body["created"], &done.body["refused"]),
        (&json!(1), &json!(2)),
        "an unknown source is refused: {done:?}"
    );
    let refusals = office.program.get(&format!("/imports/{}/refusals", made.body["id"])).await;
    assert!(refusals.text.contains("Radio") && refusals.text.contains("not an address"), "{}", refusals.text);
    let again = office.program.post(&format!("/imports/{}/start", made.body["id"]), json!({})).await;
    assert_eq!(
        (again.status, again.body["state"].as_str()),
        (200, Some("done")),
        "it was begun by this wish"
    );
    let undone = office.program.post(&format!("/imports/{}/undo", made.body["id"]), json!({})).await;
    assert_eq!(undone.status, 200, "{undone:?}");
    until(&office, &made.body["id"], "undone").await;
    assert_eq!(office.program.get("/leads").await.body["items"], json!([]));
    let fields = [("create_missing", "true"), ("start", "false")];
    let waits = office.program.upload("/imports", "leads.csv", csv.as_bytes(), &fields).await;
    assert_eq!(waits.status, 201);
    let start = format!("/imports/{}/start", waits.body["id"]);
    assert_eq!(office.program.post(&start, json!({ "create_missing": true })).await.status, 200);
    assert_eq!(until(&office, &waits.body["id"], "done").await.body["created"], 2);
    let (_, clerk) = office.person("Bob", &own_leads()).await;
    assert_eq!(clerk.get("/imports").await.problem(), "forbidden");
    assert_eq!(clerk.get(&format!("/imports/{}", waits.body["id"])).await.problem(), "not-found");
}

async fn customers_come_by_one_file_and_go_by_another(office: Office) {
    let csv = "Company,Customer number,First name,Contact email,Segment,Status,Channel\n\
        Acme,C-1,Ada,ada@acme.example,Large,Active,Fair\nAcme,C-1,Bob,bob@acme.example,Large,Active,Fair\n";
    let fields = [("kind", "customers"), ("create_missing", "true")];
    let made = office.program.upload("/imports", "customers.csv", csv.as_bytes(), &fields).await;
    assert_eq!(made.status, 201, "{made:?}");
    let done = until(&office, &made.body["id"], "done").await;
    assert_eq!((&done.body["created"], &done.body["updated"]), (&json!(1), &json!(1)), "{done:?}");
    let customers = office.program.get("/customers").await;
    let id = customers.body["items"][0]["id"].clone();
    let contacts = office.program.get(&format!("/customers/{id}/contacts")).await;
    assert_eq!(contacts.body["items"].as_array().map(Vec::len), Some(2), "{contacts:?}");
    let fields = [("kind", "customers-deletion")];
    let gone =
        office.program.upload("/imports", "leaving.csv", b"Customer number\nC-1\nC-2\n", &fields).await;
    let done = until(&office, &gone.body["id"], "done").await;
    assert_eq!((&done.body["updated"], &done.body["refused"]), (&json!(1), &json!(1)), "{done:?}");
    assert_eq!(office.program.get("/customers").await.body["items"], json!([]));
    office.program.post(&format!("/imports/{}/undo", gone.body["id"]), json!({})).await;
    until(&office, &gone.body["id"], "undone").await;
    assert_eq!(office.program.get("/customers").await.body["items"][0]["id"], id);
}

async fn a_file_that_cannot_be_used_leaves_nothing(office: Office) {
    let program = &office.program;
    let empty = program.upload("/imports", "leads.csv", b"", &[]).await;
    assert_eq!(empty.problem(), "invalid", "{empty:?}");
    let other = program.upload("/imports", "leads.csv", b"Name\nAda\n", &[("kind", "unicorns")]).await;
    assert_eq!((other.problem(), other.fields()), ("invalid", vec!["kind"]));
    let nameless = program.upload("/imports", "leads.csv", b"Colour\nred\n", &[]).await;
    assert_eq!((nameless.problem(), nameless.fields()), ("invalid", vec!["mapping"]), "{nameless:?}");
    let unknown = program.upload("/imports", "leads.csv", b"Name\nAda\n", &[("owner", "1")]).await;
    assert_eq!(unknown.fields(), ["owner"]);
    let sign = [("keys", "website,colour")];
    let unlike = program.upload("/imports", "leads.csv", b"Name\nAda\n", &sign).await;
    assert_eq!(
        (unlike.problem(), unlike.fields()),
        ("invalid", vec!["keys"]),
        "a website tells, a colour does not"
    );
    let states = program.get("/imports").await;
    assert!(
        states.body["items"].as_array().unwrap().iter().all(|import| import["state"] == "cancelled"),
        "{states:?}"
    );
    assert_eq!(program.get("/leads").await.body["items"], json!([]));
}
