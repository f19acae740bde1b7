//! The REST API under `/api/v1`: the same operations as the pages, for programs.
//!
//! [`operations`] is the one list: the router, `foyer routes`, the description and its page are all made from it, so
//! that none can know an address that another one does not.

mod accounts;
mod answer;
mod board;
mod caller;
mod contacts;
mod customers;
mod document;
mod entities;
mod fields;
mod files;
mod fingerprint;
mod guard;
mod house;
mod imports;
mod lead_fields;
mod leads;
mod once;
mod operation;
mod page;
mod problem;
mod products;
mod query;
mod records;
mod reminders;
mod runs;
mod seen;
mod sites;
mod store;
mod tasks;
mod views;
mod webhooks;
mod words;

pub use caller::Caller;
pub use guard::guard;
pub use operation::Operation;
pub use problem::problem;

use crate::Outcome;
use crate::routes::Endpoint;

/// Every address of the API, in the order of its description.
pub fn operations() -> Vec<Operation> {
    let parts: [fn() -> Vec<Operation>; 20] = [
        house::operations,
        board::operations,
        leads::operations,
        customers::operations,
        contacts::operations,
        sites::operations,
        entities::operations,
        accounts::operations,
        products::operations,
        records::operations,
        reminders::operations,
        tasks::operations,
        files::operations,
        words::operations,
        lead_fields::operations,
        views::operations,
        imports::operations,
        runs::operations,
        webhooks::operations,
        document::operations,
    ];
    parts.into_iter().flat_map(|part| part()).collect()
}

/// The addresses of the API, for the router.
pub fn endpoints() -> Vec<Endpoint> {
    operations().into_iter().map(Operation::into_endpoint).collect()
}

/// The description of the API, OpenAPI 3.1 as JSON.
///
/// # Errors
/// When it cannot be written.
pub fn openapi() -> Outcome<String> {
    Ok(serde_json::to_string_pretty(&document::describe(&operations()))?)
}
