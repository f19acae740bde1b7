//! The legal entities of customers: made, changed, removed and taken back, and what becomes of them with their customers.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/company.rs"]
mod company;

use company::{admin, customer, entity, features, named, person, some, take_back};
use duplicates::MergeWish;
use duplicates::store::merge;
use entities::store::{self, own};
use entities::{Company, Entity, Profile};
use fields::store::definitions;
use fields::{CustomField, CustomValues, Edit, FieldType, Patch};
use kernel::db::Q;
use kernel::{Context, CustomerId, Error, RecordKind, RecordRef};
use records::TimelineFilter;
use records::store::{timeline, undo};

async fn names(cx: &Context, customer: CustomerId) -> Vec<String> {
    let all = store::entities_of(cx, customer).await.unwrap();
    all.into_iter().map(|entity| entity.name().to_owned()).collect()
}

fn edit(entity: &Entity, change: impl FnOnce(&mut Profile)) -> Edit {
    let mut wished = entity.profile.clone();
    change(&mut wished);
    Edit::between(&entity.profile, &wished)
}

async fn merged(cx: &Context, one: CustomerId, other: CustomerId) {
    let wish = MergeWish { one: one.0, other: other.0, take: None, seen: Vec::new() };
    merge::run(cx, RecordKind::Customer, &wish).await.unwrap();
}

