//! Conditions in the reader's words: "Value at least €5,000", "Owner: me".

use kernel::{Arg, Currency, Money, StaffId, Texts, Zone};

use super::vocabulary::Vocabulary;
use crate::{Check, DayCheck, FieldKey, Node, OneOf, Period, Span, StaffCheck, Test, TextCheck, decimal};

/// Says conditions.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The reader's language.
    pub texts: &'a Texts,
    /// The organisation's time zone.
    pub zone: &'a Zone,
    /// How fields and choices are called.
    pub words: &'a Vocabulary,
}

impl Wording<'_> {
    /// How a field is called.
    pub fn field(&self, key: &FieldKey) -> String {
        match self.words.names.get(key.as_str()) {
            Some(name) => name.clone(),
            None => self.text(&format!("field-{key}"), &[]),
        }
    }

    /// A condition, or several as one.
    pub fn say(&self, node: &Node) -> String {
        self.within(node, false)
    }

    /// A group within others stands in brackets.
    fn within(&self, node: &Node, is_inner: bool) -> String {
        let (nodes, key) = match node {
            Node::Test(test) => return self.test(test),
            Node::All(nodes) => (nodes, "fields-said-and"),
            Node::Any(nodes) => (nodes, "fields-said-or"),
        };
        let said = nodes.iter().map(|node| self.within(node, true));
        let joined = said.reduce(|left, right| self.pair(key, left, right)).unwrap_or_default();
        if is_inner && nodes.len() > 1 { format!("({joined})") } else { joined }
    }

    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.text(key, args, self.zone)
    }

    fn pair(&self, key: &str, left: String, right: String) -> String {
        self.text(key, &[("left", left.into()), ("right", right.into())])
    }

    /// "a, b or c"
    fn list(&self, values: Vec<String>, last: &str) -> String {
        let mut values = values;
        let end = values.pop().unwrap_or_default();
        let begin = values.into_iter().reduce(|left, right| self.pair("fields-said-list", left, right));
        match begin {
            Some(begin) => self.pair(last, begin, end),
            None => end,
        }
    }

    fn test(&self, test: &Test) -> String {
        let field = self.field(&test.field);
        let valued = |key: &str, value: String| {
            self.text(key, &[("field", field.as_str().into()), ("value", value.into())])
        };
        let (key, value) = match &test.check {
            Check::Text(TextCheck::Is(text)) => ("fields-said-is", text.clone()),
            Check::Text(TextCheck::IsNot(text)) => ("fields-said-not", text.clone()),
            Check::Text(TextCheck::Begins(text)) => ("fields-said-begins", text.clone()),
            Check::Text(TextCheck::Words(text)) => ("fields-said-words", text.clone()),
            Check::Number(span) => return self.span(&field, span, false, |number| self.number(number)),
            Check::Money(currency, span) => {
                return self.span(&field, span, false, |minor| self.amount(minor, *currency));
            }
            Check::Day(days) | Check::Moment(days) => return self.days(&field, *days),
            Check::Choice(ids) | Check::Choices(ids) => self.one_of(&test.field, ids),
            Check::Word(words) => self.one_of(&test.field, words),
            Check::Flag(true) => ("fields-said-is", self.text("fields-said-yes", &[])),
            Check::Flag(false) => ("fields-said-is", self.text("fields-said-no", &[])),
            Check::Staff(StaffCheck::Me) => ("fields-said-is", self.text("fields-said-me", &[])),
            Check::Staff(StaffCheck::AnyOf(ids)) => {
                ("fields-said-is", self.list(self.people(ids), "fields-said-or"))
            }
            Check::Staff(StaffCheck::NoneOf(ids)) => {
                ("fields-said-not", self.list(self.people(ids), "fields-said-or"))
            }
            Check::Empty(true) => return self.text("fields-said-empty", &[("field", field.into())]),
            Check::Empty(false) => return self.text("fields-said-filled", &[("field", field.into())]),
        };
        valued(key, value)
    }

    fn one_of<T: ToString>(&self, field: &FieldKey, one_of: &OneOf<T>) -> (&'static str, String) {
        let values = one_of.values().iter().map(|value| self.choice(field, &value.to_string())).collect();
        match one_of {
            OneOf::AnyOf(_) => ("fields-said-is", self.list(values, "fields-said-or")),
            OneOf::NoneOf(_) => ("fields-said-not", self.list(values, "fields-said-or")),
            OneOf::AllOf(_) => ("fields-said-is", self.list(values, "fields-said-and")),
        }
    }

    /// How a choice is called; one that is there no longer has its number.
    fn choice(&self, field: &FieldKey, value: &str) -> String {
        let known = self.words.choices(field.as_str()).iter().find(|choice| choice.value == value);
        known.map_or_else(|| self.gone(value), |choice| choice.label.clone())
    }

    fn people(&self, ids: &[StaffId]) -> Vec<String> {
        let name = |id: &StaffId| {
            let known = self.words.staff.iter().find(|person| person.id == *id);
            known.map_or_else(|| self.gone(&id.to_string()), |person| person.name.clone())
        };
        ids.iter().map(name).collect()
    }

    fn gone(&self, value: &str) -> String {
        self.text("fields-said-gone", &[("value", value.into())])
    }

    fn number(&self, millionths: i64) -> String {
        let plain = decimal(millionths);
        match plain.parse::<i64>() {
            Ok(whole) => self.texts.number(whole),
            // A number with decimals is written as it was typed.
            Err(_) => plain,
        }
    }

    fn amount(&self, minor: i64, currency: Option<Currency>) -> String {
        match currency {
            Some(currency) => self.texts.money(Money::new(minor, currency)),
            // Minor units are compared whatever the currency; two decimals are what nearly all have.
            None => Money::new(minor, Currency::EUR).decimal(),
        }
    }

    fn span<T: Copy + PartialEq>(
        &self,
        field: &str,
        span: &Span<T>,
        is_days: bool,
        value: impl Fn(T) -> String,
    ) -> String {
        let field = ("field", Arg::from(field));
        let one = |key: &str, end: T| self.text(key, &[field.clone(), ("value", value(end).into())]);
        match (span.from, span.to) {
            (Some(from), Some(to)) if from == to => one("fields-said-is", from),
            (Some(from), Some(to)) => {
                let ends = [field.clone(), ("from", value(from).into()), ("to", value(to).into())];
                self.text("fields-said-between", &ends)
            }
            (Some(from), None) if is_days => one("fields-said-since", from),
            (Some(from), None) => one("fields-said-least", from),
            (None, Some(to)) if is_days => one("fields-said-until", to),
            (None, Some(to)) => one("fields-said-most", to),
            (None, None) => String::new(),
        }
    }

    fn days(&self, field: &str, check: DayCheck) -> String {
        let count = |count: u16| [("count", Arg::from(i64::from(count)))];
        let value = match check {
            DayCheck::On(day) => self.texts.day(day),
            DayCheck::Span(span) => return self.span(field, &span, true, |day| self.texts.day(day)),
            DayCheck::Ago { more_than: true, days } => self.text("fields-said-over", &count(days)),
            DayCheck::Ago { more_than: false, days: 0 } => self.text(this(Period::Day), &[]),
            DayCheck::Ago { more_than: false, days } => self.text("fields-said-within", &count(days)),
            DayCheck::This(period) => self.text(this(period), &[]),
            DayCheck::Last(so_many, period) => self.text(last(period), &count(so_many)),
            DayCheck::Next(so_many, period) => self.text(next(period), &count(so_many)),
        };
        self.text("fields-said-is", &[("field", field.into()), ("value", value.into())])
    }
}

