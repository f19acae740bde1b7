//! What the board and the list show, and to whom, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::cell::Cell;
use std::collections::HashSet;

use fields::{Asked, Total};
use house::*;
use kernel::{Context, Error, Feature, Instant, LeadId, StageId};
use leads::store::{bin, board, list, moves, save};
use leads::{BoardGroup, BoardQuery, BoardSort, Lead, LeadPatch, ListQuery, Move, Profile};

/// The filter of a line of text.
fn filter(f: &str) -> Asked {
    Asked { f: vec![f.to_owned()], ..Asked::default() }
}

fn words(q: &str) -> Asked {
    Asked { q: q.to_owned(), ..Asked::default() }
}

/// So many cards stand in a long column; every second one is found by a filter.
const LONG: usize = 3_000;

fn with_imports() -> Vec<Feature> {
    let mut all = features();
    all.push(imports::feature());
    all
}

/// The ids of a long column, and of those that the filter finds.
async fn fill(cx: &Context, stage: StageId) -> (HashSet<LeadId>, HashSet<LeadId>) {
    let company = |number: usize| if number.is_multiple_of(2) { "Engines" } else { "Looms" };
    let rows: String = (0..LONG).map(|number| format!("Card {number},{}\n", company(number))).collect();
    let path = std::env::temp_dir().join(format!("foyer-board-{}.csv", kernel::entropy::word()));
    std::fs::write(&path, format!("Name,Company\n{rows}")).unwrap();
    let options = imports::CliOptions { create_missing: false };
    let report = imports::run_file(cx, "leads", &path, options).await.unwrap();
    std::fs::remove_file(path).unwrap();
    assert_eq!(report.tally.created, LONG as i64);
    let all = read(cx, stage, "").await;
    let found = read(cx, stage, "company.words.engines").await;
    assert_eq!((all.len(), found.len()), (LONG, LONG / 2));
    (all.into_iter().collect(), found.into_iter().collect())
}

/// The cards of a column under a filter, page by page to its end.
async fn read(cx: &Context, stage: StageId, f: &str) -> Vec<LeadId> {
    let filter = if f.is_empty() { Asked::default() } else { filter(f) };
    let query = BoardQuery { filter, limit: Some(50), ..BoardQuery::default() };
    let columns = board::find(cx, &query).await.unwrap().stages;
    let first = columns.into_iter().find(|column| column.stage.id() == stage).unwrap();
    let mut ids: Vec<LeadId> = first.cards.iter().map(|card| card.id).collect();
    let mut cursor = first.next_cursor;
    while let Some(next) = cursor {
        let page = board::column(cx, &query, stage.0, Some(&next)).await.unwrap();
        ids.extend(page.items.iter().map(|card| card.id));
        cursor = page.next_cursor;
    }
    ids
}

/// Moves these leads into the column, about in it and out of it, until it is enough. Answers how often.
async fn shuffle(
    cx: &Context,
    leads: &mut [Lead],
    stages: &[StageId],
    anchors: &[LeadId],
    enough: &Cell<bool>,
) -> usize {
    let mut moved = 0;
    while !enough.get() {
        let count = leads.len();
        let lead = &mut leads[moved % count];
        // Two of three moves go into the long column, behind cards all over it.
        let stage_id = stages[usize::from(moved % 3 == 2)];
        let after_id = (stage_id == stages[0]).then(|| anchors[moved * 7_919 % anchors.len()]);
        let to = Move { after_id, ..to(stage_id, None, lead) };
        *lead = moves::run(cx, lead.id, &to).await.unwrap();
        moved += 1;
    }
    moved
}

kernel::contract! {
    with with_imports();

    async fn a_long_column_is_read_to_its_end_once_while_others_move_cards(house: TestHouse) {
        let (cx, other) = (&admin(house).await, &admin_named(house, "Yusuf").await);
        let stages = stages(cx).await[..2].to_vec();
        let (all, found) = fill(cx, stages[0]).await;
        let mut anchors: Vec<LeadId> = all.iter().copied().collect();
        anchors.sort_unstable();
        let mut leads = Vec::new();
        for number in 0..20 {
            let company = Some("Engines".to_owned());
            let stage_id = Some(stages[number % 2]);
            leads.push(lead_with(cx, Profile { name: format!("Mover {number}"), stage_id, company, ..Profile::default() }).await);
        }
        for (f, expected) in [("", &all), ("company.words.engines", &found)] {
            let enough = Cell::new(false);
            let reading = async {
                let ids = read(cx, stages[0], f).await;
                enough.set(true);
                ids
            };
            let (ids, moved) = futures::join!(reading, shuffle(other, &mut leads, &stages, &anchors, &enough));
            assert!(moved > 2, "{f}: {moved} moves");
            let stayed: Vec<LeadId> = ids.into_iter().filter(|id| all.contains(id)).collect();
            assert_eq!(stayed.len(), expected.len(), "{f}: none twice, none left out, under {moved} moves");
            assert_eq!(stayed.into_iter().collect::<HashSet<_>>(), *expected, "{f}");
        }
        assert_eq!(drift(house).await, 0);
    }
}

