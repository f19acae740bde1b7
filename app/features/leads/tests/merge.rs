//! Two leads become one, and two again as they were.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use duplicates::store::{merge, pairs};
use duplicates::{MergeWish, Merged, PairLine};
use fields::Alike;
use house::{admin, board_of, drift, euros, features, lead_with, seller, stages};
use kernel::{Context, Error, RecordKind, RecordRef, Result};
use leads::store::{bin, find, list, save, search};
use leads::{Lead, LeadPatch, ListQuery, Profile};
use records::store::{bin as bins, notes, tags, timeline, undo};
use records::{NoteDraft, TimelineFilter};

fn ada() -> Profile {
    Profile {
        name: "Ada Lovelace".into(),
        email: Some("ada@engines.example".into()),
        value: euros(100),
        ..Profile::default()
    }
}

fn countess() -> Profile {
    Profile {
        name: "Countess of Lovelace".into(),
        city: Some("London".into()),
        phone: Some("+442079460000".into()),
        value: euros(50),
        ..ada()
    }
}

async fn two(cx: &Context) -> (Lead, Lead) {
    (lead_with(cx, ada()).await, lead_with(cx, countess()).await)
}

fn wish(one: &Lead, other: &Lead) -> MergeWish {
    MergeWish { one: one.id.0, other: other.id.0, take: None, seen: Vec::new() }
}

async fn merged(cx: &Context, one: &Lead, other: &Lead) -> Result<Merged> {
    merge::run(cx, RecordKind::Lead, &wish(one, other)).await
}

async fn note(cx: &Context, record: RecordRef, body: &str) {
    notes::add(cx, record, &NoteDraft { body: body.into(), contacted_at: None }).await.unwrap();
}

/// All that a person sees of a lead, but for what tells of merges and what every change counts up.
async fn all_of(cx: &Context, lead: &Lead) -> (Lead, Vec<String>) {
    let now = find(cx, lead.id).await.unwrap();
    let entries =
        timeline::list(cx, lead.record(), TimelineFilter::All, None, Some(300)).await.unwrap().items;
    let told = entries
        .into_iter()
        .filter(|entry| !is_of_merge(&entry.kind))
        .map(|entry| format!("{entry:?}"))
        .collect();
    (Lead { version: 0, updated_at: lead.updated_at, ..now }, told)
}

fn is_of_merge(kind: &str) -> bool {
    kind.starts_with("record.") || kind == "lead.updated"
}

async fn notes_of(cx: &Context, lead: &Lead) -> Vec<String> {
    let found = notes::list(cx, lead.record(), None, 50).await.unwrap();
    found.into_iter().map(|note| note.body).collect()
}

async fn pair_lines(cx: &Context) -> Vec<PairLine> {
    pairs::list(cx, RecordKind::Lead, None).await.unwrap().items
}

async fn pair_ids(cx: &Context) -> Vec<(i64, i64)> {
    let ids = |line| match line {
        PairLine::Pair(pair) => Some((pair.one.record.id, pair.other.record.id)),
        PairLine::Common { .. } => None,
    };
    pair_lines(cx).await.into_iter().filter_map(ids).collect()
}

