//! What a move of several cards promises, on both databases.
// The machine's clock is read to say how long something took; nothing depends on it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]

mod house;

use house::*;
use kernel::{Area, Can, Capabilities, Error, LeadId, StageId, Text};
use leads::store::{moves, save, words};
use leads::{Lead, LeadMove, LeadPatch, Move, StageKind};

/// Moves of these cards one behind the other, behind `after` or on top.
fn behind(stage: StageId, after: Option<&Lead>, cards: &[&Lead]) -> Vec<LeadMove> {
    let mut above = after.map(|lead| lead.id);
    let next = |card: &&Lead| {
        let after_id = above.replace(card.id);
        LeadMove { id: card.id, to: to(stage, after_id, card) }
    };
    cards.iter().map(next).collect()
}

async fn many(cx: &kernel::Context, moves: &[LeadMove]) -> Vec<kernel::Result<Lead>> {
    moves::run_all(cx, moves, &LeadPatch::default()).await.unwrap()
}

async fn row_of(cx: &kernel::Context, stage: StageId, names: &str) -> Vec<Lead> {
    let mut cards = Vec::new();
    for name in names.chars().rev() {
        cards.insert(0, lead(cx, &name.to_string(), stage).await);
    }
    cards
}

kernel::contract! {
    with features();

    async fn cards_keep_their_order_and_each_has_an_event(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let (a, b) = (row_of(cx, one, "ABCDE").await, row_of(cx, two, "XYZ").await);
        let cursor = kernel::feed::cursor_now(&house.foyer.db).await.unwrap();
        let answers = many(cx, &behind(two, Some(&b[0]), &[&a[0], &a[2], &a[4]])).await;
        assert!(answers.iter().all(|moved| moved.as_ref().is_ok_and(|lead| lead.version == 2)));
        assert_eq!(names(cx, two).await, ["X", "A", "C", "E", "Y", "Z"]);
        assert_eq!(names(cx, one).await, ["B", "D"]);
        let events = house.events(&cursor, |events| events.iter().filter(|e| e.kind == "lead.moved").count() == 3).await;
        let moved: Vec<i64> = events.iter().filter(|e| e.kind == "lead.moved").map(|e| e.record.id).collect();
        assert_eq!(moved, [a[0].id.0, a[2].id.0, a[4].id.0]);
        assert_eq!(drift(house).await, 0);
    }

    async fn who_is_refused_stays_and_the_others_keep_together(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let anchor = row_of(yusuf, two, "XY").await;
        let mut own = row_of(yusuf, one, "ABCD").await;
        let hidden = lead(cx, "Hidden", one).await;
        save::update(yusuf, own[0].id, 1, &LeadPatch::one("city", "Turin")).await.unwrap();
        let seen = own.remove(0);
        let answers = many(yusuf, &behind(two, Some(&anchor[0]), &[&seen, &own[0], &hidden, &own[1], &own[2]])).await;
        assert!(matches!(&answers[0], Err(Error::Conflict(conflict)) if conflict.current["version"] == 2));
        assert_eq!(answers[2], Err(Error::NotFound), "as one that does not exist");
        assert_eq!(names(yusuf, two).await, ["X", "B", "C", "D", "Y"]);
        assert_eq!(names(yusuf, one).await, ["A"]);
        let nothing = many(yusuf, &behind(two, None, &[&seen])).await;
        assert!(nothing[0].is_err());
        assert_eq!(drift(house).await, 0);
    }

    async fn who_may_only_look_moves_nothing(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let cards = row_of(cx, one, "AB").await;
        let may = Capabilities::NONE.with(Area::Leads, Can::ViewAll);
        let looker = staff::testing::insert_staff(&house.system(), "Lea", may).await;
        let looker = &house.as_actor(staff::testing::actor(&house.system(), looker).await);
        let all = behind(two, None, &[&cards[0], &cards[1]]);
        assert!(many(looker, &all).await.iter().all(|moved| matches!(moved, Err(Error::Forbidden(_)))));
        assert_eq!(names(cx, one).await, ["A", "B"]);
        let nobody = house.as_actor(kernel::Actor::Anonymous);
        let answer = moves::run_all(&nobody, &all, &LeadPatch::default()).await;
        assert_eq!(answer, Err(Error::Unauthenticated));
    }

    async fn a_limit_counts_those_that_came_before(house: TestHouse) {
        let cx = &admin(house).await;
        let mut stage = words::dictionaries(cx).await.unwrap().stages[1].clone();
        (stage.wip_limit, stage.wip_blocks) = (Some(2), true);
        let stage = words::save_stage(cx, &stage).await.unwrap().id();
        let cards = row_of(cx, stages(cx).await[0], "ABC").await;
        let answers = many(cx, &behind(stage, None, &cards.iter().collect::<Vec<_>>())).await;
        assert!(matches!(&answers[2], Err(Error::Forbidden(Text { key, .. })) if key == "lead-stage-full"));
        assert_eq!(names(cx, stage).await, ["A", "B"]);
    }

    async fn one_answer_serves_all_that_lack_it(house: TestHouse) {
        let cx = &admin(house).await;
        let dictionaries = words::dictionaries(cx).await.unwrap();
        let lost = dictionaries.stages.iter().find(|stage| stage.kind == StageKind::Lost).unwrap().id();
        let (mine, other) = (dictionaries.lost_reasons[0].id, dictionaries.lost_reasons[1].id);
        let cards = row_of(cx, stages(cx).await[0], "ABC").await;
        let knows = save::update(cx, cards[1].id, 1, &LeadPatch::one("lost_reason_id", other)).await.unwrap();
        let all = behind(lost, None, &[&cards[0], &knows, &cards[2]]);
        let asked = many(cx, &all).await;
        assert!(matches!(&asked[0], Err(Error::Invalid(fields)) if fields[0].field == "lost_reason_id"));
        assert!(asked[1].is_ok());
        let rest: Vec<LeadMove> = vec![all[0].clone(), all[2].clone()];
        let answers = moves::run_all(cx, &rest, &LeadPatch::one("lost_reason_id", mine)).await.unwrap();
        assert!(answers.iter().all(|moved| moved.as_ref().is_ok_and(|lead| lead.profile.lost_reason_id == Some(mine))));
        let again = leads::store::find(cx, knows.id).await.unwrap();
        assert_eq!(again.profile.lost_reason_id, Some(other), "what a lead knows is left as it is");
        assert_eq!(drift(house).await, 0);
    }

    async fn an_undo_puts_each_back_where_it_was(house: TestHouse) {
        let cx = &admin(house).await;
        let all = stages(cx).await;
        let (a, b) = (row_of(cx, all[0], "ABCDE").await, row_of(cx, all[1], "XYZ").await);
        let moved = many(cx, &behind(all[2], None, &[&a[0], &a[1], &a[3], &b[2]])).await;
        let version = |id: LeadId| moved.iter().flatten().find(|lead| lead.id == id).unwrap().version;
        let back = |card: &Lead, stage, after: Option<&Lead>| {
            let to = to(stage, after.map(|lead| lead.id), &Lead { version: version(card.id), ..card.clone() });
            LeadMove { id: card.id, to }
        };
        let undo = [
            back(&a[0], all[0], None),
            back(&a[1], all[0], Some(&a[0])),
            back(&a[3], all[0], Some(&a[2])),
            back(&b[2], all[1], Some(&b[1])),
        ];
        assert!(many(cx, &undo).await.iter().all(Result::is_ok));
        assert_eq!(names(cx, all[0]).await, ["A", "B", "C", "D", "E"]);
        assert_eq!(names(cx, all[1]).await, ["X", "Y", "Z"]);
        assert_eq!(names(cx, all[2]).await, Vec::<String>::new());
        assert_eq!(drift(house).await, 0);
    }

    async fn the_end_is_behind_all_cards_also_those_that_nobody_shows(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let own = row_of(yusuf, one, "ABC").await;
        row_of(cx, two, "XYZ").await;
        let end = |card: &Lead| LeadMove { id: card.id, to: Move { at_end: true, ..to(two, None, card) } };
        let first = moves::run(yusuf, own[2].id, &end(&own[2]).to).await.unwrap();
        assert_eq!(names(cx, two).await, ["X", "Y", "Z", "C"]);
        many(yusuf, &[end(&own[0]), end(&own[1]), end(&first)]).await;
        assert_eq!(names(cx, two).await, ["X", "Y", "Z", "A", "B", "C"]);
    }

    async fn what_cannot_be_meant_is_refused_as_a_whole(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        let card = lead(cx, "A", stage).await;
        let one = LeadMove { id: card.id, to: to(stage, None, &card) };
        let more = (0..201).map(|id| LeadMove { id: LeadId(id), ..one.clone() }).collect();
        for moves in [Vec::new(), vec![one.clone(), one], more] {
            let answer = moves::run_all(cx, &moves, &LeadPatch::default()).await;
            assert!(matches!(answer, Err(Error::Invalid(fields)) if fields[0].field == "moves"));
        }
    }

    async fn two_hundred_cards_find_room_between_two(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let mut cards = Vec::new();
        for number in 0..LeadMove::MOST {
            cards.push(lead(cx, &format!("{number:03}"), one).await);
        }
        let anchor = row_of(cx, two, "XY").await;
        for turn in 0..4 {
            let moves = behind(two, Some(&anchor[0]), &cards.iter().collect::<Vec<_>>());
            let began = std::time::Instant::now();
            cards = many(cx, &moves).await.into_iter().map(Result::unwrap).collect();
            eprintln!("two hundred cards, turn {turn}: {:?}", began.elapsed());
        }
        let query = leads::BoardQuery { limit: Some(200), ..Default::default() };
        let column = leads::store::board::column(cx, &query, two.0, None).await.unwrap();
        let seen: Vec<LeadId> = column.items.iter().map(|card| card.id).collect();
        assert_eq!(seen[0], anchor[0].id);
        assert_eq!(seen[1..], cards.iter().take(199).map(|card| card.id).collect::<Vec<_>>());
        assert!(cards.iter().all(|card| card.rank.as_str().len() <= 40));
        assert_eq!(drift(house).await, 0);
    }
}
