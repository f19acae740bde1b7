//! What a conversion, a change and a deleted stage promise, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::db::Q;
use kernel::{Can, Error, RecordKind, RecordRef};
use leads::store::{convert, save, words};
use leads::{Conversion, LeadPatch, Profile};

kernel::contract! {
    with features();

    async fn a_converted_lead_becomes_a_customer_with_the_same_history(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[2];
        let profile = Profile {
            name: "Ada King Lovelace".into(),
            company: Some("Engines Ltd".into()),
            email: Some("Ada@Engines.example".into()),
            stage_id: Some(stage),
            ..Profile::default()
        };
        let ada = lead_with(cx, profile).await;
        let conversion = Conversion { version: ada.version, administrator: true, ..Conversion::default() };
        let (after, customer) = convert::run(cx, ada.id, &conversion).await.unwrap();

        let details = customers::store::details(cx, customer).await.unwrap();
        assert_eq!(details.customer.profile.name, "Engines Ltd");
        assert!(details.customer.profile.is_active);
        assert_eq!(details.customer.timeline_id, ada.timeline_id);
        assert_eq!(details.contacts[0].person.first_name, "Ada King");
        assert!(details.contacts[0].is_primary);
        assert!(words::dictionaries(cx).await.unwrap().stages.iter().any(|s| s.is_conversion && s.id() == after.stage_id()));
        assert_eq!(cx.open(RecordRef { kind: RecordKind::Customer, id: customer.0 }).await.unwrap().timeline_id, ada.timeline_id);

        let again = Conversion { version: after.version, ..Conversion::default() };
        assert!(matches!(convert::run(cx, ada.id, &again).await, Err(Error::Forbidden(_))));
        let back = convert::undo(cx, ada.id, after.version).await.unwrap();
        assert_eq!((back.customer_id, back.stage_id()), (None, stage));
        assert_eq!(customers::store::find(cx, customer).await.map(|_| ()), Err(Error::NotFound));
        assert_eq!(drift(house).await, 0);
    }

    async fn a_refused_conversion_leaves_nothing_behind(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        let bad = Conversion { version: ada.version, email: Some("not an address".into()), ..Conversion::default() };
        assert!(matches!(convert::run(cx, ada.id, &bad).await, Err(Error::Invalid(_))));
        assert_eq!(Q::new("select count(*) from customer").number(cx.db()).await, Ok(0));
        assert_eq!(leads::store::find(cx, ada.id).await.unwrap(), ada);
    }

    async fn the_loser_of_two_savers_gets_what_is_there_now(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        let city = save::update(cx, ada.id, ada.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        let Err(Error::Conflict(conflict)) = save::update(cx, ada.id, ada.version, &LeadPatch::one("city", "Milan")).await
        else { panic!("a conflict") };
        assert_eq!((conflict.current["city"].as_str(), conflict.current["version"].as_i64()), (Some("Turin"), Some(city.version)));
        let same = save::update(cx, ada.id, city.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        assert_eq!(same.version, city.version, "no change, no version");
    }

    async fn a_new_owner_is_told_in_the_app_and_by_mail_but_nobody_tells_himself(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        let given = save::update(cx, ada.id, ada.version, &LeadPatch::one("owner_id", yusuf.staff_id())).await.unwrap();
        assert_eq!(staff::store::notifications::count_unread(yusuf).await, Ok(1));
        assert_eq!(Q::new("select count(*) from mail").number(cx.db()).await, Ok(1));
        save::update(cx, ada.id, given.version, &LeadPatch::one("owner_id", cx.staff_id())).await.unwrap();
        assert_eq!(Q::new("select count(*) from mail").number(cx.db()).await, Ok(1));
        assert_eq!(leads::store::find(yusuf, ada.id).await, Err(Error::NotFound), "given on, and not made by him");
    }

    async fn a_deleted_stage_hands_its_leads_over(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = stages(cx).await;
        lead(cx, "There", stages[1]).await;
        lead(cx, "Second", stages[0]).await;
        lead(cx, "First", stages[0]).await;
        assert!(matches!(words::delete_stage(cx, stages[0], stages[0]).await, Err(Error::Invalid(_))));
        words::delete_stage(cx, stages[0], stages[1]).await.unwrap();
        let told = Q::new("select count(*) from lead l join event e on e.record_kind = 'lead' and e.record_id = l.id")
            .push("and e.version = l.version and e.timeline_id = l.timeline_id where e.kind = 'lead.moved'");
        assert_eq!(told.number(cx.db()).await, Ok(2), "each lead's history tells of it");
        assert_eq!(names(cx, stages[1]).await, ["There", "First", "Second"]);
        assert_eq!(drift(house).await, 0);
        let conversion = words::dictionaries(cx).await.unwrap().stages.into_iter().find(|s| s.is_conversion).unwrap();
        assert!(matches!(words::delete_stage(cx, conversion.id(), stages[1]).await, Err(Error::Forbidden(_))));
    }

    async fn rights_are_asked_for_every_change(house: TestHouse) {
        let cx = &admin(house).await;
        let looker = staff::testing::insert_staff(&house.system(), "Eva", kernel::Capabilities::NONE.with(kernel::Area::Leads, Can::ViewAll)).await;
        let looker = &house.as_actor(staff::testing::actor(&house.system(), looker).await);
        let stage = stages(cx).await[0];
        let ada = lead(cx, "Ada", stage).await;
        let refused = |answer: Result<(), Error>| assert!(matches!(answer, Err(Error::Forbidden(_))), "{answer:?}");
        refused(save::create(looker, &Profile { name: "B".into(), ..Profile::default() }, &[]).await.map(drop));
        refused(save::update(looker, ada.id, 1, &LeadPatch::one("name", "B")).await.map(drop));
        refused(move_to(looker, &ada, stage, None).await.map(drop));
        refused(leads::store::bin::delete(looker, ada.id, 1).await.map(drop));
        refused(convert::run(looker, ada.id, &Conversion { version: 1, ..Default::default() }).await.map(drop));
        refused(words::delete_stage(looker, stage, stage).await);
        assert_eq!(leads::store::find(cx, ada.id).await.unwrap(), ada);
    }
}
