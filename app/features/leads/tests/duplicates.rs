//! Who is there already is told to those who may see it, on every way in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use duplicates::{DuplicateSetting, Match};
use fields::{Alike, Value, Values};
use house::{admin, features, lead_with, seller};
use kernel::db::Q;
use kernel::{Context, RecordKind};
use leads::store::{bin, save};
use leads::{Lead, LeadPatch, Profile};

fn ada() -> Profile {
    Profile {
        name: "Ada Lovelace".into(),
        email: Some("ada@engines.example".into()),
        phone: Some("+39 06 6982 1234".into()),
        website: Some("https://www.engines.example/about".into()),
        company: Some("Engines, Ltd.".into()),
        ..Profile::default()
    }
}

fn with_email(name: &str, email: &str) -> Profile {
    Profile { name: name.into(), email: Some(email.into()), ..Profile::default() }
}

fn typed(key: &'static str, text: &str) -> Values {
    Values::default().with(key, Value::from(text))
}

async fn found(cx: &Context, values: &Values) -> Vec<Match> {
    duplicates::matches(cx, RecordKind::Lead, values, None).await.unwrap()
}

async fn is_told(cx: &Context, values: &Values) -> bool {
    !found(cx, values).await.is_empty()
}

async fn count(cx: &Context, counted: &[Alike]) {
    let setting = DuplicateSetting::of(counted.to_vec());
    kernel::setting::save(cx, &setting).await.unwrap();
}

async fn keys(cx: &Context) -> i64 {
    Q::new("select count(*) from duplicate_key").number(cx.db()).await.unwrap()
}

async fn groups(cx: &Context) -> i64 {
    Q::new("select count(*) from duplicate_group").number(cx.db()).await.unwrap()
}

async fn change(cx: &Context, lead: &Lead, patch: LeadPatch) -> Lead {
    save::update(cx, lead.id, lead.version, &patch).await.unwrap()
}

