//! Long work that is stopped, killed, begun twice or kept waiting: every row once, whatever happens in the middle.

use futures::future::join_all;
use kernel::db::Q;
use kernel::{Instant, RunId};
use runs::store::{self, job};
use runs::{Action, Run, RunState, Tally};
use serde_json::json;

use super::fleet::{KIND, admin, all, done, fleet, lengths, one_batch, over, person, set, started, versions};
use super::*;

kernel::contract! {
    with features();

    async fn a_run_stops_before_its_next_batch_and_goes_back(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 2_000, None).await;
        let run = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        for _ in 0..3 {
            one_batch(house, run.id).await;
        }
        let run = store::cancel(cx, run.id).await.unwrap();
        let reached = run.tally.done;
        assert_eq!(run.state, RunState::Cancelled);
        assert!((60..2_000).contains(&reached), "{reached}");
        one_batch(house, run.id).await;
        let changed = lengths(cx, &ids).await.iter().filter(|length| length.is_some()).count() as i64;
        assert_eq!(changed, reached, "it went on");
        assert_eq!(store::cancel(cx, run.id).await.unwrap().state, RunState::Cancelled, "asked twice");

        let undo = store::undo(cx, run.id).await.unwrap();
        assert_eq!(undo.total, reached);
        while store::find(cx, undo.id).await.unwrap().state != RunState::Done {
            one_batch(house, undo.id).await;
        }
        assert_eq!(store::find(cx, undo.id).await.unwrap().tally, done(reached));
        assert!(lengths(cx, &ids).await.iter().all(Option::is_none));
    }

    async fn a_run_that_is_killed_repeats_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 600, None).await;
        let run = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        // Broken off at any await, again and again, a little later each time.
        let mut patience = 5;
        while store::find(cx, run.id).await.unwrap().state != RunState::Done {
            let mut job = Box::pin(job::run(house.system(), json!({ "run": run.id })));
            for _ in 0..patience {
                if futures::poll!(&mut job).is_ready() {
                    break;
                }
                tokio::task::yield_now().await;
            }
            patience += patience / 3 + 1;
        }
        let run = store::find(cx, run.id).await.unwrap();
        assert_eq!(run.tally, done(600));
        assert!(versions(cx).await.iter().all(|version| *version == 2), "a boat was changed twice");
        let events = Q::new("select count(*) from event where run_id = ? and kind = 'boat.updated'").bind(run.id);
        assert_eq!(events.number(cx.db()).await.unwrap(), 600);
    }

    async fn twenty_who_begin_at_once_begin_once(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 50, None).await;
        let action = &set(&[("length", json!("12"))]);
        let run = &store::freeze(cx, KIND, &all()).await.unwrap();
        let begun: Vec<Result<Run>> = join_all((0..20).map(|_| store::start(cx, run.id, action))).await;
        assert!(begun.iter().all(Result::is_ok), "{begun:?}");
        assert_eq!(over(house, cx, run.id).await.tally, done(50));
        assert!(versions(cx).await.iter().all(|version| *version == 2));
        let other = store::start(cx, run.id, &Action::Delete).await;
        assert!(matches!(other, Err(Error::Conflict(_))), "another action on the same run: {other:?}");

        let undone: Vec<Result<Run>> = join_all((0..20).map(|_| store::undo(cx, run.id))).await;
        let by: Vec<RunId> = undone.into_iter().map(|run| run.unwrap().id).collect();
        assert!(by.iter().all(|id| *id == by[0]), "{by:?}");
        assert_eq!(over(house, cx, by[0]).await.tally, done(50));
        assert!(versions(cx).await.iter().all(|version| *version == 3));
    }

    async fn who_has_left_ends_what_he_began(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let other = &person(house, "leads.view_all leads.edit").await;
        fleet(cx, 100, None).await;
        let run = started(other, &all(), &set(&[("length", json!("12"))])).await;
        one_batch(house, run.id).await;
        let leave = |tx| async move { Q::new("update staff set is_active = false where id = ?").bind(other.staff_id()).run(&tx).await };
        cx.tx(leave).await.unwrap();
        one_batch(house, run.id).await;
        let run = store::find(cx, run.id).await.unwrap();
        assert_eq!((run.state, run.tally), (RunState::Failed, done(20)));
        assert_eq!(run.error.unwrap().key, "run-problem-staff");
    }

    async fn who_began_long_work_is_told_that_it_is_over(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 100, None).await;
        let told = async || {
            let bell = staff::store::notifications::list(cx).await.unwrap();
            bell.into_iter().map(|one| (one.text.key.to_string(), one.path())).collect::<Vec<_>>()
        };
        let short = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        assert_eq!(over(house, cx, short.id).await.state, RunState::Done);
        assert_eq!(told().await, [], "whoever waits a moment sees it");
        let long = started(cx, &all(), &set(&[("length", json!("13"))])).await;
        one_batch(house, long.id).await;
        house.foyer.clock.advance(5 * Instant::SECOND);
        while store::find(cx, long.id).await.unwrap().state.is_under_way() {
            one_batch(house, long.id).await;
        }
        assert_eq!(told().await, [("run-ended".to_owned(), Some(long.path()))]);
        let stopped = started(cx, &all(), &set(&[("length", json!("14"))])).await;
        one_batch(house, stopped.id).await;
        house.foyer.clock.advance(Instant::MINUTE);
        store::cancel(cx, stopped.id).await.unwrap();
        assert_eq!(told().await.len(), 1, "whoever stops it knows");
    }

    async fn runs_take_turns_where_there_is_one_writer(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 100, None).await;
        let first = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        one_batch(house, first.id).await;
        let second = started(cx, &all(), &set(&[("length", json!("13"))])).await;
        one_batch(house, second.id).await;
        let second = store::find(cx, second.id).await.unwrap();
        if cx.db().is_sqlite() {
            assert_eq!((second.state, second.ahead, second.tally), (RunState::Queued, 1, Tally::default()));
        }
        assert_eq!(store::open(cx).await.unwrap().len(), 2);
        while store::find(cx, first.id).await.unwrap().state.is_under_way() {
            one_batch(house, first.id).await;
        }
        while store::find(cx, second.id).await.unwrap().state.is_under_way() {
            one_batch(house, second.id).await;
        }
        assert_eq!(store::find(cx, second.id).await.unwrap().tally, done(100));
    }
}
