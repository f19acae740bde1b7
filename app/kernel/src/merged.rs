//! Records that were merged into others: whoever asks for one gets the one that is left, and reads both histories as one.
//!
//! Nothing that hangs on a record is moved when it is merged, so that it can be taken out again as it was. What reads a
//! timeline reads those of the merged records with it. The same rows carry what is no merge: the history of a lead that was
//! attached to a customer. Their kind is no kind of record, so that nobody is led from the one to the other.

use crate::db::{On, Q};
use crate::{RecordRef, Result, TimelineId};

/// The timelines of a record: its own first, and those of all that was merged into it.
///
/// # Errors
/// As [`Q::all`].
pub async fn timelines(on: impl Into<On<'_>>, own: TimelineId) -> Result<Vec<TimelineId>> {
    let rows: Vec<(TimelineId,)> = Q::new(LINE).bind(own).push(") select id from line").all(on).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The record that is left of this one, if it was merged into another: the last, if that one was merged, too.
///
/// # Errors
/// As [`Q::all`].
pub async fn survivor(on: impl Into<On<'_>>, record: RecordRef) -> Result<Option<RecordRef>> {
    let on = on.into();
    let mut left = None;
    let mut id = record.id;
    loop {
        let q = Q::new(
            "select survivor_id from record_merge where record_kind = ? and other_id = ? and released_at is null",
        );
        match q.bind(record.kind.code()).bind(id).optional::<(i64,)>(on).await? {
            Some((survivor,)) => id = survivor,
            None => return Ok(left),
        }
        left = Some(RecordRef { id, ..record });
    }
}

/// `union`, not `union all`: it ends even if two timelines should ever be part of each other.
const LINE: &str = "with recursive line (id) as (select cast(? as bigint) union select m.other_timeline from line \
                    join record_merge m on m.survivor_timeline = line.id and m.released_at is null";

impl Q {
    /// `<expression> is this timeline, or that of a record that was merged into its record`.
    pub fn on_timeline(self, expression: &'static str, timeline: TimelineId) -> Self {
        self.push(expression).push("in (").push(LINE).push(") select id from line)").bind(timeline)
    }
}
