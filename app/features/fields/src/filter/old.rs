//! The parameters that addresses and programs used before there were filters of fields. They stay readable for ever and
//! are not written any more.

use std::str::FromStr;

use kernel::{Day, StaffId};

use super::{Check, DayCheck, Node, OneOf, Span, StaffCheck};

/// A parameter of old, and the test that it stands for.
#[derive(Clone, Copy, Debug)]
pub struct Old {
    /// The name of the parameter.
    pub name: &'static str,
    /// The field that it asks.
    pub field: &'static str,
    /// What it says.
    pub form: OldForm,
}

/// What a parameter of old says of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldForm {
    /// `me`, `nobody` or the number of a member of staff.
    Person,
    /// The number of an option.
    Option,
    /// The number of one among several.
    Among,
    /// At least so many minor units, of whatever currency.
    AtLeast,
    /// At most so many minor units.
    AtMost,
    /// On this day or later.
    From,
    /// On this day or earlier.
    To,
    /// Before this day, or never.
    NotSince,
    /// `1` or `true`.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// The tests that parameters of old stand for. What does not fit is left out, so that an old link still opens.
pub fn old_nodes(old: &[Old], get: impl Fn(&str) -> Option<String>) -> Vec<Node> {
    old.iter().filter_map(|old| old.node(&get(old.name)?)).collect()
}

impl Old {
    /// The test that this parameter stands for with this value; `None` if it does not fit.
    pub fn node(&self, text: &str) -> Option<Node> {
        self.form.node(self.field, text)
    }
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

impl OldForm {
    fn node(self, field: &'static str, text: &str) -> Option<Node> {
        let days = |from: Option<Day>, to: Option<Day>| {
            let check = DayCheck::Span(Span { from, to });
            check.is_sound().then_some(Check::Moment(check))
        };
        let check = match self {
            Self::Person => match text {
                "me" => Check::Staff(StaffCheck::Me),
                "nobody" => Check::Empty(true),
                id => Check::Staff(StaffCheck::AnyOf(vec![StaffId(number(id)?)])),
            },
            Self::Option => Check::Choice(OneOf::AnyOf(vec![number(text)?])),
            Self::Among => Check::Choices(OneOf::AnyOf(vec![number(text)?])),
            Self::AtLeast => Check::Money(None, Span { from: Some(number(text)?), to: None }),
            Self::AtMost => Check::Money(None, Span { from: None, to: Some(number(text)?) }),
            Self::From => days(Some(number(text)?), None)?,
            Self::To => days(None, Some(number(text)?))?,
            Self::NotSince => {
                let before = Day(number::<Day>(text)?.0.checked_sub(1)?);
                let never = Node::test(field, Check::Empty(true));
                return Some(Node::Any(vec![never, Node::test(field, days(None, Some(before))?)]));
            }
            Self::Flag => matches!(text, "1" | "true").then_some(Check::Flag(true))?,
            Self::Word(words) => {
                let known = words.iter().find(|word| **word == text)?;
                Check::Word(OneOf::AnyOf(vec![(*known).to_owned()]))
            }
        };
        Some(Node::test(field, check))
    }
}
