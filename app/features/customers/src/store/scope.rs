//! Who sees which customers. Said once: for rows in hand, lists, counts, search and events.

use kernel::db::Q;
use kernel::{Actor, Area, Can, Error, Result, StaffId, forbidden};

use crate::Customer;

/// One way in which an actor comes to see customers. The branches of an actor do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Branch {
    /// All of them.
    All,
    /// Those of which this person is the responsible manager.
    Managed(StaffId),
    /// Those of which this person is the service manager alone.
    Serviced(StaffId),
    /// Those that this person was named for beside the managers.
    Administered(StaffId),
}

/// The branches of an actor.
///
/// # Errors
/// `Unauthenticated` for nobody, `Forbidden` for staff who may see no customers at all.
pub(super) fn branches(actor: &Actor) -> Result<Vec<Branch>> {
    if actor.has(Area::Customers, Can::ViewAll) {
        return Ok(vec![Branch::All]);
    }
    let me = actor.staff_id().ok_or(Error::Unauthenticated)?;
    if !actor.has(Area::Customers, Can::ViewOwn) {
        return Err(forbidden("error-forbidden"));
    }
    Ok(vec![Branch::Managed(me), Branch::Serviced(me), Branch::Administered(me)])
}

impl Branch {
    /// The branch for lists: the same conditions, and what an index can begin with.
    pub(super) fn listed(self) -> fields::Branch {
        let not_managed = |me| Q::new("(l.manager_id is null or l.manager_id <> ?)").bind(me);
        let branch = match self {
            Self::All => return fields::Branch::all(),
            Self::Managed(me) => fields::Branch::of("manager_id", Q::new("l.manager_id = ?").bind(me)),
            Self::Serviced(me) => {
                let serviced = Q::new("l.service_manager_id = ?").bind(me);
                fields::Branch::of("service_manager_id", serviced).and(not_managed(me))
            }
            Self::Administered(me) => {
                let given = Q::new("select customer_id from customer_administrator where staff_id = ?");
                let others = not_managed(me);
                let others = others.push("and (l.service_manager_id is null or l.service_manager_id <> ?)");
                fields::Branch::gathered(given.bind(me)).and(others.bind(me))
            }
        };
        match self {
            Self::All => branch,
            Self::Managed(me) | Self::Serviced(me) | Self::Administered(me) => branch.word(word(me)),
        }
    }

    /// Whether the branch shows this customer: the same condition on one in hand.
    pub(super) fn shows(self, customer: &Customer) -> bool {
        let profile = &customer.profile;
        let manages = |me| profile.manager_id == Some(me);
        let serves = |me| profile.service_manager_id == Some(me);
        match self {
            Self::All => true,
            Self::Managed(me) => manages(me),
            Self::Serviced(me) => serves(me) && !manages(me),
            Self::Administered(me) => profile.administrators.contains(&me) && !manages(me) && !serves(me),
        }
    }
}

/// Why an actor sees this customer, if it does: the branch that shows it, by the same predicate that decides.
pub(super) fn why(actor: &Actor, customer: &Customer) -> Option<Branch> {
    branches(actor).ok()?.into_iter().find(|branch| branch.shows(customer))
}

/// What narrows the rows of `customer c`, which were found by something else, to what the actor sees.
///
/// # Errors
/// As [`branches`].
pub(super) fn condition(actor: &Actor) -> Result<Q> {
    let me = match branches(actor)?.first() {
        Some(Branch::Managed(me)) => *me,
        _ => return Ok(Q::default()),
    };
    Ok(Q::new(
        "and (c.manager_id = ? or c.service_manager_id = ? or exists (select 1 from customer_administrator a",
    )
    .push("where a.customer_id = c.id and a.staff_id = ?))")
    .bind(me)
    .bind(me)
    .bind(me))
}

/// The same for lists of what belongs to customers, where `l.customer_id` says whose each row is: who sees a part of a
/// customer is who sees its customer.
///
/// # Errors
/// As [`branches`].
pub fn part_branches(actor: &Actor) -> Result<Vec<fields::Branch>> {
    if branches(actor)?.contains(&Branch::All) {
        return Ok(vec![fields::Branch::all()]);
    }
    let own = Q::new("exists (select 1 from customer c where c.id = l.customer_id").append(condition(actor)?);
    Ok(vec![fields::Branch::all().and(own.push(")"))])
}

/// The words under which the full-text index knows who sees a customer.
pub(super) fn words_of(customer: &Customer) -> String {
    customer.profile.looked_after_by().into_iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The word that stands for somebody who looks after a customer.
pub(super) fn word(staff: StaffId) -> String {
    format!("s{staff}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;
    use kernel::{CustomerId, Instant, TimelineId};

    fn customer(manager: Option<StaffId>, service: Option<StaffId>, given: Vec<StaffId>) -> Customer {
        let profile = Profile {
            manager_id: manager,
            service_manager_id: service,
            administrators: given,
            ..Profile::begin()
        };
        Customer {
            id: CustomerId(1),
            profile,
            tags: Vec::new(),
            contact: None,
            picture: None,
            timeline_id: TimelineId(1),
            origin_lead_id: None,
            version: 1,
            created_by: None,
            created_at: Instant(0),
            updated_at: Instant(0),
            deleted_at: None,
        }
    }

    #[test]
    fn a_customer_is_shown_by_exactly_one_branch() {
        let me = StaffId(7);
        let ways = [Some(me), Some(StaffId(8)), None];
        let branches = [Branch::Managed(me), Branch::Serviced(me), Branch::Administered(me)];
        for (manager, service) in ways.iter().flat_map(|m| ways.iter().map(move |s| (*m, *s))) {
            for given in [vec![], vec![me], vec![StaffId(8)]] {
                let customer = customer(manager, service, given);
                let shown = branches.iter().filter(|branch| branch.shows(&customer)).count();
                let expected = usize::from(customer.profile.looked_after_by().contains(&me));
                assert_eq!(shown, expected, "{:?}", customer.profile);
                assert_eq!(words_of(&customer).split(' ').any(|own| own == word(me)), expected == 1);
            }
        }
    }
}
