//! With which e-mail address somebody signs in. Staff and contacts of customers share one page for that, so no address is
//! there twice.

use kernel::db::{On, Q, Tx};
use kernel::{ContactId, Error, Result, StaffId};

/// Whose address it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Login {
    /// Somebody who works here.
    Staff(StaffId),
    /// A person at a customer.
    Contact(ContactId),
}

impl Login {
    fn column(self) -> (&'static str, i64) {
        match self {
            Self::Staff(id) => ("staff_id", id.0),
            Self::Contact(id) => ("contact_id", id.0),
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
