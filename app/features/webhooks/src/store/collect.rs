//! What has happened becomes deliveries: each webhook follows the feed with its own cursor.

use kernel::db::{FromRow, Json, Q, Tx, Val};
use kernel::{Context, Error, Event, Instant, Result, StaffId, Version, WebhookId, feed};

use super::endpoints::switch_off;
use super::log::message_id;
use crate::{OffBecause, WebhookEdit};

/// So many events are looked at in one step.
const STEP: i64 = 500;
/// The cursor moves over so many events at least that do not concern the webhook: fewer are read again, which costs less
/// than a write.
const IDLE: usize = 100;
/// What is older is not sent any more, after a pause for example.
const OLDEST: i64 = 7 * Instant::DAY;

/// A webhook as it follows the feed.
#[derive(FromRow)]
struct Follower {
    kinds: Json<Vec<String>>,
    includes_runs: bool,
    cursor: String,
    staff_id: Option<StaffId>,
    rights: Option<String>,
    version: Version,
}

/// The webhooks that are on.
pub(crate) async fn active(cx: &Context) -> Result<Vec<WebhookId>> {
    let rows: Vec<(WebhookId,)> =
        Q::new("select id from webhook where state = 'on' order by id").all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Makes deliveries of the next events; says whether there may be more. The events and how far they were read are written
/// together, so none is missed and none comes twice, also with several servers.
pub(crate) async fn collect(cx: &Context, id: WebhookId) -> Result<bool> {
    let Some(follower) = follower(cx, id).await? else { return Ok(false) };
    let events = feed::events_after(cx.db(), &follower.cursor, STEP).await?;
    let events = events.ok_or_else(|| Error::internal(format_args!("the cursor of webhook {id}")))?;
    let Some(last) = events.last() else { return Ok(false) };
    let Some(reader) = reader(cx, follower.staff_id, follower.rights.as_deref()).await? else {
        switch_off(cx, id, follower.version, OffBecause::Staff).await?;
        return Ok(false);
    };
    let wanted: Vec<Event> = events.iter().filter_map(|event| follower.takes(&reader, event)).collect();
    if wanted.is_empty() && events.len() < IDLE {
        return Ok(false);
    }
    let (before, last, wanted) = (&follower.cursor, &last.cursor, &wanted);
    cx.tx(|tx| async move {
        let advance = Q::new("update webhook set cursor = ? where id = ? and cursor = ? and state = 'on'");
        match advance.bind(last).bind(id).bind(before).run(&tx).await? {
            // Another server was quicker.
            0 => Ok(()),
            _ => insert(cx, &tx, id, wanted).await,
        }
    })
    .await?;
    Ok(events.len() as i64 == STEP)
}

async fn follower(cx: &Context, id: WebhookId) -> Result<Option<Follower>> {
    let q = Q::new("select kinds, includes_runs, cursor, staff_id, rights, version from webhook");
    q.push("where id = ? and state = 'on'").bind(id).optional(cx.db()).await
}

/// The context of who answers for a webhook; the house itself for one of nobody's. `None` for who has left.
pub(crate) async fn reader(
    cx: &Context,
    staff_id: Option<StaffId>,
    rights: Option<&str>,
) -> Result<Option<Context>> {
    match staff_id {
        Some(staff_id) => staff::acting_within(cx, staff_id, rights).await,
        None => Ok(Some(cx.clone())),
    }
}

impl Follower {
    /// The event as it is sent, if it is.
    fn takes(&self, reader: &Context, event: &Event) -> Option<Event> {
        if event.at < reader.now.plus(-OLDEST) || (event.run_id.is_some() && !self.includes_runs) {
            return None;
        }
        let edit = WebhookEdit { kinds: self.kinds.0.clone(), ..WebhookEdit::default() };
        let seen = event.seen_by(&reader.actor)?;
        (edit.wants(&event.kind) || edit.wants(&seen.kind)).then_some(seen)
    }
}

async fn insert(cx: &Context, tx: &Tx, id: WebhookId, events: &[Event]) -> Result<()> {
    let row = |event: &Event| -> Vec<Val> {
        vec![
            message_id().into(),
            event.id.into(),
            event.kind.as_str().into(),
            event.record.kind.code().into(),
            event.record.id.into(),
            event.at.into(),
        ]
    };
    let rows: Vec<Vec<Val>> = events.iter().map(row).collect();
    Q::new("insert into webhook_delivery (webhook_id, message_id, event_id, kind, record_kind, record_id, created_at,")
        .push("state, next_at) select ?, r.value->>0, cast(r.value->>1 as bigint), r.value->>2, r.value->>3,")
        .push("cast(r.value->>4 as bigint), cast(r.value->>5 as bigint), 'waiting', ?")
        // Without a condition SQLite takes `on` for that of a join.
        .dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value)")
        .push("on conflict do nothing")
        .bind(id)
        .bind(cx.now)
        .bind(Val::rows(&rows))
        .run(tx)
        .await
        .map(drop)
}
