//! Whether a record that is in hand is one of those that are meant: the same answer as the database's.

use std::sync::Arc;

use kernel::{Context, Day, Instant, Organisation, StaffId, normal};

use super::{Check, DayCheck, Filter, Node, OneOf, Span, StaffCheck, Test, TextCheck};
use crate::{FieldType, Value, Values};

/// Who looks, and when: what *me* and *today* mean.
#[derive(Clone, Debug)]
pub struct Reader {
    pub(crate) me: Option<StaffId>,
    today: Day,
    organisation: Arc<Organisation>,
}

impl Reader {
    /// Who asks, at the moment of the request.
    pub fn of(cx: &Context) -> Self {
        let organisation = cx.organisation();
        Self { me: cx.staff_id(), today: organisation.zone.day(cx.now), organisation }
    }

    /// The days that are meant.
    pub(crate) fn days(&self, check: DayCheck) -> Span<Day> {
        check.span(self.today)
    }

    /// The moments of the days that are meant: from the first, and before the second.
    pub(crate) fn moments(&self, check: DayCheck) -> (Option<Instant>, Option<Instant>) {
        let days = self.days(check);
        let begins = |day: Day| self.organisation.zone.instant(day, 0);
        (days.from.map(begins), days.to.map(|day| begins(Day(day.0 + 1))))
    }
}

impl Filter {
    /// Whether all tests hold for a record with these values. The words that are searched for are not asked.
    pub fn holds(&self, reader: &Reader, values: &Values) -> bool {
        holds(&self.tests, reader, values)
    }
}

fn holds(node: &Node, reader: &Reader, values: &Values) -> bool {
    match node {
        Node::Test(test) => passes(test, reader, values),
        Node::All(nodes) => nodes.iter().all(|node| holds(node, reader, values)),
        Node::Any(nodes) => nodes.iter().any(|node| holds(node, reader, values)),
    }
}

fn passes(test: &Test, reader: &Reader, values: &Values) -> bool {
    let value = values.get(test.field.as_str()).filter(|value| !is_nothing(value));
    let added = value.and_then(|value| of_added(&test.check, value));
    match (&test.check, added.as_ref().or(value)) {
        (Check::Empty(is_empty), value) => value.is_none() == *is_empty,
        (Check::Text(TextCheck::IsNot(_)), None) => true,
        (Check::Text(check), Some(Value::Text(text))) => reads(check, text),
        (Check::Number(span), Some(Value::Number(number))) => span.holds(number),
        (Check::Money(currency, span), Some(Value::Money(money))) => {
            currency.is_none_or(|currency| currency == money.currency) && span.holds(&money.minor)
        }
        (Check::Day(days), Some(Value::Day(day))) => reader.days(*days).holds(day),
        (Check::Moment(days), Some(Value::Moment(at))) => {
            let (from, before) = reader.moments(*days);
            from.is_none_or(|from| *at >= from) && before.is_none_or(|before| *at < before)
        }
        (Check::Choice(ids), value) => among(ids, value, |value| matches!(value, Value::Id(_)), is_id),
        (Check::Choices(ids), value) => among(ids, value, |value| matches!(value, Value::Ids(_)), is_id),
        (Check::Word(words), value) => among(words, value, |value| matches!(value, Value::Text(_)), is_word),
        (Check::Flag(wanted), Some(Value::Flag(flag))) => wanted == flag,
        // A tick that was never set is none.
        (Check::Flag(false), None) => true,
        (Check::Staff(StaffCheck::Me), Some(Value::Id(id))) => reader.me.is_some_and(|me| me.0 == *id),
        (Check::Staff(StaffCheck::AnyOf(ids)), Some(Value::Id(id))) => ids.contains(&StaffId(*id)),
        (Check::Staff(StaffCheck::NoneOf(_)), None) => true,
        (Check::Staff(StaffCheck::NoneOf(ids)), Some(Value::Id(id))) => !ids.contains(&StaffId(*id)),
        _ => false,
    }
}

/// The value of an added field, as what is asked of it says that it is.
fn of_added(check: &Check, value: &Value) -> Option<Value> {
    let Value::Added(json) = value else { return None };
    let kind = match check {
        Check::Text(_) | Check::Word(_) => FieldType::Text,
        Check::Number(_) => FieldType::Number,
        Check::Money(..) => FieldType::Money,
        Check::Day(_) => FieldType::Day,
        Check::Moment(_) => FieldType::Moment,
        Check::Choice(_) => FieldType::Choice,
        Check::Choices(_) => FieldType::Choices,
        Check::Flag(_) => FieldType::Flag,
        Check::Staff(_) => FieldType::Staff,
        Check::Empty(_) => return None,
    };
    kind.read(json).ok().flatten()
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::Ids(ids) => ids.is_empty(),
        _ => false,
    }
}

fn among<T>(
    one_of: &OneOf<T>,
    value: Option<&Value>,
    fits: impl Fn(&Value) -> bool,
    is: impl Fn(&Value, &T) -> bool,
) -> bool {
    let Some(value) = value else { return matches!(one_of, OneOf::NoneOf(_)) };
    let has = |wanted: &T| is(value, wanted);
    fits(value)
        && match one_of {
            OneOf::AnyOf(wanted) => wanted.iter().any(has),
            OneOf::NoneOf(wanted) => !wanted.iter().any(has),
            OneOf::AllOf(wanted) => wanted.iter().all(has),
        }
}

fn is_id(value: &Value, wanted: &i64) -> bool {
    match value {
        Value::Id(id) => id == wanted,
        Value::Ids(ids) => ids.contains(wanted),
        _ => false,
    }
}

fn is_word(value: &Value, wanted: &String) -> bool {
    matches!(value, Value::Text(word) if word == wanted)
}

fn reads(check: &TextCheck, text: &str) -> bool {
    let (key, wanted) = (normal::sort_key(text), normal::sort_key(check.text()));
    match check {
        TextCheck::Is(_) => key == wanted,
        TextCheck::IsNot(_) => key != wanted,
        TextCheck::Begins(_) => key.starts_with(&wanted),
        TextCheck::Words(words) => {
            let begins =
                |word: &String| key.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
            normal::search_words(words).iter().all(begins)
        }
    }
}
