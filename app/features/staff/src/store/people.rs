//! Beginning, changing and leaving.

use kernel::db::{Q, Tx};
use kernel::{
    Audience, Context, Error, Language, NewEvent, RecordKind, Result, RoleId, StaffId, Text, Version,
    forbidden, invalid,
};
use serde_json::{Value, json};

use super::logins::{self, Login};
use super::{find_on, links, sessions, tokens};
use crate::fields::Fields;
use crate::password::{hash, policy};
use crate::{Member, MemberChange};

/// A member of staff who is about to begin.
#[derive(Clone, Default)]
pub struct NewStaff {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password; without one the person is sent a link to set it.
    pub password: Option<String>,
    /// The role.
    pub role_id: Option<RoleId>,
    /// Whether they may do everything.
    pub is_admin: bool,
    /// Their language; `None` for the organisation's.
    pub language: Option<Language>,
}

/// A [`NewStaff`] that was found to be in order.
#[derive(Clone)]
pub(crate) struct Accepted {
    pub(super) name: String,
    email: String,
    email_norm: String,
    password_hash: Option<String>,
    pub(super) role_id: Option<RoleId>,
    is_admin: bool,
    language: Option<Language>,
}

/// Adds somebody. Without a password they are sent a link to set one.
///
/// # Errors
/// `Forbidden` for all but administrators; `Invalid` for `name`, `email`, `password`, `role_id`.
pub async fn add(cx: &Context, new: NewStaff) -> Result<StaffId> {
    cx.actor.require_admin()?;
    let accepted = &accept(cx, new, &cx.organisation().name).await?;
    cx.tx(|tx| async move {
        let id = insert(cx, &tx, accepted).await?;
        if accepted.password_hash.is_none() {
            links::invite(cx, &tx, Login::Staff(id), &accepted.email, accepted.language).await?;
        }
        Ok(id)
    })
    .await
}

/// Checks everything and hashes the password, before a transaction begins: hashing takes its time.
pub(crate) async fn accept(cx: &Context, new: NewStaff, organisation: &str) -> Result<Accepted> {
    let mut fields = Fields::default();
    let name = fields.line("name", &new.name, 100);
    let (email, email_norm) = fields.email("email", &new.email);
    // The demonstration's password stands on its sign-in page; a rule about guessing would be a joke.
    if let Some(password) = new.password.as_deref().filter(|_| !is_demo_seed(cx)) {
        fields.also(policy::check(password, &[&name, &email, organisation]))?;
    }
    fields.done()?;
    let password_hash = match &new.password {
        Some(password) => Some(hash::make(password).await?),
        None => None,
    };
    let NewStaff { role_id, is_admin, language, .. } = new;
    Ok(Accepted { name, email, email_norm, password_hash, role_id, is_admin, language })
}

fn is_demo_seed(cx: &Context) -> bool {
    cx.foyer.is_demo && matches!(cx.actor, kernel::Actor::System)
}

