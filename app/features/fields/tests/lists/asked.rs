//! Filters as somebody might ask for them, by chance.

use fields::{Check, DayCheck, Node, OneOf, Period, Span, StaffCheck, TextCheck};
use kernel::{Currency, Day, StaffId};
use proptest::prelude::*;
use proptest::sample::select;

use super::table::NAMES;

fn span<T: std::fmt::Debug + Clone + 'static>(end: BoxedStrategy<T>) -> BoxedStrategy<Span<T>> {
    let both = (end.clone(), end.clone()).prop_map(|(from, to)| Span { from: Some(from), to: Some(to) });
    let from = end.clone().prop_map(|from| Span { from: Some(from), to: None });
    prop_oneof![both, from, end.prop_map(|to| Span { from: None, to: Some(to) })].boxed()
}

/// Days around the records' and far from them.
fn days() -> BoxedStrategy<DayCheck> {
    let day =
        prop_oneof![9 => (20_690..20_830).prop_map(Day), 1 => (-719_162..=2_932_896).prop_map(Day)].boxed();
    let period = select(Period::ALL.to_vec());
    let count = prop_oneof![9 => 1..9u16, 1 => 1..=DayCheck::MOST];
    prop_oneof![
        day.clone().prop_map(DayCheck::On),
        span(day).prop_map(DayCheck::Span),
        (any::<bool>(), count.clone()).prop_map(|(more_than, days)| DayCheck::Ago { more_than, days }),
        period.clone().prop_map(DayCheck::This),
        (count.clone(), period.clone()).prop_map(|(count, period)| DayCheck::Last(count, period)),
        (count, period).prop_map(|(count, period)| DayCheck::Next(count, period)),
    ]
    .boxed()
}

fn one_of<T: std::fmt::Debug + Clone + 'static>(
    value: BoxedStrategy<T>,
    with_all: bool,
) -> BoxedStrategy<OneOf<T>> {
    let values = proptest::collection::vec(value, 1..3);
    let of = move |(way, values)| match way {
        0 => OneOf::NoneOf(values),
        1 if with_all => OneOf::AllOf(values),
        _ => OneOf::AnyOf(values),
    };
    (0..4u8, values).prop_map(of).boxed()
}

/// A name, a piece of one, or something else.
fn text() -> impl Strategy<Value = String> {
    let piece = (select(NAMES.to_vec()), 0..9usize, 1..9usize)
        .prop_map(|(name, from, count)| name.chars().skip(from).take(count).collect::<String>());
    let text = prop_oneof![select(NAMES.to_vec()).prop_map(str::to_owned), piece, "[ -~]{1,6}", "\\PC{1,4}"];
    text.prop_map(|text| if text.chars().any(char::is_alphanumeric) { text } else { "a".to_owned() })
}

fn check() -> impl Strategy<Value = Node> {
    let texts = (select(vec!["name", "company"]), 0..4u8, text()).prop_map(|(field, way, text)| {
        let check = [TextCheck::Is, TextCheck::IsNot, TextCheck::Begins, TextCheck::Words][usize::from(way)];
        Node::test(field, Check::Text(check(text)))
    });
    let staff = prop_oneof![
        Just(StaffCheck::Me),
        (any::<bool>(), (1..6i64).prop_map(StaffId)).prop_map(|(any, id)| match any {
            true => StaffCheck::AnyOf(vec![id, StaffId(9)]),
            false => StaffCheck::NoneOf(vec![id]),
        }),
    ];
    let currency = select(vec![None, Some(Currency::EUR)]);
    let nullable = vec!["company", "length", "value", "built_on", "harbour_id", "flags", "owner_id", "state"];
    let number = prop_oneof![9 => (-3..8i64).prop_map(|half| half * 500_000), 1 => any::<i64>()].boxed();
    let minor = prop_oneof![9 => (-1..9i64).prop_map(|euros| euros * 100), 1 => any::<i64>()].boxed();
    let word = select(vec!["afloat".to_owned(), "sunk".to_owned()]).boxed();
    prop_oneof![
        3 => texts,
        5 => added(),
        2 => span(number).prop_map(|span| Node::test("length", Check::Number(span))),
        2 => (currency, span(minor)).prop_map(|(code, span)| Node::test("value", Check::Money(code, span))),
        1 => days().prop_map(|days| Node::test("built_on", Check::Day(days))),
        2 => days().prop_map(|days| Node::test("created_at", Check::Moment(days))),
        2 => one_of((0..5i64).boxed(), false).prop_map(|ids| Node::test("harbour_id", Check::Choice(ids))),
        2 => one_of((0..5i64).boxed(), true).prop_map(|ids| Node::test("flags", Check::Choices(ids))),
        1 => one_of(word, false).prop_map(|words| Node::test("state", Check::Word(words))),
        1 => any::<bool>().prop_map(|flag| Node::test("is_public", Check::Flag(flag))),
        2 => staff.prop_map(|staff| Node::test("owner_id", Check::Staff(staff))),
        1 => (select(nullable), any::<bool>()).prop_map(|(field, empty)| Node::test(field, Check::Empty(empty))),
    ]
}

