//! Lists under any filter and in any order give what the filter means, on both databases, and nothing that is not seen.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "lists/asked.rs"]
mod asked;
#[path = "lists/table.rs"]
mod table;

use std::cmp::Ordering;

use fields::{
    Asked, Bounds, Catalogue, Filter, ListQuery, Node, Reader, Sort, Total, Value, Values, count, list,
};
use kernel::db::On;
use kernel::testing::TestHouse;
use kernel::{Capabilities, Context, Error, normal};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use table::{FIELDS, ME, Sample, listing};

/// So little that every way is taken and every bound is met.
const NARROW: Bounds = Bounds { window: 8, looked: 9, patience: 1_000_000, few: 9, counted: 20 };

/// So many filters: some with every test run, many when `FOYER_LONG_TESTS` is set.
fn rounds() -> usize {
    if std::env::var_os("FOYER_LONG_TESTS").is_some() { 3_000 } else { 150 }
}

fn some<S: Strategy>(runner: &mut TestRunner, strategy: S) -> S::Value {
    strategy.new_tree(runner).unwrap().current()
}

fn key(values: &Values, field: &str) -> (i64, String) {
    match values.get(field) {
        Some(Value::Number(number) | Value::Id(number)) => (*number, String::new()),
        Some(Value::Moment(at)) => (at.0, String::new()),
        Some(Value::Day(day)) => (i64::from(day.0), String::new()),
        Some(Value::Money(money)) => (money.minor, String::new()),
        Some(Value::Flag(flag)) => (i64::from(*flag), String::new()),
        Some(Value::Text(text)) => (0, normal::sort_key(text)),
        _ => (0, String::new()),
    }
}

fn compare(sorts: &[Sort], a: &Sample, b: &Sample) -> Ordering {
    for sort in sorts {
        let (field, is_down) = (sort.field.as_str(), sort.is_down);
        let order = key(&a.values, field).cmp(&key(&b.values, field));
        if order.is_ne() {
            return if is_down { order.reverse() } else { order };
        }
    }
    if sorts.last().is_none_or(|sort| sort.is_down) { b.id.cmp(&a.id) } else { a.id.cmp(&b.id) }
}

/// What the list has to be, worked out record by record.
fn expected(cx: &Context, samples: &[Sample], query: &ListQuery) -> Vec<i64> {
    let reader = Reader::of(cx);
    let usual = Catalogue::of(FIELDS, &cx.actor).read(&asked_for("state.any.afloat")).unwrap();
    let q = words(&query.filter);
    let means = |sample: &&Sample| {
        sample.is_seen(&cx.actor)
            && query.filter.holds(&reader, &sample.values)
            && (query.filter.names("state") || usual.holds(&reader, &sample.values))
            && q.iter().all(|word| {
                let name = normal::sort_key(sample.values.text("name").unwrap());
                name.split(|c: char| !c.is_alphanumeric()).any(|own| own.starts_with(word))
            })
            && (query.filter.q().is_empty() || !q.is_empty())
    };
    let newest = [Sort { field: "created_at".into(), is_down: true }];
    let sorts = if query.sorts.is_empty() { &newest[..] } else { &query.sorts };
    let mut all: Vec<&Sample> = samples.iter().filter(means).collect();
    all.sort_by(|a, b| compare(sorts, a, b));
    all.iter().map(|sample| sample.id).collect()
}

fn words(filter: &Filter) -> Vec<String> {
    normal::search_words(filter.q())
}

fn asked_for(f: &str) -> Asked {
    Asked { q: String::new(), f: vec![f.to_owned()] }
}

/// The whole list, piece by piece.
async fn all_pieces(cx: &Context, bounds: Bounds, mut query: ListQuery) -> Vec<i64> {
    let listing = listing(&cx.actor, bounds).unwrap();
    let mut ids = Vec::new();
    for _ in 0..1_000 {
        let piece = list(cx, On::Db(cx.db()), &listing, &query).await.unwrap();
        assert!(piece.ids.len() <= query.limit);
        assert!(piece.ids.len() == query.limit || piece.next.is_none() || piece.looked.is_some());
        ids.extend(piece.ids);
        query.cursor = piece.next;
        if query.cursor.is_none() {
            return ids;
        }
    }
    panic!("the list has no end");
}

