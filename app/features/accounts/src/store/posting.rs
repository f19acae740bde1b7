use kernel::db::{Q, Tx};
use kernel::{
    AccountId, Arg, Context, Day, Error, Event, Money, NewEvent, PostingId, RecordKind, RecordRef, Result,
    ServiceId, Text, invalid, plain,
};
use serde_json::json;

use super::ledger::{Draft, Entry, Side, balance, ledger_account, negated, post};
use super::row::{self, Kept};
use crate::PostingKind;
use crate::ledger::MOST;

/// The longest reason, in characters.
const REASON: usize = 200;

/// The event of a charge.
pub(super) const CHARGED: &str = "account.charged";
/// The event of a payment.
pub(super) const PAID: &str = "account.paid";
/// The event of a correction.
pub(super) const CORRECTED: &str = "account.corrected";
/// The event of a reversal.
const REVERSED: &str = "account.reversed";

/// The customer owes more.
///
/// # Errors
/// `NotFound`; `Forbidden` for who may not change the customer and for a closed account; `Invalid` for an amount that is
/// not more than nothing or in another currency, and without a reason.
pub async fn post_charge(cx: &Context, id: AccountId, amount: Money, reason: &str) -> Result<PostingId> {
    by_hand(cx, id, PostingKind::Charge, amount, reason).await
}

/// The customer has paid.
///
/// # Errors
/// As [`post_charge`].
pub async fn post_payment(cx: &Context, id: AccountId, amount: Money, reason: &str) -> Result<PostingId> {
    by_hand(cx, id, PostingKind::Payment, amount, reason).await
}

/// The customer owes more, or less if the amount is negative, because something was wrong.
///
/// # Errors
/// As [`post_charge`]; the amount may be anything but nothing.
pub async fn post_correction(cx: &Context, id: AccountId, amount: Money, reason: &str) -> Result<PostingId> {
    by_hand(cx, id, PostingKind::Correction, amount, reason).await
}

async fn by_hand(
    cx: &Context,
    id: AccountId,
    kind: PostingKind,
    amount: Money,
    reason: &str,
) -> Result<PostingId> {
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, id).await?;
        require_amount(&kept, kind, amount)?;
        let reason = checked_reason(reason)?;
        write(cx, &tx, &kept, kind, amount.minor, &reason, None).await
    })
    .await
}

fn require_amount(kept: &Kept, kind: PostingKind, amount: Money) -> Result<()> {
    if amount.currency != kept.account.currency() {
        return Err(invalid("amount", "account-currency-other"));
    }
    let least = if kind == PostingKind::Correction { -MOST } else { 1 };
    match amount.minor {
        0 => Err(invalid("amount", "account-amount-unfit")),
        minor if minor < least || minor > MOST => Err(invalid("amount", "account-amount-unfit")),
        _ => Ok(()),
    }
}

fn checked_reason(reason: &str) -> Result<String> {
    let reason = plain::line(reason);
    match reason.chars().count() {
        0 => Err(invalid("reason", "error-required")),
        length if length > REASON => {
            Err(invalid("reason", Text::new("error-too-long").with("limit", REASON)))
        }
        _ => Ok(reason),
    }
}

/// Posts to an account that was found for it, with what is checked, and tells of it in its customer's history.
pub(super) async fn write(
    cx: &Context,
    tx: &Tx,
    kept: &Kept,
    kind: PostingKind,
    minor: i64,
    reason: &str,
    service: Option<(ServiceId, Day)>,
) -> Result<PostingId> {
    let (account, currency) = (kept.account.id, kept.account.currency());
    let (other, owed, told) = match kind {
        PostingKind::Charge => (Side::Income, minor, CHARGED),
        PostingKind::Payment => (Side::Cash, -minor, PAID),
        PostingKind::Correction => (Side::Correction, minor, CORRECTED),
        PostingKind::Reversal => return Err(Error::internal("a reversal was posted like something new")),
    };
    let own = ledger_account(tx, Side::Receivable(account), currency).await?;
    let other = ledger_account(tx, other, currency).await?;
    let entry = |ledger_account, minor| Entry { ledger_account, minor, currency };
    let entries = vec![entry(own, owed), entry(other, -owed)];
    let id = post(cx, tx, &Draft { account, kind, reason, reverses: None, service, entries }).await?;
    tell(cx, tx, kept, (told, kind), id, minor, reason).await?;
    Ok(id)
}

