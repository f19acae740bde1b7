//! Many leads at once, by the rules of leads.

use fields::{Asked, Value, Values, Work};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{LeadId, StaffId, StageId, jobs};
use leads::store::words;
use leads::{Outcome, Stage};
use runs::{Action, Run, RunState, Selection, Set, Tally, store};
use serde_json::{Map, Value as Json, json};

use super::*;

const KIND: RecordKind = RecordKind::Lead;

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    let cx = house.as_actor(staff::testing::actor(&house.system(), id).await);
    words::ensure(&house.system()).await.unwrap();
    cx
}

async fn seller(house: &TestHouse, name: &str) -> Context {
    let rights = Capabilities::from_words("leads.view_own leads.create leads.edit leads.delete");
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// So many leads, each owned by somebody.
async fn many(cx: &Context, count: usize, owner: Option<StaffId>) -> Vec<i64> {
    let kind = fields::kind_of(cx, KIND).unwrap();
    let values = |number: usize| {
        Values::default()
            .with("name", Value::from(format!("Lead {number}").as_str()))
            .with("owner_id", owner.map(|id| Value::Id(id.0)))
    };
    let works = &(0..count).map(|number| Work::Create(values(number))).collect::<Vec<_>>();
    let made =
        cx.tx(|tx| async move { fields::run(cx, &tx, kind, works.clone(), &mut Ahead::default()).await });
    made.await.unwrap().into_iter().map(|lead| lead.unwrap().open.record.id).collect()
}

async fn stages(cx: &Context) -> Vec<Stage> {
    words::dictionaries(cx).await.unwrap().stages
}

/// A line of text that the organisation added; its key.
async fn added_field(cx: &Context, name: &str) -> String {
    let field = fields::CustomField::new(KIND, name, fields::FieldType::Text);
    fields::store::definitions::save(cx, &field).await.unwrap().key().to_string()
}

fn all() -> Selection {
    Selection::Matching { filter: Asked::default(), except: Vec::new() }
}

fn values(fields: &[(&str, Json)]) -> Map<String, Json> {
    fields.iter().map(|(key, json)| ((*key).to_owned(), json.clone())).collect()
}

fn set(fields: &[(&str, Json)]) -> Action {
    Action::Set(Set { values: values(fields), missing: Map::new() })
}

async fn run(house: &TestHouse, cx: &Context, selection: &Selection, action: &Action) -> Run {
    let run = store::freeze(cx, KIND, selection).await.unwrap();
    store::start(cx, run.id, action).await.unwrap();
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    store::find(cx, run.id).await.unwrap()
}

async fn undone(house: &TestHouse, cx: &Context, of: &Run) -> Run {
    let undo = store::undo(cx, of.id).await.unwrap();
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
    store::find(cx, undo.id).await.unwrap()
}

/// Each lead's stage and place.
async fn places(cx: &Context) -> Vec<(i64, StageId, String)> {
    Q::new("select id, stage_id, rank from lead order by id").all(cx.db()).await.unwrap()
}

fn done(done: i64) -> Tally {
    Tally { done, ..Tally::default() }
}

kernel::contract! {
    with features();

    async fn two_thousand_leads_change_hands_and_come_back(house: TestHouse) {
        let cx = &admin(house).await;
        let ugo = &seller(house, "Ugo").await;
        many(cx, 2_000, None).await;
        let given = run(house, cx, &all(), &set(&[("owner_id", json!(ugo.staff_id()))])).await;
        assert_eq!((given.state, given.tally), (RunState::Done, done(2_000)));
        assert_eq!(leads::store::recount(&house.system()).await.unwrap(), 0, "the board's sums are off");
        let told: (i64, i64) =
            Q::new("select count(*), cast(sum(count) as bigint) from notification where staff_id = ?").bind(ugo.staff_id()).one(cx.db()).await.unwrap();
        assert_eq!(told, (1, 2_000), "he is told once, of all");
        assert_eq!(store::freeze(ugo, KIND, &all()).await.unwrap().total, 2_000);
        assert_eq!(undone(house, cx, &given).await.tally, done(2_000));
        assert_eq!(store::freeze(ugo, KIND, &all()).await.unwrap().total, 0);
        assert_eq!(leads::store::recount(&house.system()).await.unwrap(), 0, "the board's sums are off");
    }

    async fn leads_go_to_another_stage_and_back_to_their_very_places(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = stages(cx).await;
        let there = Values::default().with("name", Value::from("There")).with("stage_id", Value::Id(stages[1].id));
        let kind = fields::kind_of(cx, KIND).unwrap();
        let works = &vec![Work::Create(there)];
        let made = cx.tx(|tx| async move { fields::run(cx, &tx, kind, works.clone(), &mut Ahead::default()).await });
        made.await.unwrap().remove(0).unwrap();
        many(cx, 60, None).await;
        let before = places(cx).await;
        let moved = run(house, cx, &all(), &set(&[("stage_id", json!(stages[1].id))])).await;
        assert_eq!(moved.tally, Tally { same: 1, ..done(60) });
        assert_eq!(moved.told.len(), 1, "{:?}", moved.told);
        assert!(places(cx).await.iter().all(|(_, stage, _)| *stage == stages[1].id()));
        assert_eq!(undone(house, cx, &moved).await.tally, done(60));
        assert_eq!(places(cx).await, before);
        assert_eq!(leads::store::recount(&house.system()).await.unwrap(), 0);
    }

    async fn what_a_stage_requires_is_answered_once_for_those_that_lack_it(house: TestHouse) {
        let cx = &admin(house).await;
        let ids = many(cx, 5, None).await;
        let (stages, roof) = (stages(cx).await, &added_field(cx, "Roof").await);
        let strict = Stage { required_fields: vec!["company".into(), roof.clone()], ..stages[2].clone() };
        words::save_stage(cx, &strict).await.unwrap();
        let own = set(&[("company", json!("Ada's")), (roof, json!("Flat"))]);
        run(house, cx, &Selection::Ids(ids[..2].to_vec()), &own).await;

        let chosen = store::freeze(cx, KIND, &all()).await.unwrap();
        let asked = store::preview(cx, chosen.id, &set(&[("stage_id", json!(strict.id))])).await.unwrap();
        assert_eq!((asked.tally.done, asked.tally.refused, asked.reasons.len()), (2, 3, 1));
        assert_eq!(asked.reasons[0].reason.key, "lead-stage-requires");

        let answered = Action::Set(Set {
            values: values(&[("stage_id", json!(strict.id))]),
            missing: values(&[("company", json!("Unknown")), (roof, json!("Tiled"))]),
        });
        store::start(cx, chosen.id, &answered).await.unwrap();
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        assert_eq!(store::find(cx, chosen.id).await.unwrap().tally, done(5));
        let company = |id: i64| async move {
            leads::store::find(cx, LeadId(id)).await.unwrap().profile.company.unwrap()
        };
        assert_eq!((company(ids[0]).await, company(ids[4]).await), ("Ada's".to_owned(), "Unknown".to_owned()));
        let on = async |id: i64| leads::store::find(cx, LeadId(id)).await.unwrap().profile.custom.get(&roof.as_str().into()).cloned();
        assert_eq!((on(ids[0]).await, on(ids[4]).await), (Some(json!("Flat")), Some(json!("Tiled"))), "an added field is asked for as well");
    }

    async fn leads_that_leave_the_list_by_the_run_itself_are_each_done_once(house: TestHouse) {
        let cx = &admin(house).await;
        let ids = many(cx, 700, None).await;
        // The list has those in play; a lost one is none of them any more.
        let lost = run(house, cx, &all(), &set(&[("outcome", json!("lost"))])).await;
        assert_eq!((lost.total, lost.tally), (700, done(700)));
        assert_eq!(store::freeze(cx, KIND, &all()).await.unwrap().total, 0);
        assert_eq!(undone(house, cx, &lost).await.tally, done(700));
        let binned = run(house, cx, &all(), &Action::Delete).await;
        assert_eq!(binned.tally, done(700));
        let back = run(house, cx, &Selection::Ids(ids[..300].to_vec()), &Action::Restore).await;
        assert_eq!(back.tally, done(300));
        assert_eq!(undone(house, cx, &binned).await.tally, Tally { done: 400, same: 300, ..Tally::default() });
        assert_eq!(leads::store::find(cx, LeadId(ids[0])).await.unwrap().profile.outcome, Outcome::Active);
        assert_eq!(leads::store::recount(&house.system()).await.unwrap(), 0);
    }

    async fn nobody_gives_many_leads_to_who_has_left(house: TestHouse) {
        let cx = &admin(house).await;
        let gone = seller(house, "Gone").await.staff_id().unwrap();
        let (theirs, others) = (many(cx, 2, Some(gone)).await, many(cx, 3, None).await);
        let version = staff::store::find(cx, gone).await.unwrap().version;
        staff::store::set_active(cx, gone, false, version).await.unwrap();
        let everything = Selection::Ids([theirs, others].concat());
        let given = run(house, cx, &everything, &set(&[("owner_id", json!(gone))])).await;
        assert_eq!((given.tally.same, given.tally.refused), (2, 3), "{given:?}");
        let taken = run(house, cx, &everything, &set(&[("owner_id", json!(cx.staff_id()))])).await;
        assert_eq!(taken.tally, done(5));
        assert_eq!(undone(house, cx, &taken).await.tally, done(5), "what they had can be put back");
    }

    async fn who_sees_few_leads_changes_few(house: TestHouse) {
        let cx = &admin(house).await;
        let ugo = &seller(house, "Ugo").await;
        let (own, others) = (many(cx, 3, ugo.staff_id()).await, many(cx, 30, None).await);
        let everything = Selection::Ids([own, others].concat());
        let named = run(house, ugo, &everything, &set(&[("city", json!("Turin"))])).await;
        assert_eq!((named.total, named.tally), (3, done(3)));
        let listed = run(house, ugo, &all(), &set(&[("city", json!("Rome"))])).await;
        assert_eq!((listed.total, listed.tally), (3, done(3)));
        let given = run(house, ugo, &all(), &set(&[("owner_id", Json::Null)])).await;
        assert_eq!(given.tally, done(3), "what he gives away is his until then");
        assert_eq!(undone(house, ugo, &given).await.tally, Tally { gone: 3, ..Tally::default() }, "and not any more");
    }
}
