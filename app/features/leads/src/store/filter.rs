use fields::{Asked, Catalogue, Filter, Kind, Listing, conditions};
use kernel::db::Q;
use kernel::{Context, Result};

use super::kind::Leads;

/// Which leads somebody wants to see, read with the fields that he sees.
pub(super) struct Wanted {
    /// What is asked.
    pub filter: Filter,
    /// The same as conditions on the table `l`.
    conditions: Vec<Q>,
}

impl Wanted {
    /// Reads what an address says.
    ///
    /// # Errors
    /// `Invalid` naming `filter`, `Forbidden` for staff who may see no leads.
    pub(super) fn read(cx: &Context, asked: &Asked) -> Result<Self> {
        let listing = Listing::of::<Leads>(&cx.actor)?;
        let filter = catalogue(cx).read(asked)?;
        Ok(Self { conditions: conditions(cx, &listing, &filter)?, filter })
    }

    /// Adds the conditions to a statement on the table `l` that has a `where` already. Which leads are in play is left to
    /// the caller: the board and the list differ in it.
    pub(super) fn narrow(&self, q: Q) -> Q {
        self.conditions.iter().fold(q, |q, condition| q.push("and").append(condition.clone()))
    }
}

/// The fields of leads that the actor sees.
pub(super) fn catalogue(cx: &Context) -> Catalogue {
    Catalogue::of(Leads::FIELDS, &cx.actor)
}
