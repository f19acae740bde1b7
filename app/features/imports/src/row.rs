use std::collections::BTreeMap;

use kernel::{Currency, Day, Instant, Money};

/// One row of the file, read into the fields of its kind. Empty cells are not in it; defaults are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The number of the row as a spreadsheet counts: the header is row 1.
    pub number: i64,
    /// The values by the keys of the fields.
    pub values: BTreeMap<String, Value>,
}

/// What a cell has become. Never empty, never with U+FFFD, never longer than its field allows.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, an e-mail address or a phone number, trimmed.
    Text(String),
    /// An amount.
    Money(Money),
    /// The code of a currency.
    Currency(Currency),
    /// A day.
    Day(Day),
    /// A moment.
    Moment(Instant),
    /// Yes or no.
    Flag(bool),
    /// Words of the field's dictionary: exactly one for a choice, one or more for tags, none twice.
    Words(Vec<Word>),
}

/// A word of a dictionary that a row names.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The entry; `None` in a dry run for one that the real run makes. When rows are created it is always there.
    pub id: Option<i64>,
    /// The entry's name.
    pub name: String,
}

impl Row {
    /// The text, e-mail address or phone number of a field.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.values.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The amount of a field.
    pub fn money(&self, key: &str) -> Option<Money> {
        match self.values.get(key)? {
            Value::Money(money) => Some(*money),
            _ => None,
        }
    }

    /// The day of a field.
    pub fn day(&self, key: &str) -> Option<Day> {
        match self.values.get(key)? {
            Value::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// The moment of a field.
    pub fn moment(&self, key: &str) -> Option<Instant> {
        match self.values.get(key)? {
            Value::Moment(at) => Some(*at),
            _ => None,
        }
    }

    /// The yes or no of a field.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.values.get(key)? {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The words of a field of tags.
    pub fn words(&self, key: &str) -> &[Word] {
        match self.values.get(key) {
            Some(Value::Words(words)) => words,
            _ => &[],
        }
    }

    /// The word of a choice.
    pub fn word(&self, key: &str) -> Option<&Word> {
        self.words(key).first()
    }

    /// The id of the word of a choice.
    pub fn id(&self, key: &str) -> Option<i64> {
        self.word(key)?.id
    }
}
