//! The list under every filter, to whom it is shown, and page by page, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::collections::HashSet;

use fields::{Asked, Total};
use house::*;
use kernel::testing::TestHouse;
use kernel::{Context, Instant, LeadId, StaffId};
use leads::store::{bin, list, save, words};
use leads::{Lead, LeadPatch, ListQuery, Outcome, Profile, asked};

/// The whole list, piece by piece.
async fn all(cx: &Context, filter: &Asked, sort: &str) -> Vec<LeadId> {
    let mut query =
        ListQuery { filter: filter.clone(), sort: sort.to_owned(), limit: Some(4), ..ListQuery::default() };
    let mut ids = Vec::new();
    loop {
        let piece = list::find(cx, &query).await.unwrap();
        ids.extend(piece.items.iter().map(|lead| lead.id));
        query.cursor = piece.next_cursor;
        if query.cursor.is_none() {
            return ids;
        }
    }
}

/// Leads that differ in all that was ever filtered by, made over some days.
async fn some_leads(house: &TestHouse, cx: &Context, other: StaffId) -> Vec<Lead> {
    let words = words::dictionaries(cx).await.unwrap();
    let mut made = Vec::new();
    for number in 0..24i64 {
        house.foyer.clock.advance(Instant::DAY);
        let cx = &Context { now: house.foyer.clock.now(), ..cx.clone() };
        let pick = |of: i64| (number / of) % 2 == 0;
        let profile = Profile {
            name: format!("Lead {number}"),
            company: pick(1).then(|| "Étoile du Nord".to_owned()),
            owner_id: match number % 3 {
                0 => cx.staff_id(),
                1 => Some(other),
                _ => None,
            },
            stage_id: Some(words.stages[(number % 4) as usize].id()),
            source_id: Some(words.sources[(number % 3) as usize].id),
            value: if pick(2) { euros(number) } else { None },
            last_contact_at: pick(3).then(|| cx.now.plus(-number * Instant::DAY)),
            is_public: pick(5),
            ..Profile::default()
        };
        let tags = if pick(4) { vec!["vip".to_owned()] } else { Vec::new() };
        let mut lead = save::create(cx, &profile, &tags).await.unwrap();
        for (of, outcome) in [(7, "lost"), (11, "junk")] {
            if number % of == of - 1 {
                lead = save::update(cx, lead.id, lead.version, &LeadPatch::one("outcome", outcome))
                    .await
                    .unwrap();
            }
        }
        made.push(lead);
    }
    let gone = made.pop().unwrap();
    bin::delete(cx, gone.id, gone.version).await.unwrap();
    made
}

/// Whether a lead is meant by a parameter of old, as it was answered before there were filters of fields.
fn is_meant(cx: &Context, lead: &Lead, name: &str, value: &str) -> bool {
    let (profile, organisation) = (&lead.profile, cx.organisation());
    let number: i64 = value.parse().unwrap_or(-1);
    let begins = |later: i32| {
        let day: kernel::Day = value.parse().unwrap();
        organisation.zone.instant(kernel::Day(day.0 + later), 0)
    };
    match name {
        "owner" => match value {
            "me" => profile.owner_id == cx.staff_id(),
            "nobody" => profile.owner_id.is_none(),
            _ => profile.owner_id == Some(StaffId(number)),
        },
        "stage" => lead.stage_id().0 == number,
        "source" => profile.source_id.unwrap().0 == number,
        "tag" => lead.tags.iter().any(|tag| tag.id.0 == number),
        "min_value" => profile.value.is_some_and(|value| value.minor >= number),
        "max_value" => profile.value.is_some_and(|value| value.minor <= number),
        "created_from" => lead.created_at >= begins(0),
        "created_to" => lead.created_at < begins(1),
        "no_contact_since" => profile.last_contact_at.is_none_or(|at| at < begins(0)),
        _ => panic!("{name}"),
    }
}

fn in_play(lead: &&Lead) -> bool {
    lead.profile.outcome == Outcome::Active && lead.customer_id.is_none()
}

