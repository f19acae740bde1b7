//! The text of a filter, read. What cannot be read is named.

use std::str::FromStr;

use kernel::{Currency, Day, Error, Result, StaffId, Text, invalid};

use super::{Check, DayCheck, MAX_DEPTH, Node, OneOf, Period, Span, StaffCheck, Test, TextCheck};
use crate::{Catalogue, FieldType, millionths};

/// A filter cannot be taken, for the reason of this text, and this piece of it is why.
pub(crate) fn unread(reason: &'static str, piece: &str) -> Error {
    let short: String = piece.chars().take(80).collect();
    invalid("filter", Text::new(reason).with("piece", short))
}

/// The tests and groups of a text, divided by `;`.
pub(crate) fn nodes(catalogue: &Catalogue, text: &str) -> Result<Vec<Node>> {
    let mut reading = Reading { catalogue, rest: text };
    let nodes = reading.nodes(1)?;
    if reading.rest.is_empty() { Ok(nodes) } else { Err(unread("fields-filter-unread", reading.rest)) }
}

/// The outer conditions of a text, unread: it is divided by each `;` that stands in no bracket and is not escaped.
pub(crate) fn split(text: &str) -> Vec<&str> {
    let (mut depth, mut is_escaped) = (0_i32, false);
    let parts = text.split(move |letter: char| {
        let is_plain = !is_escaped;
        is_escaped = is_plain && letter == '~';
        match letter {
            '(' if is_plain => depth += 1,
            ')' if is_plain => depth -= 1,
            _ => {}
        }
        letter == ';' && is_plain && depth <= 0
    });
    parts.collect()
}

struct Reading<'a> {
    catalogue: &'a Catalogue,
    rest: &'a str,
}

impl<'a> Reading<'a> {
    fn nodes(&mut self, depth: usize) -> Result<Vec<Node>> {
        let mut nodes = vec![self.node(depth)?];
        while let Some(rest) = self.rest.strip_prefix(';') {
            self.rest = rest;
            nodes.push(self.node(depth)?);
        }
        Ok(nodes)
    }

    fn node(&mut self, depth: usize) -> Result<Node> {
        let (group, rest): (fn(Vec<Node>) -> Node, _) = match self.rest {
            text if text.starts_with("all(") => (Node::All, &text[4..]),
            text if text.starts_with("any(") => (Node::Any, &text[4..]),
            _ => return self.test(),
        };
        if depth >= MAX_DEPTH {
            return Err(unread("fields-filter-deep", self.rest));
        }
        let begun = std::mem::replace(&mut self.rest, rest);
        let nodes = self.nodes(depth + 1)?;
        self.rest = self.rest.strip_prefix(')').ok_or_else(|| unread("fields-filter-unread", begun))?;
        Ok(group(nodes))
    }

    fn test(&mut self) -> Result<Node> {
        let piece = self.piece();
        let unfit = || unread("fields-filter-unread", piece);
        let (key, asked) = piece.split_once('.').ok_or_else(unfit)?;
        let field = self.catalogue.field(key).filter(|field| field.is_tested);
        let field = field.ok_or_else(|| unread("fields-filter-unknown", piece))?;
        let check = check(field.kind, asked).ok_or_else(unfit)?;
        Ok(Node::Test(Test { field: field.key.clone(), check }))
    }

    /// The text up to where the test ends; `~` takes the meaning from what follows it.
    fn piece(&mut self) -> &'a str {
        let mut is_escaped = false;
        let ends = |letter: char| {
            let is_end = !is_escaped && matches!(letter, ';' | '(' | ')');
            is_escaped = !is_escaped && letter == '~';
            is_end
        };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (piece, rest) = self.rest.split_at(end);
        self.rest = rest;
        piece
    }
}

