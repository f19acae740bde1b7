//! What a move promises, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::{Error, LeadId};
use leads::store::{moves, words};
use leads::{LeadPatch, Move};

kernel::contract! {
    with features();

    async fn a_card_lands_in_the_exact_slot(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let (a, b, c) = (lead(cx, "A", one).await, lead(cx, "B", two).await, lead(cx, "C", two).await);
        assert_eq!(names(cx, two).await, ["C", "B"], "new leads come on top");

        let a = move_to(cx, &a, two, Some(&c)).await.unwrap();
        assert_eq!(names(cx, two).await, ["C", "A", "B"]);
        let a = move_to(cx, &a, two, Some(&b)).await.unwrap();
        assert_eq!(names(cx, two).await, ["C", "B", "A"]);
        move_to(cx, &a, two, None).await.unwrap();
        assert_eq!(names(cx, two).await, ["A", "C", "B"]);
        assert_eq!(names(cx, one).await, Vec::<String>::new());
        assert_eq!(drift(house).await, 0);
    }

    async fn the_second_of_two_people_is_told_where_the_card_is(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = stages(cx).await;
        let seen = lead(cx, "Ada", stages[0]).await;
        let moved = move_to(cx, &seen, stages[1], None).await.unwrap();

        let Err(Error::Conflict(conflict)) = move_to(cx, &seen, stages[2], None).await else { panic!("a conflict") };
        assert_eq!(conflict.reason.key, "lead-moved-by");
        assert_eq!(conflict.current["version"], moved.version);
        assert_eq!(conflict.current["stage_id"], stages[1].0);
        assert_eq!(names(cx, stages[1]).await, ["Ada"]);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_stage_asks_for_its_fields_before_it_takes_a_card(house: TestHouse) {
        let cx = &admin(house).await;
        let dictionaries = words::dictionaries(cx).await.unwrap();
        let lost = dictionaries.stages.iter().find(|stage| stage.kind == leads::StageKind::Lost).unwrap().id();
        let ada = lead(cx, "Ada", dictionaries.stages[0].id()).await;

        let Err(Error::Invalid(fields)) = move_to(cx, &ada, lost, None).await else { panic!("it asks") };
        assert_eq!(fields[0].field, "lost_reason_id");
        let fields = LeadPatch::one("lost_reason_id", dictionaries.lost_reasons[0].id);
        let moved = moves::run(cx, ada.id, &Move { fields, ..to(lost, None, &ada) }).await.unwrap();
        assert_eq!(moved.profile.lost_reason_id, Some(dictionaries.lost_reasons[0].id));
        assert_eq!(moved.version, ada.version + 1);
    }

    async fn a_full_stage_refuses_when_its_limit_blocks(house: TestHouse) {
        let cx = &admin(house).await;
        let mut stage = words::dictionaries(cx).await.unwrap().stages[1].clone();
        (stage.wip_limit, stage.wip_blocks) = (Some(1), true);
        let stage = words::save_stage(cx, &stage).await.unwrap();
        let first = stages(cx).await[0];
        let (a, b) = (lead(cx, "A", first).await, lead(cx, "B", first).await);
        move_to(cx, &a, stage.id(), None).await.unwrap();
        assert!(matches!(move_to(cx, &b, stage.id(), None).await, Err(Error::Forbidden(text)) if text.key == "lead-stage-full"));
        assert_eq!(names(cx, first).await, ["B"]);
    }

    async fn cards_enter_the_conversion_stage_only_by_conversion(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let customers = stages.iter().find(|stage| stage.is_conversion).unwrap().id();
        let ada = lead(cx, "Ada", stages[0].id()).await;
        assert!(matches!(move_to(cx, &ada, customers, None).await, Err(Error::Forbidden(_))));
    }

    async fn what_may_not_be_seen_cannot_be_moved_nor_moved_behind(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let stage = stages(cx).await[0];
        let (hidden, own) = (lead(cx, "Hidden", stage).await, lead(yusuf, "Own", stage).await);
        let nowhere = moves::run(yusuf, LeadId(999_999), &to(stage, None, &hidden)).await;
        assert_eq!(move_to(yusuf, &hidden, stage, None).await, nowhere);
        assert_eq!(nowhere, Err(Error::NotFound));
        let behind_hidden = move_to(yusuf, &own, stage, Some(&hidden)).await.unwrap();
        let behind_nothing = moves::run(yusuf, own.id, &to(stage, Some(LeadId(999_999)), &behind_hidden)).await;
        assert!(behind_nothing.is_ok(), "a neighbour that is hidden and one that does not exist are the same");
    }

    async fn twenty_people_moving_at_once_lose_and_double_nothing(house: TestHouse) {
        let cx = admin(house).await;
        let stages = stages(&cx).await;
        let mut cards = Vec::new();
        for number in 0..20 {
            cards.push(lead(&cx, &format!("L{number:02}"), stages[0]).await);
        }
        let tasks = cards.into_iter().enumerate().map(|(number, card)| {
            let (cx, stages) = (cx.clone(), stages.clone());
            tokio::spawn(async move {
                let mut card = card;
                for turn in 0..5 {
                    let stage = stages[(number + turn) % 4];
                    card = move_to(&cx, &card, stage, None).await.unwrap();
                }
                (card.id, card.stage_id())
            })
        });
        let mut ended = Vec::new();
        for task in tasks.collect::<Vec<_>>() {
            ended.push(task.await.unwrap());
        }
        let board = board_of(&cx).await;
        let mut standing: Vec<_> = board.stages.iter().flat_map(|c| c.cards.iter().map(|card| (card.id, c.stage.id()))).collect();
        standing.sort();
        ended.sort();
        assert_eq!(standing, ended);
        assert_eq!(board.stages.iter().map(|c| c.totals.count).sum::<i64>(), 20);
        assert_eq!(drift(house).await, 0);
    }
}
