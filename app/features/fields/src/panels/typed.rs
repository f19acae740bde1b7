use kernel::{Currency, Language};
use leptos::prelude::*;

use super::ask::{Ask, Control, Said};
use crate::{Catalogue, Field, FieldKey, Node, Test};

/// A row while it is typed. A copyable handle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Typed {
    /// The key of the field; none while it is not chosen.
    pub field: RwSignal<Vec<String>>,
    /// The word of the question.
    pub ask: RwSignal<String>,
    pub text: RwSignal<String>,
    pub to: RwSignal<String>,
    pub many: RwSignal<Vec<String>>,
    pub minor: RwSignal<Option<i64>>,
    pub to_minor: RwSignal<Option<i64>>,
    pub currency: RwSignal<String>,
    pub count: RwSignal<String>,
    pub period: RwSignal<String>,
    /// An amount that cannot be read.
    pub unreadable: RwSignal<bool>,
    pub to_unreadable: RwSignal<bool>,
    /// The key of what is wrong with it, since somebody wanted to see the result.
    pub error: RwSignal<Option<&'static str>>,
}

impl Typed {
    /// A row that says nothing yet; amounts are in this currency.
    pub fn new(currency: Currency) -> Self {
        Self {
            field: RwSignal::new(Vec::new()),
            ask: RwSignal::new(String::new()),
            text: RwSignal::new(String::new()),
            to: RwSignal::new(String::new()),
            many: RwSignal::new(Vec::new()),
            minor: RwSignal::new(None),
            to_minor: RwSignal::new(None),
            currency: RwSignal::new(currency.to_string()),
            count: RwSignal::new(String::new()),
            period: RwSignal::new(String::new()),
            unreadable: RwSignal::new(false),
            to_unreadable: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// A row that says this.
    pub fn of(test: &Test, currency: Currency) -> Self {
        let typed = Self::new(currency);
        let (ask, said) = Ask::read(&test.check);
        typed.field.set(vec![test.field.to_string()]);
        typed.ask.set(ask.code().to_owned());
        typed.fill(said, matches!(test.check, crate::Check::Money(..)));
        typed
    }

    fn fill(self, said: Said, is_money: bool) {
        self.text.set(said.text);
        self.to.set(said.to);
        self.many.set(said.many);
        self.minor.set(said.minor);
        self.to_minor.set(said.to_minor);
        self.count.set(said.count);
        self.period.set(said.period);
        self.unreadable.set(false);
        self.to_unreadable.set(false);
        // Whatever else is asked, the organisation's own currency is what an amount begins with.
        if is_money {
            self.currency.set(said.currency);
        }
    }

    /// The field that it is about, if one is chosen.
    pub fn about(self, catalogue: &Catalogue) -> Option<Field> {
        self.field.with(|key| catalogue.field(key.first()?).cloned())
    }

    /// The question, if one is chosen that fits its field.
    pub fn asks(self) -> Option<Ask> {
        self.ask.with(|code| Ask::parse(code))
    }

    /// Another field was chosen: it is asked the likeliest, and nothing is said yet.
    pub fn choose(self, catalogue: &Catalogue) {
        self.error.set(None);
        self.fill(Said::default(), false);
        let first = untrack(|| self.about(catalogue)).and_then(|field| Ask::of(&field).first().copied());
        self.ask.set(first.map(|ask| ask.code().to_owned()).unwrap_or_default());
        self.begin(catalogue);
    }

    /// Another question was chosen: numbers of days begin with something sensible.
    pub fn begin(self, catalogue: &Catalogue) {
        self.error.set(None);
        let Some(field) = untrack(|| self.about(catalogue)) else { return };
        let control = untrack(|| self.asks()).map(|ask| ask.control(field.kind));
        let count = match control {
            Some(Control::Count) => "30",
            Some(Control::Periods) => "1",
            _ => "",
        };
        if !count.is_empty() {
            self.count.set(count.to_owned());
        }
        if matches!(control, Some(Control::Period | Control::Periods)) {
            self.period.update(|period| {
                if period.is_empty() {
                    "month".clone_into(period);
                }
            });
        }
    }

    fn said(self) -> Said {
        Said {
            text: self.text.get(),
            to: self.to.get(),
            many: self.many.get(),
            minor: self.minor.get(),
            to_minor: self.to_minor.get(),
            currency: self.currency.get(),
            count: self.count.get(),
            period: self.period.get(),
        }
    }

    /// What it says; `None` while no field is chosen.
    ///
    /// # Errors
    /// The key of what is missing or cannot be read.
    pub fn node(self, catalogue: &Catalogue) -> Result<Option<Node>, &'static str> {
        let Some(field) = self.about(catalogue) else { return Ok(None) };
        let ask = self.asks().ok_or("error-required")?;
        let control = ask.control(field.kind);
        let is_amount = matches!(control, Control::Amount | Control::Amounts);
        if is_amount && (self.unreadable.get() || (control == Control::Amounts && self.to_unreadable.get())) {
            return Err("error-money");
        }
        let check = ask.check(field.kind, &self.said())?;
        let node = Node::test(FieldKey::from(field.key.as_str()), check);
        // What the catalogue would refuse is said where it stands.
        catalogue.filter("", node.clone()).map_err(|_| "fields-unfit")?;
        Ok(Some(node))
    }
}

/// How this language writes fractions.
pub(super) fn decimal_mark(language: Language) -> char {
    if language == Language::En { '.' } else { ',' }
}
