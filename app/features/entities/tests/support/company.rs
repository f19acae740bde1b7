//! A house with customers, for the tests beside this folder.
#![allow(dead_code, missing_docs)]

use customers::store::NewCustomer;
use entities::{Company, Profile};
use kernel::testing::TestHouse;
use kernel::{Capabilities, Context, CustomerId, Feature, RecordKind, RecordRef};
use records::TimelineFilter;
use records::store::{timeline, undo};

pub fn features() -> Vec<Feature> {
    vec![
        staff::feature(),
        records::feature(),
        fields::feature(),
        duplicates::feature(),
        customers::feature(),
        entities::feature(),
    ]
}

pub async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

pub async fn person(house: &TestHouse, name: &str, rights: &str) -> Context {
    let rights = Capabilities::from_words(rights);
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_staff(id, rights)
}

pub async fn customer(cx: &Context, name: &str) -> CustomerId {
    let profile = customers::Profile { name: name.into(), ..customers::Profile::begin() };
    customers::store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap()
}

pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub fn named(name: &str) -> Company {
    Company { registered_name: name.into(), ..Company::default() }
}

pub fn entity(name: &str) -> Profile {
    Profile { company: named(name), ..Profile::default() }
}

/// Takes back what this customer's history tells last of this kind.
pub async fn take_back(cx: &Context, of: CustomerId, kind: &str) {
    let record = RecordRef { kind: RecordKind::Customer, id: of.0 };
    let history = timeline::list(cx, record, TimelineFilter::All, None, Some(300)).await.unwrap().items;
    let told = history.iter().find(|entry| entry.kind == kind).unwrap();
    undo::run(cx, record, told.id, &[]).await.unwrap();
}
