//! Where keys, suspected pairs and merges are kept.

/// Keys of records that have none yet, and groups that were missed.
pub mod fill;
/// Histories that are read as one.
pub mod joined;
mod keys;
/// Records that may be about the same as another one.
pub mod matches;
pub mod merge;
/// Pairs that may be about the same.
pub mod pairs;
/// What was typed goes into a record that is there.
pub mod take;

pub use keys::{Marks, write_keys};

use fields::{FieldChange, Likeness};
use futures::future::BoxFuture;
use kernel::{Context, Instant, RecordKind, RecordRef, Result};

/// A kind of record that is compared with others: a feature leaves one in `Feature::parts` for each, and calls
/// [`write_keys`] in the one place where it writes them.
pub struct Compared {
    /// The kind.
    pub kind: RecordKind,
    /// Those of these records that the actor may see and that are in use: not in the bin, not become something else.
    pub known: fn(Context, Vec<i64>) -> BoxFuture<'static, Result<Vec<Known>>>,
    /// The values of changes in words, as the history has them: names for numbers.
    pub words: fn(Context, Vec<FieldChange>) -> BoxFuture<'static, Result<Vec<FieldChange>>>,
    /// The ids of records behind `after`, in their order, at most `limit`; for the house.
    pub ids: fn(Context, i64, i64) -> BoxFuture<'static, Result<Vec<i64>>>,
}

/// A record as it is compared.
#[derive(Clone, Debug)]
pub struct Known {
    /// Which one.
    pub record: RecordRef,
    /// What it is called.
    pub title: String,
    /// What tells it from others of its name.
    pub hint: String,
    /// Its page.
    pub path: String,
    /// When it was made.
    pub created_at: Instant,
    /// What tells it.
    pub likeness: Vec<Likeness>,
    /// Whether the actor may change it, and there is a way to do that whatever the kind of record.
    pub can_take: bool,
}

/// The kinds of records that are compared.
fn compared(cx: &Context) -> impl Iterator<Item = &Compared> {
    cx.foyer.parts::<Compared>()
}

/// Those of these records that the actor may see; none of a kind of which he sees nothing.
async fn known(cx: &Context, kind: RecordKind, ids: Vec<i64>) -> Result<Vec<Known>> {
    let part = compared(cx).find(|part| part.kind == kind);
    let Some(part) = part.filter(|_| !ids.is_empty()) else { return Ok(Vec::new()) };
    Ok(kernel::refusal((part.known)(cx.clone(), ids).await)?.unwrap_or_default())
}