kernel::contract! {
    with features();

    async fn an_entity_is_changed_told_and_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        let lumen = own::add(cx, &named("Lumen")).await.unwrap();
        let made = store::add(cx, acme, &entity(" Acme S.r.l. ")).await.unwrap();
        assert_eq!((made.name(), made.version, made.profile.billed_by_id), ("Acme S.r.l.", 1, None));
        let wished = edit(&made, |profile| {
            profile.company.iban = some("de89 3704 0044 0532 0130 00");
            profile.billed_by_id = Some(lumen.id);
        });
        let after = store::edit(cx, made.id, &wished).await.unwrap();
        assert_eq!((after.version, after.profile.company.iban.as_deref()), (2, Some("DE89370400440532013000")));
        assert_eq!(store::find(cx, made.id).await.unwrap(), after);
        let record = RecordRef { kind: RecordKind::Customer, id: acme.0 };
        let history = timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap();
        let entry = &history.items[0];
        assert_eq!((entry.kind.as_str(), entry.record, entry.can_undo), ("legal_entity.updated", made.record(), true));
        assert!(format!("{entry:?}").contains("Lumen"), "by its name: {entry:?}");
        undo::run(cx, record, entry.id, &[]).await.unwrap();
        assert_eq!(store::find(cx, made.id).await.unwrap().profile, made.profile);
        take_back(cx, acme, "legal_entity.created").await;
        assert_eq!(names(cx, acme).await, Vec::<String>::new());
        take_back(cx, acme, "legal_entity.deleted").await;
        assert_eq!(names(cx, acme).await, ["Acme S.r.l."]);
    }

    async fn two_people_change_one_entity(house: TestHouse) {
        let cx = &admin(house).await;
        let seen = store::add(cx, customer(cx, "Acme").await, &entity("Acme")).await.unwrap();
        let city = |city: &str| edit(&seen, |profile| profile.company.city = some(city));
        store::edit(cx, seen.id, &city("Biella")).await.unwrap();
        store::edit(cx, seen.id, &edit(&seen, |profile| profile.company.bank = some("Banca"))).await.unwrap();
        let both = store::find(cx, seen.id).await.unwrap().profile.company;
        assert_eq!((both.city.as_deref(), both.bank.as_deref()), (Some("Biella"), Some("Banca")), "other fields both win");
        let late = store::edit(cx, seen.id, &city("Asti")).await;
        let Err(Error::Conflict(conflict)) = late else { panic!("{late:?}") };
        assert_eq!(conflict.current["clashes"][0]["field"], "city");
        for stale in [
            store::update(cx, seen.id, 1, &Patch::one("city", "Asti")).await.map(drop),
            store::delete(cx, seen.id, Some(1)).await,
        ] {
            assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
        }
        store::update(cx, seen.id, 3, &Patch::one("city", "Asti")).await.unwrap();
        let same = store::update(cx, seen.id, 4, &Patch::one("city", "Asti")).await.unwrap();
        assert_eq!(same.version, 4, "nothing changes, nothing is told");
    }

    async fn what_an_entity_needs_is_said_field_by_field(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        let company = Company { country: some("Italy"), iban: some("DE89370400440532013001"), bic: some("x"), ..Company::default() };
        let wrong = Profile { company, ..Profile::default() };
        let refused = store::add(cx, acme, &wrong).await.unwrap_err();
        for field in ["registered_name", "country", "iban", "bic"] {
            assert!(refused.field(field).is_some(), "{field}: {refused:?}");
        }
        let unknown = Profile { billed_by_id: Some(kernel::OwnEntityId(9)), ..entity("Acme") };
        assert!(store::add(cx, acme, &unknown).await.unwrap_err().field("billed_by_id").is_some());
        assert_eq!(store::add(cx, CustomerId(999), &entity("x")).await, Err(Error::NotFound));
        assert_eq!(names(cx, acme).await, Vec::<String>::new());
        let made = store::add(cx, acme, &entity("Acme")).await.unwrap();
        for name in ["", "  "] {
            let nameless = store::update(cx, made.id, 1, &Patch::one("registered_name", name)).await.unwrap_err();
            assert!(nameless.field("registered_name").is_some(), "{nameless:?}");
        }
        let elsewhere = store::update(cx, made.id, 1, &Patch::one("customer_id", 7)).await;
        assert!(matches!(elsewhere, Err(Error::Invalid(_))), "{elsewhere:?}");
    }

    async fn who_is_offered_no_more_bills_those_who_had_it(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        own::add(cx, &named("Lumen")).await.unwrap();
        let suisse = own::add(cx, &named("Suisse")).await.unwrap();
        let theirs = Profile { billed_by_id: Some(suisse.id), ..entity("Acme") };
        let made = store::add(cx, acme, &theirs).await.unwrap();
        own::archive(cx, suisse.id, true).await.unwrap();
        let moved = store::edit(cx, made.id, &edit(&made, |profile| profile.company.city = some("Asti"))).await.unwrap();
        assert_eq!(moved.profile.billed_by_id, Some(suisse.id));
        assert!(store::add(cx, acme, &theirs).await.unwrap_err().field("billed_by_id").is_some(), "nobody new gets it");
        store::edit(cx, made.id, &edit(&moved, |profile| profile.billed_by_id = None)).await.unwrap();
        take_back(cx, acme, "legal_entity.updated").await;
        assert_eq!(store::find(cx, made.id).await.unwrap().profile.billed_by_id, Some(suisse.id), "what it had is given back");
        let known = store::list(cx, acme).await.unwrap().own;
        assert_eq!(known.iter().map(|own| (own.name.as_str(), own.is_archived)).collect::<Vec<_>>(), [("Lumen", false), ("Suisse", true)]);
    }

    async fn entities_go_with_their_customer_and_come_back_with_it(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        let (one, other) = (store::add(cx, acme, &entity("One")).await.unwrap(), store::add(cx, acme, &entity("Other")).await.unwrap());
        store::delete(cx, other.id, None).await.unwrap();
        customers::store::delete(cx, acme).await.unwrap();
        assert_eq!(store::find(cx, one.id).await, Err(Error::NotFound));
        let changed = store::update(cx, one.id, 1, &Patch::one("city", "Asti")).await;
        assert_eq!(changed, Err(Error::NotFound));
        assert!(store::restore(cx, other.id).await.is_err(), "not without its customer");
        customers::store::restore(cx, acme).await.unwrap();
        assert_eq!(names(cx, acme).await, ["One"], "what was removed before stays so");
        store::restore(cx, other.id).await.unwrap();
        assert_eq!(names(cx, acme).await, ["One", "Other"]);
        store::delete(cx, other.id, None).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        records::store::purge::purge(&house.system()).await.unwrap();
        assert_eq!(Q::new("select count(*) from legal_entity").number(cx.db()).await, Ok(1));
        assert!(customers::store::find(cx, acme).await.is_ok(), "the history is its customer's and stays");
        customers::store::delete(cx, acme).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        records::store::purge::purge(&house.system()).await.unwrap();
        assert_eq!(Q::new("select count(*) from legal_entity").number(cx.db()).await, Ok(0));
    }

    async fn entities_go_along_when_customers_become_one_and_come_back(house: TestHouse) {
        let cx = &admin(house).await;
        let (acme, bolt) = (customer(cx, "Acme").await, customer(cx, "Bolt").await);
        store::add(cx, acme, &entity("Acme")).await.unwrap();
        store::add(cx, bolt, &entity("Bolt")).await.unwrap();
        let gone = store::add(cx, bolt, &entity("Gone")).await.unwrap();
        store::delete(cx, gone.id, None).await.unwrap();
        merged(cx, acme, bolt).await;
        assert_eq!(names(cx, acme).await, ["Acme", "Bolt"]);
        assert_eq!(names(cx, bolt).await, ["Acme", "Bolt"], "its address leads to the one that is left");
        store::restore(cx, gone.id).await.unwrap();
        take_back(cx, acme, "record.merged").await;
        assert_eq!((names(cx, acme).await, names(cx, bolt).await), (vec!["Acme".to_owned()], vec!["Bolt".to_owned(), "Gone".to_owned()]));
    }

    async fn an_entity_has_the_fields_that_the_house_added(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        let form = definitions::save(cx, &CustomField::new(RecordKind::LegalEntity, "Form", FieldType::Text)).await.unwrap();
        let mut custom = CustomValues::default();
        custom.set(form.key(), Some("GmbH".into()));
        let made = store::add(cx, acme, &Profile { custom, ..entity("Acme") }).await.unwrap();
        assert_eq!(store::find(cx, made.id).await.unwrap().profile.custom.get(&form.key()), Some(&"GmbH".into()));
        store::update(cx, made.id, 1, &Patch::one(form.key().as_str(), "AG")).await.unwrap();
        take_back(cx, acme, "legal_entity.updated").await;
        assert_eq!(store::find(cx, made.id).await.unwrap().profile.custom.get(&form.key()), Some(&"GmbH".into()));
        assert_eq!(store::list(cx, acme).await.unwrap().fields.len(), 1);
    }

    async fn who_does_not_see_the_customer_does_not_see_its_entities(house: TestHouse) {
        let cx = &admin(house).await;
        let acme = customer(cx, "Acme").await;
        let made = store::add(cx, acme, &entity("Acme")).await.unwrap();
        let own = person(house, "Own", "customers.view_own customers.create customers.edit customers.delete").await;
        let all = person(house, "All", "customers.view_all").await;
        let rename = edit(&made, |profile| profile.company.registered_name = "Gone".into());
        assert_eq!(store::find(&own, made.id).await, Err(Error::NotFound));
        assert_eq!(store::list(&own, acme).await, Err(Error::NotFound));
        assert_eq!(store::add(&own, acme, &entity("x")).await, Err(Error::NotFound));
        assert_eq!(store::edit(&own, made.id, &rename).await, Err(Error::NotFound));
        assert_eq!(store::delete(&own, made.id, None).await, Err(Error::NotFound));
        assert_eq!(store::restore(&own, made.id).await, Err(Error::NotFound));
        assert_eq!(own.open(made.record()).await.map(drop), Err(Error::NotFound));
        assert!(store::list(&all, acme).await.is_ok());
        assert!(matches!(store::add(&all, acme, &entity("x")).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::edit(&all, made.id, &rename).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::delete(&all, made.id, None).await, Err(Error::Forbidden(_))));
        assert!(matches!(store::restore(&all, made.id).await, Err(Error::Forbidden(_))));
        assert_eq!(store::entities_of(cx, acme).await.unwrap(), [made], "nothing happened");
    }
}
