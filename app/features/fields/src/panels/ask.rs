//! What can be asked of a field, as a person chooses it, and what is said for it.

use kernel::{Currency, Day, StaffId};

use crate::filter::MAX_VALUES;
use crate::{
    Check, DayCheck, Field, FieldType, OneOf, Period, Span, StaffCheck, TextCheck, decimal, millionths,
};

/// A question to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Is,
    IsNot,
    Begins,
    Words,
    AtLeast,
    AtMost,
    Between,
    On,
    Since,
    Until,
    Within,
    Over,
    This,
    Last,
    Next,
    AnyOf,
    NoneOf,
    AllOf,
    Yes,
    No,
    Me,
    Empty,
    Filled,
}

/// What is said for a question, as it is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// A text, a number, a day; the first of two.
    pub text: String,
    /// The second of two.
    pub to: String,
    /// Options, words, people.
    pub many: Vec<String>,
    /// An amount in minor units; the first of two.
    pub minor: Option<i64>,
    /// The second of two.
    pub to_minor: Option<i64>,
    /// Its currency; empty for whatever currency.
    pub currency: String,
    /// How many days, weeks, ..
    pub count: String,
    /// The word of a period.
    pub period: String,
}

/// What a question is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// Nothing: the question says it all.
    None,
    Text,
    Number,
    Numbers,
    Amount,
    Amounts,
    Day,
    Days,
    /// So many days.
    Count,
    /// One of this day, this week, ..
    Period,
    /// So many days, weeks, ..
    Periods,
    Options,
    People,
}

impl Ask {
    const ALL: [Self; 23] = [
        Self::Is,
        Self::IsNot,
        Self::Begins,
        Self::Words,
        Self::AtLeast,
        Self::AtMost,
        Self::Between,
        Self::On,
        Self::Since,
        Self::Until,
        Self::Within,
        Self::Over,
        Self::This,
        Self::Last,
        Self::Next,
        Self::AnyOf,
        Self::NoneOf,
        Self::AllOf,
        Self::Yes,
        Self::No,
        Self::Me,
        Self::Empty,
        Self::Filled,
    ];

    /// What a field can be asked, the likeliest first.
    pub fn of(field: &Field) -> Vec<Self> {
        use Ask::*;
        match field.kind {
            FieldType::Number | FieldType::Money => vec![AtLeast, AtMost, Between, Is, Empty, Filled],
            FieldType::Day | FieldType::Moment => {
                vec![Within, Over, This, Last, Next, On, Since, Until, Between, Empty, Filled]
            }
            FieldType::Choice => vec![AnyOf, NoneOf, Empty, Filled],
            FieldType::Choices => vec![AnyOf, AllOf, NoneOf, Empty, Filled],
            // A kind that lists its words gives each record one.
            FieldType::Word if !field.words.is_empty() => vec![AnyOf, NoneOf],
            FieldType::Word => vec![AnyOf, NoneOf, Empty, Filled],
            FieldType::Flag => vec![Yes, No],
            FieldType::Staff => vec![Me, AnyOf, NoneOf, Empty, Filled],
            FieldType::Text
            | FieldType::LongText
            | FieldType::Link
            | FieldType::Email
            | FieldType::Phone
            | FieldType::Country => vec![Words, Is, IsNot, Begins, Empty, Filled],
        }
    }

