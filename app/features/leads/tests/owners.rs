//! Who can have a lead, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::testing::TestHouse;
use kernel::{Context, Result, StaffId};
use leads::store::{moves, save, words};
use leads::{Lead, LeadEdit, LeadPatch, Profile, Stage};

/// Somebody who leaves, later.
async fn somebody(house: &TestHouse) -> StaffId {
    seller(house, "Gone").await.staff_id().unwrap()
}

async fn leaves(cx: &Context, id: StaffId) {
    let version = staff::store::find(cx, id).await.unwrap().version;
    staff::store::set_active(cx, id, false, version).await.unwrap();
}

fn of(owner: StaffId) -> Profile {
    Profile { name: "Ada".into(), owner_id: Some(owner), ..Profile::default() }
}

fn is_refused(answer: Result<Lead>) -> bool {
    answer.is_err_and(|error| error.field("owner_id").is_some_and(|text| text.key == "lead-owner-gone"))
}

kernel::contract! {
    with features();

    async fn who_has_left_gets_no_lead(house: TestHouse) {
        let cx = &admin(house).await;
        let gone = somebody(house).await;
        leaves(cx, gone).await;
        assert!(is_refused(save::create(cx, &of(gone), &[]).await), "not a new one");
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        assert!(is_refused(save::update(cx, ada.id, ada.version, &LeadPatch::one("owner_id", gone)).await));
        let edit = LeadEdit::between(&ada.profile, &Profile { owner_id: Some(gone), ..ada.profile.clone() });
        assert!(is_refused(save::edit(cx, ada.id, &edit).await), "nor by the form");
    }

    async fn who_has_left_is_no_answer_to_what_a_stage_asks(house: TestHouse) {
        let cx = &admin(house).await;
        let gone = somebody(house).await;
        leaves(cx, gone).await;
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let asking = Stage { required_fields: vec!["owner_id".into()], ..stages[1].clone() };
        let asking = words::save_stage(cx, &asking).await.unwrap().id();
        let ada = lead(cx, "Ada", stages[0].id()).await;
        let answered = leads::Move { fields: LeadPatch::one("owner_id", gone), ..to(asking, None, &ada) };
        assert!(is_refused(moves::run(cx, ada.id, &answered).await));
    }

    async fn who_has_left_keeps_what_they_had(house: TestHouse) {
        let cx = &admin(house).await;
        let gone = somebody(house).await;
        let ada = save::create(cx, &of(gone), &[]).await.unwrap();
        leaves(cx, gone).await;
        let ada = save::update(cx, ada.id, ada.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        assert_eq!(ada.profile.owner_id, Some(gone), "other fields can still be changed");
        let ada = save::update(cx, ada.id, ada.version, &LeadPatch::one("owner_id", cx.staff_id())).await.unwrap();
        let back = save::update(cx, ada.id, ada.version, &LeadPatch::one("owner_id", gone)).await;
        assert!(is_refused(back), "it is not theirs any more");
    }
}
