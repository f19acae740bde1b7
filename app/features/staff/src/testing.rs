//! People for the tests of other crates.
#![allow(clippy::expect_used)]

use kernel::{Actor, Capabilities, Context, StaffActor, StaffId, entropy};

use crate::store::{self, NewStaff};

/// A member of staff with exactly these capabilities (and the sight of their own settings that everybody has).
///
/// # Panics
/// If the database refuses.
pub async fn insert_staff(cx: &Context, name: &str, capabilities: Capabilities) -> StaffId {
    let cx = &cx.on_behalf(Actor::System);
    let role = store::roles::insert(cx, &format!("{name} {}", entropy::word()), capabilities).await;
    let role_id = Some(role.expect("a role can be made").id);
    insert(cx, NewStaff { role_id, ..person(name) }).await
}

/// An administrator.
///
/// # Panics
/// If the database refuses.
pub async fn insert_admin(cx: &Context, name: &str) -> StaffId {
    let cx = &cx.on_behalf(Actor::System);
    insert(cx, NewStaff { is_admin: true, ..person(name) }).await
}

/// The member of staff as an actor, with the rights of now.
///
/// # Panics
/// If there is no such member.
pub async fn actor(cx: &Context, id: StaffId) -> Actor {
    let cx = &cx.on_behalf(Actor::System);
    let member = store::find(cx, id).await.expect("there is such a member");
    let roles = store::roles::list(cx).await.expect("roles can be read");
    let role = roles.iter().find(|role| Some(role.id) == member.role_id);
    let words = role.map(|role| role.capabilities.words());
    Actor::Staff(StaffActor {
        id,
        name: member.name,
        is_admin: member.is_admin,
        capabilities: crate::role::rights(words.as_deref()),
        token: None,
        is_viewing: false,
    })
}

fn person(name: &str) -> NewStaff {
    let email = format!("{}.{}@example.com", name.to_lowercase().replace(' ', "."), entropy::word());
    NewStaff { name: name.into(), email, ..NewStaff::default() }
}

async fn insert(cx: &Context, new: NewStaff) -> StaffId {
    let accepted = &store::people::accept(cx, new, "").await.expect("the person is in order");
    cx.tx(|tx| async move { store::people::insert(cx, &tx, accepted).await })
        .await
        .expect("the person can be added")
}
