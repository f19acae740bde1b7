//! Leads as the machinery of all records lists them, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::collections::BTreeSet;

use fields::{Asked, Catalogue, ListQuery};
use house::*;
use kernel::db::On;
use kernel::{Context, Error, LeadId, RecordKind, StaffId};
use leads::store::{bin, save};
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

    async fn who_may_see_no_leads_has_no_list(house: TestHouse) {
        let cx = &Context::new(house.foyer.clone(), kernel::Actor::Anonymous, kernel::Language::En);
        let listing = fields::kind_of(cx, RecordKind::Lead).unwrap().listing(&cx.actor);
        assert_eq!(listing.err(), Some(Error::Unauthenticated));
    }
}
