//! The vault of customers, by the customers' own rules: who sees a customer comes to its vault, and merges keep it readable.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

use customers::store::NewCustomer;
use customers::{Customer, Person, Profile};
use duplicates::MergeWish;
use duplicates::store::merge;
use fields::Patch;
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, RecordKind, RecordRef, RoleId, VaultEntryId};
use records::TimelineFilter;
use records::store::{purge, timeline, undo};
use vault::store::{list, look, write};
use vault::{Look, VaultDraft};

/// Somebody who may change the customers that they look after, with the role that is theirs alone.
async fn seller(house: &TestHouse, name: &str) -> (Context, RoleId) {
    let of = |set: Capabilities, can| set.with(Area::Customers, can);
    let may = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].into_iter().fold(Capabilities::NONE, of);
    let id = staff::testing::insert_staff(&house.system(), name, may).await;
    let role = Q::new("select role_id from staff where id = ?").bind(id).number(&house.foyer.db).await;
    (house.as_staff(id, may), RoleId(role.unwrap()))
}

async fn customer(cx: &Context, name: &str) -> Customer {
    let profile = Profile { name: name.into(), ..Profile::begin() };
    let contact = Person { first_name: "Zoë".into(), ..Person::default() };
    let new = NewCustomer { profile, contact, ..NewCustomer::default() };
    customers::store::find(cx, customers::store::create(cx, &new).await.unwrap()).await.unwrap()
}

async fn put(cx: &Context, on: RecordRef, name: &str, role: RoleId) -> VaultEntryId {
    let secret = format!("the secret of {name}");
    let draft = VaultDraft { name: name.into(), secret, roles: vec![role], ..VaultDraft::default() };
    write::add(cx, on, &draft).await.unwrap()
}

async fn secret(cx: &Context, on: RecordRef, id: VaultEntryId) -> kernel::Result<String> {
    look(cx, on, id, Look::Whole).await.map(|opened| opened.holds.secret)
}

async fn names(cx: &Context, on: RecordRef) -> Vec<String> {
    list(cx, on).await.unwrap().entries.into_iter().map(|entry| entry.name).collect()
}

kernel::contract! {
    with app::features();

    async fn the_named_role_looks_as_long_as_it_sees_the_customer(house: TestHouse) {
        let (ann, _) = seller(house, "Ann").await;
        let (bob, role) = seller(house, "Bob").await;
        let acme = customer(&ann, "Acme").await;
        let id = put(&ann, acme.record(), "Gate", role).await;
        assert_eq!(secret(&ann, acme.record(), id).await, Err(Error::NotFound), "it is for Bob's role");
        assert_eq!(list(&bob, acme.record()).await, Err(Error::NotFound), "and Bob sees no such customer");
        assert_eq!(secret(&bob, acme.record(), id).await, Err(Error::NotFound));
        let served = Patch::one("service_manager_id", bob.staff_id());
        customers::store::update(&ann, acme.id, 1, &served).await.unwrap();
        assert_eq!(secret(&bob, acme.record(), id).await.unwrap(), "the secret of Gate");
        let served = Patch::one("service_manager_id", None::<i64>);
        customers::store::update(&ann, acme.id, 2, &served).await.unwrap();
        assert_eq!(secret(&bob, acme.record(), id).await, Err(Error::NotFound));
    }

    async fn a_merge_keeps_both_vaults_readable_and_parts_them_again(house: TestHouse) {
        let cx = &house.system();
        let (_, role) = seller(house, "Ann").await;
        let (one, other) = (customer(cx, "Acme").await, customer(cx, "ACME Ltd.").await);
        let (gate, door) = (put(cx, one.record(), "Gate", role).await, put(cx, other.record(), "Door", role).await);
        let wish = MergeWish { one: one.id.0, other: other.id.0, take: None, seen: Vec::new() };
        merge::run(cx, RecordKind::Customer, &wish).await.unwrap();
        assert_eq!(names(cx, one.record()).await, ["Door", "Gate"]);
        for (id, expected) in [(gate, "the secret of Gate"), (door, "the secret of Door")] {
            assert_eq!(secret(cx, one.record(), id).await.unwrap(), expected);
        }
        let changed = VaultDraft { name: "Back door".into(), roles: vec![role], ..VaultDraft::default() };
        write::update(cx, one.record(), door, 1, &changed).await.unwrap();
        let history = timeline::list(cx, one.record(), TimelineFilter::All, None, None).await.unwrap();
        let merged = history.items.iter().find(|entry| entry.kind == "record.merged").unwrap();
        undo::run(cx, one.record(), merged.id, &[]).await.unwrap();
        assert_eq!((names(cx, one.record()).await, names(cx, other.record()).await), (vec!["Gate".into()], vec!["Back door".into()]));
        assert_eq!(secret(cx, other.record(), door).await.unwrap(), "the secret of Door");
        assert_eq!(secret(cx, one.record(), door).await, Err(Error::NotFound));
    }

    async fn secrets_go_with_the_customer_into_the_bin_and_out_of_the_database(house: TestHouse) {
        let cx = &house.system();
        let (_, role) = seller(house, "Ann").await;
        let acme = customer(cx, "Acme").await;
        let id = put(cx, acme.record(), "Gate", role).await;
        customers::store::delete(cx, acme.id).await.unwrap();
        assert_eq!(secret(cx, acme.record(), id).await, Err(Error::NotFound));
        customers::store::restore(cx, acme.id).await.unwrap();
        assert!(secret(cx, acme.record(), id).await.is_ok());
        customers::store::delete(cx, acme.id).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        assert_eq!(purge::purge(&house.system()).await, Ok(1));
        assert_eq!(Q::new("select count(*) from vault_entry").number(cx.db()).await, Ok(0));
    }
}
