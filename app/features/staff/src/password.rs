//! Passwords: forgotten, set by a link, changed.

pub mod hash;
pub mod policy;

use futures::FutureExt;
use kernel::db::Tx;
use kernel::{
    Actor, ContactId, Context, Error, Instant, JobKind, Language, Limit, Result, SessionId, entropy, invalid,
    normal,
};
use serde_json::{Value, json};

use crate::store::logins::{Login, kinds};
use crate::store::{self, links, sessions, tokens};

const ASKED_OF_ACCOUNT: Limit = Limit { tries: 5, window: Instant::HOUR };
const ASKED_FROM_ADDRESS: Limit = Limit { tries: 20, window: 15 * Instant::MINUTE };
/// The job waits until the answer has long been given: for somebody known it does more, which would make a busy machine
/// answer later.
const AFTER_THE_ANSWER: i64 = Instant::SECOND;
const TRIED_BY_PERSON: Limit = Limit { tries: 10, window: 15 * Instant::MINUTE };

/// Asks for a link to set a new password. It comes by mail, if somebody with this address works here; the answer and the
/// time it takes are the same either way, because the mail is written later by a job.
///
/// # Errors
/// `TooMany` after 5 tries for an account in an hour or 20 from an address in 15 minutes.
pub async fn ask(cx: &Context, email: &str, address: &str) -> Result<()> {
    let email = &normal::email(email).unwrap_or_default();
    cx.count_try(&format!("password-from:{address}"), ASKED_FROM_ADDRESS).await?;
    cx.count_try(&format!("password:{}", entropy::digest(email)), ASKED_OF_ACCOUNT).await?;
    let later = cx.now.plus(AFTER_THE_ANSWER);
    cx.tx(|tx| async move { cx.enqueue(&tx, ASKED.name, json!({ "email": email }), later, None).await }).await
}

/// Writes the mail to somebody who asked for a link, if there is such a person.
pub const ASKED: JobKind = JobKind {
    name: "staff.password_asked",
    run: |cx, payload| async move { remind(&cx, &payload).await }.boxed(),
    every: None,
};

async fn remind(cx: &Context, payload: &Value) -> Result<()> {
    let email = payload["email"].as_str().unwrap_or_default();
    let Some(person) = &store::credentials(cx, email).await? else { return Ok(()) };
    cx.tx(|tx| async move {
        links::remind(cx, &tx, person.login, &person.email, person.language).await?;
        person.login.tell(cx, &tx, kinds::ASKED, Value::Null).await
    })
    .await
}

/// Sets the password of whom the link was sent to. Whoever knew the old one is signed out everywhere, and the person's
/// tokens end: the account may have been in other hands.
///
/// # Errors
/// `Invalid` for `token` when the link is over, for `password` when it is refused; the link can be used again then.
pub async fn set(cx: &Context, link_secret: &str, new_password: &str) -> Result<()> {
    let over = || invalid("token", "password-link-over");
    let login = links::owner(cx, link_secret).await?.ok_or_else(over)?;
    let person = store::credentials_of(cx, login).await?.ok_or_else(over)?;
    policy::check(new_password, &[&person.name, &person.email, &cx.organisation().name])?;
    let hash = &hash::make(new_password).await?;
    let cx = &cx.on_behalf(Actor::System);
    cx.tx(|tx| async move {
        let login = links::take(cx, &tx, link_secret).await?.ok_or_else(over)?;
        replace(cx, &tx, login, hash, "link").await?;
        match login {
            Login::Staff(staff) => tokens::end_all(cx, &tx, staff).await,
            Login::Contact(_) => Ok(()),
        }
    })
    .await
}

/// Sets the password, and signs out whoever knew the one before.
async fn replace(cx: &Context, tx: &Tx, login: Login, hash: &str, by: &str) -> Result<()> {
    store::set_password(tx, login, hash).await?;
    sessions::end_where(cx, tx, login, None).await?;
    login.tell(cx, tx, kinds::CHANGED, json!({ "by": by })).await
}

