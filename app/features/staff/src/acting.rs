use kernel::{Actor, Capabilities, Context, Result, StaffActor, StaffId};

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
        is_viewing: false,
    };
    Ok(Some(system.on_behalf(Actor::Staff(actor))))
}

/// The same with no more than these rights: what the program may through which the work was begun.
///
/// # Errors
/// As [`acting`].
pub async fn acting_within(cx: &Context, id: StaffId, rights: Option<&str>) -> Result<Option<Context>> {
    let Some(cx) = acting(cx, id).await? else { return Ok(None) };
    let (Some(rights), Actor::Staff(own)) = (rights, &cx.actor) else { return Ok(Some(cx)) };
    let own_rights = if own.is_admin { Capabilities::ALL } else { own.capabilities };
    let capabilities = own_rights.and(Capabilities::from_words(rights));
    let actor = StaffActor { is_admin: false, capabilities, ..own.clone() };
    Ok(Some(cx.on_behalf(Actor::Staff(actor))))
}

/// What a program may through which work is begun, in words to be kept for [`acting_within`]; nothing for who acts with
/// all rights of their own.
pub fn rights_within(actor: &Actor) -> Option<String> {
    let staff = actor.staff().ok().filter(|staff| staff.token.is_some() && !staff.is_admin)?;
    Some(staff.capabilities.words())
}
