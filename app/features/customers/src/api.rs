//! What the browser may ask about customers.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, CustomerId, Page, Result, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Contact, Customer, CustomerDetails, CustomerRow, Person, Profile};

/// The customers that the person may see: by name, or, with words to search for, the newest first.
#[server(endpoint = "list_customers", input = Json)]
pub async fn list_customers(words: String, after: Option<Cursor>) -> Result<Page<CustomerRow>> {
    store::list(&Context::current()?, &words, after.as_ref(), None).await
}

/// A customer with its contacts and tags.
#[server(endpoint = "get_customer", input = Json)]
pub async fn get_customer(id: CustomerId) -> Result<CustomerDetails> {
    store::details(&Context::current()?, id).await
}

/// Makes a customer with its primary contact.
#[server(endpoint = "create_customer", input = Json)]
pub async fn create_customer(profile: Profile, contact: Person) -> Result<CustomerId> {
    let new = store::NewCustomer { profile, contact, ..store::NewCustomer::default() };
    store::create(&Context::current()?, &new).await
}

/// Changes the profile of a customer.
#[server(endpoint = "update_customer", input = Json)]
pub async fn update_customer(id: CustomerId, version: Version, profile: Profile) -> Result<Customer> {
    store::update(&Context::current()?, id, version, &profile).await
}

/// Deletes a customer.
#[server(endpoint = "delete_customer", input = Json)]
pub async fn delete_customer(id: CustomerId) -> Result<()> {
    store::delete(&Context::current()?, id).await
}

/// Takes a deleted customer back.
#[server(endpoint = "restore_customer", input = Json)]
pub async fn restore_customer(id: CustomerId) -> Result<()> {
    store::restore(&Context::current()?, id).await
}

/// Adds a contact to a customer.
#[server(endpoint = "add_contact", input = Json)]
pub async fn add_contact(customer: CustomerId, person: Person) -> Result<Contact> {
    store::add_contact(&Context::current()?, customer, &person).await
}