kernel::contract! {
    with features();

    async fn what_is_typed_is_known_however_it_is_written(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        for (key, text) in [
            ("email", " ADA@Engines.example "),
            ("email", "ada+news@engines.example"),
            ("phone", "0039 06 69821234"),
            ("phone", "06 6982 1234"),
        ] {
            let told = found(cx, &typed(key, text)).await;
            assert_eq!(told.iter().map(|one| one.record).collect::<Vec<_>>(), [lead.record()], "{text}");
        }
        let both = typed("email", "ada@engines.example").with("phone", Value::from("+390669821234"));
        assert_eq!(found(cx, &both).await[0].reasons, [Alike::Email, Alike::Phone]);
        assert!(!is_told(cx, &typed("email", "bob@engines.example")).await);
        let except = duplicates::matches(cx, RecordKind::Lead, &both, Some(lead.id.0)).await.unwrap();
        assert_eq!(except, [], "a lead is no duplicate of itself");
    }

    async fn the_setting_says_what_counts_for_what_is_there_too(house: TestHouse) {
        let cx = &admin(house).await;
        lead_with(cx, ada()).await;
        let (site, company) = (typed("website", "engines.example"), typed("company", "ENGINES Ltd"));
        assert!(!is_told(cx, &site).await && !is_told(cx, &company).await, "e-mail and phone count at first");
        count(cx, &[Alike::Company, Alike::Site, Alike::Site]).await;
        assert!(is_told(cx, &site).await && is_told(cx, &company).await);
        assert!(!is_told(cx, &typed("email", "ada@engines.example")).await);
        let stored = kernel::setting::find::<DuplicateSetting>(cx).await.unwrap().counted;
        assert_eq!(stored, [Alike::Site, Alike::Company]);
        let seller = &seller(house, "Sam").await;
        assert!(kernel::setting::save(seller, &DuplicateSetting::default()).await.is_err());
    }

    async fn what_somebody_may_not_see_is_not_hinted_at(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let (seller, values) = (&seller(house, "Sam").await, typed("email", "ada@engines.example"));
        assert_eq!(found(seller, &values).await, []);
        change(cx, &lead, LeadPatch::one("is_public", true)).await;
        assert_eq!(found(seller, &values).await.len(), 1);
    }

    async fn keys_follow_the_lead(house: TestHouse) {
        let cx = &admin(house).await;
        let (old, new) = (typed("email", "ada@engines.example"), typed("email", "ada@new.example"));
        let lead = lead_with(cx, ada()).await;
        let lead = change(cx, &lead, LeadPatch::one("email", "ada@new.example")).await;
        assert!(!is_told(cx, &old).await && is_told(cx, &new).await);
        let lead = bin::delete(cx, lead.id, lead.version).await.unwrap();
        assert!(!is_told(cx, &new).await, "what is in the bin is out of use");
        assert_eq!(keys(cx).await, 0);
        bin::restore(cx, lead.id).await.unwrap();
        assert!(is_told(cx, &new).await);
        assert_eq!(keys(cx).await, 4);
    }

    async fn contacts_of_customers_are_known_and_a_converted_lead_is_told_by_its_customer(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let conversion = leads::Conversion { version: lead.version, ..Default::default() };
        let (lead, customer) = leads::store::convert::run(cx, lead.id, &conversion).await.unwrap();
        let told = found(cx, &typed("email", "ada@engines.example")).await;
        assert_eq!(told.iter().map(|one| (one.record.kind, one.record.id)).collect::<Vec<_>>(), [(RecordKind::Customer, customer.0)]);
        let person = customers::Person { first_name: "Bob".into(), email: Some("bob@engines.example".into()), ..Default::default() };
        customers::store::add_contact(cx, customer, &person).await.unwrap();
        assert_eq!(found(cx, &typed("email", "bob@engines.example")).await.len(), 1);
        leads::store::convert::undo(cx, lead.id, lead.version).await.unwrap();
        let told = found(cx, &typed("email", "ada@engines.example")).await;
        assert_eq!(told.iter().map(|one| one.record).collect::<Vec<_>>(), [lead.record()]);
        assert!(!is_told(cx, &typed("email", "bob@engines.example")).await);
    }

    async fn only_what_two_have_is_a_group(house: TestHouse) {
        let cx = &admin(house).await;
        let one = lead_with(cx, ada()).await;
        assert_eq!(groups(cx).await, 0);
        let two = lead_with(cx, with_email("Ada", "ada@engines.example")).await;
        assert_eq!(groups(cx).await, 1);
        let two = change(cx, &two, LeadPatch::one("email", "other@engines.example")).await;
        assert_eq!(groups(cx).await, 0);
        change(cx, &two, LeadPatch::one("email", "ada@engines.example")).await;
        bin::delete(cx, one.id, one.version).await.unwrap();
        assert_eq!(groups(cx).await, 0);
    }

    async fn many_at_once_answer_as_each_by_itself(house: TestHouse) {
        let cx = &admin(house).await;
        for number in 0..30 {
            lead_with(cx, with_email("Shared", "office@engines.example")).await;
            lead_with(cx, with_email("Single", &format!("s{number}@engines.example"))).await;
        }
        let batch: Vec<Values> = (0..40).map(|n| typed("email", &format!("s{n}@engines.example"))).collect();
        let batch = [batch, vec![typed("email", "office@engines.example")]].concat();
        let many = duplicates::matches_of_many(cx, RecordKind::Lead, &batch).await.unwrap();
        for (values, many) in batch.iter().zip(&many) {
            assert_eq!(&found(cx, values).await, many);
        }
        let counts: Vec<usize> = many.iter().map(Vec::len).collect();
        assert_eq!((counts.iter().take(30).all(|n| *n == 1), counts[30], counts[40]), (true, 0, 21));
    }

    async fn what_was_there_before_is_filled_in_and_what_was_missed_is_found(house: TestHouse) {
        let cx = &admin(house).await;
        lead_with(cx, ada()).await;
        lead_with(cx, with_email("Ada", "ada@engines.example")).await;
        let before = (keys(cx).await, groups(cx).await);
        let empty = |tx: kernel::db::Tx| async move {
            Q::new("delete from duplicate_key").run(&tx).await?;
            Q::new("delete from duplicate_group").run(&tx).await
        };
        cx.tx(empty).await.unwrap();
        let system = &house.system();
        duplicates::store::fill::run(system).await.unwrap();
        duplicates::store::fill::run(system).await.unwrap();
        assert_eq!((keys(cx).await, groups(cx).await), before);
        cx.tx(|tx| async move { Q::new("delete from duplicate_group").run(&tx).await }).await.unwrap();
        assert_eq!(duplicates::store::fill::recount(system).await.unwrap(), 1);
        assert_eq!(groups(cx).await, 1);
        assert_eq!(duplicates::store::fill::recount(system).await.unwrap(), 0);
    }

    async fn what_is_typed_goes_into_empty_fields_only(house: TestHouse) {
        let cx = &admin(house).await;
        let lead = lead_with(cx, ada()).await;
        let typed = Profile { city: Some("Turin".into()), phone: Some("333".into()), ..ada() };
        duplicates::store::take::fill(cx, lead.record(), &typed.filling()).await.unwrap();
        let now = leads::store::find(cx, lead.id).await.unwrap();
        assert_eq!((now.profile.city.as_deref(), &now.profile.phone), (Some("Turin"), &ada().phone));
        let stranger = &seller(house, "Sam").await;
        let refused = duplicates::store::take::fill(stranger, lead.record(), &typed.filling()).await;
        assert_eq!(refused, Err(kernel::Error::NotFound));
    }
}
