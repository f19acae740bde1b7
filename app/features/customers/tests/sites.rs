//! The sites of customers: made, changed, removed and taken back, and what becomes of them with their customers.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use customers::store::{self, NewCustomer};
use customers::{Customer, Person, Place, Profile, Site};
use duplicates::MergeWish;
use duplicates::store::merge;
use fields::store::definitions;
use fields::{CustomField, CustomValues, Edit, FieldType, Patch};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, ContactId, Context, CustomerId, Error, Feature, RecordKind};
use records::TimelineFilter;
use records::store::{timeline, undo};

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn place(name: &str) -> Place {
    Place { name: name.into(), city: some("Ivrea"), ..Place::default() }
}

async fn customer(cx: &Context, name: &str, contact: &str) -> Customer {
    let profile = Profile { name: name.into(), ..Profile::begin() };
    let contact = Person { first_name: contact.into(), ..Person::default() };
    let id = store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    store::find(cx, id).await.unwrap()
}

async fn first_contact(cx: &Context, of: &Customer) -> ContactId {
    store::contacts_of(cx, of.id).await.unwrap()[0].id
}

async fn sites(cx: &Context, customer: CustomerId) -> Vec<Site> {
    store::sites_of(cx, customer, None, None).await.unwrap().items
}

async fn names(cx: &Context, customer: &Customer) -> Vec<String> {
    sites(cx, customer.id).await.into_iter().map(|site| site.place.name).collect()
}

fn edit(site: &Site, change: impl FnOnce(&mut Place)) -> Edit {
    let mut wished = site.place.clone();
    change(&mut wished);
    Edit::between(&site.place, &wished)
}

async fn merged(cx: &Context, one: &Customer, other: &Customer) {
    let wish = MergeWish { one: one.id.0, other: other.id.0, take: None, seen: Vec::new() };
    merge::run(cx, RecordKind::Customer, &wish).await.unwrap();
}

/// Takes back what this customer's history tells last of this kind.
async fn take_back(cx: &Context, of: &Customer, kind: &str) {
    let history = timeline::list(cx, of.record(), TimelineFilter::All, None, Some(300)).await.unwrap().items;
    let told = history.iter().find(|entry| entry.kind == kind).unwrap();
    undo::run(cx, of.record(), told.id, &[]).await.unwrap();
}

