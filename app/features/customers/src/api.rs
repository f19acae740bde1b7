//! What the browser may ask about customers. Each function is one operation of the store.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

use fields::{Asked, Edit, Total};
#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{ContactId, Cursor, CustomerId, Result, SiteId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use lists::ListQuery;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{
    Contact, Customer, CustomerDetails, CustomerList, CustomerSetting, CustomerSites, Dictionaries,
    Directory, EntryEdit, Greeting, ListedWords, PermissionSet, Person, Place, PortalRules, PortalSetting,
    Profile, Seer, Site,
};

/// A piece of the directory.
#[server(endpoint = "list_customers", input = Json)]
pub async fn list_customers(query: ListQuery) -> Result<Directory> {
    store::list(&Context::current()?, &query).await
}

/// How many customers there are under a filter.
#[server(endpoint = "count_customers", input = Json)]
pub async fn count_customers(filter: Asked) -> Result<Total> {
    store::count(&Context::current()?, &filter).await
}

/// How many customers there are under a filter in each of these groups: a group is one more condition, as an address has
/// it.
#[server(endpoint = "count_customer_groups", input = Json)]
pub async fn count_customer_groups(filter: Asked, groups: Vec<String>) -> Result<Vec<Total>> {
    store::count_groups(&Context::current()?, &filter, &groups).await
}

/// A customer with its contacts.
#[server(endpoint = "get_customer", input = Json)]
pub async fn get_customer(id: CustomerId) -> Result<CustomerDetails> {
    store::details(&Context::current()?, id).await
}

/// The words that customers are described with.
#[server(endpoint = "get_customer_dictionaries", input = Json)]
pub async fn get_customer_dictionaries() -> Result<Dictionaries> {
    store::dictionaries(&Context::current()?).await
}

/// The staff who see a customer, each with the reason.
#[server(endpoint = "list_seers", input = Json)]
pub async fn list_seers(id: CustomerId) -> Result<Vec<Seer>> {
    store::seers(&Context::current()?, id).await
}

/// Makes a customer with its primary contact; `has_site` makes its billing address its first site.
#[server(endpoint = "create_customer", input = Json)]
pub async fn create_customer(
    profile: Profile,
    contact: Person,
    has_site: bool,
    #[server(default)] greeting: Greeting,
) -> Result<CustomerId> {
    let new = store::NewCustomer { profile, contact, has_site, greeting, ..store::NewCustomer::default() };
    store::create(&Context::current()?, &new).await
}

/// Changes fields that the person saw. Others may have changed other fields; the same one with another value is a
/// conflict that tells who and when.
#[server(endpoint = "edit_customer", input = Json)]
pub async fn edit_customer(id: CustomerId, edit: Edit) -> Result<Customer> {
    store::edit(&Context::current()?, id, &edit).await
}

/// Puts a customer into the bin.
#[server(endpoint = "delete_customer", input = Json)]
pub async fn delete_customer(id: CustomerId) -> Result<()> {
    store::delete(&Context::current()?, id).await
}

/// Takes a customer out of the bin.
#[server(endpoint = "restore_customer", input = Json)]
pub async fn restore_customer(id: CustomerId) -> Result<()> {
    store::restore(&Context::current()?, id).await
}

/// Adds a contact to a customer.
#[server(endpoint = "add_contact", input = Json)]
pub async fn add_contact(
    customer: CustomerId,
    person: Person,
    #[server(default)] greeting: Greeting,
) -> Result<Contact> {
    store::invite_contact(&Context::current()?, customer, &person, &greeting).await
}

/// Sends a contact a link to set a password: it works once, for 48 hours, and ends the earlier ones.
#[server(endpoint = "send_contact_link", input = Json)]
pub async fn send_contact_link(id: ContactId) -> Result<()> {
    store::send_contact_link(&Context::current()?, id).await
}

/// Gives a contact a password that staff chose.
#[server(endpoint = "set_contact_password", input = Json)]
pub async fn set_contact_password(id: ContactId, password: String) -> Result<()> {
    store::set_contact_password(&Context::current()?, id, &password).await
}

/// What forms of contacts have to know of the portal.
#[server(endpoint = "get_portal_rules", input = Json)]
pub async fn get_portal_rules() -> Result<PortalRules> {
    store::portal_rules(&Context::current()?).await
}

/// Changes what the house says about the portal.
#[server(endpoint = "save_portal_setting", input = Json)]
pub async fn save_portal_setting(setting: PortalSetting) -> Result<()> {
    kernel::setting::save(&Context::current()?, &setting).await
}

