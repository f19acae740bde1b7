//! What the catalogue promises, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{
    Actor, Capabilities, Context, Currency, Error, Feature, Money, ProductId, RecordKind, RecordRef, feed,
};
use products::store;
use products::{Charge, Product, Profile};

fn features() -> Vec<Feature> {
    vec![staff::feature(), fields::feature(), records::feature(), products::feature()]
}

async fn person(house: &TestHouse, rights: &str) -> Context {
    let rights = Capabilities::from_words(rights);
    let id = staff::testing::insert_staff(&house.system(), "Ada", rights).await;
    house.as_staff(id, rights)
}

fn named(name: &str, code: Option<&str>) -> Profile {
    Profile { name: name.into(), code: code.map(str::to_owned), is_active: true, ..Profile::default() }
}

async fn names(cx: &Context, words: &str, all: bool) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let page = store::list(cx, words, all, after.as_ref(), None).await.unwrap();
        names.extend(page.items.into_iter().map(|product| product.profile.name));
        after = page.next_cursor;
        if after.is_none() {
            return names;
        }
    }
}

async fn kinds(cx: &Context, product: &Product) -> Vec<String> {
    let events = feed::timeline_events(cx.db(), product.timeline_id, None, 10).await.unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

kernel::contract! {
    with features();

    async fn a_product_is_made_found_and_changed(house: TestHouse) {
        let cx = person(house, "settings.create settings.edit").await;
        let price = Some(Money::new(1_290, Currency::EUR));
        let unit = Some("month".to_owned());
        let profile = Profile { price, unit, charge: Charge::Month, ..named("Monitoring", Some("MON")) };
        let made = store::create(&cx, &profile).await.unwrap();
        assert_eq!((made.version, &made.profile), (1, &profile));
        assert_eq!(store::find(&cx, made.id).await.unwrap(), made);
        let dearer = Profile { price: Some(Money::new(1_490, Currency::EUR)), ..profile.clone() };
        let changed = store::update(&cx, made.id, &profile, &dearer).await.unwrap();
        assert_eq!((changed.version, changed.profile), (2, dearer));
        assert_eq!(kinds(&cx, &made).await, ["product.updated", "product.created"]);
    }

    async fn two_codes_that_differ_in_case_only_are_the_same(house: TestHouse) {
        let cx = house.system();
        let first = store::create(&cx, &named("Panel", Some("Pan-1"))).await.unwrap();
        let again = store::create(&cx, &named("Other", Some("pAN-1"))).await.unwrap_err();
        assert!(again.field("code").is_some(), "{again:?}");
        store::create(&cx, &named("Without", None)).await.unwrap();
        store::create(&cx, &named("Without too", None)).await.unwrap();
        // What is in the bin gives its code away, and comes back only if it is still free.
        store::delete(&cx, first.id).await.unwrap();
        store::create(&cx, &named("Other", Some("PAN-1"))).await.unwrap();
        assert!(store::restore(&cx, first.id).await.unwrap_err().field("code").is_some());
    }

    async fn the_database_holds_a_code_where_two_are_quick(house: TestHouse) {
        let cx = &house.system();
        store::create(cx, &named("Panel", Some("PAN"))).await.unwrap();
        let insert = cx.tx(|tx| async move {
            let timeline = records::timeline::begin(cx, &tx).await?;
            Q::new("insert into product (code, code_norm, name, sort_key, words, charge, timeline_id, created_at,")
                .push("updated_at) values ('pan', 'pan', 'x', 'x', 'x', 'once', ?, 0, 0)")
                .bind(timeline)
                .run(&tx)
                .await
        });
        assert_eq!(insert.await, Err(Error::Duplicate("product.code_norm".into())));
    }

    async fn what_two_people_change_in_different_fields_both_stays(house: TestHouse) {
        let cx = house.system();
        let seen = named("Panel", None);
        let id = store::create(&cx, &seen).await.unwrap().id;
        let unit = Profile { unit: Some("piece".into()), ..seen.clone() };
        store::update(&cx, id, &seen, &unit).await.unwrap();
        let after = store::update(&cx, id, &seen, &named("Solar panel", None)).await.unwrap();
        let both = (after.profile.unit.as_deref(), after.profile.name.as_str());
        assert_eq!(both, (Some("piece"), "Solar panel"));
        let late = store::update(&cx, id, &seen, &named("Cell", None)).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    }

    async fn all_staff_read_the_catalogue_and_few_change_it(house: TestHouse) {
        let made = store::create(&house.system(), &named("Panel", None)).await.unwrap();
        let reader = person(house, "").await;
        assert_eq!(names(&reader, "", false).await, ["Panel"]);
        assert_eq!(store::find(&reader, made.id).await.unwrap(), made);
        let record = RecordRef { kind: RecordKind::Product, id: made.id.0 };
        assert!(reader.open(record).await.unwrap().require_edit().is_err());
        let refused = [
            store::create(&reader, &named("x", None)).await.map(drop),
            store::update(&reader, made.id, &made.profile, &named("x", None)).await.map(drop),
            store::delete(&reader, made.id).await,
            store::restore(&reader, made.id).await,
        ];
        assert!(refused.iter().all(|answer| matches!(answer, Err(Error::Forbidden(_)))), "{refused:?}");
        let nobody = house.as_actor(Actor::Anonymous);
        assert_eq!(store::find(&nobody, made.id).await, Err(Error::Unauthenticated));
        assert_eq!(store::list(&nobody, "", true, None, None).await, Err(Error::Unauthenticated));
        assert_eq!(store::find(&reader, ProductId(999)).await, Err(Error::NotFound));
    }

    async fn the_list_comes_by_name_and_misses_nothing(house: TestHouse) {
        let cx = house.system();
        for n in (0..60).rev() {
            store::create(&cx, &named(&format!("Product {n:02}"), Some(&format!("P{n}")))).await.unwrap();
        }
        let hidden = Profile { is_active: false, ..named("Àncient product", None) };
        store::create(&cx, &hidden).await.unwrap();
        let wanted: Vec<_> = (0..60).map(|n| format!("Product {n:02}")).collect();
        assert_eq!(names(&cx, "", false).await, wanted);
        assert_eq!(names(&cx, "", true).await.len(), 61);
        assert_eq!(names(&cx, "anc prod", true).await, ["Àncient product"]);
        assert_eq!(names(&cx, "p59", false).await, ["Product 59"]);
        assert_eq!(names(&cx, "nothing", true).await, [""; 0]);
    }

    async fn a_deleted_product_leaves_the_list_and_comes_back(house: TestHouse) {
        let cx = person(house, "settings.create settings.delete").await;
        let made = store::create(&cx, &named("Panel", None)).await.unwrap();
        store::delete(&cx, made.id).await.unwrap();
        assert_eq!(store::find(&cx, made.id).await, Err(Error::NotFound));
        assert_eq!(names(&cx, "", true).await, [""; 0]);
        let bin = records::store::bin::list(&cx, RecordKind::Product, "", None).await.unwrap();
        assert_eq!(bin.items[0].title, "Panel");
        store::restore(&cx, made.id).await.unwrap();
        assert_eq!(names(&cx, "", true).await, ["Panel"]);
    }

    async fn what_lay_in_the_bin_for_a_month_goes_for_good(house: TestHouse) {
        let cx = house.system();
        let made = store::create(&cx, &named("Panel", None)).await.unwrap();
        store::delete(&cx, made.id).await.unwrap();
        house.foyer.clock.advance(31 * kernel::Instant::DAY);
        assert_eq!(records::store::purge::purge(&house.system()).await, Ok(1));
        assert_eq!(Q::new("select count(*) from product").number(cx.db()).await, Ok(0));
    }
}
