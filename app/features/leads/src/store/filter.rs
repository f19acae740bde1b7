use fields::{Asked, Filter, conditions};
use kernel::db::Q;
use kernel::{Context, RecordKind, Result};

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
    pub(super) async fn read(cx: &Context, asked: &Asked) -> Result<Self> {
        if asked.is_empty() {
            return Ok(Self { filter: Filter::default(), conditions: Vec::new() });
        }
        let listing = fields::listing(cx, RecordKind::Lead).await?;
        let filter = listing.catalogue(&cx.actor).read(asked)?;
        Ok(Self { conditions: conditions(cx, &listing, &filter)?, filter })
    }

    /// Adds the conditions to a statement on the table `l` that has a `where` already. Which leads are in play is left to
    /// the caller: the board and the list differ in it.
    pub(super) fn narrow(&self, q: Q) -> Q {
        self.conditions.iter().fold(q, |q, condition| q.push("and").append(condition.clone()))
    }
}
