//! The calendar that other programs subscribe to, read by a library that is not ours, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod house;

use house::{add, draft, features, person, record};
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event};
use kernel::db::Q;
use kernel::{Can, Context, Error, Instant};
use records::ReminderDraft;
use tasks::store::{self, calendar};
use tasks::{Counted, Ends, Repeat, Rhythm, TaskDraft, TaskKind};

const SELLER: &[Can] = &[Can::ViewOwn, Can::Edit];

/// The secret in the address that is made.
async fn secret(cx: &Context) -> String {
    let address = calendar::make(cx).await.unwrap();
    let secret = address.strip_prefix("http://foyer.test/calendar/").unwrap().strip_suffix(".ics").unwrap();
    assert!(secret.len() >= 22, "128 bits at least");
    secret.to_owned()
}

async fn open(cx: &Context, secret: &str) -> kernel::Result<calendar::Calendar> {
    calendar::open(&Context::system(&cx.foyer), secret, "203.0.113.7").await
}

fn events(text: &str) -> Vec<Event> {
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded");
    let calendar: Calendar = text.parse().unwrap();
    let event = |component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    };
    calendar.components.into_iter().filter_map(event).collect()
}

async fn read(cx: &Context, secret: &str) -> Vec<Event> {
    events(&open(cx, secret).await.unwrap().text)
}

fn start(event: &Event) -> String {
    match event.get_start().unwrap() {
        DatePerhapsTime::Date(day) => day.to_string(),
        DatePerhapsTime::DateTime(CalendarDateTime::Utc(at)) => at.to_rfc3339(),
        other => panic!("{other:?} needs a time zone"),
    }
}

fn titles(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| event.get_summary().unwrap()).collect()
}

kernel::contract! {
    with features();

    async fn a_calendar_has_ones_tasks_and_reminders(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        let colleague = &person(house, "Bob", SELLER).await;
        record(house).await;
        let lead = record(house).await;
        add(cx, Some(lead), "Call back", "2026-11-21 09:30").await;
        add(cx, None, "Whole day", "2026-11-25").await;
        add(cx, None, "Without a day", "").await;
        add(cx, None, "Too long ago", "2026-10-01").await;
        add(cx, None, "Too far ahead", "2027-12-01").await;
        add(colleague, None, "Somebody else's", "2026-11-22").await;
        let done = add(cx, None, "Done", "2026-11-22").await;
        store::set_done(cx, None, done.id, true).await.unwrap();
        let due_at = cx.now.plus(Instant::DAY);
        let reminder = ReminderDraft { staff_id: cx.staff_id().unwrap(), text: "Send the offer".into(), due_at };
        records::reminders::add(cx, lead, &reminder).await.unwrap();
        let found = read(cx, &secret(cx).await).await;
        assert_eq!(titles(&found), ["Call back · Lead 2", "Whole day", "Send the offer · Lead 2"]);
        assert_eq!(start(&found[0]), "2026-11-21T09:30:00+00:00");
        assert_eq!(start(&found[1]), "2026-11-25", "a whole day is a day");
        assert_eq!(found[0].get_url(), Some("http://foyer.test/leads/2"));
    }

    async fn what_comes_again_is_shown_ninety_days_ahead_as_events_of_its_own(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        let rule = Repeat { rhythm: Rhythm::Weeks { every: 1, on: vec![5] }, ends: Ends::Never, counted: Counted::Due };
        let weekly = TaskDraft { repeat: Some(rule), ..draft("Round", "2026-11-21") };
        let task = store::add(cx, None, &weekly).await.unwrap();
        let secret = secret(cx).await;
        let before = read(cx, &secret).await;
        assert_eq!((before.len(), start(&before[1])), (13, "2026-11-28".to_owned()));
        assert!(before.iter().all(|event| event.property_value("RRULE").is_none()));
        store::set_done(cx, None, task.id, true).await.unwrap();
        let after = read(cx, &secret).await;
        assert_eq!(after[0].get_uid(), before[1].get_uid(), "the same day is the same event, whichever task it is");
        assert_eq!(start(&after[0]), "2026-11-28");
    }

    async fn hostile_and_long_texts_stay_texts(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        let note = "line one\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:forged; a,b\\n".to_owned() + &"مرحبا بالعالم ".repeat(30);
        let task = TaskDraft { note, kind: TaskKind::Call, ..draft("a;b,c\\d \u{202e}מתקפה", "2026-11-23 08:00") };
        store::add(cx, None, &task).await.unwrap();
        let found = read(cx, &secret(cx).await).await;
        assert_eq!(found.len(), 1);
        assert!(found[0].get_description().unwrap().contains("مرحبا"));
    }

    async fn it_shows_what_the_person_may_see_at_that_moment(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        record(house).await;
        let lead = record(house).await;
        add(cx, Some(lead), "On a lead", "2026-11-22").await;
        add(cx, None, "On nobody's", "2026-11-23").await;
        let secret = &secret(cx).await;
        assert_eq!(titles(&read(cx, secret).await).len(), 2);
        let me = cx.staff_id();
        cx.tx(|tx| async move {
            let q = Q::new("update role set capabilities = '' where id = (select role_id from staff where id = ?)");
            q.bind(me).run(&tx).await
        })
        .await
        .unwrap();
        assert_eq!(titles(&read(cx, secret).await), ["On nobody's"]);
        let member = staff::store::find(&house.system(), me.unwrap()).await.unwrap();
        staff::store::set_active(&house.system(), member.id, false, member.version).await.unwrap();
        assert_eq!(open(cx, secret).await, Err(Error::NotFound), "who has left has no calendar");
    }

    async fn an_address_is_replaced_and_ended(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        let first = secret(cx).await;
        let kept: (String,) = Q::new("select secret_hash from calendar_feed").one(cx.db()).await.unwrap();
        assert!(!kept.0.contains(&first), "only a hash is kept");
        let second = secret(cx).await;
        assert_eq!(open(cx, &first).await, Err(Error::NotFound));
        let one = open(cx, &second).await.unwrap();
        assert_eq!(open(cx, &second).await.unwrap().tag, one.tag, "the same calendar has the same tag");
        add(cx, None, "New", "2026-11-22").await;
        assert_ne!(open(cx, &second).await.unwrap().tag, one.tag);
        assert!(calendar::mine(cx).await.unwrap().unwrap().last_used_at.is_some());
        calendar::end(cx).await.unwrap();
        assert_eq!(open(cx, &second).await, Err(Error::NotFound));
        assert_eq!(calendar::mine(cx).await.unwrap(), None);
    }

    async fn guessing_comes_to_an_end(house: TestHouse) {
        let cx = &person(house, "Ada", SELLER).await;
        for number in 0..30 {
            assert_eq!(open(cx, &format!("guess-{number}")).await, Err(Error::NotFound));
        }
        assert!(matches!(open(cx, "guess").await, Err(Error::TooMany(_))));
        assert!(open(cx, &secret(cx).await).await.is_ok(), "who has a secret is not kept out by who guesses");
    }
}
