//! Long work over many records: what is done to each, what is left, and who may do it.

use kernel::Instant;
use kernel::db::Q;
use runs::{Action, RunState, Selection, Set, Tally, store};
use serde_json::{Map, Value as Json, json};

use super::fleet::{
    KIND, admin, all, done, fleet, lengthen, lengths, matching, over, person, set, started, versions,
};
use super::*;

kernel::contract! {
    with features();

    async fn many_records_are_changed_each_once(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 2_000, None).await;
        lengthen(cx, ids[7], 12).await;
        let run = store::freeze(cx, KIND, &all()).await.unwrap();
        assert_eq!((run.total, run.state), (2_000, RunState::Draft));
        let action = set(&[("length", json!("12"))]);
        let asked = store::preview(cx, run.id, &action).await.unwrap();
        assert_eq!((asked.looked, asked.tally), (500, Tally { done: 499, same: 1, ..Tally::default() }));
        assert_eq!(versions(cx).await.iter().sum::<i64>(), 2_001, "a preview wrote");

        store::start(cx, run.id, &action).await.unwrap();
        let run = over(house, cx, run.id).await;
        assert_eq!((run.state, run.tally), (RunState::Done, Tally { done: 1_999, same: 1, ..Tally::default() }));
        assert_eq!(run.tally.all(), run.total);
        assert_eq!((run.told[0].0.key.as_ref(), run.told.len()), ("field-length", 1));
        assert!(versions(cx).await.iter().all(|version| *version == 2));
        assert_eq!(lengths(cx, &ids[..1]).await, [Some(12)]);
        // Made later, a boat is none of those that were chosen.
        let late = fleet(cx, 1, None).await;
        assert_eq!(lengths(cx, &late).await, [None]);
    }

    async fn what_others_changed_later_stays_when_a_run_is_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 40, None).await;
        lengthen(cx, ids[0], 3).await;
        let run = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        let run = over(house, cx, run.id).await;
        lengthen(&house.system(), ids[1], 99).await;
        lengthen(&house.system(), ids[2], 99).await;
        lengthen(&house.system(), ids[2], 12).await;
        work(cx, Work::Change { id: ids[3], seen: Seen::Whatever, values: named("Vasa") }).await.unwrap();

        let undo = store::undo(cx, run.id).await.unwrap();
        let undo = over(house, cx, undo.id).await;
        assert_eq!(undo.tally, Tally { done: 39, refused: 1, ..Tally::default() });
        assert_eq!(lengths(cx, &ids[..5]).await, [Some(3), Some(99), None, None, None]);
        let stayed = store::stayed(cx, undo.id, 0, 50).await.unwrap();
        assert_eq!((stayed.len(), stayed[0].id, stayed[0].title.as_str()), (1, ids[1], "Boat 1"));
        assert_eq!(stayed[0].reason.key, "undo-changed-later");
        let again = store::find(cx, run.id).await.unwrap();
        assert_eq!((again.undone_by, again.can_undo), (Some(undo.id), false));

        // What was taken back is work like others.
        let redo = store::undo(cx, undo.id).await.unwrap();
        over(house, cx, redo.id).await;
        assert_eq!(lengths(cx, &ids[..4]).await, [Some(12), Some(99), Some(12), Some(12)]);
    }

    async fn who_sees_few_changes_few(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let captain = &person(house, "leads.view_own leads.edit").await;
        let (own, others) = (fleet(cx, 3, captain.staff_id()).await, fleet(cx, 30, None).await);
        let action = set(&[("length", json!("12"))]);
        let run = started(captain, &all(), &action).await;
        assert_eq!((run.total, over(house, captain, run.id).await.tally), (3, done(3)));
        let named = Selection::Ids([own.clone(), others.clone()].concat());
        assert_eq!(store::freeze(captain, KIND, &named).await.unwrap().total, 3);
        assert!(lengths(cx, &others).await.iter().all(Option::is_none));

        // What he loses meanwhile is not his any more.
        let run = started(captain, &all(), &set(&[("length", json!("5"))])).await;
        let none = Values::default().with("captain_id", None);
        work(cx, Work::Change { id: own[0], seen: Seen::Whatever, values: none }).await.unwrap();
        assert_eq!(over(house, captain, run.id).await.tally, Tally { done: 2, gone: 1, ..Tally::default() });
        assert_eq!(lengths(cx, &own).await, [Some(12), Some(5), Some(5)]);

        let reader = &person(house, "leads.view_all").await;
        assert!(matches!(store::freeze(reader, KIND, &all()).await, Err(Error::Forbidden(_))));
        let refused = store::start(captain, store::freeze(captain, KIND, &all()).await.unwrap().id, &Action::Delete).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "he may not delete: {refused:?}");
        for asked in [store::find(reader, run.id).await, store::cancel(reader, run.id).await, store::undo(reader, run.id).await] {
            assert_eq!(asked, Err(Error::NotFound), "a run of somebody else");
        }
        let nobody = &house.as_actor(Actor::Anonymous);
        assert_eq!(store::find(nobody, run.id).await, Err(Error::Unauthenticated));
        assert_eq!(store::list(nobody, None, 30).await, Err(Error::Unauthenticated));
        assert!(store::list(reader, None, 30).await.unwrap().items.is_empty());
        assert_eq!(store::list(cx, None, 30).await.unwrap().items.len(), 2, "an administrator sees all");
    }

    async fn what_is_refused_is_listed_with_its_reason(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 30, None).await;
        let argo = boat(cx, "Argo").await.open.record.id;
        let run = store::freeze(cx, KIND, &all()).await.unwrap();
        let asked = store::preview(cx, run.id, &Action::Delete).await.unwrap();
        assert_eq!((asked.tally.done, asked.tally.refused), (30, 1));
        assert_eq!((asked.reasons[0].reason.key.as_ref(), asked.reasons[0].titles[0].as_str()), ("boat-is-holy", "Argo"));
        store::start(cx, run.id, &Action::Delete).await.unwrap();
        let run = over(house, cx, run.id).await;
        assert_eq!(run.tally, Tally { done: 30, refused: 1, ..Tally::default() });
        let stayed = store::stayed(cx, run.id, 0, 50).await.unwrap();
        assert_eq!((stayed.len(), stayed[0].id, stayed[0].reason.key.as_ref()), (1, argo, "boat-is-holy"));
        let (_, sheet) = store::stayed_csv(cx, run.id).await.unwrap();
        assert!(sheet.contains(&format!("{argo},Argo,")), "{sheet}");

        let undo = store::undo(cx, run.id).await.unwrap();
        assert_eq!(over(house, cx, undo.id).await.tally, done(30));
        assert_eq!(store::freeze(cx, KIND, &all()).await.unwrap().total, 31);
    }

    async fn what_does_not_match_any_more_is_left(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 30, None).await;
        let run = started(cx, &matching("length.empty"), &set(&[("length", json!("12"))])).await;
        lengthen(cx, ids[0], 99).await;
        work(cx, Work::Change { id: ids[1], seen: Seen::Whatever, values: named("Vasa") }).await.unwrap();
        work(cx, Work::Delete { id: ids[2], seen: Seen::Whatever }).await.unwrap();
        assert_eq!(over(house, cx, run.id).await.tally, Tally { done: 28, gone: 2, ..Tally::default() });
        assert_eq!(lengths(cx, &ids[..4]).await, [Some(99), Some(12), None, Some(12)]);
    }

    async fn some_can_be_left_out_and_what_is_lacking_is_filled_in(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 10, None).await;
        lengthen(cx, ids[1], 5).await;
        let Selection::Matching { filter, .. } = all() else { unreachable!() };
        let but = Selection::Matching { filter, except: vec![ids[0]] };
        let missing: Map<String, Json> = [("length".to_owned(), json!("8"))].into_iter().collect();
        let values: Map<String, Json> = [("name".to_owned(), json!("Vasa"))].into_iter().collect();
        let run = started(cx, &but, &Action::Set(Set { values, missing })).await;
        assert_eq!(over(house, cx, run.id).await.tally, done(9));
        assert_eq!(lengths(cx, &ids[..3]).await, [None, Some(5), Some(8)]);
    }

    async fn tags_are_put_on_many_and_taken_off_again(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        let ids = fleet(cx, 30, None).await;
        let record = RecordRef { kind: KIND, id: ids[0] };
        let tags = |id: i64| async move {
            let on = cx.open(RecordRef { kind: KIND, id }).await.unwrap().timeline_id;
            let tags = records::tags_of(cx.db(), &[on]).await.unwrap().remove(&on).unwrap_or_default();
            tags.into_iter().map(|tag| tag.name).collect::<Vec<_>>()
        };
        records::store::tags::add(cx, record, "fast").await.unwrap();
        let action = Action::AddTags(vec!["Fast".into(), "old".into()]);
        let run = store::freeze(cx, KIND, &all()).await.unwrap();
        assert_eq!(store::preview(cx, run.id, &action).await.unwrap().tally, done(30));
        store::start(cx, run.id, &action).await.unwrap();
        assert_eq!(over(house, cx, run.id).await.tally, done(30));
        assert_eq!(tags(ids[0]).await, ["fast", "old"]);
        assert_eq!(tags(ids[9]).await, ["fast", "old"]);
        let off = started(cx, &all(), &Action::RemoveTags(vec!["OLD".into(), "never".into()])).await;
        assert_eq!(over(house, cx, off.id).await.tally, done(30));
        assert_eq!(tags(ids[9]).await, ["fast"]);
        let undo = store::undo(cx, off.id).await.unwrap();
        over(house, cx, undo.id).await;
        let undo = store::undo(cx, run.id).await.unwrap();
        assert_eq!(over(house, cx, undo.id).await.tally, done(59), "30 of one tag, 29 of the other");
        assert_eq!((tags(ids[0]).await, tags(ids[9]).await), (vec!["fast".to_owned()], vec![]));
    }

    async fn what_nobody_confirms_is_forgotten_and_so_is_what_was_done_a_month_ago(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 5, None).await;
        let run = started(cx, &all(), &set(&[("length", json!("12"))])).await;
        over(house, cx, run.id).await;
        for _ in 0..8 {
            store::freeze(cx, KIND, &all()).await.unwrap();
        }
        let count = |table: &'static str| async move { Q::new("select count(*) from").push(table).number(cx.db()).await.unwrap() };
        assert_eq!((count("run").await, count("run_item").await), (6, 30), "the newest five drafts, and the run");
        let tidy = house.foyer.jobs().iter().find(|job| job.name == "runs.tidy").unwrap();
        house.foyer.clock.advance(Instant::HOUR);
        (tidy.run)(house.system(), Json::Null).await.unwrap();
        assert_eq!((count("run").await, count("run_item").await), (1, 5));
        house.foyer.clock.advance(30 * Instant::DAY);
        (tidy.run)(house.system(), Json::Null).await.unwrap();
        assert_eq!((count("run").await, count("run_item").await), (0, 0));
    }

    async fn what_cannot_be_done_to_many_is_said_before(house: TestHouse) {
        let cx = &admin(house).await;
        boat::make_table(cx).await;
        fleet(cx, 2, None).await;
        let run = store::freeze(cx, KIND, &all()).await.unwrap();
        for (action, field) in [
            (set(&[("version", json!(1))]), "version"),
            (set(&[("length", json!("long"))]), "length"),
            (set(&[]), "action"),
            (Action::TakeBack(run.id), "action"),
            (Action::AddTags(vec![" ".into()]), "tags"),
        ] {
            let refused = store::preview(cx, run.id, &action).await;
            assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].field == field), "{refused:?}");
        }
        assert!(matches!(store::freeze(cx, KIND, &matching("version.span.1..")).await, Err(Error::Invalid(_))));
        let many = Selection::Ids((0..1_001).collect());
        assert!(matches!(store::freeze(cx, KIND, &many).await, Err(Error::Invalid(_))));
        assert_eq!(store::freeze(cx, RecordKind::Setting, &all()).await, Err(Error::NotFound));
        let none = store::freeze(cx, KIND, &Selection::Ids(vec![999])).await.unwrap();
        assert!(matches!(store::start(cx, none.id, &Action::Delete).await, Err(Error::Invalid(_))));
    }
}
