//! Where personal accounts and their ledger are kept. Who sees a customer sees its accounts; who may change it posts.

/// What is due is charged.
pub mod charging;
mod kind;
/// Entries: where they are written, summed and proved.
pub mod ledger;
mod list;
/// Postings by hand, and how they are taken back.
pub mod posting;
mod row;
pub mod seed;
/// What accounts are charged for.
pub mod services;
/// What was posted, with its running balance.
pub mod statement;
mod write;

pub use list::{details, list};

use fields::{Ahead, Patch, Seen, Value, Values, Work};
use futures::FutureExt;
use kernel::{
    AccountId, Context, CustomerId, Error, Feature, Instant, JobKind, Parts, RecordKind, Result, Text,
    Version,
};
use records::store::undo::Undoer;

use crate::{Account, Profile};

/// What accounts give to the house.
pub fn feature() -> Feature {
    let jobs = vec![
        JobKind {
            name: "accounts.charge",
            run: |cx, _| async move { charging::run(&cx).await.map(drop) }.boxed(),
            every: Some(Instant::DAY),
        },
        JobKind {
            name: "accounts.verify",
            run: |cx, _| async move { ledger::prove(&cx).await }.boxed(),
            every: Some(Instant::DAY),
        },
    ];
    let documents = customers::store::Documents(|on, customer| ledger::has_postings_of(on, customer).boxed());
    let belonging = customers::store::Belonging {
        kind: RecordKind::Account,
        of: "select id from account where customer_id = ?",
        give: "update account set customer_id = ? where",
    };
    let parts = Parts::default().with(fields::part::<kind::Accounts>()).with(documents).with(belonging);
    let undo = |parts: Parts, event| {
        parts.with(Undoer {
            event,
            undo: |cx, _, event, _| async move { posting::take_back(&cx, &event).await }.boxed(),
        })
    };
    let parts = [posting::CHARGED, posting::PAID, posting::CORRECTED].into_iter().fold(parts, undo);
    Feature {
        texts: crate::TEXTS,
        doors: vec![fields::door::<kind::Accounts>()],
        jobs,
        parts,
        ..Feature::default()
    }
}

/// Opens an account of a customer.
///
/// # Errors
/// `Forbidden` without the right to create and to edit customers; `NotFound` for a customer that may not be seen;
/// `Invalid` for fields that do not fit and a number that is taken.
pub async fn create(cx: &Context, customer: CustomerId, profile: &Profile) -> Result<Account> {
    let values = values(profile).with(kind::CUSTOMER, Value::Id(customer.0));
    work(cx, Work::Create(values)).await
}

/// Changes the fields in which the profile differs from what somebody saw. What others did to other fields stays.
///
/// # Errors
/// `NotFound`; `Forbidden`; `Invalid`, also for an account that is closed before it is settled and for another currency
/// where something was posted; `Conflict` when a field holds something else by now.
pub async fn update(cx: &Context, id: AccountId, seen: &Profile, profile: &Profile) -> Result<Account> {
    let (before, after) = fields::differing(&values(seen), &values(profile));
    work(cx, Work::Change { id: id.0, seen: Seen::Values(before), values: after }).await
}

/// Changes fields of the newest version.
///
/// # Errors
/// As [`update`]; `Conflict` with the account as it is when `version` is not the newest.
pub async fn change(cx: &Context, id: AccountId, version: Version, patch: &Patch) -> Result<Account> {
    let kept = row::find(cx, cx.db(), id).await?;
    kept.customer.open.require_edit()?;
    let before = kept.account;
    if before.version != version {
        let reason = Text::new("fields-changed-meanwhile").with("name", before.title());
        return Err(Error::conflict(reason, &before));
    }
    let values = fields::named(&values(&patch.apply(&before.profile)?), patch);
    work(cx, Work::Change { id: id.0, seen: Seen::Version(version), values }).await
}

/// Puts an account into the bin.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers, and once something was posted: it can be closed then;
/// `Conflict` when it was changed.
pub async fn delete(cx: &Context, id: AccountId, version: Version) -> Result<()> {
    work(cx, Work::Delete { id: id.0, seen: Seen::Version(version) }).await.map(drop)
}

/// Takes an account out of the bin.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers, and while its customer is in the bin.
pub async fn restore(cx: &Context, id: AccountId) -> Result<()> {
    work(cx, Work::Restore { id: id.0 }).await.map(drop)
}

async fn work(cx: &Context, work: Work) -> Result<Account> {
    let kind = fields::kind_of(cx, RecordKind::Account)?;
    let work = &work;
    cx.tx(|tx| async move {
        let done = fields::run(cx, &tx, kind, vec![work.clone()], &mut Ahead::default()).await?.pop();
        let record = done.unwrap_or(Err(Error::NotFound))?.open.record;
        row::find_any(cx, &tx, AccountId(record.id)).await.map(|kept| kept.account)
    })
    .await
}

/// What the fields of an account hold.
fn values(profile: &Profile) -> Values {
    fields::profile_values(kind::FIELDS, profile, &profile.custom)
}
