//! Where staff are kept, and the rules about who may change them.

mod credentials;
pub mod digest;
pub mod house;
pub mod links;
pub mod logins;
pub mod mine;
pub mod notifications;
pub mod people;
pub mod roles;
pub mod seed;
pub mod sessions;
pub mod tidy;
pub mod tokens;

use kernel::db::{FromRow, On, Q};
use kernel::{Area, Can, Context, Instant, Language, Result, RoleId, StaffActor, StaffId, Version, normal};

pub(crate) use credentials::{credentials, credentials_of, set_password};
pub(crate) use people::told;
pub use people::{NewStaff, add, set_active, update};

use crate::{Member, StaffName};

/// Who has to hear of what this person answers for: they themselves while they work here, the administrators otherwise.
///
/// # Errors
/// As [`Q::all`].
pub async fn answerable(on: impl Into<On<'_>>, who: Option<StaffId>) -> Result<Vec<StaffId>> {
    let rows: Vec<(StaffId, bool)> =
        Q::new("select id, is_admin from staff where is_active and (is_admin or id = ?) order by id")
            .bind(who)
            .all(on)
            .await?;
    Ok(match who.filter(|who| rows.iter().any(|(id, _)| id == who)) {
        Some(who) => vec![who],
        None => rows.into_iter().map(|(id, _)| id).collect(),
    })
}

#[derive(FromRow)]
struct MemberRow {
    id: StaffId,
    name: String,
    email: String,
    role_id: Option<RoleId>,
    role_name: Option<String>,
    is_admin: bool,
    is_active: bool,
    has_password: bool,
    language: Option<String>,
    version: Version,
    created_at: Instant,
    last_seen_at: Option<Instant>,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            email: row.email,
            role_id: row.role_id,
            role_name: row.role_name,
            is_admin: row.is_admin,
            is_active: row.is_active,
            has_password: row.has_password,
            language: row.language.as_deref().and_then(Language::parse),
            version: row.version,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
        }
    }
}

fn members() -> Q {
    Q::new("select s.id, s.name, s.email, s.role_id, r.name as role_name, s.is_admin, s.is_active,")
        .push("s.password_hash is not null as has_password, s.language, s.version, s.created_at,")
        .push("s.last_seen_at")
        .push("from staff s left join role r on r.id = s.role_id")
}

/// All members of staff: those who may sign in first, each by name.
///
/// # Errors
/// `Unauthenticated`, `Forbidden` without the right to see all settings; otherwise as [`Q::all`].
pub async fn list(cx: &Context) -> Result<Vec<Member>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    let rows: Vec<MemberRow> = members().all(cx.db()).await?;
    let mut list: Vec<Member> = rows.into_iter().map(Member::from).collect();
    list.sort_by_cached_key(|member| (!member.is_active, normal::sort_key(&member.name), member.id));
    Ok(list)
}

/// One member of staff. Everybody may see themselves.
///
/// # Errors
/// `NotFound`; otherwise as [`list`].
pub async fn find(cx: &Context, id: StaffId) -> Result<Member> {
    if cx.staff_id() != Some(id) {
        cx.actor.require(Area::Settings, Can::ViewAll)?;
    }
    find_on(cx.db(), id).await
}

pub(crate) async fn find_on(on: impl Into<On<'_>>, id: StaffId) -> Result<Member> {
    members().push("where s.id = ?").bind(id).one::<MemberRow>(on).await.map(Member::from)
}

/// The member of staff with this e-mail address, compared without case.
///
/// # Errors
/// As [`list`].
pub async fn find_by_email(cx: &Context, email: &str) -> Result<Option<Member>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    let Some(email) = normal::email(email) else { return Ok(None) };
    let row = members().push("where s.email_norm = ?").bind(email).optional::<MemberRow>(cx.db()).await?;
    Ok(row.map(Member::from))
}

/// Everybody's name, by name.
///
/// # Errors
/// `Unauthenticated` for nobody; otherwise as [`Q::all`].
pub async fn names(cx: &Context) -> Result<Vec<StaffName>> {
    names_on(cx, cx.db()).await
}

/// The same within a transaction, which must not wait for a second connection.
///
/// # Errors
/// As [`names`].
pub async fn names_on(cx: &Context, on: impl Into<On<'_>>) -> Result<Vec<StaffName>> {
    cx.actor.require_house()?;
    let mut names: Vec<StaffName> = Q::new("select id, name, is_active from staff").all(on).await?;
    names.sort_by_cached_key(|staff| (normal::sort_key(&staff.name), staff.id));
    Ok(names)
}

/// Everybody who works here as an actor with the rights of now, and the name of the role: to explain who sees what. Who asks
/// this has asked for the right.
///
/// # Errors
/// As [`Q::all`].
pub async fn acting_all(cx: &Context) -> Result<Vec<(StaffActor, Option<String>)>> {
    let rows: Vec<(StaffId, String, bool, Option<String>, Option<String>)> =
        Q::new("select s.id, s.name, s.is_admin, r.name, r.capabilities from staff s")
            .push("left join role r on r.id = s.role_id where s.is_active order by s.id")
            .all(cx.db())
            .await?;
    let actor =
        |(id, name, is_admin, role, words): (StaffId, String, bool, Option<String>, Option<String>)| {
            let capabilities = crate::role::rights(words.as_deref());
            (StaffActor { id, name, is_admin, capabilities, token: None, is_viewing: false }, role)
        };
    Ok(rows.into_iter().map(actor).collect())
}

/// Whether nobody works here.
pub(crate) async fn is_empty(on: impl Into<On<'_>>) -> Result<bool> {
    Ok(Q::new("select id from staff limit 1").optional::<(StaffId,)>(on).await?.is_none())
}
