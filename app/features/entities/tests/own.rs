//! The organisation's own legal entities: who may change them, and that exactly one is the default.
// Tests panic to fail.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "support/company.rs"]
mod company;

use company::{admin, features, named, person, some};
use entities::store::own;
use entities::{Company, OwnEntity};
use kernel::db::Q;
use kernel::{Actor, Context, Error, OwnEntityId};

async fn default(cx: &Context) -> Vec<String> {
    let all = own::list(cx).await.unwrap();
    all.into_iter().filter(|own| own.is_default).map(|own| own.company.registered_name).collect()
}

fn is_forbidden(answer: Result<OwnEntity, Error>) -> bool {
    matches!(answer, Err(Error::Forbidden(_)))
}

kernel::contract! {
    with features();

    async fn one_is_the_default_whatever_happens(house: TestHouse) {
        let cx = &admin(house).await;
        assert_eq!(default(cx).await, Vec::<String>::new());
        let first = own::add(cx, &named("First")).await.unwrap();
        let second = own::add(cx, &named("Second")).await.unwrap();
        assert_eq!((first.is_default, second.is_default), (true, false), "the first one is it by itself");
        assert!(is_forbidden(own::archive(cx, first.id, true).await), "another one has to be it first");
        let second = own::make_default(cx, second.id).await.unwrap();
        assert_eq!((second.is_default, second.version), (true, 2));
        assert_eq!(default(cx).await, ["Second"]);
        assert_eq!(own::make_default(cx, second.id).await.unwrap().version, 2, "it is already");
        let first = own::archive(cx, first.id, true).await.unwrap();
        assert!(first.is_archived && !first.is_default);
        assert!(is_forbidden(own::make_default(cx, first.id).await), "one that is not offered bills nobody new");
        assert_eq!(own::list(cx).await.unwrap().iter().map(|own| own.id).collect::<Vec<_>>(), [second.id, first.id]);
        own::archive(cx, first.id, false).await.unwrap();
        own::make_default(cx, first.id).await.unwrap();
        assert_eq!(default(cx).await, ["First"]);
        // Not even a statement past all rules makes a second one.
        let second = cx.tx(|tx| async move { Q::new("update own_entity set is_default = ?").bind(true).run(&tx).await });
        assert!(matches!(second.await, Err(Error::Duplicate(_))));
        assert_eq!(own::make_default(cx, OwnEntityId(99)).await, Err(Error::NotFound));
    }

    async fn two_who_make_another_one_the_default_at_once_leave_one(house: TestHouse) {
        let cx = &admin(house).await;
        own::add(cx, &named("First")).await.unwrap();
        let (a, b) = (own::add(cx, &named("A")).await.unwrap(), own::add(cx, &named("B")).await.unwrap());
        for _ in 0..5 {
            let (one, other) = futures::join!(own::make_default(cx, a.id), own::make_default(cx, b.id));
            assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
            assert_eq!(default(cx).await.len(), 1);
        }
    }

    async fn one_is_changed_by_who_saw_it_as_it_is(house: TestHouse) {
        let cx = &admin(house).await;
        let made = own::add(cx, &named(" Lumen ")).await.unwrap();
        let with = Company { iban: some("it60 x054 2811 1010 0000 0123 456"), bic: some("bdcpittt"), ..named("Lumen S.r.l.") };
        let after = own::update(cx, made.id, 1, &with).await.unwrap();
        assert_eq!((after.version, after.company.iban.as_deref(), after.company.bic.as_deref()), (2, Some("IT60X0542811101000000123456"), Some("BDCPITTT")));
        assert_eq!(own::find(cx, made.id).await.unwrap(), after);
        let late = own::update(cx, made.id, 1, &named("x")).await;
        let Err(Error::Conflict(conflict)) = late else { panic!("{late:?}") };
        assert_eq!(conflict.current["registered_name"], "Lumen S.r.l.");
        let wrong = own::update(cx, made.id, 2, &Company { iban: some("IT60X0542811101000000123457"), ..named("") }).await.unwrap_err();
        assert!(wrong.field("iban").is_some() && wrong.field("registered_name").is_some(), "{wrong:?}");
        assert_eq!(own::update(cx, made.id, 2, &after.company).await.unwrap().version, 2, "nothing changed");
    }

    async fn who_may_not_see_settings_sees_none_and_who_may_not_edit_them_changes_none(house: TestHouse) {
        let cx = &admin(house).await;
        let made = own::add(cx, &named("Lumen")).await.unwrap();
        let nobody = person(house, "Nob", "customers.view_all customers.edit").await;
        let reader = person(house, "Ron", "settings.view_all").await;
        assert!(matches!(own::list(&nobody).await, Err(Error::Forbidden(_))));
        assert!(is_forbidden(own::find(&nobody, made.id).await));
        assert_eq!(own::list(&house.as_actor(Actor::Anonymous)).await, Err(Error::Unauthenticated));
        assert_eq!(own::list(&reader).await.unwrap(), std::slice::from_ref(&made));
        for cx in [&nobody, &reader] {
            assert!(is_forbidden(own::add(cx, &named("x")).await));
            assert!(is_forbidden(own::update(cx, made.id, 1, &named("x")).await));
            assert!(is_forbidden(own::make_default(cx, made.id).await));
            assert!(is_forbidden(own::archive(cx, made.id, true).await));
        }
        assert_eq!(own::list(cx).await.unwrap(), [made], "nothing happened");
    }

    async fn the_tour_has_two_companies_and_customers_that_they_bill(house: TestHouse) {
        let cx = &house.system();
        let people = staff::store::seed::company(cx, 0).await.unwrap();
        customers::store::seed::tour(cx, &people).await.unwrap();
        entities::store::seed::tour(cx, &people).await.unwrap();
        let own = own::list(cx).await.unwrap();
        assert_eq!(own.iter().map(|own| own.is_default).collect::<Vec<_>>(), [true, false]);
        let hit = customers::store::find_hits(cx, "fromagerie", 1).await.unwrap().remove(0);
        let theirs = entities::store::entities_of(cx, kernel::CustomerId(hit.record.id)).await.unwrap();
        assert_eq!(theirs[0].profile.billed_by_id, Some(own[1].id));
        let sordo = customers::store::find_hits(cx, "sordo", 1).await.unwrap().remove(0);
        let sordo = kernel::CustomerId(sordo.record.id);
        assert_eq!(entities::store::entities_of(cx, sordo).await.unwrap().len(), 2);
        assert_eq!(customers::store::details(cx, sordo).await.unwrap().sites, 3);
    }
}
