//! What the browser may ask about legal entities. Each function is one operation of the store.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

use fields::Edit;
#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{CustomerId, LegalEntityId, OwnEntityId, Result, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Company, CustomerEntities, Entity, OwnEntity, Profile};

/// The legal entities of a customer.
#[server(endpoint = "list_entities", input = Json)]
pub async fn list_entities(customer: CustomerId) -> Result<CustomerEntities> {
    store::list(&Context::current()?, customer).await
}

/// A legal entity of a customer.
#[server(endpoint = "get_entity", input = Json)]
pub async fn get_entity(id: LegalEntityId) -> Result<Entity> {
    store::find(&Context::current()?, id).await
}

/// Adds a legal entity to a customer.
#[server(endpoint = "add_entity", input = Json)]
pub async fn add_entity(customer: CustomerId, profile: Profile) -> Result<Entity> {
    store::add(&Context::current()?, customer, &profile).await
}

/// Changes fields that the person saw. Others may have changed other fields; the same one with another value is a
/// conflict that tells who and when.
#[server(endpoint = "edit_entity", input = Json)]
pub async fn edit_entity(id: LegalEntityId, edit: Edit) -> Result<Entity> {
    store::edit(&Context::current()?, id, &edit).await
}

/// Removes a legal entity.
#[server(endpoint = "delete_entity", input = Json)]
pub async fn delete_entity(id: LegalEntityId) -> Result<()> {
    store::delete(&Context::current()?, id, None).await
}

/// Takes a removed legal entity back.
#[server(endpoint = "restore_entity", input = Json)]
pub async fn restore_entity(id: LegalEntityId) -> Result<()> {
    store::restore(&Context::current()?, id).await
}

/// The organisation's own legal entities.
#[server(endpoint = "list_own_entities", input = Json)]
pub async fn list_own_entities() -> Result<Vec<OwnEntity>> {
    store::own::list(&Context::current()?).await
}

/// Adds one of the organisation's own.
#[server(endpoint = "add_own_entity", input = Json)]
pub async fn add_own_entity(company: Company) -> Result<OwnEntity> {
    store::own::add(&Context::current()?, &company).await
}

/// Changes one of the organisation's own, of which this version was seen.
#[server(endpoint = "update_own_entity", input = Json)]
pub async fn update_own_entity(id: OwnEntityId, version: Version, company: Company) -> Result<OwnEntity> {
    store::own::update(&Context::current()?, id, version, &company).await
}

/// Has one of the organisation's own bill those of whom nothing else is said.
#[server(endpoint = "make_own_entity_default", input = Json)]
pub async fn make_own_entity_default(id: OwnEntityId) -> Result<OwnEntity> {
    store::own::make_default(&Context::current()?, id).await
}

/// Has one of the organisation's own offered no more, or offered again.
#[server(endpoint = "archive_own_entity", input = Json)]
pub async fn archive_own_entity(id: OwnEntityId, archived: bool) -> Result<OwnEntity> {
    store::own::archive(&Context::current()?, id, archived).await
}
