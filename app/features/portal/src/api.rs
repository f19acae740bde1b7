//! What the browser of a contact may ask.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::Result;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::PortalHome;
#[cfg(not(target_arch = "wasm32"))]
use crate::store;

/// What the portal begins with.
#[server(endpoint = "get_portal_home", input = Json)]
pub async fn get_portal_home() -> Result<PortalHome> {
    store::home(&Context::current()?).await
}
