//! What accounts and their services promise, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use accounts::store::{self, charging, posting, services};
use accounts::{Profile, Status};
use company::{account, customer, day, euros, features, monthly, person, reasons};
use kernel::db::Q;
use kernel::testing::{NOON, TestHouse};
use kernel::{AccountId, Actor, Context, Error, Instant, RecordKind, RecordRef, feed, jobs};
use products::Charge;

kernel::contract! {
    with features();

    async fn an_account_is_opened_with_a_number_of_its_own(house: TestHouse) {
        let cx = house.system();
        let whose = customer(&cx, "Acme").await;
        let (first, second) = (account(&cx, whose).await, account(&cx, whose).await);
        assert_eq!((first.profile.number.as_str(), second.profile.number.as_str()), ("A-00001", "A-00002"));
        assert_eq!(first.currency().code(), "EUR", "it is its customer's");
        let typed = Profile { number: "a-00001".into(), ..Profile::default() };
        let again = store::create(&cx, whose, &typed).await.unwrap_err();
        assert!(again.field("account_number").is_some(), "a number differs by more than its case: {again:?}");
        let typed = Profile { number: "A-00004".into(), ..Profile::default() };
        store::create(&cx, whose, &typed).await.unwrap();
        assert_eq!(account(&cx, whose).await.profile.number, "A-00005", "a number that was typed is left out");
        let lines = store::list(&cx, whose, None, None).await.unwrap().items;
        assert_eq!(lines.len(), 4);
    }

    async fn its_history_is_its_customers(house: TestHouse) {
        let cx = house.system();
        let whose = customer(&cx, "Acme").await;
        let made = account(&cx, whose).await;
        let named = Profile { name: Some("Roof".into()), ..made.profile.clone() };
        store::update(&cx, made.id, &made.profile, &named).await.unwrap();
        posting::post_charge(&cx, made.id, euros(100), "Visit").await.unwrap();
        let line = customers::store::find(&cx, whose).await.unwrap().timeline_id;
        let events = feed::timeline_events(cx.db(), line, None, 10).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["account.charged", "account.updated", "account.created", "customer.created"]);
        let record = RecordRef { kind: RecordKind::Account, id: made.id.0 };
        assert_eq!(cx.open(record).await.unwrap().timeline_id, line);
    }

    async fn who_does_not_see_the_customer_sees_no_account(house: TestHouse) {
        let (ada, eve) = (person(house, "Ada", company::OWN).await, person(house, "Eve", company::OWN).await);
        let whose = customer(&ada, "Acme").await;
        let made = account(&ada, whose).await;
        posting::post_charge(&ada, made.id, euros(100), "Visit").await.unwrap();
        for (cx, id) in [(&eve, made.id), (&ada, AccountId(999))] {
            assert_eq!(store::details(cx, id).await, Err(Error::NotFound));
            assert_eq!(store::update(cx, id, &made.profile, &made.profile).await, Err(Error::NotFound));
            assert_eq!(store::delete(cx, id, 1).await, Err(Error::NotFound));
            assert_eq!(store::restore(cx, id).await, Err(Error::NotFound));
            assert_eq!(charging::charge(cx, id).await, Err(Error::NotFound));
            assert_eq!(posting::post_charge(cx, id, euros(1), "x").await, Err(Error::NotFound));
            assert_eq!(services::add(cx, id, &monthly("2026-01-01")).await, Err(Error::NotFound));
        }
        assert_eq!(store::list(&eve, whose, None, None).await, Err(Error::NotFound));
        assert_eq!(store::create(&eve, whose, &Profile::default()).await, Err(Error::NotFound));
        let nobody = house.as_actor(Actor::Anonymous);
        assert_eq!(store::details(&nobody, made.id).await, Err(Error::Unauthenticated));
    }

    async fn who_may_only_look_posts_nothing(house: TestHouse) {
        let whose = customer(&house.system(), "Acme").await;
        let made = account(&house.system(), whose).await;
        let reader = person(house, "Ron", "customers.view_all").await;
        assert!(store::details(&reader, made.id).await.is_ok());
        let refused = [
            store::create(&reader, whose, &Profile::default()).await.map(drop),
            store::update(&reader, made.id, &made.profile, &Profile::default()).await.map(drop),
            store::delete(&reader, made.id, 1).await,
            posting::post_payment(&reader, made.id, euros(1), "x").await.map(drop),
            services::add(&reader, made.id, &monthly("2026-01-01")).await.map(drop),
            charging::charge(&reader, made.id).await.map(drop),
        ];
        assert!(refused.iter().all(|answer| matches!(answer, Err(Error::Forbidden(_)))), "{refused:?}");
    }

    async fn an_account_is_closed_when_it_is_settled(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        posting::post_charge(&cx, made.id, euros(100), "Visit").await.unwrap();
        let closed = Profile { status: Status::Closed, ..made.profile.clone() };
        let early = store::update(&cx, made.id, &made.profile, &closed).await.unwrap_err();
        assert!(early.field("status").is_some(), "{early:?}");
        posting::post_payment(&cx, made.id, euros(100), "Cash").await.unwrap();
        store::update(&cx, made.id, &made.profile, &closed).await.unwrap();
        let late = posting::post_charge(&cx, made.id, euros(1), "Visit").await;
        assert!(matches!(late, Err(Error::Forbidden(_))), "{late:?}");
        store::update(&cx, made.id, &closed, &made.profile).await.unwrap();
        posting::post_charge(&cx, made.id, euros(1), "Visit").await.unwrap();
    }

    async fn the_currency_stays_once_amounts_are_in_it(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        let francs = Profile { currency: "CHF".parse().ok(), ..made.profile.clone() };
        let made = store::update(&cx, made.id, &made.profile, &francs).await.unwrap();
        let other = posting::post_charge(&cx, made.id, euros(100), "Visit").await.unwrap_err();
        assert!(other.field("amount").is_some(), "{other:?}");
        posting::post_charge(&cx, made.id, made.money(100), "Visit").await.unwrap();
        let euros = Profile { currency: "EUR".parse().ok(), ..made.profile.clone() };
        let late = store::update(&cx, made.id, &made.profile, &euros).await.unwrap_err();
        assert!(late.field("currency").is_some(), "{late:?}");
    }

    async fn only_an_account_without_entries_goes_to_the_bin(house: TestHouse) {
        let cx = house.system();
        let whose = customer(&cx, "Acme").await;
        let (empty, used) = (account(&cx, whose).await, account(&cx, whose).await);
        let posted = posting::post_charge(&cx, used.id, euros(100), "Visit").await.unwrap();
        posting::reverse(&cx, used.id, posted, "Wrong").await.unwrap();
        let kept = store::delete(&cx, used.id, 1).await;
        assert!(matches!(kept, Err(Error::Forbidden(_))), "{kept:?}");
        store::delete(&cx, empty.id, 1).await.unwrap();
        assert_eq!(store::details(&cx, empty.id).await, Err(Error::NotFound));
        store::restore(&cx, empty.id).await.unwrap();
        store::delete(&cx, empty.id, 3).await.unwrap();
        house.foyer.clock.advance(31 * Instant::DAY);
        assert_eq!(records::store::purge::purge(&house.system()).await, Ok(1));
        assert_eq!(Q::new("select count(*) from account").number(cx.db()).await, Ok(1));
        assert!(customers::store::find(&cx, whose).await.is_ok(), "the history is its customer's and stays");
        let left = cx.tx(|tx| async move { customers::store::has_documents(&house.system(), &tx, whose).await });
        assert_eq!(left.await, Ok(true));
    }

    async fn an_account_goes_out_of_use_with_its_customer(house: TestHouse) {
        let cx = house.system();
        let whose = customer(&cx, "Acme").await;
        let made = account(&cx, whose).await;
        customers::store::delete(&cx, whose).await.unwrap();
        assert_eq!(store::details(&cx, made.id).await, Err(Error::NotFound));
        assert_eq!(store::list(&cx, whose, None, None).await, Err(Error::NotFound));
        let changed = store::update(&cx, made.id, &made.profile, &Profile { name: Some("x".into()), ..made.profile.clone() }).await;
        assert!(matches!(changed, Err(Error::Forbidden(_))), "{changed:?}");
        customers::store::restore(&cx, whose).await.unwrap();
        assert!(store::details(&cx, made.id).await.is_ok());
    }

    async fn what_is_due_is_charged_once(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        // The clock stands on 21 November 2026.
        services::add(&cx, made.id, &monthly("2026-08-31")).await.unwrap();
        assert_eq!(charging::charge(&cx, made.id).await, Ok(3), "31 August, 30 September, 31 October");
        assert_eq!(charging::charge(&cx, made.id).await, Ok(0));
        let details = store::details(&cx, made.id).await.unwrap();
        assert_eq!((details.balance, details.services[0].charged), (euros(3_870), 3));
        assert_eq!(reasons(&cx, made.id).await, ["Monitoring 2026-10-31", "Monitoring 2026-09-30", "Monitoring 2026-08-31"]);
    }

    async fn what_was_charged_and_reversed_is_not_charged_again(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        services::add(&cx, made.id, &monthly("2026-11-01")).await.unwrap();
        charging::charge(&cx, made.id).await.unwrap();
        let statement = store::statement::read(&cx, made.id, &Default::default()).await.unwrap();
        posting::reverse(&cx, made.id, statement.lines.items[0].posting_id, "A gift").await.unwrap();
        assert_eq!(charging::charge(&cx, made.id).await, Ok(0));
    }

    async fn two_who_charge_at_once_charge_once(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        services::add(&cx, made.id, &monthly("2025-01-31")).await.unwrap();
        let charge = || {
            let cx = house.system();
            tokio::spawn(async move { charging::charge(&cx, made.id).await })
        };
        let tasks: Vec<_> = (0..4).map(|_| charge()).collect();
        let mut charged = 0;
        for task in tasks {
            charged += task.await.unwrap().unwrap();
        }
        assert_eq!(charged, 22, "January 2025 to October 2026");
        assert_eq!(store::details(&cx, made.id).await.unwrap().balance, euros(22 * 1_290));
    }

    async fn the_daily_job_charges_open_accounts_as_the_organisations_day_begins(house: TestHouse) {
        let cx = house.system();
        let whose = customer(&cx, "Acme").await;
        let (open, suspended) = (account(&cx, whose).await, account(&cx, whose).await);
        for one in [&open, &suspended] {
            services::add(&cx, one.id, &monthly("2026-11-22")).await.unwrap();
        }
        let status = Profile { status: Status::Suspended, ..suspended.profile.clone() };
        store::update(&cx, suspended.id, &suspended.profile, &status).await.unwrap();
        // The clock stands at nine in London; in Auckland the 22nd begins when it is eleven there.
        let organisation = kernel::Organisation { zone: kernel::zone("Pacific/Auckland").unwrap(), ..kernel::Organisation::default() };
        keep_organisation(&cx, &organisation).await;
        charge_by_job(house, 0).await;
        assert_eq!(store::details(&cx, open.id).await.unwrap().balance, euros(0), "it is the 21st, ten in the evening");
        charge_by_job(house, 2 * Instant::HOUR).await;
        assert_eq!(store::details(&cx, open.id).await.unwrap().balance, euros(1_290));
        assert_eq!(store::details(&cx, suspended.id).await.unwrap().balance, euros(0));
        let refused = charging::charge(&cx, suspended.id).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }

    async fn a_service_that_was_charged_keeps_its_beginning(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        let first = services::add(&cx, made.id, &monthly("2026-10-01")).await.unwrap();
        let daily = accounts::ServiceDraft { charge: Charge::Week, ..first.draft.clone() };
        let first = services::update(&cx, made.id, first.id, 1, &daily).await.unwrap();
        charging::charge(&cx, made.id).await.unwrap();
        let moved = accounts::ServiceDraft { from: day("2026-10-02"), ..first.draft.clone() };
        let error = services::update(&cx, made.id, first.id, 2, &moved).await.unwrap_err();
        assert!(error.field("from").is_some(), "{error:?}");
        assert!(services::delete(&cx, made.id, first.id).await.unwrap_err().field("id").is_some());
        let ended = accounts::ServiceDraft { to: Some(day("2026-11-22")), price_minor: 1, ..first.draft.clone() };
        services::update(&cx, made.id, first.id, 2, &ended).await.unwrap();
        let late = services::update(&cx, made.id, first.id, 2, &ended).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        house.foyer.clock.advance(60 * Instant::DAY);
        assert_eq!(charging::charge(&house.system(), made.id).await, Ok(0));
        let unused = services::add(&cx, made.id, &monthly("2027-10-01")).await.unwrap();
        services::delete(&cx, made.id, unused.id).await.unwrap();
        assert_eq!(store::details(&cx, made.id).await.unwrap().services.len(), 1);
    }

    async fn a_service_is_of_a_product_that_there_is(house: TestHouse) {
        let cx = house.system();
        let made = account(&cx, customer(&cx, "Acme").await).await;
        let unknown = accounts::ServiceDraft { product_id: Some(kernel::ProductId(9)), ..monthly("2026-10-01") };
        assert!(services::add(&cx, made.id, &unknown).await.unwrap_err().field("product_id").is_some());
        let product = products::Profile { name: "Monitoring".into(), ..products::Profile::default() };
        let product = products::store::create(&cx, &product).await.unwrap().id;
        let known = accounts::ServiceDraft { product_id: Some(product), ..monthly("2026-10-01") };
        services::add(&cx, made.id, &known).await.unwrap();
        // The product may go for good; what the statement calls it stays.
        products::store::delete(&cx, product).await.unwrap();
        house.foyer.clock.advance(31 * Instant::DAY);
        assert_eq!(records::store::purge::purge(&house.system()).await, Ok(1));
        let service = store::details(&cx, made.id).await.unwrap().services.remove(0);
        assert_eq!((service.draft.product_id, service.draft.description.as_str()), (None, "Monitoring"));
    }
}

/// The organisation is like this from now on.
async fn keep_organisation(cx: &Context, organisation: &kernel::Organisation) {
    cx.tx(|tx| async move { kernel::setting::keep(&tx, organisation).await }).await.unwrap();
    cx.foyer.reload_organisation().await.unwrap();
}

/// Does the daily job so long after noon.
async fn charge_by_job(house: &TestHouse, after: i64) {
    house.foyer.clock.advance(NOON.plus(after).0 - house.foyer.clock.now().0);
    let cx = &house.system();
    let payload = serde_json::json!({});
    let payload = &payload;
    cx.tx(|tx| async move { cx.enqueue(&tx, "accounts.charge", payload.clone(), cx.now, None).await })
        .await
        .unwrap();
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}
