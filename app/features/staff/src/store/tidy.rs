//! What is swept away once a day: nothing here is shown anywhere any more.

use futures::FutureExt;
use kernel::db::Q;
use kernel::{Context, Instant, JobKind, Result};

use crate::sessions::IDLE_LIMIT;

/// Read notifications are kept for so long.
const NOTIFICATIONS_KEPT: i64 = 90 * Instant::DAY;

/// Removes sessions and links that are over, old tries and old notifications.
pub const TIDY: JobKind = JobKind {
    name: "staff.tidy",
    run: |cx, _| async move { tidy(&cx).await }.boxed(),
    every: Some(Instant::DAY),
};

async fn tidy(cx: &Context) -> Result<()> {
    cx.tx(|tx| async move {
        let sessions = Q::new("delete from session where expires_at <= ? or last_seen_at <= ?");
        sessions.bind(cx.now).bind(cx.now.plus(-IDLE_LIMIT)).run(&tx).await?;
        Q::new("delete from password_link where expires_at <= ?").bind(cx.now).run(&tx).await?;
        Q::new("delete from attempt where at <= ?").bind(cx.now.plus(-Instant::DAY)).run(&tx).await?;
        let read = Q::new("delete from notification where read_at <= ?");
        read.bind(cx.now.plus(-NOTIFICATIONS_KEPT)).run(&tx).await.map(drop)
    })
    .await
}
