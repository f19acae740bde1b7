//! Why can this person see this customer? Answered by what decides it.

use kernel::{Actor, Context, CustomerId, Result};

use super::row;
use super::scope::{self, Branch};
use crate::{Customer, Seer, Sight};

/// The staff who see a customer, each with the reason: those who look after it first, then by name.
///
/// # Errors
/// `NotFound` for one that the actor does not see.
pub async fn seers(cx: &Context, id: CustomerId) -> Result<Vec<Seer>> {
    let customer = row::find(cx, id).await?;
    let people = staff::store::acting_all(cx).await?;
    let mut seers: Vec<Seer> = people
        .into_iter()
        .filter_map(|(actor, role)| {
            let (id, name, is_admin) = (actor.id, actor.name.clone(), actor.is_admin);
            let actor = Actor::Staff(actor);
            let sight = sight(scope::why(&actor, &customer)?, &customer, id, is_admin);
            Some(Seer { id, name, role, sight, may_edit: Customer::can_edit(&actor).is_ok() })
        })
        .collect();
    seers.sort_by_cached_key(|seer| (seer.sight, kernel::normal::sort_key(&seer.name), seer.id));
    Ok(seers)
}

/// The reason that says most: who looks after a customer is told so, also where a role would show it anyway.
fn sight(branch: Branch, customer: &Customer, id: kernel::StaffId, is_admin: bool) -> Sight {
    let profile = &customer.profile;
    match branch {
        Branch::Managed(_) => Sight::Manages,
        Branch::Serviced(_) => Sight::Serves,
        Branch::Administered(_) => Sight::Administers,
        Branch::All if profile.manager_id == Some(id) => Sight::Manages,
        Branch::All if profile.service_manager_id == Some(id) => Sight::Serves,
        Branch::All if profile.administrators.contains(&id) => Sight::Administers,
        Branch::All if is_admin => Sight::Admin,
        Branch::All => Sight::Role,
    }
}
