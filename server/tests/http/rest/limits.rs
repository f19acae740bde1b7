use kernel::{Area, Can, Scope};
use serde_json::json;

use crate::rest::{Office, named, program, read};

#[tokio::test]
async fn what_is_not_understood_is_refused_by_name() {
    let office = Office::on_sqlite().await;
    let program = &office.program;
    let unknown = program.get("/leads?limt=5").await;
    assert_eq!((unknown.status, unknown.fields()), (400, vec!["limt"]));
    for path in [
        "/leads?limit=0",
        "/leads?limit=201",
        "/leads?limit=x",
        "/leads?sort=up",
        "/leads?owner=he",
        "/leads?cursor=zz",
        "/leads?stage=1&stage=2",
        "/board?stage=1",
        "/leads?created_from=tomorrow",
        "/leads?stale=maybe",
        "/leads?cursor=5b5d",
        "/leads?sort=name,name",
        "/leads?standing=flying",
        "/leads?filter=colour.is.red",
        "/leads?filter=city.is.Turin&filter=name",
        "/leads?filter=any(owner_id.me",
        "/board?filter=value.is.5",
    ] {
        let told = program.get(path).await;
        assert_eq!((told.status, told.problem()), (400, "bad-request"), "{path}: {told:?}");
    }
    let unknown = program
        .post(
            "/leads",
            json!({ "name": "Ada", "is_admin": true, "created_by": 1, "version": 3, "rank": "a" }),
        )
        .await;
    assert_eq!(
        (unknown.problem(), unknown.fields()),
        ("invalid", vec!["created_by", "is_admin", "rank", "version"])
    );
    let unfit = program.post("/leads", json!({ "name": "Ada", "owner_id": "me", "value": 5 })).await;
    assert_eq!(unfit.fields(), ["owner_id", "value"]);
    let broken = program.request("POST", "/leads").header("content-type", "application/json").body("{");
    assert_eq!(read(broken.send().await.unwrap()).await.status, 400);
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let other = program.request("POST", "/leads").header("content-type", kind).body("{\"name\":\"Ada\"}");
        assert_eq!(read(other.send().await.unwrap()).await.problem(), "unsupported-media-type", "{kind}");
    }
    assert_eq!(program.post("/imports", json!({})).await.problem(), "unsupported-media-type");
    let large = program.post("/leads", json!({ "name": "Ada", "description": "x".repeat(2_100_000) })).await;
    assert_eq!((large.status, large.problem()), (413, "too-large"));
    assert_eq!(program.get("/unicorns").await.problem(), "not-found");
    let put = program.send("PUT", "/leads/1", json!({})).await;
    assert_eq!((put.status, put.problem()), (405, "method-not-allowed"));
    assert!(put.headers["allow"].to_str().unwrap().contains("PATCH"));
    assert_eq!(program.get("/leads?limit=200").await.body["items"], json!([]), "nothing was made");
}

#[tokio::test]
async fn problems_speak_the_language_of_who_asks() {
    let office = Office::on_sqlite().await;
    for (language, word) in
        [("en", "Not found"), ("it", "Non trovato"), ("fr", "Introuvable"), ("ar", "غير موجود")]
    {
        let call = office.program.request("GET", "/leads/99").header("accept-language", language);
        let told = read(call.send().await.unwrap()).await;
        assert_eq!((told.problem(), told.body["title"].as_str()), ("not-found", Some(word)));
    }
}

#[tokio::test]
async fn a_caller_is_a_token_or_one_of_our_own_pages() {
    let office = Office::on_sqlite().await;
    let bare = read(office.server.bare().get("/api/v1/me").await).await;
    assert_eq!(
        (bare.status, bare.problem(), bare.headers["www-authenticate"].to_str().unwrap()),
        (401, "unauthenticated", "Bearer")
    );
    let wrong = office.server.bare().request("GET", "/api/v1/me").bearer_auth("foy_wrong");
    assert_eq!(read(wrong.send().await.unwrap()).await.problem(), "unauthenticated");
    let me = office.program.get("/me").await;
    assert_eq!(
        (me.body["email"].as_str(), me.body["is_admin"].as_bool()),
        (Some("ada@example.com"), Some(true))
    );
    let page = office.server.signed_in().await;
    assert_eq!(read(page.get("/api/v1/me").await).await.body, me.body);
    let made = page.request("POST", "/api/v1/leads").json(&named("Ada"));
    assert_eq!(read(made.send().await.unwrap()).await.status, 201);
    for header in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        for method in ["GET", "POST"] {
            let from = page
                .request(method, "/api/v1/leads")
                .header(header.0, header.1)
                .header("sec-fetch-site", "cross-site");
            assert_eq!(
                read(from.json(&named("Eve")).send().await.unwrap()).await.problem(),
                "forbidden",
                "{method} {header:?}"
            );
        }
    }
    // A token that is none does not fall back on the cookie beside it.
    let mixed = page.request("GET", "/api/v1/me").header("authorization", "Bearer foy_wrong");
    assert_eq!(mixed.send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn a_reading_token_reads_and_does_nothing_else() {
    let office = Office::on_sqlite().await;
    let lead = office.lead(named("Ada")).await;
    let reader = program(&office.server, office.admin, Scope::Read).await;
    let path = format!("/leads/{}", lead["id"]);
    assert_eq!(reader.get(&path).await.status, 200);
    for (method, path) in [
        ("PATCH", path.clone()),
        ("DELETE", path.clone()),
        ("POST", format!("{path}/notes")),
        ("POST", "/leads".into()),
    ] {
        assert_eq!(reader.send(method, &path, json!({})).await.problem(), "forbidden", "{method} {path}");
    }
    let leads = program(&office.server, office.admin, Scope::Area(Area::Leads)).await;
    assert_eq!(leads.get("/customers").await.problem(), "forbidden");
    assert_eq!(leads.get(&path).await.status, 200);
    let (_, looker) = office.person("Bob", &[(Area::Leads, Can::ViewAll)]).await;
    assert_eq!(looker.post("/leads", named("Eve")).await.problem(), "forbidden");
}
