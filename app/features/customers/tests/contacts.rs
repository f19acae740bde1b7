//! The people at customers: changed, named first, removed and taken back, and with which addresses they sign in.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use customers::store::{self, NewCustomer};
use customers::{Contact, Customer, Permissions, Person, Profile};
use fields::Edit;
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, Error, Feature};
use records::TimelineFilter;
use records::store::{timeline, undo};

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

fn person(name: &str) -> Person {
    let email = Some(format!("{}@acme.example", name.to_lowercase()));
    Person { first_name: name.into(), email, ..Person::default() }
}

async fn acme(cx: &Context, people: &[&str]) -> (Customer, Vec<Contact>) {
    let profile = Profile { name: "Acme".into(), ..Profile::begin() };
    let new = NewCustomer { profile, contact: person(people[0]), ..NewCustomer::default() };
    let id = store::create(cx, &new).await.unwrap();
    for name in &people[1..] {
        store::add_contact(cx, id, &person(name)).await.unwrap();
    }
    (store::find(cx, id).await.unwrap(), store::contacts_of(cx, id).await.unwrap())
}

async fn primary(cx: &Context, customer: &Customer) -> Vec<String> {
    let all = store::contacts_of(cx, customer.id).await.unwrap();
    all.into_iter().filter(|contact| contact.is_primary).map(|contact| contact.person.name()).collect()
}

fn login(contact: &Contact) -> Edit {
    Edit::between(&contact.person, &Person { has_portal: true, ..contact.person.clone() })
}

fn is_taken<T: std::fmt::Debug>(answer: Result<T, Error>) -> bool {
    matches!(&answer, Err(error) if error.field("email").is_some_and(|text| text.key == "contact-login-taken" || text.key == "staff-email-taken"))
}

