//! What the browser may ask about staff.

use kernel::Result;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::StaffName;

/// Everybody who works or worked here, by name.
#[server(endpoint = "list_staff_names", input = Json)]
pub async fn list_staff_names() -> Result<Vec<StaffName>> {
    crate::names(&kernel::Context::current()?).await
}
