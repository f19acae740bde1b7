//! What the browser may ask about added fields.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

use kernel::{RecordKind, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::Target;
use crate::custom::CustomField;
#[cfg(not(target_arch = "wasm32"))]
use crate::store::definitions;

/// The added fields of a kind of record, in their order.
#[server(endpoint = "list_fields", input = Json)]
pub async fn list_fields(kind: RecordKind) -> Result<Vec<CustomField>> {
    definitions::of_kind(&kernel::Context::current()?, kind).await
}

/// Adds a field (id 0) or changes one.
#[server(endpoint = "save_field", input = Json)]
pub async fn save_field(field: CustomField) -> Result<CustomField> {
    definitions::save(&kernel::Context::current()?, &field).await
}

/// What the added fields of a kind of record can become when one is converted.
#[server(endpoint = "list_field_targets", input = Json)]
pub async fn list_field_targets(kind: RecordKind) -> Result<Vec<Target>> {
    definitions::targets(&kernel::Context::current()?, kind)
}

/// Puts the added fields of a kind of record into this order.
#[server(endpoint = "order_fields", input = Json)]
pub async fn order_fields(ids: Vec<i64>) -> Result<()> {
    definitions::order(&kernel::Context::current()?, &ids).await
}

/// Takes a field away; its values stay, unseen.
#[server(endpoint = "delete_field", input = Json)]
pub async fn delete_field(id: i64) -> Result<()> {
    definitions::delete(&kernel::Context::current()?, id).await
}

/// Takes a deleted field back, with its values.
#[server(endpoint = "restore_field", input = Json)]
pub async fn restore_field(id: i64) -> Result<()> {
    definitions::restore(&kernel::Context::current()?, id).await
}