/// Answers how many there are.
async fn check(cx: &Context, samples: &[Sample], bounds: Bounds, query: &ListQuery) -> usize {
    let expected = expected(cx, samples, query);
    let sorts: Vec<String> = query.sorts.iter().map(Sort::code).collect();
    let what = format!("{:?} by {sorts:?} q {:?}", query.filter.text(), query.filter.q());
    assert_eq!(all_pieces(cx, bounds, query.clone()).await, expected, "{what}");
    let listing = listing(&cx.actor, bounds).unwrap();
    let total = count(cx, On::Db(cx.db()), &listing, &query.filter).await.unwrap();
    let there = expected.len() as i64;
    let is_right = match total {
        Total::Exactly(met) => met == there,
        Total::AtLeast(met) => met <= there,
    };
    assert!(is_right, "{total:?} of {there} for {what}");
    if bounds.counted > samples.len() as i64 {
        assert_eq!(total, Total::Exactly(there), "{what}");
    }
    expected.len()
}

async fn any_filter(house: &TestHouse) {
    let samples = table::make(&house.system(), 300).await;
    let own = house.as_staff(ME, Capabilities::from_words("leads.view_own"));
    let contexts = [house.system(), house.as_staff(ME, Capabilities::ALL), own];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(proptest::test_runner::Config::default(), rng);
    let (mut some_found, mut nothing_found) = (0, 0);
    for round in 0..rounds() {
        let cx = &contexts[round % contexts.len()];
        let catalogue = Catalogue::of(FIELDS, &cx.actor).with(&table::added());
        let tests = if round % 20 == 0 { Node::All(Vec::new()) } else { some(&mut runner, asked::tests()) };
        let Ok(filter) = catalogue.filter(&some(&mut runner, asked::q()), tests) else { continue };
        let sorts = catalogue.sorts(some(&mut runner, asked::sorts())).unwrap();
        let query = ListQuery { filter, sorts, cursor: None, limit: 1 + round % 40 };
        let bounds = if round % 4 == 0 { Bounds::default() } else { NARROW };
        let found = check(cx, &samples, bounds, &query).await;
        *(if found == 0 { &mut nothing_found } else { &mut some_found }) += 1;
    }
    // Otherwise it would show nothing.
    assert!(some_found > rounds() / 2, "{some_found} filters found something, {nothing_found} nothing");
}

kernel::contract! {
    with Vec::new();

    async fn a_list_is_what_its_filter_means(house: TestHouse) {
        any_filter(house).await;
    }

    async fn who_may_not_see_a_field_cannot_name_it(house: TestHouse) {
        table::make(&house.system(), 10).await;
        let clerk = house.as_staff(ME, Capabilities::from_words("leads.view_all"));
        let (seen, unseen) = (Catalogue::of(FIELDS, &house.system().actor), Catalogue::of(FIELDS, &clerk.actor));
        let secret = seen.read(&asked_for("secret.begins.a")).unwrap();
        let unknown = |error: Error| error.field("filter").map(|text| text.key.to_string());
        let error = unseen.read(&asked_for("secret.begins.a")).unwrap_err();
        assert_eq!(unknown(error).as_deref(), Some("fields-filter-unknown"));

        // A filter that an administrator made and somebody else uses.
        let query = ListQuery { filter: secret, limit: 5, ..ListQuery::default() };
        let listing = listing(&clerk.actor, Bounds::default()).unwrap();
        let error = list(&clerk, On::Db(clerk.db()), &listing, &query).await.unwrap_err();
        assert_eq!(unknown(error).as_deref(), Some("fields-filter-unknown"));
    }

    async fn a_cursor_is_of_its_own_order(house: TestHouse) {
        let cx = &house.system();
        table::make(cx, 30).await;
        let catalogue = Catalogue::of(FIELDS, &cx.actor);
        let listing = listing(&cx.actor, Bounds::default()).unwrap();
        let by = |sorts: &str, cursor| ListQuery {
            sorts: catalogue.sorts(sorts).unwrap(), cursor, limit: 5, ..ListQuery::default()
        };
        let first = list(cx, On::Db(cx.db()), &listing, &by("length", None)).await.unwrap();
        for other in ["-length", "created_at", "name", ""] {
            let error = list(cx, On::Db(cx.db()), &listing, &by(other, first.next.clone())).await.unwrap_err();
            assert!(error.field("cursor").is_some(), "{other}");
        }
    }
}
