//! What the browser may ask about personal accounts.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{AccountId, Cursor, CustomerId, Money, Page, PostingId, Result, ServiceId, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{
    Account, AccountDetails, AccountLine, Profile, Service, ServiceDraft, Statement, StatementQuery,
};

/// The accounts of a customer with their balances, in the order in which they were opened.
#[server(endpoint = "list_accounts", input = Json)]
pub async fn list_accounts(customer: CustomerId, after: Option<Cursor>) -> Result<Page<AccountLine>> {
    store::list(&Context::current()?, customer, after.as_ref(), None).await
}

/// An account with its services and its balance.
#[server(endpoint = "get_account", input = Json)]
pub async fn get_account(id: AccountId) -> Result<AccountDetails> {
    store::details(&Context::current()?, id).await
}

/// Opens an account.
#[server(endpoint = "create_account", input = Json)]
pub async fn create_account(customer: CustomerId, profile: Profile) -> Result<Account> {
    store::create(&Context::current()?, customer, &profile).await
}

/// Changes the fields in which `profile` differs from what the person saw.
#[server(endpoint = "update_account", input = Json)]
pub async fn update_account(id: AccountId, seen: Profile, profile: Profile) -> Result<Account> {
    store::update(&Context::current()?, id, &seen, &profile).await
}

/// Puts an account without postings into the bin.
#[server(endpoint = "delete_account", input = Json)]
pub async fn delete_account(id: AccountId, version: Version) -> Result<()> {
    store::delete(&Context::current()?, id, version).await
}

/// Takes an account out of the bin.
#[server(endpoint = "restore_account", input = Json)]
pub async fn restore_account(id: AccountId) -> Result<()> {
    store::restore(&Context::current()?, id).await
}

/// Adds something that the account is charged for.
#[server(endpoint = "add_account_service", input = Json)]
pub async fn add_account_service(account: AccountId, draft: ServiceDraft) -> Result<Service> {
    store::services::add(&Context::current()?, account, &draft).await
}

/// Changes a service; what was charged stays as it was charged.
#[server(endpoint = "update_account_service", input = Json)]
pub async fn update_account_service(
    account: AccountId,
    id: ServiceId,
    version: Version,
    draft: ServiceDraft,
) -> Result<Service> {
    store::services::update(&Context::current()?, account, id, version, &draft).await
}

/// Takes a service away of which nothing was charged yet.
#[server(endpoint = "delete_account_service", input = Json)]
pub async fn delete_account_service(account: AccountId, id: ServiceId) -> Result<()> {
    store::services::delete(&Context::current()?, account, id).await
}

/// Charges what is due of an account by today, and says how much that was of postings.
#[server(endpoint = "charge_account", input = Json)]
pub async fn charge_account(account: AccountId) -> Result<usize> {
    store::charging::charge(&Context::current()?, account).await
}

/// The customer owes more.
#[server(endpoint = "post_charge", input = Json)]
pub async fn post_charge(account: AccountId, amount: Money, reason: String) -> Result<PostingId> {
    store::posting::post_charge(&Context::current()?, account, amount, &reason).await
}

/// The customer has paid.
#[server(endpoint = "post_payment", input = Json)]
pub async fn post_payment(account: AccountId, amount: Money, reason: String) -> Result<PostingId> {
    store::posting::post_payment(&Context::current()?, account, amount, &reason).await
}

/// The customer owes more, or less, because something was wrong.
#[server(endpoint = "post_correction", input = Json)]
pub async fn post_correction(account: AccountId, amount: Money, reason: String) -> Result<PostingId> {
    store::posting::post_correction(&Context::current()?, account, amount, &reason).await
}

/// Takes a posting back by a further one.
#[server(endpoint = "reverse_posting", input = Json)]
pub async fn reverse_posting(account: AccountId, posting: PostingId, reason: String) -> Result<PostingId> {
    store::posting::reverse(&Context::current()?, account, posting, &reason).await
}

/// What was posted to an account, with its running balance.
#[server(endpoint = "get_statement", input = Json)]
pub async fn get_statement(account: AccountId, query: StatementQuery) -> Result<Statement> {
    store::statement::read(&Context::current()?, account, &query).await
}
