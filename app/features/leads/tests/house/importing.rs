//! Short ways of bringing leads in from a file.

use imports::{CliOptions, DryRun, Duplicates, Import, ImportState, Options, Report, run_file, store};
use kernel::testing::TestHouse;
use kernel::{Context, ImportId, Result};
use leads::store::list;
use leads::{ListQuery, Profile};

pub async fn import(cx: &Context, content: &[u8]) -> Result<Report> {
    let path = std::env::temp_dir().join(format!("foyer-leads-{}.csv", kernel::entropy::word()));
    std::fs::write(&path, content).unwrap();
    let report = run_file(cx, "leads", &path, CliOptions { create_missing: true }).await;
    std::fs::remove_file(path).unwrap();
    report
}

/// A file that waits for its choices.
pub async fn upload(cx: &Context, content: &str, choose: impl Fn(Options) -> Options) -> ImportId {
    let mut incoming = store::begin(cx, "leads", "people.csv").await.unwrap();
    incoming.write(content.as_bytes()).await.unwrap();
    let id = incoming.finish().await.unwrap();
    let options = store::find(cx, id).await.unwrap().options;
    store::set_options(cx, id, choose(Options { create_missing: true, ..options })).await.unwrap();
    id
}

pub async fn work(house: &TestHouse) {
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}

/// Brings a file in after a check, which comes to the same numbers.
pub async fn change(house: &TestHouse, cx: &Context, mode: Duplicates, content: &str) -> (DryRun, Import) {
    let id = upload(cx, content, |options| Options { duplicates: mode, ..options }).await;
    let dry = store::dry_run(cx, id).await.unwrap();
    store::start(cx, id).await.unwrap();
    work(house).await;
    let done = store::find(cx, id).await.unwrap();
    assert_eq!((done.state, done.tally), (ImportState::Done, dry.tally), "{mode:?}\n{content}\n{dry:?}");
    (dry, done)
}

pub async fn named(cx: &Context, name: &str) -> leads::Lead {
    let rows = list::find(cx, &ListQuery::default()).await.unwrap().items;
    let id = rows.iter().find(|lead| lead.profile.name == name).unwrap().id;
    leads::store::find(cx, id).await.unwrap()
}

pub fn person(name: &str, email: &str) -> Profile {
    Profile { name: name.into(), email: Some(email.into()), ..Profile::default() }
}
