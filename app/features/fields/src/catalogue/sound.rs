//! What makes a filter sound: fields that are seen, checks that fit them, and bounds that no database minds.

use kernel::Result;

use super::{Catalogue, Field};
use crate::filter::{MAX_DEPTH, MAX_TESTS, MAX_TEXT, MAX_VALUES, unread};
use crate::{Check, FieldType, Node, OneOf, Span, StaffCheck, Test, TextCheck};

/// The same tests as an outer group of all.
pub(super) fn plain(node: Node) -> Node {
    match simple(node) {
        Node::All(nodes) => Node::All(nodes),
        single => Node::All(vec![single]),
    }
}

/// Groups of one are what is in them; groups in groups of their own sort are one group; texts lose what stands around
/// them.
fn simple(node: Node) -> Node {
    let (nodes, group): (_, fn(Vec<Node>) -> Node) = match node {
        Node::Test(test) => return Node::Test(trimmed(test)),
        Node::All(nodes) => (nodes, Node::All),
        Node::Any(nodes) => (nodes, Node::Any),
    };
    let is_all = matches!(group(Vec::new()), Node::All(_));
    let mut flat = Vec::with_capacity(nodes.len());
    for node in nodes {
        match simple(node) {
            Node::All(inner) if is_all && !inner.is_empty() => flat.extend(inner),
            Node::Any(inner) if !is_all && !inner.is_empty() => flat.extend(inner),
            node => flat.push(node),
        }
    }
    if flat.len() == 1 { flat.remove(0) } else { group(flat) }
}

fn trimmed(mut test: Test) -> Test {
    if let Check::Text(
        TextCheck::Is(text) | TextCheck::IsNot(text) | TextCheck::Begins(text) | TextCheck::Words(text),
    ) = &mut test.check
    {
        *text = text.trim().to_owned();
    }
    test
}

/// # Errors
/// The first thing that is too much, unknown or does not fit.
pub(super) fn check(catalogue: &Catalogue, tests: &Node) -> Result<()> {
    if depth(tests) > MAX_DEPTH {
        return Err(unread("fields-filter-deep", ""));
    }
    if tests.each().count() > MAX_TESTS {
        return Err(unread("fields-filter-many", ""));
    }
    let Node::All(outer) = tests else { return Ok(()) };
    if let Some(empty) = outer.iter().find(|node| has_empty_group(node)) {
        return Err(unread("fields-filter-unread", &empty.text()));
    }
    tests.each().try_for_each(|test| fits(catalogue, test))
}

fn depth(node: &Node) -> usize {
    match node {
        Node::Test(_) => 0,
        Node::All(nodes) | Node::Any(nodes) => 1 + nodes.iter().map(depth).max().unwrap_or(0),
    }
}

fn has_empty_group(node: &Node) -> bool {
    match node {
        Node::Test(_) => false,
        Node::All(nodes) | Node::Any(nodes) => nodes.is_empty() || nodes.iter().any(has_empty_group),
    }
}

fn fits(catalogue: &Catalogue, test: &Test) -> Result<()> {
    let field = catalogue.field(test.field.as_str()).filter(|field| field.is_tested);
    let field = field.ok_or_else(|| unread("fields-filter-unknown", &test.text()))?;
    let is_fit = match &test.check {
        Check::Text(check) => is_text(field.kind) && is_comparable(check),
        Check::Number(span) => field.kind == FieldType::Number && is_bounded(span),
        Check::Money(_, span) => field.kind == FieldType::Money && is_bounded(span),
        Check::Day(days) => field.kind == FieldType::Day && days.is_sound(),
        Check::Moment(days) => field.kind == FieldType::Moment && days.is_sound(),
        Check::Choice(ids) => field.kind == FieldType::Choice && is_single(ids) && is_list(ids.values()),
        Check::Choices(ids) => field.kind == FieldType::Choices && is_list(ids.values()),
        Check::Word(words) => {
            field.kind == FieldType::Word
                && is_single(words)
                && is_list(words.values())
                && knows(field, words)
        }
        Check::Flag(_) => field.kind == FieldType::Flag,
        Check::Staff(StaffCheck::Me) => field.kind == FieldType::Staff,
        Check::Staff(StaffCheck::AnyOf(ids) | StaffCheck::NoneOf(ids)) => {
            field.kind == FieldType::Staff && is_list(ids)
        }
        Check::Empty(_) => field.kind != FieldType::Flag,
    };
    if is_fit { Ok(()) } else { Err(unread("fields-filter-unfit", &test.text())) }
}

/// Texts of all kinds are compared alike.
fn is_text(kind: FieldType) -> bool {
    matches!(
        kind,
        FieldType::Text
            | FieldType::LongText
            | FieldType::Link
            | FieldType::Email
            | FieldType::Phone
            | FieldType::Country
    )
}

/// Something is left to compare with when capitals, accents and what is not seen are gone. Words are letters and digits.
fn is_comparable(check: &TextCheck) -> bool {
    let text = check.text();
    text.chars().count() <= MAX_TEXT
        && !text.chars().any(char::is_control)
        && text.chars().any(|letter| match check {
            TextCheck::Words(_) => letter.is_alphanumeric(),
            _ => letter.is_ascii_graphic() || letter.is_alphanumeric(),
        })
}

fn is_bounded(span: &Span<i64>) -> bool {
    span.from.is_some() || span.to.is_some()
}

fn is_single<T>(one_of: &OneOf<T>) -> bool {
    !matches!(one_of, OneOf::AllOf(_))
}

fn is_list<T>(values: &[T]) -> bool {
    (1..=MAX_VALUES).contains(&values.len())
}

/// Whether the field can hold these words. Where the kind does not list them, they look like words of a program, or are the
/// letter of a directory in any alphabet.
fn knows(field: &Field, words: &OneOf<String>) -> bool {
    let is_plain = |word: &String| {
        !word.is_empty()
            && word.len() <= 40
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '#'))
    };
    words.values().iter().all(|word| {
        is_plain(word) && (field.words.is_empty() || field.words.iter().any(|known| known == word))
    })
}
