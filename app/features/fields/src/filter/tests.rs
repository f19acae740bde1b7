use kernel::{Currency, Day, StaffId};
use proptest::prelude::*;

use super::*;
use crate::{Catalogue, Field, FieldType};

/// A field of each type, by the name of the type.
fn catalogue() -> Catalogue {
    let kinds = [
        ("name", FieldType::Text),
        ("length", FieldType::Number),
        ("value", FieldType::Money),
        ("built_on", FieldType::Day),
        ("seen_at", FieldType::Moment),
        ("harbour", FieldType::Choice),
        ("flags", FieldType::Choices),
        ("state", FieldType::Word),
        ("is_public", FieldType::Flag),
        ("owner_id", FieldType::Staff),
        ("secret", FieldType::Text),
    ];
    let words = |kind| {
        if kind == FieldType::Word { vec!["sunk".to_owned(), "afloat".to_owned()] } else { Vec::new() }
    };
    let field = |(key, kind): (&'static str, FieldType)| Field {
        key: FieldKey::own(key),
        kind,
        is_tested: key != "secret",
        is_sorted: key == "name" || key == "length",
        words: words(kind),
    };
    kinds.into_iter().map(field).collect()
}

fn read(f: &str) -> Result<Filter, String> {
    let asked = Asked { q: String::new(), f: vec![f.to_owned()] };
    catalogue().read(&asked).map_err(|error| {
        let text = error.field("filter").unwrap_or_else(|| panic!("{error:?} names no filter"));
        let piece = text.args.iter().find(|(name, _)| name == "piece").map(|(_, piece)| format!("{piece:?}"));
        format!("{} {}", text.key, piece.unwrap_or_default())
    })
}

#[test]
fn a_filter_reads_like_a_sentence() {
    let filter =
        read("owner_id.any.3,4;length.span.12.5..;any(owner_id.me;value.span.EUR.100000..)").unwrap();
    let at_least = |from| Span { from: Some(from), to: None };
    let expected = [
        Node::test("owner_id", Check::Staff(StaffCheck::AnyOf(vec![StaffId(3), StaffId(4)]))),
        Node::test("length", Check::Number(at_least(12_500_000))),
        Node::Any(vec![
            Node::test("owner_id", Check::Staff(StaffCheck::Me)),
            Node::test("value", Check::Money(Some(Currency::EUR), at_least(100_000))),
        ]),
    ];
    assert_eq!(filter.outer(), expected);
    assert_eq!(filter.asked().f.len(), 3, "each is an f= of its own");
    let day: Day = "2026-11-21".parse().unwrap();
    assert_eq!(
        read("built_on.on.2026-11-21").unwrap().outer(),
        [Node::test("built_on", Check::Day(DayCheck::On(day)))]
    );
    let tricky = read("name.is.a~;b~(c~)~~, d.e").unwrap();
    assert_eq!(tricky.outer(), [Node::test("name", Check::Text(TextCheck::Is("a;b(c)~, d.e".into())))]);
}

#[test]
fn what_cannot_be_read_is_named() {
    for (text, reason) in [
        ("colour.is.red", "fields-filter-unknown"),
        ("secret.is.red", "fields-filter-unknown"),
        ("length.is.red", "fields-filter-unread"),
        ("length.span...", "fields-filter-unfit"),
        ("length.span.1.2345678..", "fields-filter-unread"),
        ("owner_id.any.me", "fields-filter-unread"),
        ("owner_id.any.03", "fields-filter-unread"),
        ("built_on.on.2026-02-30", "fields-filter-unread"),
        ("built_on.last.0.month", "fields-filter-unfit"),
        ("state.any.flying", "fields-filter-unfit"),
        ("harbour.all.1,2", "fields-filter-unfit"),
        ("is_public.empty", "fields-filter-unfit"),
        ("name.is.", "fields-filter-unfit"),
        ("name.words.--", "fields-filter-unfit"),
        ("length.span...;length", "fields-filter-unread"),
        ("any()", "fields-filter-unread"),
        ("any(owner_id.me", "fields-filter-unread"),
        ("owner_id.me)", "fields-filter-unread"),
        ("any(all(any(owner_id.me;is_public.yes);is_public.no);is_public.no)", "fields-filter-deep"),
    ] {
        let error = read(text).unwrap_err();
        assert!(error.starts_with(reason), "{text}: {error}");
    }
    assert!(
        read("owner_id.me;colour.is.red").unwrap_err().contains("colour.is.red"),
        "only the piece is named"
    );
}