kernel::contract! {
    with features();

    async fn counts_and_sums_are_exact_for_each_viewer(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let stage = stages(cx).await[0];
        for number in 0..7 {
            lead_with(cx, Profile { name: format!("L{number}"), value: euros(number), ..Profile::default() }).await;
        }
        let owned = Profile { name: "Owned".into(), value: euros(50), owner_id: yusuf.staff_id(), ..Profile::default() };
        lead_with(cx, owned).await;
        lead_with(cx, Profile { name: "Public".into(), is_public: true, value: None, ..Profile::default() }).await;
        lead_with(yusuf, Profile { name: "Created".into(), value: euros(5), ..Profile::default() }).await;

        let all = column(cx, stage).await.totals;
        assert_eq!((all.count, all.sums[0].minor), (10, 7_600));
        let own = column(yusuf, stage).await;
        assert_eq!((own.totals.count, own.totals.sums[0].minor), (3, 5_500));
        assert_eq!(own.cards.len(), 3);
        let his = format!("owner_id.any.{}", yusuf.staff_id().unwrap());
        for (f, count) in [(his.as_str(), 1), (&format!("{his};value.filled"), 1), ("owner_id.empty", 9), ("owner_id.none.0", 10)] {
            let query = BoardQuery { filter: filter(f), ..BoardQuery::default() };
            assert_eq!(board::find(cx, &query).await.unwrap().stages[0].totals.count, count, "{f}");
        }
    }

    async fn a_column_is_read_to_its_end_once_in_every_order(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        for number in 0..23 {
            let value = euros(number % 5);
            lead_with(cx, Profile { name: format!("L{number}"), stage_id: Some(stage), value, ..Profile::default() }).await;
            house.foyer.clock.advance(Instant::SECOND * (number % 3));
        }
        for sort in BoardSort::ALL {
            let query = BoardQuery { sort, limit: Some(5), ..BoardQuery::default() };
            let first = board::find(cx, &query).await.unwrap().stages.swap_remove(0);
            let (mut cards, mut cursor) = (first.cards, first.next_cursor);
            while let Some(next) = cursor {
                let page = board::column(cx, &query, stage.0, Some(&next)).await.unwrap();
                cards.extend(page.items);
                cursor = page.next_cursor;
            }
            assert_eq!(cards.len(), 23, "{sort:?}");
            assert_eq!(cards.iter().map(|c| c.id).collect::<HashSet<_>>().len(), 23, "{sort:?}");
            assert!(cards.is_sorted_by(|a, b| sort.compare(a, b).is_le()), "{sort:?}");
        }
    }

    async fn filters_narrow_board_and_list_alike(house: TestHouse) {
        let cx = &admin(house).await;
        let profile = |name: &str| Profile { name: name.into(), ..Profile::default() };
        let ada = save::create(cx, &Profile { company: Some("Analytical Engines".into()), value: euros(10), ..profile("Ada Lovelace") }, &["vip".into()]).await.unwrap();
        let zoe = save::create(cx, &Profile { owner_id: cx.staff_id(), phone: Some("+39 06 698 21234".into()), ..profile("Zoë Öz") }, &[]).await.unwrap();
        let tag = ada.tags[0].id;
        let cases = [
            (words("analyt"), vec![ada.id]),
            (words("zoe oz"), vec![zoe.id]),
            (words("nobody"), vec![]),
            (filter("owner_id.me"), vec![zoe.id]),
            (filter("owner_id.empty"), vec![ada.id]),
            (filter(&format!("tags.any.{tag}")), vec![ada.id]),
            (filter("value.span.1000.."), vec![ada.id]),
            (filter("value.span...999"), vec![]),
            (filter("created_at.span.2026-11-21.."), vec![zoe.id, ada.id]),
            (filter("created_at.span...2026-11-20"), vec![]),
            (filter("any(last_contact_at.empty;last_contact_at.span...2026-11-19)"), vec![zoe.id, ada.id]),
            (filter("stale.yes"), vec![]),
            (filter("company.words.engines;owner_id.empty"), vec![ada.id]),
            (filter("any(owner_id.me;company.begins.analytical)"), vec![zoe.id, ada.id]),
        ];
        for (filter, expected) in cases {
            let found = board::find(cx, &BoardQuery { filter: filter.clone(), ..Default::default() }).await.unwrap();
            let ids: Vec<LeadId> = found.stages.iter().flat_map(|c| c.cards.iter().map(|card| card.id)).collect();
            assert_eq!(ids, expected, "{filter:?}");
            assert_eq!(found.stages[0].totals.count, expected.len() as i64, "{filter:?}");
            let rows = list::find(cx, &ListQuery { filter: filter.clone(), ..Default::default() }).await.unwrap();
            assert_eq!(rows.items.iter().map(|lead| lead.id).collect::<HashSet<_>>(), expected.iter().copied().collect(), "{filter:?}");
            assert_eq!(list::count(cx, &filter).await.unwrap(), Total::Exactly(expected.len() as i64), "{filter:?}");
        }
    }

    async fn a_filter_that_is_not_understood_shows_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        lead(cx, "Ada", stages(cx).await[0]).await;
        for f in ["colour.is.red", "name", "owner_id.any.me", "stale.no;c9.filled"] {
            let board = board::find(cx, &BoardQuery { filter: filter(f), ..Default::default() }).await;
            assert!(board.unwrap_err().field("filter").is_some(), "{f}");
            let list = list::find(cx, &ListQuery { filter: filter(f), ..Default::default() }).await;
            assert!(list.unwrap_err().field("filter").is_some(), "{f}");
            assert!(list::count(cx, &filter(f)).await.is_err(), "{f}");
        }
    }

    async fn stale_cards_are_counted_and_found(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        lead(cx, "Old", stage).await;
        house.foyer.clock.advance(8 * Instant::DAY);
        let later = &cx.on_behalf(cx.actor.clone());
        let later = &kernel::Context { now: house.foyer.clock.now(), ..later.clone() };
        lead(later, "Fresh", stage).await;
        assert_eq!(column(later, stage).await.totals.stale, 1);
        let query = BoardQuery { filter: filter("stale.yes"), ..BoardQuery::default() };
        let found = board::find(later, &query).await.unwrap();
        assert_eq!(found.stages[0].cards.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Old"]);
    }

    async fn lost_junk_and_deleted_leads_leave_the_board(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        let (a, b, c) = (lead(cx, "A", stage).await, lead(cx, "B", stage).await, lead(cx, "C", stage).await);
        save::update(cx, a.id, a.version, &LeadPatch::one("outcome", "lost")).await.unwrap();
        save::update(cx, b.id, b.version, &LeadPatch::one("outcome", "junk")).await.unwrap();
        bin::delete(cx, c.id, c.version).await.unwrap();
        assert_eq!(column(cx, stage).await.totals, Default::default());
        let lost = ListQuery { filter: filter("standing.any.lost"), ..Default::default() };
        assert_eq!(list::find(cx, &lost).await.unwrap().items[0].id, a.id);
        assert_eq!(leads::store::search(cx, "c", 5).await.unwrap(), []);
        bin::restore(cx, c.id).await.unwrap();
        assert_eq!(names(cx, stage).await, ["C"]);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_board_by_owner_has_a_column_for_each_and_one_for_nobody(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        lead_with(cx, Profile { name: "His".into(), owner_id: yusuf.staff_id(), value: euros(3), ..Profile::default() }).await;
        lead_with(cx, Profile { name: "Free".into(), ..Profile::default() }).await;
        let query = BoardQuery { group: BoardGroup::Owner, ..BoardQuery::default() };
        let found = board::find(cx, &query).await.unwrap();
        let columns: Vec<_> = found.stages.iter().map(|c| (c.stage.name.as_str(), c.totals.count, c.cards.len())).collect();
        assert_eq!(columns, [("", 1, 1), ("Marta", 0, 0), ("Yusuf", 1, 1)]);
    }

    async fn changes_tell_what_came_and_what_left(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        let (a, b) = (lead(cx, "A", stage).await, lead(cx, "B", stage).await);
        bin::delete(cx, b.id, b.version).await.unwrap();
        let changes = board::changes(cx, &BoardQuery::default(), &[a.id, b.id, LeadId(999_999)]).await.unwrap();
        assert_eq!(changes.cards.iter().map(|c| c.id).collect::<Vec<_>>(), [a.id]);
        assert_eq!(changes.totals[0].1.count, 1);
    }

    async fn a_hidden_lead_answers_like_one_that_does_not_exist(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let stage = stages(cx).await[0];
        let hidden = lead(cx, "Hidden Harbour", stage).await;
        let patch = LeadPatch::one("name", "Mine");
        assert_eq!(leads::store::find(yusuf, hidden.id).await, Err(Error::NotFound));
        assert_eq!(save::update(yusuf, hidden.id, 1, &patch).await, Err(Error::NotFound));
        assert_eq!(bin::delete(yusuf, hidden.id, 1).await, Err(Error::NotFound));
        assert_eq!(yusuf.open(hidden.record()).await.map(|_| ()), Err(Error::NotFound));
        for words in ["h", "hidden", "harb"] {
            assert_eq!(leads::store::search(yusuf, words, 5).await.unwrap(), [], "{words}");
            assert_eq!(leads::store::search(cx, words, 5).await.unwrap().len(), 1, "{words}");
        }
        assert_eq!(list::find(yusuf, &ListQuery::default()).await.unwrap().items, []);
        assert!(board::changes(yusuf, &BoardQuery::default(), &[hidden.id]).await.unwrap().cards.is_empty());
        let nobody = house.as_actor(kernel::Actor::Anonymous);
        assert_eq!(board::find(&nobody, &BoardQuery::default()).await, Err(Error::Unauthenticated));
    }
}
