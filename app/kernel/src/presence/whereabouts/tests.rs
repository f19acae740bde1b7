use super::*;
use crate::RecordKind;

const NOW: Instant = Instant(1_000 * Instant::SECOND);

fn lead(id: i64) -> RecordRef {
    RecordRef { kind: RecordKind::Lead, id }
}

fn at(id: i64, doing: Doing) -> Spot {
    Spot { board: None, at: vec![At { record: lead(id), doing }] }
}

fn on_board() -> Spot {
    Spot { board: Some(RecordKind::Lead), at: Vec::new() }
}

fn told(staff: i64, page: u64, number: u64, spot: Spot) -> Told {
    Told { staff: StaffId(staff), page, number, spot }
}

fn seen(all: &Whereabouts, staff: i64, now: Instant) -> Option<Vec<(i64, i64, Doing)>> {
    let others = all.others(StaffId(staff), now)?;
    Some(others.into_iter().map(|(staff, at)| (staff.0, at.record.id, at.doing)).collect())
}

#[test]
fn who_is_at_a_record_sees_who_else_is_there_and_nobody_elsewhere() {
    let all = Whereabouts::default();
    all.hear(&told(1, 1, 1, at(7, Doing::Looks)), NOW);
    all.hear(&told(2, 1, 1, at(7, Doing::Types)), NOW);
    all.hear(&told(3, 1, 1, at(8, Doing::Looks)), NOW);
    assert_eq!(seen(&all, 1, NOW), Some(vec![(2, 7, Doing::Types)]));
    assert_eq!(seen(&all, 3, NOW), Some(vec![]), "nobody else");
    assert_eq!(seen(&all, 4, NOW), None, "who is nowhere is told nothing");
}

#[test]
fn who_looks_at_the_board_sees_all_records_of_its_kind_that_others_have_open() {
    let all = Whereabouts::default();
    all.hear(&told(1, 1, 1, on_board()), NOW);
    all.hear(&told(2, 1, 1, at(7, Doing::Looks)), NOW);
    all.hear(&told(3, 1, 1, at(8, Doing::Moves)), NOW);
    let customer = At { record: RecordRef { kind: RecordKind::Customer, id: 7 }, doing: Doing::Looks };
    all.hear(&told(4, 1, 1, Spot { board: None, at: vec![customer] }), NOW);
    assert_eq!(seen(&all, 1, NOW), Some(vec![(2, 7, Doing::Looks), (3, 8, Doing::Moves)]));
    assert_eq!(seen(&all, 2, NOW), Some(vec![]), "a board tells who stands at it nothing about its lookers");
}

#[test]
fn one_person_in_two_tabs_is_one_and_oneself_is_nobody() {
    let all = Whereabouts::default();
    all.hear(&told(1, 1, 1, at(7, Doing::Looks)), NOW);
    all.hear(&told(1, 2, 1, at(7, Doing::Types)), NOW);
    all.hear(&told(2, 1, 1, at(7, Doing::Looks)), NOW);
    assert_eq!(seen(&all, 2, NOW), Some(vec![(1, 7, Doing::Types)]));
    assert_eq!(seen(&all, 1, NOW), Some(vec![(2, 7, Doing::Looks)]));
    all.hear(&told(1, 2, 2, Spot::default()), NOW);
    assert_eq!(seen(&all, 2, NOW), Some(vec![(1, 7, Doing::Looks)]), "the other tab is still there");
}

#[test]
fn who_is_not_heard_of_for_25_seconds_is_gone() {
    let all = Whereabouts::default();
    let mut changes = all.changes();
    all.hear(&told(1, 1, 1, at(7, Doing::Looks)), NOW.plus(20 * Instant::SECOND));
    all.hear(&told(2, 1, 1, at(7, Doing::Looks)), NOW);
    let late = NOW.plus(LASTS);
    assert_eq!(seen(&all, 1, late.plus(-1)).map(|others| others.len()), Some(1));
    assert_eq!(seen(&all, 1, late), Some(vec![]), "gone before anybody sweeps");
    changes.mark_unchanged();
    all.sweep(late);
    assert!(changes.has_changed().unwrap(), "those who are there are told");
    changes.mark_unchanged();
    all.sweep(late);
    assert!(!changes.has_changed().unwrap());
    assert_eq!(seen(&all, 1, NOW.plus(-Instant::HOUR)), None, "a clock that was set back keeps nobody");
}

#[test]
fn what_was_said_first_and_arrives_last_is_not_believed() {
    let all = Whereabouts::default();
    all.hear(&told(1, 1, 1, at(7, Doing::Looks)), NOW);
    assert!(all.hear(&told(2, 1, 5, Spot::default()), NOW), "the page is left");
    assert!(!all.hear(&told(2, 1, 4, at(7, Doing::Types)), NOW), "a beat that was under way");
    assert_eq!(seen(&all, 1, NOW), Some(vec![]));
}

#[test]
fn only_news_wakes_those_who_follow() {
    let all = Whereabouts::default();
    let mut changes = all.changes();
    all.hear(&told(1, 1, 1, at(7, Doing::Looks)), NOW);
    assert!(changes.has_changed().unwrap());
    changes.mark_unchanged();
    assert!(all.hear(&told(1, 1, 2, at(7, Doing::Looks)), NOW.plus(10 * Instant::SECOND)));
    assert!(!changes.has_changed().unwrap(), "still there");
    all.hear(&told(1, 1, 3, at(7, Doing::Types)), NOW);
    assert!(changes.has_changed().unwrap());
}

#[test]
fn a_person_with_ever_new_pages_is_known_by_the_newest() {
    let all = Whereabouts::default();
    for page in 0..100 {
        all.hear(&told(1, page, 1, at(7, Doing::Looks)), NOW.plus(page as i64));
    }
    all.hear(&told(2, 1, 1, at(7, Doing::Looks)), NOW);
    assert_eq!(all.pages().len(), PAGES + 1);
    assert!(all.pages().contains_key(&(StaffId(1), 99)));
}