kernel::contract! {
    with features();

    async fn every_parameter_of_old_is_answered_as_it_was(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let other = yusuf.staff_id().unwrap();
        let leads = some_leads(house, cx, other).await;
        let late = &Context { now: house.foyer.clock.now(), ..cx.clone() };
        let tag = leads.iter().find_map(|lead| lead.tags.first()).unwrap().id.to_string();
        let (stage, source) = (leads[1].stage_id().to_string(), leads[1].profile.source_id.unwrap().to_string());
        let (other, day) = (other.to_string(), cx.organisation().zone.day(leads[9].created_at).to_string());
        let cases = [
            ("owner", "me"), ("owner", "nobody"), ("owner", &other), ("stage", &stage), ("source", &source),
            ("tag", &tag), ("min_value", "1000"), ("min_value", "0"), ("min_value", "-5"), ("max_value", "1000"),
            ("created_from", &day), ("created_to", &day), ("no_contact_since", &day),
        ];
        for (name, value) in cases {
            let filter = asked(None, Vec::new(), |own| (own == name).then(|| value.to_owned()));
            let expected = leads.iter().rev().filter(in_play).filter(|lead| is_meant(late, lead, name, value));
            let expected: Vec<LeadId> = expected.map(|lead| lead.id).collect();
            assert!(!expected.is_empty() && expected.len() < 20, "{name}={value} tells something");
            assert_eq!(all(late, &filter, "").await, expected, "{name}={value}");
            let total = Total::Exactly(expected.len() as i64);
            assert_eq!(list::count(late, &filter).await.unwrap(), total, "{name}={value}");
        }
        for (value, expected) in [("lost", Outcome::Lost), ("junk", Outcome::Junk), ("all", Outcome::Active)] {
            let filter = asked(None, Vec::new(), |own| (own == "standing").then(|| value.to_owned()));
            let is_meant = |lead: &&Lead| value == "all" || lead.profile.outcome == expected;
            let expected: Vec<LeadId> = leads.iter().rev().filter(is_meant).map(|lead| lead.id).collect();
            assert_eq!(all(late, &filter, "").await, expected, "standing={value}");
        }
        let limits: Vec<_> = words::dictionaries(cx).await.unwrap().stages;
        let is_stale = |lead: &&Lead| {
            let stage = limits.iter().find(|stage| stage.id() == lead.stage_id()).unwrap();
            stage.stale_after_days.is_some_and(|days| lead.stage_since < late.now.plus(-days * Instant::DAY))
        };
        let stale: Vec<LeadId> = leads.iter().rev().filter(in_play).filter(is_stale).map(|lead| lead.id).collect();
        assert!(!stale.is_empty());
        let filter = asked(None, Vec::new(), |own| (own == "stale").then(|| "1".to_owned()));
        assert_eq!(all(late, &filter, "").await, stale);
    }

    async fn who_sees_few_sees_just_these_under_every_filter_and_order(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let leads = some_leads(house, cx, yusuf.staff_id().unwrap()).await;
        let yusuf = &Context { now: house.foyer.clock.now(), ..yusuf.clone() };
        let is_his = |lead: &Lead| lead.profile.is_public || lead.profile.owner_id == yusuf.staff_id();
        let his: HashSet<LeadId> = leads.iter().filter(|lead| is_his(lead)).map(|lead| lead.id).collect();
        assert!(his.len() > 8 && his.len() < leads.len());
        let cx = &Context { now: yusuf.now, ..cx.clone() };
        for f in [
            "standing.any.all", "owner_id.empty", "owner_id.none.7777", "value.filled", "tags.empty", "stale.no",
            "company.is.etoile du nord", "any(value.empty;tags.filled)", "created_at.this.year", "is_public.no",
            "last_contact_at.over.3", "standing.none.lost,junk", "created_by.filled", "stage_since.within.30",
        ] {
            let filter = Asked { f: vec![f.to_owned()], ..Asked::default() };
            let everybodys = all(cx, &filter, "").await;
            let expected: Vec<LeadId> = everybodys.iter().copied().filter(|id| his.contains(id)).collect();
            assert_eq!(all(yusuf, &filter, "").await, expected, "{f}");
            for sort in ["created_at", "name", "-name", "-value", "value", "last_contact_at", "-value,name", "stage_since,-created_at"] {
                let seen = all(yusuf, &filter, sort).await;
                let once: HashSet<LeadId> = seen.iter().copied().collect();
                assert_eq!((seen.len(), once), (expected.len(), expected.iter().copied().collect()), "{f} by {sort}");
                let order: Vec<LeadId> = all(cx, &filter, sort).await.into_iter().filter(|id| his.contains(id)).collect();
                assert_eq!(seen, order, "{f} by {sort}");
            }
        }
    }

    async fn pages_have_no_gap_while_others_write(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        for number in 0..40 {
            let value = euros(number % 5);
            lead_with(cx, Profile { name: format!("Lead {number}"), value, stage_id: Some(stage), ..Profile::default() }).await;
        }
        let filter = Asked { f: vec!["name.words.lead".into()], ..Asked::default() };
        for sort in ["", "name", "-value", "-value,name", "last_contact_at,created_at"] {
            let there: HashSet<LeadId> = all(cx, &filter, sort).await.into_iter().collect();
            assert_eq!(there.len(), 40, "{sort}");
            let mut query = ListQuery { filter: filter.clone(), sort: sort.into(), limit: Some(7), ..ListQuery::default() };
            let mut seen = Vec::new();
            loop {
                let piece = list::find(cx, &query).await.unwrap();
                seen.extend(piece.items.iter().map(|lead| lead.id));
                // Somebody adds at both ends and takes away what was shown already.
                for name in ["Lead 0", "Lead 99"] {
                    let value = euros(if name == "Lead 0" { 0 } else { 50 });
                    let new = lead_with(cx, Profile { name: name.into(), value, ..Profile::default() }).await;
                    bin::delete(cx, new.id, new.version).await.unwrap();
                }
                query.cursor = piece.next_cursor;
                if query.cursor.is_none() {
                    break;
                }
            }
            let once: HashSet<LeadId> = seen.iter().copied().collect();
            assert_eq!((seen.len(), once), (40, there), "{sort}");
        }
    }
}
