//! A lead that goes to a customer who is there already, and comes away again, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use customers::store::NewCustomer;
use customers::{CustomerDetails, Person};
use house::*;
use kernel::db::Q;
use kernel::{Can, Context, CustomerId, Error, RecordKind, RecordRef};
use leads::store::{convert, find};
use leads::{Conversion, Lead, Profile};
use records::store::{notes, timeline};
use records::{NoteDraft, TimelineFilter};

fn record(id: CustomerId) -> RecordRef {
    RecordRef { kind: RecordKind::Customer, id: id.0 }
}

/// A customer with Grace, a note and a tag.
async fn acme(cx: &Context) -> CustomerId {
    let contact =
        Person { first_name: "Grace".into(), email: Some("grace@acme.example".into()), ..Person::default() };
    let profile = customers::Profile { name: "Acme".into(), is_active: true, ..Default::default() };
    let new = NewCustomer { profile, contact, ..NewCustomer::default() };
    let id = customers::store::create(cx, &new).await.unwrap();
    note(cx, record(id), "of acme").await;
    records::store::tags::add(cx, record(id), "Old").await.unwrap();
    id
}

/// A lead with a note and two tags.
async fn ada(cx: &Context, email: &str) -> Lead {
    let profile = Profile { name: "Ada Lovelace".into(), email: Some(email.into()), ..Profile::default() };
    let lead = leads::store::save::create(cx, &profile, &["Hot".into(), "Old".into()]).await.unwrap();
    note(cx, lead.record(), "of ada").await;
    lead
}

async fn note(cx: &Context, record: RecordRef, body: &str) {
    notes::add(cx, record, &NoteDraft { body: body.into(), contacted_at: None }).await.unwrap();
}

async fn notes_of(cx: &Context, record: RecordRef) -> Vec<String> {
    let mut bodies: Vec<_> =
        notes::list(cx, record, None, 50).await.unwrap().into_iter().map(|note| note.body).collect();
    bodies.sort();
    bodies
}

async fn kinds(cx: &Context, record: RecordRef) -> Vec<String> {
    let all = timeline::list(cx, record, TimelineFilter::All, None, Some(300)).await.unwrap().items;
    all.into_iter().map(|entry| entry.kind).collect()
}

async fn details(cx: &Context, id: CustomerId) -> CustomerDetails {
    customers::store::details(cx, id).await.unwrap()
}

fn tags(of: &CustomerDetails) -> Vec<&str> {
    of.customer.tags.iter().map(|tag| tag.name.as_str()).collect()
}

fn to(customer: CustomerId, lead: &Lead) -> Conversion {
    Conversion { version: lead.version, attach_to: Some(customer), ..Conversion::default() }
}