kernel::contract! {
    with features();

    async fn a_contact_is_changed_told_and_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contacts) = acme(cx, &["Zoe"]).await;
        let zoe = &contacts[0];
        let sees = Permissions { sees_invoices: true, sees_files: true, ..Permissions::default() };
        let wished = Person { last_name: "Quill".into(), mobile: Some("+39 333 1234567".into()), sees, ..zoe.person.clone() };
        let after = store::edit_contact(cx, zoe.id, &Edit::between(&zoe.person, &wished)).await.unwrap();
        assert_eq!((&after.person, after.version), (&wished, 2));
        assert_eq!(store::find_contact(cx, zoe.id).await.unwrap(), after);
        assert_eq!(store::find_hits(cx, "quill", 10).await.unwrap().len(), 1, "found by the new name");
        let history = timeline::list(cx, customer.record(), TimelineFilter::All, None, None).await.unwrap();
        let entry = &history.items[0];
        assert_eq!((entry.kind.as_str(), entry.record, entry.can_undo), ("contact.updated", zoe.record(), true));
        undo::run(cx, customer.record(), entry.id, &[]).await.unwrap();
        assert_eq!(store::find_contact(cx, zoe.id).await.unwrap().person, zoe.person);
        assert_eq!(store::find_hits(cx, "quill", 10).await.unwrap().len(), 0);
    }

    async fn two_people_change_one_contact(house: TestHouse) {
        let cx = &admin(house).await;
        let (_, contacts) = acme(cx, &["Zoe"]).await;
        let zoe = &contacts[0];
        let with = |change: fn(&mut Person)| {
            let mut wished = zoe.person.clone();
            change(&mut wished);
            Edit::between(&zoe.person, &wished)
        };
        store::edit_contact(cx, zoe.id, &with(|p| p.position = Some("CEO".into()))).await.unwrap();
        store::edit_contact(cx, zoe.id, &with(|p| p.phone = Some("+39 011 5550100".into()))).await.unwrap();
        let both = store::find_contact(cx, zoe.id).await.unwrap().person;
        assert_eq!((both.position.as_deref(), both.phone.is_some()), (Some("CEO"), true), "other fields both win");
        let late = store::edit_contact(cx, zoe.id, &with(|p| p.position = Some("CFO".into()))).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    }

    async fn one_contact_is_the_primary_one_whatever_happens(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contacts) = acme(cx, &["Ada", "Bob", "Cyd"]).await;
        let [ada, bob, cyd] = [&contacts[0], &contacts[1], &contacts[2]];
        assert_eq!(primary(cx, &customer).await, ["Ada"]);
        store::make_primary(cx, cyd.id).await.unwrap();
        assert_eq!(primary(cx, &customer).await, ["Cyd"]);
        store::delete_contact(cx, cyd.id).await.unwrap();
        assert_eq!(primary(cx, &customer).await, ["Ada"], "the oldest of the others");
        assert_eq!(store::find_contact(cx, cyd.id).await, Err(Error::NotFound));
        store::restore_contact(cx, cyd.id).await.unwrap();
        assert_eq!(primary(cx, &customer).await, ["Ada"], "who comes back takes nobody's place");
        for one in [ada, bob, cyd] {
            store::delete_contact(cx, one.id).await.unwrap();
        }
        assert_eq!(primary(cx, &customer).await, Vec::<String>::new());
        store::restore_contact(cx, bob.id).await.unwrap();
        assert_eq!(primary(cx, &customer).await, ["Bob"], "the first one is it by itself");
        store::add_contact(cx, customer.id, &person("Dan")).await.unwrap();
        // Not even a statement past all rules makes a second one.
        let second = cx.tx(|tx| async move {
            Q::new("update contact set is_primary = ? where deleted_at is null").bind(true).run(&tx).await
        });
        assert!(matches!(second.await, Err(Error::Duplicate(_))));
    }

    async fn an_added_contact_is_taken_back_from_the_history(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, _) = acme(cx, &["Ada", "Bob"]).await;
        let history = timeline::list(cx, customer.record(), TimelineFilter::All, None, None).await.unwrap();
        assert_eq!(history.items[0].kind, "contact.created");
        undo::run(cx, customer.record(), history.items[0].id, &[]).await.unwrap();
        let left = store::contacts_of(cx, customer.id).await.unwrap();
        assert_eq!(left.iter().map(|one| one.person.name()).collect::<Vec<_>>(), ["Ada"]);
        let history = timeline::list(cx, customer.record(), TimelineFilter::All, None, None).await.unwrap();
        undo::run(cx, customer.record(), history.items[0].id, &[]).await.unwrap();
        assert_eq!(store::contacts_of(cx, customer.id).await.unwrap().len(), 2);
    }

    async fn an_address_signs_in_once_over_contacts_and_staff(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contacts) = acme(cx, &["Ada", "Bob"]).await;
        let [ada, bob] = [&contacts[0], &contacts[1]];
        let nameless = Edit::between(&ada.person, &Person { has_portal: true, email: None, ..ada.person.clone() });
        assert!(matches!(store::edit_contact(cx, ada.id, &nameless).await, Err(Error::Invalid(_))));
        store::edit_contact(cx, ada.id, &login(ada)).await.unwrap();
        let same = Person { email: Some("ADA@acme.example".into()), ..bob.person.clone() };
        let bob = store::edit_contact(cx, bob.id, &Edit::between(&bob.person, &same)).await.unwrap();
        assert!(is_taken(store::edit_contact(cx, bob.id, &login(&bob)).await), "a contact of record may share it, a login not");
        let new = |email: &str| staff::store::NewStaff {
            name: "Eve".into(),
            email: email.into(),
            password: None,
            role_id: None,
            is_admin: false,
            language: None,
        };
        assert!(is_taken(staff::store::add(cx, new("ada@acme.example")).await), "nor may staff");
        staff::store::add(cx, new("eve@acme.example")).await.unwrap();
        let eve = store::add_contact(cx, customer.id, &person("Eve")).await.unwrap();
        assert!(is_taken(store::edit_contact(cx, eve.id, &login(&eve)).await), "nor a contact that of staff");
        // Whoever is gone leaves the address to others, and comes back only if nobody took it.
        store::delete_contact(cx, ada.id).await.unwrap();
        store::edit_contact(cx, bob.id, &login(&bob)).await.unwrap();
        assert!(is_taken(store::restore_contact(cx, ada.id).await));
    }

    async fn whose_customer_is_gone_signs_in_no_more_and_leaves_nothing_when_the_bin_is_emptied(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contacts) = acme(cx, &["Ada", "Bob"]).await;
        store::edit_contact(cx, contacts[0].id, &login(&contacts[0])).await.unwrap();
        store::delete(cx, customer.id).await.unwrap();
        let logins = async || Q::new("select count(*) from login_email where contact_id is not null").number(cx.db()).await.unwrap();
        assert_eq!(logins().await, 0, "the address is free for others");
        store::restore(cx, customer.id).await.unwrap();
        assert_eq!(logins().await, 1, "and signs in again when the customer is back");
        assert_eq!(store::contacts_of(cx, customer.id).await.unwrap().len(), 2);
        store::delete(cx, customer.id).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        records::store::purge::purge(&house.system()).await.unwrap();
        let rows = Q::new("select (select count(*) from contact) + (select count(*) from customer)");
        assert_eq!(rows.number(cx.db()).await, Ok(0));
    }

    async fn two_cannot_take_one_address_at_the_same_moment(house: TestHouse) {
        let cx = &admin(house).await;
        let (_, contacts) = acme(cx, &["Ada", "Bob"]).await;
        let same = Person { email: contacts[0].person.email.clone(), ..contacts[1].person.clone() };
        let bob = store::edit_contact(cx, contacts[1].id, &Edit::between(&contacts[1].person, &same)).await.unwrap();
        let (first, second) = (login(&contacts[0]), login(&bob));
        let (one, other) = futures::join!(
            store::edit_contact(cx, contacts[0].id, &first),
            store::edit_contact(cx, bob.id, &second)
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1, "{one:?} {other:?}");
        assert!(is_taken(one.and(other)));
    }

    async fn who_does_not_see_the_customer_does_not_see_its_people(house: TestHouse) {
        let cx = &admin(house).await;
        let (_, contacts) = acme(cx, &["Ada"]).await;
        let ada = &contacts[0];
        let who = async |name: &str, can: &[Can]| {
            let may = can.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can));
            house.as_staff(staff::testing::insert_staff(&house.system(), name, may).await, may)
        };
        let (own, all) = (who("Own", &[Can::ViewOwn, Can::Edit, Can::Delete]).await, who("All", &[Can::ViewAll]).await);
        let rename = Edit::between(&ada.person, &Person { first_name: "Eve".into(), ..ada.person.clone() });
        assert_eq!(store::find_contact(&own, ada.id).await, Err(Error::NotFound));
        assert_eq!(store::edit_contact(&own, ada.id, &rename).await, Err(Error::NotFound));
        assert_eq!(store::make_primary(&own, ada.id).await, Err(Error::NotFound));
        assert_eq!(store::delete_contact(&own, ada.id).await, Err(Error::NotFound));
        assert_eq!(own.open(ada.record()).await.map(drop), Err(Error::NotFound));
        assert!(store::find_contact(&all, ada.id).await.is_ok());
        assert!(matches!(store::edit_contact(&all, ada.id, &rename).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete_contact(&all, ada.id).await, Err(Error::Forbidden(_))));
        assert_eq!(store::find_contact(cx, ada.id).await.unwrap(), *ada, "nothing happened");
    }
}
