//! What signing in asks: passwords of staff and of contacts.

use kernel::db::{FromRow, Q, Tx};
use kernel::{ContactId, Context, Language, Result, StaffId};

use super::links;
use super::logins::{Login, Owner};
use crate::guests::Guests;

/// What signing in needs to know of somebody.
pub(crate) struct Credentials {
    pub login: Login,
    pub name: String,
    pub email: String,
    pub password_hash: Option<String>,
    pub language: Option<Language>,
}

/// The credentials of who may sign in with this address, in its form for comparing. The same is asked for every address,
/// so that the time it takes tells nobody whether, and as whom, it is known.
pub(crate) async fn credentials(cx: &Context, email: &str) -> Result<Option<Credentials>> {
    let q = Q::new("select staff_id, contact_id from login_email where email_norm = ?");
    let owner = q.bind(email).optional::<Owner>(cx.db()).await?;
    let staff = of_staff(cx, owner.and_then(|owner| owner.staff_id).unwrap_or(StaffId(0))).await?;
    let contact = owner.and_then(|owner| owner.contact_id).unwrap_or(ContactId(0));
    Ok(staff.or(of_contact(cx, contact).await?))
}

/// The credentials of somebody who may sign in.
pub(crate) async fn credentials_of(cx: &Context, login: Login) -> Result<Option<Credentials>> {
    match login {
        Login::Staff(id) => of_staff(cx, id).await,
        Login::Contact(id) => of_contact(cx, id).await,
    }
}

#[derive(FromRow)]
struct StaffRow {
    name: String,
    email: String,
    password_hash: Option<String>,
    language: Option<String>,
}

async fn of_staff(cx: &Context, id: StaffId) -> Result<Option<Credentials>> {
    let q = Q::new("select name, email, password_hash, language from staff where is_active and id = ?");
    let row = q.bind(id).optional::<StaffRow>(cx.db()).await?;
    Ok(row.map(|StaffRow { name, email, password_hash, language }| Credentials {
        login: Login::Staff(id),
        name,
        email,
        password_hash,
        language: language.as_deref().and_then(Language::parse),
    }))
}

async fn of_contact(cx: &Context, id: ContactId) -> Result<Option<Credentials>> {
    // A house without customers has no contacts.
    let Ok(guests) = Guests::of(cx) else { return Ok(None) };
    let guest = (guests.find)(cx, id).await?;
    let q = Q::new("select password_hash from contact_login where contact_id = ?").bind(id);
    let row = q.optional::<(Option<String>,)>(cx.db()).await?;
    Ok(guest.map(|guest| Credentials {
        login: Login::Contact(id),
        name: guest.actor.name,
        email: guest.email,
        password_hash: row.and_then(|(hash,)| hash),
        language: guest.language,
    }))
}

/// Gives somebody another password, and ends every link to set one.
pub(crate) async fn set_password(tx: &Tx, login: Login, hash: &str) -> Result<()> {
    let q = match login {
        Login::Staff(_) => Q::new("update staff set password_hash = ? where id = ?").bind(hash),
        Login::Contact(_) => Q::new("insert into contact_login (password_hash, contact_id) values (?, ?)")
            .push("on conflict (contact_id) do update set password_hash = excluded.password_hash")
            .bind(hash),
    };
    q.bind(login.column().1).run(tx).await?;
    links::end_all(tx, login).await
}
