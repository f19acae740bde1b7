//! Who sees which leads: the one place where it is said.
//!
//! A view is a list of branches that do not overlap. Each branch has an index in the order of the board and of the
//! list, so that a reader of few leads among a million pays for the few: a single condition with OR would scan.

use kernel::db::Q;
use kernel::{Actor, Area, Can, Error, Result, StaffId, forbidden};

use crate::Lead;

/// One way in which an actor comes to see leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Branch {
    /// Every lead.
    All,
    /// The leads that he owns.
    Owned(StaffId),
    /// Those that he made and does not own.
    Created(StaffId),
    /// Those that everybody sees and that he neither owns nor made.
    Public(StaffId),
}

/// The branches of an actor's view.
///
/// # Errors
/// `Unauthenticated` for nobody, `Forbidden` for staff who may see no leads at all.
pub(super) fn branches(actor: &Actor) -> Result<Vec<Branch>> {
    if actor.has(Area::Leads, Can::ViewAll) {
        return Ok(vec![Branch::All]);
    }
    let me = actor.staff_id().ok_or(Error::Unauthenticated)?;
    if !actor.has(Area::Leads, Can::ViewOwn) {
        return Err(forbidden("error-forbidden"));
    }
    Ok(vec![Branch::Owned(me), Branch::Created(me), Branch::Public(me)])
}

impl Branch {
    /// The table `l` as counts and sums read it. SQLite keeps no statistics of a house that has just grown; left to
    /// itself it takes any index that begins with the stage, and visits every row of a column of thousands.
    pub(super) fn counted(self, q: Q) -> Q {
        match self {
            Self::All | Self::Owned(_) => {
                q.dialect("from lead l indexed by lead_totals where", "from lead l where")
            }
            Self::Created(_) => {
                q.dialect("from lead l indexed by lead_board_creator where", "from lead l where")
            }
            Self::Public(_) => {
                q.dialect("from lead l indexed by lead_board_public where", "from lead l where")
            }
        }
    }

    /// Adds the branch's condition on the table `l` to a statement that has a `where` already.
    pub(super) fn narrow(self, q: Q) -> Q {
        match self {
            Self::All => q,
            Self::Owned(me) => q.push("and l.owner_id = ?").bind(me),
            Self::Created(me) => {
                q.push("and l.created_by = ? and (l.owner_id is null or l.owner_id <> ?)").bind(me).bind(me)
            }
            Self::Public(me) => q
                .push("and l.is_public and (l.owner_id is null or l.owner_id <> ?)")
                .push("and (l.created_by is null or l.created_by <> ?)")
                .bind(me)
                .bind(me),
        }
    }

    /// The branch for the lists of any kind of record: the same conditions, and what an index can begin with.
    pub(super) fn listed(self) -> fields::Branch {
        let branch = match self {
            Self::All => fields::Branch::all(),
            Self::Owned(me) => fields::Branch::of("owner_id", Q::new("l.owner_id = ?").bind(me)),
            Self::Created(me) => {
                let others = Q::new("(l.owner_id is null or l.owner_id <> ?)").bind(me);
                fields::Branch::of("created_by", Q::new("l.created_by = ?").bind(me)).and(others)
            }
            Self::Public(me) => {
                let others = Q::new("(l.owner_id is null or l.owner_id <> ?)").bind(me);
                let others = others.push("and (l.created_by is null or l.created_by <> ?)").bind(me);
                fields::Branch::of("is_public", Q::new("l.is_public")).and(others)
            }
        };
        match self.word() {
            None => branch,
            Some(word) => branch.word(word),
        }
    }

    /// Whether the branch shows this lead: the same condition on a lead in hand.
    pub(super) fn shows(self, lead: &Lead) -> bool {
        let (owned, created) = (|me| lead.profile.owner_id == Some(me), |me| lead.created_by == Some(me));
        match self {
            Self::All => true,
            Self::Owned(me) => owned(me),
            Self::Created(me) => created(me) && !owned(me),
            Self::Public(me) => lead.profile.is_public && !owned(me) && !created(me),
        }
    }

    /// The word that stands for the branch in the full-text index, if it narrows anything.
    pub(super) fn word(self) -> Option<String> {
        match self {
            Self::All => None,
            Self::Owned(me) => Some(format!("xo{me}x")),
            Self::Created(me) => Some(format!("xc{me}x")),
            Self::Public(_) => Some("xpublicx".into()),
        }
    }
}

/// The words under which the full-text index knows who sees a lead.
pub(super) fn words_of(lead: &Lead) -> String {
    let owner = lead.profile.owner_id.and_then(|me| Branch::Owned(me).word());
    let creator = lead.created_by.and_then(|me| Branch::Created(me).word());
    let public = lead.profile.is_public.then(|| "xpublicx".to_owned());
    owner.into_iter().chain(creator).chain(public).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_shown_by_exactly_one_branch() {
        let me = StaffId(7);
        let ways = [Some(me), Some(StaffId(8)), None];
        for (owner, creator, public) in
            ways.iter().flat_map(|o| ways.iter().flat_map(move |c| [(o, c, true), (o, c, false)]))
        {
            let mut lead = Lead::sample();
            (lead.profile.owner_id, lead.created_by, lead.profile.is_public) = (*owner, *creator, public);
            let shown = [Branch::Owned(me), Branch::Created(me), Branch::Public(me)]
                .iter()
                .filter(|b| b.shows(&lead))
                .count();
            let expected = usize::from(*owner == Some(me) || *creator == Some(me) || public);
            assert_eq!(shown, expected, "{owner:?} {creator:?} {public}");
        }
    }
}
