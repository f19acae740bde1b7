use serde_json::json;

use crate::rest::{Office, named, on_both};

on_both!(tasks_are_made_changed_and_ticked_off, a_task_says_all_that_is_wrong_with_it);

async fn tasks_are_made_changed_and_ticked_off(office: Office) {
    let program = &office.program;
    let lead = office.lead(named("Ada")).await;
    let base = format!("/leads/{}/tasks", lead["id"]);
    let rule = json!({ "rhythm": { "unit": "days", "every": 7 } });
    let new =
        json!({ "kind": "call", "title": "Call Ada", "day": "2031-03-03", "time": "09:30", "repeat": rule });
    let made = program.post(&base, new).await;
    assert_eq!((made.status, made.body["title"].as_str()), (201, Some("Call Ada")), "{made:?}");
    assert_eq!(made.body["about"], "Ada");
    let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    let changed = program.send("PATCH", &place, json!({ "minutes": 30, "time": null, "version": 1 })).await;
    assert_eq!((changed.status, changed.body["minutes"].as_i64()), (200, Some(30)), "{changed:?}");
    assert_eq!(
        (&changed.body["time"], &changed.body["repeat"]["rhythm"]["every"]),
        (&json!(null), &json!(7))
    );
    let stale = program.send("PATCH", &place, json!({ "title": "x", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["minutes"].as_i64()), ("conflict", Some(30)));
    let own = program.post("/tasks", json!({ "title": "Tidy up" })).await;
    assert_eq!((own.status, &own.body["record"]), (201, &json!(null)), "{own:?}");
    let titles = |body: &serde_json::Value| -> Vec<String> {
        body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(titles(&program.get("/tasks").await.body), ["Call Ada", "Tidy up"]);
    assert_eq!(titles(&program.get("/tasks?kind=call").await.body), ["Call Ada"]);
    let ticked = program.post(&format!("{place}/tick"), json!({ "done": true })).await;
    assert_eq!((ticked.status, ticked.body["next"]["day"].as_str()), (200, Some("2031-03-10")), "{ticked:?}");
    assert_eq!(program.get(&base).await.body["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        program.post(&format!("{place}/tick"), json!({ "done": false })).await.body["next"],
        json!(null)
    );
    assert_eq!(program.send("DELETE", &place, json!({})).await.status, 204);
    assert_eq!(program.get(&place).await.status, 404);
    assert_eq!(program.post(&format!("{place}/restore"), json!({})).await.body["title"], "Call Ada");
}

async fn a_task_says_all_that_is_wrong_with_it(office: Office) {
    let refused =
        async |body: serde_json::Value| office.program.post("/tasks", body).await.fields().join(" ");
    assert_eq!(refused(json!({})).await, "title");
    assert_eq!(refused(json!({ "title": "x", "is_admin": true })).await, "is_admin");
    assert_eq!(refused(json!({ "title": "", "time": "09:00", "minutes": 0 })).await, "title day minutes");
    assert_eq!(refused(json!({ "title": "x", "day": "2026-02-30" })).await, "day");
    let never = json!({ "rhythm": { "unit": "weeks", "every": 1, "on": [] } });
    assert_eq!(refused(json!({ "title": "x", "day": "2031-03-03", "repeat": never })).await, "repeat");
}
