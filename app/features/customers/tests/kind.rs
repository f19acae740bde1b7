//! What customers have of the machinery of records, on both databases: fields of every kind, clashes, undo, merges, the bin.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use customers::store::{self, NewCustomer};
use customers::{Customer, CustomerKind, CustomerSetting, Person, Profile};
use duplicates::store::{merge, pairs};
use duplicates::{MergeWish, PairLine};
use fields::store::definitions;
use fields::{Asked, CustomField, Edit, FieldType, Patch};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{
    Area, Can, Capabilities, Context, Error, Feature, GroupId, RecordKind, SegmentId, StaffId, setting,
};
use lists::ListQuery;
use records::TimelineFilter;
use records::store::{bin, purge, timeline, undo};
use serde_json::json;

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

/// Somebody who sees the customers that they look after.
async fn seller(house: &TestHouse, name: &str) -> Context {
    let of = |set: Capabilities, can| set.with(Area::Customers, can);
    let may = [Can::ViewOwn, Can::Create, Can::Edit, Can::Delete].into_iter().fold(Capabilities::NONE, of);
    let id = staff::testing::insert_staff(&house.system(), name, may).await;
    house.as_staff(id, may)
}

async fn made(cx: &Context, profile: Profile, contact: Person) -> Customer {
    let id = store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    store::find(cx, id).await.unwrap()
}

fn acme() -> Profile {
    Profile { name: "Acme".into(), email: Some("info@acme.example".into()), ..Profile::begin() }
}

fn zoe() -> Person {
    Person { first_name: "Zoë".into(), email: Some("zoe@acme.example".into()), ..Person::default() }
}

/// An entry of a list; who keeps the lists is another crate.
async fn entry(house: &TestHouse, insert: &'static str) -> i64 {
    let cx = &house.system();
    cx.tx(|tx| async move { Q::new(insert).push("returning id").number(&tx).await }).await.unwrap()
}

async fn found(cx: &Context, condition: &str) -> Vec<String> {
    let filter = Asked { f: vec![condition.to_owned()], ..Asked::default() };
    let list = store::list(cx, &ListQuery { filter, ..ListQuery::default() }).await.unwrap();
    list.items.into_iter().map(|customer| customer.profile.name).collect()
}

async fn back(cx: &Context, customer: &Customer) -> kernel::Result<()> {
    let history = timeline::list(cx, customer.record(), TimelineFilter::All, None, None).await.unwrap();
    undo::run(cx, customer.record(), history.items[0].id, &[]).await
}

