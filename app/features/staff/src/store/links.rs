//! Links to set a new password: each for one use, for 48 hours, and only the last one of a person.

use kernel::db::{Q, Tx};
use kernel::{Context, Instant, Language, Mail, Result, Text, entropy};

use super::logins::{Login, Owner};

/// How long a link can be used.
pub const LIFETIME: i64 = 48 * Instant::HOUR;

/// Sends an invitation to somebody who has just been added.
pub(crate) async fn invite(
    cx: &Context,
    tx: &Tx,
    login: Login,
    email: &str,
    language: Option<Language>,
) -> Result<()> {
    send(cx, tx, login, email, language, ["mail-invitation-subject", "mail-invitation-body"]).await
}

/// Sends a contact the link with which it sets its first password, or another one.
pub(crate) async fn welcome(
    cx: &Context,
    tx: &Tx,
    login: Login,
    email: &str,
    language: Option<Language>,
) -> Result<()> {
    send(cx, tx, login, email, language, ["mail-portal-link-subject", "mail-portal-link-body"]).await
}

/// Sends a link to somebody who forgot the password.
pub(crate) async fn remind(
    cx: &Context,
    tx: &Tx,
    login: Login,
    email: &str,
    language: Option<Language>,
) -> Result<()> {
    send(cx, tx, login, email, language, ["mail-password-subject", "mail-password-body"]).await
}

async fn send(
    cx: &Context,
    tx: &Tx,
    login: Login,
    email: &str,
    language: Option<Language>,
    [subject, body]: [&'static str; 2],
) -> Result<()> {
    let secret = make(cx, tx, login).await?;
    let organisation = cx.organisation();
    let named = |key: &'static str| Text::new(key).with("organisation", &organisation.name);
    let mail = Mail {
        to: email.to_owned(),
        language: language.unwrap_or(organisation.language),
        subject: named(subject),
        body: vec![named(body), Text::new("mail-password-limits")],
        path: Some(format!("/new-password?token={secret}")),
    };
    cx.post(tx, mail).await.map(drop)
}

/// Makes a link's secret, and ends the earlier ones.
pub(crate) async fn make(cx: &Context, tx: &Tx, login: Login) -> Result<String> {
    end_all(tx, login).await?;
    let secret = entropy::secret();
    Q::new("insert into password_link (token_hash, staff_id, contact_id, expires_at) values (?, ?, ?, ?)")
        .bind(entropy::digest(&secret))
        .bind(login.staff())
        .bind(login.contact())
        .bind(cx.now.plus(LIFETIME))
        .run(tx)
        .await?;
    Ok(secret)
}

/// Whose link this is, if it can still be used.
pub(crate) async fn owner(cx: &Context, secret: &str) -> Result<Option<Login>> {
    let found =
        Q::new("select staff_id, contact_id from password_link where token_hash = ? and expires_at > ?");
    let row = found.bind(entropy::digest(secret)).bind(cx.now).optional::<Owner>(cx.db()).await?;
    row.map(Owner::login).transpose()
}

/// Uses a link up. Of several who try at once, one gets the owner.
pub(crate) async fn take(cx: &Context, tx: &Tx, secret: &str) -> Result<Option<Login>> {
    let taken = Q::new("delete from password_link where token_hash = ? and expires_at > ?");
    let taken = taken.push("returning staff_id, contact_id").bind(entropy::digest(secret)).bind(cx.now);
    taken.optional::<Owner>(tx).await?.map(Owner::login).transpose()
}

/// Ends all links of a person.
pub(crate) async fn end_all(tx: &Tx, login: Login) -> Result<()> {
    let (column, id) = login.column();
    Q::new("delete from password_link where").push(column).push("= ?").bind(id).run(tx).await.map(drop)
}
