//! API tokens: keys with which programs act for a person. They begin with `foy_`.

use std::sync::Arc;

use kernel::{Actor, Capabilities, Context, Foyer, Instant, Result, Scope, StaffActor};

use crate::role::rights;
use crate::store::tokens::{Owner, owner, touch};
pub use crate::store::tokens::{create, delete, list};

/// Who a program with this token acts for, now; `None` when the token is gone.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn authenticate(foyer: &Arc<Foyer>, secret: &str) -> Result<Option<Actor>> {
    let cx = Context::system(foyer);
    let Some(owner) = owner(&cx, secret).await? else { return Ok(None) };
    let is_stale = owner.last_used_at.is_none_or(|at| at.plus(Instant::MINUTE) <= cx.now);
    if is_stale && let Err(error) = touch(&cx, owner.token_id).await {
        tracing::warn!(%error, "the use of a token could not be noted");
    }
    Ok(actor(owner))
}

/// A narrowed token of an administrator is no administrator any more, but may do all that its scope leaves.
fn actor(owner: Owner) -> Option<Actor> {
    let scope = Scope::parse(&owner.scope)?;
    let own = if owner.is_admin { Capabilities::ALL } else { rights(owner.capabilities.as_deref()) };
    Some(Actor::Staff(StaffActor {
        id: owner.id,
        name: owner.name,
        is_admin: owner.is_admin && scope == Scope::Full,
        capabilities: own.and(scope.allows()),
        token: Some(owner.token_id),
        is_viewing: false,
    }))
}
