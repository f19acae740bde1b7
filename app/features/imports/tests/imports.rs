//! What imports promise, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

#[path = "support/settings_importer.rs"]
mod settings_importer;

use imports::{CliOptions, Decision, Duplicates, ImportState, Options, Outcome, store};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, ImportId, Instant, StaffId, jobs};

fn features() -> Vec<kernel::Feature> {
    vec![imports::feature(), settings_importer::feature()]
}

async fn upload(cx: &Context, content: &[u8]) -> kernel::Result<ImportId> {
    let mut incoming = store::begin(cx, "settings", "C:\\files\\people.csv").await?;
    for piece in content.chunks(1_000) {
        incoming.write(piece).await?;
    }
    incoming.finish().await
}

async fn settings(cx: &Context) -> i64 {
    Q::new("select count(*) from setting").number(cx.db()).await.unwrap()
}

async fn work(house: &TestHouse) {
    jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}

fn stored_files(house: &TestHouse) -> usize {
    let folder = house.foyer.files.folder();
    let folders = std::fs::read_dir(folder).into_iter().flatten().flatten();
    folders.map(|folder| std::fs::read_dir(folder.path()).unwrap().count()).sum()
}

async fn insert_staff(house: &TestHouse, id: i64) -> Context {
    let cx = &house.system();
    let rights = Capabilities::NONE.with(Area::Settings, Can::Import);
    cx.tx(|tx| async move {
        Q::new("insert into role (id, name, capabilities) values (?, ?, ?)")
            .bind(id).bind(format!("role {id}")).bind(rights.words()).run(&tx).await?;
        Q::new("insert into staff (id, name, email, email_norm, role_id, created_at) values (?, 'A', ?, ?, ?, 0)")
            .bind(id).bind(format!("{id}@x.org")).bind(format!("{id}@x.org")).bind(id).run(&tx).await
    }).await.unwrap();
    house.as_staff(StaffId(id), rights)
}

/// The row that cut the power stands for the one that was under way when the process was killed.
async fn power_is_back(cx: &Context) {
    cx.tx(|tx| async move {
        Q::new("insert into setting (key, value) values ('name:power cut', '{}')").run(&tx).await
    })
    .await
    .unwrap();
}

/// What the server does once an hour.
async fn tidy(house: &TestHouse) {
    let cx = &house.system();
    cx.tx(|tx| async move { cx.enqueue(&tx, "import.tidy", serde_json::Value::Null, cx.now, None).await })
        .await
        .unwrap();
    work(house).await;
}

/// Three good rows, a duplicate in the file, a broken e-mail address, a missing name, a row that may not be.
const PEOPLE: &str = "Name;E-mail;Amount;Notes\nAda;ada@example.com;1.234,50;x\nBob;bob@example.com;;\nada;a@b.org;;\n\
    Cy;cy at example;;\n;d@e.org;;\nForbidden;;;\n\"Ém;ile\";;12;\n";