/// Writes somebody down, in a transaction that may do more.
pub(crate) async fn insert(cx: &Context, tx: &Tx, new: &Accepted) -> Result<StaffId> {
    require_role(tx, new.role_id).await?;
    let id = Q::new(
        "insert into staff (name, email, email_norm, password_hash, role_id, is_admin, language, created_at)",
    )
    .push("values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
    .bind(&new.name)
    .bind(&new.email)
    .bind(&new.email_norm)
    .bind(new.password_hash.clone())
    .bind(new.role_id)
    .bind(new.is_admin)
    .bind(new.language.map(Language::code))
    .bind(cx.now)
    .number(tx)
    .await
    .map_err(email_taken)?;
    logins::set(tx, Login::Staff(StaffId(id)), Some(&new.email_norm)).await.map_err(email_taken)?;
    let payload =
        json!({ "name": new.name, "email": new.email, "role_id": new.role_id, "is_admin": new.is_admin });
    cx.record(tx, told("staff.created", StaffId(id), payload)).await?;
    Ok(StaffId(id))
}

/// Changes what administrators decide about a person. Other rights end the person's sessions: the next one begins with a
/// new secret.
///
/// # Errors
/// `Forbidden` for all but administrators and for the last administrator's right; `Invalid` for `name`, `email`, `role_id`;
/// `Conflict` with the [`Member`] as they are now.
pub async fn update(cx: &Context, id: StaffId, change: MemberChange, version: Version) -> Result<Member> {
    cx.actor.require_admin()?;
    let mut fields = Fields::default();
    let name = &fields.line("name", &change.name, 100);
    let (email, email_norm) = &fields.email("email", &change.email);
    fields.done()?;
    let change = &change;
    cx.tx(|tx| async move {
        let before = locked(&tx, id).await?;
        require_version(&before, version)?;
        require_role(&tx, change.role_id).await?;
        if before.is_admin && before.is_active && !change.is_admin {
            require_another_admin(&tx, id).await?;
        }
        Q::new("update staff set name = ?, email = ?, email_norm = ?, role_id = ?, is_admin = ?, version = version + 1")
            .push("where id = ?")
            .bind(name)
            .bind(email)
            .bind(email_norm)
            .bind(change.role_id)
            .bind(change.is_admin)
            .bind(id)
            .run(&tx)
            .await
            .map_err(email_taken)?;
        logins::set(&tx, Login::Staff(id), Some(email_norm)).await.map_err(email_taken)?;
        if (before.role_id, before.is_admin) != (change.role_id, change.is_admin) {
            sessions::end_where(cx, &tx, Login::Staff(id), None).await?;
        }
        let after = find_on(&tx, id).await?;
        cx.record(&tx, NewEvent { version: after.version, ..told("staff.changed", id, difference(&before, &after)) }).await?;
        Ok(after)
    })
    .await
}

/// Lets a person go or come back. Who goes is signed out everywhere at once, and so are their programs.
///
/// # Errors
/// As [`update`].
pub async fn set_active(cx: &Context, id: StaffId, is_active: bool, version: Version) -> Result<Member> {
    cx.actor.require_admin()?;
    cx.tx(|tx| async move {
        let before = locked(&tx, id).await?;
        require_version(&before, version)?;
        if before.is_active == is_active {
            return Ok(before);
        }
        if before.is_admin && !is_active {
            require_another_admin(&tx, id).await?;
        }
        Q::new("update staff set is_active = ?, version = version + 1 where id = ?")
            .bind(is_active)
            .bind(id)
            .run(&tx)
            .await?;
        if !is_active {
            logins::shut(cx, &tx, Login::Staff(id)).await?;
            tokens::end_all(cx, &tx, id).await?;
        }
        let after = find_on(&tx, id).await?;
        let kind = if is_active { "staff.activated" } else { "staff.deactivated" };
        cx.record(&tx, NewEvent { version: after.version, ..told(kind, id, Value::Null) }).await?;
        Ok(after)
    })
    .await
}

/// Something that happened to a person; they may learn of it themselves.
pub(crate) fn told(kind: &'static str, id: StaffId, payload: Value) -> NewEvent {
    let audience = Audience { staff: vec![id], ..Audience::default() };
    NewEvent { audience, ..NewEvent::new(kind, RecordKind::Staff, id.0) }.payload(payload)
}

fn difference(before: &Member, after: &Member) -> Value {
    let (before, after) = (json!(before), json!(after));
    let fields = ["name", "email", "role_id", "is_admin"].into_iter();
    let changed = fields.filter(|field| before[field] != after[field]);
    changed
        .map(|field| (field.to_owned(), json!([before[field], after[field]])))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

async fn locked(tx: &Tx, id: StaffId) -> Result<Member> {
    Q::new("select id from staff where id = ?")
        .bind(id)
        .dialect("", "for update")
        .one::<(StaffId,)>(tx)
        .await?;
    find_on(tx, id).await
}

fn require_version(member: &Member, version: Version) -> Result<()> {
    if member.version == version { Ok(()) } else { Err(Error::conflict(Text::new("staff-conflict"), member)) }
}

async fn require_role(tx: &Tx, role: Option<RoleId>) -> Result<()> {
    let Some(role) = role else { return Ok(()) };
    let found = Q::new("select id from role where id = ?").bind(role).optional::<(RoleId,)>(tx).await?;
    found.map(drop).ok_or_else(|| invalid("role_id", "staff-role-gone"))
}

/// Two administrators who demote each other at the same moment wait for each other here.
async fn require_another_admin(tx: &Tx, id: StaffId) -> Result<()> {
    let admins: Vec<(StaffId,)> = Q::new("select id from staff where is_admin and is_active order by id")
        .dialect("", "for update")
        .all(tx)
        .await?;
    let others = admins.iter().any(|(admin,)| *admin != id);
    if others { Ok(()) } else { Err(forbidden("staff-last-admin")) }
}

fn email_taken(error: Error) -> Error {
    let error = error.on_duplicate("staff.email_norm", "email", "staff-email-taken");
    logins::taken(error, "email", "staff-email-taken")
}
