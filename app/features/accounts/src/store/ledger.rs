use std::collections::{BTreeMap, HashMap};

use kernel::db::{On, Q, Tx};
use kernel::{AccountId, Context, Currency, CustomerId, Day, Error, PostingId, Result, ServiceId};

use crate::PostingKind;

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// What the customer of this account owes.
    Receivable(AccountId),
    /// What the house has charged.
    Income,
    /// What came in.
    Cash,
    /// What was put right.
    Correction,
}

impl Side {
    fn role(self) -> &'static str {
        match self {
            Self::Receivable(_) => "receivable",
            Self::Income => "income",
            Self::Cash => "cash",
            Self::Correction => "correction",
        }
    }

    fn account(self) -> Option<AccountId> {
        match self {
            Self::Receivable(account) => Some(account),
            Self::Income | Self::Cash | Self::Correction => None,
        }
    }
}

/// A line that is about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The number of the ledger's account.
    pub ledger_account: i64,
    /// Minor units.
    pub minor: i64,
    /// Their currency.
    pub currency: Currency,
}

/// A posting that is about to be written.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub account: AccountId,
    pub kind: PostingKind,
    pub reason: &'a str,
    pub reverses: Option<PostingId>,
    /// The service that is charged, and the day on which the period begins.
    pub service: Option<(ServiceId, Day)>,
    pub entries: Vec<Entry>,
}

