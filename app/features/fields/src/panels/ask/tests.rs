use super::*;
use crate::FieldKey;

fn field(kind: FieldType) -> Field {
    Field { key: FieldKey::own("f"), kind, is_tested: true, is_sorted: false, words: Vec::new() }
}

fn said() -> Said {
    Said {
        text: "2026-01-02".into(),
        to: "2026-02-01".into(),
        many: vec!["3".into(), "4".into()],
        minor: Some(500),
        to_minor: Some(700),
        currency: "EUR".into(),
        count: "30".into(),
        period: "month".into(),
    }
}

const KINDS: [FieldType; 12] = [
    FieldType::Text,
    FieldType::Email,
    FieldType::Country,
    FieldType::Number,
    FieldType::Money,
    FieldType::Day,
    FieldType::Moment,
    FieldType::Choice,
    FieldType::Choices,
    FieldType::Flag,
    FieldType::Staff,
    FieldType::Word,
];

#[test]
fn every_question_to_every_field_is_read_back_as_itself() {
    for kind in KINDS {
        for ask in Ask::of(&field(kind)) {
            let said = match kind {
                FieldType::Number => Said { text: "12,5".into(), to: "20".into(), ..said() },
                _ => said(),
            };
            let check = ask.check(kind, &said).unwrap_or_else(|why| panic!("{kind:?} {ask:?} {why}"));
            let (read, again) = Ask::read(&check);
            assert_eq!((read, read.check(kind, &again)), (ask, Ok(check)), "{kind:?} {ask:?}");
            assert_eq!(Ask::parse(ask.code()), Some(ask));
        }
    }
}

#[test]
fn what_is_missing_or_cannot_be_read_is_named() {
    let none = Said::default();
    assert_eq!(Ask::Is.check(FieldType::Text, &none), Err("error-required"));
    assert_eq!(Ask::AnyOf.check(FieldType::Choice, &none), Err("error-required"));
    assert_eq!(Ask::AtLeast.check(FieldType::Money, &none), Err("error-required"));
    assert_eq!(Ask::On.check(FieldType::Day, &none), Err("error-required"));
    let odd = Said { text: "many".into(), count: "-3".into(), ..Said::default() };
    assert_eq!(Ask::AtLeast.check(FieldType::Number, &odd), Err("fields-number"));
    assert_eq!(Ask::Within.check(FieldType::Moment, &odd), Err("fields-count"));
    let zero = Said { count: "0".into(), period: "week".into(), ..Said::default() };
    assert_eq!(Ask::Last.check(FieldType::Day, &zero), Err("fields-count"));
}

#[test]
fn an_end_before_its_beginning_is_turned() {
    let turned = Said { minor: Some(700), to_minor: Some(500), ..Said::default() };
    let check = Ask::Between.check(FieldType::Money, &turned);
    assert_eq!(check, Ok(Check::Money(None, Span { from: Some(500), to: Some(700) })));
}
