//! What can be chosen when a lead is converted, and when there is a way back, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use customers::store::Documents;
use fields::store::definitions;
use fields::{CustomField, FieldType};
use futures::FutureExt;
use house::*;
use kernel::db::Q;
use kernel::{Context, CustomerId, Error, Feature, Language, RecordKind, RecordRef};
use leads::store::{convert, find, save};
use leads::{Conversion, Lead, LeadPatch, Profile};
use records::store::{notes, timeline};
use records::{NoteDraft, TimelineFilter};
use serde_json::json;

fn record(id: CustomerId) -> RecordRef {
    RecordRef { kind: RecordKind::Customer, id: id.0 }
}

fn ada() -> Profile {
    Profile {
        name: "Ada Lovelace".into(),
        email: Some("Ada@Engines.example".into()),
        language: Some(Language::It),
        ..Profile::default()
    }
}

fn plain(lead: &Lead) -> Conversion {
    Conversion { version: lead.version, ..Conversion::default() }
}

async fn kinds(cx: &Context, record: RecordRef) -> Vec<String> {
    let all = timeline::list(cx, record, TimelineFilter::All, None, Some(300)).await.unwrap().items;
    all.into_iter().map(|entry| entry.kind).collect()
}

async fn city(cx: &Context, customer: CustomerId) -> Option<String> {
    customers::store::find(cx, customer).await.unwrap().profile.city
}

async fn mails(cx: &Context) -> Vec<(String, String, String, String)> {
    Q::new("select recipient, language, subject, body from mail order by id").all(cx.db()).await.unwrap()
}

/// A house where every customer has an invoice.
fn with_documents() -> Vec<Feature> {
    let documents = Documents(|_, _| async { Ok(true) }.boxed());
    let invoices = Feature { parts: kernel::Parts::default().with(documents), ..Feature::default() };
    features().into_iter().chain([invoices]).collect()
}

