//! Tasks, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use std::sync::atomic::Ordering;

use house::{TOUCHED, add, draft, events, features, person, record, titles};
use kernel::testing::NOON;
use kernel::{Can, Error, Instant, StaffId, Text, feed};
use tasks::store::{self, day};
use tasks::{DayQuery, TaskDraft, TaskKind};

const SELLER: &[Can] = &[Can::ViewAll, Can::Edit];
const READER: &[Can] = &[Can::ViewAll];
const OWN: &[Can] = &[Can::ViewOwn, Can::Edit];

kernel::contract! {
    with features();

    async fn a_task_is_made_changed_deleted_and_taken_back(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let task = add(&cx, Some(lead), " Send the offer ", "2026-11-23 09:30").await;
        assert_eq!((task.title.as_str(), task.about.as_deref()), ("Send the offer", Some("Lead 1")));
        assert_eq!(task.due_at.unwrap().rfc3339(), "2026-11-23T09:30:00Z");
        assert_eq!(task.assignees[0].id, cx.staff_id().unwrap(), "who makes it is to do it");

        let later = TaskDraft { note: "As PDF".into(), ..draft("Send the offer", "2026-11-24") };
        let changed = store::update(&cx, Some(lead), task.id, task.version, &later).await.unwrap();
        assert_eq!((changed.version, changed.note.as_str(), changed.time), (2, "As PDF", None));
        let same = store::update(&cx, Some(lead), task.id, 2, &later).await.unwrap();
        assert_eq!(same.version, 2, "nothing changed");

        store::delete(&cx, Some(lead), task.id).await.unwrap();
        assert_eq!(store::list(&cx, lead).await.unwrap(), []);
        assert_eq!(store::delete(&cx, Some(lead), task.id).await, Err(Error::NotFound));
        let back = store::restore(&cx, Some(lead), task.id).await.unwrap();
        assert_eq!(titles(&store::list(&cx, lead).await.unwrap()), ["Send the offer"]);
        assert_eq!(back.due_at.unwrap().rfc3339(), "2026-11-24T23:59:59Z");
        assert_eq!(events(&cx, task.id).await, ["task.created", "task.updated", "task.deleted", "task.restored"]);
    }

    async fn the_second_of_two_editors_is_shown_what_is_there_now(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let task = add(&cx, Some(lead), "One", "").await;
        store::update(&cx, Some(lead), task.id, 1, &draft("Two", "")).await.unwrap();
        let Err(Error::Conflict(conflict)) = store::update(&cx, Some(lead), task.id, 1, &draft("Three", "")).await else {
            panic!("the second write is refused");
        };
        assert_eq!(conflict.current["title"], "Two");
    }

    async fn the_tasks_of_a_record_stand_by_their_moment_and_those_without_one_last(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        for (title, when) in [("d", ""), ("c", "2026-11-23"), ("a", "2026-11-20"), ("b", "2026-11-23 18:00")] {
            add(&cx, Some(lead), title, when).await;
        }
        let all = store::list(&cx, lead).await.unwrap();
        assert_eq!(titles(&all), ["a", "b", "c", "d"]);
        store::set_done(&cx, Some(lead), all[1].id, true).await.unwrap();
        assert_eq!(titles(&store::list(&cx, lead).await.unwrap()), ["a", "c", "d", "b"]);
    }

    async fn whoever_sees_the_record_sees_its_tasks_and_only_who_may_changes_them(house: TestHouse) {
        let (ada, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        assert_eq!(lead.id % 2, 1, "not one of those that Eve sees");
        let task = add(&ada, Some(lead), "Call", "2026-11-23").await;
        let ron = person(house, "Ron", READER).await;
        let seen = store::list(&ron, lead).await.unwrap();
        assert_eq!((titles(&seen), seen[0].may_change), (vec!["Call"], false));
        assert!(matches!(store::add(&ron, Some(lead), &draft("x", "")).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::set_done(&ron, Some(lead), task.id, true).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete(&ron, Some(lead), task.id).await, Err(Error::Forbidden(_))));
        let eve = person(house, "Eve", OWN).await;
        assert_eq!(store::list(&eve, lead).await, Err(Error::NotFound));
        for through in [None, Some(lead)] {
            assert_eq!(store::set_done(&eve, through, task.id, true).await, Err(Error::NotFound));
            assert_eq!(store::update(&eve, through, task.id, 1, &draft("x", "")).await, Err(Error::NotFound));
        }
        // Who is to do it ticks it off, whatever else he may do there.
        let for_ron = TaskDraft { assignees: vec![ron.staff_id().unwrap()], ..draft("Call", "2026-11-23") };
        store::update(&ada, Some(lead), task.id, 1, &for_ron).await.unwrap();
        assert!(store::set_done(&ron, None, task.id, true).await.unwrap().task.done_at.is_some());
    }

    async fn a_task_of_another_record_is_not_found(house: TestHouse) {
        let (cx, lead, other) = (person(house, "Ada", SELLER).await, record(house).await, record(house).await);
        let task = add(&cx, Some(lead), "Call", "").await;
        let own = add(&cx, None, "Mine", "").await;
        for id in [task.id, own.id] {
            assert_eq!(store::set_done(&cx, Some(other), id, true).await, Err(Error::NotFound));
            assert_eq!(store::delete(&cx, Some(other), id).await, Err(Error::NotFound));
        }
    }

    async fn a_task_on_nobodys_record_is_its_makers_and_of_who_is_to_do_it(house: TestHouse) {
        let (ada, bob) = (person(house, "Ada", OWN).await, person(house, "Bob", &[]).await);
        let root = house.as_actor(kernel::Actor::Staff(kernel::StaffActor {
            id: person(house, "Root", SELLER).await.staff_id().unwrap(),
            name: "Root".into(),
            is_admin: true,
            capabilities: kernel::Capabilities::ALL,
            token: None,
            is_viewing: false,
        }));
        let before = feed::cursor_now(ada.db()).await.unwrap();
        let shared = TaskDraft { assignees: vec![bob.staff_id().unwrap()], ..draft("Secret", "2026-11-21") };
        let task = store::add(&ada, None, &shared).await.unwrap();
        for cx in [&ada, &bob] {
            assert_eq!(store::find(cx, None, task.id).await.unwrap().title, "Secret");
        }
        assert_eq!(store::find(&root, None, task.id).await, Err(Error::NotFound), "not even an administrator");
        assert_eq!(titles(&day::my_day(&bob, &DayQuery::default()).await.unwrap().open), ["Secret"]);
        assert_eq!(day::my_day(&ada, &DayQuery::default()).await.unwrap().open, []);

        let events = house.events(&before, |events| events.iter().any(|event| event.kind == "task.created")).await;
        let made = events.iter().find(|event| event.kind == "task.created").unwrap();
        assert!(made.seen_by(&ada.actor).is_some() && made.seen_by(&bob.actor).is_some(), "both hear of it at once");
        let eve = person(house, "Eve", OWN).await;
        assert!(made.seen_by(&eve.actor).is_none());
        assert!(!made.seen_by(&root.actor).unwrap().payload.to_string().contains("Secret"));
    }

    async fn a_task_is_only_for_who_works_here_and_sees_the_record(house: TestHouse) {
        let (ada, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let blind = person(house, "Bob", &[]).await.staff_id().unwrap();
        let of = |id: StaffId| TaskDraft { assignees: vec![id], ..draft("Call", "") };
        let refused = store::add(&ada, Some(lead), &of(blind)).await.unwrap_err();
        assert_eq!(refused.field("assignees"), Some(Text::new("task-unseen").with("name", "Bob")));
        let nobody = store::add(&ada, Some(lead), &of(StaffId(99))).await.unwrap_err();
        assert_eq!(nobody.field("assignees"), Some(Text::new("task-nobody")));
        assert!(store::add(&ada, None, &of(blind)).await.is_ok());
        assert_eq!(store::list(&ada, lead).await.unwrap(), []);
    }

    async fn a_day_shows_what_one_is_to_do_and_may_see(house: TestHouse) {
        let (ada, eve) = (person(house, "Ada", SELLER).await, person(house, "Eve", OWN).await);
        let (hidden, seen) = (record(house).await, record(house).await);
        add(&eve, None, "undated", "").await;
        add(&eve, Some(seen), "on a record", "2026-11-20").await;
        let task = add(&eve, None, "later", "2027-01-01").await;
        add(&ada, Some(hidden), "Ada's", "2026-11-20").await;
        let day = |cx: kernel::Context, query: DayQuery| async move { day::my_day(&cx, &query).await };
        let mine = day(eve.clone(), DayQuery::default()).await.unwrap();
        assert_eq!(titles(&mine.open), ["on a record", "later", "undated"]);
        assert_eq!((mine.open[0].about.as_deref(), mine.is_cut), (Some("Lead 2"), false));
        assert!(mine.open[0].is_overdue(NOON));
        assert_eq!(day::overdue(&eve).await.unwrap().count, 1, "as many as the day shows");

        // What belongs to a record that is not seen any more is not shown, nor counted.
        let blind = house.as_staff(eve.staff_id().unwrap(), house::rights(&[]));
        assert_eq!(titles(&day(blind.clone(), DayQuery::default()).await.unwrap().open), ["later", "undated"]);
        assert_eq!(day::overdue(&blind).await.unwrap().count, 0);

        let whose = |cx: &kernel::Context| DayQuery { whose: cx.staff_id(), kind: None };
        assert!(matches!(day(eve.clone(), whose(&ada)).await, Err(Error::Forbidden(_))));
        assert_eq!(titles(&day(ada.clone(), whose(&eve)).await.unwrap().open), ["on a record"], "not what is private");
        let calls = DayQuery { whose: None, kind: Some(TaskKind::Call) };
        assert_eq!(day(eve.clone(), calls).await.unwrap().open, []);
        store::set_done(&eve, None, task.id, true).await.unwrap();
        let after = day(eve, DayQuery::default()).await.unwrap();
        assert_eq!((titles(&after.open), titles(&after.done)), (vec!["on a record", "undated"], vec!["later"]));
    }

    async fn overdue_is_the_same_moment_in_every_place(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let task = add(&cx, Some(lead), "Call", "2026-11-21 09:00").await;
        assert_eq!(task.due_at, Some(NOON));
        let overdue = day::overdue(&cx).await.unwrap();
        assert_eq!((overdue.count, overdue.next_at), (0, Some(NOON.plus(1))));
        house.foyer.clock.advance(1);
        let later = house.as_staff(cx.staff_id().unwrap(), house::rights(SELLER));
        assert_eq!(day::overdue(&later).await.unwrap().count, 1);
        assert!(store::list(&later, lead).await.unwrap()[0].is_overdue(later.now));
        assert!(day::my_day(&later, &DayQuery::default()).await.unwrap().open[0].is_overdue(later.now));
    }

    async fn a_call_that_is_done_says_when_somebody_got_in_touch(house: TestHouse) {
        let cx = person(house, "Ada", SELLER).await;
        // The contract runs on both databases at a time: each knows its own by the number of the record.
        let mut lead = record(house).await;
        for _ in 0..if cx.db().is_sqlite() { 40 } else { 80 } {
            lead = record(house).await;
        }
        let to_do = add(&cx, Some(lead), "Write", "").await;
        store::set_done(&cx, Some(lead), to_do.id, true).await.unwrap();
        assert_ne!(TOUCHED.load(Ordering::Relaxed), NOON.0 + lead.id);
        let call = TaskDraft { kind: TaskKind::Call, ..draft("Call", "") };
        let call = store::add(&cx, Some(lead), &call).await.unwrap();
        store::set_done(&cx, Some(lead), call.id, true).await.unwrap();
        assert_eq!(TOUCHED.load(Ordering::Relaxed), NOON.0 + lead.id);
    }

    async fn a_timeline_tells_of_tasks(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let task = add(&cx, Some(lead), "Call", "2026-11-23 14:30").await;
        store::update(&cx, Some(lead), task.id, 1, &draft("Call Ada", "2026-11-24")).await.unwrap();
        let page = records::timeline::list(&cx, lead, records::TimelineFilter::Tasks, None, None).await.unwrap();
        let texts = house.foyer.texts(kernel::Language::En);
        let said: Vec<String> =
            page.items.iter().map(|entry| texts.render(&entry.sentence, &kernel::Zone::utc())).collect();
        assert_eq!(said, ["changed the task “Call Ada”", "added the task “Call” for 23 Nov 2026, 14:30"]);
        let labels: Vec<_> = page.items[0].changes.iter().map(|change| change.label.key.to_string()).collect();
        assert_eq!(labels, ["field-task_title", "field-task_day", "field-task_time"]);
        let changes = records::timeline::list(&cx, lead, records::TimelineFilter::Changes, None, None).await.unwrap();
        assert_eq!(changes.items, []);
    }

    async fn five_who_tick_off_at_once_are_one(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let task = add(&cx, Some(lead), "Call", "").await;
        let tick = || store::set_done(&cx, Some(lead), task.id, true);
        let all = futures::future::join_all((0..5).map(|_| tick())).await;
        assert!(all.iter().all(|one| one.as_ref().unwrap().task.done_at.is_some()), "{all:?}");
        assert_eq!(events(&cx, task.id).await, ["task.created", "task.done"]);
        assert_eq!(Instant(NOON.0), all[0].as_ref().unwrap().task.done_at.unwrap());
    }
}