kernel::contract! {
    with features();

    async fn every_field_is_kept_found_and_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let before = made(cx, acme(), Person::default()).await;
        let bolt = Profile { name: "Bolt".into(), kind: CustomerKind::Supplier, ..Profile::begin() };
        made(cx, bolt, Person::default()).await;
        let segment = entry(house, "insert into segment (name, sort_key, position) values ('Hotels', 'hotels', 1)").await;
        let group = entry(house, "insert into customer_group (name, sort_key, position) values ('VIP', 'vip', 1)").await;
        let eve = seller(house, "Eve").await.staff_id().unwrap();
        let full = Profile {
            number: Some("K-7".into()),
            division: Some("North".into()),
            mobile: Some("+39 333 1234567".into()),
            website: Some("acme.example".into()),
            vat_number: Some("it 12345678903".into()),
            segment_id: Some(SegmentId(segment)),
            groups: vec![GroupId(group)],
            service_manager_id: Some(eve),
            administrators: vec![eve],
            country: Some("IT".into()),
            shipping_city: Some("Turin".into()),
            ..before.profile.clone()
        };
        let wish = Edit::between(&before.profile, &full);
        let after = store::edit(cx, before.id, &wish).await.unwrap();
        assert_eq!(store::find(cx, before.id).await.unwrap(), after);
        assert_eq!(after.profile.vat_number.as_deref(), Some("IT12345678903"));
        for condition in [
            format!("segment_id.any.{segment}"),
            format!("groups.any.{group}"),
            format!("administrators.any.{eve}"),
            format!("service_manager_id.any.{eve}"),
            "number.is.K-7".into(),
            "shipping_city.begins.tur".into(),
            "kind.any.commercial".into(),
        ] {
            assert_eq!(found(cx, &condition).await, ["Acme"], "{condition}");
        }
        let history = timeline::list(cx, after.record(), TimelineFilter::All, None, None).await.unwrap();
        let told = serde_json::to_string(&history.items[0]).unwrap();
        for word in ["Hotels", "VIP", "Eve"] {
            assert!(told.contains(word), "{word}: {told}");
        }
        back(cx, &after).await.unwrap();
        assert_eq!(store::find(cx, before.id).await.unwrap().profile, before.profile);
        assert_eq!(found(cx, &format!("groups.any.{group}")).await, Vec::<String>::new());
    }

    async fn what_is_not_there_is_not_chosen_and_what_is_archived_stays(house: TestHouse) {
        let cx = &admin(house).await;
        let old = "insert into segment (name, sort_key, position, archived_at) values ('Old', 'old', 1, 5)";
        let old = SegmentId(entry(house, old).await);
        let customer = made(cx, acme(), Person::default()).await;
        let wrong = [
            ("segment_id", json!(old)),
            ("segment_id", json!(999)),
            ("groups", json!([999])),
            ("administrators", json!([999])),
            ("manager_id", json!(StaffId(999))),
            ("vat_number", json!("IT1")),
            ("timeline_id", json!(7)),
        ];
        for (field, value) in wrong {
            let answer = store::update(cx, customer.id, 1, &Patch::one(field, value)).await;
            assert!(answer.as_ref().is_err_and(|error| error.field(field).is_some()), "{field}: {answer:?}");
        }
        let raw = "update customer set segment_id = (select max(id) from segment)";
        cx.tx(|tx| async move { Q::new(raw).run(&tx).await }).await.unwrap();
        let renamed = store::update(cx, customer.id, 1, &Patch::one("name", "Bolt")).await.unwrap();
        assert_eq!(renamed.profile.segment_id, Some(old));
    }

    async fn a_new_customer_has_the_words_that_the_house_asks_for(house: TestHouse) {
        let cx = &admin(house).await;
        let new = NewCustomer { profile: acme(), ..NewCustomer::default() };
        store::create(cx, &new).await.expect("of empty lists nothing is asked");
        let segment = entry(house, "insert into segment (name, sort_key, position) values ('Hotels', 'hotels', 1)").await;
        let error = store::create(cx, &new).await.unwrap_err();
        assert!(error.field("segment_id").is_some() && error.field("channel_id").is_none());
        let profile = Profile { segment_id: Some(SegmentId(segment)), ..acme() };
        store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap();
        let asked = CustomerSetting { requires_segment: false, ..CustomerSetting::default() };
        setting::save(cx, &asked).await.unwrap();
        store::create(cx, &new).await.unwrap();
    }

    async fn a_number_is_of_one_customer(house: TestHouse) {
        let cx = &admin(house).await;
        let numbered = Profile { number: Some("7".into()), ..acme() };
        let one = made(cx, numbered.clone(), Person::default()).await;
        let new = NewCustomer { profile: numbered, ..NewCustomer::default() };
        assert!(store::create(cx, &new).await.unwrap_err().field("number").is_some());
        store::delete(cx, one.id).await.unwrap();
        store::create(cx, &new).await.expect("a number in the bin is free");
        assert!(store::restore(cx, one.id).await.unwrap_err().field("number").is_some());
    }

    async fn two_editors_both_win_unless_it_is_the_same_field(house: TestHouse) {
        let cx = &admin(house).await;
        let seen = made(cx, acme(), Person::default()).await;
        let typed = |field: &str, text: &str| {
            let profile: Profile = Patch::one(field, text).apply(&seen.profile).unwrap();
            Edit::between(&seen.profile, &profile)
        };
        store::edit(cx, seen.id, &typed("city", "Turin")).await.unwrap();
        let both = store::edit(cx, seen.id, &typed("phone", "+39 011 1234567")).await.unwrap();
        assert_eq!((both.profile.city.as_deref(), both.version), (Some("Turin"), 3));
        let Err(Error::Conflict(conflict)) = store::edit(cx, seen.id, &typed("city", "Milan")).await else {
            panic!("the same field clashes");
        };
        assert_eq!(conflict.current["city"], "Turin");
        assert_eq!(conflict.current["clashes"][0]["field"], "city");
        assert_eq!(conflict.current["clashes"][0]["who"], "Marta");
    }

    async fn customers_have_fields_of_the_houses_own(house: TestHouse) {
        let cx = &admin(house).await;
        let field = CustomField::new(RecordKind::Customer, "Roof", FieldType::Text);
        let field = definitions::save(cx, &CustomField { is_indexed: true, ..field }).await.unwrap();
        let key = field.key().to_string();
        let customer = made(cx, acme(), Person::default()).await;
        made(cx, Profile { name: "Bolt".into(), ..Profile::begin() }, Person::default()).await;
        let changed = store::update(cx, customer.id, 1, &Patch::one(&key, "slate")).await.unwrap();
        assert_eq!(changed.profile.custom.get(&field.key()), Some(&json!("slate")));
        assert_eq!(found(cx, &format!("{key}.begins.sla")).await, ["Acme"]);
        back(cx, &changed).await.unwrap();
        assert_eq!(store::find(cx, customer.id).await.unwrap().profile.custom.get(&field.key()), None);
    }

    async fn who_serves_a_customer_sees_it_everywhere(house: TestHouse) {
        let cx = &admin(house).await;
        let (eve, bob) = (&seller(house, "Eve").await, &seller(house, "Bob").await);
        let mine = Profile { service_manager_id: eve.staff_id(), ..acme() };
        let customer = made(cx, mine, zoe()).await;
        let given = Profile { name: "Bolt".into(), administrators: eve.staff_id().into_iter().collect(), ..Profile::begin() };
        made(cx, given, Person::default()).await;
        assert_eq!(found(eve, "is_active.yes").await, ["Acme", "Bolt"]);
        assert_eq!(found(bob, "is_active.yes").await, Vec::<String>::new());
        assert_eq!(store::find_hits(eve, "zoe", 5).await.unwrap().len(), 1);
        assert_eq!(store::find_hits(bob, "zoe", 5).await.unwrap().len(), 0);
        assert!(eve.open(customer.record()).await.is_ok() && bob.open(customer.record()).await.is_err());
        let moved = Patch::one("service_manager_id", bob.staff_id());
        store::update(cx, customer.id, 1, &moved).await.unwrap();
        assert_eq!(found(eve, "is_active.yes").await, ["Bolt"]);
        assert_eq!(found(bob, "is_active.yes").await, ["Acme"]);
        assert_eq!(store::find(eve, customer.id).await, Err(Error::NotFound));
    }

    async fn two_customers_become_one_with_their_people_and_two_again(house: TestHouse) {
        let cx = &admin(house).await;
        let one = made(cx, Profile { email: None, ..acme() }, zoe()).await;
        let ada = Person { first_name: "Ada".into(), email: Some("zoe@acme.example".into()), ..Person::default() };
        let other = made(cx, Profile { name: "ACME Ltd.".into(), city: Some("Turin".into()), ..acme() }, ada).await;
        let pairs = || async { pairs::list(cx, RecordKind::Customer, None).await.unwrap().items };
        assert!(matches!(pairs().await.as_slice(), [PairLine::Pair(_)]), "their contacts have one address");
        let wish = MergeWish { one: one.id.0, other: other.id.0, take: None, seen: Vec::new() };
        let merged = merge::run(cx, RecordKind::Customer, &wish).await.unwrap();
        assert_eq!(merged.record, one.record());
        let details = store::details(cx, one.id).await.unwrap();
        assert_eq!(details.customer.profile.city.as_deref(), Some("Turin"), "what was empty is filled");
        let people: Vec<_> = details.contacts.iter().map(|c| (c.person.first_name.as_str(), c.is_primary)).collect();
        assert_eq!(people, [("Zoë", true), ("Ada", false)]);
        assert_eq!(store::find(cx, other.id).await.unwrap().id, one.id, "the other's address leads here");
        assert_eq!(store::find_hits(cx, "ada", 5).await.unwrap().len(), 1);
        assert!(pairs().await.is_empty());
        back(cx, &one).await.unwrap();
        let (again, back) = (store::details(cx, one.id).await.unwrap(), store::details(cx, other.id).await.unwrap());
        assert_eq!((again.customer.profile, again.contacts.len()), (one.profile, 1));
        assert_eq!((back.customer.profile, back.contacts.len()), (other.profile, 1));
        assert!(back.contacts[0].is_primary && again.contacts[0].is_primary);
        assert_eq!(pairs().await.len(), 1);
    }

    async fn merges_within_merges_come_apart_in_turn(house: TestHouse) {
        let cx = &admin(house).await;
        let named = |name: &str| Profile { name: name.into(), ..Profile::begin() };
        let person = |name: &str| Person { first_name: name.into(), ..Person::default() };
        let a = made(cx, named("A"), person("Ann")).await;
        let b = made(cx, named("B"), person("Ben")).await;
        let c = made(cx, named("C"), person("Cleo")).await;
        let people = |of: &Customer| {
            let id = of.id;
            async move {
                let contacts = store::details(cx, id).await.unwrap().contacts;
                contacts.into_iter().map(|contact| contact.person.first_name).collect::<Vec<_>>()
            }
        };
        let wish = |one: &Customer, other: &Customer| MergeWish { one: one.id.0, other: other.id.0, take: None, seen: Vec::new() };
        merge::run(cx, RecordKind::Customer, &wish(&b, &c)).await.unwrap();
        merge::run(cx, RecordKind::Customer, &wish(&a, &b)).await.unwrap();
        assert_eq!(people(&a).await, ["Ann", "Ben", "Cleo"]);
        back(cx, &a).await.unwrap();
        assert_eq!((people(&a).await, people(&b).await), (vec!["Ann".into()], vec!["Ben".into(), "Cleo".into()]));
        let history = timeline::list(cx, b.record(), TimelineFilter::All, None, None).await.unwrap();
        let merged = history.items.iter().find(|entry| entry.kind == "record.merged").unwrap();
        undo::run(cx, b.record(), merged.id, &[]).await.unwrap();
        assert_eq!((people(&b).await, people(&c).await), (vec!["Ben".to_owned()], vec!["Cleo".to_owned()]));
    }

    async fn the_bin_holds_customers_and_lets_them_go(house: TestHouse) {
        let cx = &admin(house).await;
        let (kept, gone) = (made(cx, acme(), zoe()).await, made(cx, Profile { email: None, ..acme() }, Person::default()).await);
        store::delete(cx, kept.id).await.unwrap();
        store::delete(cx, gone.id).await.unwrap();
        let binned = bin::list(cx, RecordKind::Customer, "", None).await.unwrap().items;
        assert_eq!(binned.len(), 2);
        store::restore(cx, kept.id).await.unwrap();
        assert_eq!(store::details(cx, kept.id).await.unwrap().contacts.len(), 1);
        let later = &Context { now: cx.now.plus(31 * kernel::Instant::DAY), ..cx.clone() };
        assert_eq!(purge::purge(&later.on_behalf(kernel::Actor::System)).await.unwrap(), 1);
        let rows = Q::new("select count(*) from customer").number(cx.db()).await.unwrap();
        assert_eq!(rows, 1);
        assert_eq!(store::restore(cx, gone.id).await, Err(Error::NotFound));
    }
}
