//! The machinery of records, on a kind of record that nobody but these tests knows.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "kind/boat.rs"]
mod boat;
#[path = "kind/filters.rs"]
mod filters;
#[path = "kind/fleet.rs"]
mod fleet;
#[path = "kind/interrupted.rs"]
mod interrupted;
#[path = "kind/many_leads.rs"]
mod many_leads;
#[path = "kind/runs.rs"]
mod runs_over_boats;
#[path = "kind/undo.rs"]
mod undo;

use fields::{Ahead, Record, Seen, Value, Values, Work};
use kernel::{Actor, Capabilities, Context, Error, Feature, RecordKind, RecordRef, Result};

fn features() -> Vec<Feature> {
    app::features().into_iter().chain([boat::feature()]).collect()
}

/// Does one thing to a boat.
async fn work(cx: &Context, work: Work) -> Result<Record> {
    let kind = fields::kind_of(cx, RecordKind::Specimen)?;
    let work = &work;
    let done = cx
        .tx(|tx| async move { fields::run(cx, &tx, kind, vec![work.clone()], &mut Ahead::default()).await });
    done.await?.remove(0)
}

async fn boat(cx: &Context, name: &str) -> Record {
    work(cx, Work::Create(named(name))).await.unwrap()
}

fn named(name: &str) -> Values {
    Values::default().with("name", Value::from(name))
}

fn length(millionths: i64) -> Values {
    Values::default().with("length", Value::Number(millionths))
}

#[test]
fn a_kind_of_record_is_said_in_150_lines() {
    let lines = include_str!("kind/boat.rs").lines().count();
    assert!(lines < 150, "it takes {lines} lines");
}

kernel::contract! {
    with features();

    async fn boats_are_made_changed_deleted_and_restored(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let made = boat(cx, "Calypso").await;
        let id = made.open.record.id;
        let seen = Seen::Version(made.open.version);
        let longer = work(cx, Work::Change { id, seen: seen.clone(), values: length(42_500_000) }).await.unwrap();
        assert_eq!((longer.open.version, longer.values.get("length")), (2, Some(&Value::Number(42_500_000))));

        let late = work(cx, Work::Change { id, seen, values: length(1) }).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        let seen = Seen::Values(named("Calypso"));
        assert!(work(cx, Work::Change { id, seen, values: length(7) }).await.is_ok(), "another field has changed");

        work(cx, Work::Delete { id, seen: Seen::Whatever }).await.unwrap();
        assert_eq!(work(cx, Work::Delete { id, seen: Seen::Whatever }).await.unwrap_err(), Error::NotFound);
        assert_eq!(cx.open(made.open.record).await.unwrap_err(), Error::NotFound, "it is in the bin");
        work(cx, Work::Restore { id }).await.unwrap();
        assert_eq!(cx.open(made.open.record).await.unwrap().version, 5);
    }

    async fn what_is_refused_writes_nothing_and_stops_nobody(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let (argo, dory) = (boat(cx, "Argo").await, boat(cx, "Dory").await);
        let kind = fields::kind_of(cx, RecordKind::Specimen).unwrap();
        let ids = [argo.open.record.id, dory.open.record.id];
        let works = &ids.map(|id| Work::Delete { id, seen: Seen::Whatever }).to_vec();
        let done = cx.tx(|tx| async move { fields::run(cx, &tx, kind, works.clone(), &mut Ahead::default()).await });
        let done = done.await.unwrap();
        assert!(matches!(done[0], Err(Error::Forbidden(_))));
        assert_eq!(done[1].as_ref().unwrap().deleted_at, Some(cx.now));
        assert!(cx.open(argo.open.record).await.is_ok());

        let unfit = work(cx, Work::Change { id: ids[0], seen: Seen::Whatever, values: length(-1) }).await;
        assert!(matches!(unfit, Err(Error::Invalid(fields)) if fields[0].field == "length"));
        let unknown = Values::default().with("version", Value::Number(1));
        let unknown = work(cx, Work::Change { id: ids[0], seen: Seen::Whatever, values: unknown }).await;
        assert!(matches!(unknown, Err(Error::Invalid(fields)) if fields[0].field == "version"));
    }

    async fn a_change_that_changes_nothing_leaves_no_trace(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let made = boat(cx, "Calypso").await;
        let id = made.open.record.id;
        let same = named("Calypso").with("length", None);
        let after = work(cx, Work::Change { id, seen: Seen::Whatever, values: same }).await.unwrap();
        assert_eq!(after.open.version, made.open.version);
    }

    async fn nobody_reaches_a_boat_that_he_may_not_see(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let id = boat(cx, "Calypso").await.open.record.id;
        let other = &house.as_staff(kernel::StaffId(7), Capabilities::from_words("leads.view_own leads.edit leads.delete"));
        for one in [
            Work::Change { id, seen: Seen::Whatever, values: length(5) },
            Work::Delete { id, seen: Seen::Whatever },
            Work::Restore { id },
        ] {
            assert_eq!(work(other, one).await.unwrap_err(), Error::NotFound);
        }
        let nobody = &house.as_actor(Actor::Anonymous);
        let made = work(nobody, Work::Create(named("x"))).await;
        assert!(made.is_err());
        let record = RecordRef { kind: RecordKind::Specimen, id };
        assert_eq!(other.open(record).await.unwrap_err(), Error::NotFound);
    }
}
