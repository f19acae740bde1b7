//! Histories that are read as one (`kernel::merged`), as long as a row says so.

use kernel::db::{Q, Tx, Val};
use kernel::{Context, Result, TimelineId};

/// The history of one record that becomes part of another one's.
#[derive(Clone, Copy, Debug)]
pub struct Joining<'a> {
    /// The kind of both, if the other one is out of use from now on and leads to the one that is left. Another word
    /// carries the history alone.
    pub kind: &'static str,
    /// Whose history goes on: its id and its timeline.
    pub survivor: (i64, TimelineId),
    /// Whose history becomes part of that.
    pub other: (i64, TimelineId),
    /// The tags that came along.
    pub tags: &'a [i64],
}

/// Makes the history of one record part of another one's; answers the number for [`part`].
///
/// # Errors
/// `Duplicate` for one that is part of another history already.
pub async fn join(cx: &Context, tx: &Tx, joining: &Joining<'_>) -> Result<i64> {
    let ((survivor, survivor_timeline), (other, other_timeline)) = (joining.survivor, joining.other);
    Q::new("insert into record_merge (record_kind, survivor_id, other_id, survivor_timeline, other_timeline, tags,")
        .push("staff_id, merged_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(joining.kind)
        .bind(survivor)
        .bind(other)
        .bind(survivor_timeline)
        .bind(other_timeline)
        .bind(Val::json(&joining.tags))
        .bind(cx.staff_id())
        .bind(cx.now)
        .number(tx)
        .await
}

/// Parts the two again; what hangs on each was never moved.
///
/// # Errors
/// Those of the database.
pub async fn part(cx: &Context, tx: &Tx, id: i64) -> Result<()> {
    let end = Q::new("update record_merge set released_at = ? where id = ?");
    end.bind(cx.now).bind(id).run(tx).await.map(drop)
}