#[test]
fn too_much_is_refused() {
    let ids = |count: usize| format!("harbour.any.{}", vec!["1"; count].join(","));
    assert!(read(&ids(MAX_VALUES)).is_ok());
    assert!(read(&ids(MAX_VALUES + 1)).unwrap_err().starts_with("fields-filter-unfit"));
    let tests = |count: usize| vec!["is_public.yes"; count].join(";");
    assert!(read(&tests(MAX_TESTS)).is_ok());
    assert!(read(&tests(MAX_TESTS + 1)).unwrap_err().starts_with("fields-filter-many"));
    assert!(
        read(&format!("name.is.{}", "a".repeat(MAX_TEXT + 1)))
            .unwrap_err()
            .starts_with("fields-filter-unfit")
    );
    let long = vec![format!("name.is.{}", "a".repeat(MAX_TEXT)); 20].join(";");
    assert!(read(&long).unwrap_err().starts_with("fields-filter-long"));
    assert!(read(&"any(".repeat(5_000)).unwrap_err().starts_with("fields-filter-"));
}

#[test]
fn groups_are_written_in_one_form() {
    let plain = read("all(owner_id.me;is_public.yes;any(length.filled))").unwrap();
    assert_eq!(plain.text(), "owner_id.me;is_public.yes;length.filled");
    assert_eq!(read("").unwrap(), Filter::default());
    assert!(Filter::default().is_empty());
}

#[test]
fn an_order_names_fields_that_sort() {
    let catalogue = catalogue();
    let sorts = catalogue.sorts("-length,name").unwrap();
    assert_eq!(sorts.iter().map(crate::Sort::code).collect::<Vec<_>>(), ["-length", "name"]);
    assert_eq!(catalogue.sorts("").unwrap(), []);
    for bad in ["value", "secret", "-", "name,name", "length,,name"] {
        assert!(catalogue.sorts(bad).is_err(), "{bad}");
    }
}

#[test]
fn links_of_old_still_open() {
    let old = [
        Old { name: "owner", field: "owner_id", form: OldForm::Person },
        Old { name: "stage", field: "harbour", form: OldForm::Option },
        Old { name: "tag", field: "flags", form: OldForm::Among },
        Old { name: "min_value", field: "value", form: OldForm::AtLeast },
        Old { name: "created_to", field: "seen_at", form: OldForm::To },
        Old { name: "no_contact_since", field: "seen_at", form: OldForm::NotSince },
        Old { name: "stale", field: "is_public", form: OldForm::Flag },
        Old { name: "standing", field: "state", form: OldForm::Word(&["sunk", "afloat"]) },
    ];
    let params = [
        ("owner", "nobody"),
        ("stage", "3"),
        ("tag", "x"),
        ("min_value", "500"),
        ("created_to", "2026-01-31"),
        ("no_contact_since", "2026-01-31"),
        ("stale", "1"),
        ("standing", "flying"),
    ];
    let get = |name: &str| params.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
    let filter = catalogue().filter("", Node::All(old_nodes(&old, get))).unwrap();
    assert_eq!(
        filter.text(),
        "owner_id.empty;harbour.any.3;value.span.500..;seen_at.span...2026-01-31;\
         any(seen_at.empty;seen_at.span...2026-01-30);is_public.yes"
    );
}

fn span<T: std::fmt::Debug + Clone + 'static>(
    end: impl Strategy<Value = T> + Clone + 'static,
) -> BoxedStrategy<Span<T>> {
    let both = (end.clone(), end.clone()).prop_map(|(from, to)| Span { from: Some(from), to: Some(to) });
    let from = end.clone().prop_map(|from| Span { from: Some(from), to: None });
    prop_oneof![both, from, end.prop_map(|to| Span { from: None, to: Some(to) })].boxed()
}

fn days() -> impl Strategy<Value = DayCheck> {
    let day = (-719_162..=2_932_896).prop_map(Day);
    let period = proptest::sample::select(Period::ALL.to_vec());
    prop_oneof![
        day.clone().prop_map(DayCheck::On),
        span(day).prop_map(DayCheck::Span),
        (any::<bool>(), 0..=DayCheck::MOST).prop_map(|(more_than, days)| DayCheck::Ago { more_than, days }),
        period.clone().prop_map(DayCheck::This),
        (1..=DayCheck::MOST, period.clone()).prop_map(|(count, period)| DayCheck::Last(count, period)),
        (1..=DayCheck::MOST, period).prop_map(|(count, period)| DayCheck::Next(count, period)),
    ]
}

fn one_of<T: std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<OneOf<T>> {
    let values = proptest::collection::vec(value, 1..4);
    (any::<bool>(), values)
        .prop_map(|(any, ids)| if any { OneOf::AnyOf(ids) } else { OneOf::NoneOf(ids) })
        .boxed()
}

