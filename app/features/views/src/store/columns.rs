//! The columns that a person has chosen for lists without a saved view.

use kernel::db::Q;
use kernel::{Context, RecordKind, Result, invalid};

use super::{is_word, require_sight};

/// The most columns of a list.
const MOST: usize = 100;

/// The keys of the person's columns; empty where the usual ones are shown.
pub(super) async fn of(cx: &Context, kind: RecordKind) -> Result<Vec<String>> {
    let Some(me) = cx.staff_id() else { return Ok(Vec::new()) };
    let q = Q::new("select columns from view_columns where staff_id = ? and record_kind = ?");
    let kept: Option<(String,)> = q.bind(me).bind(kind.code()).optional(cx.db()).await?;
    let kept = kept.map(|(columns,)| columns).unwrap_or_default();
    Ok(kept.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect())
}

/// Chooses the columns that lists have for the person alone; none for the usual ones.
///
/// # Errors
/// `Forbidden` for who sees no records of the kind; `Invalid` for what are no keys.
pub async fn choose(cx: &Context, kind: RecordKind, columns: &[String]) -> Result<()> {
    require_sight(cx, kind)?;
    let me = cx.actor.staff()?.id;
    check(columns)?;
    cx.tx(|tx| async move {
        Q::new("insert into view_columns (staff_id, record_kind, columns) values (?, ?, ?)")
            .push("on conflict (staff_id, record_kind) do update set columns = excluded.columns")
            .bind(me)
            .bind(kind.code())
            .bind(columns.join(","))
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

/// # Errors
/// `Invalid` for too many columns, and for what are no keys.
pub(super) fn check(columns: &[String]) -> Result<()> {
    let fits = columns.len() <= MOST
        && columns.iter().all(|key| !key.is_empty() && is_word(key) && !key.contains(','));
    if fits { Ok(()) } else { Err(invalid("columns", "fields-unfit")) }
}
