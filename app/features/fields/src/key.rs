use std::borrow::{Borrow, Cow};

use serde::{Deserialize, Serialize};

/// The name of a field as programs know it: `owner_id` for one that a kind of record has by itself, `c12` for one that an
/// organisation added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldKey(Cow<'static, str>);

impl FieldKey {
    /// The key of a field that stands in the program.
    pub const fn own(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }

    /// The key of an added field: `c12`.
    pub fn custom(id: i64) -> Self {
        Self(Cow::Owned(format!("c{id}")))
    }

    /// The number of an added field, if this is the key of one.
    pub fn custom_id(&self) -> Option<i64> {
        let digits = self.0.strip_prefix('c')?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        digits.parse().ok().filter(|_| is_number)
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for FieldKey {
    fn from(key: String) -> Self {
        Self(Cow::Owned(key))
    }
}

impl From<&str> for FieldKey {
    fn from(key: &str) -> Self {
        Self(Cow::Owned(key.to_owned()))
    }
}

impl Borrow<str> for FieldKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for FieldKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
