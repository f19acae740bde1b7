//! What the browser may ask about duplicates. Each function is one operation of the store.
// The macro makes a type of each function's arguments; the function's own words serve both.
#![allow(missing_docs)]

use fields::Values;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, Page, RecordKind, RecordRef, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Comparison, DuplicateSetting, Match, MergeWish, Merged, PairLine};

/// The records that may be about the same as one with these values, but for the record that is being edited.
#[server(endpoint = "find_duplicates", input = Json)]
pub async fn find_duplicates(kind: RecordKind, values: Values, except: Option<i64>) -> Result<Vec<Match>> {
    store::matches::matches(&Context::current()?, kind, &values, except).await
}

/// Puts what was typed into a record that is there: into its empty fields.
#[server(endpoint = "fill_record", input = Json)]
pub async fn fill_record(record: RecordRef, values: Values) -> Result<()> {
    store::take::fill(&Context::current()?, record, &values).await
}

/// What counts as a sign that two records are about the same.
#[server(endpoint = "get_duplicate_setting", input = Json)]
pub async fn get_duplicate_setting() -> Result<DuplicateSetting> {
    kernel::setting::find(&Context::current()?).await
}

/// Changes what counts.
#[server(endpoint = "save_duplicate_setting", input = Json)]
pub async fn save_duplicate_setting(setting: DuplicateSetting) -> Result<()> {
    kernel::setting::save(&Context::current()?, &DuplicateSetting::of(setting.counted)).await
}

/// Pairs of records that may be about the same, the newest suspicion first.
#[server(endpoint = "list_pairs", input = Json)]
pub async fn list_pairs(kind: RecordKind, cursor: Option<Cursor>) -> Result<Page<PairLine>> {
    store::pairs::list(&Context::current()?, kind, cursor.as_ref()).await
}

/// Says that two records are not the same, or that they may be after all.
#[server(endpoint = "tell_apart", input = Json)]
pub async fn tell_apart(kind: RecordKind, one: i64, other: i64, apart: bool) -> Result<()> {
    store::pairs::tell_apart(&Context::current()?, kind, one, other, apart).await
}

/// Two records side by side.
#[server(endpoint = "compare_records", input = Json)]
pub async fn compare_records(kind: RecordKind, one: i64, other: i64) -> Result<Comparison> {
    store::merge::compare(&Context::current()?, kind, one, other).await
}

/// Merges two records; the older one stays.
#[server(endpoint = "merge_records", input = Json)]
pub async fn merge_records(kind: RecordKind, wish: MergeWish) -> Result<Merged> {
    store::merge::run(&Context::current()?, kind, &wish).await
}
