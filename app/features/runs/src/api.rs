//! What the browser may ask about runs.
#![allow(missing_docs, reason = "`#[server]` makes structs whose fields cannot be described")]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, Page, RecordKind, Result, RunId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Action, Preview, Run, Selection, Stayed};

/// Chooses the records of a run to come: from now on it is about these.
#[server(endpoint = "choose_run_records", input = Json)]
pub async fn choose_run_records(kind: RecordKind, selection: Selection) -> Result<Run> {
    store::freeze(&Context::current()?, kind, &selection).await
}

/// What would become of the first records.
#[server(endpoint = "preview_run", input = Json)]
pub async fn preview_run(id: RunId, action: Action) -> Result<Preview> {
    store::preview(&Context::current()?, id, &action).await
}

/// Begins it.
#[server(endpoint = "start_run", input = Json)]
pub async fn start_run(id: RunId, action: Action) -> Result<Run> {
    store::start(&Context::current()?, id, &action).await
}

/// How far it is.
#[server(endpoint = "show_run", input = Json)]
pub async fn show_run(id: RunId) -> Result<Run> {
    store::find(&Context::current()?, id).await
}

/// Stops it.
#[server(endpoint = "cancel_run", input = Json)]
pub async fn cancel_run(id: RunId) -> Result<Run> {
    store::cancel(&Context::current()?, id).await
}

/// Takes back what it did, as a run of its own.
#[server(endpoint = "undo_run", input = Json)]
pub async fn undo_run(id: RunId) -> Result<Run> {
    store::undo(&Context::current()?, id).await
}

/// The actor's runs, for administrators all, the newest first.
#[server(endpoint = "list_runs", input = Json)]
pub async fn list_runs(after: Option<Cursor>) -> Result<Page<Run>> {
    store::list(&Context::current()?, after.as_ref(), 30).await
}

/// The runs that are under way, for who began them.
#[server(endpoint = "list_open_runs", input = Json)]
pub async fn list_open_runs() -> Result<Vec<Run>> {
    store::open(&Context::current()?).await
}

/// The first records that it left, with the reasons.
#[server(endpoint = "list_run_stayed", input = Json)]
pub async fn list_run_stayed(id: RunId) -> Result<Vec<Stayed>> {
    store::stayed(&Context::current()?, id, 0, 50).await
}
