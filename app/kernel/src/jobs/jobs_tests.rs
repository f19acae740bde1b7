use std::time::Duration;

use futures::FutureExt;
use serde_json::Value;

use super::queue::{claim, give_back, renew};
use super::runner::{Pace, Runner};
use super::*;
use crate::testing::TestHouse;

/// Never ends by itself.
const ENDLESS: JobKind = JobKind { name: "endless", run: |_, _| std::future::pending().boxed(), every: None };
/// Ends when the process is asked to stop, and a moment later.
const POLITE: JobKind = JobKind {
    name: "polite",
    run: |cx, _| {
        async move {
            cx.foyer.stop.asked().await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            Ok(())
        }
        .boxed()
    },
    every: None,
};
const QUICK: JobKind = JobKind { name: "quick", run: |_, _| async { Ok(()) }.boxed(), every: None };

/// A pace at which nothing is ever late, but for what a test makes so.
const PATIENT: Pace =
    Pace { lease: Instant::MINUTE, beat: Duration::from_secs(600), grace: Duration::from_secs(600) };

fn runner(house: &TestHouse, pace: Pace) -> Runner {
    Runner { foyer: house.foyer.clone(), kinds: [ENDLESS, POLITE, QUICK].into(), pace }
}

async fn queue(house: &TestHouse, kind: &'static str) {
    let cx = &house.system();
    cx.tx(|tx| async move { cx.enqueue(&tx, kind, Value::Null, cx.now, Some(kind.into())).await })
        .await
        .unwrap();
}

/// What the queue holds: kind, tries, until when it is leased.
async fn rows(house: &TestHouse) -> Vec<(String, i64, Option<Instant>)> {
    let all = Q::new("select kind, attempts, leased_until from job order by id");
    all.all(&house.foyer.db).await.unwrap()
}

/// Waits until the queue is as wanted, and fails after five seconds.
async fn until(house: &TestHouse, what: &str, wanted: impl Fn(&[(String, i64, Option<Instant>)]) -> bool) {
    for _ in 0..500 {
        if wanted(&rows(house).await) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{what}: {:?}", rows(house).await);
}

async fn ends(running: tokio::task::JoinHandle<()>) {
    tokio::time::timeout(Duration::from_secs(5), running).await.expect("the runner ends").unwrap();
}

crate::contract! {
    with Vec::new();

    async fn after_the_wish_to_stop_no_job_is_begun(house: TestHouse) {
        let running = tokio::spawn(runner(house, PATIENT).run(2));
        queue(house, "quick").await;
        until(house, "a job is done before", |rows| rows.is_empty()).await;
        house.foyer.stop.ask();
        queue(house, "quick").await;
        ends(running).await;
        assert_eq!(rows(house).await, [("quick".into(), 0, None)]);
    }

    async fn a_running_job_may_end_within_the_grace(house: TestHouse) {
        queue(house, "polite").await;
        let running = tokio::spawn(runner(house, PATIENT).run(1));
        until(house, "the job is held", |rows| rows[0].2.is_some()).await;
        house.foyer.stop.ask();
        ends(running).await;
        assert_eq!(rows(house).await, []);
    }

    async fn a_job_that_takes_longer_is_given_back_and_due_at_once(house: TestHouse) {
        queue(house, "endless").await;
        let running = tokio::spawn(runner(house, Pace { grace: Duration::from_millis(50), ..PATIENT }).run(1));
        until(house, "the job is held", |rows| rows[0].2.is_some()).await;
        // Another one of the same key is queued meanwhile: the two must not be in each other's way.
        queue(house, "endless").await;
        house.foyer.stop.ask();
        ends(running).await;
        assert_eq!(rows(house).await, [("endless".into(), 0, None), ("endless".into(), 0, None)]);
        let again = claim(&house.system(), Instant::MINUTE).await.unwrap().unwrap();
        assert_eq!((again.kind.as_str(), again.attempts), ("endless", 1));
    }

    async fn a_job_is_held_for_as_long_as_it_runs(house: TestHouse) {
        queue(house, "endless").await;
        let running = tokio::spawn(runner(house, Pace { beat: Duration::from_millis(20), ..PATIENT }).run(1));
        until(house, "the job is held", |rows| rows[0].2.is_some()).await;
        // Ten leases long.
        for _ in 0..20 {
            house.foyer.clock.advance(Instant::MINUTE / 2);
            let wanted = house.foyer.clock.now().plus(Instant::MINUTE);
            until(house, "the lease is renewed", |rows| rows[0].2 == Some(wanted)).await;
            assert!(claim(&house.system(), Instant::MINUTE).await.unwrap().is_none(), "nobody else gets it");
        }
        running.abort();
        let _ = running.await;
        house.foyer.clock.advance(Instant::MINUTE + 1);
        let next = claim(&house.system(), Instant::MINUTE).await.unwrap();
        assert!(next.is_some(), "a minute after its server died somebody else gets it");
    }

    async fn who_lost_a_job_does_not_touch_it_any_more(house: TestHouse) {
        queue(house, "quick").await;
        let cx = &house.system();
        let mut slept = claim(cx, Instant::MINUTE).await.unwrap().unwrap();
        house.foyer.clock.advance(2 * Instant::MINUTE);
        let taken = claim(&house.system(), Instant::MINUTE).await.unwrap().unwrap();
        assert!(!renew(&house.system(), &mut slept, Instant::MINUTE).await.unwrap());
        give_back(&house.system(), &slept).await.unwrap();
        assert_eq!(rows(house).await, [("quick".into(), 2, Some(taken.leased_until))]);
    }

    async fn leases_from_before_the_start_end_where_nobody_else_can_hold_one(house: TestHouse) {
        queue(house, "quick").await;
        claim(&house.system(), 10 * Instant::MINUTE).await.unwrap().unwrap();
        // Queued while the first one was held, under the same key.
        queue(house, "quick").await;
        let running = tokio::spawn(runner(house, PATIENT).run(1));
        let left = i64::from(!house.foyer.db.is_sqlite());
        until(house, "what is free is done", |rows| rows.len() as i64 == left).await;
        house.foyer.stop.ask();
        ends(running).await;
        assert_eq!(rows(house).await.len() as i64, left, "another server may be at work on PostgreSQL");
    }
}
