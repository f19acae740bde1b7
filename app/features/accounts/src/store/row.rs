use customers::store::owners;
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

/// Accounts that the actor may see, also from the bin. In a transaction their customers are locked and then they, each in
/// the order of their ids: whatever is done to a customer as a whole waits, and is waited for.
pub(super) async fn several(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Kept>> {
    let on = on.into();
    let q = Q::new("select distinct customer_id from account where").any_of("id", ids.iter().copied());
    let whose: Vec<(i64,)> = q.all(on).await?;
    let whose: Vec<i64> = whose.into_iter().map(|(customer,)| customer).collect();
    let customers = owners(cx, on, &whose).await?;
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().copied()).push("order by l.id");
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let rows: Vec<Row> = q.all(on).await?;
    let mut kept = Vec::with_capacity(rows.len());
    for account in rows.into_iter().map(Row::into_account) {
        let customer = account.customer_id.0;
        match customers.get(&customer).cloned() {
            Some(customer) => kept.push(Kept { account, customer }),
            None if whose.contains(&customer) => {}
            // It went to another customer in this very moment.
            None => return Err(Error::Busy),
        }
    }
    Ok(kept)
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
