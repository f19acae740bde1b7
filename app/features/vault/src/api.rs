//! What the browser may ask about the vault of a record.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{RecordRef, Result, VaultEntryId, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Look, Opened, Vault, VaultDraft};

/// The entries of a record at which the person may look, without what is secret.
#[server(endpoint = "list_vault", input = Json)]
pub async fn list_vault(record: RecordRef) -> Result<Vault> {
    store::list(&Context::current()?, record).await
}

/// Opens an entry; that is written down.
#[server(endpoint = "look_vault_entry", input = Json)]
pub async fn look_vault_entry(record: RecordRef, id: VaultEntryId, look: Look) -> Result<Opened> {
    store::look(&Context::current()?, record, id, look).await
}

/// Adds an entry.
#[server(endpoint = "add_vault_entry", input = Json)]
pub async fn add_vault_entry(record: RecordRef, draft: VaultDraft) -> Result<VaultEntryId> {
    store::write::add(&Context::current()?, record, &draft).await
}

/// Changes an entry; an empty secret leaves the one that there is.
#[server(endpoint = "update_vault_entry", input = Json)]
pub async fn update_vault_entry(
    record: RecordRef,
    id: VaultEntryId,
    version: Version,
    draft: VaultDraft,
) -> Result<()> {
    store::write::update(&Context::current()?, record, id, version, &draft).await
}

/// Deletes an entry.
#[server(endpoint = "delete_vault_entry", input = Json)]
pub async fn delete_vault_entry(record: RecordRef, id: VaultEntryId) -> Result<()> {
    store::gone::delete(&Context::current()?, record, id).await
}

/// Takes a deleted entry back.
#[server(endpoint = "restore_vault_entry", input = Json)]
pub async fn restore_vault_entry(record: RecordRef, id: VaultEntryId) -> Result<()> {
    store::gone::restore(&Context::current()?, record, id).await
}
