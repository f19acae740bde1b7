//! Tasks that come again, and the organisation's time zone, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use house::{add, day, draft, events, features, person, record, titles};
use kernel::testing::TestHouse;
use kernel::{Can, Context, Error, Instant, Organisation, RecordRef, jobs};
use tasks::store;
use tasks::{Counted, Ends, MonthDay, Repeat, Rhythm, Task, TaskDraft};

const SELLER: &[Can] = &[Can::ViewAll, Can::Edit];

fn weekly(title: &str, when: &str, ends: Ends) -> TaskDraft {
    // 2026-11-21 is a Saturday.
    let rhythm = Rhythm::Weeks { every: 1, on: vec![5] };
    TaskDraft { repeat: Some(Repeat { rhythm, ends, counted: Counted::Due }), ..draft(title, when) }
}

async fn series(house: &TestHouse, ends: Ends) -> (Context, RecordRef, Task) {
    let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
    let task = store::add(&cx, Some(lead), &weekly("Round", "2026-11-21 09:30", ends)).await.unwrap();
    (cx, lead, task)
}

kernel::contract! {
    with features();

    async fn ticking_off_makes_the_next_one(house: TestHouse) {
        let (cx, lead, task) = series(house, Ends::Never).await;
        let ticked = store::set_done(&cx, Some(lead), task.id, true).await.unwrap();
        let next = ticked.next.unwrap();
        assert_eq!((next.day, next.time, next.version), (Some(day("2026-11-28")), task.time, 1));
        assert_eq!((next.repeat, next.assignees, next.created_by), (task.repeat, task.assignees, task.created_by));
        assert_eq!(store::set_done(&cx, Some(lead), task.id, true).await.unwrap().next, None, "twice is once");
        let open: Vec<_> = store::list(&cx, lead).await.unwrap().into_iter().filter(|task| task.done_at.is_none()).collect();
        assert_eq!(titles(&open), ["Round"], "one is open at a time");
        assert_eq!(events(&cx, next.id).await, ["task.repeated"]);
    }

    async fn taking_back_takes_the_next_one_away_unless_somebody_touched_it(house: TestHouse) {
        let (cx, lead, task) = series(house, Ends::Never).await;
        let next = store::set_done(&cx, Some(lead), task.id, true).await.unwrap().next.unwrap();
        let back = store::set_done(&cx, Some(lead), task.id, false).await.unwrap();
        assert_eq!((back.task.done_at, back.next), (None, None));
        assert_eq!(store::find(&cx, Some(lead), next.id).await, Err(Error::NotFound));
        let under_way = |answer: kernel::Result<_>| matches!(answer, Err(Error::Forbidden(text)) if text.key == "task-next-under-way");
        assert!(under_way(store::restore(&cx, Some(lead), next.id).await.map(drop)), "two would be open");

        let next = store::set_done(&cx, Some(lead), task.id, true).await.unwrap().next.unwrap();
        store::update(&cx, Some(lead), next.id, 1, &weekly("Longer round", "2026-11-28", Ends::Never)).await.unwrap();
        assert!(under_way(store::set_done(&cx, Some(lead), task.id, false).await.map(drop)));
        let third = store::set_done(&cx, Some(lead), next.id, true).await.unwrap().next.unwrap();
        assert_eq!(third.title, "Longer round");
        assert!(under_way(store::set_done(&cx, Some(lead), task.id, false).await.map(drop)), "not past the second");
    }

    async fn five_who_tick_off_at_once_make_one_next(house: TestHouse) {
        let (cx, lead, task) = series(house, Ends::Never).await;
        let all = futures::future::join_all((0..5).map(|_| store::set_done(&cx, Some(lead), task.id, true))).await;
        assert_eq!(all.into_iter().filter(|one| one.as_ref().unwrap().next.is_some()).count(), 1);
        assert_eq!(store::list(&cx, lead).await.unwrap().len(), 2);
    }

    async fn a_series_ends_after_so_many_and_with_the_last_day(house: TestHouse) {
        let (cx, lead, first) = series(house, Ends::After(2)).await;
        let second = store::set_done(&cx, Some(lead), first.id, true).await.unwrap().next.unwrap();
        assert_eq!(store::set_done(&cx, Some(lead), second.id, true).await.unwrap().next, None);
        let until = weekly("Short", "2026-11-21", Ends::Until(day("2026-11-27")));
        let task = store::add(&cx, Some(lead), &until).await.unwrap();
        assert_eq!(store::set_done(&cx, Some(lead), task.id, true).await.unwrap().next, None);
    }

    async fn a_series_goes_on_through_a_leap_day_and_a_clock_change(house: TestHouse) {
        set_zone(house, "Europe/Rome").await;
        let cx = person(house, "Ada", SELLER).await;
        let rhythm = Rhythm::Months { every: 1, on: MonthDay::Day(31) };
        let monthly = Repeat { rhythm, ends: Ends::Never, counted: Counted::Due };
        let mut task = TaskDraft { repeat: Some(monthly), ..draft("Close the month", "2028-01-31 02:30") };
        let mut said = Vec::new();
        let mut one = store::add(&cx, None, &task).await.unwrap();
        for _ in 0..3 {
            one = store::set_done(&cx, None, one.id, true).await.unwrap().next.unwrap();
            said.push(one.due_at.unwrap().rfc3339());
        }
        assert_eq!(said, ["2028-02-29T01:30:00Z", "2028-03-31T00:30:00Z", "2028-04-30T00:30:00Z"]);
        // 02:30 is skipped on this Sunday; the local time stays what it is.
        let daily = Rhythm::Days { every: 1 };
        task = TaskDraft { day: Some(day("2028-03-25")), ..task };
        task.repeat = Some(Repeat { rhythm: daily, ends: Ends::Never, counted: Counted::Due });
        let mut one = store::add(&cx, None, &task).await.unwrap();
        let mut said = Vec::new();
        for _ in 0..2 {
            one = store::set_done(&cx, None, one.id, true).await.unwrap().next.unwrap();
            said.push((one.due_at.unwrap().rfc3339(), one.time.unwrap().to_string()));
        }
        let expected = [("2028-03-26T01:30:00Z", "02:30"), ("2028-03-27T00:30:00Z", "02:30")];
        assert_eq!(said, expected.map(|(at, time)| (at.to_owned(), time.to_owned())));
    }

    async fn a_new_time_zone_moves_the_moments_and_not_the_days(house: TestHouse) {
        let (cx, lead) = (person(house, "Ada", SELLER).await, record(house).await);
        let timed = add(&cx, Some(lead), "Timed", "2026-11-23 09:30").await;
        let whole = add(&cx, Some(lead), "Whole", "2026-11-23").await;
        let undated = add(&cx, Some(lead), "Undated", "").await;
        let done = add(&cx, Some(lead), "Done", "2026-11-23 09:30").await;
        store::set_done(&cx, Some(lead), done.id, true).await.unwrap();
        set_zone(house, "Asia/Kathmandu").await;
        jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        let now = |task: Task| { let cx = cx.clone(); async move { store::find(&cx, Some(lead), task.id).await.unwrap() } };
        let (timed, whole) = (now(timed).await, now(whole).await);
        assert_eq!(timed.due_at.unwrap().rfc3339(), "2026-11-23T03:45:00Z");
        assert_eq!(whole.due_at.unwrap().rfc3339(), "2026-11-23T18:14:59Z");
        assert_eq!((timed.version, timed.time.unwrap().to_string().as_str()), (1, "09:30"), "nobody changed it");
        assert_eq!(now(undated).await.due_at, None);
        // What somebody's day is read by says the same.
        house.foyer.clock.advance(2 * Instant::DAY + Instant::HOUR);
        let later = house.as_staff(cx.staff_id().unwrap(), house::rights(SELLER));
        assert_eq!(store::day::overdue(&later).await.unwrap().count, 1);
        let back = store::set_done(&later, Some(lead), done.id, false).await.unwrap().task;
        assert_eq!(back.due_at.unwrap().rfc3339(), "2026-11-23T03:45:00Z", "it moves when it is taken back");
    }
}

async fn set_zone(house: &TestHouse, name: &str) {
    let cx = &house.system();
    let organisation = &Organisation { zone: kernel::zone(name).unwrap(), ..Organisation::default() };
    cx.tx(|tx| async move { staff::store::house::write_organisation(cx, &tx, organisation).await })
        .await
        .unwrap();
    house.foyer.reload_organisation().await.unwrap();
}