/// The key of "this week".
pub(super) fn this(period: Period) -> &'static str {
    match period {
        Period::Day => "fields-this-day",
        Period::Week => "fields-this-week",
        Period::Month => "fields-this-month",
        Period::Quarter => "fields-this-quarter",
        Period::Year => "fields-this-year",
    }
}

fn last(period: Period) -> &'static str {
    match period {
        Period::Day => "fields-last-day",
        Period::Week => "fields-last-week",
        Period::Month => "fields-last-month",
        Period::Quarter => "fields-last-quarter",
        Period::Year => "fields-last-year",
    }
}

fn next(period: Period) -> &'static str {
    match period {
        Period::Day => "fields-next-day",
        Period::Week => "fields-next-week",
        Period::Month => "fields-next-month",
        Period::Quarter => "fields-next-quarter",
        Period::Year => "fields-next-year",
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::panels::Offered;
    use kernel::Language;

    fn says(language: Language, node: Node) -> String {
        let own = crate::TEXTS.iter().find(|(known, _)| *known == language).unwrap().1;
        let kernel = kernel::TEXTS.iter().find(|(known, _)| *known == language).unwrap().1;
        let leads = "field-value = Value\nfield-owner_id = Owner\nfield-created_at = Created\n";
        let texts = Texts::new(language, [kernel, own, leads]);
        let stages = [Offered::new(1, "New"), Offered::new(2, "Offer"), Offered::new(3, "Won")];
        let mut words = Vocabulary::default().with("stage_id", stages);
        words.names.insert("stage_id".into(), "Stage".into());
        Wording { texts: &texts, zone: &Zone::utc(), words: &words }.say(&node)
    }

    fn english(node: Node) -> String {
        says(Language::En, node)
    }

    fn value(from: Option<i64>, to: Option<i64>) -> Node {
        Node::test("value", Check::Money(Some(Currency::EUR), Span { from, to }))
    }

    #[test]
    fn a_condition_reads_as_people_say_it() {
        assert_eq!(english(value(Some(500_000), None)), "Value at least €5,000.00");
        assert_eq!(english(value(Some(100), Some(200))), "Value between €1.00 and €2.00");
        assert_eq!(english(Node::test("owner_id", Check::Staff(StaffCheck::Me))), "Owner: me");
        let stage = |ids: &[i64]| Node::test("stage_id", Check::Choice(OneOf::AnyOf(ids.to_vec())));
        assert_eq!(english(stage(&[1])), "Stage: New");
        assert_eq!(english(stage(&[1, 2, 3])), "Stage: New, Offer or Won");
        assert_eq!(english(stage(&[9])), "Stage: 9 (gone)");
        let created = |check| Node::test("created_at", Check::Moment(check));
        assert_eq!(english(created(DayCheck::This(Period::Month))), "Created: this month");
        assert_eq!(english(created(DayCheck::Last(1, Period::Month))), "Created: last month");
        assert_eq!(english(created(DayCheck::Last(3, Period::Month))), "Created: the last 3 months");
        let within = DayCheck::Ago { more_than: false, days: 30 };
        assert_eq!(english(created(within)), "Created: in the last 30 days");
        let since = DayCheck::Span(Span { from: "2026-11-01".parse().ok(), to: None });
        assert_eq!(english(created(since)), "Created on 1 Nov 2026 or later");
    }

    #[test]
    fn groups_are_joined_and_stand_in_brackets_within_others() {
        let mine = Node::test("owner_id", Check::Staff(StaffCheck::Me));
        let any = Node::Any(vec![value(Some(100), None), mine.clone()]);
        assert_eq!(english(any.clone()), "Value at least €1.00 or Owner: me");
        assert_eq!(english(Node::All(vec![mine, any])), "Owner: me and (Value at least €1.00 or Owner: me)");
    }

    #[test]
    fn every_language_says_something_of_its_own() {
        let node = || Node::test("created_at", Check::Moment(DayCheck::Last(3, Period::Week)));
        let said: std::collections::BTreeSet<_> =
            Language::ALL.into_iter().map(|language| says(language, node())).collect();
        assert_eq!(said.len(), Language::ALL.len(), "{said:?}");
        assert!(said.iter().all(|said| !said.contains("fields-")), "{said:?}");
    }
}