/// Writes a posting with its entries: the one place where that happens. It asks for no permission.
///
/// # Errors
/// `Internal` if the entries do not sum to zero; `Duplicate` where a posting is reversed or a period charged twice.
pub(super) async fn post(cx: &Context, tx: &Tx, draft: &Draft<'_>) -> Result<PostingId> {
    if !is_balanced(&draft.entries) {
        return Err(Error::internal("a posting does not sum to zero"));
    }
    let id = Q::new(
        "insert into ledger_posting (at, account_id, kind, reason, reverses_id, service_id, period_day,",
    )
    .push("created_by) values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
    .bind(cx.now)
    .bind(draft.account)
    .bind(draft.kind.code())
    .bind(draft.reason)
    .bind(draft.reverses)
    .bind(draft.service.map(|(service, _)| service))
    .bind(draft.service.map(|(_, day)| day.0))
    .bind(cx.staff_id())
    .number(tx)
    .await?;
    for entry in &draft.entries {
        Q::new("insert into ledger_entry (posting_id, ledger_account_id, at, minor, currency)")
            .push("values (?, ?, ?, ?, ?)")
            .bind(id)
            .bind(entry.ledger_account)
            .bind(cx.now)
            .bind(entry.minor)
            .bind(entry.currency)
            .run(tx)
            .await?;
    }
    Ok(PostingId(id))
}

/// Whether there are entries and those of each currency sum to zero.
fn is_balanced(entries: &[Entry]) -> bool {
    let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
    for entry in entries {
        *sums.entry(entry.currency).or_default() += i128::from(entry.minor);
    }
    !sums.is_empty() && sums.values().all(|sum| *sum == 0)
}

/// The number of the ledger's account for one side, made when it is needed first.
pub(super) async fn ledger_account(tx: &Tx, side: Side, currency: Currency) -> Result<i64> {
    let insert = Q::new("insert into ledger_account (account_id, role, currency) values (?, ?, ?)");
    let insert = insert.push("on conflict do nothing").bind(side.account()).bind(side.role()).bind(currency);
    insert.run(tx).await?;
    let q = Q::new("select id from ledger_account where");
    match side.account() {
        Some(account) => q.push("account_id = ?").bind(account),
        None => q.push("account_id is null and role = ? and currency = ?").bind(side.role()).bind(currency),
    }
    .number(tx)
    .await
}

/// The entries of a posting, to be written once more with the other sign.
pub(super) async fn negated(tx: &Tx, posting: PostingId) -> Result<Vec<Entry>> {
    let q = Q::new(
        "select ledger_account_id, minor, currency from ledger_entry where posting_id = ? order by id",
    );
    let rows: Vec<(i64, i64, String)> = q.bind(posting).all(tx).await?;
    let entry = |(ledger_account, minor, currency): (i64, i64, String)| {
        let currency = currency.parse().map_err(Error::internal)?;
        Ok(Entry { ledger_account, minor: -minor, currency })
    };
    rows.into_iter().map(entry).collect()
}

/// What the customer of an account owes, in minor units; negative for what he has to his credit.
///
/// # Errors
/// As [`Q::all`].
pub(super) async fn balance(on: impl Into<On<'_>>, account: AccountId) -> Result<i64> {
    Ok(balances(on, &[account.0]).await?.remove(&account).unwrap_or_default())
}

/// The balances of several accounts; those without entries are left out.
pub(super) async fn balances(on: impl Into<On<'_>>, ids: &[i64]) -> Result<HashMap<AccountId, i64>> {
    let q = Q::new("select a.account_id, cast(sum(e.minor) as bigint) from ledger_account a")
        .push("join ledger_entry e on e.ledger_account_id = a.id where")
        .any_of("a.account_id", ids.iter().copied())
        .push("group by a.account_id");
    let rows: Vec<(AccountId, i64)> = q.all(on).await?;
    Ok(rows.into_iter().collect())
}

/// Whether something was posted to an account, be it reversed by now.
pub(super) async fn has_postings(on: impl Into<On<'_>>, account: AccountId) -> Result<bool> {
    let q = Q::new("select count(*) from (select 1 from ledger_posting where account_id = ? limit 1) one");
    Ok(q.bind(account).number(on).await? > 0)
}

/// Whether something was posted to any account of a customer.
pub(super) async fn has_postings_of(on: On<'_>, customer: CustomerId) -> Result<bool> {
    let q =
        Q::new("select count(*) from (select 1 from account a join ledger_posting p on p.account_id = a.id")
            .push("where a.customer_id = ? limit 1) one");
    Ok(q.bind(customer).number(on).await? > 0)
}

/// Each way in which a ledger could be wrong, as a count of what is.
const FAULTS: [&str; 4] = [
    "select count(*) from (select posting_id from ledger_entry group by posting_id, currency \
     having sum(minor) <> 0) faults",
    "select count(*) from ledger_posting p where not exists (select 1 from ledger_entry e where e.posting_id = p.id)",
    "select count(*) from ledger_entry e join ledger_account a on a.id = e.ledger_account_id \
     where a.currency <> e.currency",
    "select count(*) from (select r.id from ledger_posting r join ledger_entry e \
     on e.posting_id = r.id or e.posting_id = r.reverses_id where r.reverses_id is not null \
     group by r.id, e.ledger_account_id having sum(e.minor) <> 0) faults",
];

/// Looks at the whole ledger: how many postings do not sum to zero, have no entries or entries of another currency than
/// their account, or do not take back exactly what they reverse. It is none.
///
/// # Errors
/// `Forbidden` for all but administrators.
pub async fn verify(cx: &Context) -> Result<i64> {
    cx.actor.require_admin()?;
    let mut faults = 0;
    for count in FAULTS {
        faults += Q::new(count).number(cx.db()).await?;
    }
    Ok(faults)
}

/// The daily proof; what is wrong is told in the log of the server.
pub(super) async fn prove(cx: &Context) -> Result<()> {
    match verify(cx).await? {
        0 => Ok(()),
        faults => Err(Error::internal(format!("{faults} postings of the ledger are wrong"))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(minor: i64, currency: &str) -> Entry {
        Entry { ledger_account: 1, minor, currency: currency.parse().unwrap() }
    }

    #[test]
    fn each_currency_has_to_sum_to_zero_by_itself() {
        assert!(is_balanced(&[entry(5, "EUR"), entry(-5, "EUR"), entry(7, "USD"), entry(-7, "USD")]));
        assert!(!is_balanced(&[entry(5, "EUR"), entry(-5, "USD")]));
        assert!(!is_balanced(&[]), "a posting without entries says nothing");
        assert!(!is_balanced(&[entry(i64::MAX, "EUR"), entry(i64::MAX, "EUR"), entry(2, "EUR")]));
    }

    proptest! {
        #[test]
        fn what_sums_to_zero_still_does_with_the_other_sign(minors in proptest::collection::vec(-1_000_i64..1_000, 0..9)) {
            let rest = -minors.iter().sum::<i64>();
            let entries: Vec<Entry> = minors.into_iter().chain([rest]).map(|minor| entry(minor, "EUR")).collect();
            let back: Vec<Entry> = entries.iter().map(|entry| Entry { minor: -entry.minor, ..*entry }).collect();
            prop_assert!(is_balanced(&entries) && is_balanced(&back));
        }
    }
}