    /// The word in a list of choices.
    pub fn code(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::IsNot => "not",
            Self::Begins => "begins",
            Self::Words => "words",
            Self::AtLeast => "least",
            Self::AtMost => "most",
            Self::Between => "between",
            Self::On => "on",
            Self::Since => "since",
            Self::Until => "until",
            Self::Within => "within",
            Self::Over => "over",
            Self::This => "this",
            Self::Last => "last",
            Self::Next => "next",
            Self::AnyOf => "any",
            Self::NoneOf => "none",
            Self::AllOf => "all",
            Self::Yes => "yes",
            Self::No => "no",
            Self::Me => "me",
            Self::Empty => "empty",
            Self::Filled => "filled",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.code() == code)
    }

    /// The key of its words.
    pub fn label(self, kind: FieldType) -> &'static str {
        match (self, kind) {
            (Self::Is, _) => "fields-ask-is",
            (Self::IsNot, _) => "fields-ask-not",
            (Self::Begins, _) => "fields-ask-begins",
            (Self::Words, _) => "fields-ask-words",
            (Self::AtLeast, _) => "fields-ask-least",
            (Self::AtMost, _) => "fields-ask-most",
            (Self::Between, _) => "fields-ask-between",
            (Self::On, _) => "fields-ask-on",
            (Self::Since, _) => "fields-ask-since",
            (Self::Until, _) => "fields-ask-until",
            (Self::Within, _) => "fields-ask-within",
            (Self::Over, _) => "fields-ask-over",
            (Self::This, _) => "fields-ask-this",
            (Self::Last, _) => "fields-ask-last",
            (Self::Next, _) => "fields-ask-next",
            (Self::AnyOf, FieldType::Choices) => "fields-ask-has-any",
            (Self::AnyOf, _) => "fields-ask-any",
            (Self::NoneOf, FieldType::Choices) => "fields-ask-has-none",
            (Self::NoneOf, _) => "fields-ask-none",
            (Self::AllOf, _) => "fields-ask-has-all",
            (Self::Yes, _) => "fields-ask-yes",
            (Self::No, _) => "fields-ask-no",
            (Self::Me, _) => "fields-ask-me",
            (Self::Empty, FieldType::Staff) => "fields-ask-nobody",
            (Self::Empty, _) => "fields-ask-empty",
            (Self::Filled, FieldType::Staff) => "fields-ask-somebody",
            (Self::Filled, _) => "fields-ask-filled",
        }
    }

    /// What it is answered with in a field of this type.
    pub fn control(self, kind: FieldType) -> Control {
        let is_between = self == Self::Between;
        match self {
            Self::Yes | Self::No | Self::Me | Self::Empty | Self::Filled => Control::None,
            Self::Within | Self::Over => Control::Count,
            Self::This => Control::Period,
            Self::Last | Self::Next => Control::Periods,
            _ => match kind {
                FieldType::Number if is_between => Control::Numbers,
                FieldType::Number => Control::Number,
                FieldType::Money if is_between => Control::Amounts,
                FieldType::Money => Control::Amount,
                FieldType::Day | FieldType::Moment if is_between => Control::Days,
                FieldType::Day | FieldType::Moment => Control::Day,
                FieldType::Choice | FieldType::Choices | FieldType::Word => Control::Options,
                FieldType::Staff => Control::People,
                _ => Control::Text,
            },
        }
    }

    /// The check that is meant.
    ///
    /// # Errors
    /// The key of what is missing or cannot be read.
    pub fn check(self, kind: FieldType, said: &Said) -> Result<Check, &'static str> {
        match self {
            Self::Empty => return Ok(Check::Empty(true)),
            Self::Filled => return Ok(Check::Empty(false)),
            Self::Yes => return Ok(Check::Flag(true)),
            Self::No => return Ok(Check::Flag(false)),
            Self::Me => return Ok(Check::Staff(StaffCheck::Me)),
            _ => {}
        }
        match kind {
            FieldType::Number => {
                let read = |text: &String| number(text);
                self.span(filled(&said.text, read)?, || filled(&said.to, read)).map(Check::Number)
            }
            FieldType::Money => {
                let currency = match said.currency.as_str() {
                    "" => None,
                    code => Some(code.parse::<Currency>().map_err(|_| "fields-unfit")?),
                };
                let first = said.minor.ok_or("error-required")?;
                let span = self.span(first, || said.to_minor.ok_or("error-required"))?;
                Ok(Check::Money(currency, span))
            }
            FieldType::Day => self.days(said).map(Check::Day),
            FieldType::Moment => self.days(said).map(Check::Moment),
            FieldType::Choice => self.one_of(ids(said)?).map(Check::Choice),
            FieldType::Choices => self.one_of(ids(said)?).map(Check::Choices),
            FieldType::Word => self.one_of(some(said.many.clone())?).map(Check::Word),
            FieldType::Staff => {
                let ids = ids(said)?.into_iter().map(StaffId).collect();
                Ok(Check::Staff(match self {
                    Self::NoneOf => StaffCheck::NoneOf(ids),
                    _ => StaffCheck::AnyOf(ids),
                }))
            }
            FieldType::Flag => Err("fields-unfit"),
            _ => self.text(said).map(Check::Text),
        }
    }

    fn text(self, said: &Said) -> Result<TextCheck, &'static str> {
        let text = Some(said.text.trim()).filter(|text| !text.is_empty()).ok_or("error-required")?.to_owned();
        Ok(match self {
            Self::IsNot => TextCheck::IsNot(text),
            Self::Begins => TextCheck::Begins(text),
            Self::Words => TextCheck::Words(text),
            _ => TextCheck::Is(text),
        })
    }

    /// From here to there; who names the end before the beginning means the same.
    fn span<T: Copy + Ord>(
        self,
        first: T,
        second: impl FnOnce() -> Result<T, &'static str>,
    ) -> Result<Span<T>, &'static str> {
        Ok(match self {
            Self::AtMost | Self::Until => Span { from: None, to: Some(first) },
            Self::AtLeast | Self::Since => Span { from: Some(first), to: None },
            Self::Between => {
                let second = second()?;
                Span { from: Some(first.min(second)), to: Some(first.max(second)) }
            }
            _ => Span { from: Some(first), to: Some(first) },
        })
    }

    fn days(self, said: &Said) -> Result<DayCheck, &'static str> {
        let day = |text: &String| text.parse::<Day>().map_err(|_| "fields-unfit");
        let count = || match said.count.trim().parse::<u16>() {
            Ok(count) if count <= DayCheck::MOST => Ok(count),
            _ => Err("fields-count"),
        };
        let period = || Period::parse(&said.period).ok_or("error-required");
        Ok(match self {
            Self::Within => DayCheck::Ago { more_than: false, days: count()? },
            Self::Over => DayCheck::Ago { more_than: true, days: count()? },
            Self::This => DayCheck::This(period()?),
            Self::Last | Self::Next => {
                let count = Some(count()?).filter(|count| *count > 0).ok_or("fields-count")?;
                let period = period()?;
                if self == Self::Last { DayCheck::Last(count, period) } else { DayCheck::Next(count, period) }
            }
            Self::On => DayCheck::On(filled(&said.text, day)?),
            _ => DayCheck::Span(self.span(filled(&said.text, day)?, || filled(&said.to, day))?),
        })
    }

    fn one_of<T>(self, values: Vec<T>) -> Result<OneOf<T>, &'static str> {
        Ok(match self {
            Self::NoneOf => OneOf::NoneOf(values),
            Self::AllOf => OneOf::AllOf(values),
            _ => OneOf::AnyOf(values),
        })
    }

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

fn filled<T>(
    text: &String,
    read: impl FnOnce(&String) -> Result<T, &'static str>,
) -> Result<T, &'static str> {
    if text.trim().is_empty() { Err("error-required") } else { read(text) }
}

/// A number as people write it, with either mark.
fn number(text: &str) -> Result<i64, &'static str> {
    millionths(&text.trim().replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', ".")).ok_or("fields-number")
}

fn some<T>(values: Vec<T>) -> Result<Vec<T>, &'static str> {
    match values.len() {
        0 => Err("error-required"),
        1..=MAX_VALUES => Ok(values),
        _ => Err("fields-unfit"),
    }
}

fn ids(said: &Said) -> Result<Vec<i64>, &'static str> {
    let ids: Result<Vec<i64>, _> = said.many.iter().map(|id| id.parse()).collect();
    some(ids.map_err(|_| "fields-unfit")?)
}

#[cfg(test)]
mod tests {
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
}
