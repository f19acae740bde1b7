//! The row of a webhook.

use kernel::db::{FromRow, Json, On, Q};
use kernel::{Error, Instant, Result, StaffId, Version, WebhookId};

use crate::{OffBecause, Webhook, WebhookEdit, WebhookState};

/// A webhook as people see it: without its secret.
#[derive(FromRow)]
struct Row {
    id: WebhookId,
    url: String,
    description: String,
    kinds: Json<Vec<String>>,
    includes_runs: bool,
    state: String,
    off_because: Option<String>,
    staff_id: Option<StaffId>,
    staff_name: Option<String>,
    failing_since: Option<Instant>,
    former_until: Option<Instant>,
    waiting: i64,
    failed: i64,
    version: Version,
    created_at: Instant,
}

fn columns() -> Q {
    Q::new("select w.id, w.url, w.description, w.kinds, w.includes_runs, w.state, w.off_because, w.staff_id,")
        .push("s.name as staff_name, w.failing_since, w.former_until, w.version, w.created_at,")
        .push("(select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting,")
        .push("(select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'failed') as failed")
        .push("from webhook w left join staff s on s.id = w.staff_id")
}

impl TryFrom<Row> for Webhook {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let state = WebhookState::parse(&row.state);
        let state =
            state.ok_or_else(|| Error::internal(format_args!("state `{}` of a webhook", row.state)))?;
        let edit = WebhookEdit {
            url: row.url,
            description: row.description,
            kinds: row.kinds.0,
            includes_runs: row.includes_runs,
            is_paused: state == WebhookState::Paused,
        };
        Ok(Self {
            id: row.id,
            edit,
            state,
            off_because: row.off_because.as_deref().and_then(OffBecause::parse),
            staff_id: row.staff_id,
            staff_name: row.staff_name,
            failing_since: row.failing_since,
            former_until: row.former_until,
            waiting: row.waiting,
            failed: row.failed,
            version: row.version,
            created_at: row.created_at,
        })
    }
}

/// All of them, the oldest first.
pub(super) async fn all(on: impl Into<On<'_>>) -> Result<Vec<Webhook>> {
    let rows: Vec<Row> = columns().push("order by w.id").all(on).await?;
    rows.into_iter().map(Webhook::try_from).collect()
}

/// One of them; in a transaction nobody else changes it until that is over.
pub(super) async fn one(on: impl Into<On<'_>>, id: WebhookId) -> Result<Webhook> {
    let on = on.into();
    if let On::Tx(tx) = on {
        let lock = Q::new("select id from webhook where id = ?").bind(id).dialect("", "for update");
        lock.number(tx).await?;
    }
    columns().push("where w.id = ?").bind(id).one::<Row>(on).await?.try_into()
}
