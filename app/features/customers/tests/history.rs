//! The history of a customer as a table, and who sees a customer.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use customers::store::{self, NewCustomer};
use customers::{Person, Profile, Sight};
use fields::Patch;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, CustomerId, Error, Feature};
use records::HistoryQuery;
use records::store::{history, undo};

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse, name: &str) -> Context {
    let id = staff::testing::insert_admin(&house.system(), name).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn clerk(house: &TestHouse, name: &str, cans: &[Can]) -> Context {
    let rights = cans.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can));
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn acme(cx: &Context) -> CustomerId {
    let profile = Profile { name: "Acme".into(), ..Profile::begin() };
    let contact = Person { first_name: "Zoe".into(), ..Person::default() };
    store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap()
}

async fn change(cx: &Context, id: CustomerId, patch: Patch) {
    let now = store::find(cx, id).await.unwrap();
    store::update(cx, id, now.version, &patch).await.unwrap();
}

/// Field, value before, value after and person of each row, newest first.
async fn table(
    cx: &Context,
    id: CustomerId,
    query: HistoryQuery,
) -> Vec<(String, bool, bool, Option<String>)> {
    let record = store::find(cx, id).await.unwrap().record();
    let rows = history::list(cx, record, &query).await.unwrap().rows.items;
    let row = |row: records::HistoryRow| {
        (row.change.label.key.to_string(), row.change.old.is_some(), row.change.new.is_some(), row.who)
    };
    rows.into_iter().map(row).collect()
}

kernel::contract! {
    with features();

    async fn changes_stand_field_by_field_and_are_narrowed_to_a_field_and_a_person(house: TestHouse) {
        let (marta, yusuf) = (&admin(house, "Marta").await, &admin(house, "Yusuf").await);
        let id = acme(marta).await;
        change(marta, id, Patch::one("city", "Turin").and("phone", "+39 011 5550100")).await;
        change(yusuf, id, Patch::one("city", "Milan")).await;
        let zoe = &store::contacts_of(marta, id).await.unwrap()[0];
        store::update_contact(yusuf, zoe.id, zoe.version, &Patch::one("position", "CEO")).await.unwrap();
        let all = table(marta, id, HistoryQuery::default()).await;
        let who = |name: &str| Some(name.to_owned());
        assert_eq!(all.len(), 4, "{all:?}");
        assert_eq!(all[0], ("field-position".into(), false, true, who("Yusuf")), "of a contact, too");
        assert_eq!(all[1], ("field-city".into(), true, true, who("Yusuf")));
        let cities = table(marta, id, HistoryQuery { field: Some("city".into()), ..HistoryQuery::default() }).await;
        assert_eq!(cities.len(), 2);
        let own = HistoryQuery { field: Some("city".into()), staff: marta.staff_id(), before: None };
        assert_eq!(table(marta, id, own).await, [("field-city".into(), false, true, who("Marta"))]);
        let record = store::find(marta, id).await.unwrap().record();
        let all = history::list(marta, record, &HistoryQuery::default()).await.unwrap();
        let keys: Vec<&str> = all.fields.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["city", "phone", "position"]);
        assert_eq!(all.people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Marta", "Yusuf"]);
        let last = &all.rows.items[1];
        assert!(last.can_undo && !last.is_undone);
        undo::run(marta, record, last.event, &[]).await.unwrap();
        assert_eq!(store::find(marta, id).await.unwrap().profile.city.as_deref(), Some("Turin"), "a former value is back");
    }

    async fn a_long_history_comes_in_pages_without_gaps(house: TestHouse) {
        let cx = &admin(house, "Marta").await;
        let id = acme(cx).await;
        for number in 0..70 {
            change(cx, id, Patch::one("city", format!("City {number}"))).await;
        }
        let record = store::find(cx, id).await.unwrap().record();
        let (mut query, mut seen) = (HistoryQuery::default(), Vec::new());
        loop {
            let page = history::list(cx, record, &query).await.unwrap().rows;
            seen.extend(page.items.into_iter().map(|row| row.event));
            match page.next_cursor {
                Some(cursor) => query.before = Some(cursor),
                None => break,
            }
        }
        let mut sorted = seen.clone();
        sorted.sort_unstable_by(|one, other| other.cmp(one));
        sorted.dedup();
        assert_eq!((seen.len(), &seen), (70, &sorted));
    }

    async fn who_sees_a_customer_is_said_by_what_decides_it(house: TestHouse) {
        let marta = &admin(house, "Marta").await;
        let own = [Can::ViewOwn, Can::Edit];
        let (ann, bob, eve, all, out) = (
            &clerk(house, "Ann", &own).await,
            &clerk(house, "Bob", &own).await,
            &clerk(house, "Eve", &[Can::ViewOwn]).await,
            &clerk(house, "Zed", &[Can::ViewAll]).await,
            &clerk(house, "Out", &own).await,
        );
        let id = acme(marta).await;
        let roles = Patch::one("manager_id", ann.staff_id()).and("service_manager_id", bob.staff_id());
        change(marta, id, roles.and("administrators", [eve.staff_id().unwrap()])).await;
        let seers = store::seers(marta, id).await.unwrap();
        let told: Vec<_> = seers.iter().map(|seer| (seer.name.as_str(), seer.sight, seer.may_edit)).collect();
        assert_eq!(
            told,
            [
                ("Ann", Sight::Manages, true),
                ("Bob", Sight::Serves, true),
                ("Eve", Sight::Administers, false),
                ("Zed", Sight::Role, false),
                ("Marta", Sight::Admin, true),
            ]
        );
        // It says the same as the door does.
        for cx in [ann, bob, eve, all, out, marta] {
            let sees = store::find(cx, id).await.is_ok();
            assert_eq!(sees, seers.iter().any(|seer| Some(seer.id) == cx.staff_id()));
        }
        assert_eq!(store::seers(out, id).await, Err(Error::NotFound));
    }
}
