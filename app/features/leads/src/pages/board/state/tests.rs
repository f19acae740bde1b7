use kernel::{Cursor, Instant, LeadId, Money, Page, PipelineId, StaffId, StageId, TimelineId};

use super::*;
use crate::{Column, LeadPatch, Pipeline, Rank};

fn rank(place: usize) -> Rank {
    Rank::spread(99, None, None).unwrap().remove(place)
}

/// Card `id` in `stage` at `place` of its column.
pub(super) fn card(id: i64, stage: i64, place: usize) -> LeadCard {
    LeadCard {
        id: LeadId(id),
        name: format!("Lead {id}"),
        company: None,
        stage_id: StageId(stage),
        rank: rank(place),
        version: 1,
        value: Some(Money::new(100, kernel::Currency::EUR)),
        owner_id: None,
        tags: Vec::new(),
        added: Default::default(),
        created_at: Instant(id),
        stage_since: Instant(0),
        last_contact_at: None,
        next_reminder_at: None,
        customer_id: None,
        timeline_id: TimelineId(id),
    }
}

fn newer(mut card: LeadCard, version: i64) -> LeadCard {
    card.version = version;
    card
}

pub(super) fn column(id: i64, cards: Vec<LeadCard>, more: bool) -> Column {
    let stage = Stage { id, name: format!("Stage {id}"), ..Stage::default() };
    let sums = vec![Money::new(100 * cards.len() as i64, kernel::Currency::EUR)];
    let totals = Totals { count: cards.len() as i64, sums, stale: 0 };
    Column { stage, totals, cards, next_cursor: more.then(|| Cursor("next".into())) }
}

/// Stage 1 holds leads 1, 2, 3; stage 2 holds 4, 5; stage 3 is empty.
fn board() -> Board {
    let pipeline = Pipeline { id: PipelineId(1), name: "Sales".into(), is_default: true, version: 1 };
    let first = vec![card(1, 1, 10), card(2, 1, 20), card(3, 1, 30)];
    let second = vec![card(4, 2, 10), card(5, 2, 20)];
    Board {
        pipeline,
        stages: vec![column(1, first, false), column(2, second, false), column(3, Vec::new(), false)],
    }
}

fn state() -> BoardState {
    BoardState::new(board(), BoardSort::Manual, BoardGroup::Stage, Instant(0))
}

pub(super) fn seen(state: &BoardState) -> Vec<Vec<i64>> {
    state.view().iter().map(|column| column.cards.iter().map(|card| card.id.0).collect()).collect()
}

fn counts(state: &BoardState) -> Vec<(i64, i64)> {
    state.view().iter().map(|c| (c.totals.count, c.totals.sums.first().map_or(0, |sum| sum.minor))).collect()
}

fn behind(id: i64) -> Slot {
    Slot { after: Some(LeadId(id)), ..Slot::default() }
}

fn begin(state: &mut BoardState, id: i64, column: i64, slot: Slot) -> u64 {
    begin_all(state, &[id], column, slot)[0]
}

fn begin_all(state: &mut BoardState, ids: &[i64], column: i64, slot: Slot) -> Vec<u64> {
    let ids: Vec<LeadId> = ids.iter().copied().map(LeadId).collect();
    let targets = state.targets(&ids, column, slot, &LeadPatch::default());
    state.begin_all(targets)
}

/// The one move that is to be sent next.
fn next(state: &mut BoardState) -> Option<(u64, Request)> {
    let mut requests = state.next_request()?;
    assert_eq!(requests.len(), 1);
    requests.pop()
}

fn changes(cards: Vec<LeadCard>) -> BoardChanges {
    BoardChanges { cards, totals: Vec::new() }
}

#[test]
fn a_move_is_seen_and_counted_at_once_and_confirmed_without_a_change() {
    let mut state = state();
    let number = begin(&mut state, 2, 2, behind(4));
    assert_eq!(seen(&state), [vec![1, 3], vec![4, 2, 5], vec![]]);
    assert_eq!(counts(&state), [(2, 200), (3, 300), (0, 0)]);
    let Some((_, Request::Move(_, to))) = next(&mut state) else { panic!("it is to be sent") };
    assert_eq!((to.stage_id, to.after_id, to.version), (StageId(2), Some(LeadId(4)), 1));
    state.confirm(number, newer(card(2, 2, 15), 2));
    assert_eq!(seen(&state), [vec![1, 3], vec![4, 2, 5], vec![]]);
    assert_eq!(counts(&state), [(2, 200), (3, 300), (0, 0)]);
    assert!(!state.is_busy());
}