/// Keeps rights of contacts under a name; a new set has the number 0.
#[server(endpoint = "save_permission_set", input = Json)]
pub async fn save_permission_set(set: PermissionSet) -> Result<i64> {
    store::save_set(&Context::current()?, &set).await
}

/// Deletes a named set; contacts keep what they have.
#[server(endpoint = "delete_permission_set", input = Json)]
pub async fn delete_permission_set(id: i64) -> Result<()> {
    store::delete_set(&Context::current()?, id).await
}

/// Gives contacts the rights of a named set, and says how many it changed.
#[server(endpoint = "apply_permission_set", input = Json)]
pub async fn apply_permission_set(id: i64, contacts: Vec<ContactId>) -> Result<usize> {
    store::apply_set(&Context::current()?, id, &contacts).await
}

/// Changes fields of a contact that the person saw. Others may have changed other fields; the same one with another value
/// is a conflict that tells who and when.
#[server(endpoint = "edit_contact", input = Json)]
pub async fn edit_contact(id: ContactId, edit: Edit) -> Result<Contact> {
    store::edit_contact(&Context::current()?, id, &edit).await
}

/// Makes a contact the one to turn to first.
#[server(endpoint = "make_contact_primary", input = Json)]
pub async fn make_contact_primary(id: ContactId) -> Result<()> {
    store::make_primary(&Context::current()?, id).await
}

/// Removes a contact.
#[server(endpoint = "delete_contact", input = Json)]
pub async fn delete_contact(id: ContactId) -> Result<()> {
    store::delete_contact(&Context::current()?, id).await
}

/// Takes a removed contact back.
#[server(endpoint = "restore_contact", input = Json)]
pub async fn restore_contact(id: ContactId) -> Result<()> {
    store::restore_contact(&Context::current()?, id).await
}

/// A piece of the sites of a customer.
#[server(endpoint = "list_sites", input = Json)]
pub async fn list_sites(customer: CustomerId, after: Option<Cursor>) -> Result<CustomerSites> {
    store::list_sites(&Context::current()?, customer, after.as_ref()).await
}

/// A site.
#[server(endpoint = "get_site", input = Json)]
pub async fn get_site(id: SiteId) -> Result<Site> {
    store::find_site(&Context::current()?, id).await
}

/// Adds a site to a customer.
#[server(endpoint = "add_site", input = Json)]
pub async fn add_site(customer: CustomerId, place: Place) -> Result<Site> {
    store::add_site(&Context::current()?, customer, &place).await
}

/// Changes fields of a site that the person saw. Others may have changed other fields; the same one with another value is
/// a conflict that tells who and when.
#[server(endpoint = "edit_site", input = Json)]
pub async fn edit_site(id: SiteId, edit: Edit) -> Result<Site> {
    store::edit_site(&Context::current()?, id, &edit).await
}

/// Removes a site.
#[server(endpoint = "delete_site", input = Json)]
pub async fn delete_site(id: SiteId) -> Result<()> {
    store::delete_site(&Context::current()?, id).await
}

/// Takes a removed site back.
#[server(endpoint = "restore_site", input = Json)]
pub async fn restore_site(id: SiteId) -> Result<()> {
    store::restore_site(&Context::current()?, id).await
}

/// The lists of words with how often each entry is used.
#[server(endpoint = "list_customer_words", input = Json)]
pub async fn list_customer_words() -> Result<Vec<ListedWords>> {
    store::lists::all(&Context::current()?).await
}

/// Adds or changes an entry of a list.
#[server(endpoint = "save_customer_word", input = Json)]
pub async fn save_customer_word(list: CustomerList, edit: EntryEdit) -> Result<i64> {
    store::lists::save(&Context::current()?, list, &edit).await
}

/// Puts the entries of a list into this order.
#[server(endpoint = "order_customer_words", input = Json)]
pub async fn order_customer_words(list: CustomerList, ids: Vec<i64>) -> Result<()> {
    store::lists::order(&Context::current()?, list, &ids).await
}

/// Deletes an entry; what used it goes to another entry.
#[server(endpoint = "delete_customer_word", input = Json)]
pub async fn delete_customer_word(list: CustomerList, id: i64, goes_to: Option<i64>) -> Result<()> {
    store::lists::delete(&Context::current()?, list, id, goes_to).await
}

/// What the house says about customers as a whole.
#[server(endpoint = "get_customer_setting", input = Json)]
pub async fn get_customer_setting() -> Result<CustomerSetting> {
    kernel::setting::find(&Context::current()?).await
}

/// Changes it.
#[server(endpoint = "save_customer_setting", input = Json)]
pub async fn save_customer_setting(setting: CustomerSetting) -> Result<()> {
    kernel::setting::save(&Context::current()?, &setting).await
}
