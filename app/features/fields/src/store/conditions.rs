//! From a filter to conditions on the table `l`.

use kernel::db::{Q, Val};
use kernel::{Context, Day, Error, Result};

use super::branch::Given;
use super::folding;
use super::index::{Sorting, sorting};
use super::{Column, Listing};
use crate::filter::{Reader, unread};
use crate::{Check, DayCheck, FieldType, Node, OneOf, OwnField, Span, StaffCheck, Test, TextCheck};

/// Who asks, of which list.
pub(super) struct Asking<'a> {
    pub cx: &'a Context,
    pub listing: &'a Listing,
    pub reader: Reader,
}

impl Asking<'_> {
    /// # Errors
    /// `Invalid` for a field that the actor does not see.
    pub fn node(&self, node: &Node) -> Result<Q> {
        let (nodes, word, none) = match node {
            Node::Test(test) => return self.test(test),
            Node::All(nodes) => (nodes, "and", "1 = 1"),
            Node::Any(nodes) => (nodes, "or", "1 = 0"),
        };
        let parts = nodes.iter().map(|node| self.node(node)).collect::<Result<Vec<_>>>()?;
        Ok(if parts.is_empty() { Q::new(none) } else { Q::new("(").append(Q::join(parts, word)).push(")") })
    }

    fn test(&self, test: &Test) -> Result<Q> {
        let unfit = || unread("fields-filter-unfit", &test.text());
        let field = match self.field(test)? {
            Given::Own(field) => field,
            Given::Added(field) => return field.condition(self, &test.check).ok_or_else(unfit),
        };
        match (field.column, &test.check) {
            (Column::None, _) => Err(unfit()),
            (Column::Asked(ask), check) => Ok(Q::new("(").append(ask(self.cx, check)?).push(")")),
            (Column::Among(own, select), check) => among_others(own, select, check).ok_or_else(unfit),
            (Column::Folded(_, folded), Check::Text(check)) => Ok(folding::folded(folded, check)),
            (Column::Money(minor, code), Check::Money(currency, span)) => {
                let q = within(field, minor, span);
                Ok(match currency {
                    None => q,
                    Some(currency) => {
                        Q::new("(").append(q).push("and").push(code).push("= ?)").bind(*currency)
                    }
                })
            }
            (
                Column::Plain(column) | Column::Folded(column, _) | Column::Money(column, _),
                Check::Empty(is_empty),
            ) => Ok(empty(field.kind, column, *is_empty)),
            (Column::Plain(column), check) => self.plain(field, column, check).ok_or_else(unfit),
            _ => Err(unfit()),
        }
    }

    /// The field of a test.
    ///
    /// # Errors
    /// `Invalid` if the actor does not see it.
    pub fn field(&self, test: &Test) -> Result<Given<'_>, Error> {
        let field = self.listing.field(&self.cx.actor, test.field.as_str());
        field.ok_or_else(|| unread("fields-filter-unknown", &test.text()))
    }

    fn plain(&self, field: &OwnField, column: &'static str, check: &Check) -> Option<Q> {
        let own = &Q::new(column);
        Some(match check {
            Check::Text(check) => folding::plain(own, check),
            Check::Number(span) => within(field, column, span),
            Check::Day(check) => days(column, self.reader.days(*check)),
            Check::Moment(check) => self.moments(field, column, *check),
            Check::Choice(OneOf::AnyOf(ids)) => among(own, ids),
            Check::Choice(OneOf::NoneOf(ids)) => not(own, among(own, ids)),
            Check::Word(OneOf::AnyOf(words)) => word_among(column, words),
            Check::Word(OneOf::NoneOf(words)) => not(own, word_among(column, words)),
            Check::Flag(true) => Q::new(column),
            Check::Flag(false) => Q::new("not").push(column),
            Check::Staff(StaffCheck::Me) => match self.reader.me {
                Some(me) => Q::new(column).push("= ?").bind(me),
                None => Q::new("1 = 0"),
            },
            Check::Staff(StaffCheck::AnyOf(ids)) => {
                among(own, &ids.iter().map(|id| id.0).collect::<Vec<_>>())
            }
            Check::Staff(StaffCheck::NoneOf(ids)) => {
                not(own, among(own, &ids.iter().map(|id| id.0).collect::<Vec<_>>()))
            }
            Check::Choice(OneOf::AllOf(_))
            | Check::Word(OneOf::AllOf(_))
            | Check::Choices(_)
            | Check::Money(..)
            | Check::Empty(_) => return None,
        })
    }

    fn moments(&self, field: &OwnField, column: &'static str, check: DayCheck) -> Q {
        within(field, column, &self.micros(check))
    }

    pub fn micros(&self, check: DayCheck) -> Span<i64> {
        let (from, before) = self.reader.moments(check);
        // Moments are whole microseconds.
        Span { from: from.map(|from| from.0), to: before.map(|before| before.0 - 1) }
    }

    /// What an index by itself tells of a test, no row being read: all that pass are among those, and mostly few others.
    ///
    /// # Errors
    /// As [`Asking::node`].
    pub fn found(&self, test: &Test) -> Result<Option<Q>> {
        let Given::Own(field) = self.field(test)? else { return Ok(None) };
        let by_order = |span: &Span<i64>| field.sort.map(|order| Q::join(ends(&Q::new(order), span), "and"));
        Ok(match (&test.check, field.column) {
            (Check::Number(span) | Check::Money(_, span), _) => by_order(span),
            (Check::Moment(days), _) => by_order(&self.micros(*days)),
            // Without a folded column no index knows the text.
            (Check::Text(_), Column::Plain(_) | Column::Asked(_)) => None,
            (Check::Text(TextCheck::Is(_) | TextCheck::Begins(_)), _)
            | (Check::Choice(OneOf::AnyOf(_)), _)
            | (Check::Word(OneOf::AnyOf(_)), _)
            | (Check::Staff(StaffCheck::Me | StaffCheck::AnyOf(_)), _)
            | (Check::Empty(true), _) => Some(self.test(test)?),
            _ => None,
        })
    }
}

