//! What the browser may ask about products.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, Page, ProductId, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Product, Profile};

/// The products with these words, by name: those that are offered, or all.
#[server(endpoint = "list_products", input = Json)]
pub async fn list_products(words: String, all: bool, after: Option<Cursor>) -> Result<Page<Product>> {
    store::list(&Context::current()?, &words, all, after.as_ref(), None).await
}

/// A product.
#[server(endpoint = "get_product", input = Json)]
pub async fn get_product(id: ProductId) -> Result<Product> {
    store::find(&Context::current()?, id).await
}

/// Puts a product into the catalogue.
#[server(endpoint = "create_product", input = Json)]
pub async fn create_product(profile: Profile) -> Result<Product> {
    store::create(&Context::current()?, &profile).await
}

/// Changes the fields in which `profile` differs from what the person saw.
#[server(endpoint = "update_product", input = Json)]
pub async fn update_product(id: ProductId, seen: Profile, profile: Profile) -> Result<Product> {
    store::update(&Context::current()?, id, &seen, &profile).await
}

/// Puts a product into the bin.
#[server(endpoint = "delete_product", input = Json)]
pub async fn delete_product(id: ProductId) -> Result<()> {
    store::delete(&Context::current()?, id).await
}

/// Takes a product out of the bin.
#[server(endpoint = "restore_product", input = Json)]
pub async fn restore_product(id: ProductId) -> Result<()> {
    store::restore(&Context::current()?, id).await
}