kernel::contract! {
    with features();

    async fn without_its_notes_a_lead_keeps_its_history_and_the_customer_begins_anew(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = save::create(cx, &ada(), &["Hot".into()]).await.unwrap();
        notes::add(cx, lead.record(), &NoteDraft { body: "of ada".into(), contacted_at: None }).await.unwrap();
        let alone = Conversion { carry_notes: false, ..plain(&lead) };
        let (after, customer) = convert::run(cx, lead.id, &alone).await.unwrap();
        let details = customers::store::details(cx, customer).await.unwrap();
        assert_ne!(details.customer.timeline_id, lead.timeline_id);
        assert_eq!(details.customer.origin_lead_id, Some(lead.id));
        assert_eq!(details.customer.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Hot"]);
        assert!(notes::list(cx, record(customer), None, 9).await.unwrap().is_empty());
        assert_eq!(notes::list(cx, lead.record(), None, 9).await.unwrap().len(), 1);
        let told = kinds(cx, record(customer)).await;
        assert_eq!(told, ["customer.lead_left", "contact.created", "customer.created"]);
        convert::undo(cx, lead.id, after.version).await.unwrap();
        assert_eq!(customers::store::find(cx, customer).await.map(drop), Err(Error::NotFound));
    }

    async fn whoever_leaves_it_out_carries_the_notes_over(_house: TestHouse) {
        let read = serde_json::from_value::<Conversion>(json!({})).unwrap();
        assert!(read.carry_notes && !read.welcome && !read.administrator);
    }

    async fn who_converts_becomes_an_administrator_if_he_wishes(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        for administrator in [true, false] {
            let lead = lead_with(sam, ada()).await;
            // Given away, and seen by who made it; its owner is the customer's manager.
            let lead = save::update(cx, lead.id, lead.version, &LeadPatch::one("owner_id", cx.staff_id())).await.unwrap();
            let conversion = Conversion { administrator, ..plain(&lead) };
            let (_, customer) = convert::run(sam, lead.id, &conversion).await.unwrap();
            assert_eq!(customers::store::find(sam, customer).await.is_ok(), administrator);
            assert_eq!(customers::store::find(cx, customer).await.unwrap().profile.manager_id, cx.staff_id());
        }
    }

    async fn an_added_field_becomes_what_it_is_for_in_the_customer(house: TestHouse) {
        let cx = &admin(house).await;
        let town = CustomField { becomes: Some("city".into()), ..CustomField::new(RecordKind::Lead, "Town", FieldType::Text) };
        let town = definitions::save(cx, &town).await.unwrap();
        let lead = lead_with(cx, Profile { city: Some("Rome".into()), ..ada() }).await;
        let (_, customer) = convert::run(cx, lead.id, &plain(&lead)).await.unwrap();
        assert_eq!(city(cx, customer).await.as_deref(), Some("Rome"), "an empty one leaves what there is");

        let lead = lead_with(cx, Profile { city: Some("Rome".into()), ..ada() }).await;
        let lead = save::update(cx, lead.id, lead.version, &LeadPatch::one(town.key().as_str(), "Turin")).await.unwrap();
        let (after, customer) = convert::run(cx, lead.id, &plain(&lead)).await.unwrap();
        assert_eq!(city(cx, customer).await.as_deref(), Some("Turin"));
        let back = convert::undo(cx, lead.id, after.version).await.unwrap();
        let typed = Conversion { fields: [("city".to_owned(), json!("Milan"))].into(), ..plain(&back) };
        let (_, customer) = convert::run(cx, lead.id, &typed).await.unwrap();
        assert_eq!(city(cx, customer).await.as_deref(), Some("Milan"), "what was typed in the form counts");
        let lead = lead_with(cx, ada()).await;
        let unknown = Conversion { fields: [("region".to_owned(), json!("x"))].into(), ..plain(&lead) };
        let refused = convert::run(cx, lead.id, &unknown).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].field == "region"), "{refused:?}");
    }

    async fn the_welcome_mail_goes_to_the_contact_in_the_language_of_the_lead(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let (_, silent) = convert::run(cx, lead.id, &plain(&lead)).await.unwrap();
        assert_eq!(mails(cx).await, []);
        assert!(!kinds(cx, record(silent)).await.contains(&"mail.welcome_sent".to_owned()));

        let lead = lead_with(cx, ada()).await;
        let conversion = Conversion { welcome: true, ..plain(&lead) };
        let (_, customer) = convert::run(cx, lead.id, &conversion).await.unwrap();
        let sent = mails(cx).await;
        let [(to, language, subject, body)] = sent.as_slice() else { panic!("one mail: {sent:?}") };
        assert_eq!((to.as_str(), language.as_str()), ("ada@engines.example", "it"));
        assert!(subject.starts_with("Benvenuto"), "{subject}");
        for name in ["Ada Lovelace", "Marta", &cx.organisation().name] {
            assert!(body.contains(name), "{name} is missing in {body}");
        }
        assert_eq!(Q::new("select count(*) from job where kind = 'mail.send'").number(cx.db()).await, Ok(1));
        assert!(kinds(cx, record(customer)).await.contains(&"mail.welcome_sent".to_owned()));
    }

    async fn an_address_that_was_emptied_is_none(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let emptied = Conversion { email: Some(String::new()), ..plain(&lead) };
        let (_, customer) = convert::run(cx, lead.id, &emptied).await.unwrap();
        let contacts = customers::store::contacts_of(cx, customer).await.unwrap();
        assert_eq!(contacts[0].person.email, None);
    }

    async fn a_welcome_without_an_address_is_refused_and_leaves_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, Profile { email: None, ..ada() }).await;
        let refused = convert::run(cx, lead.id, &Conversion { welcome: true, ..plain(&lead) }).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].field == "welcome"), "{refused:?}");
        assert_eq!(find(cx, lead.id).await.unwrap(), lead);
        assert_eq!(Q::new("select count(*) from customer").number(cx.db()).await, Ok(0));
    }
}

kernel::contract! {
    with with_documents();

    async fn a_customer_with_documents_stays_a_customer(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let (after, customer) = convert::run(cx, lead.id, &plain(&lead)).await.unwrap();
        let refused = convert::undo(cx, lead.id, after.version).await;
        assert_eq!(refused, Err(kernel::forbidden("lead-customer-has-documents")));
        assert_eq!(find(cx, lead.id).await.unwrap(), after);
        assert!(customers::store::find(cx, customer).await.is_ok());
    }
}
