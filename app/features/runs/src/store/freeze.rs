//! The records of a run are written down when somebody looks at them: from then on it is about these, whatever the run
//! itself changes of what the list goes by.

use std::collections::HashSet;

use fields::{AnyKind, Bounds, Filter, ListQuery, Listing};
use kernel::db::{On, Q, Tx, Val};
use kernel::{Can, Context, RecordKind, Result, RunId, Text, invalid};
use serde_json::json;

use super::{rows, tidy};
use crate::{MOST_IDS, Run, Selection};

/// So many records are written down at a time.
const STEP: usize = 5_000;

/// Chooses the records of a run to come, of those that the actor sees. Without confirmation it is forgotten in an hour.
///
/// # Errors
/// `NotFound` for a kind of record that has no runs, `Forbidden` for who may neither change nor delete, `Invalid` for too
/// many ids and for a filter that cannot be read.
pub async fn freeze(cx: &Context, kind: RecordKind, selection: &Selection) -> Result<Run> {
    let kind = fields::kind_of(cx, kind)?;
    let area = kind.about().kind.area();
    if !cx.actor.has(area, Can::Delete) {
        cx.actor.require(area, Can::Edit)?;
    }
    let (Selection::Ids(named) | Selection::Matching { except: named, .. }) = selection;
    if named.len() > MOST_IDS {
        return Err(invalid("ids", Text::new("run-ids-many").with("most", MOST_IDS)));
    }
    let listing = fields::listing(cx, kind.about().kind).await?;
    let id = match selection {
        Selection::Ids(ids) => {
            let id = insert(cx, kind, selection).await?;
            these(cx, kind, id, ids).await?;
            id
        }
        Selection::Matching { filter, except } => {
            let filter = listing.catalogue(&cx.actor).read(filter)?;
            let id = insert(cx, kind, selection).await?;
            matching(cx, listing, id, filter, except).await?;
            id
        }
    };
    cx.tx(|tx| async move {
        Q::new(
            "update run set total = (select count(*) from run_item i where i.run_id = run.id) where id = ?",
        )
        .bind(id)
        .run(&tx)
        .await
    })
    .await?;
    tidy::forget_drafts(cx).await?;
    rows::find(cx, id).await
}

async fn insert(cx: &Context, kind: &dyn AnyKind, selection: &Selection) -> Result<RunId> {
    cx.tx(|tx| async move {
        Q::new("insert into run (kind, selection, state, next_id, staff_id, created_at)")
            .push("values (?, ?, 'draft', 0, ?, ?) returning id")
            .bind(kind.about().kind.code())
            .bind(Val::json(selection))
            .bind(cx.staff_id())
            .bind(cx.now)
            .number(&tx)
            .await
            .map(RunId)
    })
    .await
}

async fn these(cx: &Context, kind: &dyn AnyKind, id: RunId, ids: &[i64]) -> Result<()> {
    let seen = kind.read(cx, On::Db(cx.db()), ids).await?;
    let items = &Val::json(
        &seen.values().map(|one| json!([one.open.record.id, one.open.version])).collect::<Vec<_>>(),
    );
    cx.tx(|tx| async move {
        Q::new("insert into run_item (run_id, record_id, seen_version)")
            .push("select ?, cast(r.value->>0 as bigint), cast(r.value->>1 as bigint)")
            .dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value)")
            .push("on conflict do nothing")
            .bind(id)
            .bind(items.clone())
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

async fn matching(cx: &Context, listing: Listing, id: RunId, filter: Filter, except: &[i64]) -> Result<()> {
    // Nobody waits for a page here: what is looked through need not come back in pieces.
    let bounds = Bounds { looked: i64::MAX, patience: i64::from(i32::MAX), ..listing.bounds };
    let listing = &Listing { bounds, ..listing };
    let except: HashSet<i64> = except.iter().copied().collect();
    let mut query = ListQuery { filter, limit: STEP, ..ListQuery::default() };
    loop {
        let found = fields::list(cx, On::Db(cx.db()), listing, &query).await?;
        let ids: &Vec<i64> = &found.ids.into_iter().filter(|id| !except.contains(id)).collect();
        if !ids.is_empty() {
            let filter = &query.filter;
            cx.tx(|tx| async move { write_down(cx, &tx, listing, id, filter, ids).await }).await?;
        }
        match found.next {
            Some(next) => query.cursor = Some(next),
            None => return Ok(()),
        }
    }
}

/// Versions first, and then once more whether the list still has them: whatever is changed from now on is either seen
/// here or by its version.
async fn write_down(
    cx: &Context,
    tx: &Tx,
    listing: &Listing,
    id: RunId,
    filter: &Filter,
    ids: &[i64],
) -> Result<()> {
    Q::new("insert into run_item (run_id, record_id, seen_version) select ?, l.id, l.version from")
        .bind(id)
        .push(listing.table)
        .push("l where")
        .any_of("l.id", ids.iter().copied())
        .push("on conflict do nothing")
        .run(tx)
        .await?;
    let found = fields::among(cx, On::Tx(tx), listing, filter, ids).await?;
    if found.len() == ids.len() {
        return Ok(());
    }
    let left = ids.iter().copied().filter(|id| !found.contains(id));
    Q::new("delete from run_item where run_id = ? and")
        .bind(id)
        .any_of("record_id", left)
        .run(tx)
        .await
        .map(drop)
}
