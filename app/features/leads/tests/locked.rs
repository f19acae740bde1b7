//! Leads that became customers are the administrators' alone, where the house says so, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use fields::{Ahead, Seen, Value, Values, Work};
use house::*;
use kernel::{Context, Error, RecordKind, Result, setting};
use leads::store::{convert, find, save};
use leads::{Conversion, Lead, LeadEdit, LeadPatch, LeadSetting, Profile};
use records::NoteDraft;
use records::store::{notes, tags, timeline, undo};

async fn locks(cx: &Context, locks_converted: bool) -> Result<()> {
    setting::save(cx, &LeadSetting { locks_converted }).await
}

/// A lead that belongs to somebody and has become a customer, with a change before that could be taken back.
async fn converted(cx: &Context, owner: &Context) -> Lead {
    let profile = Profile { name: "Ada".into(), owner_id: owner.staff_id(), ..Profile::default() };
    let lead = lead_with(cx, profile).await;
    let lead = save::update(cx, lead.id, lead.version, &LeadPatch::one("city", "Turin")).await.unwrap();
    let conversion = Conversion { version: lead.version, ..Conversion::default() };
    convert::run(cx, lead.id, &conversion).await.unwrap().0
}

/// What a run of many leads and an import do.
async fn change_as_one_of_many(cx: &Context, lead: &Lead) -> Result<()> {
    let kind = fields::kind_of(cx, RecordKind::Lead)?;
    let values = &Values::default().with("city", Value::Text("Genoa".into()));
    let done = cx.tx(|tx| async move {
        let work = Work::Change { id: lead.id.0, seen: Seen::Whatever, values: values.clone() };
        fields::run(cx, &tx, kind, vec![work], &mut Ahead::default()).await
    });
    done.await?.pop().unwrap().map(drop)
}

/// Each way to change a lead, with its name and what came of it.
async fn every_way(cx: &Context, lead: &Lead) -> Vec<(&'static str, Result<()>)> {
    let record = lead.record();
    let milan = LeadPatch::one("city", "Milan");
    let edit = LeadEdit { to: milan.clone(), ..LeadEdit::default() };
    let history = timeline::list(cx, record, records::TimelineFilter::All, None, None).await.unwrap().items;
    let changed = history.into_iter().find(|entry| entry.kind == "lead.updated").unwrap();
    assert!(!changed.can_undo, "the history offers nothing");
    vec![
        ("form", save::update(cx, lead.id, lead.version, &milan).await.map(drop)),
        ("inline", save::edit(cx, lead.id, &edit).await.map(drop)),
        ("board", move_to(cx, lead, lead.stage_id(), None).await.map(drop)),
        ("run", change_as_one_of_many(cx, lead).await),
        ("tag", tags::add(cx, record, "Hot").await.map(drop)),
        ("note", notes::add(cx, record, &NoteDraft { body: "x".into(), contacted_at: None }).await.map(drop)),
        ("history", undo::run(cx, record, changed.id, &[]).await),
        ("conversion", convert::undo(cx, lead.id, lead.version).await.map(drop)),
    ]
}

kernel::contract! {
    with features();

    async fn a_locked_lead_is_changed_by_administrators_alone_on_every_way(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        locks(cx, true).await.unwrap();
        let ada = converted(cx, sam).await;
        assert!(ada.is_locked && find(sam, ada.id).await.unwrap().is_locked);
        for (way, answer) in every_way(sam, &ada).await {
            assert_eq!(answer, Err(kernel::forbidden("lead-is-locked")), "{way}");
        }
        assert_eq!(find(cx, ada.id).await.unwrap(), ada);
        let now = save::update(cx, ada.id, ada.version, &LeadPatch::one("city", "Milan")).await.unwrap();
        change_as_one_of_many(cx, &now).await.unwrap();
        let now = find(cx, ada.id).await.unwrap();
        let back = convert::undo(cx, now.id, now.version).await.unwrap();
        assert!(!back.is_locked);
        save::update(sam, back.id, back.version, &LeadPatch::one("city", "Rome")).await.unwrap();
    }

    async fn other_leads_and_other_houses_are_not_locked(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let ada = converted(cx, sam).await;
        assert!(!ada.is_locked, "the usual");
        let ada = save::update(sam, ada.id, ada.version, &LeadPatch::one("city", "Milan")).await.unwrap();
        locks(cx, true).await.unwrap();
        let open = lead(sam, "Bea", stages(sam).await[0]).await;
        save::update(sam, open.id, open.version, &LeadPatch::one("city", "Milan")).await.unwrap();
        let refused = save::update(sam, ada.id, ada.version, &LeadPatch::one("city", "Rome")).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "leads of before are locked, too: {refused:?}");
        locks(cx, false).await.unwrap();
        save::update(sam, ada.id, ada.version, &LeadPatch::one("city", "Rome")).await.unwrap();
    }

    async fn who_may_not_edit_settings_does_not_unlock(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        locks(cx, true).await.unwrap();
        assert!(matches!(locks(sam, false).await, Err(Error::Forbidden(_))));
        assert_eq!(setting::find::<LeadSetting>(sam).await, Ok(LeadSetting { locks_converted: true }));
        assert_eq!(setting::find::<LeadSetting>(&house.as_actor(kernel::Actor::Anonymous)).await, Err(Error::Unauthenticated));
    }
}
