//! Imports of leads are taken back.

use imports::{Kept, Purpose, Undone};
use kernel::db::{Q, Tx};
use kernel::{Context, LeadId, Result, TimelineId, feed};
use serde_json::Value;

use crate::Lead;
use crate::store::find_any;
use crate::store::write::{self, Change};

/// Takes back the leads of an import that nobody has touched since, the next ones behind `after`.
pub(super) async fn undo(cx: &Context, tx: &Tx, purpose: Purpose, after: i64, limit: i64) -> Result<Undone> {
    let rows: Vec<(LeadId, TimelineId, i64)> =
        Q::new("select id, timeline_id, version from lead where import_id = ? and deleted_at is null")
            .push("and id > ? order by id limit ?")
            .bind(purpose.import)
            .bind(after)
            .bind(limit)
            .all(tx)
            .await?;
    let house = cx.on_behalf(kernel::Actor::System);
    let mut undone = Undone { last: rows.last().map(|(id, ..)| id.0), ..Undone::default() };
    let touched = match purpose.run {
        Some(run) => feed::touched_beside(tx, run, rows.iter().map(|(_, timeline, _)| *timeline)).await?,
        None => Vec::new(),
    };
    for (id, timeline, version) in rows {
        let before = find_any(&house, tx, id).await?;
        let is_touched = match purpose.run {
            Some(_) => touched.contains(&timeline),
            None => version > 1 || has_company(tx, &before).await?,
        };
        if is_touched || before.customer_id.is_some() {
            undone.kept.push(Kept { record: id.0, title: before.profile.name });
            continue;
        }
        let mut after = Lead { deleted_at: Some(cx.now), ..before.clone() };
        write::update(cx, tx, &before, &mut after, Change::new("lead.deleted", Value::Null)).await?;
        undone.removed += 1;
    }
    Ok(undone)
}

/// Whether somebody wrote a note or put a file on the lead since; of an import whose events do not tell of it.
async fn has_company(tx: &Tx, lead: &Lead) -> Result<bool> {
    let q = Q::new(
        "select count(*) from event where timeline_id = ? and kind not in ('lead.created', 'tag.added')",
    );
    Ok(q.bind(lead.timeline_id).number(tx).await? > 0)
}
