//! What the browser may ask about imports. The file itself is posted to `/imports`.
#![allow(missing_docs, reason = "`#[server]` makes structs whose fields cannot be described")]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, ImportId, Page, Result, Text};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{DryRun, Import, Inspection, Options, RowNote};

/// A kind of record that the actor may bring in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportKind {
    /// The word for programs.
    pub kind: String,
    /// What people call these records.
    pub title: Text,
}

/// The kinds of records that the actor may bring in.
#[server(endpoint = "list_import_kinds", input = Json)]
pub async fn list_import_kinds() -> Result<Vec<ImportKind>> {
    store::kinds(&Context::current()?)
}

/// The actor's imports, for administrators all, the newest first.
#[server(endpoint = "list_imports", input = Json)]
pub async fn list_imports(after: Option<Cursor>) -> Result<Page<Import>> {
    store::list(&Context::current()?, after, 30).await
}

/// An import with its file, seen through the choices so far.
#[server(endpoint = "inspect_import", input = Json)]
pub async fn inspect_import(id: ImportId) -> Result<Inspection> {
    store::inspect(&Context::current()?, id).await
}

/// How far an import is.
#[server(endpoint = "show_import", input = Json)]
pub async fn show_import(id: ImportId) -> Result<Import> {
    store::find(&Context::current()?, id).await
}

/// Keeps choices and says what follows from them.
#[server(endpoint = "set_import_options", input = Json)]
pub async fn set_import_options(id: ImportId, options: Options) -> Result<Inspection> {
    store::set_options(&Context::current()?, id, options).await
}

/// Saves the choices of an import under a name, for oneself or for all who may import.
#[server(endpoint = "save_import_mapping", input = Json)]
pub async fn save_import_mapping(id: ImportId, name: String, is_shared: bool) -> Result<Inspection> {
    store::save_mapping(&Context::current()?, id, &name, is_shared).await
}

/// Makes the choices of an import as a saved mapping has them.
#[server(endpoint = "use_import_mapping", input = Json)]
pub async fn use_import_mapping(id: ImportId, mapping: i64) -> Result<Inspection> {
    store::use_mapping(&Context::current()?, id, mapping).await
}

/// Gives a saved mapping another name, and shares it or not.
#[server(endpoint = "rename_import_mapping", input = Json)]
pub async fn rename_import_mapping(mapping: i64, name: String, is_shared: bool) -> Result<()> {
    store::rename_mapping(&Context::current()?, mapping, &name, is_shared).await
}

/// Deletes a saved mapping.
#[server(endpoint = "delete_import_mapping", input = Json)]
pub async fn delete_import_mapping(mapping: i64) -> Result<()> {
    store::delete_mapping(&Context::current()?, mapping).await
}

/// What the run would do.
#[server(endpoint = "try_import", input = Json)]
pub async fn try_import(id: ImportId) -> Result<DryRun> {
    store::dry_run(&Context::current()?, id).await
}

/// Begins the run.
#[server(endpoint = "start_import", input = Json)]
pub async fn start_import(id: ImportId) -> Result<Import> {
    store::start(&Context::current()?, id).await
}

/// Stops the run.
#[server(endpoint = "cancel_import", input = Json)]
pub async fn cancel_import(id: ImportId) -> Result<Import> {
    store::cancel(&Context::current()?, id).await
}

/// Takes back what the import brought in.
#[server(endpoint = "undo_import", input = Json)]
pub async fn undo_import(id: ImportId) -> Result<Import> {
    store::undo(&Context::current()?, id).await
}

/// The first refused rows.
#[server(endpoint = "list_import_refusals", input = Json)]
pub async fn list_import_refusals(id: ImportId) -> Result<Vec<RowNote>> {
    let refusals = store::refusals(&Context::current()?, id, 0, 50).await?;
    let note = |refusal: store::Refusal| RowNote {
        row: refusal.row,
        cells: refusal.cells.into_iter().take(6).collect(),
        fate: crate::RowFate::Refused,
        reason: refusal.reason,
    };
    Ok(refusals.into_iter().map(note).collect())
}
