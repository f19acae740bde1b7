//! Imports of customers are taken back.

use imports::{Kept, Purpose, Undone};
use kernel::db::{On, Q, Tx};
use kernel::{Context, CustomerId, Result, TimelineId, feed};

use crate::Customer;
use crate::store::{has_documents, row, save};

/// Takes back the customers of an import that nobody has touched since, with their contacts: the next ones behind `after`.
pub(super) async fn undo(cx: &Context, tx: &Tx, purpose: Purpose, after: i64, limit: i64) -> Result<Undone> {
    let rows: Vec<(CustomerId, TimelineId)> =
        Q::new("select id, timeline_id from customer where import_id = ? and deleted_at is null")
            .push("and id > ? order by id limit ?")
            .bind(purpose.import)
            .bind(after)
            .bind(limit)
            .all(tx)
            .await?;
    let house = cx.on_behalf(kernel::Actor::System);
    let mut undone = Undone { last: rows.last().map(|(id, _)| id.0), ..Undone::default() };
    let timelines = rows.iter().map(|(_, timeline)| *timeline);
    let touched = feed::touched_beside(tx, purpose.run.unwrap_or_default(), timelines).await?;
    for (id, timeline) in rows {
        let before = row::find_any(&house, tx, id).await?;
        if touched.contains(&timeline) || has_documents(cx, On::Tx(tx), id).await? {
            undone.kept.push(Kept { record: id.0, title: before.profile.name });
            continue;
        }
        let after = Customer { deleted_at: Some(cx.now), ..before.clone() };
        save::put_away(cx, tx, &before, after).await?;
        undone.removed += 1;
    }
    Ok(undone)
}