fn test() -> impl Strategy<Value = Node> {
    let text = "[a-zé;()~,. ]{0,8}[a-z0-9~;]";
    let currency = proptest::option::of(Just(Currency::EUR));
    prop_oneof![
        text.prop_map(|text| Node::test("name", Check::Text(TextCheck::Is(text)))),
        text.prop_map(|text| Node::test("name", Check::Text(TextCheck::Begins(text)))),
        span(any::<i64>()).prop_map(|span| Node::test("length", Check::Number(span))),
        (currency, span(any::<i64>())).prop_map(|(c, span)| Node::test("value", Check::Money(c, span))),
        days().prop_map(|days| Node::test("built_on", Check::Day(days))),
        days().prop_map(|days| Node::test("seen_at", Check::Moment(days))),
        one_of(any::<i64>()).prop_map(|ids| Node::test("harbour", Check::Choice(ids))),
        one_of(any::<i64>()).prop_map(|ids| Node::test("flags", Check::Choices(ids))),
        one_of(Just("sunk".to_owned())).prop_map(|words| Node::test("state", Check::Word(words))),
        any::<bool>().prop_map(|flag| Node::test("is_public", Check::Flag(flag))),
        Just(Node::test("owner_id", Check::Staff(StaffCheck::Me))),
        any::<bool>().prop_map(|empty| Node::test("name", Check::Empty(empty))),
    ]
}

fn tests() -> impl Strategy<Value = Node> {
    let group = |inner| {
        let nodes = proptest::collection::vec(inner, 1..4);
        (any::<bool>(), nodes).prop_map(|(all, nodes)| if all { Node::All(nodes) } else { Node::Any(nodes) })
    };
    test().prop_recursive(2, 12, 3, group)
}

proptest! {
    #[test]
    fn both_spellings_lead_back(q in "[a-z]{0,9}", tests in tests()) {
        let catalogue = catalogue();
        let filter = catalogue.filter(&q, tests).unwrap();
        prop_assert_eq!(&catalogue.read(&filter.asked()).unwrap(), &filter, "{}", filter.text());
        let one = Asked { q: q.clone(), f: vec![filter.text()] };
        prop_assert_eq!(&catalogue.read(&one).unwrap(), &filter, "as one text");
        let json = serde_json::to_value(&filter).unwrap();
        prop_assert_eq!(&catalogue.read_json(&json).unwrap(), &filter, "{}", json);
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "([a-z_]{0,9}|[.;()~,0-9]|\\PC|any\\(|name\\.is\\.){0,12}") {
        if let Ok(filter) = read(&text) {
            prop_assert_eq!(read(&filter.text()), Ok(filter));
        }
    }
}

#[test]
fn conditions_are_read_one_by_one_and_what_cannot_be_read_stays_as_it_came() {
    let pieces = |f: &[&str]| {
        let asked = Asked { q: "x".into(), f: f.iter().map(|text| (*text).to_owned()).collect() };
        let read = catalogue().pieces(&asked).into_iter();
        read.map(|piece| piece.map_or_else(|text| format!("!{text}"), |node| node.text())).collect::<Vec<_>>()
    };
    assert_eq!(pieces(&["owner_id.me;name.is.a~;b"]), ["owner_id.me", "name.is.a~;b"]);
    assert_eq!(
        pieces(&["owner_id.me;colour.is.red", "", "name.is.Ada"]),
        ["owner_id.me", "!colour.is.red", "name.is.Ada"]
    );
    assert_eq!(
        pieces(&["any(owner_id.me;colour.is.red)"]),
        ["!any(owner_id.me;colour.is.red)"],
        "a group is one"
    );
    assert_eq!(pieces(&["any(owner_id.me", "name.is.x)"]), ["!any(owner_id.me", "!name.is.x)"]);
    assert_eq!(pieces(&["?"]), ["!?"]);
}

#[test]
fn a_kept_filter_is_spelled_whoever_reads_it() {
    let filter = read("any(owner_id.me;name.is.Ada);harbour.any.3").unwrap();
    let kept = serde_json::to_value(&filter).unwrap();
    assert_eq!(Asked::kept(&kept), filter.asked());
    let gone = serde_json::json!({ "q": "", "tests": { "all": [{ "test": { "field": "c9", "check": { "flag": true } } }] } });
    assert_eq!(Asked::kept(&gone).f, ["c9.yes"], "a field that is gone");
    for broken in
        [serde_json::json!(null), serde_json::json!({ "q": "" }), serde_json::json!({ "q": "", "tests": 7 })]
    {
        assert!(
            catalogue().read(&Asked::kept(&broken)).is_err(),
            "{broken}: what cannot be read is not nothing"
        );
    }
}
