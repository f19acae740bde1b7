use std::collections::BTreeMap;

use kernel::{Currency, Day, Instant, Money, Text, normal};

/// One row of the file, read into the fields of its kind. Empty cells are not in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The number of the row as a spreadsheet counts: the header is row 1.
    pub number: i64,
    /// The values by the keys of the fields.
    pub values: BTreeMap<String, Value>,
    /// What a new record gets where the row says nothing.
    pub defaults: BTreeMap<String, Value>,
    /// Why it cannot become a record: required fields are empty.
    pub lacks: Option<Text>,
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
    /// The number of a record of ours.
    Number(i64),
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

impl Word {
    /// Whether both mean the same entry.
    pub fn is_same(&self, other: &Self) -> bool {
        self.id == other.id && normal::sort_key(&self.name) == normal::sort_key(&other.name)
    }
}

/// Several reasons against a row as one; `None` without any. None is said twice.
pub fn all_of(reasons: impl IntoIterator<Item = Text>) -> Option<Text> {
    let mut different: Vec<Text> = Vec::new();
    for reason in reasons {
        if !different.contains(&reason) {
            different.push(reason);
        }
    }
    different
        .into_iter()
        .reduce(|first, next| Text::new("import-refuse-both").with("first", first).with("next", next))
}

impl Row {
    /// The row as a record is made of it.
    #[must_use]
    pub fn completed(mut self) -> Self {
        for (key, value) in std::mem::take(&mut self.defaults) {
            self.values.entry(key).or_insert(value);
        }
        self
    }

    /// The number of a record of ours.
    pub fn number_of(&self, key: &str) -> Option<i64> {
        match self.values.get(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

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
