//! What becomes of messages that do not arrive, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use house::{Receiver, administrator, chief, features, happen, leads, log, made, sent};
use kernel::db::Q;
use kernel::{Error, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use webhooks::{DeliveryState, OffBecause, Problem, WebhookState, store};

/// An address that is never asked in these tests.
const ELSEWHERE: &str = "https://hooks.example.com/x?key=hush";

kernel::contract! {
    with features();

    async fn what_fails_is_tried_again_with_the_same_number_until_it_arrives(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        receiver.answers(500, "");
        receiver.answers(500, "");
        happen(cx, "lead.created", 7, &[]).await;
        let failed = sent(house, cx, &hook, 1).await;
        assert_eq!((failed[0].state, failed[0].problem), (DeliveryState::Waiting, Some(Problem::Refused)));
        assert_eq!((failed[0].status, failed[0].answer.as_deref()), (Some(500), Some("said 500")));
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0, "it waits");
        house.foyer.clock.advance(Instant::SECOND * 6);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1);
        house.foyer.clock.advance(Instant::MINUTE * 4);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0, "the second pause is longer");
        assert!(store::find(cx, hook.webhook.id).await.unwrap().failing_since.is_some());
        house.foyer.clock.advance(Instant::MINUTE * 2);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1);
        let received = receiver.received();
        assert_eq!(received.len(), 3);
        assert!(received.iter().all(|one| one.id == received[0].id && one.body == received[0].body));
        assert!(received[2].timestamp > received[0].timestamp, "but each try says when it is made");
        assert!(received.iter().all(|one| one.is_signed_by(&hook.secret)));
        let webhook = store::find(cx, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.failing_since, webhook.waiting), (None, 0));
    }

    async fn a_receiver_that_asks_for_time_gets_it(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        receiver.answers(429, "retry-after: 600\r\n");
        happen(cx, "lead.created", 7, &[]).await;
        let log = sent(house, cx, &hook, 1).await;
        assert!(log[0].next_at.unwrap() >= cx.now.plus(Instant::MINUTE * 10));
    }

    async fn nothing_is_lost_when_the_server_is_killed_in_the_middle(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        happen(cx, "lead.created", 7, &[]).await;
        sent(house, cx, &hook, 1).await;
        // As a kill leaves it that comes after the receiver took it and before that was noted.
        let held = cx.now.plus(Instant::SECOND * 30);
        cx.tx(|tx| async move {
            let update = Q::new("update webhook_delivery set state = 'waiting', leased_until = ?");
            update.bind(held).run(&tx).await
        }).await.unwrap();
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0, "somebody may still be at it");
        house.foyer.clock.advance(Instant::SECOND * 31);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1);
        let received = receiver.received();
        assert_eq!((received.len(), &received[0].id), (2, &received[1].id), "twice, and known by its number");
    }

    async fn what_never_arrives_is_given_up_and_can_be_sent_again(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        for _ in 0..10 {
            receiver.answers(503, "");
        }
        happen(cx, "lead.created", 7, &[]).await;
        let mut next = sent(house, cx, &hook, 1).await[0].next_at;
        for _ in 1..10 {
            house.foyer.clock.advance(next.unwrap().0 - house.foyer.clock.now().0);
            assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1);
            next = log(cx, &hook).await.unwrap()[0].next_at;
        }
        assert!(house.foyer.clock.now() > cx.now.plus(3 * Instant::DAY), "a weekend is no reason");
        let given_up = log(cx, &hook).await.unwrap();
        assert_eq!((given_up[0].state, given_up[0].tries, given_up[0].next_at), (DeliveryState::Failed, 10, None));
        assert_eq!(store::find(cx, hook.webhook.id).await.unwrap().failed, 1);
        assert_eq!(store::retry_failed(cx, hook.webhook.id, Some(cx.now.plus(1))).await, Ok(0), "it happened before");
        assert_eq!(store::retry_failed(cx, hook.webhook.id, Some(cx.now)).await, Ok(1));
        webhooks::drain(&house.foyer).await.unwrap();
        let again = log(cx, &hook).await.unwrap();
        assert_eq!((again[0].state, again[0].tries), (DeliveryState::Delivered, 1));
        store::retry(cx, hook.webhook.id, again[0].id).await.unwrap();
        webhooks::drain(&house.foyer).await.unwrap();
        let received = receiver.received();
        assert_eq!(received.len(), 12, "what has arrived can be sent again too");
        assert!(received.iter().all(|one| one.id == received[0].id));
        let other = made(cx, &leads(ELSEWHERE)).await.webhook.id;
        assert_eq!(store::retry(cx, other, again[0].id).await, Err(Error::NotFound), "by its own webhook only");
    }

    async fn an_address_that_fails_for_days_is_switched_off_and_its_keeper_is_told(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        receiver.answers(500, "");
        receiver.answers(500, "");
        happen(cx, "lead.created", 7, &[]).await;
        sent(house, cx, &hook, 1).await;
        house.foyer.clock.advance(5 * Instant::DAY);
        webhooks::drain(&house.foyer).await.unwrap();
        let webhook = store::find(cx, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.state, webhook.off_because), (WebhookState::Off, Some(OffBecause::Failing)));
        let told = staff::store::notifications::list(cx).await.unwrap();
        assert_eq!((told.len(), told[0].text.key.as_ref()), (1, "webhook-off-told"));
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0);
        let on = store::update(cx, webhook.id, webhook.version, &webhook.edit).await.unwrap();
        assert_eq!((on.state, on.off_because, on.failing_since), (WebhookState::On, None, None));
        house.foyer.clock.advance(Instant::HOUR);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1, "what waited goes on");
    }

    async fn a_new_address_is_given_as_much_time_as_the_first(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        let other = Receiver::start().await;
        receiver.answers(500, "");
        other.answers(500, "");
        happen(cx, "lead.created", 7, &[]).await;
        sent(house, cx, &hook, 1).await;
        house.foyer.clock.advance(5 * Instant::DAY);
        let seen = store::find(cx, hook.webhook.id).await.unwrap();
        assert!(seen.failing_since.is_some());
        let moved = store::update(cx, seen.id, seen.version, &leads(&other.url)).await.unwrap();
        assert_eq!(moved.failing_since, None);
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 1);
        let webhook = store::find(cx, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.state, other.received().len()), (WebhookState::On, 1));
        assert_eq!(webhook.failing_since, Some(house.foyer.clock.now()), "it begins to count anew");
    }

    async fn what_an_address_answers_says_nothing_of_the_one_in_its_place(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let slow = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = made(cx, &leads(&format!("http://{}/hook", slow.local_addr().unwrap()))).await;
        store::test(cx, hook.webhook.id).await.unwrap();
        let gone = async {
            let (mut stream, _) = slow.accept().await.unwrap();
            stream.read(&mut [0; 4096]).await.unwrap();
            store::update(cx, hook.webhook.id, hook.webhook.version, &leads(&receiver.url)).await.unwrap();
            stream.write_all(b"HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        };
        let (tries, ()) = tokio::join!(webhooks::drain(&house.foyer), gone);
        assert_eq!(tries.unwrap(), 1);
        let webhook = store::find(cx, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.state, webhook.failing_since), (WebhookState::On, None));
        assert_eq!(log(cx, &hook).await.unwrap()[0].status, Some(410), "but the log has it");
    }

    async fn several_servers_tell_one_after_the_other(house: TestHouse) {
        let cx = &chief(house).await;
        let slow = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = made(cx, &leads(&format!("http://{}/hook", slow.local_addr().unwrap()))).await;
        store::test(cx, hook.webhook.id).await.unwrap();
        store::test(cx, hook.webhook.id).await.unwrap();
        let other = async {
            let (mut stream, _) = slow.accept().await.unwrap();
            stream.read(&mut [0; 4096]).await.unwrap();
            assert_eq!(webhooks::drain(&house.foyer).await, Ok(0), "the second waits for the first");
            // What is tried next finds nobody.
            drop(slow);
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        };
        let (tries, ()) = tokio::join!(webhooks::drain(&house.foyer), other);
        assert_eq!(tries, Ok(2));
        let log = log(cx, &hook).await.unwrap();
        let states: Vec<_> = log.iter().rev().map(|one| (one.state, one.problem)).collect();
        assert_eq!(states, [(DeliveryState::Delivered, None), (DeliveryState::Waiting, Some(Problem::Unreachable))]);
    }

    async fn one_that_is_deleted_while_it_is_told_is_gone(house: TestHouse) {
        let cx = &chief(house).await;
        let slow = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hook = made(cx, &leads(&format!("http://{}/hook", slow.local_addr().unwrap()))).await;
        store::test(cx, hook.webhook.id).await.unwrap();
        let gone = async {
            let (mut stream, _) = slow.accept().await.unwrap();
            stream.read(&mut [0; 4096]).await.unwrap();
            store::delete(cx, hook.webhook.id).await.unwrap();
            stream.write_all(b"HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        };
        let (tries, ()) = tokio::join!(webhooks::drain(&house.foyer), gone);
        assert_eq!(tries, Ok(1));
        assert_eq!(store::find(cx, hook.webhook.id).await, Err(Error::NotFound));
    }

    async fn an_address_that_is_gone_is_switched_off_at_once(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        receiver.answers(410, "");
        happen(cx, "lead.created", 7, &[]).await;
        let log = sent(house, cx, &hook, 1).await;
        let webhook = store::find(cx, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.state, webhook.off_because), (WebhookState::Off, Some(OffBecause::Gone)));
        assert_eq!(log[0].state, DeliveryState::Failed);
    }

    async fn a_webhook_of_who_has_left_is_switched_off(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let hook = made(cx, &leads(&receiver.url)).await;
        let (system, id) = (&house.system(), cx.staff_id().unwrap());
        let admin = &administrator(house).await;
        receiver.answers(500, "");
        happen(system, "lead.created", 6, &[]).await;
        sent(house, cx, &hook, 1).await;
        let version = staff::store::find(system, id).await.unwrap().version;
        staff::store::set_active(system, id, false, version).await.unwrap();
        happen(system, "lead.created", 7, &[]).await;
        house.events("0.0", |events| events.iter().any(|event| event.kind == "lead.created")).await;
        assert_eq!(webhooks::drain(&house.foyer).await.unwrap(), 0);
        let webhook = store::find(system, hook.webhook.id).await.unwrap();
        assert_eq!((webhook.state, webhook.off_because), (WebhookState::Off, Some(OffBecause::Staff)));
        assert_eq!(receiver.received().len(), 1, "nothing but the try before");
        assert_eq!(log(system, &hook).await.unwrap()[0].state, DeliveryState::Waiting, "it waits for who takes over");
        let told = staff::store::notifications::list(admin).await.unwrap();
        let told: Vec<_> = told.iter().map(|one| one.text.key.as_ref()).collect();
        assert_eq!(told, ["webhook-off-told"], "nobody answers for it: those hear of it who look after the house");
    }

    async fn an_address_that_leads_into_the_house_is_never_asked_and_shows_nothing(house: TestHouse) {
        let cx = &chief(house).await;
        let hook = made(cx, &leads(ELSEWHERE)).await;
        let silent = tokio::net::TcpListener::bind("[::1]:0").await.unwrap();
        let inside = &format!("http://{}/hook", silent.local_addr().unwrap());
        // As if the rules had been others when it was typed in.
        cx.tx(|tx| async move { Q::new("update webhook set url = ?").bind(inside).run(&tx).await }).await.unwrap();
        store::test(cx, hook.webhook.id).await.unwrap();
        webhooks::drain(&house.foyer).await.unwrap();
        let log = log(cx, &hook).await.unwrap();
        assert_eq!((log[0].problem, log[0].status, log[0].answer.as_deref()), (Some(Problem::Denied), None, None));
        assert_eq!(log[0].state, DeliveryState::Waiting, "the operator may allow it yet");
        let asked = tokio::time::timeout(std::time::Duration::from_millis(50), silent.accept()).await;
        assert!(asked.is_err(), "nobody was asked");
    }

    async fn one_that_hangs_holds_up_nobody_else(house: TestHouse) {
        let (cx, receiver) = (&chief(house).await, Receiver::start().await);
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hanging = made(cx, &leads(&format!("http://{}/hook", silent.local_addr().unwrap()))).await;
        let quick = made(cx, &leads(&receiver.url)).await;
        let feed = (house.foyer.clone(), house.foyer.db.clone());
        let follow = tokio::spawn(async move { feed.0.feed.follow(feed.1).await });
        let lanes = tokio::spawn(webhooks::run(house.foyer.clone()));
        house.foyer.feed.begun().await;
        // The one that hangs was begun first, and is at it.
        store::test(cx, hanging.webhook.id).await.unwrap();
        let (_held, _) = silent.accept().await.unwrap();
        store::test(cx, quick.webhook.id).await.unwrap();
        for _ in 0..800 {
            if !receiver.received().is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_eq!(receiver.received().len(), 1);
        let log = log(cx, &hanging).await.unwrap();
        assert_eq!((log[0].state, log[0].tried_at), (DeliveryState::Waiting, None), "it still hangs");
        house.foyer.stop.ask();
        lanes.await.unwrap();
        follow.abort();
    }
}
