//! What the browser may ask about exports. Text files are fetched from `/export/{kind}`.
#![allow(missing_docs, reason = "`#[server]` makes structs whose fields cannot be described")]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{ExportId, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Export, ExportWish, Offer};

/// What can be exported of what somebody looks at.
#[server(endpoint = "prepare_export", input = Json)]
pub async fn prepare_export(wish: ExportWish) -> Result<Offer> {
    store::prepare(&Context::current()?, &wish).await
}

/// Begins a workbook.
#[server(endpoint = "start_export", input = Json)]
pub async fn start_export(wish: ExportWish) -> Result<Export> {
    store::start(&Context::current()?, &wish).await
}

/// How far an export is.
#[server(endpoint = "show_export", input = Json)]
pub async fn show_export(id: ExportId) -> Result<Export> {
    store::find(&Context::current()?, id).await
}
