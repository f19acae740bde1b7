//! What the browser may ask about views. Each function is one operation of the store.
// The macro makes a type of each function's arguments; the function's own words serve both.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{RecordKind, Result, RoleId, Version, ViewId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Sharing, View, ViewDraft, Views};

/// The views of a kind of record that the person may open.
#[server(endpoint = "list_views", input = Json)]
pub async fn list_views(kind: RecordKind) -> Result<Views> {
    store::list(&Context::current()?, kind).await
}

/// Saves a new view, for oneself.
#[server(endpoint = "create_view", input = Json)]
pub async fn create_view(draft: ViewDraft) -> Result<View> {
    store::create(&Context::current()?, &draft).await
}

/// Changes a view: its name and what it shows.
#[server(endpoint = "update_view", input = Json)]
pub async fn update_view(id: ViewId, version: Version, draft: ViewDraft) -> Result<View> {
    store::update(&Context::current()?, id, version, &draft).await
}

/// Says whom a view is shared with, and for which roles it opens first.
#[server(endpoint = "share_view", input = Json)]
pub async fn share_view(
    kind: RecordKind,
    id: ViewId,
    version: Version,
    sharing: Sharing,
    default_roles: Vec<RoleId>,
) -> Result<View> {
    store::share(&Context::current()?, kind, id, version, &sharing, &default_roles).await
}

/// Keeps a view at hand or not, and lets it open first or not; for the person alone.
#[server(endpoint = "arrange_view", input = Json)]
pub async fn arrange_view(id: ViewId, is_pinned: bool, is_first: bool) -> Result<View> {
    store::arrange(&Context::current()?, id, is_pinned, is_first).await
}

/// Chooses the columns that lists of a kind of record have where no view says others; for the person alone.
#[server(endpoint = "choose_columns", input = Json)]
pub async fn choose_columns(kind: RecordKind, columns: Vec<String>) -> Result<()> {
    store::choose_columns(&Context::current()?, kind, &columns).await
}

/// Deletes a view.
#[server(endpoint = "delete_view", input = Json)]
pub async fn delete_view(id: ViewId) -> Result<()> {
    store::delete(&Context::current()?, id).await
}

/// Takes a deleted view back.
#[server(endpoint = "restore_view", input = Json)]
pub async fn restore_view(id: ViewId) -> Result<View> {
    store::restore(&Context::current()?, id).await
}
