use kernel::{Area, Can};
use serde_json::{Value, json};

use crate::rest::{Office, named, on_both, own_leads};

on_both!(
    the_words_of_leads_are_kept_by_who_may,
    stages_are_kept_by_the_rules_of_the_settings_page,
    pipelines_are_made_named_and_deleted_with_a_place_for_their_leads,
);

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
    let made = keeper.post("/sources", named("Fair")).await.body["id"].clone();
    let place = format!("/sources/{made}");
    let chosen = keeper.send("PATCH", &place, json!({ "is_default": true })).await;
    assert_eq!((chosen.status, chosen.body["name"].as_str()), (200, Some("Fair")), "{chosen:?}");
    let new = office.lead(named("Bea")).await;
    assert_eq!(new["source_id"], made, "new leads get it");
    assert_eq!(clerk.send("PATCH", &place, json!({ "is_default": true })).await.problem(), "forbidden");
    let reason = keeper.post("/lost-reasons", json!({ "name": "Price", "is_default": true })).await;
    assert_eq!((reason.problem(), reason.fields()), ("invalid", vec!["is_default"]));
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

async fn pipelines_are_made_named_and_deleted_with_a_place_for_their_leads(office: Office) {
    let program = &office.program;
    let sales = office.stages().await;
    let made =
        program.post("/pipelines", json!({ "name": "Renewals", "like": sales[0]["pipeline_id"] })).await;
    assert_eq!((made.status, &made.body["is_default"]), (201, &json!(false)), "{made:?}");
    let place = format!("/pipelines/{}", made.body["id"]);
    let named = program.send("PATCH", &place, json!({ "name": "Partners", "version": 1 })).await;
    assert_eq!((named.status, named.body["name"].as_str()), (200, Some("Partners")), "{named:?}");
    let stale = program.send("PATCH", &place, json!({ "name": "Late", "version": 1 })).await;
    assert_eq!((stale.problem(), stale.body["current"]["name"].as_str()), ("conflict", Some("Partners")));
    assert_eq!(
        program.send("PATCH", &place, json!({ "position": 1, "version": 2 })).await.fields(),
        ["position"]
    );

    let all = office.stages().await;
    let there: Vec<&Value> = all.iter().filter(|stage| stage["pipeline_id"] == made.body["id"]).collect();
    assert_eq!(there.len(), sales.len());
    let ada = office.lead(json!({ "name": "Ada", "stage_id": there[0]["id"] })).await;
    let board = program.get(&format!("/board?pipeline={}", made.body["id"])).await;
    assert_eq!(board.body["stages"][0]["count"], 1, "{board:?}");

    assert_eq!(program.send("DELETE", &place, json!({})).await.fields(), ["goes_to"]);
    let unread = program.send("DELETE", &format!("{place}?goes_to=first"), json!({})).await;
    assert_eq!(unread.fields(), ["goes_to"], "{unread:?}");
    let goes_to = format!("{place}?goes_to={}:{}", there[0]["id"], sales[1]["id"]);
    assert_eq!(program.send("DELETE", &goes_to, json!({})).await.status, 204);
    assert_eq!(program.get(&format!("/leads/{}", ada["id"])).await.body["stage_id"], sales[1]["id"]);
    let usual = format!("/pipelines/{}", sales[0]["pipeline_id"]);
    assert_eq!(program.send("DELETE", &usual, json!({})).await.problem(), "forbidden");
}
