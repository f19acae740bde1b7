//! Signing in and out, and whose cookie it is.
//!
//! A session ends 14 days after it was last used, and 90 days after it began, whichever comes first. What a person may do is
//! read with every request: a role that is narrowed, a person who leaves, a password that changes take effect at once.

use std::sync::Arc;

use kernel::{
    Actor, ContactId, Context, Foyer, Instant, Language, Limit, Result, SessionId, StaffActor, StaffId,
    entropy, forbidden, invalid, normal,
};
use serde_json::json;

use crate::guests::Guests;
use crate::password::hash;
use crate::role::rights;
use crate::store::logins::{Login, Owner, kinds};
use crate::store::{self, sessions as rows};
use crate::{SessionRow, viewing};

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
    /// Who asks: the member of staff or the contact, or with whose eyes the member of staff looks.
    pub actor: Actor,
    /// The e-mail address.
    pub email: String,
    /// The language, if the person chose one.
    pub language: Option<Language>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// With whose eyes a member of staff looks: the name of the role or of the contact.
    pub viewing: Option<String>,
    /// The session. The server provides all of this as a context beside [`Context`], so that a page knows its own session.
    pub session_id: SessionId,
}

/// Whose cookie this is, now; `None` when the session has ended.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn authenticate(foyer: &Arc<Foyer>, secret: &str) -> Result<Option<SignedIn>> {
    let cx = Context::system(foyer);
    let Some(open) = rows::find(&cx, secret).await? else { return Ok(None) };
    let login = Owner { staff_id: open.id, contact_id: open.contact_id }.login()?;
    if open.last_seen_at.plus(Instant::MINUTE) <= cx.now
        && let Err(error) = rows::touch(&cx, open.session_id, login).await
    {
        // A full disk must not keep people from reading.
        tracing::warn!(%error, "the use of a session could not be noted");
    }
    match login {
        Login::Staff(id) => viewing::eyes(&cx, of_staff(id, open)).await.map(Some),
        Login::Contact(id) => of_contact(&cx, id, open).await,
    }
}

/// The member of staff, with what they look at just now.
fn of_staff(id: StaffId, open: rows::Open) -> (SignedIn, Option<String>) {
    let actor = Actor::Staff(StaffActor {
        id,
        name: open.name.unwrap_or_default(),
        is_admin: open.is_admin.unwrap_or_default(),
        capabilities: rights(open.capabilities.as_deref()),
        token: None,
        is_viewing: false,
    });
    let signed_in = SignedIn {
        actor,
        email: open.email.unwrap_or_default(),
        language: open.language.as_deref().and_then(Language::parse),
        theme: open.theme.unwrap_or_default(),
        viewing: None,
        session_id: open.session_id,
    };
    (signed_in, open.viewing)
}

async fn of_contact(cx: &Context, id: ContactId, open: rows::Open) -> Result<Option<SignedIn>> {
    let Some(guest) = Guests::find(cx, id).await? else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::Contact(guest.actor),
        email: guest.email,
        language: guest.language,
        theme: open.theme.unwrap_or_else(|| "auto".to_owned()),
        viewing: None,
        session_id: open.session_id,
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
    let found = store::credentials(cx, &email).await?;
    let (login, hash) = found.map_or((None, None), |found| (Some(found.login), found.password_hash));
    let matches = hash::matches(password, hash).await?;
    let cx = &cx.on_behalf(Actor::System);
    let Some(login) = login.filter(|_| matches) else {
        note_failure(cx, login, from).await?;
        return Err(invalid("password", "sign-in-wrong"));
    };
    cx.forget_tries(&account).await?;
    cx.tx(|tx| async move { rows::open(cx, &tx, login, from).await }).await
}

async fn note_failure(cx: &Context, login: Option<Login>, from: &Origin) -> Result<()> {
    let payload = &json!({ "address": from.address, "user_agent": from.browser() });
    let login = login.unwrap_or(Login::Staff(StaffId(0)));
    cx.tx(|tx| async move { login.tell(cx, &tx, kinds::FAILED, payload.clone()).await }).await
}

/// Ends the session of this cookie.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn sign_out(cx: &Context, secret: &str) -> Result<()> {
    let house = cx.on_behalf(Actor::System);
    // Who looks with the eyes of somebody else can leave, all the same.
    let cx = if cx.actor.is_viewing() { &house } else { cx };
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
    rows::list(cx, Login::of(&cx.actor)?, current).await
}

/// Ends a session of the person who asks.
///
/// # Errors
/// `Unauthenticated`.
pub async fn end(cx: &Context, id: SessionId) -> Result<()> {
    let me = Login::of(&cx.actor)?;
    cx.tx(|tx| async move { rows::end(cx, &tx, me, id).await }).await
}

/// Ends all sessions of the person who asks but the current one.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` when there is no current one, as for a token.
pub async fn end_others(cx: &Context, current: Option<SessionId>) -> Result<()> {
    let me = Login::of(&cx.actor)?;
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
        rows::end_where(cx, &tx, Login::Staff(staff), None).await
    })
    .await
}
