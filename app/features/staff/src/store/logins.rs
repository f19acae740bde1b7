//! Who signs in, and with what. Staff and contacts of customers share one page for that, so no e-mail address is there
//! twice.

use kernel::db::{FromRow, On, Q, Tx};
use kernel::{Actor, ContactId, Context, Error, Result, StaffId};
use serde_json::Value;

use super::{links, sessions, told};
use crate::guests::Guests;

/// Whose address, session or link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Login {
    /// Somebody who works here.
    Staff(StaffId),
    /// A person at a customer.
    Contact(ContactId),
}

/// The two columns of whom something belongs to, one of which is empty.
#[derive(Clone, Copy, Debug, FromRow)]
pub(crate) struct Owner {
    pub staff_id: Option<StaffId>,
    pub contact_id: Option<ContactId>,
}

impl Login {
    /// The column with the number.
    pub(crate) fn column(self) -> (&'static str, i64) {
        match self {
            Self::Staff(id) => ("staff_id", id.0),
            Self::Contact(id) => ("contact_id", id.0),
        }
    }

    pub(crate) fn staff(self) -> Option<StaffId> {
        match self {
            Self::Staff(id) => Some(id),
            Self::Contact(_) => None,
        }
    }

    pub(crate) fn contact(self) -> Option<ContactId> {
        match self {
            Self::Contact(id) => Some(id),
            Self::Staff(_) => None,
        }
    }

    /// Who asks, as somebody who signs in.
    ///
    /// # Errors
    /// `Unauthenticated` for nobody and for the house itself.
    pub(crate) fn of(actor: &Actor) -> Result<Self> {
        match actor {
            Actor::Contact(contact) => Ok(Self::Contact(contact.id)),
            other => other.staff().map(|staff| Self::Staff(staff.id)),
        }
    }

    /// Writes down what happened to the login; the kinds are those of staff and of contacts.
    ///
    /// # Errors
    /// Those of the database.
    pub(crate) async fn tell(
        self,
        cx: &Context,
        tx: &Tx,
        [of_staff, of_contact]: [&'static str; 2],
        payload: Value,
    ) -> Result<()> {
        match self {
            Self::Staff(id) => cx.record(tx, told(of_staff, id, payload)).await,
            Self::Contact(id) => {
                let event = (Guests::of(cx)?.event)(cx, tx, id, of_contact, payload).await?;
                match event {
                    Some(event) => cx.record(tx, event).await,
                    None => Ok(()),
                }
            }
        }
    }
}

impl Owner {
    pub(crate) fn login(self) -> Result<Login> {
        match (self.staff_id, self.contact_id) {
            (Some(id), _) => Ok(Login::Staff(id)),
            (None, Some(id)) => Ok(Login::Contact(id)),
            (None, None) => Err(Error::internal("a login that is nobody's")),
        }
    }
}

/// Gives a login this address (as [`kernel::normal::email`] makes it) in place of the one it had, or none.
///
/// # Errors
/// `Duplicate` of `login_email.email_norm` for an address that another login has.
pub async fn set(tx: &Tx, login: Login, email: Option<&str>) -> Result<()> {
    let (column, id) = login.column();
    Q::new("delete from login_email where").push(column).push("= ?").bind(id).run(tx).await?;
    let Some(email) = email else { return Ok(()) };
    let q = Q::new("insert into login_email (email_norm,").push(column).push(") values (?, ?)");
    q.bind(email).bind(id).run(tx).await.map(drop)
}

/// Ends all sessions and links of a login: of somebody who signs in no more, or with another address.
///
/// # Errors
/// Those of the database.
pub async fn shut(cx: &Context, tx: &Tx, login: Login) -> Result<()> {
    sessions::end_where(cx, tx, login, None).await?;
    links::end_all(tx, login).await
}

/// Whether another login has this address.
///
/// # Errors
/// Those of the database.
pub async fn is_taken(on: On<'_>, login: Login, email: &str) -> Result<bool> {
    let (column, id) = login.column();
    let q = Q::new("select count(*) from login_email where email_norm = ? and (").push(column);
    let others = q.push("is null or").push(column).push("<> ?)").bind(email).bind(id).number(on).await?;
    Ok(others > 0)
}

/// The problem of an address that another login has.
pub fn taken(error: Error, field: &'static str, problem: &'static str) -> Error {
    error.on_duplicate("login_email.email_norm", field, problem)
}

/// Which of these contacts have a password.
///
/// # Errors
/// Those of the database.
pub async fn with_password(on: impl Into<On<'_>>, contacts: &[ContactId]) -> Result<Vec<ContactId>> {
    let q = Q::new("select contact_id from contact_login where password_hash is not null and");
    let rows: Vec<(ContactId,)> = q.any_of("contact_id", contacts.iter().map(|id| id.0)).all(on).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Takes all that logins of contacts have out of the database.
///
/// # Errors
/// Those of the database.
pub async fn purge_contacts(tx: &Tx, contacts: &[i64]) -> Result<()> {
    for table in ["login_email", "session", "password_link", "contact_login"] {
        let q = Q::new("delete from").push(table).push("where");
        q.any_of("contact_id", contacts.iter().copied()).run(tx).await?;
    }
    Ok(())
}

/// The event's kind for staff and for contacts.
pub(crate) mod kinds {
    pub(crate) const SIGNED_IN: [&str; 2] = ["staff.signed_in", "contact.signed_in"];
    pub(crate) const SIGNED_OUT: [&str; 2] = ["staff.signed_out", "contact.signed_out"];
    pub(crate) const FAILED: [&str; 2] = ["staff.sign_in_failed", "contact.sign_in_failed"];
    pub(crate) const ENDED: [&str; 2] = ["staff.sessions_ended", "contact.sessions_ended"];
    pub(crate) const ASKED: [&str; 2] = ["staff.password_asked", "contact.password_asked"];
    pub(crate) const CHANGED: [&str; 2] = ["staff.password_changed", "contact.password_changed"];
}
