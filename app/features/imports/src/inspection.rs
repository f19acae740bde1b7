use serde::{Deserialize, Serialize};

use kernel::Text;

use crate::{DateOrder, FieldInfo, Import, Options, SavedMapping, Source};

/// All that the page of an import shows while choices are being made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// The import.
    pub import: Import,
    /// The choices so far.
    pub options: Options,
    /// What people call the records.
    pub title: Text,
    /// Where they are looked at afterwards.
    pub home: String,
    /// Whether rows may change records that are there.
    pub can_update: bool,
    /// Whether the records that rows mean go to the bin.
    #[serde(default)]
    pub deletes: bool,
    /// By what a row and a record can be known to mean the same: code, name, and whether it counts unless chosen
    /// otherwise.
    pub tells: Vec<(String, Text, bool)>,
    /// What the file is, and so what can be chosen about it.
    pub source: Source,
    /// The fields that columns can go into, in the order of the page.
    pub fields: Vec<FieldInfo>,
    /// The columns of the file.
    pub columns: Vec<Column>,
    /// The first rows, at most 20.
    pub sample: Vec<Vec<String>>,
    /// Why the file cannot be read in this format.
    pub problem: Option<Text>,
    /// The dictionaries of the fields of choices and tags.
    pub dictionaries: Vec<DictionaryInfo>,
    /// Words of the file that no dictionary has, by field, the most frequent first; at most 300.
    pub unknown: Vec<UnknownWord>,
    /// There are dates with two meanings.
    pub dates: Option<DateQuestion>,
    /// The keys of the required fields that nothing goes into.
    pub missing: Vec<String>,
    /// Saved mappings that the person may use, those first that were made for such a file.
    pub mappings: Vec<SavedMapping>,
}

impl Inspection {
    /// Whether nothing is left to decide that a run needs.
    pub fn is_complete(&self) -> bool {
        self.problem.is_none()
            && self.missing.is_empty()
            && (self.dates.is_none() || self.options.date_order.is_some())
    }
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its header; `None` without one.
    pub name: Option<String>,
    /// Its first cells that are not empty, at most 3.
    pub samples: Vec<String>,
}

/// The words that a field knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DictionaryInfo {
    /// The field's key.
    pub field: String,
    /// Ids and names, in the order in which people see them.
    pub entries: Vec<(i64, String)>,
    /// The actor may add entries.
    pub may_create: bool,
    /// Unknown words are added unless decided otherwise.
    pub is_free: bool,
}

/// A word of the file that no dictionary has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnknownWord {
    /// The field.
    pub field: String,
    /// The word as it stands in the file first.
    pub word: String,
    /// In how many rows.
    pub rows: i64,
}

/// Dates that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateQuestion {
    /// Some of them, as they stand in the file.
    pub samples: Vec<String>,
    /// What other dates of the file show, if they agree.
    pub shown: Option<DateOrder>,
}
