use customers::store::of_parts;
use fields::{CustomValues, Record};
use kernel::db::{FromRow, Json, On, Q};
use kernel::{AccountId, Context, CustomerId, Error, Instant, Result, Version, forbidden};

use crate::{Account, Profile, Status};

/// The columns of a [`Row`], for a table named `l`.
pub(super) const COLUMNS: &str = "select l.id, l.customer_id, l.number, l.name, l.currency, l.status, l.custom, l.version, \
     l.created_at, l.updated_at, l.deleted_at from account l";

/// An account together with its customer, which says who sees it and whose history is its own.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub account: Account,
    pub customer: Record,
}

impl Kept {
    /// When it went out of use: by itself or with its customer.
    pub fn deleted_at(&self) -> Option<Instant> {
        self.account.deleted_at.or(self.customer.deleted_at)
    }
}

/// Accounts that the actor may see, also from the bin; in a transaction they are locked, in the order of their ids.
pub(super) async fn several(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Kept>> {
    let on = on.into();
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().copied()).push("order by l.id");
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let rows: Vec<Row> = q.all(on).await?;
    let accounts: Vec<Account> = rows.into_iter().map(Row::into_account).collect();
    let whose: Vec<i64> = accounts.iter().map(|account| account.customer_id.0).collect();
    let customers = of_parts(cx, on, &whose).await?;
    let kept = accounts.into_iter().filter_map(|account| {
        let customer = customers.get(&account.customer_id.0)?.clone();
        Some(Kept { account, customer })
    });
    Ok(kept.collect())
}

/// One account, also from the bin.
pub(super) async fn find_any(cx: &Context, on: impl Into<On<'_>>, id: AccountId) -> Result<Kept> {
    several(cx, on, &[id.0]).await?.pop().ok_or(Error::NotFound)
}

/// One account that is in use.
pub(super) async fn find(cx: &Context, on: impl Into<On<'_>>, id: AccountId) -> Result<Kept> {
    let kept = find_any(cx, on, id).await?;
    if kept.deleted_at().is_none() { Ok(kept) } else { Err(Error::NotFound) }
}

/// One account in which the actor may post and whose services he may change.
///
/// # Errors
/// `NotFound`; `Forbidden` with the reason.
pub(super) async fn find_to_post(cx: &Context, on: impl Into<On<'_>>, id: AccountId) -> Result<Kept> {
    let kept = find(cx, on, id).await?;
    kept.customer.open.require_edit()?;
    match kept.account.profile.status {
        Status::Closed => Err(forbidden("account-is-closed")),
        Status::Open | Status::Suspended => Ok(kept),
    }
}

/// A row of the table, as both databases give it.
#[derive(FromRow)]
pub(super) struct Row {
    id: AccountId,
    customer_id: CustomerId,
    number: String,
    name: Option<String>,
    currency: String,
    status: String,
    custom: Json<CustomValues>,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
}

impl Row {
    pub(super) fn into_account(self) -> Account {
        let profile = Profile {
            number: self.number,
            name: self.name,
            currency: self.currency.parse().ok(),
            status: Status::parse(&self.status).unwrap_or_default(),
            custom: self.custom.0,
        };
        let Self { id, customer_id, version, created_at, updated_at, deleted_at, .. } = self;
        Account { id, customer_id, profile, version, created_at, updated_at, deleted_at }
    }
}