/// What can be asked of an added field.
fn added() -> impl Strategy<Value = Node> {
    let texts = (select(vec!["c1", "c10"]), 0..4u8, text()).prop_map(|(field, way, text)| {
        let check = [TextCheck::Is, TextCheck::IsNot, TextCheck::Begins, TextCheck::Words][usize::from(way)];
        Node::test(field, Check::Text(check(text)))
    });
    let number =
        prop_oneof![9 => (-5..6i64).prop_map(|quarter| quarter * 250_000), 1 => any::<i64>()].boxed();
    let minor = (-1..9i64).prop_map(|euros| euros * 100).boxed();
    let currency = select(vec![None, Some(Currency::EUR), "USD".parse().ok()]);
    let staff = (0..4u8, (1..6i64).prop_map(StaffId)).prop_map(|(way, id)| match way {
        0 => StaffCheck::Me,
        1 => StaffCheck::NoneOf(vec![id]),
        _ => StaffCheck::AnyOf(vec![id, StaffId(9)]),
    });
    let filled = vec!["c1", "c2", "c3", "c4", "c5", "c6", "c8", "c9", "c10"];
    prop_oneof![
        texts,
        span(number).prop_map(|span| Node::test("c2", Check::Number(span))),
        one_of((0..5i64).boxed(), false).prop_map(|ids| Node::test("c3", Check::Choice(ids))),
        one_of((0..5i64).boxed(), true).prop_map(|ids| Node::test("c4", Check::Choices(ids))),
        days().prop_map(|days| Node::test("c5", Check::Day(days))),
        (currency, span(minor)).prop_map(|(code, span)| Node::test("c6", Check::Money(code, span))),
        any::<bool>().prop_map(|flag| Node::test("c7", Check::Flag(flag))),
        days().prop_map(|days| Node::test("c8", Check::Moment(days))),
        staff.prop_map(|staff| Node::test("c9", Check::Staff(staff))),
        (select(filled), any::<bool>()).prop_map(|(field, empty)| Node::test(field, Check::Empty(empty))),
    ]
}

/// A few tests, in groups or not.
pub fn tests() -> impl Strategy<Value = Node> {
    let group = |inner| {
        let nodes = proptest::collection::vec(inner, 1..4);
        (any::<bool>(), nodes).prop_map(|(all, nodes)| if all { Node::All(nodes) } else { Node::Any(nodes) })
    };
    check().prop_recursive(2, 8, 3, group)
}

/// Words, mostly none.
pub fn q() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 1 => text()]
}

/// An order: one field, none, or several.
pub fn sorts() -> impl Strategy<Value = &'static str> {
    select(vec![
        "",
        "created_at",
        "-created_at",
        "name",
        "-name",
        "length",
        "-length",
        "harbour_id",
        "harbour_id,-name",
        "-created_at,length",
        "-length,name,-created_at",
        "name,-harbour_id,length",
        "c1",
        "-c1",
        "-c2",
        "c5",
        "c7",
        "-c8",
        "c6,name",
        "name,-c2",
        "-c1,c2,-length",
    ])
}
