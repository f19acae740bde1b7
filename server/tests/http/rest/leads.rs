use leads::LeadSetting;
use serde_json::json;

use crate::rest::{Office, named, on_both, own_leads};

on_both!(
    a_lead_is_made_read_changed_and_deleted,
    the_list_pages_without_gap_or_repetition,
    the_board_is_as_promised,
    a_converted_lead_is_locked_where_the_house_says_so
);

async fn a_lead_is_made_read_changed_and_deleted(office: Office) {
    let program = &office.program;
    let made = program
        .post(
            "/leads",
            json!({ "name": "Ada Lovelace", "company": "Engines", "tags": ["Hot"],
            "value": { "currency": "EUR", "minor": 123_400 }, "email": null }),
        )
        .await;
    assert_eq!((made.status, made.headers["etag"].to_str().unwrap()), (201, "\"1\""), "{made:?}");
    let place = made.headers["location"].to_str().unwrap().strip_prefix("/api/v1").unwrap().to_owned();
    let found = program.get(&place).await;
    let mut made = made;
    let duplicates = made.body.as_object_mut().unwrap().remove("duplicates");
    assert_eq!(duplicates, Some(json!([])));
    assert_eq!((&found.body, found.body["tags"][0]["name"].as_str()), (&made.body, Some("Hot")));
    let changed = program
        .request("PATCH", &place)
        .header("if-match", "\"1\"")
        .json(&json!({ "company": null, "city": "Turin" }));
    let changed = crate::rest::read(changed.send().await.unwrap()).await;
    assert_eq!(
        (changed.status, &changed.body["company"], changed.headers["etag"].to_str().unwrap()),
        (200, &json!(null), "\"2\"")
    );
    assert_eq!(changed.body["city"], "Turin");
    let gone = program.send("DELETE", &format!("{place}?version=2"), json!({})).await;
    assert_eq!((gone.status, gone.text.as_str()), (204, ""));
    assert_eq!(program.get(&place).await.problem(), "not-found");
    let back = program.post(&format!("{place}/restore"), json!({})).await;
    assert_eq!((back.status, back.body["name"].as_str()), (200, Some("Ada Lovelace")));
    let event = program.get(&format!("{place}/timeline")).await;
    let kinds: Vec<_> =
        event.body["items"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["lead.restored", "lead.deleted", "lead.updated", "lead.created"]);
    assert!(event.text.contains("Turin") && !event.text.contains("rest-value"), "{}", event.text);
}

async fn the_list_pages_without_gap_or_repetition(office: Office) {
    for number in 0..7 {
        office.lead(named(&format!("Lead {number}"))).await;
    }
    let (mut names, mut path) = (Vec::new(), "/leads?limit=3&sort=name".to_owned());
    loop {
        let page = office.program.get(&path).await;
        let keys: Vec<_> = page.body.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["items", "next_cursor"]);
        names.extend(
            page.body["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|lead| lead["name"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page.body["next_cursor"].as_str() else { break };
        path = format!("/leads?limit=3&sort=name&cursor={next}");
        // Somebody adds and takes away while the list is read.
        office.lead(named("Aaron")).await;
    }
    assert_eq!(names, (0..7).map(|number| format!("Lead {number}")).collect::<Vec<_>>());
    assert_eq!(office.program.get("/leads?q=lead+5").await.body["items"].as_array().unwrap().len(), 1);
    assert_eq!(office.program.get("/leads?owner=me").await.body["items"].as_array().unwrap().len(), 0);
}

async fn the_board_is_as_promised(office: Office) {
    let value = json!({ "currency": "EUR", "minor": 5 });
    for number in 0..3 {
        office.lead(json!({ "name": format!("Lead {number}"), "company": "Engines", "value": value })).await;
    }
    let board = office.program.get("/board?limit=2").await;
    assert_eq!(board.status, 200, "{board:?}");
    assert!(board.body["pipeline"]["id"].is_i64());
    let stage = &board.body["stages"][0];
    assert_eq!((&stage["count"], &stage["sums"]), (&json!(3), &json!([{ "currency": "EUR", "minor": 15 }])));
    let card = &stage["cards"][0];
    for field in ["id", "name", "company", "stage_id", "version", "value", "owner_id"] {
        assert!(card.get(field).is_some(), "{field} is missing in {card}");
    }
    assert!(stage["name"].is_string() && stage["kind"] == "open");
    let next = stage["next_cursor"].as_str().unwrap();
    let rest = office.program.get(&format!("/board/columns/{}?limit=2&cursor={next}", stage["id"])).await;
    assert_eq!(rest.body["items"].as_array().unwrap().len(), 1);
    assert_eq!(rest.body["next_cursor"], json!(null));
    let pipeline = board.body["pipeline"]["id"].as_i64().unwrap();
    assert_eq!(
        office.program.get(&format!("/board?pipeline={pipeline}&sort=value&group=owner")).await.status,
        200
    );
    assert_eq!(office.program.get("/board?pipeline=999").await.problem(), "not-found");
    let (_, own) = office.person("Bob", &own_leads()).await;
    assert_eq!(own.get("/board").await.body["stages"][0]["count"], 0, "counts are those of who asks");
}

async fn a_converted_lead_is_locked_where_the_house_says_so(office: Office) {
    let lock = LeadSetting { locks_converted: true };
    kernel::setting::save(&office.server.system(), &lock).await.unwrap();
    let (id, bob) = office.person("Bob", &own_leads()).await;
    let lead = json!({ "name": "Ada Lovelace", "email": "ada@engines.example", "owner_id": id });
    let place = format!("/leads/{}", office.lead(lead).await["id"]);
    let choices = json!({ "carry_notes": false, "welcome": true });
    let told = office.program.post(&format!("{place}/convert"), choices).await;
    assert_eq!((told.status, &told.body["lead"]["is_locked"]), (200, &json!(true)), "{told:?}");
    let version = &told.body["lead"]["version"];
    let change = json!({ "city": "Turin", "version": version });
    assert_eq!(bob.send("PATCH", &place, change.clone()).await.problem(), "forbidden");
    assert_eq!(bob.post(&format!("{place}/unconvert"), json!({})).await.problem(), "forbidden");
    assert_eq!(bob.get(&place).await.body["city"], json!(null), "he still sees it");
    let back = office.program.post(&format!("{place}/unconvert"), json!({})).await;
    assert_eq!((back.status, &back.body["is_locked"]), (200, &json!(false)), "{back:?}");
}