#[test]
fn of_two_moves_only_the_failed_one_is_undone() {
    let mut state = state();
    let first = begin(&mut state, 1, 2, Slot::default());
    let second = begin(&mut state, 3, 2, behind(1));
    assert_eq!(seen(&state), [vec![2], vec![1, 3, 4, 5], vec![]]);
    assert!(matches!(next(&mut state), Some((n, _)) if n == first));
    assert_eq!(state.next_request(), None, "one after the other");
    state.fail(first);
    assert_eq!(seen(&state)[0], [1, 2], "exactly where it was");
    assert_eq!(counts(&state), [(2, 200), (3, 300), (0, 0)]);
    assert!(matches!(next(&mut state), Some((n, _)) if n == second));
}

#[test]
fn a_second_move_of_the_same_card_names_the_version_of_the_first() {
    let mut state = state();
    let first = begin(&mut state, 1, 2, Slot::default());
    begin(&mut state, 1, 3, Slot::default());
    state.next_request();
    state.confirm(first, newer(card(1, 2, 5), 2));
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5], vec![1]]);
    let Some((_, Request::Move(_, to))) = next(&mut state) else { panic!("the second follows") };
    assert_eq!((to.version, to.stage_id), (2, StageId(3)));
}

#[test]
fn an_older_answer_never_overrides_a_newer_one() {
    let mut state = state();
    let early = state.asking();
    let number = begin(&mut state, 1, 3, Slot::default());
    state.confirm(number, newer(card(1, 3, 10), 2));
    state.apply(&[LeadId(1)], changes(vec![card(1, 1, 10)]), early);
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5], vec![1]]);
    state.apply(&[LeadId(1)], changes(Vec::new()), early);
    assert_eq!(seen(&state)[2], [1], "asked before the move, so it says nothing about it");
    state.replace(board(), BoardSort::Manual, BoardGroup::Stage, early);
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5], vec![1]]);
}

#[test]
fn what_left_the_board_does_not_come_back_with_an_old_answer() {
    let mut state = state();
    let early = state.asking();
    let gone = state.apply(&[LeadId(2)], changes(Vec::new()), state.asking());
    assert_eq!(gone.len(), 1);
    state.apply(&[LeadId(2)], changes(vec![card(2, 1, 20)]), early);
    assert_eq!(seen(&state)[0], [1, 3]);
}

#[test]
fn totals_that_may_count_an_own_move_twice_are_asked_for_again() {
    let mut state = state();
    let early = state.asking();
    let number = begin(&mut state, 1, 2, Slot::default());
    let totals = |count| Totals { count, ..Totals::default() };
    let answer = BoardChanges { cards: Vec::new(), totals: vec![(1, totals(2)), (2, totals(3))] };
    state.apply(&[], answer.clone(), early);
    assert_eq!(counts(&state)[1].0, 3, "not four");
    assert!(!state.take_totals_due(), "not while the move is on its way");
    state.confirm(number, newer(card(1, 2, 5), 2));
    assert!(state.take_totals_due());
    state.apply(&[], answer, state.asking());
    assert_eq!((counts(&state)[0].0, counts(&state)[1].0), (2, 3));
}

#[test]
fn a_remote_move_during_a_drag_is_there_after_the_card_is_let_go() {
    let mut state = state();
    state.hold(LeadId(1), 3, Slot::default());
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5], vec![1]]);
    assert_eq!(counts(&state)[2].0, 0, "nothing has moved yet");
    let remote = vec![newer(card(1, 2, 15), 2), newer(card(2, 3, 5), 2)];
    state.apply(&[LeadId(1), LeadId(2)], changes(remote), state.asking());
    assert_eq!(seen(&state), [vec![3], vec![4, 5], vec![1, 2]]);
    state.let_go();
    assert_eq!(seen(&state), [vec![3], vec![4, 1, 5], vec![2]]);
}

#[test]
fn a_card_that_somebody_moved_while_it_was_held_is_sent_with_the_version_seen() {
    let mut state = state();
    state.hold(LeadId(1), 3, Slot::default());
    state.apply(&[LeadId(1)], changes(vec![newer(card(1, 2, 15), 7)]), state.asking());
    let number = begin(&mut state, 1, 3, Slot::default());
    let Some((_, Request::Move(_, to))) = next(&mut state) else { panic!("it is to be sent") };
    assert_eq!(to.version, 1, "so that the server can refuse");
    state.fail(number);
    assert_eq!(seen(&state)[1], [4, 1, 5]);
}

