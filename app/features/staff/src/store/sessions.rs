//! Sessions: in which browsers a person is signed in.

use kernel::db::{FromRow, Q, Tx};
use kernel::{ContactId, Context, Instant, Result, SessionId, StaffId, entropy};
use serde_json::json;

use super::logins::{Login, Owner, kinds};
use crate::SessionRow;
use crate::sessions::{ABSOLUTE_LIMIT, IDLE_LIMIT, Origin};

/// The session of a cookie, and whose it is.
#[derive(FromRow)]
pub(crate) struct Open {
    pub session_id: SessionId,
    pub last_seen_at: Instant,
    /// See [`crate::sessions::Viewing`].
    pub viewing: Option<String>,
    /// Whose, if it is a contact's; then nothing of the rest is there.
    pub contact_id: Option<ContactId>,
    pub id: Option<StaffId>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub is_admin: Option<bool>,
    pub language: Option<String>,
    pub theme: Option<String>,
    pub capabilities: Option<String>,
}

/// Opens a session and gives its secret. Only the secret's digest is kept.
pub(crate) async fn open(cx: &Context, tx: &Tx, login: Login, from: &Origin) -> Result<String> {
    let secret = entropy::secret();
    let id =
        Q::new("insert into session (token_hash, staff_id, contact_id, address, user_agent, created_at,")
            .push("last_seen_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
            .bind(entropy::digest(&secret))
            .bind(login.staff())
            .bind(login.contact())
            .bind(&from.address)
            .bind(from.browser())
            .bind(cx.now)
            .bind(cx.now)
            .bind(cx.now.plus(ABSOLUTE_LIMIT))
            .number(tx)
            .await?;
    seen(cx, tx, login).await?;
    let payload = json!({ "session_id": id, "address": from.address, "user_agent": from.browser() });
    login.tell(cx, tx, kinds::SIGNED_IN, payload).await?;
    Ok(secret)
}

/// The session of this secret, if it has not ended and a member of staff whose it is still works here.
pub(crate) async fn find(cx: &Context, secret: &str) -> Result<Option<Open>> {
    Q::new("select s.id as session_id, s.last_seen_at, s.viewing, s.contact_id, p.id, p.name, p.email, p.is_admin,")
        .push("p.language, coalesce(p.theme, l.theme) as theme, r.capabilities")
        .push("from session s left join staff p on p.id = s.staff_id left join role r on r.id = p.role_id")
        .push("left join contact_login l on l.contact_id = s.contact_id")
        .push("where s.token_hash = ? and s.expires_at > ? and s.last_seen_at > ?")
        .push("and (s.contact_id is not null or p.is_active)")
        .bind(entropy::digest(secret))
        .bind(cx.now)
        .bind(cx.now.plus(-IDLE_LIMIT))
        .optional(cx.db())
        .await
}

/// With whose eyes a session looks from now on; `None` for one's own.
pub(crate) async fn view(tx: &Tx, id: SessionId, viewing: Option<String>) -> Result<()> {
    let update = Q::new("update session set viewing = ? where id = ? and staff_id is not null");
    update.bind(viewing).bind(id).run(tx).await.map(drop)
}

/// Notes that a person used their session.
pub(crate) async fn touch(cx: &Context, id: SessionId, login: Login) -> Result<()> {
    cx.tx(|tx| async move {
        let update = Q::new("update session set last_seen_at = ? where id = ? and last_seen_at < ?");
        update.bind(cx.now).bind(id).bind(cx.now).run(&tx).await?;
        seen(cx, &tx, login).await
    })
    .await
}

/// Notes when a person was last here: it is shown after the sessions are gone, too.
async fn seen(cx: &Context, tx: &Tx, login: Login) -> Result<()> {
    let q = match login {
        Login::Staff(id) => {
            Q::new("update staff set last_seen_at = ? where id = ? and coalesce(last_seen_at, 0) < ?")
                .bind(cx.now)
                .bind(id)
                .bind(cx.now)
        }
        Login::Contact(id) => Q::new("insert into contact_login (contact_id, last_seen_at) values (?, ?)")
            .push("on conflict (contact_id) do update set last_seen_at = excluded.last_seen_at")
            .bind(id)
            .bind(cx.now),
    };
    q.run(tx).await.map(drop)
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
pub(crate) async fn list(cx: &Context, login: Login, current: Option<SessionId>) -> Result<Vec<SessionRow>> {
    let (column, id) = login.column();
    let rows: Vec<Listed> =
        Q::new("select id, address, user_agent, created_at, last_seen_at from session where")
            .push(column)
            .push("= ? and expires_at > ? and last_seen_at > ? order by last_seen_at desc, id desc")
            .bind(id)
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
pub(crate) async fn end(cx: &Context, tx: &Tx, login: Login, id: SessionId) -> Result<()> {
    let (column, owner) = login.column();
    let q = Q::new("delete from session where id = ? and").push(column).push("= ?");
    let ended = q.bind(id).bind(owner).run(tx).await?;
    note_ended(cx, tx, login, ended).await
}

/// Ends the session of this secret.
pub(crate) async fn end_by_secret(cx: &Context, tx: &Tx, secret: &str) -> Result<()> {
    let q = Q::new("delete from session where token_hash = ? returning staff_id, contact_id");
    let ended: Option<Owner> = q.bind(entropy::digest(secret)).optional(tx).await?;
    match ended {
        Some(owner) => {
            let login = owner.login()?;
            seen(cx, tx, login).await?;
            login.tell(cx, tx, kinds::SIGNED_OUT, json!({ "sessions": 1 })).await
        }
        None => Ok(()),
    }
}

/// Ends the sessions of a person, all but `keep`.
pub(crate) async fn end_where(cx: &Context, tx: &Tx, login: Login, keep: Option<SessionId>) -> Result<()> {
    let (column, owner) = login.column();
    let q = Q::new("delete from session where").push(column).push("= ? and id <> ?");
    let ended = q.bind(owner).bind(keep.unwrap_or(SessionId(0))).run(tx).await?;
    note_ended(cx, tx, login, ended).await
}

async fn note_ended(cx: &Context, tx: &Tx, login: Login, ended: u64) -> Result<()> {
    if ended == 0 {
        return Ok(());
    }
    login.tell(cx, tx, kinds::ENDED, json!({ "sessions": ended })).await
}