kernel::contract! {
    with features();

    async fn the_older_one_stays_with_what_it_lacked_and_the_other_is_nowhere(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        tags::add(cx, one.record(), "Warm").await.unwrap();
        tags::add(cx, other.record(), "Hot").await.unwrap();
        note(cx, one.record(), "of one").await;
        note(cx, other.record(), "of the other").await;
        let done = merged(cx, &other, &one).await.unwrap();
        assert_eq!(done.record, one.record(), "the older one, whichever is named first");
        let now = find(cx, one.id).await.unwrap();
        assert_eq!(now.profile.name, "Ada Lovelace");
        assert_eq!((now.profile.city.as_deref(), now.profile.value), (Some("London"), euros(100)));
        let names: Vec<String> = now.tags.into_iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["Hot", "Warm"]);
        assert_eq!(notes_of(cx, &one).await, ["of the other", "of one"]);
        let entries = timeline::list(cx, one.record(), TimelineFilter::All, None, None).await.unwrap().items;
        let created: Vec<RecordRef> =
            entries.iter().filter(|entry| entry.kind == "lead.created").map(|entry| entry.record).collect();
        assert_eq!(created, [other.record(), one.record()], "both histories in one");

        assert_eq!(find(cx, other.id).await.unwrap().id, one.id, "its address leads to the one that is left");
        assert_eq!(cx.open(other.record()).await.unwrap().record, one.record());
        let listed = list::find(cx, &ListQuery::default()).await.unwrap().items;
        assert_eq!(listed.iter().map(|lead| lead.id).collect::<Vec<_>>(), [one.id]);
        assert_eq!(board_of(cx).await.stages.iter().map(|column| column.cards.len()).sum::<usize>(), 1);
        assert_eq!(search(cx, "countess", 10).await.unwrap(), []);
        assert_eq!(bins::list(cx, RecordKind::Lead, "", None).await.unwrap().items, [], "nor is it in the bin");
        assert_eq!(drift(house).await, 0);
        assert_eq!(pair_ids(cx).await, []);
    }

    async fn taken_apart_both_are_what_they_were(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        tags::add(cx, one.record(), "Warm").await.unwrap();
        for tag in ["Warm", "Hot"] {
            tags::add(cx, other.record(), tag).await.unwrap();
        }
        note(cx, one.record(), "of one").await;
        note(cx, other.record(), "of the other").await;
        let before = (all_of(cx, &one).await, all_of(cx, &other).await);
        let done = merged(cx, &one, &other).await.unwrap();
        undo::run(cx, done.record, done.event, &[]).await.unwrap();
        let (after_one, after_other) = (all_of(cx, &one).await, all_of(cx, &other).await);
        assert_eq!(after_one, before.0);
        assert_eq!(after_other, before.1);
        assert_eq!(notes_of(cx, &one).await, ["of one"]);
        assert_eq!(drift(house).await, 0);
        assert_eq!(pair_ids(cx).await, [(one.id.0, other.id.0)]);
        let again = undo::run(cx, done.record, done.event, &[]).await;
        assert!(matches!(again, Err(Error::Invalid(_))), "{again:?}");
        merged(cx, &one, &other).await.unwrap();
    }

    async fn what_was_changed_later_stays_unless_it_is_wished(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let done = merged(cx, &one, &other).await.unwrap();
        let now = find(cx, one.id).await.unwrap();
        save::update(cx, one.id, now.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        let asked = undo::preview(cx, one.record(), done.event).await.unwrap();
        assert!(asked.has_later() && asked.besides, "{asked:?}");
        undo::run(cx, one.record(), done.event, &[]).await.unwrap();
        let now = find(cx, one.id).await.unwrap();
        assert_eq!((now.profile.city.as_deref(), now.profile.phone), (Some("Turin"), None));
        assert_eq!(find(cx, other.id).await.unwrap().profile.city.as_deref(), Some("London"));
    }

    async fn each_field_can_be_chosen(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let compared = merge::compare(cx, RecordKind::Lead, one.id.0, other.id.0).await.unwrap();
        let keys: Vec<(&str, bool)> =
            compared.fields.iter().map(|field| (field.key.as_str(), field.takes_other)).collect();
        assert_eq!(keys, [("name", false), ("value", false), ("phone", true), ("city", true)]);
        let take = Some(vec!["name".into(), "value".into()]);
        merge::run(cx, RecordKind::Lead, &MergeWish { take, ..wish(&one, &other) }).await.unwrap();
        let now = find(cx, one.id).await.unwrap();
        assert_eq!((now.profile.name.as_str(), now.profile.value, now.profile.city), ("Countess of Lovelace", euros(50), None));
        let third = lead_with(cx, ada()).await;
        for unknown in ["rank", "version", "c99"] {
            let take = Some(vec![unknown.into()]);
            let refused = merge::run(cx, RecordKind::Lead, &MergeWish { take, ..wish(&one, &third) }).await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{unknown}");
        }
    }

    async fn who_may_not_edit_both_and_delete_merges_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let sam = &seller(house, "Sam").await;
        assert_eq!(merged(sam, &one, &other).await.unwrap_err(), Error::NotFound);
        let own = lead_with(sam, ada()).await;
        assert_eq!(merged(sam, &own, &other).await.unwrap_err(), Error::NotFound);
        assert_eq!(pair_lines(sam).await, [], "one's own and one unseen are no pair");
        save::update(cx, one.id, one.version, &LeadPatch::one("is_public", true)).await.unwrap();
        assert_eq!(pair_ids(sam).await, [(one.id.0, own.id.0)]);
        merged(sam, &one, &own).await.unwrap();
        assert_eq!(merged(cx, &one, &one).await.unwrap_err().status(), 422);
    }

    async fn converted_leads_are_refused_with_a_reason(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let conversion = leads::Conversion { version: one.version, ..Default::default() };
        leads::store::convert::run(cx, one.id, &conversion).await.unwrap();
        let refused = merged(cx, &one, &other).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
        assert_eq!(find(cx, other.id).await.unwrap().id, other.id, "nothing has happened to the other");
    }

    async fn what_was_seen_has_to_be_what_is(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let seen = vec![(one.id.0, one.version), (other.id.0, other.version)];
        save::update(cx, other.id, other.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        let late = merge::run(cx, RecordKind::Lead, &MergeWish { seen, ..wish(&one, &other) }).await;
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
    }

    async fn chains_are_read_as_one_and_taken_apart_link_by_link(house: TestHouse) {
        let cx = &admin(house).await;
        let (a, b) = two(cx).await;
        let c = lead_with(cx, ada()).await;
        note(cx, c.record(), "of c").await;
        let inner = merged(cx, &b, &c).await.unwrap();
        let outer = merged(cx, &a, &b).await.unwrap();
        assert_eq!(notes_of(cx, &a).await, ["of c"]);
        assert_eq!(find(cx, c.id).await.unwrap().id, a.id);
        let again = merged(cx, &a, &c).await;
        assert!(matches!(again, Err(Error::Conflict(_))), "{again:?}");
        let early = undo::run(cx, b.record(), inner.event, &[]).await;
        assert_eq!(early, Err(Error::NotFound), "the outer one first");
        undo::run(cx, a.record(), outer.event, &[]).await.unwrap();
        assert_eq!(notes_of(cx, &a).await, [""; 0]);
        undo::run(cx, b.record(), inner.event, &[]).await.unwrap();
        assert_eq!(find(cx, c.id).await.unwrap().id, c.id);
        assert_eq!(drift(house).await, 0);
    }

    async fn nobody_takes_a_merged_one_out_by_itself(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let done = merged(cx, &one, &other).await.unwrap();
        assert!(matches!(bin::restore(cx, other.id).await, Err(Error::Forbidden(_))));
        let answers = bins::restore(cx, RecordKind::Lead, &[other.id.0]).await.unwrap();
        assert!(matches!(answers[0], Err(Error::Forbidden(_))), "{answers:?}");
        let now = find(cx, one.id).await.unwrap();
        bin::delete(cx, one.id, now.version).await.unwrap();
        assert_eq!(undo::run(cx, one.record(), done.event, &[]).await, Err(Error::NotFound), "out of the bin first");
        assert_eq!(find(cx, other.id).await, Err(Error::NotFound));
        bin::restore(cx, one.id).await.unwrap();
        undo::run(cx, one.record(), done.event, &[]).await.unwrap();
        assert_eq!(find(cx, other.id).await.unwrap().id, other.id);
    }

    async fn of_twenty_at_once_one_merges(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let tries = (0..20).map(|_| merged(cx, &one, &other));
        let done = futures::future::join_all(tries).await;
        assert_eq!(done.iter().filter(|answer| answer.is_ok()).count(), 1, "{done:?}");
        let is_refused = |answer: &&Result<Merged>| matches!(answer, Err(Error::Conflict(_) | Error::Busy));
        assert_eq!(done.iter().filter(is_refused).count(), 19, "{done:?}");
        assert_eq!(drift(house).await, 0);
    }

    async fn told_apart_a_pair_is_none_until_that_is_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, other) = two(cx).await;
        let third = lead_with(cx, ada()).await;
        let (one, other, third) = (one.id.0, other.id.0, third.id.0);
        assert_eq!(pair_ids(cx).await, [(one, other), (one, third)]);
        pairs::tell_apart(cx, RecordKind::Lead, other, one, true).await.unwrap();
        assert_eq!(pair_ids(cx).await, [(one, third)]);
        pairs::tell_apart(cx, RecordKind::Lead, one, third, true).await.unwrap();
        assert_eq!(pair_ids(cx).await, [(other, third)], "they may still be the same as each other");
        pairs::tell_apart(cx, RecordKind::Lead, one, other, false).await.unwrap();
        assert_eq!(pair_ids(cx).await, [(one, other), (other, third)]);
    }

    async fn a_pair_stands_once_with_all_that_it_has_in_common(house: TestHouse) {
        let cx = &admin(house).await;
        let phone = Some("+390669821234".to_owned());
        let one = lead_with(cx, Profile { phone: phone.clone(), ..ada() }).await;
        let other = lead_with(cx, Profile { phone, ..ada() }).await;
        let lines = pair_lines(cx).await;
        let [PairLine::Pair(pair)] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((pair.one.record, pair.other.record), (one.record(), other.record()));
        assert_eq!(pair.one.reasons, [Alike::Email, Alike::Phone]);
        assert!(pair.can_merge);
    }

    async fn what_many_have_in_common_is_named_once(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        for number in 0..22 {
            lead_with(cx, Profile { name: format!("Lead {number}"), stage_id: Some(stage), ..ada() }).await;
        }
        let lines = pair_lines(cx).await;
        assert_eq!(lines, [PairLine::Common { by: Alike::Email, value: "ada@engines.example".into() }]);
    }

    async fn the_page_goes_through_all_pairs_once(house: TestHouse) {
        let cx = &admin(house).await;
        let mut wanted = Vec::new();
        for number in 0..45 {
            let profile = Profile { email: Some(format!("p{number}@engines.example")), ..ada() };
            let (one, other) = (lead_with(cx, profile.clone()).await, lead_with(cx, profile).await);
            wanted.push((one.id.0, other.id.0));
        }
        let (mut found, mut cursor) = (Vec::new(), None);
        loop {
            let page = pairs::list(cx, RecordKind::Lead, cursor.as_ref()).await.unwrap();
            found.extend(page.items.into_iter().filter_map(|line| match line {
                PairLine::Pair(pair) => Some((pair.one.record.id, pair.other.record.id)),
                PairLine::Common { .. } => None,
            }));
            match page.next_cursor {
                Some(next) => cursor = Some(next),
                None => break,
            }
        }
        found.sort_unstable();
        assert_eq!(found, wanted);
    }
}