#[test]
fn a_conflict_settles_on_the_servers_card() {
    let mut state = state();
    let number = begin(&mut state, 1, 3, Slot::default());
    state.fail(number);
    state.learn_card(newer(card(1, 2, 30), 4));
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5, 1], vec![]]);
    assert_eq!(counts(&state), [(2, 200), (3, 300), (0, 0)]);
}

#[test]
fn a_deleted_card_goes_with_its_moves() {
    let mut state = state();
    let number = begin(&mut state, 1, 3, Slot::default());
    begin(&mut state, 1, 2, Slot::default());
    state.gone(number);
    assert_eq!(seen(&state), [vec![2, 3], vec![4, 5], vec![]]);
    assert!(!state.is_busy() && state.take_totals_due());
}

#[test]
fn cards_behind_what_is_loaded_wait_for_their_page() {
    let mut start = board();
    start.stages[0] = column(1, vec![card(1, 1, 10), card(2, 1, 20)], true);
    let mut state = BoardState::new(start, BoardSort::Manual, BoardGroup::Stage, Instant(0));
    state.apply(&[LeadId(4)], changes(vec![newer(card(4, 1, 60), 2)]), state.asking());
    assert_eq!(seen(&state), [vec![1, 2], vec![5], vec![]], "it is further down");
    let number = begin(&mut state, 5, 1, behind(2));
    state.confirm(number, newer(card(5, 1, 25), 2));
    assert_eq!(seen(&state)[0], [1, 2, 5], "the person's own card stays in sight");
    let (cursor, asked) = (Cursor("next".into()), state.asking());
    let page = Page {
        items: vec![newer(card(5, 1, 25), 2), card(3, 1, 30), newer(card(4, 1, 60), 2)],
        next_cursor: None,
    };
    state.append(1, &cursor, page.clone(), asked);
    assert_eq!(seen(&state)[0], [1, 2, 5, 3, 4], "each exactly once");
    state.append(1, &cursor, page, asked);
    assert_eq!(seen(&state)[0].len(), 5, "a page that does not follow is left out");
}

#[test]
fn a_page_brings_back_nothing_that_left_meanwhile() {
    let mut start = board();
    start.stages[0] = column(1, vec![card(1, 1, 10)], true);
    let mut state = BoardState::new(start, BoardSort::Manual, BoardGroup::Stage, Instant(0));
    let asked = state.asking();
    state.apply(&[LeadId(2)], changes(vec![newer(card(2, 2, 30), 2)]), state.asking());
    let page = Page { items: vec![card(2, 1, 20), card(3, 1, 30)], next_cursor: None };
    state.append(1, &Cursor("next".into()), page, asked);
    assert_eq!(seen(&state), [vec![1, 3], vec![4, 5, 2], vec![]]);
}

#[test]
fn other_orders_decide_the_place_themselves() {
    let mut state = BoardState::new(board(), BoardSort::Newest, BoardGroup::Stage, Instant(0));
    state.append(1, &Cursor("none".into()), Page { items: Vec::new(), next_cursor: None }, state.asking());
    begin(&mut state, 3, 2, behind(4));
    assert_eq!(seen(&state)[1].iter().filter(|id| **id == 3).count(), 1);
    let Some((_, Request::Move(_, to))) = next(&mut state) else { panic!("it is to be sent") };
    assert_eq!(to.after_id, None);
}

#[test]
fn grouped_by_owner_a_move_changes_the_owner() {
    let mut start = board();
    start.stages[1].stage.id = 7;
    start.stages[1].cards.iter_mut().for_each(|card| card.owner_id = Some(StaffId(7)));
    start.stages[0].stage.id = 0;
    let mut state = BoardState::new(start, BoardSort::Newest, BoardGroup::Owner, Instant(0));
    begin(&mut state, 1, 7, Slot::default());
    assert_eq!(
        next(&mut state).map(|(_, request)| request),
        Some(Request::Owner(LeadId(1), 1, Some(StaffId(7))))
    );
    assert_eq!(state.view()[1].cards.iter().find(|card| card.id.0 == 1).unwrap().owner_id, Some(StaffId(7)));
}