/// What is asked of a field of this type.
fn check(kind: FieldType, asked: &str) -> Option<Check> {
    match asked {
        "empty" => return Some(Check::Empty(true)),
        "filled" => return Some(Check::Empty(false)),
        "yes" if kind == FieldType::Flag => return Some(Check::Flag(true)),
        "no" if kind == FieldType::Flag => return Some(Check::Flag(false)),
        "me" if kind == FieldType::Staff => return Some(Check::Staff(StaffCheck::Me)),
        _ => {}
    }
    let (word, of) = asked.split_once('.')?;
    match kind {
        FieldType::Number => (word == "span").then(|| span(of, millionths))?.map(Check::Number),
        FieldType::Money => (word == "span").then(|| money(of))?,
        FieldType::Day => day(word, of).map(Check::Day),
        FieldType::Moment => day(word, of).map(Check::Moment),
        FieldType::Choice => one_of(word, of).map(Check::Choice),
        FieldType::Choices => one_of(word, of).map(Check::Choices),
        FieldType::Word => one_of(word, of).map(Check::Word),
        FieldType::Staff => staff(word, of),
        FieldType::Flag => None,
        FieldType::Text
        | FieldType::LongText
        | FieldType::Link
        | FieldType::Email
        | FieldType::Phone
        | FieldType::Country => text(word, of),
    }
}

fn text(word: &str, of: &str) -> Option<Check> {
    let text = unescaped(of)?;
    Some(Check::Text(match word {
        "is" => TextCheck::Is(text),
        "not" => TextCheck::IsNot(text),
        "begins" => TextCheck::Begins(text),
        "words" => TextCheck::Words(text),
        _ => return None,
    }))
}

fn unescaped(text: &str) -> Option<String> {
    let mut letters = text.chars();
    let mut plain = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        plain.push(if letter == '~' { letters.next()? } else { letter });
    }
    Some(plain)
}

fn span<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Span<T>> {
    let (from, to) = text.split_once("..")?;
    let end = |text: &str| if text.is_empty() { Some(None) } else { read(text).map(Some) };
    Some(Span { from: end(from)?, to: end(to)? })
}

fn money(text: &str) -> Option<Check> {
    let (currency, text) = match text.split_once('.') {
        Some((code, rest)) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => {
            (Some(Currency::from_str(code).ok()?), rest)
        }
        _ => (None, text),
    };
    span(text, exact).map(|span| Check::Money(currency, span))
}

fn day(word: &str, of: &str) -> Option<DayCheck> {
    let counted = || {
        let (count, period) = of.split_once('.')?;
        Some((exact(count)?, Period::parse(period)?))
    };
    match word {
        "on" => exact::<Day>(of).map(DayCheck::On),
        "span" => span(of, exact::<Day>).map(DayCheck::Span),
        "over" => Some(DayCheck::Ago { more_than: true, days: exact(of)? }),
        "within" => Some(DayCheck::Ago { more_than: false, days: exact(of)? }),
        "this" => Period::parse(of).map(DayCheck::This),
        "last" => counted().map(|(count, period)| DayCheck::Last(count, period)),
        "next" => counted().map(|(count, period)| DayCheck::Next(count, period)),
        _ => None,
    }
}

fn one_of<T: FromStr + ToString>(word: &str, of: &str) -> Option<OneOf<T>> {
    let values = list(of)?;
    match word {
        "any" => Some(OneOf::AnyOf(values)),
        "none" => Some(OneOf::NoneOf(values)),
        "all" => Some(OneOf::AllOf(values)),
        _ => None,
    }
}

fn staff(word: &str, of: &str) -> Option<Check> {
    let ids: Vec<StaffId> = list(of)?;
    match word {
        "any" => Some(Check::Staff(StaffCheck::AnyOf(ids))),
        "none" => Some(Check::Staff(StaffCheck::NoneOf(ids))),
        _ => None,
    }
}

fn list<T: FromStr + ToString>(text: &str) -> Option<Vec<T>> {
    text.split(',').map(exact).collect()
}

/// A value that is written just as we write it: what means the same is spelled the same.
fn exact<T: FromStr + ToString>(text: &str) -> Option<T> {
    text.parse().ok().filter(|value: &T| value.to_string() == text)
}
