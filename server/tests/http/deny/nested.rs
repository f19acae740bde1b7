//! Numbers that do not stand at the end of an address: of what hangs on another record, and in a body.

use serde_json::{Value, json};

use super::people::{ANN, BOB, World};
use crate::rest::Told;

#[tokio::test]
async fn what_hangs_on_another_record_is_not_found_on_sqlite() {
    check(&World::on_sqlite().await).await;
}

#[tokio::test]
async fn what_hangs_on_another_record_is_not_found_on_postgres() {
    if let Some(world) = World::on_postgres().await {
        check(&world).await;
    }
}

/// What is asked of something that hangs on a record: method, place, word of its number, body.
const CHILDREN: [(&str, &str, &str, &str, &str); 6] = [
    ("PATCH", "notes", "LNOTE", "CNOTE", r#"{"body":"x","version":1}"#),
    ("DELETE", "notes", "LNOTE", "CNOTE", "{}"),
    ("GET", "files", "LFILE", "CFILE", "{}"),
    ("DELETE", "files", "LFILE", "CFILE", "{}"),
    ("PATCH", "reminders", "LREMINDER", "CREMINDER", r#"{"done":true}"#),
    ("DELETE", "reminders", "LREMINDER", "CREMINDER", "{}"),
];

async fn check(world: &World) {
    let (ann, bob) = (&world.people[ANN], &world.people[BOB].things);
    for (method, place, of_lead, of_customer, body) in CHILDREN {
        let body: Value = serde_json::from_str(body).unwrap();
        for base in
            [format!("/leads/{}", ann.things.id("LEAD")), format!("/customers/{}", ann.things.id("CUSTOMER"))]
        {
            let missing = ann.program.send(method, &format!("{base}/{place}/999999999"), body.clone()).await;
            assert_eq!(missing.status, 404, "{method} {base}/{place}: {missing:?}");
            for id in [bob.id(of_lead), bob.id(of_customer)] {
                let foreign = ann.program.send(method, &format!("{base}/{place}/{id}"), body.clone()).await;
                assert_eq!(
                    (foreign.status, &foreign.text),
                    (404, &missing.text),
                    "{method} {base}/{place}/{id}"
                );
            }
        }
        // Neither is one's own, on the other one of one's records.
        let across = format!("/customers/{}/{place}/{}", ann.things.id("CUSTOMER"), ann.things.id(of_lead));
        assert_eq!(ann.program.send(method, &across, body).await.status, 404, "{method} {across}");
    }
    bodies(world).await;
}

/// A number in a body tells no more than one in an address.
async fn bodies(world: &World) {
    let (ann, bob) = (&world.people[ANN], &world.people[BOB].things);
    let path = format!("/leads/{}", ann.things.id("LEAD"));
    let attach = |id: i64| json!({ "attach_to": id });
    let foreign = ann.program.post(&format!("{path}/convert"), attach(bob.id("CUSTOMER"))).await;
    let missing = ann.program.post(&format!("{path}/convert"), attach(999_999_999)).await;
    assert_eq!((foreign.problem(), &foreign.text), ("invalid", &missing.text));
    let lead = ann.program.get(&path).await.body;
    let behind = |version: &Value, id: i64| json!({ "stage_id": lead["stage_id"], "after_id": id, "version": version });
    let first = ann.program.post(&format!("{path}/move"), behind(&lead["version"], bob.id("LEAD"))).await;
    let second = ann.program.post(&format!("{path}/move"), behind(&first.body["version"], 999_999_999)).await;
    assert_eq!((first.status, second.status), (200, 200), "{first:?} {second:?}");
    for answer in [&first, &second] {
        is_on_top(world, answer).await;
    }
}

/// A card behind one that cannot be seen goes to the top, as behind one that there is not.
async fn is_on_top(world: &World, moved: &Told) {
    let board = world.people[ANN].program.get("/board").await.body;
    assert_eq!(board["stages"][0]["cards"][0]["id"], moved.body["id"]);
}
