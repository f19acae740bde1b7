//! What can be asked of a field, as a person chooses it, and what is said for it.

mod read;

use kernel::{Currency, Day, StaffId};

use crate::filter::MAX_VALUES;
use crate::{Check, DayCheck, Field, FieldType, OneOf, Period, Span, StaffCheck, TextCheck, millionths};

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
                let read = |text: &str| number(text);
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
        let day = |text: &str| text.parse::<Day>().map_err(|_| "fields-unfit");
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
}

fn filled<T>(text: &str, read: impl FnOnce(&str) -> Result<T, &'static str>) -> Result<T, &'static str> {
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
mod tests;
