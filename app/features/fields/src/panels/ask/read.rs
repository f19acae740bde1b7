//! A check that is there, as the question and the answer that it was made of.

use kernel::Day;

use super::{Ask, Said};
use crate::{Check, DayCheck, OneOf, Period, Span, StaffCheck, TextCheck, decimal};

impl Ask {
    /// The question that a check is, and what was said for it.
    pub fn read(check: &Check) -> (Self, Said) {
        let said = Said::default();
        match check {
            Check::Empty(true) => (Self::Empty, said),
            Check::Empty(false) => (Self::Filled, said),
            Check::Flag(true) => (Self::Yes, said),
            Check::Flag(false) => (Self::No, said),
            Check::Text(check) => {
                let ask = match check {
                    TextCheck::Is(_) => Self::Is,
                    TextCheck::IsNot(_) => Self::IsNot,
                    TextCheck::Begins(_) => Self::Begins,
                    TextCheck::Words(_) => Self::Words,
                };
                (ask, Said { text: check.text().to_owned(), ..said })
            }
            Check::Number(span) => {
                let (ask, first, second) = read_span(span, [Self::AtLeast, Self::AtMost, Self::Is]);
                let text = |number: Option<i64>| number.map(decimal).unwrap_or_default();
                (ask, Said { text: text(first), to: text(second), ..said })
            }
            Check::Money(currency, span) => {
                let (ask, minor, to_minor) = read_span(span, [Self::AtLeast, Self::AtMost, Self::Is]);
                let currency = currency.map(|currency| currency.to_string()).unwrap_or_default();
                (ask, Said { minor, to_minor, currency, ..said })
            }
            Check::Day(days) | Check::Moment(days) => read_days(*days),
            Check::Choice(ids) | Check::Choices(ids) => read_one_of(ids),
            Check::Word(words) => read_one_of(words),
            Check::Staff(StaffCheck::Me) => (Self::Me, said),
            Check::Staff(StaffCheck::AnyOf(ids)) => (Self::AnyOf, Said { many: texts(ids), ..said }),
            Check::Staff(StaffCheck::NoneOf(ids)) => (Self::NoneOf, Said { many: texts(ids), ..said }),
        }
    }
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn read_one_of<T: ToString>(one_of: &OneOf<T>) -> (Ask, Said) {
    let ask = match one_of {
        OneOf::AnyOf(_) => Ask::AnyOf,
        OneOf::NoneOf(_) => Ask::NoneOf,
        OneOf::AllOf(_) => Ask::AllOf,
    };
    (ask, Said { many: texts(one_of.values()), ..Said::default() })
}

fn read_span<T: Copy + PartialEq>(span: &Span<T>, asks: [Ask; 3]) -> (Ask, Option<T>, Option<T>) {
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => (asks[2], Some(from), None),
        (Some(from), Some(to)) => (Ask::Between, Some(from), Some(to)),
        (None, to) => (asks[1], to, None),
        (from, None) => (asks[0], from, None),
    }
}

fn read_days(check: DayCheck) -> (Ask, Said) {
    let said = Said::default();
    let counted = |count: u16, period: Period| Said {
        count: count.to_string(),
        period: period.code().to_owned(),
        ..Said::default()
    };
    match check {
        DayCheck::On(day) => (Ask::On, Said { text: day.to_string(), ..said }),
        DayCheck::Span(span) => {
            let (ask, first, second) = read_span(&span, [Ask::Since, Ask::Until, Ask::On]);
            let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            (ask, Said { text: text(first), to: text(second), ..said })
        }
        DayCheck::Ago { more_than, days } => {
            let ask = if more_than { Ask::Over } else { Ask::Within };
            (ask, Said { count: days.to_string(), ..said })
        }
        DayCheck::This(period) => (Ask::This, Said { period: period.code().to_owned(), ..said }),
        DayCheck::Last(count, period) => (Ask::Last, counted(count, period)),
        DayCheck::Next(count, period) => (Ask::Next, counted(count, period)),
    }
}
