//! Leads as the machinery of all records lists them, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::collections::BTreeSet;

use fields::{Asked, Catalogue, ListQuery, Total};
use house::*;
use kernel::db::On;
use kernel::{Context, Error, LeadId, RecordKind, StaffId};
use leads::store::{bin, list, save};
use leads::{LeadPatch, Profile};

async fn listed(cx: &Context, filter: &str) -> BTreeSet<LeadId> {
    let listing = fields::kind_of(cx, RecordKind::Lead).unwrap().listing(&cx.actor).unwrap();
    let asked = Asked { f: vec![filter.to_owned()], ..Asked::default() };
    let filter = Catalogue::of(listing.fields, &cx.actor).read(&asked).unwrap();
    let query = ListQuery { filter, limit: 100, ..ListQuery::default() };
    let found = fields::list(cx, On::Db(cx.db()), &listing, &query).await.unwrap();
    found.ids.into_iter().map(LeadId).collect()
}

kernel::contract! {
    with features();

    async fn the_machinery_lists_to_each_what_they_see(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let of = |name: &str, owner: Option<StaffId>, is_public| {
            Profile { name: name.into(), owner_id: owner, is_public, ..Profile::default() }
        };
        let owned = lead_with(cx, of("Owned", yusuf.staff_id(), true)).await.id;
        let public = lead_with(cx, of("Public", None, true)).await.id;
        let hidden = lead_with(cx, of("Hidden", cx.staff_id(), false)).await.id;
        let made = lead_with(yusuf, of("Made", None, true)).await.id;
        let gone = lead_with(yusuf, of("Gone", None, false)).await;
        bin::delete(cx, gone.id, gone.version).await.unwrap();

        assert_eq!(listed(yusuf, "").await, BTreeSet::from([owned, public, made]));
        assert_eq!(listed(cx, "").await, BTreeSet::from([owned, public, hidden, made]));
        assert_eq!(listed(cx, "owner_id.me").await, BTreeSet::from([hidden]));
        assert_eq!(listed(yusuf, "owner_id.empty").await, BTreeSet::from([public, made]));
    }

    async fn a_standing_is_asked_in_words(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        let (ada, lost) = (lead(cx, "Ada", stage).await, lead(cx, "Lost", stage).await);
        save::update(cx, lost.id, lost.version, &LeadPatch::one("outcome", "lost")).await.unwrap();
        for (filter, expected) in [
            ("", vec![ada.id]),
            ("standing.any.lost", vec![lost.id]),
            ("standing.any.lost,in_play", vec![ada.id, lost.id]),
            ("standing.none.lost,junk", vec![ada.id]),
            ("standing.any.all", vec![ada.id, lost.id]),
        ] {
            assert_eq!(listed(cx, filter).await, expected.into_iter().collect(), "{filter}");
        }
    }

    async fn a_group_has_what_its_list_would_have(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let of = |name: &str, owner: Option<StaffId>| Profile { name: name.into(), owner_id: owner, ..Profile::default() };
        for (name, owner) in [("A", yusuf.staff_id()), ("B", yusuf.staff_id()), ("C", None), ("D", cx.staff_id())] {
            lead_with(cx, of(name, owner)).await;
        }
        let groups = [format!("owner_id.any.{}", yusuf.staff_id().unwrap().0), "owner_id.empty".into(), "owner_id.me".into()];
        let count = async |cx: &Context, q: &str| {
            let filter = Asked { q: q.into(), ..Asked::default() };
            list::count_groups(cx, &filter, &groups).await.unwrap()
        };
        assert_eq!(count(cx, "").await, [2, 1, 1].map(Total::Exactly));
        assert_eq!(count(cx, "B").await, [1, 0, 0].map(Total::Exactly), "what the list is filtered by holds in each group");
        assert_eq!(count(yusuf, "").await, [2, 0, 2].map(Total::Exactly), "nobody counts what he does not see");
        let unread = list::count_groups(cx, &Asked::default(), &["salary.is.1".into()]).await;
        assert!(matches!(unread, Err(Error::Invalid(_))), "{unread:?}");
        let many = vec!["owner_id.empty".to_owned(); fields::MOST_GROUPS + 1];
        let refused = list::count_groups(cx, &Asked::default(), &many).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }

    async fn who_may_see_no_leads_has_no_list(house: TestHouse) {
        let cx = &Context::new(house.foyer.clone(), kernel::Actor::Anonymous, kernel::Language::En);
        let listing = fields::kind_of(cx, RecordKind::Lead).unwrap().listing(&cx.actor);
        assert_eq!(listing.err(), Some(Error::Unauthenticated));
    }
}
