//! What hangs on a record, on both databases. A door of the tests' own stands for leads: record 7 hangs on timeline 7.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use futures::FutureExt;
use kernel::db::Q;
use kernel::testing::{NOON, TestHouse};
use kernel::{
    Area, Audience, Can, Capabilities, Context, Door, Error, Feature, Instant, OpenRecord, RecordKind,
    RecordRef, StaffId, Text, TimelineId, forbidden, jobs,
};
use records::*;

#[path = "records/pictures.rs"]
mod pictures;

fn features() -> Vec<Feature> {
    let door = Door {
        kind: RecordKind::Lead,
        open: |cx, id| {
            async move {
                if !cx.actor.has(Area::Leads, Can::ViewAll) {
                    return Err(Error::NotFound);
                }
                Q::new("select id from timeline where id = ?").bind(id).number(cx.db()).await?;
                let locked = (!cx.actor.has(Area::Leads, Can::Edit)).then(|| forbidden("error-forbidden"));
                let record = RecordRef { kind: RecordKind::Lead, id };
                let (timeline_id, audience) = (TimelineId(id), Audience::default());
                Ok(OpenRecord { record, timeline_id, version: 3, title: "Ada".into(), audience, locked })
            }
            .boxed()
        },
    };
    let leads = Feature { doors: vec![door], ..Feature::default() };
    vec![staff::feature(), records::feature(), leads]
}

/// A record, and a person who may edit it.
async fn record(house: &TestHouse) -> (Context, RecordRef) {
    let cx = &house.system();
    let timeline = cx.tx(|tx| async move { timeline::begin(cx, &tx).await }).await.unwrap();
    let rights = Capabilities::NONE.with(Area::Leads, Can::ViewAll).with(Area::Leads, Can::Edit);
    let ada = person(house, "Ada").await;
    (house.as_staff(ada, rights), RecordRef { kind: RecordKind::Lead, id: timeline.0 })
}

/// A colleague who sees all leads.
async fn person(house: &TestHouse, name: &str) -> StaffId {
    staff::testing::insert_staff(&house.system(), name, Capabilities::NONE.with(Area::Leads, Can::ViewAll))
        .await
}

fn draft(body: &str) -> NoteDraft {
    NoteDraft { body: body.into(), contacted_at: None }
}

async fn kinds(cx: &Context, record: RecordRef, filter: TimelineFilter) -> Vec<String> {
    let page = timeline::list(cx, record, filter, None, None).await.unwrap();
    page.items.into_iter().map(|entry| entry.kind).collect()
}

const PNG: &[u8] = include_bytes!("two_pixels.png");

/// The width and height of a picture that was drawn.
fn dimensions(download: &files::Download) -> (u32, u32) {
    let reader = image::ImageReader::open(&download.path).unwrap().with_guessed_format().unwrap();
    reader.into_dimensions().unwrap()
}

async fn upload(cx: &Context, record: RecordRef, name: &str, content: &[u8]) -> kernel::Result<FileRow> {
    let mut incoming = files::begin(cx, record, name).await?;
    for piece in content.chunks(10) {
        incoming.write(piece).await?;
    }
    files::finish(cx, incoming).await
}

