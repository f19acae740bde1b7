use std::collections::HashMap;

use fields::Old;
use futures::future::BoxFuture;
use kernel::{Context, Error, RecordKind, Result};

/// A kind of record that can be taken out as a file. A feature leaves it in `Feature::parts`.
#[derive(Clone, Copy)]
pub struct Exporter {
    /// Which kind.
    pub kind: RecordKind,
    /// Its word in addresses: `leads`.
    pub word: &'static str,
    /// The key of what people call these records, in the plural.
    pub title: &'static str,
    /// Where they are looked at: `/leads`.
    pub home: &'static str,
    /// Its own fields that can be columns, in the order of files.
    pub columns: &'static [&'static str],
    /// What its addresses of old said.
    pub old: &'static [Old],
    /// What the entries of its fields are called, and its words.
    pub names: fn(Context) -> BoxFuture<'static, Result<Names>>,
}

/// What the values of fields are called, by the key of the field and the value: the number of an entry, or a word.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<&'static str, HashMap<String, String>>);

impl Names {
    /// The same with the names of a field's values.
    pub fn with(
        mut self,
        field: &'static str,
        names: impl IntoIterator<Item = (impl ToString, String)>,
    ) -> Self {
        self.0.insert(field, names.into_iter().map(|(value, name)| (value.to_string(), name)).collect());
        self
    }

    /// What a value is called.
    pub(crate) fn get(&self, field: &str, value: &str) -> Option<&str> {
        self.0.get(field)?.get(value).map(String::as_str)
    }
}

/// The kind of record of this word.
///
/// # Errors
/// `NotFound` if nobody takes out such records.
pub(crate) fn exporter(cx: &Context, word: &str) -> Result<Exporter> {
    cx.foyer.parts::<Exporter>().find(|exporter| exporter.word == word).copied().ok_or(Error::NotFound)
}
