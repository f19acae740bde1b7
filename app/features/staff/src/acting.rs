use kernel::{Actor, Context, Result, StaffActor, StaffId};

use crate::store;

/// A context in which this member of staff acts, with the rights of now: for jobs that work in somebody's name, and to
/// learn what a colleague may see. `None` for who has left.
///
/// # Errors
/// `NotFound` if there is no such member; as [`kernel::db::Q::all`].
pub async fn acting(cx: &Context, id: StaffId) -> Result<Option<Context>> {
    let system = cx.on_behalf(Actor::System);
    let member = store::find(&system, id).await?;
    if !member.is_active {
        return Ok(None);
    }
    let roles = store::roles::list(&system).await?;
    let role = roles.into_iter().find(|role| Some(role.id) == member.role_id);
    let words = role.map(|role| role.capabilities.words());
    let actor = StaffActor {
        id,
        name: member.name,
        is_admin: member.is_admin,
        capabilities: crate::role::rights(words.as_deref()),
        token: None,
    };
    Ok(Some(system.on_behalf(Actor::Staff(actor))))
}
