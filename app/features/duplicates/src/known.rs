use fields::{Alike, FieldKey};
use kernel::{Arg, Instant, RecordRef, Text, Version};
use serde::{Deserialize, Serialize};

/// A record that may be about the same as what somebody types in or looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema), schema(as = Duplicate))]
pub struct Match {
    /// Which one.
    pub record: RecordRef,
    /// What it is called.
    pub title: String,
    /// What tells it from others of its name: company, address, number.
    pub hint: String,
    /// Its page.
    pub path: String,
    /// What is the same, the weightiest first.
    pub reasons: Vec<Alike>,
    /// Whether what is typed can be put into it.
    pub can_take: bool,
}

/// What counts as a sign that two records are about the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuplicateSetting {
    /// The signs that count, the weightiest first. None: nobody is warned of anything.
    pub counted: Vec<Alike>,
}

impl DuplicateSetting {
    /// These signs, each once and the weightiest first.
    pub fn of(mut counted: Vec<Alike>) -> Self {
        counted.sort_unstable();
        counted.dedup();
        Self { counted }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl kernel::setting::Setting for DuplicateSetting {
    const KEY: &'static str = "duplicates";
}

impl Default for DuplicateSetting {
    fn default() -> Self {
        Self { counted: vec![Alike::Email, Alike::Phone] }
    }
}

/// What stands on the page of suspected pairs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairLine {
    /// Two records that may be about the same.
    Pair(Box<Pair>),
    /// Something that so many records have in common that it tells nothing: a switchboard's number.
    Common {
        /// What it is.
        by: Alike,
        /// Its value.
        value: String,
    },
}

/// Two records that may be about the same. The older one would stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The older one.
    pub one: Match,
    /// The other one.
    pub other: Match,
    /// When the suspicion arose.
    pub at: Instant,
    /// Whether the actor may merge them.
    pub can_merge: bool,
}

/// Two records side by side, before they are merged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The older one, which stays.
    pub survivor: Compare,
    /// The one that goes into it.
    pub other: Compare,
    /// The fields in which they differ, in the order of forms.
    pub fields: Vec<FieldPair>,
}

/// One of two records that are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compare {
    /// Which one.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Its version, so that nobody merges what has changed meanwhile.
    pub version: Version,
}

/// A field in which two records differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldPair {
    /// Its key.
    pub key: FieldKey,
    /// What it is called.
    pub label: Text,
    /// The value of the one that stays, if it has one.
    pub survivor: Option<Arg>,
    /// The value of the other one, if it has one.
    pub other: Option<Arg>,
    /// Whether the other one's is taken unless somebody chooses otherwise.
    pub takes_other: bool,
}

/// Which records are merged, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergeWish {
    /// One of them.
    pub one: i64,
    /// The other one; the older of the two stays, whichever is named first.
    pub other: i64,
    /// The fields that get the value of the one that goes; `None`: those that are empty in the one that stays.
    pub take: Option<Vec<FieldKey>>,
    /// The versions of which the person knows.
    pub seen: Vec<(i64, Version)>,
}

/// What became of two records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Merged {
    /// The one that is left.
    pub record: RecordRef,
    /// What it is called.
    pub title: String,
    /// The number of the event that takes the merge back.
    pub event: i64,
}
