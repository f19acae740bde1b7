//! What two people in one form can rely on, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use fields::store::definitions;
use fields::{Clash, CustomField, FieldType};
use house::*;
use kernel::{Context, Error, RecordKind, Result};
use leads::store::{find, save};
use leads::{Lead, LeadEdit, LeadPatch, Profile};
use serde_json::{Value, json};

/// Somebody who has `seen` the lead types these values and saves.
async fn types(cx: &Context, seen: &Lead, to: LeadPatch) -> Result<Lead> {
    let wished = to.apply(&seen.profile).unwrap();
    save::edit(cx, seen.id, &LeadEdit::between(&seen.profile, &wished)).await
}

fn clashes(answer: Result<Lead>) -> (Lead, Vec<Clash>) {
    let Err(Error::Conflict(conflict)) = answer else { panic!("a conflict, not {answer:?}") };
    Clash::read(&conflict).unwrap()
}

kernel::contract! {
    with features();

    async fn different_fields_both_win(house: TestHouse) {
        let (marta, bob) = (&admin(house).await, &admin_named(house, "Bob").await);
        let seen = lead(marta, "Ada", stages(marta).await[0]).await;
        types(marta, &seen, LeadPatch::one("city", "Turin")).await.unwrap();
        let both = types(bob, &seen, LeadPatch::one("phone", "011 1234")).await.unwrap();
        assert_eq!((both.profile.city.as_deref(), both.profile.phone.as_deref()), (Some("Turin"), Some("011 1234")));
        assert_eq!(both.version, seen.version + 2);
    }

    async fn the_same_field_tells_both_values_who_and_when_and_stores_nothing(house: TestHouse) {
        let (marta, bob) = (&admin(house).await, &admin_named(house, "Bob").await);
        let seen = lead(marta, "Ada", stages(marta).await[0]).await;
        let theirs = types(marta, &seen, LeadPatch::one("city", "Turin")).await.unwrap();
        let mine = LeadPatch::one("city", "Milan").and("phone", "011 1234");
        let (now, clashes) = clashes(types(bob, &seen, mine.clone()).await);
        assert_eq!(now, theirs);
        assert_eq!(clashes, [Clash { field: "city".into(), who: Some("Marta".into()), at: Some(marta.now) }]);
        assert_eq!(find(bob, seen.id).await.unwrap(), theirs, "the phone was not stored either");

        let wished = mine.apply(&seen.profile).unwrap();
        let edit = LeadEdit::between(&seen.profile, &wished);
        let kept = save::edit(bob, seen.id, &edit.clone().decided(&now.profile, &["city".into()])).await.unwrap();
        assert_eq!((kept.profile.city.as_deref(), kept.profile.phone.as_deref()), (Some("Turin"), Some("011 1234")));
        let won = save::edit(bob, seen.id, &edit.decided(&kept.profile, &[])).await.unwrap();
        assert_eq!(won.profile.city.as_deref(), Some("Milan"));
    }

    async fn the_same_value_by_both_is_no_conflict(house: TestHouse) {
        let (marta, bob) = (&admin(house).await, &admin_named(house, "Bob").await);
        let seen = lead(marta, "Ada", stages(marta).await[0]).await;
        let once = types(marta, &seen, LeadPatch::one("city", "Turin")).await.unwrap();
        assert_eq!(types(bob, &seen, LeadPatch::one("city", "Turin")).await.unwrap(), once, "and no change");
    }

    async fn a_field_that_was_emptied_or_filled_meanwhile_clashes(house: TestHouse) {
        let cx = &admin(house).await;
        let roof = definitions::save(cx, &CustomField::new(RecordKind::Lead, "Roof", FieldType::Number)).await.unwrap();
        let key = roof.key().to_string();
        let seen = lead(cx, "Ada", stages(cx).await[0]).await;
        types(cx, &seen, LeadPatch::one(&key, "7").and("value", Value::Null)).await.unwrap();
        let (_, found) = clashes(types(cx, &seen, LeadPatch::one(&key, "8").and("value", json!({"currency":"EUR","minor":5}))).await);
        assert_eq!(found.iter().map(|clash| clash.field.as_str()).collect::<Vec<_>>(), [key.as_str(), "value"]);
        assert!(found.iter().all(|clash| clash.who.as_deref() == Some("Marta")), "{found:?}");
    }

    async fn a_field_that_was_not_seen_is_meant_whatever_it_holds(house: TestHouse) {
        let cx = &admin(house).await;
        let seen = lead(cx, "Ada", stages(cx).await[0]).await;
        types(cx, &seen, LeadPatch::one("city", "Turin")).await.unwrap();
        let edit = LeadEdit { to: LeadPatch::one("city", "Rome"), ..LeadEdit::default() };
        assert_eq!(save::edit(cx, seen.id, &edit).await.unwrap().profile.city.as_deref(), Some("Rome"));
    }

    async fn an_edit_keeps_the_rules_and_the_rights(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let hidden = lead(cx, "Hidden", stages(cx).await[0]).await;
        let edit = LeadEdit { to: LeadPatch::one("city", "Rome"), ..LeadEdit::default() };
        assert_eq!(save::edit(yusuf, hidden.id, &edit).await, Err(Error::NotFound));
        let unfit = LeadEdit { to: LeadPatch::one("email", "none"), ..LeadEdit::default() };
        assert!(matches!(save::edit(cx, hidden.id, &unfit).await, Err(Error::Invalid(fields)) if fields[0].field == "email"));
        let stage = LeadEdit::between(&hidden.profile, &Profile { stage_id: Some(kernel::StageId(999)), ..hidden.profile.clone() });
        assert!(save::edit(cx, hidden.id, &stage).await.is_err());
    }
}
