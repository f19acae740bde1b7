//! What the lists of words promise, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use customers::store::{self, NewCustomer, lists};
use customers::{CustomerKind, CustomerList, Entry, EntryEdit, Profile};
use kernel::testing::TestHouse;
use kernel::{Capabilities, Context, Error, Feature, SegmentId};

fn features() -> Vec<Feature> {
    vec![staff::feature(), records::feature(), fields::feature(), duplicates::feature(), customers::feature()]
}

async fn admin(house: &TestHouse) -> Context {
    lists::begin(&house.system()).await.unwrap();
    let id = staff::testing::insert_admin(&house.system(), "Marta").await;
    house.as_actor(staff::testing::actor(&house.system(), id).await)
}

async fn of(cx: &Context, list: CustomerList) -> Vec<(Entry<i64>, i64)> {
    let all = lists::all(cx).await.unwrap();
    all.into_iter().find(|one| one.list == list).unwrap().entries
}

async fn names(cx: &Context, list: CustomerList) -> Vec<String> {
    of(cx, list).await.into_iter().map(|(entry, _)| entry.name).collect()
}

fn called(name: &str) -> EntryEdit {
    EntryEdit { name: name.into(), ..EntryEdit::default() }
}

fn again(entry: &Entry<i64>) -> EntryEdit {
    EntryEdit { id: entry.id, version: entry.version, ..called(&entry.name) }
}

kernel::contract! {
    with features();

    async fn a_house_begins_with_lists_and_what_is_deleted_does_not_come_back(house: TestHouse) {
        let cx = &admin(house).await;
        assert_eq!(names(cx, CustomerList::Statuses).await, ["Active", "Prospect", "At risk", "Former"]);
        for (entry, _) in of(cx, CustomerList::Statuses).await {
            lists::delete(cx, CustomerList::Statuses, entry.id, None).await.unwrap();
        }
        assert_eq!(names(cx, CustomerList::Statuses).await, Vec::<String>::new());
        lists::begin(cx).await.unwrap();
        assert!(store::dictionaries(cx).await.unwrap().statuses.is_empty());
    }

    async fn a_name_is_once_in_its_list_whatever_its_letters_look_like(house: TestHouse) {
        let cx = &admin(house).await;
        lists::save(cx, CustomerList::Channels, &called("Café")).await.unwrap();
        let twice = lists::save(cx, CustomerList::Channels, &called("CAFE")).await.unwrap_err();
        assert!(twice.field("name").is_some(), "{twice:?}");
        lists::save(cx, CustomerList::Groups, &called("Café")).await.unwrap();
        let empty = lists::save(cx, CustomerList::Groups, &called("  ")).await.unwrap_err();
        let long = lists::save(cx, CustomerList::Groups, &called(&"x".repeat(61))).await.unwrap_err();
        assert!(empty.field("name").is_some() && long.field("name").is_some());
    }

    async fn one_entry_is_the_first_choice_and_an_archived_one_is_none(house: TestHouse) {
        let cx = &admin(house).await;
        let all = of(cx, CustomerList::Segments).await;
        let (one, two) = (&all[0].0, &all[1].0);
        lists::save(cx, CustomerList::Segments, &EntryEdit { is_default: true, ..again(one) }).await.unwrap();
        lists::save(cx, CustomerList::Segments, &EntryEdit { is_default: true, ..again(two) }).await.unwrap();
        let stale = lists::save(cx, CustomerList::Segments, &again(one)).await;
        assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
        let all = of(cx, CustomerList::Segments).await;
        assert_eq!(all.iter().filter(|(entry, _)| entry.is_default).count(), 1);
        let shut = EntryEdit { is_archived: true, is_default: true, ..again(&all[1].0) };
        lists::save(cx, CustomerList::Segments, &shut).await.unwrap();
        let now = of(cx, CustomerList::Segments).await.remove(1).0;
        assert!(now.is_archived && !now.is_default);
        lists::save(cx, CustomerList::Segments, &again(&now)).await.unwrap();
        assert!(!of(cx, CustomerList::Segments).await[1].0.is_archived);
    }

    async fn entries_stand_in_their_order(house: TestHouse) {
        let cx = &admin(house).await;
        let mut ids: Vec<i64> = of(cx, CustomerList::Channels).await.iter().map(|(entry, _)| entry.id).collect();
        ids.reverse();
        lists::order(cx, CustomerList::Channels, &ids).await.unwrap();
        let now: Vec<i64> = of(cx, CustomerList::Channels).await.iter().map(|(entry, _)| entry.id).collect();
        assert_eq!(now, ids);
    }

    async fn what_used_an_entry_goes_to_another_one(house: TestHouse) {
        let cx = &admin(house).await;
        let words = store::dictionaries(cx).await.unwrap();
        let (from, to) = (words.segments[0].id, words.segments[1].id);
        let groups: Vec<_> = words.groups.iter().map(|group| group.id).collect();
        let profile = Profile {
            name: "Acme".into(),
            segment_id: Some(from),
            status_id: words.statuses.first().map(|entry| entry.id),
            channel_id: words.channels.first().map(|entry| entry.id),
            groups: groups.clone(),
            ..Profile::begin()
        };
        let id = store::create(cx, &NewCustomer { profile, ..NewCustomer::default() }).await.unwrap();
        assert_eq!(of(cx, CustomerList::Segments).await[0].1, 1);
        let used = lists::delete(cx, CustomerList::Segments, from.0, None).await.unwrap_err();
        assert!(used.field("goes_to").is_some());
        let nowhere = lists::delete(cx, CustomerList::Segments, from.0, Some(999)).await.unwrap_err();
        assert!(nowhere.field("goes_to").is_some());
        lists::delete(cx, CustomerList::Segments, from.0, Some(to.0)).await.unwrap();
        // Who is in both groups stays in the one that is left.
        lists::delete(cx, CustomerList::Groups, groups[0].0, Some(groups[1].0)).await.unwrap();
        let profile = store::find(cx, id).await.unwrap().profile;
        assert_eq!((profile.segment_id, profile.groups), (Some(to), vec![groups[1]]));
        assert_eq!(lists::delete(cx, CustomerList::Segments, from.0, None).await, Err(Error::NotFound));
        assert_ne!(to, SegmentId(0));
    }

    async fn a_group_says_for_which_customers_it_is(house: TestHouse) {
        let cx = &admin(house).await;
        let kinds = vec![CustomerKind::Residential, CustomerKind::Supplier];
        lists::save(cx, CustomerList::Groups, &EntryEdit { kinds: kinds.clone(), ..called("Roofs") }).await.unwrap();
        let groups = store::dictionaries(cx).await.unwrap().groups;
        assert_eq!(groups.iter().find(|group| group.name == "Roofs").unwrap().kinds, kinds);
    }

    async fn only_who_may_change_settings_changes_lists(house: TestHouse) {
        let nobody = staff::testing::insert_staff(&house.system(), "Nob", Capabilities::NONE).await;
        let cx = &house.as_staff(nobody, Capabilities::NONE);
        let forbidden = |answer: kernel::Result<()>| matches!(answer, Err(Error::Forbidden(_)));
        assert!(forbidden(lists::all(cx).await.map(drop)));
        assert!(forbidden(lists::save(cx, CustomerList::Groups, &called("x")).await.map(drop)));
        assert!(forbidden(lists::order(cx, CustomerList::Groups, &[]).await));
        assert!(forbidden(lists::delete(cx, CustomerList::Groups, 1, None).await));
    }
}