kernel::contract! {
    with features();

    async fn a_note_is_written_changed_deleted_and_taken_back(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let note = notes::add(&cx, lead, &draft(" Called.\n")).await.unwrap();
        assert_eq!((note.body.as_str(), note.version), ("Called.", 1));

        let changed = notes::update(&cx, lead, note.id, 1, &draft("Called twice.")).await.unwrap();
        assert_eq!((changed.body.as_str(), changed.version), ("Called twice.", 2));

        notes::delete(&cx, lead, note.id).await.unwrap();
        assert_eq!(notes::list(&cx, lead, None, 10).await.unwrap(), []);
        assert_eq!(notes::delete(&cx, lead, note.id).await, Err(Error::NotFound));
        notes::restore(&cx, lead, note.id).await.unwrap();
        assert_eq!(notes::list(&cx, lead, None, 10).await.unwrap()[0].body, "Called twice.");
        let all = ["note.restored", "note.deleted", "note.updated", "note.created"];
        assert_eq!(kinds(&cx, lead, TimelineFilter::Notes).await, all);
    }

    async fn the_second_of_two_editors_is_shown_both_texts(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let note = notes::add(&cx, lead, &draft("One")).await.unwrap();
        notes::update(&cx, lead, note.id, 1, &draft("Two")).await.unwrap();
        let Err(Error::Conflict(conflict)) = notes::update(&cx, lead, note.id, 1, &draft("Three")).await else {
            panic!("the second write is refused");
        };
        assert_eq!(conflict.current["body"], "Two");
    }

    async fn only_its_author_or_an_administrator_changes_a_note(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let note = notes::add(&cx, lead, &draft("Mine")).await.unwrap();
        let rights = Capabilities::ALL;
        let other = house.as_staff(person(house, "Bob").await, rights);
        assert!(matches!(notes::delete(&other, lead, note.id).await, Err(Error::Forbidden(_))));
        assert_eq!(notes::list(&cx, lead, None, 10).await.unwrap().len(), 1, "nothing was deleted on the way");
        notes::delete(&house.system(), lead, note.id).await.unwrap();
    }

    async fn a_note_of_two_megabytes_is_refused_in_words(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let long = notes::add(&cx, lead, &draft(&"x".repeat(2_000_000))).await.unwrap_err();
        assert!(long.field("note").is_some());
        assert_eq!(kinds(&cx, lead, TimelineFilter::All).await, Vec::<String>::new());
    }

    async fn what_may_not_be_seen_does_not_exist_and_what_may_only_be_seen_is_not_changed(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let file = upload(&cx, lead, "a.txt", b"hello").await.unwrap();
        let stranger = house.as_staff(person(house, "Eve").await, Capabilities::NONE.with(Area::Leads, Can::ViewOwn));
        assert_eq!(notes::add(&stranger, lead, &draft("Hi")).await, Err(Error::NotFound));
        assert_eq!(timeline::list(&stranger, lead, TimelineFilter::All, None, None).await, Err(Error::NotFound));
        assert_eq!(files::open_for_download(&stranger, lead, file.id).await, Err(Error::NotFound));
        assert_eq!(reminders::list(&stranger, lead).await, Err(Error::NotFound));
        assert_eq!(tags::add(&stranger, lead, "x").await, Err(Error::NotFound));

        let reader = house.as_staff(person(house, "Ron").await, Capabilities::NONE.with(Area::Leads, Can::ViewAll));
        assert!(matches!(notes::add(&reader, lead, &draft("Hi")).await, Err(Error::Forbidden(_))));
        assert!(matches!(tags::add(&reader, lead, "x").await, Err(Error::Forbidden(_))));
        assert!(files::begin(&reader, lead, "a.txt").await.is_err());
        assert!(files::open_for_download(&reader, lead, file.id).await.is_ok());
    }

    async fn a_file_of_another_record_is_not_found(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let file = upload(&cx, lead, "a.txt", b"hello").await.unwrap();
        let system = &house.system();
        let other = system.tx(|tx| async move { timeline::begin(system, &tx).await }).await.unwrap();
        let other = RecordRef { kind: RecordKind::Lead, id: other.0 };
        assert_eq!(files::open_for_download(&cx, other, file.id).await, Err(Error::NotFound));
        assert_eq!(files::delete(&cx, other, file.id).await, Err(Error::NotFound));
    }

    async fn a_picture_gets_a_preview_drawn_anew(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let file = upload(&cx, lead, "photo.png", PNG).await.unwrap();
        assert!(file.has_preview);
        let preview = files::preview(&cx, lead, file.id).await.unwrap();
        assert_eq!(preview.media_type, "image/jpeg");
        assert!(std::fs::read(preview.path).unwrap().starts_with(b"\xFF\xD8\xFF"));
        let download = files::open_for_download(&cx, lead, file.id).await.unwrap();
        assert_eq!(std::fs::read(download.path).unwrap(), PNG);

        let broken = upload(&cx, lead, "broken.png", &PNG[..30]).await.unwrap();
        assert!(!broken.has_preview, "a broken picture can still be kept");
        assert_eq!(files::preview(&cx, lead, broken.id).await, Err(Error::NotFound));
    }

    async fn a_picture_is_drawn_large_to_be_looked_at_and_small_for_lists(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let mut wide = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(2_000, 1_000).write_to(&mut wide, image::ImageFormat::Png).unwrap();
        let file = upload(&cx, lead, "wide.png", wide.get_ref()).await.unwrap();
        let large = files::preview(&cx, lead, file.id).await.unwrap();
        let small = files::thumbnail(&cx, lead, file.id).await.unwrap();
        assert_eq!((dimensions(&large), dimensions(&small)), ((1_600, 800), (160, 80)));
        let little = upload(&cx, lead, "little.png", PNG).await.unwrap();
        let [large, small] = [files::preview(&cx, lead, little.id).await, files::thumbnail(&cx, lead, little.id).await];
        assert_eq!(dimensions(&large.unwrap()), dimensions(&small.unwrap()), "nothing is blown up");
        let stranger = house.as_staff(person(house, "Bob").await, Capabilities::NONE);
        assert_eq!(files::thumbnail(&stranger, lead, file.id).await, Err(Error::NotFound));
        // Files from before there were two pictures have the large one.
        cx.tx(|tx| async move { Q::new("update file set small_preview_key = null").run(&tx).await }).await.unwrap();
        let only = files::thumbnail(&cx, lead, file.id).await.unwrap();
        assert_eq!(only.path, files::preview(&cx, lead, file.id).await.unwrap().path);
    }

    async fn a_picture_leaves_the_disk_with_all_that_was_drawn_of_it(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let file = upload(&cx, lead, "photo.png", PNG).await.unwrap();
        assert_eq!(walk(cx.foyer.files.folder()).len(), 3, "the file, a large and a small picture");
        files::delete(&cx, lead, file.id).await.unwrap();
        house.foyer.clock.advance(31 * Instant::DAY);
        files::sweep(&house.system()).await.unwrap();
        assert_eq!(walk(cx.foyer.files.folder()), Vec::<String>::new());
    }

    async fn a_file_that_is_refused_or_breaks_off_leaves_nothing(house: TestHouse) {
        let (cx, lead) = record(house).await;
        assert!(upload(&cx, lead, "page.html", b"<html>").await.unwrap_err().field("file").is_some());
        assert!(upload(&cx, lead, "page.txt", b"<html><script>").await.unwrap_err().field("file").is_some());
        assert!(upload(&cx, lead, "empty.txt", b"").await.unwrap_err().field("file").is_some());
        let mut half = files::begin(&cx, lead, "half.txt").await.unwrap();
        half.write(b"half of").await.unwrap();
        drop(half);
        assert_eq!(files::list(&cx, lead).await.unwrap(), []);
        let left = walk(cx.foyer.files.folder());
        assert_eq!(left, Vec::<String>::new());
    }

    async fn a_deleted_file_comes_back_until_a_month_has_passed(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let file = upload(&cx, lead, "a.txt", b"hello").await.unwrap();
        files::delete(&cx, lead, file.id).await.unwrap();
        assert_eq!(files::open_for_download(&cx, lead, file.id).await, Err(Error::NotFound));
        files::sweep(&house.system()).await.unwrap();
        files::restore(&cx, lead, file.id).await.unwrap();
        assert!(files::open_for_download(&cx, lead, file.id).await.is_ok());

        files::delete(&cx, lead, file.id).await.unwrap();
        house.foyer.clock.advance(31 * Instant::DAY);
        files::sweep(&house.system()).await.unwrap();
        assert_eq!(files::restore(&cx, lead, file.id).await, Err(Error::NotFound));
        assert_eq!(walk(cx.foyer.files.folder()), Vec::<String>::new());
    }

    async fn a_reminder_is_told_once_at_its_time(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let bob = person(house, "Bob").await;
        let due_at = NOON.plus(Instant::HOUR);
        let later = ReminderDraft { staff_id: bob, text: "Call back".into(), due_at };
        reminders::add(&cx, lead, &later).await.unwrap();
        let next = next_reminders(cx.db(), &[TimelineId(lead.id)]).await.unwrap();
        assert_eq!(next[&TimelineId(lead.id)].due_at, due_at);

        reminders::notify_due(&house.system()).await.unwrap();
        assert_eq!(told(house).await, (0, 0), "not before its time");
        house.foyer.clock.advance(2 * Instant::HOUR);
        reminders::notify_due(&house.system()).await.unwrap();
        reminders::notify_due(&house.system()).await.unwrap();
        assert_eq!(told(house).await, (1, 1), "once in the app and once by mail");
    }

    async fn a_reminder_is_only_for_who_sees_the_record(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let blind = staff::testing::insert_staff(&house.system(), "Bob", Capabilities::NONE).await;
        let text = "Call back".to_owned();
        let for_bob = ReminderDraft { staff_id: blind, text, due_at: NOON.plus(Instant::HOUR) };
        let refused = reminders::add(&cx, lead, &for_bob).await.unwrap_err();
        assert_eq!(refused.field("staff_id"), Some(Text::new("reminder-unseen").with("name", "Bob")));
        let nobody = ReminderDraft { staff_id: StaffId(99), ..for_bob };
        let refused = reminders::add(&cx, lead, &nobody).await.unwrap_err();
        assert_eq!(refused.field("staff_id"), Some(Text::new("reminder-nobody")));
        assert_eq!(reminders::list(&cx, lead).await.unwrap(), []);
    }

    async fn a_reminder_keeps_quiet_to_who_sees_the_record_no_more(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let bob = person(house, "Bob").await;
        let later = ReminderDraft { staff_id: bob, text: "Call back".into(), due_at: NOON.plus(Instant::HOUR) };
        reminders::add(&cx, lead, &later).await.unwrap();
        let system = &house.system();
        system.tx(|tx| async move {
            Q::new("update staff set role_id = null where id = ?").bind(bob).run(&tx).await
        }).await.unwrap();
        house.foyer.clock.advance(2 * Instant::HOUR);
        reminders::notify_due(&house.system()).await.unwrap();
        assert_eq!(told(house).await, (0, 0));
    }

    async fn a_reminder_that_is_done_tells_nobody(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let me = cx.staff_id().unwrap();
        let later = ReminderDraft { staff_id: me, text: "Call back".into(), due_at: NOON.plus(Instant::HOUR) };
        let one = reminders::add(&cx, lead, &later).await.unwrap();
        assert_eq!(reminders::mine(&cx).await.unwrap().len(), 1);
        assert!(reminders::set_done(&cx, lead, one.id, true).await.unwrap().done_at.is_some());
        assert!(reminders::set_done(&cx, lead, one.id, true).await.unwrap().done_at.is_some(), "twice is once");
        assert_eq!(reminders::mine(&cx).await.unwrap(), []);
        house.foyer.clock.advance(2 * Instant::HOUR);
        assert!(jobs::drain(&house.foyer, house.foyer.jobs()).await.is_ok());
        reminders::notify_due(&house.system()).await.unwrap();
        assert_eq!(told(house).await, (0, 0));
        let gone = reminders::delete(&cx, lead, one.id).await.unwrap();
        assert_eq!(gone.text, "Call back");
        let kinds = kinds(&cx, lead, TimelineFilter::Reminders).await;
        assert_eq!(kinds, ["reminder.deleted", "reminder.done", "reminder.created"]);
    }

    async fn a_tag_is_one_whatever_its_case(house: TestHouse) {
        let (cx, lead) = record(house).await;
        tags::add(&cx, lead, " Key   account").await.unwrap();
        let tags = tags::add(&cx, lead, "KEY ACCOUNT").await.unwrap();
        assert_eq!(tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Key account"]);
        assert_eq!(tags::list(&cx).await.unwrap(), tags);
        assert_eq!(tags_of(cx.db(), &[TimelineId(lead.id)]).await.unwrap()[&TimelineId(lead.id)], tags);
        assert_eq!(tags::remove(&cx, lead, tags[0].id).await.unwrap(), []);
        assert_eq!(kinds(&cx, lead, TimelineFilter::Changes).await, ["tag.removed", "tag.added"]);
    }

    async fn a_long_timeline_comes_in_pages_that_miss_nothing(house: TestHouse) {
        let (cx, lead) = record(house).await;
        for n in 0..70 {
            notes::add(&cx, lead, &draft(&format!("Note {n}"))).await.unwrap();
            if n % 10 == 0 {
                tags::add(&cx, lead, &format!("tag {n}")).await.unwrap();
            }
        }
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = timeline::list(&cx, lead, TimelineFilter::Notes, before.as_ref(), None).await.unwrap();
            seen.extend(page.items.iter().map(|entry| match &entry.content {
                Content::Note(note) => note.body.clone(),
                other => panic!("a note is expected, not {other:?}"),
            }));
            before = page.next_cursor;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(seen, (0..70).rev().map(|n| format!("Note {n}")).collect::<Vec<_>>());
        let tags = timeline::list(&cx, lead, TimelineFilter::Changes, None, None).await.unwrap();
        assert_eq!(tags.items.len(), 7);
        assert_eq!(tags.items[0].who.as_deref(), Some("Ada"));
        assert_eq!(tags.items[0].sentence.key, "event-tag-added");
    }
}

async fn told(house: &TestHouse) -> (i64, i64) {
    let db = &house.foyer.db;
    let notifications = Q::new("select count(*) from notification").number(db).await.unwrap();
    (notifications, Q::new("select count(*) from mail").number(db).await.unwrap())
}

fn walk(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let entries = entries.map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] })
        .collect()
}
