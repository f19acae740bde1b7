//! Sessions: in which browsers a person is signed in.

use kernel::db::{FromRow, Q, Tx};
use kernel::{Context, Instant, Result, SessionId, StaffId, entropy};
use serde_json::json;

use super::told;
use crate::SessionRow;
use crate::sessions::{ABSOLUTE_LIMIT, IDLE_LIMIT, Origin};

/// The owner of a session.
#[derive(FromRow)]
pub(crate) struct Owner {
    pub session_id: SessionId,
    pub last_seen_at: Instant,
    pub id: StaffId,
    pub name: String,
    pub email: String,
    pub is_admin: bool,
    pub language: Option<String>,
    pub theme: String,
    pub capabilities: Option<String>,
}

/// Opens a session and gives its secret. Only the secret's digest is kept.
pub(crate) async fn open(cx: &Context, tx: &Tx, staff: StaffId, from: &Origin) -> Result<String> {
    let secret = entropy::secret();
    let id = Q::new("insert into session (token_hash, staff_id, address, user_agent, created_at, last_seen_at, expires_at)")
        .push("values (?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(entropy::digest(&secret))
        .bind(staff)
        .bind(&from.address)
        .bind(from.browser())
        .bind(cx.now)
        .bind(cx.now)
        .bind(cx.now.plus(ABSOLUTE_LIMIT))
        .number(tx)
        .await?;
    seen(cx, tx, staff).await?;
    let payload = json!({ "session_id": id, "address": from.address, "user_agent": from.browser() });
    cx.record(tx, told("staff.signed_in", staff, payload)).await?;
    Ok(secret)
}

/// Whose session this is, if it has not ended and they still work here.
pub(crate) async fn owner(cx: &Context, secret: &str) -> Result<Option<Owner>> {
    Q::new("select s.id as session_id, s.last_seen_at, p.id, p.name, p.email, p.is_admin, p.language, p.theme,")
        .push("r.capabilities from session s join staff p on p.id = s.staff_id left join role r on r.id = p.role_id")
        .push("where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ? and p.is_active")
        .bind(entropy::digest(secret))
        .bind(cx.now)
        .bind(cx.now.plus(-IDLE_LIMIT))
        .optional(cx.db())
        .await
}

/// Notes that a person used their session.
pub(crate) async fn touch(cx: &Context, id: SessionId, staff: StaffId) -> Result<()> {
    cx.tx(|tx| async move {
        let update = Q::new("update session set last_seen_at = ? where id = ? and last_seen_at < ?");
        update.bind(cx.now).bind(id).bind(cx.now).run(&tx).await?;
        seen(cx, &tx, staff).await
    })
    .await
}

/// Notes when a person was last here: it is shown after the sessions are gone, too.
async fn seen(cx: &Context, tx: &Tx, staff: StaffId) -> Result<()> {
    let update = Q::new("update staff set last_seen_at = ? where id = ? and coalesce(last_seen_at, 0) < ?");
    update.bind(cx.now).bind(staff).bind(cx.now).run(tx).await.map(drop)
}

/// A session as [`list`] reads it.
#[derive(FromRow)]
struct Listed {
    id: SessionId,
    address: String,
    user_agent: String,
    created_at: Instant,
    last_seen_at: Instant,
}

/// The open sessions of a person, the one used last first.
pub(crate) async fn list(
    cx: &Context,
    staff: StaffId,
    current: Option<SessionId>,
) -> Result<Vec<SessionRow>> {
    let rows: Vec<Listed> = Q::new("select id, address, user_agent, created_at, last_seen_at from session")
        .push(
            "where staff_id = ? and expires_at > ? and last_seen_at > ? order by last_seen_at desc, id desc",
        )
        .bind(staff)
        .bind(cx.now)
        .bind(cx.now.plus(-IDLE_LIMIT))
        .all(cx.db())
        .await?;
    let row = |row: Listed| SessionRow {
        id: row.id,
        address: row.address,
        user_agent: row.user_agent,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        is_current: current == Some(row.id),
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Ends one session of a person; one that has ended already is as good as ended.
pub(crate) async fn end(cx: &Context, tx: &Tx, staff: StaffId, id: SessionId) -> Result<()> {
    let ended =
        Q::new("delete from session where id = ? and staff_id = ?").bind(id).bind(staff).run(tx).await?;
    note_ended(cx, tx, staff, ended).await
}

/// Ends the session of this secret.
pub(crate) async fn end_by_secret(cx: &Context, tx: &Tx, secret: &str) -> Result<()> {
    let digest = entropy::digest(secret);
    let ended: Option<(StaffId,)> = Q::new("delete from session where token_hash = ? returning staff_id")
        .bind(digest)
        .optional(tx)
        .await?;
    match ended {
        Some((staff,)) => {
            seen(cx, tx, staff).await?;
            cx.record(tx, told("staff.signed_out", staff, json!({ "sessions": 1 }))).await
        }
        None => Ok(()),
    }
}

/// Ends the sessions of a person, all but `keep`.
pub(crate) async fn end_where(cx: &Context, tx: &Tx, staff: StaffId, keep: Option<SessionId>) -> Result<()> {
    let ended = Q::new("delete from session where staff_id = ? and id <> ?")
        .bind(staff)
        .bind(keep.unwrap_or(SessionId(0)))
        .run(tx)
        .await?;
    note_ended(cx, tx, staff, ended).await
}

async fn note_ended(cx: &Context, tx: &Tx, staff: StaffId, ended: u64) -> Result<()> {
    if ended == 0 {
        return Ok(());
    }
    cx.record(tx, told("staff.sessions_ended", staff, json!({ "sessions": ended }))).await
}
