//! API tokens: keys with which programs act for a person.

use kernel::db::{FromRow, Q, Tx};
use kernel::{Context, Error, Instant, Result, Scope, StaffId, TokenId, entropy, forbidden};
use serde_json::json;

use super::{find_on, told};
use crate::TokenRow;
use crate::fields::Fields;

/// How every token begins, so that a token that went astray is recognised as one.
pub const PREFIX: &str = "foy_";

/// The owner of a token.
#[derive(FromRow)]
pub(crate) struct Owner {
    pub token_id: TokenId,
    pub scope: String,
    pub last_used_at: Option<Instant>,
    pub id: StaffId,
    pub name: String,
    pub is_admin: bool,
    pub capabilities: Option<String>,
}

/// Makes a token and gives its secret, which is not shown again. People make their own, the house makes anybody's.
///
/// # Errors
/// `Forbidden` for another person's token and for a token that asks for a token; `Invalid` for `name`.
pub async fn create(cx: &Context, staff: StaffId, name: &str, scope: Scope) -> Result<String> {
    require_own(cx, staff)?;
    let mut fields = Fields::default();
    let name = &fields.line("name", name, 60);
    fields.done()?;
    let (secret, scope) = (&format!("{PREFIX}{}", entropy::secret()), &scope);
    cx.tx(|tx| async move {
        if !find_on(&tx, staff).await?.is_active {
            return Err(forbidden("staff-not-active"));
        }
        let id = Q::new(
            "insert into token (token_hash, staff_id, name, scope, created_at) values (?, ?, ?, ?, ?)",
        )
        .push("returning id")
        .bind(entropy::digest(secret))
        .bind(staff)
        .bind(name)
        .bind(scope.code())
        .bind(cx.now)
        .number(&tx)
        .await?;
        let payload = json!({ "token_id": id, "name": name, "scope": scope.code() });
        cx.record(&tx, told("token.created", staff, payload)).await
    })
    .await?;
    Ok(secret.clone())
}

/// A token as [`list`] reads it.
#[derive(FromRow)]
struct Listed {
    id: TokenId,
    name: String,
    scope: String,
    created_at: Instant,
    last_used_at: Option<Instant>,
}

/// The tokens of a person, the newest first. Administrators see everybody's.
///
/// # Errors
/// `Forbidden` for others.
pub async fn list(cx: &Context, staff: StaffId) -> Result<Vec<TokenRow>> {
    if cx.staff_id() != Some(staff) {
        cx.actor.require_admin()?;
    }
    let rows: Vec<Listed> = Q::new(
        "select id, name, scope, created_at, last_used_at from token where staff_id = ? order by id desc",
    )
    .bind(staff)
    .all(cx.db())
    .await?;
    let row = |row: Listed| {
        let scope = Scope::parse(&row.scope)?;
        Some(TokenRow {
            id: row.id,
            name: row.name,
            scope,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
        })
    };
    Ok(rows.into_iter().filter_map(row).collect())
}

/// Deletes a token: the program that has it is refused from now on. Administrators delete anybody's.
///
/// # Errors
/// `NotFound` for a token of somebody else.
pub async fn delete(cx: &Context, id: TokenId) -> Result<()> {
    cx.tx(|tx| async move {
        let found: Option<(StaffId, String)> =
            Q::new("select staff_id, name from token where id = ?").bind(id).optional(&tx).await?;
        let may_see = |staff: &StaffId| cx.actor.is_admin() || cx.staff_id() == Some(*staff);
        let (staff, name) = found.filter(|(staff, _)| may_see(staff)).ok_or(Error::NotFound)?;
        Q::new("delete from token where id = ?").bind(id).run(&tx).await?;
        cx.record(&tx, told("token.deleted", staff, json!({ "token_id": id, "name": name }))).await
    })
    .await
}

/// Deletes all tokens of a person.
pub(crate) async fn end_all(cx: &Context, tx: &Tx, staff: StaffId) -> Result<()> {
    let ended = Q::new("delete from token where staff_id = ?").bind(staff).run(tx).await?;
    if ended == 0 {
        return Ok(());
    }
    cx.record(tx, told("token.deleted", staff, json!({ "tokens": ended }))).await
}

/// Whose token this is, if they still work here.
pub(crate) async fn owner(cx: &Context, secret: &str) -> Result<Option<Owner>> {
    if !secret.starts_with(PREFIX) {
        return Ok(None);
    }
    Q::new("select t.id as token_id, t.scope, t.last_used_at, p.id, p.name, p.is_admin, r.capabilities")
        .push("from token t join staff p on p.id = t.staff_id left join role r on r.id = p.role_id")
        .push("where t.token_hash = ? and p.is_active")
        .bind(entropy::digest(secret))
        .optional(cx.db())
        .await
}

/// Notes that a token was used.
pub(crate) async fn touch(cx: &Context, id: TokenId) -> Result<()> {
    cx.tx(|tx| async move {
        Q::new("update token set last_used_at = ? where id = ?")
            .bind(cx.now)
            .bind(id)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

fn require_own(cx: &Context, staff: StaffId) -> Result<()> {
    match &cx.actor {
        kernel::Actor::System => Ok(()),
        // A token that leaked must not be able to make itself a successor.
        kernel::Actor::Staff(own) if own.id == staff && own.token.is_none() => Ok(()),
        kernel::Actor::Staff(_) | kernel::Actor::Contact(_) => Err(forbidden("token-own-only")),
        kernel::Actor::Anonymous => Err(Error::Unauthenticated),
    }
}