/// Whether this link can still be used.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn is_link_open(cx: &Context, link_secret: &str) -> Result<bool> {
    Ok(links::owner(cx, link_secret).await?.is_some())
}

/// Changes the password of the person who asks. Their other sessions end.
///
/// # Errors
/// `Invalid` for `current_password` when it is wrong, for `password` when the new one is refused; `TooMany`.
pub async fn change(cx: &Context, current: &str, new: &str, keep: Option<SessionId>) -> Result<()> {
    let me = Login::of(&cx.actor)?;
    let (column, id) = me.column();
    cx.count_try(&format!("password-change:{column}:{id}"), TRIED_BY_PERSON).await?;
    let person = store::credentials_of(cx, me).await?.ok_or(Error::Unauthenticated)?;
    if !hash::matches(current, person.password_hash).await? {
        return Err(invalid("current_password", "password-current-wrong"));
    }
    policy::check(new, &[&person.name, &person.email, &cx.organisation().name])?;
    let hash = &hash::make(new).await?;
    cx.tx(|tx| async move {
        store::set_password(&tx, me, hash).await?;
        sessions::end_where(cx, &tx, me, keep).await?;
        me.tell(cx, &tx, kinds::CHANGED, json!({ "by": "self" })).await
    })
    .await
}

/// Sends somebody a link to set a password, on the wish of an administrator.
///
/// # Errors
/// `Forbidden` for all but administrators; `NotFound` for nobody and for who has left.
pub async fn send_link(cx: &Context, staff: kernel::StaffId) -> Result<()> {
    cx.actor.require_admin()?;
    let person = &store::credentials_of(cx, Login::Staff(staff)).await?.ok_or(Error::NotFound)?;
    cx.tx(|tx| async move {
        links::invite(cx, &tx, person.login, &person.email, person.language).await?;
        person.login.tell(cx, &tx, kinds::ASKED, json!({ "by": "administrator" })).await
    })
    .await
}

/// Sets somebody's password from the operator's command line, and ends their sessions.
///
/// # Errors
/// `Forbidden` for everybody but the house itself; `Invalid` for `password`.
pub async fn reset(cx: &Context, staff: kernel::StaffId, new: &str) -> Result<()> {
    if !matches!(cx.actor, Actor::System) {
        return Err(kernel::forbidden("error-forbidden"));
    }
    let login = Login::Staff(staff);
    let person = store::credentials_of(cx, login).await?.ok_or(Error::NotFound)?;
    policy::check(new, &[&person.name, &person.email, &cx.organisation().name])?;
    let hash = &hash::make(new).await?;
    cx.tx(|tx| async move { replace(cx, &tx, login, hash, "operator").await }).await
}

/// Whether this is a password that somebody of this name and address may have, and its hash: for passwords that staff set
/// for contacts. Hashing takes its time, so it comes before a transaction.
///
/// # Errors
/// `Invalid` for `password`.
pub async fn hashed(cx: &Context, password: &str, name: &str, email: &str) -> Result<String> {
    policy::check(password, &[name, email, &cx.organisation().name])?;
    hash::make(password).await
}

/// Sets the password of a contact, on the wish of staff who may: who asks this has asked for the right. The contact is
/// signed out everywhere.
///
/// # Errors
/// Those of the database.
pub async fn give(cx: &Context, tx: &Tx, contact: ContactId, hash: &str) -> Result<()> {
    replace(cx, tx, Login::Contact(contact), hash, "staff").await
}

/// Sends a contact the link with which it sets its password; earlier links end. Who asks this has asked for the right.
///
/// # Errors
/// Those of the database.
pub async fn send_contact_link(
    cx: &Context,
    tx: &Tx,
    contact: ContactId,
    email: &str,
    language: Option<Language>,
) -> Result<()> {
    let login = Login::Contact(contact);
    links::welcome(cx, tx, login, email, language).await?;
    login.tell(cx, tx, kinds::ASKED, json!({ "by": "staff" })).await
}
