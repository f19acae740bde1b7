use kernel::{Area, Can, Network};
use serde_json::{Value, json};
use server::config::Config;

use crate::harness::{Server, postgres_schema};
use crate::receiver::Receiver;
use crate::rest::{Office, Told, generous, named, on_both, read};

on_both!(a_secret_lies_nowhere_and_is_given_once);

/// A server that may send to this machine at this one address.
async fn offices() -> Vec<Office> {
    let allow = |config: &mut Config| {
        generous(config);
        config.outbound_allow = Network::parse("127.0.0.1").into_iter().collect();
    };
    let mut offices = vec![Office::of(Server::with(allow).await).await];
    if let Some(url) = postgres_schema().await {
        let change = |config: &mut Config| {
            allow(config);
            config.database_url = Some(url);
        };
        offices.push(Office::of(Server::with(change).await).await);
    }
    offices
}

async fn made(office: &Office, webhook: Value) -> Value {
    let told = office.program.post("/webhooks", webhook).await;
    assert_eq!(told.status, 201, "{told:?}");
    told.body
}

async fn settled(office: &Office, path: &str) -> Value {
    for _ in 0..1_000 {
        let log = office.program.get(path).await.body;
        let tried = log["items"]
            .as_array()
            .is_some_and(|items| items.iter().any(|one| one["tries"] != 0 && !one["problem"].is_null()));
        if tried {
            return log["items"][0].clone();
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("nothing was tried: {path}");
}

#[tokio::test]
async fn what_happens_to_records_of_every_kind_arrives_in_its_order() {
    for office in offices().await {
        let (receiver, program) = (Receiver::start().await, &office.program);
        let hook = made(&office, json!({ "url": receiver.url })).await;
        assert_eq!((&hook["kinds"], &hook["includes_runs"]), (&json!([]), &json!(true)));
        let lead = office.lead(named("Ada")).await;
        let customer = program.post("/customers", named("Engines")).await.body;
        let at = format!("/customers/{}", customer["id"]);
        let change = json!({ "phone": "+39 06 1234567", "version": customer["version"] });
        assert_eq!(program.send("PATCH", &at, change).await.status, 200);
        assert_eq!(program.post(&format!("{at}/notes"), json!({ "body": "They called" })).await.status, 201);
        let both = json!({ "kind": "lead", "ids": [lead["id"]], "action": { "add_tags": ["fair"] } });
        assert!(program.post("/runs", both).await.status < 300);
        let wanted = ["lead.created", "customer.created", "customer.updated", "note.created", "tag.added"];
        let mut told = Vec::new();
        for count in 1.. {
            let received = receiver.until(count).await;
            told = received;
            if told.iter().any(|one| one.body["type"] == "tag.added") {
                break;
            }
        }
        let types: Vec<_> = told.iter().filter_map(|one| one.body["type"].as_str()).collect();
        let own: Vec<_> = types.iter().copied().filter(|kind| wanted.contains(kind)).collect();
        assert_eq!(own, wanted, "{types:?}");
        assert!(told.iter().all(|one| one.is_signed_by(hook["secret"].as_str().unwrap())));
        let of_customer = told.iter().find(|one| one.body["type"] == "customer.created").unwrap();
        assert_eq!(of_customer.body["data"]["record"], json!({ "kind": "customer", "id": customer["id"] }));
        assert!(of_customer.body["data"].get("audience").is_none());
    }
}

#[tokio::test]
async fn a_webhook_tells_no_more_than_its_keeper_may_see_and_neither_does_its_log() {
    for office in offices().await {
        let (everything, own) = (Receiver::start().await, Receiver::start().await);
        let rights = [(Area::Settings, Can::Edit), (Area::Customers, Can::ViewOwn)];
        let (ann, program) = office.person("Ann", &rights).await;
        let chiefs = made(&office, json!({ "url": everything.url, "kinds": ["customer.*"] })).await;
        let anns = program.post("/webhooks", json!({ "url": own.url, "kinds": ["customer.*"] })).await;
        assert_eq!(anns.status, 201, "{anns:?}");
        let foreign = office.program.post("/customers", named("Foreign canary")).await.body;
        let hers = json!({ "name": "Hers", "manager_id": ann });
        let hers = office.program.post("/customers", hers).await.body;
        assert_eq!(everything.until(2).await[0].body["data"]["record"]["id"], foreign["id"]);
        let told = own.until(1).await;
        assert_eq!(told[0].body["data"]["record"]["id"], hers["id"]);
        assert!(!format!("{told:?}").contains("canary"));
        // The receiver says what it was sent, and Ann may read the log.
        let log = format!("/webhooks/{}/deliveries", chiefs["id"]);
        let items = |log: &Told| log.body["items"].as_array().unwrap().clone();
        let mut whole = office.program.get(&log).await;
        while !items(&whole).iter().all(|one| one["state"] == "delivered") {
            whole = office.program.get(&log).await;
        }
        assert!(
            items(&whole).iter().all(|one| one["answer"].is_string() && one["record"].is_object()),
            "{whole:?}"
        );
        let part = program.get(&log).await;
        let seen: Vec<_> =
            items(&part).iter().map(|one| (one["record"]["id"].clone(), one["answer"].is_string())).collect();
        assert_eq!(seen, [(hers["id"].clone(), true), (Value::Null, false)], "{part:?}");
        assert!(!part.text.contains("canary"));
        assert_eq!(own.received().len(), 1);
    }
}

#[tokio::test]
async fn nobody_is_sent_into_the_house() {
    // As it is without a word of the operator.
    let office = Office::on_sqlite().await;
    let (receiver, program) = (Receiver::start().await, &office.program);
    let port = receiver.url.rsplit(':').next().unwrap();
    for host in [
        "127.0.0.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00::1]",
        "0.0.0.0",
    ] {
        let told = program.post("/webhooks", json!({ "url": format!("http://{host}:{port}") })).await;
        assert_eq!((told.status, told.fields()), (422, vec!["url"]), "{host}");
    }
    // What a name leads to is found when it is asked.
    let hook = made(&office, json!({ "url": format!("http://localhost:{port}") })).await;
    let at = format!("/webhooks/{}", hook["id"]);
    assert_eq!(program.post(&format!("{at}/test"), json!({})).await.status, 200);
    let tried = settled(&office, &format!("{at}/deliveries")).await;
    assert_eq!(
        (&tried["problem"], &tried["status"], &tried["answer"]),
        (&json!("denied"), &Value::Null, &Value::Null)
    );
    assert!(receiver.received().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn nobody_is_led_on_to_where_an_answer_points() {
    for office in offices().await {
        let (receiver, inside) = (Receiver::start().await, Receiver::at("127.0.0.2:0").await);
        for status in [301, 302, 303, 307, 308] {
            receiver.answers(status, &inside.url);
            let hook = made(&office, json!({ "url": receiver.url })).await;
            let at = format!("/webhooks/{}", hook["id"]);
            office.program.post(&format!("{at}/test"), json!({})).await;
            let tried = settled(&office, &format!("{at}/deliveries")).await;
            assert_eq!((&tried["problem"], &tried["status"]), (&json!("refused"), &json!(status)));
            office.program.send("DELETE", &at, json!({})).await;
        }
        let told = office.program.post("/webhooks", json!({ "url": inside.url })).await;
        assert_eq!(told.fields(), ["url"], "only what was allowed is");
        assert!(inside.received().is_empty());
    }
}

async fn with_key(office: &Office, path: &str, body: Value) -> Told {
    let call = office.program.request("POST", path).header("idempotency-key", path).json(&body);
    read(call.send().await.unwrap()).await
}

async fn a_secret_lies_nowhere_and_is_given_once(office: Office) {
    let hook = json!({ "url": "https://hooks.example.com/x", "is_paused": true });
    let first = with_key(&office, "/webhooks", hook.clone()).await;
    let again = with_key(&office, "/webhooks", hook).await;
    assert_eq!((first.status, again.status), (201, 201), "{again:?}");
    assert!(again.headers.contains_key("idempotency-replayed"));
    assert_eq!(again.headers["location"], first.headers["location"]);
    let mut without = first.body.clone();
    let secret = without.as_object_mut().unwrap().remove("secret").unwrap();
    assert!(secret.as_str().unwrap().starts_with("whsec_"));
    assert_eq!(again.body, without, "all but the secret");
    let rotate = format!("/webhooks/{}/secret", first.body["id"]);
    let fresh = with_key(&office, &rotate, json!({})).await;
    let again = with_key(&office, &rotate, json!({})).await;
    assert_eq!((fresh.status, again.status, &again.body), (200, 200, &json!({})), "{again:?}");
    assert_ne!(fresh.body["secret"], secret, "and it was not made twice");
    let shown = office.program.get(&format!("/webhooks/{}", first.body["id"])).await;
    assert_eq!(shown.body["version"], 2);
    let q = kernel::db::Q::new("select count(*) from idempotency where body like '%whsec%'");
    assert_eq!(q.number(office.server.system().db()).await.unwrap(), 0);
    assert!(!shown.text.contains("whsec"));
}
