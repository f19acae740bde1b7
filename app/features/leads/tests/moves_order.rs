//! What many moves by many people leave behind: one order for everybody, on both databases.
// The machine's clock is read to say how long something took; nothing depends on it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]

mod house;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use house::*;
use kernel::testing::TestHouse;
use kernel::{Context, Error, LeadId, StageId};
use leads::store::moves;
use leads::{Board, Lead, LeadCard, Move};

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// What the board should be: the cards of each stage from above, and the version of each.
#[derive(Default)]
struct Model {
    columns: BTreeMap<StageId, Vec<LeadId>>,
    versions: BTreeMap<LeadId, i64>,
}

impl Model {
    /// Whether the move is made, and the board after it.
    fn make(&mut self, id: LeadId, to: &Move) -> bool {
        if self.versions[&id] != to.version {
            return false;
        }
        self.columns.values_mut().for_each(|cards| cards.retain(|card| *card != id));
        let cards = self.columns.entry(to.stage_id).or_default();
        let behind = to.after_id.and_then(|after| cards.iter().position(|card| *card == after));
        cards.insert(behind.map_or(0, |above| above + 1), id);
        self.versions.insert(id, to.version + 1);
        true
    }
}

fn order(board: &Board) -> BTreeMap<StageId, Vec<LeadId>> {
    let column = |c: &leads::Column| (c.stage.id(), c.cards.iter().map(|card| card.id).collect());
    board.stages.iter().map(column).collect()
}

/// A move that somebody who sees this board may make.
fn wish(board: &Board, stages: &[StageId], chance: &mut Chance) -> (LeadId, Move) {
    let cards: Vec<&LeadCard> = board.stages.iter().flat_map(|column| &column.cards).collect();
    let card = cards[chance.below(cards.len())];
    let stage_id = stages[chance.below(stages.len())];
    let others: Vec<LeadId> = cards
        .iter()
        .filter(|other| other.stage_id == stage_id && other.id != card.id)
        .map(|c| c.id)
        .collect();
    let slot = chance.below(others.len() + 1);
    let after_id = slot.checked_sub(1).map(|above| others[above]);
    (card.id, Move { stage_id, after_id, at_end: false, version: card.version, fields: Default::default() })
}

async fn play(house: &TestHouse, cx: &Context, people: usize, seed: u64) {
    let (stages, mut chance) = (stages(cx).await[..4].to_vec(), Chance(seed));
    let mut model = Model::default();
    for number in 0..12 {
        let stage = stages[number % 3];
        let lead = lead(cx, &format!("L{number}"), stage).await;
        model.columns.entry(stage).or_default().insert(0, lead.id);
        model.versions.insert(lead.id, lead.version);
    }
    let mut boards = vec![board_of(cx).await; people];
    for _ in 0..80 {
        let who = chance.below(people);
        if chance.below(3) == 0 {
            boards[who] = board_of(cx).await;
        }
        let (id, to) = wish(&boards[who], &stages, &mut chance);
        let answer = moves::run(cx, id, &to).await;
        match model.make(id, &to) {
            true => assert_eq!(answer.unwrap().version, to.version + 1),
            false => assert!(matches!(answer, Err(Error::Conflict(_))), "{answer:?}"),
        }
    }
    let mut seen = order(&board_of(cx).await);
    seen.retain(|_, cards| !cards.is_empty());
    model.columns.retain(|_, cards| !cards.is_empty());
    assert_eq!(seen, model.columns, "{people} people, seed {seed}");
    assert_eq!(drift(house).await, 0);
}

/// So many moves: few with every test run, all when `FOYER_LONG_TESTS` is set.
fn is_long() -> bool {
    std::env::var_os("FOYER_LONG_TESTS").is_some()
}

fn p95(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() * 95 / 100]
}

async fn timed(cx: &Context, card: &mut Lead, stage: StageId, after: Option<&Lead>) -> Duration {
    let began = Instant::now();
    *card = move_to(cx, card, stage, after).await.unwrap();
    began.elapsed()
}

kernel::contract! {
    with features();

    async fn two_people_leave_one_order(house: TestHouse) {
        play(house, &admin(house).await, 2, 11).await;
    }

    async fn ten_people_leave_one_order(house: TestHouse) {
        play(house, &admin(house).await, 10, 23).await;
    }

    async fn a_gap_that_is_used_over_and_over_never_runs_out(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        let (turns, crowd) = if is_long() { (10_000, 400) } else { (400, 10) };
        let last = lead(cx, "Last", stage).await;
        for number in 0..crowd {
            lead(cx, &format!("C{number}"), stage).await;
        }
        let first = lead(cx, "First", stage).await;
        let mut cards = [lead(cx, "X", stage).await, lead(cx, "Y", stage).await];
        let mut plain = Vec::new();
        for turn in 0..turns.min(500) {
            plain.push(timed(cx, &mut cards[turn % 2], stage, None).await);
        }
        let (mut crowded, mut longest) = (Vec::new(), 0);
        for turn in 0..turns {
            crowded.push(timed(cx, &mut cards[turn % 2], stage, Some(&first)).await);
            longest = longest.max(cards[turn % 2].rank.as_str().len());
        }
        assert!(longest <= 40, "{longest} bytes");
        assert_eq!(names(cx, stage).await[..3], ["First", "Y", "X"]);
        assert_eq!(last.version, 1);
        assert_eq!(drift(house).await, 0);
        let spread = kernel::db::Q::new("select count(*) from event where kind = 'board.respaced'");
        let spread = spread.number(cx.db()).await.unwrap();
        let (plain, all) = (p95(&plain), p95(&crowded));
        eprintln!("{turns} moves into one gap: {longest} bytes, spread {spread} times, p95 {all:?} against {plain:?}, longest {:?}", crowded.iter().max());
        assert!(!is_long() || all <= plain * 2, "{all:?} against {plain:?}");
    }
}
