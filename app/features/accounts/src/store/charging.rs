use std::collections::HashSet;

use kernel::db::{Q, Tx};
use kernel::{AccountId, Context, Day, Error, Result, ServiceId, forbidden, refusal};

use super::row::{self, Kept};
use super::{posting, services};
use crate::{PostingKind, Service, Status};

/// So many postings go in one transaction.
const BATCH: usize = 100;
/// So many accounts are looked up at a time.
const ACCOUNTS: i64 = 200;

/// Charges what is due of an account by today, on the organisation's clock, and says how many postings that made. What was
/// charged before is not charged again, be it reversed by now.
///
/// # Errors
/// `NotFound`; `Forbidden` for who may not change the customer, and for an account that is not open.
pub async fn charge(cx: &Context, id: AccountId) -> Result<usize> {
    let today = cx.organisation().zone.day(cx.now);
    let mut charged = 0;
    loop {
        let batch = cx.tx(|tx| async move { charge_some(cx, &tx, id, today).await }).await?;
        charged += batch;
        if batch < BATCH {
            return Ok(charged);
        }
    }
}

/// Charges what is due of all open accounts: once a day, by the house itself. A server that is stopped goes on with the
/// rest the next time.
///
/// # Errors
/// One that is not about a single account; what was charged stays charged.
pub(super) async fn run(cx: &Context) -> Result<usize> {
    let today = cx.organisation().zone.day(cx.now);
    let (mut after, mut charged) = (AccountId(0), 0);
    loop {
        let ids = with_services(cx, after, today).await?;
        let Some(last) = ids.last().copied() else { return Ok(charged) };
        for id in ids {
            if cx.foyer.stop.is_asked() {
                return Ok(charged);
            }
            // One that was closed or put into the bin meanwhile is left.
            charged += refusal(charge(cx, id).await)?.unwrap_or_default();
        }
        after = last;
    }
}

async fn with_services(cx: &Context, after: AccountId, today: Day) -> Result<Vec<AccountId>> {
    let rows: Vec<(AccountId,)> =
        Q::new("select a.id from account a where a.id > ? and a.status = 'open' and a.deleted_at is null")
            .push("and exists (select 1 from account_service s where s.account_id = a.id and s.from_day <= ?")
            .push("and s.deleted_at is null) order by a.id limit ?")
            .bind(after)
            .bind(today.0)
            .bind(ACCOUNTS)
            .all(cx.db())
            .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The oldest of what is due, in the order of its days. The account is locked, so that nobody charges beside.
async fn charge_some(cx: &Context, tx: &Tx, id: AccountId, today: Day) -> Result<usize> {
    let kept = row::find_to_post(cx, tx, id).await?;
    if kept.account.profile.status == Status::Suspended {
        return Err(forbidden("account-is-suspended"));
    }
    let services = services::of(tx, id).await?;
    let charged = charged(tx, &services).await?;
    let due = services.iter().flat_map(|service| service.draft.due(today).map(move |day| (day, service)));
    let mut due: Vec<(Day, &Service)> =
        due.filter(|(day, service)| !charged.contains(&(service.id, i64::from(day.0)))).collect();
    due.sort_by_key(|(day, service)| (*day, service.id));
    due.truncate(BATCH);
    for (day, service) in &due {
        charge_period(cx, tx, &kept, service, *day).await?;
    }
    Ok(due.len())
}

async fn charge_period(cx: &Context, tx: &Tx, kept: &Kept, service: &Service, day: Day) -> Result<()> {
    let amount = service.draft.amount().ok_or_else(|| Error::internal("a service costs too much"))?;
    let (kind, reason) = (PostingKind::Charge, service.draft.description.as_str());
    let posted = posting::write(cx, tx, kept, kind, amount, reason, Some((service.id, day))).await;
    match posted {
        // Somebody else has charged the same period: all of this is done again, without it.
        Err(Error::Duplicate(_)) => Err(Error::Busy),
        posted => posted.map(drop),
    }
}

async fn charged(tx: &Tx, services: &[Service]) -> Result<HashSet<(ServiceId, i64)>> {
    let q = Q::new("select service_id, period_day from ledger_posting where");
    let rows: Vec<(ServiceId, i64)> =
        q.any_of("service_id", services.iter().map(|service| service.id.0)).all(tx).await?;
    Ok(rows.into_iter().collect())
}
