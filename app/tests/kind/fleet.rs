//! A fleet of boats, and long work on it.

use fields::Asked;
use kernel::db::{On, Q};
use kernel::testing::TestHouse;
use kernel::{RunId, StaffId, jobs};
use runs::store::{self, job};
use runs::{Action, Run, Selection, Set, Tally};
use serde_json::{Map, Value as Json, json};

use super::*;

pub const KIND: RecordKind = RecordKind::Specimen;

/// So many boats, each owned by a captain.
pub async fn fleet(cx: &Context, count: usize, captain: Option<StaffId>) -> Vec<i64> {
    let kind = fields::kind_of(cx, KIND).unwrap();
    let values = |number: usize| {
        Values::default()
            .with("name", Value::from(format!("Boat {number}").as_str()))
            .with("captain_id", captain.map(|id| Value::Id(id.0)))
    };
    let works = &(0..count).map(|number| Work::Create(values(number))).collect::<Vec<_>>();
    let made =
        cx.tx(|tx| async move { fields::run(cx, &tx, kind, works.clone(), &mut Ahead::default()).await });
    made.await.unwrap().into_iter().map(|boat| boat.unwrap().open.record.id).collect()
}

pub async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

pub async fn person(house: &TestHouse, rights: &str) -> Context {
    let id = staff::testing::insert_staff(&house.system(), "Ugo", Capabilities::from_words(rights)).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

pub fn all() -> Selection {
    matching("")
}

pub fn matching(f: &str) -> Selection {
    let f = [f.to_owned()].into_iter().filter(|f| !f.is_empty()).collect();
    Selection::Matching { filter: Asked { q: String::new(), f }, except: Vec::new() }
}

pub fn set(values: &[(&str, Json)]) -> Action {
    let values: Map<String, Json> =
        values.iter().map(|(key, json)| ((*key).to_owned(), json.clone())).collect();
    Action::Set(Set { values, missing: Map::new() })
}

pub async fn started(cx: &Context, selection: &Selection, action: &Action) -> Run {
    let run = store::freeze(cx, KIND, selection).await.unwrap();
    store::start(cx, run.id, action).await.unwrap()
}

/// The run when all that was queued is done.
pub async fn over(house: &TestHouse, cx: &Context, run: RunId) -> Run {
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    store::find(cx, run).await.unwrap()
}

/// One batch, as a server does it that is asked to stop.
pub async fn one_batch(house: &TestHouse, run: RunId) {
    house.foyer.stop.ask();
    job::run(house.system(), json!({ "run": run })).await.unwrap();
}

/// In metres.
pub async fn lengths(cx: &Context, ids: &[i64]) -> Vec<Option<i64>> {
    let kind = fields::kind_of(cx, KIND).unwrap();
    let boats = kind.read(cx, On::Db(cx.db()), ids).await.unwrap();
    let length = |id: &i64| match boats[id].values.get("length") {
        Some(Value::Number(length)) => Some(length / 1_000_000),
        _ => None,
    };
    ids.iter().map(length).collect()
}

/// How often each was changed: once more than it was made.
pub async fn versions(cx: &Context) -> Vec<i64> {
    let rows: Vec<(i64,)> = Q::new("select version from boat order by id").all(cx.db()).await.unwrap();
    rows.into_iter().map(|(version,)| version).collect()
}

pub async fn lengthen(cx: &Context, id: i64, metres: i64) {
    let values = length(metres * 1_000_000);
    work(cx, Work::Change { id, seen: Seen::Whatever, values }).await.unwrap();
}

pub fn done(done: i64) -> Tally {
    Tally { done, ..Tally::default() }
}