async fn tell(
    cx: &Context,
    tx: &Tx,
    kept: &Kept,
    (told, of): (&'static str, PostingKind),
    posting: PostingId,
    minor: i64,
    reason: &str,
) -> Result<()> {
    let account = &kept.account;
    let payload = json!({
        "posting_id": posting,
        "number": account.profile.number,
        "what": Arg::from(Text::new(of.label())),
        "amount": Arg::from(account.money(minor)),
        "reason": reason,
    });
    cx.record(tx, event(kept, told, payload)).await
}

/// Something that happened to an account, in its customer's history.
pub(super) fn event(kept: &Kept, kind: &'static str, payload: serde_json::Value) -> NewEvent {
    NewEvent {
        kind,
        record: RecordRef { kind: RecordKind::Account, id: kept.account.id.0 },
        timeline_id: Some(kept.customer.open.timeline_id),
        version: kept.account.version,
        payload,
        audience: kept.customer.open.audience.clone(),
    }
}

/// Takes a posting back: a further one has its entries with the other sign. That happens once, and never to one that takes
/// something back itself.
///
/// # Errors
/// `NotFound`; `Forbidden` as for [`post_charge`]; `Invalid` for what cannot be taken back, and without a reason.
pub async fn reverse(cx: &Context, id: AccountId, posting: PostingId, reason: &str) -> Result<PostingId> {
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, id).await?;
        let (kind, _) = reversible(&tx, id, posting).await?;
        let reason = checked_reason(reason)?;
        write_reversal(cx, &tx, &kept, posting, kind, &reason).await
    })
    .await
}

/// The same from the history: the reason is the one that was given then.
pub(super) async fn take_back(cx: &Context, event: &Event) -> Result<()> {
    let posting = event.payload["posting_id"].as_i64().map(PostingId).ok_or(Error::NotFound)?;
    let id = AccountId(event.record.id);
    cx.tx(|tx| async move {
        let kept = row::find_to_post(cx, &tx, id).await?;
        let (kind, reason) = reversible(&tx, id, posting).await?;
        write_reversal(cx, &tx, &kept, posting, kind, &reason).await.map(drop)
    })
    .await
}

/// What a posting of this account is and why it was posted, if it can be taken back.
async fn reversible(tx: &Tx, account: AccountId, posting: PostingId) -> Result<(PostingKind, String)> {
    let q =
        Q::new("select p.kind, p.reason, (select count(*) from ledger_posting r where r.reverses_id = p.id)")
            .push("from ledger_posting p where p.id = ? and p.account_id = ?");
    let (kind, reason, reversals): (String, String, i64) = q.bind(posting).bind(account).one(tx).await?;
    match PostingKind::parse(&kind) {
        None | Some(PostingKind::Reversal) => Err(invalid("posting", "account-reversal-stays")),
        Some(_) if reversals > 0 => Err(invalid("posting", "account-reversed-already")),
        Some(kind) => Ok((kind, reason)),
    }
}

async fn write_reversal(
    cx: &Context,
    tx: &Tx,
    kept: &Kept,
    posting: PostingId,
    of: PostingKind,
    reason: &str,
) -> Result<PostingId> {
    let account = kept.account.id;
    let before = balance(tx, account).await?;
    let (kind, reverses, entries) = (PostingKind::Reversal, Some(posting), negated(tx, posting).await?);
    let draft = Draft { account, kind, reason, reverses, service: None, entries };
    let id = post(cx, tx, &draft).await.map_err(|error| {
        error.on_duplicate("ledger_posting.reverses_id", "posting", "account-reversed-already")
    })?;
    let owed = before - balance(tx, account).await?;
    // The amount as it was typed then: a payment made the customer owe less.
    let minor = if of == PostingKind::Payment { -owed } else { owed };
    tell(cx, tx, kept, (REVERSED, of), id, minor, reason).await?;
    Ok(id)
}