kernel::contract! {
    with features();

    async fn a_site_is_changed_told_and_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        let made = store::add_site(cx, acme.id, &place(" Old mill ")).await.unwrap();
        assert_eq!((made.place.name.as_str(), made.version, made.customer_id), ("Old mill", 1, acme.id));
        assert_eq!(store::find_hits(cx, "mill", 10).await.unwrap().len(), 1, "the customer is found by its site");
        let zoe = first_contact(cx, &acme).await;
        let wished = edit(&made, |place| {
            place.name = "Tower".into();
            place.contact_id = Some(zoe);
            place.access_notes = some("Ring twice\nthen wait");
        });
        let after = store::edit_site(cx, made.id, &wished).await.unwrap();
        assert_eq!((after.version, after.contact.as_deref()), (2, Some("Zoe")));
        assert_eq!(store::find_site(cx, made.id).await.unwrap(), after);
        assert_eq!(store::find_hits(cx, "mill", 10).await.unwrap().len(), 0);
        assert_eq!(store::find_hits(cx, "twice", 10).await.unwrap().len(), 0, "how one gets in is found by nobody");
        let history = timeline::list(cx, acme.record(), TimelineFilter::All, None, None).await.unwrap();
        let entry = &history.items[0];
        assert_eq!((entry.kind.as_str(), entry.record, entry.can_undo), ("site.updated", made.record(), true));
        let told = format!("{entry:?}");
        assert!(told.contains("Zoe") && told.contains("Ring twice"), "{told}");
        undo::run(cx, acme.record(), entry.id, &[]).await.unwrap();
        assert_eq!(store::find_site(cx, made.id).await.unwrap().place, made.place);
        take_back(cx, &acme, "site.created").await;
        assert_eq!(names(cx, &acme).await, Vec::<String>::new());
        take_back(cx, &acme, "site.deleted").await;
        assert_eq!(names(cx, &acme).await, ["Old mill"]);
    }

    async fn two_people_change_one_site(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        let seen = store::add_site(cx, acme.id, &place("Mill")).await.unwrap();
        store::edit_site(cx, seen.id, &edit(&seen, |place| place.city = some("Biella"))).await.unwrap();
        store::edit_site(cx, seen.id, &edit(&seen, |place| place.phone = some("+39 011 5550100"))).await.unwrap();
        let both = store::find_site(cx, seen.id).await.unwrap().place;
        assert_eq!((both.city.as_deref(), both.phone.is_some()), (Some("Biella"), true), "other fields both win");
        let late = store::edit_site(cx, seen.id, &edit(&seen, |place| place.city = some("Asti"))).await;
        let Err(Error::Conflict(conflict)) = late else { panic!("{late:?}") };
        assert_eq!(conflict.current["clashes"][0]["field"], "city");
        let stale = store::update_site(cx, seen.id, 1, &Patch::one("city", "Asti")).await;
        assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
        store::update_site(cx, seen.id, 3, &Patch::one("city", "Asti")).await.unwrap();
    }

    async fn what_a_site_needs_is_said_field_by_field(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, bolt) = (customer(cx, "Acme", "Zoe").await, customer(cx, "Bolt", "Ivo").await);
        let wrong = Place { email: some("nobody"), country: some("Italy"), ..Place::default() };
        let refused = store::add_site(cx, acme.id, &wrong).await.unwrap_err();
        assert!(["name", "email", "country"].iter().all(|field| refused.field(field).is_some()), "{refused:?}");
        let ivo = first_contact(cx, &bolt).await;
        let foreign = Place { contact_id: Some(ivo), ..place("Mill") };
        let refused = store::add_site(cx, acme.id, &foreign).await.unwrap_err();
        assert!(refused.field("contact_id").is_some(), "somebody of another customer: {refused:?}");
        let made = store::add_site(cx, acme.id, &place("Mill")).await.unwrap();
        for id in [ivo, ContactId(999)] {
            let refused = store::edit_site(cx, made.id, &edit(&made, |place| place.contact_id = Some(id))).await.unwrap_err();
            assert!(refused.field("contact_id").is_some(), "{refused:?}");
        }
        assert_eq!(sites(cx, acme.id).await, [made], "nothing was stored");
    }

    async fn a_contact_person_who_goes_leaves_the_site_whole(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        let zoe = first_contact(cx, &acme).await;
        let made = store::add_site(cx, acme.id, &Place { contact_id: Some(zoe), ..place("Mill") }).await.unwrap();
        store::delete_contact(cx, zoe).await.unwrap();
        let alone = store::find_site(cx, made.id).await.unwrap();
        assert_eq!((alone.contact.clone(), &alone.place), (None, &made.place));
        let moved = store::edit_site(cx, made.id, &edit(&alone, |place| place.city = some("Asti"))).await.unwrap();
        assert_eq!(moved.place.contact_id, Some(zoe), "other fields change as before");
        store::restore_contact(cx, zoe).await.unwrap();
        assert_eq!(store::find_site(cx, made.id).await.unwrap().contact.as_deref(), Some("Zoe"), "who is back is back here, too");
        store::delete_contact(cx, zoe).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        records::store::purge::purge(&house.system()).await.unwrap();
        let left = store::find_site(cx, made.id).await.unwrap();
        assert_eq!((left.place.contact_id, left.place.city.as_deref()), (None, Some("Asti")));
    }

    async fn sites_go_with_their_customer_and_come_back_with_it(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        for name in ["Mill", "Tower", "Attic"] {
            store::add_site(cx, acme.id, &place(name)).await.unwrap();
        }
        let all = sites(cx, acme.id).await;
        assert_eq!(names(cx, &acme).await, ["Attic", "Mill", "Tower"], "by name");
        store::delete_site(cx, all[0].id).await.unwrap();
        house.foyer.clock.advance(kernel::Instant::SECOND);
        let cx = &Context { now: house.foyer.clock.now(), ..cx.clone() };
        store::delete(cx, acme.id).await.unwrap();
        assert_eq!(store::find_site(cx, all[1].id).await, Err(Error::NotFound));
        assert_eq!(store::restore_site(cx, all[1].id).await, Err(Error::NotFound), "not without its customer");
        store::restore(cx, acme.id).await.unwrap();
        assert_eq!(names(cx, &acme).await, ["Mill", "Tower"], "what was removed before stays so");
        store::restore_site(cx, all[0].id).await.unwrap();
        assert_eq!(names(cx, &acme).await, ["Attic", "Mill", "Tower"]);
        store::delete(cx, acme.id).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        records::store::purge::purge(&house.system()).await.unwrap();
        let rows = Q::new("select (select count(*) from site) + (select count(*) from customer)");
        assert_eq!(rows.number(cx.db()).await, Ok(0));
    }

    async fn sites_go_along_when_customers_become_one_and_come_back(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, bolt) = (customer(cx, "Acme", "Zoe").await, customer(cx, "Bolt", "Ivo").await);
        store::add_site(cx, acme.id, &place("Mill")).await.unwrap();
        let ivo = first_contact(cx, &bolt).await;
        let tower = store::add_site(cx, bolt.id, &Place { contact_id: Some(ivo), ..place("Tower") }).await.unwrap();
        let attic = store::add_site(cx, bolt.id, &place("Attic")).await.unwrap();
        store::delete_site(cx, attic.id).await.unwrap();
        merged(cx, &acme, &bolt).await;
        assert_eq!(names(cx, &acme).await, ["Mill", "Tower"]);
        assert_eq!(names(cx, &bolt).await, ["Mill", "Tower"], "its address leads to the one that is left");
        assert_eq!(store::find_site(cx, tower.id).await.unwrap().contact.as_deref(), Some("Ivo"), "who came along");
        let hits = async |cx: &Context| store::find_hits(cx, "tower", 9).await.unwrap().iter().map(|hit| hit.record.id).collect::<Vec<_>>();
        assert_eq!(hits(cx).await, [acme.id.0], "found by what came along");
        store::restore_site(cx, attic.id).await.unwrap();
        assert_eq!(names(cx, &acme).await, ["Attic", "Mill", "Tower"]);
        take_back(cx, &acme, "record.merged").await;
        assert_eq!((names(cx, &acme).await, names(cx, &bolt).await), (vec!["Mill".to_owned()], vec!["Attic".to_owned(), "Tower".to_owned()]));
        assert_eq!(hits(cx).await, [bolt.id.0]);
        assert_eq!(store::find_site(cx, tower.id).await.unwrap().contact.as_deref(), Some("Ivo"));
    }

    async fn a_new_customer_begins_with_its_billing_address_as_a_site(house: TestHouse) {
        let cx = &admin(house).await;
        let billing = |street: &str| Profile {
            name: "Acme".into(),
            street: some(street),
            postcode: some("10015"),
            country: some("IT"),
            ..Profile::begin()
        };
        let contact = Person { first_name: "Zoe".into(), ..Person::default() };
        let new = NewCustomer { profile: billing("Via Po 12"), contact, has_site: true, ..NewCustomer::default() };
        let id = store::create(cx, &new).await.unwrap();
        let made = sites(cx, id).await;
        let made = &made[0];
        assert_eq!((made.place.name.as_str(), made.place.postcode.as_deref(), made.contact.as_deref()), ("Via Po 12", Some("10015"), Some("Zoe")));
        // Everything that is wrong is said at once, and nothing is made.
        let wrong = Person { email: some("nobody"), ..new.contact.clone() };
        let nowhere = NewCustomer { profile: Profile { name: String::new(), ..billing(" ") }, contact: wrong, ..new.clone() };
        let refused = store::create(cx, &nowhere).await.unwrap_err();
        assert!(["street", "name", "contact_email"].iter().all(|field| refused.field(field).is_some()), "{refused:?}");
        assert_eq!(Q::new("select count(*) from customer").number(cx.db()).await, Ok(1));
        let none = NewCustomer { profile: billing(" "), has_site: false, ..NewCustomer::default() };
        let id = store::create(cx, &none).await.unwrap();
        assert_eq!(sites(cx, id).await, [], "only if it is wished");
        // Who may make customers makes it with them, without the right to change them.
        let may = Capabilities::from_words("customers.create customers.view_own");
        let eve = house.as_staff(staff::testing::insert_staff(&house.system(), "Eve", may).await, may);
        let id = store::create(&eve, &NewCustomer { contact: Person::default(), ..new }).await.unwrap();
        assert_eq!(sites(&eve, id).await[0].contact, None);
        assert!(matches!(store::add_site(&eve, id, &place("Mill")).await, Err(Error::Forbidden(_))));
    }

    async fn a_site_has_the_fields_that_the_house_added(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        let roof = definitions::save(cx, &CustomField::new(RecordKind::Site, "Roof", FieldType::Text)).await.unwrap();
        let mut custom = CustomValues::default();
        custom.set(roof.key(), Some("flat".into()));
        let made = store::add_site(cx, acme.id, &Place { custom, ..place("Mill") }).await.unwrap();
        assert_eq!(store::find_site(cx, made.id).await.unwrap().place.custom.get(&roof.key()), Some(&"flat".into()));
        let other = store::update_site(cx, made.id, 1, &Patch::one(roof.key().as_str(), "steep")).await.unwrap();
        assert_eq!(other.place.custom.get(&roof.key()), Some(&"steep".into()));
        take_back(cx, &acme, "site.updated").await;
        assert_eq!(store::find_site(cx, made.id).await.unwrap().place.custom.get(&roof.key()), Some(&"flat".into()));
        let unknown = store::update_site(cx, made.id, 3, &Patch::one("c999", "x")).await;
        assert!(matches!(unknown, Err(Error::Invalid(_))), "{unknown:?}");
        let listed = store::list_sites(cx, acme.id, None).await.unwrap();
        assert_eq!((listed.fields.len(), listed.sites.items.len()), (1, 1));
    }

    async fn a_portfolio_comes_piece_by_piece(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        for name in ["b", "a", "ab", "É", "a"] {
            store::add_site(cx, acme.id, &place(name)).await.unwrap();
        }
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let page = store::sites_of(cx, acme.id, after.as_ref(), Some(2)).await.unwrap();
            all.extend(page.items.into_iter().map(|site| site.place.name));
            match page.next_cursor {
                Some(cursor) => after = Some(cursor),
                None => break,
            }
        }
        assert_eq!(all, ["a", "a", "ab", "b", "É"]);
        assert_eq!(store::details(cx, acme.id).await.unwrap().sites, 5);
    }

    async fn who_does_not_see_the_customer_does_not_see_its_sites(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme", "Zoe").await;
        let mill = store::add_site(cx, acme.id, &place("Mill")).await.unwrap();
        let who = async |name: &str, can: &[Can]| {
            let may = can.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can));
            house.as_staff(staff::testing::insert_staff(&house.system(), name, may).await, may)
        };
        let (own, all) = (who("Own", &[Can::ViewOwn, Can::Edit, Can::Delete]).await, who("All", &[Can::ViewAll]).await);
        let rename = edit(&mill, |place| place.name = "Gone".into());
        assert_eq!(store::find_site(&own, mill.id).await, Err(Error::NotFound));
        assert_eq!(store::sites_of(&own, acme.id, None, None).await, Err(Error::NotFound));
        assert_eq!(store::add_site(&own, acme.id, &place("x")).await, Err(Error::NotFound));
        assert_eq!(store::edit_site(&own, mill.id, &rename).await, Err(Error::NotFound));
        assert_eq!(store::delete_site(&own, mill.id).await, Err(Error::NotFound));
        assert_eq!(store::restore_site(&own, mill.id).await, Err(Error::NotFound));
        assert_eq!(own.open(mill.record()).await.map(drop), Err(Error::NotFound));
        assert_eq!(store::find_hits(&own, "mill", 9).await.unwrap(), []);
        assert!(store::find_site(&all, mill.id).await.is_ok());
        assert_eq!(all.open(mill.record()).await.unwrap().timeline_id, acme.timeline_id);
        assert!(matches!(store::add_site(&all, acme.id, &place("x")).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::edit_site(&all, mill.id, &rename).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete_site(&all, mill.id).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::restore_site(&all, mill.id).await, Err(Error::Forbidden(_))));
        assert_eq!(sites(cx, acme.id).await, [mill], "nothing happened");
    }
}
