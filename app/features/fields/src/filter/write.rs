//! A filter as a line of text: `owner_id.any.3,4`, `any(owner_id.me;value.span.EUR.100000..)`.

use std::fmt::{Display, Write};

use super::{Asked, Check, DayCheck, Filter, Node, OneOf, Period, Span, StaffCheck, Test, TextCheck};
use crate::decimal;

impl Filter {
    /// The filter as it is asked for in an address.
    pub fn asked(&self) -> Asked {
        Asked { q: self.q.clone(), f: self.outer().iter().map(Node::text).collect() }
    }

    /// All tests as one text, the words not among them.
    pub fn text(&self) -> String {
        joined(self.outer().iter().map(Node::text), ";")
    }
}

impl Asked {
    /// The parameters of an address.
    pub fn to_params(&self) -> Vec<(&'static str, String)> {
        let q = Some(("q", self.q.clone())).filter(|(_, q)| !q.is_empty());
        q.into_iter().chain(self.f.iter().map(|f| ("f", f.clone()))).collect()
    }
}

impl Node {
    /// The text of it.
    pub fn text(&self) -> String {
        match self {
            Self::Test(test) => test.text(),
            Self::All(nodes) => format!("all({})", joined(nodes.iter().map(Self::text), ";")),
            Self::Any(nodes) => format!("any({})", joined(nodes.iter().map(Self::text), ";")),
        }
    }
}

impl Test {
    /// The text of it: the field, what is asked, and of what.
    pub fn text(&self) -> String {
        format!("{}.{}", self.field, check(&self.check))
    }
}

fn check(check: &Check) -> String {
    match check {
        Check::Text(TextCheck::Is(text)) => format!("is.{}", escaped(text)),
        Check::Text(TextCheck::IsNot(text)) => format!("not.{}", escaped(text)),
        Check::Text(TextCheck::Begins(text)) => format!("begins.{}", escaped(text)),
        Check::Text(TextCheck::Words(text)) => format!("words.{}", escaped(text)),
        Check::Number(span) => format!("span.{}", ends(span, |number| decimal(*number))),
        Check::Money(None, span) => format!("span.{}", ends(span, i64::to_string)),
        Check::Money(Some(currency), span) => format!("span.{currency}.{}", ends(span, i64::to_string)),
        Check::Day(days) | Check::Moment(days) => day(*days),
        Check::Choice(ids) | Check::Choices(ids) => one_of(ids),
        Check::Word(words) => one_of(words),
        Check::Flag(true) => "yes".into(),
        Check::Flag(false) => "no".into(),
        Check::Staff(StaffCheck::Me) => "me".into(),
        Check::Staff(StaffCheck::AnyOf(ids)) => format!("any.{}", joined(ids, ",")),
        Check::Staff(StaffCheck::NoneOf(ids)) => format!("none.{}", joined(ids, ",")),
        Check::Empty(true) => "empty".into(),
        Check::Empty(false) => "filled".into(),
    }
}

fn one_of<T: Display>(one_of: &OneOf<T>) -> String {
    let word = match one_of {
        OneOf::AnyOf(_) => "any",
        OneOf::NoneOf(_) => "none",
        OneOf::AllOf(_) => "all",
    };
    format!("{word}.{}", joined(one_of.values(), ","))
}

fn day(check: DayCheck) -> String {
    let counted = |word: &str, count: u16, period: Period| format!("{word}.{count}.{}", period.code());
    match check {
        DayCheck::On(day) => format!("on.{day}"),
        DayCheck::Span(span) => format!("span.{}", ends(&span, ToString::to_string)),
        DayCheck::Ago { more_than: true, days } => format!("over.{days}"),
        DayCheck::Ago { more_than: false, days } => format!("within.{days}"),
        DayCheck::This(period) => format!("this.{}", period.code()),
        DayCheck::Last(count, period) => counted("last", count, period),
        DayCheck::Next(count, period) => counted("next", count, period),
    }
}

fn ends<T>(span: &Span<T>, text: impl Fn(&T) -> String) -> String {
    let end = |end: &Option<T>| end.as_ref().map_or(String::new(), &text);
    format!("{}..{}", end(&span.from), end(&span.to))
}

fn joined<T: Display>(items: impl IntoIterator<Item = T>, separator: &str) -> String {
    let mut text = String::new();
    for item in items {
        let separator = if text.is_empty() { "" } else { separator };
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{separator}{item}");
    }
    text
}

/// A text in which nothing can be taken for the end of its test.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '~' | ';' | '(' | ')') {
            escaped.push('~');
        }
        escaped.push(letter);
    }
    escaped
}
