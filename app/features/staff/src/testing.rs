//! People for the tests of other crates.
use kernel::{Actor, Capabilities, Context, StaffId};

/// A member of staff with these capabilities.
pub async fn insert_staff(_cx: &Context, _name: &str, _capabilities: Capabilities) -> StaffId {
    unimplemented!("within minutes")
}

/// An administrator.
pub async fn insert_admin(_cx: &Context, _name: &str) -> StaffId {
    unimplemented!("within minutes")
}

/// The member of staff as an actor.
pub async fn actor(_cx: &Context, _id: StaffId) -> Actor {
    unimplemented!("within minutes")
}
