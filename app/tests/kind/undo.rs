//! Changes that are taken back from the history, and the bin.

use fields::{Seen, Value, Values, Work};
use kernel::{Context, Error, Instant, RecordKind, RecordRef};
use records::store::{bin, timeline, undo};
use records::{TimelineEntry, TimelineFilter, UNDO_FOR, UndoState};

use super::*;

async fn history(cx: &Context, record: RecordRef) -> Vec<TimelineEntry> {
    timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap().items
}

async fn change(cx: &Context, record: RecordRef, values: Values) -> i64 {
    work(cx, Work::Change { id: record.id, seen: Seen::Whatever, values }).await.unwrap();
    history(cx, record).await[0].id
}

async fn values(cx: &Context, record: RecordRef) -> Values {
    let kind = fields::kind_of(cx, record.kind).unwrap();
    let mut found = kind.read(cx, kernel::db::On::Db(cx.db()), &[record.id]).await.unwrap();
    found.remove(&record.id).unwrap().values
}

kernel::contract! {
    with features();

    async fn a_change_goes_back_once(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "Calypso").await.open.record;
        let event = change(cx, record, named("Alcyone").with("length", Value::Number(9_000_000))).await;
        assert!(!undo::preview(cx, record, event).await.unwrap().has_later());
        undo::run(cx, record, event, &[]).await.unwrap();
        assert!(values(cx, record).await.is_same(&named("Calypso")));

        let entries = history(cx, record).await;
        let done = entries.iter().find(|entry| entry.id == event).unwrap();
        assert!(done.is_undone && !done.can_undo);
        assert_eq!(entries[0].sentence.key, "event-undone");
        let again = undo::run(cx, record, event, &[]).await;
        assert!(matches!(again, Err(Error::Invalid(_))), "{again:?}");

        // What was taken back is a change like others.
        undo::run(cx, record, entries[0].id, &[]).await.unwrap();
        assert_eq!(values(cx, record).await.text("name"), Some("Alcyone"));
    }

    async fn what_was_changed_later_stays_unless_it_is_wished(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "Calypso").await.open.record;
        let event = change(cx, record, named("Alcyone").with("length", Value::Number(9_000_000))).await;
        change(cx, record, named("Cristina")).await;
        let asked = undo::preview(cx, record, event).await.unwrap();
        assert!(asked.has_later());
        let states: Vec<_> = asked.fields.iter().map(|field| (field.key.as_str(), &field.state)).collect();
        assert!(matches!(states[..], [("length", UndoState::Back), ("name", UndoState::Later { .. })]), "{states:?}");
        assert_eq!(asked.fields[1].now, Some("Cristina".into()));

        undo::run(cx, record, event, &[]).await.unwrap();
        assert!(values(cx, record).await.is_same(&named("Cristina")), "the later name was trampled");

        let event = change(cx, record, named("Deux")).await;
        change(cx, record, named("Trois")).await;
        let nothing = undo::run(cx, record, event, &[]).await;
        assert!(matches!(nothing, Err(Error::Invalid(_))), "{nothing:?}");
        undo::run(cx, record, event, &["name".into()]).await.unwrap();
        assert_eq!(values(cx, record).await.text("name"), Some("Cristina"));
    }

    async fn no_later_change_is_ever_trampled(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "0").await.open.record;
        // Every event of a long history, taken back in turn: a field moves only if nobody came after.
        let mut events = Vec::new();
        for step in 1..=12_i64 {
            let change_of = match step % 3 {
                0 => named(&format!("{step}")),
                1 => length(step * 1_000_000),
                _ => named(&format!("{step}")).with("length", Value::Number(step * 1_000_000)),
            };
            events.push((change(cx, record, change_of.clone()).await, change_of));
        }
        for (event, change_of) in events.into_iter().rev().step_by(2) {
            let before = values(cx, record).await;
            let is_last = |key: &str| before.get(key) == change_of.get(key) && change_of.names(key);
            let done = undo::run(cx, record, event, &[]).await;
            let after = values(cx, record).await;
            assert_eq!(done.is_ok(), is_last("name") || is_last("length"), "{change_of:?}");
            for key in ["name", "length"] {
                assert_eq!(before.get(key) != after.get(key), is_last(key), "{key} of {change_of:?}");
            }
        }
    }

    async fn making_and_deleting_take_each_other_back(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "Calypso").await.open.record;
        let made = history(cx, record).await[0].id;
        undo::run(cx, record, made, &[]).await.unwrap();
        assert_eq!(cx.open(record).await.unwrap_err(), Error::NotFound);
        let entries = bin::list(cx, RecordKind::Specimen, "caly", None).await.unwrap().items;
        assert_eq!((entries.len(), entries[0].title.as_str()), (1, "Calypso"));
        assert!(bin::list(cx, RecordKind::Specimen, "argo", None).await.unwrap().items.is_empty());
        let back = bin::restore(cx, RecordKind::Specimen, &[record.id, 999]).await.unwrap();
        assert_eq!(back, [Ok(()), Err(Error::NotFound)]);
        assert!(cx.open(record).await.is_ok());
    }

    async fn after_thirty_days_nothing_goes_back(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "Calypso").await.open.record;
        let event = change(cx, record, named("Alcyone")).await;
        let late = &Context { now: cx.now.plus(UNDO_FOR + Instant::SECOND), ..cx.clone() };
        let refused = undo::run(late, record, event, &[]).await;
        assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].problem.key == "undo-too-late"));
        assert!(!history(late, record).await[0].can_undo);
    }

    async fn who_may_not_change_may_not_take_back(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let record = boat(cx, "Calypso").await.open.record;
        let event = change(cx, record, named("Alcyone")).await;
        let reader = &house.as_staff(kernel::StaffId(7), Capabilities::from_words("leads.view_all"));
        assert!(matches!(undo::run(reader, record, event, &[]).await, Err(Error::Forbidden(_))));
        assert!(matches!(bin::list(reader, record.kind, "", None).await, Err(Error::Forbidden(_))));
        assert!(!history(reader, record).await[0].can_undo);
        let stranger = &house.as_staff(kernel::StaffId(8), Capabilities::from_words("leads.view_own leads.edit"));
        assert_eq!(undo::run(stranger, record, event, &[]).await, Err(Error::NotFound));
    }

    async fn the_bin_is_turned_page_by_page_without_a_gap(house: TestHouse) {
        let cx = &house.system();
        boat::make_table(cx).await;
        let mut made = Vec::new();
        for number in 0..120 {
            let id = boat(cx, &format!("Boat {number}")).await.open.record.id;
            work(cx, Work::Delete { id, seen: Seen::Whatever }).await.unwrap();
            made.push(id);
        }
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let page = bin::list(cx, RecordKind::Specimen, "", cursor.as_ref()).await.unwrap();
            seen.extend(page.items.into_iter().map(|entry| entry.record.id));
            cursor = page.next_cursor;
            if cursor.is_none() {
                break;
            }
        }
        made.reverse();
        assert_eq!(seen, made);
    }
}
