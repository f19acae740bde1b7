//! Short ways of bringing customers in from a file.
#![allow(dead_code, clippy::unwrap_used, missing_docs)]

use customers::{Customer, store as customer};
use imports::{DryRun, Duplicates, Import, ImportState, Options, store};
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Feature, ImportId};
use lists::ListQuery;

pub fn features() -> Vec<Feature> {
    vec![
        staff::feature(),
        records::feature(),
        fields::feature(),
        duplicates::feature(),
        imports::feature(),
        customers::feature(),
    ]
}

pub async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// Somebody who sees and brings in the customers that they look after.
pub async fn seller(house: &TestHouse, name: &str) -> Context {
    let of = |set: Capabilities, can| set.with(Area::Customers, can);
    let may = [Can::ViewOwn, Can::Create, Can::Edit, Can::Import];
    let may = may.into_iter().fold(Capabilities::NONE, of);
    let id = staff::testing::insert_staff(&house.system(), name, may).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// A file of customers that waits for its choices.
pub async fn upload(
    cx: &Context,
    name: &str,
    content: &str,
    choose: impl Fn(Options) -> Options,
) -> ImportId {
    upload_as(cx, "customers", name, content, choose).await
}

pub async fn upload_as(
    cx: &Context,
    kind: &str,
    name: &str,
    content: &str,
    choose: impl Fn(Options) -> Options,
) -> ImportId {
    let mut incoming = store::begin(cx, kind, name).await.unwrap();
    incoming.write(content.as_bytes()).await.unwrap();
    let id = incoming.finish().await.unwrap();
    let options = store::find(cx, id).await.unwrap().options;
    store::set_options(cx, id, choose(Options { create_missing: true, ..options })).await.unwrap();
    id
}

pub async fn work(house: &TestHouse) {
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}

/// Runs an import after a check, which comes to the same numbers.
pub async fn run(house: &TestHouse, cx: &Context, id: ImportId) -> Import {
    let dry = store::dry_run(cx, id).await.unwrap();
    store::start(cx, id).await.unwrap();
    work(house).await;
    let done = store::find(cx, id).await.unwrap();
    assert_eq!((done.state, done.tally), (ImportState::Done, dry.tally), "{:?}", done.error);
    done
}

/// Brings a file in after a check.
pub async fn change(house: &TestHouse, cx: &Context, mode: Duplicates, content: &str) -> (DryRun, Import) {
    let choose = |options| Options { duplicates: mode, ..options };
    let id = upload(cx, "customers.csv", content, choose).await;
    let dry = store::dry_run(cx, id).await.unwrap();
    (dry, run(house, cx, id).await)
}

pub async fn all(cx: &Context) -> Vec<Customer> {
    customer::list(cx, &ListQuery::default()).await.unwrap().items
}

pub async fn names(cx: &Context) -> Vec<String> {
    all(cx).await.into_iter().map(|customer| customer.profile.name).collect()
}

pub async fn named(cx: &Context, name: &str) -> Customer {
    let id = customer::find_hits(cx, name, 20).await.unwrap();
    let hit = id.into_iter().find(|hit| hit.title == name).unwrap();
    customer::find(cx, kernel::CustomerId(hit.record.id)).await.unwrap()
}

/// Contacts as a line each, the primary one with a star.
pub async fn people(cx: &Context, of: &Customer) -> Vec<String> {
    let contacts = customer::contacts_of(cx, of.id).await.unwrap();
    let line = |contact: customers::Contact| {
        let star = if contact.is_primary { "*" } else { "" };
        let email = contact.person.email.as_ref().map(|email| format!(" <{email}>")).unwrap_or_default();
        format!("{star}{}{email}", contact.person.name())
    };
    contacts.into_iter().map(line).collect()
}