/// Numbers from here to there. The list's order may be an index over another expression, which has a number where the
/// column has none: whatever lies within in the column lies within there as well, and the index can be used.
fn within(field: &OwnField, column: &'static str, span: &Span<i64>) -> Q {
    let order = field.sort.filter(|order| *order != column);
    let order = order.into_iter().flat_map(|order| ends(&Q::new(order), span));
    Q::new("(").append(Q::join(ends(&Q::new(column), span).into_iter().chain(order), "and")).push(")")
}

pub(super) fn ends<T: Clone + Into<Val>>(expression: &Q, span: &Span<T>) -> Vec<Q> {
    let end =
        |than: &'static str, end: &Option<T>| end.clone().map(|end| expression.clone().push(than).bind(end));
    end(">= ?", &span.from).into_iter().chain(end("<= ?", &span.to)).collect()
}

fn days(column: &'static str, span: Span<Day>) -> Q {
    let end = |day: Day, sqlite, postgres| Q::new(column).dialect(sqlite, postgres).bind(day.to_string());
    let from = span.from.map(|day| end(day, ">= ?", ">= cast(? as date)"));
    let to = span.to.map(|day| end(day, "<= ?", "<= cast(? as date)"));
    Q::new("(").append(Q::join(from.into_iter().chain(to), "and")).push(")")
}

pub(super) fn among(expression: &Q, ids: &[i64]) -> Q {
    match ids {
        [only] => expression.clone().push("= ?").bind(*only),
        ids => expression.clone().any_of("", ids.iter().copied()),
    }
}

/// What holds of options in a table of their own.
fn among_others(own: &'static str, select: &'static str, check: &Check) -> Option<Q> {
    let one_of = |ids: &[i64]| Q::new(own).push("in (").append(among(&Q::new(select), ids)).push(")");
    let no = |q: Q| Q::new("not (").append(q).push(")");
    let any = || Q::new(own).push("in (").push(select).push("is not null)");
    Some(match check {
        Check::Choices(OneOf::AnyOf(ids)) => one_of(ids),
        Check::Choices(OneOf::NoneOf(ids)) => no(one_of(ids)),
        Check::Choices(OneOf::AllOf(ids)) => {
            let each = ids.iter().map(|id| one_of(std::slice::from_ref(id)));
            Q::new("(").append(Q::join(each, "and")).push(")")
        }
        Check::Empty(true) => no(any()),
        Check::Empty(false) => any(),
        _ => return None,
    })
}

/// What selects the records that have one of these options, and the condition of being among them for a statement that
/// is to begin there: PostgreSQL would rather read the table.
pub(super) fn gathered(own: &'static str, ids: Q) -> Q {
    Q::new(own).dialect("in (", "= any(array(").append(ids).dialect(")", "))")
}

fn word_among(column: &'static str, words: &[String]) -> Q {
    let words = words.iter().map(|word| Q::new("?").bind(word));
    Q::new(column).push("in (").append(Q::join(words, ",")).push(")")
}

/// What is not so, or is nothing.
pub(super) fn not(expression: &Q, condition: Q) -> Q {
    Q::new("(").append(expression.clone()).push("is null or not (").append(condition).push("))")
}

fn empty(kind: FieldType, column: &'static str, is_empty: bool) -> Q {
    let is_text = sorting(kind) != Some(Sorting::Number);
    match (is_empty, is_text) {
        (true, false) => Q::new(column).push("is null"),
        (false, false) => Q::new(column).push("is not null"),
        (true, true) => Q::new("(").push(column).push("is null or").push(column).push("= '')"),
        (false, true) => Q::new("(").push(column).push("is not null and").push(column).push("<> '')"),
    }
}

/// What a test fixes: an index that begins with it is in order behind it.
pub(super) fn pins(test: &Test) -> Vec<String> {
    let key = test.field.to_string();
    match &test.check {
        Check::Word(OneOf::AnyOf(words)) if words.len() == 1 => vec![format!("{key}={}", words[0]), key],
        Check::Choice(OneOf::AnyOf(ids)) if ids.len() == 1 => vec![key],
        Check::Staff(StaffCheck::AnyOf(ids)) if ids.len() == 1 => vec![key],
        Check::Staff(StaffCheck::Me) | Check::Flag(true) | Check::Text(TextCheck::Is(_)) => vec![key],
        _ => Vec::new(),
    }
}