#[test]
fn an_undo_knows_the_exact_former_place() {
    let mut state = state();
    let (column, at, slot) = state.home(LeadId(2)).unwrap();
    assert_eq!(
        (column, at, slot),
        (1, 1, Slot { after: Some(LeadId(1)), before: Some(LeadId(3)), end: false })
    );
    let number = begin(&mut state, 2, 3, Slot::default());
    state.confirm(number, newer(card(2, 3, 10), 2));
    state.apply(&[LeadId(1)], changes(Vec::new()), state.asking());
    begin(&mut state, 2, column, slot);
    assert_eq!(seen(&state)[0], [2, 3], "before its other neighbour, since the first has gone");
}

/// What is sent: the cards, each with the one above it, or nothing for the end.
fn sent(state: &mut BoardState) -> Vec<(u64, i64, Option<i64>, bool)> {
    let requests = state.next_request().unwrap_or_default();
    let told = requests.into_iter().map(|(number, request)| match request {
        Request::Move(id, to) => (number, id.0, to.after_id.map(|id| id.0), to.at_end),
        Request::Owner(..) => panic!("it is a move"),
    });
    told.collect()
}

#[test]
fn cards_in_hand_together_are_shown_as_one_and_land_one_behind_the_other() {
    let mut state = state();
    state.take_together(&[LeadId(1), LeadId(3)]);
    state.hold(LeadId(3), 2, state.slot_at(2, 1, &[LeadId(3)]));
    assert_eq!(seen(&state), [vec![2], vec![4, 3, 5], vec![]]);
    assert_eq!(state.home(LeadId(3)).unwrap().1, 1, "among those that stay");
    let ids = state.moving_with(LeadId(3));
    let targets = state.targets(&ids, 2, state.slot_at(2, 1, &[LeadId(3)]), &LeadPatch::default());
    let numbers = state.begin_all(targets);
    assert_eq!(seen(&state), [vec![2], vec![4, 1, 3, 5], vec![]]);
    assert_eq!(counts(&state), [(1, 100), (4, 400), (0, 0)]);
    assert_eq!(sent(&mut state), [(numbers[0], 1, Some(4), false), (numbers[1], 3, Some(1), false)]);
    assert_eq!(state.next_request(), None, "until both are answered");
    state.fail(numbers[0]);
    assert_eq!(seen(&state), [vec![1, 2], vec![4, 3, 5], vec![]]);
    state.confirm(numbers[1], newer(card(3, 2, 15), 2));
    assert_eq!(seen(&state), [vec![1, 2], vec![4, 3, 5], vec![]]);
    assert!(!state.is_busy());
}

#[test]
fn cards_in_hand_together_are_back_when_they_are_let_go() {
    let mut state = state();
    state.take_together(&[LeadId(1), LeadId(2), LeadId(5)]);
    state.hold(LeadId(2), 3, Slot::default());
    assert_eq!(seen(&state), [vec![3], vec![4], vec![2]]);
    state.let_go();
    assert_eq!(seen(&state), [vec![1, 2, 3], vec![4, 5], vec![]]);
    assert_eq!(state.moving_with(LeadId(2)), [LeadId(2)]);
}

#[test]
fn below_the_last_loaded_card_is_the_end_of_the_column() {
    let mut start = board();
    start.stages[0] = column(1, vec![card(1, 1, 10), card(2, 1, 20)], true);
    let mut state = BoardState::new(start, BoardSort::Manual, BoardGroup::Stage, Instant(0));
    let last = state.slot_at(1, 2, &[LeadId(5)]);
    assert_eq!(last, Slot { after: Some(LeadId(2)), before: None, end: true });
    assert!(!state.slot_at(2, 1, &[LeadId(5)]).end, "a column that is loaded as a whole names its last card");
    let numbers = begin_all(&mut state, &[4, 5], 1, last);
    assert_eq!(seen(&state)[0], [1, 2, 4, 5]);
    assert_eq!(sent(&mut state), [(numbers[0], 4, None, true), (numbers[1], 5, None, true)]);
    state.confirm(numbers[0], newer(card(4, 1, 80), 2));
    state.confirm(numbers[1], newer(card(5, 1, 90), 2));
    assert!(state.home(LeadId(5)).unwrap().2.end, "so that an undo of the next move brings it back there");
}

#[test]
fn what_changes_nothing_is_no_move() {
    let state = state();
    let (ids, none) = ([LeadId(1), LeadId(2)], LeadPatch::default());
    let targets = |slot| state.targets(&ids, 1, slot, &none);
    assert!(!state.would_change(&targets(Slot::default())));
    assert!(state.would_change(&targets(behind(3))));
    assert!(!state.would_change(&state.targets(&[LeadId(2)], 1, behind(1), &none)));
}
