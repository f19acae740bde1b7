//! A company with customers and accounts, for the tests beside this folder.
#![allow(dead_code, missing_docs)]

use accounts::store;
use accounts::{Account, Profile, ServiceDraft};
use customers::store::NewCustomer;
use kernel::testing::TestHouse;
use kernel::{AccountId, Capabilities, Context, Currency, CustomerId, Day, Feature, Money};
use products::Charge;

/// What somebody may do who keeps customers of his own.
pub const OWN: &str = "customers.view_own customers.create customers.edit customers.delete";

pub fn features() -> Vec<Feature> {
    vec![
        staff::feature(),
        fields::feature(),
        records::feature(),
        customers::feature(),
        products::feature(),
        accounts::feature(),
    ]
}

pub async fn person(house: &TestHouse, name: &str, rights: &str) -> Context {
    let rights = Capabilities::from_words(rights);
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_staff(id, rights)
}

pub async fn customer(cx: &Context, name: &str) -> CustomerId {
    let profile = customers::Profile { name: name.into(), is_active: true, ..customers::Profile::default() };
    customers::store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap()
}

pub async fn account(cx: &Context, customer: CustomerId) -> Account {
    store::create(cx, customer, &Profile::default()).await.unwrap()
}

pub fn euros(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A service of 12.90 a month.
pub fn monthly(from: &str) -> ServiceDraft {
    ServiceDraft {
        product_id: None,
        description: "Monitoring".into(),
        quantity: 1_000_000,
        price_minor: 1_290,
        charge: Charge::Month,
        from: day(from),
        to: None,
    }
}

/// What the statement tells of the entries, the newest first.
pub async fn reasons(cx: &Context, id: AccountId) -> Vec<String> {
    let statement = store::statement::read(cx, id, &Default::default()).await.unwrap();
    let told = statement.lines.items.into_iter().map(|line| match line.period {
        Some(day) => format!("{} {day}", line.reason),
        None => line.reason,
    });
    told.collect()
}
