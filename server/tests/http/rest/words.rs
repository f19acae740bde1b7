use kernel::{Area, Can};
use serde_json::{Value, json};

use crate::rest::{Office, named, on_both, own_leads};

on_both!(the_words_of_leads_are_kept_by_who_may, stages_are_kept_by_the_rules_of_the_settings_page);

async fn the_words_of_leads_are_kept_by_who_may(office: Office) {
    office.lead(named("Ada")).await;
    let (_, clerk) = office.person("Bob", &own_leads()).await;
    let (_, keeper) = office.person("Kim", &[(Area::Settings, Can::Edit), (Area::Leads, Can::ViewAll)]).await;
    for list in ["/sources", "/lost-reasons", "/tags"] {
        assert_eq!(clerk.get(list).await.status, 200, "{list}");
        assert_eq!(clerk.post(list, named("Radio")).await.problem(), "forbidden");
        let made = keeper.post(list, named("Radio")).await;
        assert_eq!((made.status, made.body["name"].as_str()), (201, Some("Radio")), "{list}: {made:?}");
        let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
        assert_eq!(keeper.send("PATCH", &place, named("Wireless")).await.body["name"], "Wireless");
        assert!(clerk.get(list).await.text.contains("Wireless"), "{list}");
        assert_eq!(clerk.send("DELETE", &place, json!({})).await.problem(), "forbidden");
        assert_eq!(keeper.send("DELETE", &place, json!({})).await.status, 204);
        assert_eq!(keeper.send("DELETE", &place, json!({})).await.problem(), "not-found");
        assert_eq!(keeper.send("PATCH", &format!("{list}/0"), named("X")).await.problem(), "not-found");
    }
    let sources = keeper.get("/sources").await;
    let used =
        sources.body["items"].as_array().unwrap().iter().find(|source| source["is_default"] == true).unwrap()
            ["id"]
            .clone();
    let refused = keeper.send("DELETE", &format!("/sources/{used}"), json!({})).await;
    assert_eq!((refused.problem(), refused.fields()), ("invalid", vec!["goes_to"]));
}

async fn stages_are_kept_by_the_rules_of_the_settings_page(office: Office) {
    let program = &office.program;
    let before = office.stages().await;
    let pipeline = &before[0]["pipeline_id"];
    let made = program
        .post("/stages", json!({ "pipeline_id": pipeline, "name": "Demo", "kind": "open", "hue": 3 }))
        .await;
    assert_eq!((made.status, &made.body["is_default"]), (201, &json!(false)), "{made:?}");
    let place = format!("/stages/{}", made.body["id"]);
    let changed =
        program.send("PATCH", &place, json!({ "name": "Trial", "version": made.body["version"] })).await;
    assert_eq!((changed.status, changed.body["name"].as_str()), (200, Some("Trial")), "{changed:?}");
    let stale =
        program.send("PATCH", &place, json!({ "name": "Late", "version": made.body["version"] })).await;
    assert_eq!((stale.problem(), stale.body["current"]["name"].as_str()), ("conflict", Some("Trial")));
    let taken = program.send("PATCH", &place, json!({ "is_conversion": true, "version": 2 })).await;
    assert_eq!((taken.problem(), taken.fields()), ("invalid", vec!["is_conversion"]));
    let mut order: Vec<Value> = office.stages().await.iter().map(|stage| stage["id"].clone()).collect();
    order.reverse();
    assert_eq!(program.post("/stages/order", json!({ "ids": order })).await.status, 200);
    let now: Vec<Value> = office.stages().await.iter().map(|stage| stage["id"].clone()).collect();
    assert_eq!(now, order);
    assert_eq!(program.send("DELETE", &place, json!({})).await.fields(), ["leads_to"]);
    let to = &before[0]["id"];
    assert_eq!(program.send("DELETE", &format!("{place}?leads_to={to}"), json!({})).await.status, 204);
    assert_eq!(office.stages().await.len(), before.len());
}
