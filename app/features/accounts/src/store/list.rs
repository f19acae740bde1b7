use kernel::db::Q;
use kernel::{AccountId, Context, Cursor, CustomerId, Page, Result};

use super::row::{COLUMNS, Row};
use super::{ledger, row, services};
use crate::{AccountDetails, AccountLine};

/// So many accounts come at a time unless it is said.
const PAGE: usize = 50;

/// The accounts of a customer that the actor may see, with their balances, in the order in which they were opened.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for a customer that is not there or not seen.
pub async fn list(
    cx: &Context,
    customer: CustomerId,
    after: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Page<AccountLine>> {
    let limit = limit.unwrap_or(PAGE);
    // Of one that was merged into another, that other one's.
    let customer = customers::store::find(cx, customer).await?.id;
    let after = after.and_then(Cursor::values::<i64>).unwrap_or_default();
    let q = Q::new(COLUMNS).push("where l.customer_id = ? and l.id > ? and l.deleted_at is null");
    let q = q.bind(customer).bind(after).push("order by l.id limit ?").bind(limit + 1);
    let rows: Vec<Row> = q.all(cx.db()).await?;
    let page = Page::cut(rows.into_iter().map(Row::into_account).collect(), limit, |account| {
        Cursor::new(&account.id)
    });
    let ids: Vec<i64> = page.items.iter().map(|account| account.id.0).collect();
    let balances = ledger::balances(cx.db(), &ids).await?;
    Ok(page.map(|account| {
        let minor = balances.get(&account.id).copied().unwrap_or_default();
        AccountLine { balance: account.money(minor), account }
    }))
}

/// An account with its services and its balance.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for one that is not there or not seen.
pub async fn details(cx: &Context, id: AccountId) -> Result<AccountDetails> {
    let kept = row::find(cx, cx.db(), id).await?;
    let balance = kept.account.money(ledger::balance(cx.db(), id).await?);
    Ok(AccountDetails {
        balance,
        customer: kept.customer.open.title,
        has_entries: ledger::has_postings(cx.db(), id).await?,
        services: services::of(cx.db(), id).await?,
        account: kept.account,
    })
}
