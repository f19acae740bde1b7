//! Contacts as cards: written as RFC 6350 has it, and read back as they were.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod bringing;

use bringing::*;
use customers::store::{self, NewCustomer, cards};
use customers::{CustomerKind, Person, Profile};
use kernel::Context;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn acme() -> Profile {
    Profile {
        name: "Acme; Söhne, \\ Partner GmbH".into(),
        email: some("info@acme.example"),
        phone: some("+39 06 69821234"),
        website: some("https://acme.example"),
        street: some("Via Roma 1, interno 2"),
        city: some("Roma"),
        postcode: some("00100"),
        country: some("IT"),
        ..Profile::begin()
    }
}

async fn made(cx: &Context, profile: Profile, people: &[Person]) -> kernel::CustomerId {
    let contact = people.first().cloned().unwrap_or_default();
    let id = store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    for person in people.iter().skip(1) {
        store::add_contact(cx, id, person).await.unwrap();
    }
    id
}

kernel::contract! {
    with features();

    async fn cards_are_read_back_as_they_were(house: TestHouse) {
        let cx = &admin(house).await;
        let person = |first: &str, last: &str, email: &str| Person {
            first_name: first.into(), last_name: last.into(), email: some(email), ..Person::default()
        };
        let people_there = [
            Person { position: some("Head; of, everything"), phone: some("+39 06 1234567"), mobile: some("+39 333 1234567"), ..person("Zoë", "Öz", "zoe@acme.example") },
            person("بدر", "الدين", "badr@acme.example"),
            person("Анна", "Каренина", "anna@acme.example"),
        ];
        let id = made(cx, acme(), &people_there).await;
        let before = store::find(cx, id).await.unwrap();
        let lines = people(cx, &before).await;
        let (name, text) = cards::of_customer(cx, id).await.unwrap();
        assert_eq!(name, format!("{}.vcf", before.profile.name));
        assert_eq!(text.matches("BEGIN:VCARD\r\nVERSION:4.0\r\n").count(), 4, "the company and its three");
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        store::delete(cx, id).await.unwrap();
        let file = upload(cx, "acme.vcf", &text, |options| options).await;
        let done = run(house, cx, file).await;
        assert_eq!((done.tally.created, done.tally.updated, done.tally.refused), (1, 3, 0));
        let back = all(cx).await.remove(0);
        assert_eq!(people(cx, &back).await, lines);
        let own = |profile: &Profile| (profile.name.clone(), profile.email.clone(), profile.phone.clone(), profile.website.clone(), profile.street.clone(), profile.country.clone());
        assert_eq!(own(&back.profile), own(&before.profile));
        let zoe = &store::contacts_of(cx, back.id).await.unwrap()[0].person;
        assert_eq!((zoe.position.as_deref(), zoe.phone.as_deref()), (Some("Head; of, everything"), Some("+39 06 1234567")));
    }

    async fn a_person_is_one_card_without_a_company(house: TestHouse) {
        let cx = &admin(house).await;
        let profile = Profile { kind: CustomerKind::Residential, name: "Mario Rossi".into(), ..Profile::begin() };
        let mario = Person { first_name: "Mario".into(), last_name: "Rossi".into(), ..Person::default() };
        let id = made(cx, profile, &[mario]).await;
        let (_, text) = cards::of_customer(cx, id).await.unwrap();
        assert_eq!((text.matches("BEGIN:VCARD").count(), text.contains("ORG:")), (1, false));
        let contact = store::contacts_of(cx, id).await.unwrap()[0].id;
        let (name, one) = cards::of_contact(cx, contact).await.unwrap();
        assert_eq!((name.as_str(), one == text), ("Mario Rossi.vcf", true));
    }

    async fn nobody_gets_a_card_of_whom_he_does_not_see(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let id = made(cx, acme(), &[Person { first_name: "Zoe".into(), ..Person::default() }]).await;
        let contact = store::contacts_of(cx, id).await.unwrap()[0].id;
        assert_eq!(cards::of_customer(sam, id).await.unwrap_err().status(), 404);
        assert_eq!(cards::of_contact(sam, contact).await.unwrap_err().status(), 404);
    }
}
