use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Day, Instant, Money};

/// A sentence that is not written yet: the key of a translation and what stands in its gaps.
///
/// Operations return texts, pages and mails render them in the reader's language with [`crate::Texts`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// The key in the `.ftl` files.
    pub key: Cow<'static, str>,
    /// The arguments by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// What can stand in the gap of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Words as they are, a name for example.
    Text(String),
    /// A count: it also chooses the plural form.
    Number(i64),
    /// An amount with its currency.
    Money(Money),
    /// A moment, shown with date and time in the organisation's time zone.
    Instant(Instant),
    /// A calendar day.
    Day(Day),
    /// Another text, a stage's kind for example.
    Nested(Box<Text>),
}

impl Text {
    /// The text of this key.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// The same text with `value` in the gap `name`.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }
}

impl From<&'static str> for Text {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

macro_rules! arg_from {
    ($($from:ty => $make:expr),+ $(,)?) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Self { ($make)(value) }
        }
    )+};
}

arg_from! {
    String => Arg::Text,
    &str => |v: &str| Arg::Text(v.into()),
    &String => |v: &String| Arg::Text(v.clone()),
    i64 => Arg::Number,
    i32 => |v| Arg::Number(i64::from(v)),
    u32 => |v| Arg::Number(i64::from(v)),
    usize => |v| Arg::Number(i64::try_from(v).unwrap_or(i64::MAX)),
    Money => Arg::Money,
    Instant => Arg::Instant,
    Day => Arg::Day,
    Text => |v| Arg::Nested(Box::new(v)),
}