kernel::contract! {
    with features();

    async fn an_attached_lead_brings_all_that_it_has_and_takes_it_away_again(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, ada) = (acme(cx).await, ada(cx, "ada@engines.example").await);
        let (after, customer) = convert::run(cx, ada.id, &to(acme, &ada)).await.unwrap();
        assert_eq!((customer, after.customer_id, after.timeline_id), (acme, Some(acme), ada.timeline_id));
        let with = details(cx, acme).await;
        let names: Vec<_> = with.contacts.iter().map(|contact| (contact.person.name(), contact.is_primary)).collect();
        assert_eq!(names, [("Grace".to_owned(), true), ("Ada Lovelace".to_owned(), false)]);
        assert_eq!(tags(&with), ["Hot", "Old"]);
        assert_eq!(notes_of(cx, record(acme)).await, ["of acme", "of ada"]);
        let told = kinds(cx, record(acme)).await;
        for kind in ["lead.created", "lead.converted", "customer.lead_attached", "customer.created"] {
            assert!(told.iter().any(|own| own == kind), "{kind} is missing in {told:?}");
        }
        assert_eq!(notes_of(cx, ada.record()).await, ["of ada"], "the lead's page is the lead's own");
        note(cx, ada.record(), "later").await;
        assert_eq!(notes_of(cx, record(acme)).await, ["later", "of acme", "of ada"]);

        let back = convert::undo(cx, ada.id, after.version).await.unwrap();
        assert_eq!((back.customer_id, back.stage_id()), (None, ada.stage_id()));
        let without = details(cx, acme).await;
        assert_eq!((without.contacts.len(), tags(&without)), (1, vec!["Old"]));
        assert_eq!(notes_of(cx, record(acme)).await, ["of acme"]);
        assert_eq!(notes_of(cx, ada.record()).await, ["later", "of ada"]);
        assert_eq!(kinds(cx, record(acme)).await[0], "customer.lead_detached");

        convert::run(cx, ada.id, &to(acme, &back)).await.unwrap();
        assert_eq!(notes_of(cx, record(acme)).await, ["later", "of acme", "of ada"], "and once more");
        assert_eq!(drift(house).await, 0);
    }

    async fn what_somebody_did_since_stays_when_a_lead_is_detached(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, ada) = (acme(cx).await, ada(cx, "ada@engines.example").await);
        let (after, _) = convert::run(cx, ada.id, &to(acme, &ada)).await.unwrap();
        let hot = details(cx, acme).await.customer.tags.into_iter().find(|tag| tag.name == "Hot").unwrap();
        records::store::tags::remove(cx, record(acme), hot.id).await.unwrap();
        records::store::tags::add(cx, record(acme), "Hot").await.unwrap();
        // There is no form yet in which a contact could be changed.
        cx.tx(|tx| async move {
            let changed = Q::new("update contact set version = 2 where customer_id = ? and not is_primary");
            changed.bind(acme).run(&tx).await
        })
        .await
        .unwrap();
        convert::undo(cx, ada.id, after.version).await.unwrap();
        let left = details(cx, acme).await;
        assert_eq!((left.contacts.len(), tags(&left)), (2, vec!["Hot", "Old"]));
    }

    async fn a_contact_who_is_known_is_neither_added_nor_taken_away(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, ada) = (acme(cx).await, ada(cx, "Grace@Acme.example").await);
        assert_eq!(convert::known_customer(cx, ada.id).await, Ok(Some((acme, "Acme".into()))));
        let (after, _) = convert::run(cx, ada.id, &to(acme, &ada)).await.unwrap();
        assert_eq!(details(cx, acme).await.contacts.len(), 1);
        convert::undo(cx, ada.id, after.version).await.unwrap();
        assert_eq!(details(cx, acme).await.contacts.len(), 1);
    }

    async fn a_history_that_is_not_wished_stays_with_the_attached_lead(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, ada) = (acme(cx).await, ada(cx, "ada@engines.example").await);
        let alone = Conversion { carry_notes: false, ..to(acme, &ada) };
        let (after, _) = convert::run(cx, ada.id, &alone).await.unwrap();
        assert_eq!(notes_of(cx, record(acme)).await, ["of acme"]);
        assert_eq!(kinds(cx, record(acme)).await[0], "customer.lead_attached");
        assert_eq!(tags(&details(cx, acme).await), ["Hot", "Old"]);
        convert::undo(cx, ada.id, after.version).await.unwrap();
        assert_eq!(tags(&details(cx, acme).await), ["Old"]);
    }

    async fn a_customer_of_several_leads_does_not_go_with_the_first(house: TestHouse) {
        let cx = &admin(house).await;
        let first = ada(cx, "ada@engines.example").await;
        let (first, customer) = convert::run(cx, first.id, &Conversion { version: first.version, ..Conversion::default() }).await.unwrap();
        let second = ada(cx, "ada@home.example").await;
        let (second, _) = convert::run(cx, second.id, &to(customer, &second)).await.unwrap();
        let refused = convert::undo(cx, first.id, first.version).await;
        assert_eq!(refused, Err(kernel::forbidden("lead-customer-has-leads")));
        assert_eq!(find(cx, first.id).await.unwrap(), first);
        convert::undo(cx, second.id, second.version).await.unwrap();
        convert::undo(cx, first.id, first.version).await.unwrap();
        assert_eq!(customers::store::find(cx, customer).await.map(drop), Err(Error::NotFound));
    }

    async fn only_who_may_change_a_customer_attaches_to_it(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = acme(cx).await;
        let set = [Can::ViewAll, Can::Edit, Can::Create].into_iter().fold(kernel::Capabilities::NONE, |set, can| set.with(kernel::Area::Leads, can));
        let set = set.with(kernel::Area::Customers, Can::ViewAll).with(kernel::Area::Customers, Can::Create);
        let id = staff::testing::insert_staff(&house.system(), "Eva", set).await;
        let eva = &house.as_actor(staff::testing::actor(&house.system(), id).await);
        // The address is known there, so nothing but the history would come.
        let ada = ada(cx, "grace@acme.example").await;
        let refused = convert::run(eva, ada.id, &to(acme, &ada)).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
        let blind = &seller(house, "Sam").await;
        let own = ada_of(blind).await;
        let unknown = convert::run(blind, own.id, &to(acme, &own)).await;
        assert!(matches!(&unknown, Err(Error::Invalid(fields)) if fields[0].field == "attach_to"), "{unknown:?}");
    }
}

async fn ada_of(cx: &Context) -> Lead {
    ada(cx, "ada@own.example").await
}
