use kernel::{Area, Can};
use serde_json::json;

use crate::rest::{Office, named, on_both, own_leads};

on_both!(added_fields_are_kept_by_who_may_and_filled_in_by_programs);

async fn added_fields_are_kept_by_who_may_and_filled_in_by_programs(office: Office) {
    let (_, clerk) = office.person("Bob", &own_leads()).await;
    let (_, keeper) = office.person("Kim", &[(Area::Settings, Can::Edit), (Area::Leads, Can::ViewAll)]).await;
    let roof =
        json!({ "name": "Roof", "kind": "choice", "options": [{ "name": "Flat" }, { "name": "Tile" }] });
    assert_eq!(clerk.post("/lead-fields", roof.clone()).await.problem(), "forbidden");
    let made = keeper.post("/lead-fields", roof).await;
    assert_eq!((made.status, made.body["options"][1]["name"].as_str()), (201, Some("Tile")), "{made:?}");
    let (place, key) = (format!("/lead-fields/{}", made.body["id"]), format!("c{}", made.body["id"]));
    assert!(clerk.get("/lead-fields").await.text.contains("Tile"));

    let tile = &made.body["options"][1]["id"];
    let mut ada = named("Ada");
    ada[&key] = tile.clone();
    let lead = office.program.post("/leads", ada).await;
    assert_eq!((lead.status, &lead.body[&key]), (201, tile), "{lead:?}");
    let at = format!("/leads/{}", lead.body["id"]);
    let unfit =
        office.program.send("PATCH", &at, json!({ &key: 999, "version": lead.body["version"] })).await;
    assert_eq!((unfit.problem(), unfit.fields()), ("invalid", vec![key.as_str()]));
    let unknown =
        office.program.send("PATCH", &at, json!({ "c999": 1, "version": lead.body["version"] })).await;
    assert_eq!(unknown.fields(), ["c999"]);
    let empty =
        office.program.send("PATCH", &at, json!({ &key: null, "version": lead.body["version"] })).await;
    assert_eq!((empty.status, empty.body.get(&key)), (200, None), "{empty:?}");

    let usual =
        keeper.send("PATCH", &place, json!({ "default_value": tile, "version": made.body["version"] })).await;
    assert_eq!((usual.status, &usual.body["default_value"]), (200, tile), "{usual:?}");
    assert_eq!(&office.program.post("/leads", named("Bea")).await.body[&key], tile, "nothing was said");
    let mut none = named("Cleo");
    none[&key] = json!(null);
    assert_eq!(office.program.post("/leads", none).await.body.get(&key), None, "it was said to be empty");
    let unfit =
        keeper.send("PATCH", &place, json!({ "default_value": 999, "version": usual.body["version"] })).await;
    assert_eq!(unfit.fields(), ["default_value"]);
    let made = usual;

    let kind = keeper.send("PATCH", &place, json!({ "kind": "text", "version": made.body["version"] })).await;
    assert_eq!((kind.problem(), kind.fields()), ("invalid", vec!["kind"]));
    let renamed =
        keeper.send("PATCH", &place, json!({ "name": "Roofing", "version": made.body["version"] })).await;
    assert_eq!((renamed.status, renamed.body["name"].as_str()), (200, Some("Roofing")), "{renamed:?}");
    let stale =
        keeper.send("PATCH", &place, json!({ "name": "Late", "version": made.body["version"] })).await;
    assert_eq!(stale.problem(), "conflict");
    assert_eq!(clerk.send("DELETE", &place, json!({})).await.problem(), "forbidden");
    assert_eq!(keeper.send("DELETE", &place, json!({})).await.status, 204);
    assert!(!clerk.get("/lead-fields").await.text.contains("Roofing"));
    assert_eq!(keeper.post(&format!("{place}/restore"), json!({})).await.status, 204);
    assert!(clerk.get("/lead-fields").await.text.contains("Roofing"));
}