kernel::contract! {
    with features();

    async fn a_dry_run_and_the_run_come_to_the_same_numbers(house: TestHouse) {
        let cx = &insert_staff(house, 5).await;
        let id = upload(cx, PEOPLE.as_bytes()).await.unwrap();
        let inspection = store::inspect(cx, id).await.unwrap();
        assert_eq!(inspection.import.file_name, "people.csv");
        assert_eq!(inspection.import.rows, 7);
        assert_eq!(inspection.options.mapping, [Some("name".into()), Some("email".into()), Some("value".into()), None]);
        let dry = store::dry_run(cx, id).await.unwrap();
        assert_eq!((dry.tally.created, dry.tally.skipped, dry.tally.refused), (3, 1, 3));
        assert_eq!(settings(cx).await, 0, "nothing happened yet");
        store::start(cx, id).await.unwrap();
        work(house).await;
        let import = store::find(cx, id).await.unwrap();
        assert_eq!((import.state, import.tally, import.fraction()), (ImportState::Done, dry.tally, 1.0));
        assert_eq!(settings(cx).await, 3);
        let (value,): (String,) = Q::new("select cast(value->>'value' as text) from setting where key = 'name:ada'").one(cx.db()).await.unwrap();
        assert_eq!(value, "123450");
    }

    async fn refused_rows_come_back_and_can_be_brought_in_again(house: TestHouse) {
        let cx = &house.system();
        let id = upload(cx, PEOPLE.as_bytes()).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        let (name, csv) = imports::refusals_csv(cx, id).await.unwrap();
        assert!(name.starts_with("people-") && csv.starts_with("\u{feff}Name;E-mail;Amount;Notes;"), "{csv}");
        assert!(csv.contains("Cy;cy at example;;;5;"), "{csv}");
        let mended = csv.replace("cy at example", "cy@example.com");
        let again = upload(cx, mended.as_bytes()).await.unwrap();
        let dry = store::dry_run(cx, again).await.unwrap();
        assert_eq!((dry.tally.created, dry.tally.refused), (1, 2));
    }

    async fn a_run_that_breaks_off_goes_on_where_it_was(house: TestHouse) {
        let cx = &house.system();
        let rows: String = (0..1_700).map(|n| format!("Person {n},p{n}@example.com\n")).collect();
        let content = format!("name,email\n{rows}Power cut,x@y.org\n");
        let id = upload(cx, content.as_bytes()).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        let (there, import) = (settings(cx).await, store::find(cx, id).await.unwrap());
        assert_eq!(import.tally.created, there, "the broken batch is not in, not even in part");
        assert!((1..1_700).contains(&there), "those before it are");
        assert_eq!(store::find(cx, id).await.unwrap().state, ImportState::Running);
        power_is_back(cx).await;
        house.foyer.clock.advance(Instant::HOUR);
        let payload = serde_json::json!({ "import": id });
        let payload = &payload;
        cx.tx(|tx| async move { cx.enqueue(&tx, "import.run", payload.clone(), cx.now, None).await }).await.unwrap();
        work(house).await;
        let import = store::find(cx, id).await.unwrap();
        assert_eq!((import.state, import.tally.created, import.tally.skipped), (ImportState::Done, 1_700, 1));
        assert_eq!(settings(cx).await, 1_701);
    }

    async fn two_workers_on_one_import_bring_no_row_in_twice(house: TestHouse) {
        let cx = &house.system();
        let rows: String = (0..3_000).map(|n| format!("Person {n}\n")).collect();
        let id = upload(cx, format!("name\n{rows}").as_bytes()).await.unwrap();
        let options = store::find(cx, id).await.unwrap().options;
        store::set_options(cx, id, Options { duplicates: Duplicates::Create, ..options }).await.unwrap();
        store::start(cx, id).await.unwrap();
        let payload = &serde_json::json!({ "import": id });
        cx.tx(|tx| async move { cx.enqueue(&tx, "import.run", payload.clone(), cx.now, None).await }).await.unwrap();
        tokio::join!(work(house), work(house), work(house));
        house.foyer.clock.advance(Instant::HOUR);
        work(house).await;
        let import = store::find(cx, id).await.unwrap();
        assert_eq!((import.state, import.tally.created), (ImportState::Done, 3_000));
        assert_eq!(settings(cx).await, 3_000);
    }

    async fn an_undo_takes_back_what_nobody_has_changed(house: TestHouse) {
        let cx = &house.system();
        let id = upload(cx, b"name\nAda\nBob\nCy\n").await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        cx.tx(|tx| async move {
            let edited = Q::new("update setting set value =").dialect("json_set(value, '$.edited', 1)", "value || '{\"edited\": 1}'");
            edited.push("where key = 'name:bob'").run(&tx).await
        }).await.unwrap();
        store::undo(cx, id).await.unwrap();
        assert_eq!(store::undo(cx, id).await.unwrap().state, ImportState::Undoing, "asked twice it is done once");
        work(house).await;
        assert!(matches!(store::undo(cx, id).await, Err(Error::Conflict(_))));
        let import = store::find(cx, id).await.unwrap();
        assert_eq!(import.state, ImportState::Undone);
        assert_eq!(import.kept.iter().map(|kept| kept.title.as_str()).collect::<Vec<_>>(), ["name:bob"]);
        assert_eq!(settings(cx).await, 1);
    }

    async fn unknown_words_are_listed_and_decided(house: TestHouse) {
        let cx = &house.system();
        let id = upload(cx, b"name,stage\nAda,Hot\nBob,hot\nCy,Cold\nDi,Odd\n").await.unwrap();
        let inspection = store::inspect(cx, id).await.unwrap();
        let listed: Vec<_> = inspection.unknown.iter().map(|unknown| (unknown.word.as_str(), unknown.rows)).collect();
        assert_eq!(listed, [("Hot", 2), ("Cold", 1), ("Odd", 1)]);
        assert_eq!(store::dry_run(cx, id).await.unwrap().tally.refused, 4);
        let decide = |word: &str, outcome| Decision { field: "stage".into(), word: word.into(), outcome };
        let words = vec![decide("Hot", Outcome::Create), decide("Cold", Outcome::Leave)];
        store::set_options(cx, id, Options { words, ..inspection.options }).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        assert_eq!(store::find(cx, id).await.unwrap().tally.created, 3);
        assert_eq!(Q::new("select count(*) from source where name = 'Hot'").number(cx.db()).await, Ok(1));
    }

    async fn dates_with_two_meanings_wait_for_a_choice(house: TestHouse) {
        let cx = &house.system();
        let id = upload(cx, b"name,seen\nAda,03/04/2026\nBob,25/12/2026\n").await.unwrap();
        let inspection = store::inspect(cx, id).await.unwrap();
        let shown = inspection.dates.clone().unwrap().shown;
        assert_eq!(shown, Some(imports::DateOrder::DayFirst));
        assert!(store::start(cx, id).await.unwrap_err().field("date_order").is_some());
        let ready = store::set_options(cx, id, Options { date_order: shown, ..inspection.options }).await.unwrap();
        assert_eq!(ready.import.state, ImportState::Ready);
        assert_eq!(store::dry_run(cx, id).await.unwrap().tally.created, 2);
    }

    async fn what_cannot_be_read_leaves_nothing_behind(house: TestHouse) {
        let cx = &house.system();
        for broken in [&b"name,email\nAda,\"never closed\n"[..], b"\x89PNG\r\n\x1a\n\0\0", b"", b"name\n"] {
            let answer = upload(cx, broken).await;
            assert!(matches!(&answer, Err(error) if error.field("file").is_some()), "{answer:?}");
        }
        let mut large = store::begin(cx, "settings", "large.csv").await.unwrap();
        let piece = vec![b'x'; 10_000_000];
        let mut answer = Ok(());
        for _ in 0..21 {
            answer = answer.and(large.write(&piece).await);
        }
        assert_eq!(answer, Err(Error::TooLarge(store::LARGEST_FILE)));
        drop(large);
        let mut broken_off = store::begin(cx, "settings", "x.csv").await.unwrap();
        broken_off.write(b"name\nAda").await.unwrap();
        drop(broken_off);
        assert_eq!(stored_files(house), 0);
        assert_eq!(store::list(cx, None, 10).await.unwrap().items, []);
    }

    async fn people_see_their_own_imports_only(house: TestHouse) {
        let own = &insert_staff(house, 5).await;
        let other = &insert_staff(house, 6).await;
        let id = upload(own, b"name\nAda\n").await.unwrap();
        assert_eq!(store::find(other, id).await.map(drop), Err(Error::NotFound));
        assert_eq!(store::list(other, None, 10).await.unwrap().items.len(), 0);
        assert_eq!(store::list(own, None, 10).await.unwrap().items.len(), 1);
        assert_eq!(store::list(&house.system(), None, 10).await.unwrap().items.len(), 1);
        let nobody = house.as_staff(StaffId(5), Capabilities::NONE);
        assert!(matches!(store::begin(&nobody, "settings", "x").await.map(drop), Err(Error::Forbidden(_))));
        assert!(matches!(store::list(&nobody, None, 10).await, Err(Error::Forbidden(_))));
    }

    async fn a_stopped_import_brings_in_no_more(house: TestHouse) {
        let cx = &house.system();
        let id = upload(cx, b"name\nAda\n").await.unwrap();
        store::start(cx, id).await.unwrap();
        store::cancel(cx, id).await.unwrap();
        work(house).await;
        assert_eq!(settings(cx).await, 0);
        assert_eq!(store::find(cx, id).await.unwrap().state, ImportState::Cancelled);
        assert!(matches!(store::start(cx, id).await, Err(Error::Conflict(_))));
    }

    async fn a_command_that_was_killed_goes_on_when_it_is_given_again(house: TestHouse) {
        let cx = &house.system();
        let path = &house.foyer.files.folder().with_file_name("in.csv");
        let rows: String = (0..1_700).map(|n| format!("Person {n},p{n}@example.com\n")).collect();
        std::fs::write(path, format!("name,email\n{rows}Power cut,x@y.org\n")).unwrap();
        let broken_off = imports::run_file(cx, "settings", path, CliOptions::default()).await;
        assert_eq!(broken_off.map(drop), Err(Error::Unavailable));
        assert!((1..1_700).contains(&settings(cx).await), "whole batches are in");
        power_is_back(cx).await;
        let report = imports::run_file(cx, "settings", path, CliOptions::default()).await.unwrap();
        assert_eq!((report.is_resumed, report.tally.created, report.tally.skipped), (true, 1_700, 1));
        assert_eq!(settings(cx).await, 1_701);
        assert_eq!(store::list(cx, None, 10).await.unwrap().items.len(), 1, "one import, not two");
        let again = imports::run_file(cx, "settings", path, CliOptions::default()).await.unwrap();
        assert_eq!((again.is_resumed, again.tally.created), (false, 0), "an import that is done is not taken up");
    }

    async fn an_import_that_is_stopped_in_the_middle_keeps_what_is_in_and_gives_it_back(house: TestHouse) {
        let cx = &house.system();
        let path = &house.foyer.files.folder().with_file_name("in.csv");
        let rows: String = (0..1_700).map(|n| format!("Person {n},p{n}@example.com\n")).collect();
        std::fs::write(path, format!("name,email\n{rows}Power cut,x@y.org\n")).unwrap();
        assert!(imports::run_file(cx, "settings", path, CliOptions::default()).await.is_err());
        let import = store::list(cx, None, 10).await.unwrap().items.remove(0);
        let stopped = store::cancel(cx, import.id).await.unwrap();
        let there = settings(cx).await;
        assert_eq!((stopped.state, stopped.tally.created), (ImportState::Cancelled, there));
        assert!((1..1_700).contains(&there), "in the middle");
        work(house).await;
        assert_eq!(settings(cx).await, there, "no more comes");
        store::undo(cx, import.id).await.unwrap();
        work(house).await;
        assert_eq!(settings(cx).await, 0);
    }

    async fn a_command_that_was_killed_before_the_run_began_goes_on(house: TestHouse) {
        let cx = &house.system();
        let path = &house.foyer.files.folder().with_file_name("people.csv");
        std::fs::write(path, "name\nAda\n").unwrap();
        let left = upload(cx, b"name\nAda\n").await.unwrap();
        let other = upload(cx, b"name\nBob\n").await.unwrap();
        let report = imports::run_file(cx, "settings", path, CliOptions::default()).await.unwrap();
        assert_eq!((report.import, report.is_resumed, report.tally.created), (left, true, 1));
        assert_eq!(store::find(cx, other).await.unwrap().state, ImportState::Draft, "of the same size, yet another file");
    }

    async fn a_run_that_nobody_is_at_is_taken_up_by_the_server(house: TestHouse) {
        let cx = &house.system();
        let path = &house.foyer.files.folder().with_file_name("in.csv");
        let rows: String = (0..600).map(|n| format!("Person {n},p{n}@example.com\n")).collect();
        std::fs::write(path, format!("name,email\n{rows}Power cut,x@y.org\n")).unwrap();
        assert!(imports::run_file(cx, "settings", path, CliOptions::default()).await.is_err());
        power_is_back(cx).await;
        tidy(house).await;
        let import = store::list(cx, None, 10).await.unwrap().items.remove(0);
        assert_eq!((import.state, import.tally.created), (ImportState::Done, 600));
        assert_eq!(settings(cx).await, 601);
    }

    async fn the_file_of_an_import_goes_a_month_after_its_end(house: TestHouse) {
        let cx = &house.system();
        let done = upload(cx, b"Name;Ort;Stage\nAda;Rom;Odd\n").await.unwrap();
        store::start(cx, done).await.unwrap();
        work(house).await;
        let draft = upload(cx, b"name\nAda\n").await.unwrap();
        house.foyer.clock.advance(29 * Instant::DAY);
        tidy(house).await;
        assert_eq!(stored_files(house), 2);
        house.foyer.clock.advance(2 * Instant::DAY);
        tidy(house).await;
        assert_eq!(stored_files(house), 1, "the draft was given up just now");
        let cx = &house.system();
        assert_eq!(store::find(cx, draft).await.unwrap().state, ImportState::Cancelled);
        assert_eq!(store::inspect(cx, done).await.unwrap().import.state, ImportState::Done);
        let (_, csv) = imports::refusals_csv(cx, done).await.unwrap();
        assert!(csv.starts_with("\u{feff}name;Column 2;stage;"), "{csv}");
        assert!(csv.contains("Ada;Rom;Odd;2;"), "{csv}");
    }

    async fn the_command_line_brings_a_file_in(house: TestHouse) {
        let cx = &house.system();
        let path = house.foyer.files.folder().with_file_name("in.csv");
        std::fs::write(&path, "name;stage\nAda;Hot\nBob;\n").unwrap();
        let report = imports::run_file(cx, "settings", &path, CliOptions::default()).await.unwrap();
        assert_eq!((report.tally.created, report.tally.refused), (1, 1));
        assert!(report.refusals.unwrap().contains("Ada;Hot;2;"));
        let report = imports::run_file(cx, "settings", &path, CliOptions { create_missing: true }).await.unwrap();
        assert_eq!((report.tally.created, report.tally.skipped, report.refusals), (1, 1, None));
        let missing = imports::run_file(cx, "settings", &path.with_file_name("none.csv"), CliOptions::default()).await;
        assert_eq!(missing.map(drop), Err(Error::NotFound));
    }

    async fn a_saved_mapping_is_offered_for_the_same_columns_and_makes_the_choices(house: TestHouse) {
        let (own, other) = (&insert_staff(house, 5).await, &insert_staff(house, 6).await);
        let first = upload(own, b"Who;Mail;Note\nAda;a@x.org;x\n").await.unwrap();
        let options = store::find(own, first).await.unwrap().options;
        let mapping = vec![Some("name".into()), None, None];
        let chosen = Options { mapping, duplicates: Duplicates::Create, ..options };
        store::set_options(own, first, chosen).await.unwrap();
        let saved = store::save_mapping(own, first, "  Weekly  list ", false).await.unwrap();
        assert_eq!(saved.mappings.iter().map(|one| (one.name.as_str(), one.fits)).collect::<Vec<_>>(), [("Weekly list", true)]);
        assert!(store::save_mapping(own, first, " ", false).await.unwrap_err().field("name").is_some());

        let again = upload(own, b"Note,Mail,Who\nx,a@x.org,Bob\n").await.unwrap();
        let seen = store::inspect(own, again).await.unwrap();
        assert!(seen.mappings[0].fits && seen.mappings[0].is_own);
        let used = store::use_mapping(own, again, seen.mappings[0].id).await.unwrap();
        assert_eq!(used.options.mapping, [None, None, Some("name".into())]);
        assert_eq!((used.options.duplicates, used.import.state), (Duplicates::Create, ImportState::Ready));

        let foreign = upload(other, b"Who,Mail\nCy,c@x.org\n").await.unwrap();
        let id = seen.mappings[0].id;
        assert_eq!(store::inspect(other, foreign).await.unwrap().mappings, []);
        assert_eq!(store::use_mapping(other, foreign, id).await.map(drop), Err(Error::NotFound));
        store::rename_mapping(own, id, "Ours", true).await.unwrap();
        let shared = store::inspect(other, foreign).await.unwrap().mappings;
        assert_eq!(shared.iter().map(|one| (one.name.as_str(), one.is_own, one.fits)).collect::<Vec<_>>(), [("Ours", false, false)]);
        assert_eq!(store::delete_mapping(other, id).await, Err(Error::NotFound), "it is not theirs");
        store::delete_mapping(own, id).await.unwrap();
        assert_eq!(store::inspect(own, again).await.unwrap().mappings, []);
    }
}
