//! Consent to marketing of customers and of the people there.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use consent::How;
use customers::store::{self, NewCustomer};
use customers::{Contact, Customer, Greeting, Person, Profile};
use kernel::testing::TestHouse;
use kernel::{Actor, Area, Can, Capabilities, Context, Error, Feature};
use records::TimelineFilter;
use records::store::timeline;
use staff::guests::Guests;

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn acme(cx: &Context) -> (Customer, Contact) {
    let profile = Profile { name: "Acme".into(), ..Profile::begin() };
    let contact = Person {
        first_name: "Zoe".into(),
        email: Some("zoe@acme.example".into()),
        has_portal: true,
        ..Person::default()
    };
    let id = store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap();
    let contact = store::invite_contact(cx, id, &contact, &Greeting::default()).await.unwrap();
    (store::find(cx, id).await.unwrap(), contact)
}

/// The contact as it asks in the portal.
async fn guest(house: &TestHouse, contact: &Contact) -> Context {
    let guests = *house.foyer.parts::<Guests>().next().unwrap();
    let guest = (guests.find)(&house.system(), contact.id).await.unwrap().unwrap();
    house.as_actor(Actor::Contact(guest.actor))
}

async fn told(cx: &Context, customer: &Customer) -> Vec<String> {
    let page = timeline::list(cx, customer.record(), TimelineFilter::All, None, None).await.unwrap();
    page.items.into_iter().map(|entry| entry.kind).filter(|kind| kind.starts_with("consent.")).collect()
}

kernel::contract! {
    with features();

    async fn consent_is_off_until_it_is_given_and_each_change_is_kept(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contact) = acme(cx).await;
        let records = [customer.record(), contact.record()];
        let before = consent::store::list(cx, &records).await.unwrap();
        assert!(before.iter().all(|one| !one.is_given && one.changes.is_empty() && one.withdraw_path.is_none()));
        let now = consent::store::note(cx, contact.record(), true, How::Paper, " Binder 4 ").await.unwrap();
        assert!(now.is_given && now.withdraw_path.is_some());
        consent::store::note(cx, contact.record(), false, How::Phone, "").await.unwrap();
        let both = consent::store::list(cx, &records).await.unwrap();
        assert!(!both[0].is_given && both[0].changes.is_empty(), "the customer was not asked");
        let changes: Vec<_> = both[1].changes.iter().map(|one| (one.is_given, one.how, one.note.as_deref())).collect();
        assert_eq!(changes, [(false, How::Phone, None), (true, How::Paper, Some("Binder 4"))]);
        assert_eq!(both[1].changes[0].by.as_deref(), Some("Marta"));
        assert_eq!(told(cx, &customer).await, ["consent.withdrawn", "consent.given"], "in the customer's history");
        let forged = consent::store::note(cx, contact.record(), true, How::Portal, "").await;
        assert!(forged.unwrap_err().field("how").is_some(), "staff note nothing as if the contact had done it");
    }

    async fn whoever_has_the_link_withdraws_and_can_do_nothing_else(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contact) = acme(cx).await;
        let now = consent::store::note(cx, contact.record(), true, How::InPerson, "").await.unwrap();
        let token = now.withdraw_path.unwrap().split_once("token=").unwrap().1.to_owned();
        let nobody = &house.as_actor(Actor::Anonymous);
        for _ in 0..2 {
            consent::store::withdraw(nobody, &token).await.unwrap();
        }
        assert_eq!(consent::store::withdraw(nobody, "nobodys").await, Err(Error::NotFound));
        assert_eq!(told(cx, &customer).await, ["consent.withdrawn", "consent.given"], "twice is once");
        let again = consent::store::note(cx, contact.record(), true, How::Phone, "").await.unwrap();
        assert!(again.is_given);
        store::delete_contact(cx, contact.id).await.unwrap();
        consent::store::withdraw(nobody, &token).await.ok();
        let left = consent::store::list(cx, &[contact.record()]).await;
        assert_eq!(left, Err(Error::NotFound), "whose customer's contact is gone");
    }

    async fn a_contact_decides_for_itself_in_the_portal(house: TestHouse) {
        let cx = &admin(house).await;
        let (customer, contact) = acme(cx).await;
        let guest = &guest(house, &contact).await;
        assert_eq!(consent::store::mine(guest).await, Ok(false));
        for _ in 0..2 {
            consent::store::save_mine(guest, true).await.unwrap();
        }
        assert_eq!(consent::store::mine(guest).await, Ok(true));
        let seen = consent::store::list(cx, &[contact.record()]).await.unwrap();
        assert_eq!((seen[0].changes.len(), seen[0].changes[0].how, seen[0].changes[0].by.as_deref()), (1, How::Portal, None));
        assert_eq!(told(cx, &customer).await, ["consent.given"]);
        assert!(consent::store::mine(cx).await.is_err(), "staff are no contact");
        assert!(consent::store::list(guest, &[contact.record()]).await.is_err(), "and a contact is no staff");
    }

    async fn only_who_may_change_the_customer_notes_consent(house: TestHouse) {
        let cx = &admin(house).await;
        let (_, contact) = acme(cx).await;
        let only = |cans: &[Can]| cans.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can));
        for (rights, expected) in [(only(&[Can::ViewAll]), "forbidden"), (only(&[Can::ViewOwn, Can::Edit]), "not found")] {
            let id = staff::testing::insert_staff(&house.system(), "other", rights).await;
            let other = &house.as_actor(staff::testing::actor(&house.system(), id).await);
            let error = consent::store::note(other, contact.record(), true, How::Phone, "").await.unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
        assert!(!consent::store::is_given(cx, contact.record()).await.unwrap());
    }
}
