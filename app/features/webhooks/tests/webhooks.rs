//! What is promised of webhooks, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use house::{Receiver, chief, features, happen, keeper, leads, log, made, sent};
use kernel::db::Q;
use kernel::{Area, Can, Context, Error, Instant, WebhookId};
use webhooks::{DeliveryState, Problem, WebhookEdit, WebhookState, store};

/// An address that is never asked in these tests.
const ELSEWHERE: &str = "https://hooks.example.com/x?key=hush";

fn field(error: &Error) -> (String, String) {
    let Error::Invalid(fields) = error else { panic!("{error:?}") };
    (fields[0].field.clone(), fields[0].problem.key.to_string())
}

kernel::contract! {
    with features();

    async fn only_who_edits_settings_knows_of_webhooks(house: TestHouse) {
        let cx = &chief(house).await;
        let id = made(cx, &leads(ELSEWHERE)).await.webhook.id;
        let seller = &house.as_staff(cx.staff_id().unwrap(), kernel::Capabilities::NONE.with(Area::Settings, Can::ViewAll));
        assert!(matches!(store::list(seller).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::find(seller, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::create(seller, &leads(ELSEWHERE)).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::update(seller, id, 1, &leads(ELSEWHERE)).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete(seller, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::rotate_secret(seller, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::test(seller, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::deliveries(seller, id, None, 10).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::retry_failed(seller, id, None).await, Err(Error::Forbidden(_))));
        let nobody = &house.as_actor(kernel::Actor::Anonymous);
        assert_eq!(store::list(nobody).await, Err(Error::Unauthenticated));
        assert_eq!(store::find(cx, WebhookId(999)).await, Err(Error::NotFound));
    }

    async fn the_secret_is_given_once_and_stands_in_no_event(house: TestHouse) {
        let cx = &chief(house).await;
        let first = made(cx, &leads(ELSEWHERE)).await;
        assert!(webhooks::Key::parse(&first.secret).is_some(), "{}", first.secret);
        let second = store::rotate_secret(cx, first.webhook.id).await.unwrap();
        assert_ne!(first.secret, second);
        let told = format!("{:?} {:?}", store::list(cx).await.unwrap(), store::find(cx, first.webhook.id).await.unwrap());
        let events: Vec<(String, kernel::db::Json<serde_json::Value>)> =
            Q::new("select kind, payload from event where kind like 'webhook.%'").all(cx.db()).await.unwrap();
        let told = format!("{told} {events:?}");
        assert!(told.contains("hooks.example.com") && events.len() == 2);
        for hidden in [first.secret.as_str(), &second, "whsec_"] {
            assert!(!told.contains(hidden), "{hidden} is told");
        }
        assert!(!format!("{events:?}").contains("hush"), "the address may hold a key: only its host is told");
    }

    async fn what_does_not_fit_is_said_at_its_field(house: TestHouse) {
        let cx = &chief(house).await;
        let with = |edit: WebhookEdit| async move { field(&store::create(cx, &edit).await.unwrap_err()) };
        let at = |field: &str, key: &str| (field.to_owned(), key.to_owned());
        assert_eq!(with(leads("")).await, at("url", "error-required"));
        assert_eq!(with(leads("ftp://example.com")).await, at("url", "webhook-url-unfit"));
        assert_eq!(with(leads("https://a:b@example.com")).await, at("url", "webhook-url-unfit"));
        assert_eq!(with(leads("http://10.0.0.1/")).await, at("url", "webhook-url-denied"));
        assert_eq!(with(leads("http://0x7f000002/")).await, at("url", "webhook-url-denied"));
        let kinds = WebhookEdit { kinds: vec!["lead".into()], ..leads(ELSEWHERE) };
        assert_eq!(with(kinds).await, at("kinds", "webhook-kind-unfit"));
        let long = WebhookEdit { description: "x".repeat(201), ..leads(ELSEWHERE) };
        assert_eq!(with(long).await, at("description", "error-too-long"));
        assert!(store::list(cx).await.unwrap().is_empty());
        for _ in 0..30 {
            made(cx, &leads(ELSEWHERE)).await;
        }
        assert_eq!(with(leads(ELSEWHERE)).await, at("url", "webhook-many"));
    }

    async fn an_event_arrives_signed_as_the_feed_tells_it(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        happen(cx, "lead.created", 6, &[]).await;
        let hook = made(cx, &leads(&receiver.url)).await;
        happen(cx, "lead.created", 7, &[]).await;
        happen(cx, "customer.created", 8, &[]).await;
        let log = sent(house, cx, &hook, 1).await;
        let received = receiver.received();
        let last = received.last().unwrap();
        let body = last.json();
        assert_eq!((&body["type"], &body["timestamp"]), (&"lead.created".into(), &"2026-11-21T09:00:00Z".into()));
        assert_eq!((&body["data"]["record"]["id"], &body["data"]["payload"]["lead"]), (&7.into(), &7.into()));
        assert!(body["data"].get("audience").is_none());
        assert!(last.is_signed_by(&hook.secret));
        assert_eq!(last.timestamp, cx.now.0 / Instant::SECOND);
        assert_eq!((log[0].state, log[0].status, log[0].tries), (DeliveryState::Delivered, Some(200), 1));
        assert_eq!((log[0].answer.as_deref(), &log[0].message_id), (Some("said 200"), &last.id));
        if house.foyer.db.is_sqlite() {
            assert_eq!(received.len(), 1, "nothing of before, and no customer");
        }
    }

    async fn messages_go_out_in_the_order_in_which_things_happened(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        for lead in 1..=40 {
            happen(cx, "lead.created", lead, &[]).await;
        }
        sent(house, cx, &hook, 40).await;
        let of_leads = |one: &house::Received| one.json()["data"]["record"]["id"].as_i64().unwrap();
        assert_eq!(receiver.received().iter().map(of_leads).collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
    }

    async fn a_new_secret_signs_beside_the_old_one_for_a_day(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        let fresh = store::rotate_secret(cx, hook.webhook.id).await.unwrap();
        store::test(cx, hook.webhook.id).await.unwrap();
        webhooks::drain(&house.foyer).await.unwrap();
        house.foyer.clock.advance(Instant::DAY);
        store::test(&Context { now: house.foyer.clock.now(), ..cx.clone() }, hook.webhook.id).await.unwrap();
        webhooks::drain(&house.foyer).await.unwrap();
        let received = receiver.received();
        assert_eq!(received[0].signature.split(' ').count(), 2);
        assert!(received[0].is_signed_by(&hook.secret) && received[0].is_signed_by(&fresh));
        assert!(received[1].is_signed_by(&fresh) && !received[1].is_signed_by(&hook.secret), "the day is over");
        assert_eq!(received[0].json()["type"], "webhook.test");
    }

    async fn what_happens_in_a_pause_is_sent_afterwards_if_it_is_not_too_old(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        let paused = WebhookEdit { is_paused: true, ..hook.webhook.edit.clone() };
        let webhook = store::update(cx, hook.webhook.id, hook.webhook.version, &paused).await.unwrap();
        assert_eq!(webhook.state, WebhookState::Paused);
        happen(cx, "lead.created", 7, &[]).await;
        house.foyer.clock.advance(6 * Instant::DAY);
        let later = &Context { now: house.foyer.clock.now(), ..cx.clone() };
        happen(later, "lead.created", 8, &[]).await;
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0);
        house.foyer.clock.advance(2 * Instant::DAY);
        store::update(cx, webhook.id, webhook.version, &hook.webhook.edit).await.unwrap();
        sent(house, cx, &hook, 1).await;
        let received = receiver.received();
        assert_eq!(received.len(), 1, "what is older than a week is not sent any more");
        assert_eq!(received[0].json()["data"]["record"]["id"], 8);
        let stale = store::update(cx, webhook.id, webhook.version, &paused).await;
        assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
    }

    async fn nobody_has_sent_to_themselves_what_they_may_not_see(house: TestHouse) {
        let receiver = Receiver::start().await;
        let ann = &keeper(house, "Ann", &[(Area::Leads, Can::ViewOwn)]).await;
        let (own, foreign) = (ann.staff_id().unwrap(), kernel::StaffId(999));
        let hook = made(ann, &leads(&receiver.url)).await;
        happen(ann, "lead.created", 7, &[foreign]).await;
        happen(ann, "lead.created", 8, &[own]).await;
        sent(house, ann, &hook, 1).await;
        let records: Vec<i64> = receiver.received().iter().map(|one| one.json()["data"]["record"]["id"].as_i64().unwrap()).collect();
        assert_eq!(records, [8]);
        // A colleague who sees everything has a webhook; Ann leads it to herself.
        let chief = &chief(house).await;
        let (elsewhere, mine) = (Receiver::start().await, Receiver::start().await);
        let theirs = made(chief, &leads(&elsewhere.url)).await;
        let webhook = store::update(ann, theirs.webhook.id, theirs.webhook.version, &leads(&mine.url)).await.unwrap();
        assert_eq!(webhook.staff_id, Some(own), "from now on she answers for it");
        happen(ann, "lead.created", 9, &[foreign]).await;
        happen(ann, "lead.created", 10, &[own]).await;
        sent(house, ann, &theirs, 1).await;
        let records: Vec<i64> = mine.received().iter().map(|one| one.json()["data"]["record"]["id"].as_i64().unwrap()).collect();
        assert_eq!(records, [10]);
    }

    async fn what_waited_for_somebody_else_is_not_sent_to_who_takes_over(house: TestHouse) {
        let (chief, mine) = (&chief(house).await, Receiver::start().await);
        let ann = &keeper(house, "Ann", &[(Area::Leads, Can::ViewOwn)]).await;
        let broken = Receiver::start().await;
        broken.answers(500, "");
        let hook = made(chief, &leads(&broken.url)).await;
        happen(chief, "lead.created", 7, &[]).await;
        sent(house, chief, &hook, 1).await;
        let seen = store::find(ann, hook.webhook.id).await.unwrap();
        store::update(ann, seen.id, seen.version, &leads(&mine.url)).await.unwrap();
        house.foyer.clock.advance(Instant::MINUTE);
        webhooks::drain(&house.foyer).await.unwrap();
        assert!(mine.received().is_empty());
        let log = log(ann, &hook).await.unwrap();
        assert_eq!((log[0].state, log[0].problem), (DeliveryState::Failed, Some(Problem::Unseen)));
    }

    async fn long_runs_tell_what_they_do_unless_it_is_not_wished(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let quiet = made(cx, &WebhookEdit { includes_runs: false, ..leads(&receiver.url) }).await;
        let all = made(cx, &leads(&receiver.url)).await;
        let run = &cx.because(kernel::Cause { run_id: Some(-1), ..kernel::Cause::default() });
        happen(run, "lead.created", 7, &[]).await;
        assert_eq!(sent(house, cx, &all, 1).await.len(), 1);
        assert!(log(cx, &quiet).await.unwrap().is_empty());
    }

    async fn the_log_forgets_what_is_over_after_a_month(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        store::test(cx, hook.webhook.id).await.unwrap();
        webhooks::drain(&house.foyer).await.unwrap();
        let tidy = webhooks::feature().jobs.into_iter().find(|job| job.name == "webhooks.tidy").unwrap();
        house.foyer.clock.advance(29 * Instant::DAY);
        (tidy.run)(house.system(), serde_json::Value::Null).await.unwrap();
        assert_eq!(log(cx, &hook).await.unwrap().len(), 1);
        house.foyer.clock.advance(2 * Instant::DAY);
        (tidy.run)(house.system(), serde_json::Value::Null).await.unwrap();
        assert!(log(cx, &hook).await.unwrap().is_empty());
        store::delete(cx, hook.webhook.id).await.unwrap();
        assert_eq!(store::find(cx, hook.webhook.id).await, Err(Error::NotFound));
    }
}
