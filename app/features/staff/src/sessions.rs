//! Signing in and out, and whose cookie it is.
//!
//! A session ends 14 days after it was last used, and 90 days after it began, whichever comes first. What a person may do is
//! read with every request: a role that is narrowed, a person who leaves, a password that changes take effect at once.

use std::sync::Arc;

use kernel::{
    Actor, Context, Foyer, Instant, Language, Limit, Result, SessionId, StaffActor, StaffId, entropy,
    forbidden, invalid, normal,
};
use serde_json::json;

use crate::SessionRow;
use crate::password::hash;
use crate::role::rights;
use crate::store::{self, sessions as rows, told};

/// A session that is not used for so long has ended.
pub const IDLE_LIMIT: i64 = 14 * Instant::DAY;
/// So long after it began, every session has ended.
pub const ABSOLUTE_LIMIT: i64 = 90 * Instant::DAY;

const QUARTER: i64 = 15 * Instant::MINUTE;
const TRIES_OF_ACCOUNT: Limit = Limit { tries: 10, window: QUARTER };
const TRIES_OF_ADDRESS: Limit = Limit { tries: 50, window: QUARTER };

/// Where somebody signs in from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
}

impl Origin {
    /// What the browser calls itself, as much of it as is kept.
    pub(crate) fn browser(&self) -> String {
        self.user_agent.chars().filter(|c| !c.is_control()).take(300).collect()
    }
}

/// Who a session belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    /// The member of staff.
    pub actor: Actor,
    /// The e-mail address.
    pub email: String,
    /// The language, if the person chose one.
    pub language: Option<Language>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// The session. The server provides all of this as a context beside [`Context`], so that a page knows its own session.
    pub session_id: SessionId,
}

/// Whose cookie this is, now; `None` when the session has ended.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn authenticate(foyer: &Arc<Foyer>, secret: &str) -> Result<Option<SignedIn>> {
    let cx = Context::system(foyer);
    let Some(owner) = rows::owner(&cx, secret).await? else { return Ok(None) };
    if owner.last_seen_at.plus(Instant::MINUTE) <= cx.now
        && let Err(error) = rows::touch(&cx, owner.session_id, owner.id).await
    {
        // A full disk must not keep people from reading.
        tracing::warn!(%error, "the use of a session could not be noted");
    }
    let actor = Actor::Staff(StaffActor {
        id: owner.id,
        name: owner.name,
        is_admin: owner.is_admin,
        capabilities: rights(owner.capabilities.as_deref()),
        token: None,
    });
    let language = owner.language.as_deref().and_then(Language::parse);
    Ok(Some(SignedIn {
        actor,
        email: owner.email,
        language,
        theme: owner.theme,
        session_id: owner.session_id,
    }))
}

/// Signs somebody in and gives the cookie's secret. An unknown address, a wrong password and somebody who has left get the
/// same answer after the same time.
///
/// # Errors
/// `Invalid` for `password` (`sign-in-wrong`), `TooMany` after 10 tries of an account or 50 of an address in 15 minutes.
pub async fn sign_in(cx: &Context, email: &str, password: &str, from: &Origin) -> Result<String> {
    // A digest, because what is typed here is as long as anybody likes, and sometimes a password.
    let email = normal::email(email).unwrap_or_default();
    let account = format!("sign-in:{}", entropy::digest(&email));
    cx.count_try(&format!("sign-in-from:{}", from.address), TRIES_OF_ADDRESS).await?;
    cx.count_try(&account, TRIES_OF_ACCOUNT).await?;
    let found = store::credentials(cx.db(), &email).await?;
    let (id, hash) = found.map_or((None, None), |found| (Some(found.id), found.password_hash));
    let matches = hash::matches(password, hash).await?;
    let Some(id) = id.filter(|_| matches) else {
        note_failure(cx, id, from).await?;
        return Err(invalid("password", "sign-in-wrong"));
    };
    cx.forget_tries(&account).await?;
    let cx = &cx.on_behalf(Actor::System);
    cx.tx(|tx| async move { rows::open(cx, &tx, id, from).await }).await
}

async fn note_failure(cx: &Context, id: Option<StaffId>, from: &Origin) -> Result<()> {
    let payload = &json!({ "address": from.address, "user_agent": from.browser() });
    let id = id.unwrap_or(StaffId(0));
    cx.tx(|tx| async move { cx.record(&tx, told("staff.sign_in_failed", id, payload.clone())).await }).await
}

/// Ends the session of this cookie.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn sign_out(cx: &Context, secret: &str) -> Result<()> {
    cx.tx(|tx| async move { rows::end_by_secret(cx, &tx, secret).await }).await
}

/// The session of the request that is being served, if the server provided it.
pub fn current() -> Option<SessionId> {
    leptos::prelude::use_context::<SignedIn>().map(|person| person.session_id)
}

/// The open sessions of the person who asks, the one used last first.
///
/// # Errors
/// `Unauthenticated`.
pub async fn list_mine(cx: &Context, current: Option<SessionId>) -> Result<Vec<SessionRow>> {
    rows::list(cx, cx.actor.staff()?.id, current).await
}

/// Ends a session of the person who asks.
///
/// # Errors
/// `Unauthenticated`.
pub async fn end(cx: &Context, id: SessionId) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move { rows::end(cx, &tx, me, id).await }).await
}

/// Ends all sessions of the person who asks but the current one.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` when there is no current one, as for a token.
pub async fn end_others(cx: &Context, current: Option<SessionId>) -> Result<()> {
    let me = cx.actor.staff()?.id;
    let current = Some(current.ok_or_else(|| forbidden("error-forbidden"))?);
    cx.tx(|tx| async move { rows::end_where(cx, &tx, me, current).await }).await
}

/// Ends all sessions of a person.
///
/// # Errors
/// `Forbidden` for all but administrators; `NotFound` if there is no such person.
pub async fn end_all_of(cx: &Context, staff: StaffId) -> Result<()> {
    cx.actor.require_admin()?;
    cx.tx(|tx| async move {
        store::find_on(&tx, staff).await?;
        rows::end_where(cx, &tx, staff, None).await
    })
    .await
}
