//! Pictures of customers and of their contacts, on both databases: who gets them, and what becomes of them with their
//! customer.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use customers::store::{self, NewCustomer};
use customers::{Contact, Person, Profile};
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{Area, Can, Capabilities, Context, CustomerId, Error, Feature, Instant, RecordKind, RecordRef};
use records::store::pictures::{self, Size};
use records::store::{purge, undo};
use records::{PictureRef, TimelineFilter};

const PNG: &[u8] = include_bytes!("../../records/tests/two_pixels.png");

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), duplicates::feature(), customers::feature()]
}

fn rights(all: &[Can]) -> Capabilities {
    all.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Customers, *can))
}

async fn person(house: &TestHouse, name: &str, rights: Capabilities) -> Context {
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    house.as_staff(id, rights)
}

/// Somebody who may do everything with their own customers, one of these, and its contact.
async fn begin(house: &TestHouse) -> (Context, RecordRef, Contact) {
    let cx = person(house, "Ann", rights(&[Can::ViewOwn, Can::Create, Can::Edit, Can::Delete])).await;
    let profile = Profile { name: "Harbour Mills".into(), is_active: true, ..Profile::default() };
    let contact = Person { first_name: "Zoë".into(), ..Person::default() };
    let id = store::create(&cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    let contact = contact_of(&cx, id).await;
    (cx, RecordRef { kind: RecordKind::Customer, id: id.0 }, contact)
}

async fn contact_of(cx: &Context, id: CustomerId) -> Contact {
    store::contacts_of(cx, id).await.unwrap().remove(0)
}

async fn put(cx: &Context, record: RecordRef) -> kernel::Result<PictureRef> {
    let mut incoming = pictures::begin(cx, record).await?;
    incoming.write(PNG).await?;
    pictures::finish(cx, incoming, None).await
}

kernel::contract! {
    with features();

    async fn the_list_and_the_page_say_which_pictures_there_are(house: TestHouse) {
        let (cx, customer, contact) = begin(house).await;
        let id = CustomerId(customer.id);
        assert_eq!((store::find(&cx, id).await.unwrap().picture, contact.picture), (None, None));
        let (logo, photo) = (put(&cx, customer).await.unwrap(), put(&cx, contact.record()).await.unwrap());
        let listed = store::list(&cx, &lists::ListQuery::default()).await.unwrap().items.remove(0);
        assert_eq!(listed.picture, Some(logo));
        assert_eq!(contact_of(&cx, id).await.picture, Some(photo));
        assert_eq!(store::details(&cx, id).await.unwrap().contacts[0].picture, Some(photo));
        pictures::remove(&cx, customer).await.unwrap();
        assert_eq!(store::find(&cx, id).await.unwrap().picture, None);
    }

    async fn a_contacts_picture_is_for_those_who_see_the_customer(house: TestHouse) {
        let (cx, customer, contact) = begin(house).await;
        let contact = contact.record();
        let pictures = [put(&cx, customer).await.unwrap(), put(&cx, contact).await.unwrap()];
        let stranger = person(house, "Eve", rights(&[Can::ViewOwn, Can::Create, Can::Edit])).await;
        let outsider = person(house, "Gil", Capabilities::NONE).await;
        let reader = person(house, "Ron", rights(&[Can::ViewAll])).await;
        for (record, picture) in [customer, contact].into_iter().zip(pictures) {
            for other in [&stranger, &outsider] {
                assert_eq!(pictures::open(other, picture.id, Size::Small).await, Err(Error::NotFound));
                assert_eq!(pictures::find(other, record).await, Err(Error::NotFound));
                assert_eq!(put(other, record).await, Err(Error::NotFound));
                assert_eq!(pictures::restore(other, record, picture.id).await, Err(Error::NotFound));
            }
            assert!(pictures::open(&reader, picture.id, Size::Large).await.is_ok());
            assert!(matches!(put(&reader, record).await, Err(Error::Forbidden(_))));
        }
        let nobody = RecordRef { id: 999, ..contact };
        assert_eq!(put(&cx, nobody).await, Err(Error::NotFound));
    }

    async fn a_contacts_picture_stands_in_the_customers_history_and_is_taken_back_there(house: TestHouse) {
        let (cx, customer, contact) = begin(house).await;
        let photo = put(&cx, contact.record()).await.unwrap();
        let newest =
            records::timeline::list(&cx, customer, TimelineFilter::All, None, None).await.unwrap().items.remove(0);
        let q = Q::new("select kind, record_kind, record_id from event order by id desc limit 1");
        let told: (String, String, i64) = q.one(cx.db()).await.unwrap();
        assert_eq!(told, ("picture.changed".into(), "contact".into(), contact.id.0));
        undo::run(&cx, customer, newest.id, &[]).await.unwrap();
        assert_eq!(pictures::find(&cx, contact.record()).await, Ok(None));
        assert_eq!(pictures::open(&cx, photo.id, Size::Small).await, Err(Error::NotFound));
    }

    async fn no_picture_is_given_out_of_the_bin_and_none_is_left_when_it_is_emptied(house: TestHouse) {
        let (cx, customer, contact) = begin(house).await;
        let pictures = [put(&cx, customer).await.unwrap(), put(&cx, contact.record()).await.unwrap()];
        store::delete(&cx, CustomerId(customer.id)).await.unwrap();
        for picture in pictures {
            assert_eq!(pictures::open(&cx, picture.id, Size::Small).await, Err(Error::NotFound));
        }
        house.foyer.clock.advance(31 * Instant::DAY);
        assert_eq!(purge::purge(&house.system()).await, Ok(1));
        assert_eq!(Q::new("select count(*) from picture").number(cx.db()).await, Ok(0));
    }
}
