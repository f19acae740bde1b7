//! Accounts as a kind of record among others. Their timeline is their customer's.

use customers::store::{owners, part_branches};
use fields::store::definitions;
use fields::{About, Branch, FieldType, Going, Kind, OwnField, Patch, Record, Told, Value, Values, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{
    AccountId, Actor, Context, CustomerId, Error, OpenRecord, RecordKind, RecordRef, Result, forbidden,
    invalid,
};

use super::row::Kept;
use super::{ledger, row, services, values, write};
use crate::{Account, Profile, Status};

/// The key of whose account it is: said when it is opened, and the same from then on.
pub(super) const CUSTOMER: &str = "customer_id";

/// The key of its number; that of a customer is another one.
pub(super) const NUMBER: &str = "account_number";

/// The fields of accounts, in the order of forms.
pub(super) const FIELDS: &[OwnField] = &[
    OwnField::new(NUMBER, FieldType::Text).column("l.number"),
    OwnField::new("name", FieldType::Text).column("l.name"),
    OwnField::new("currency", FieldType::Word).column("l.currency"),
    OwnField::new("status", FieldType::Word).column("l.status").words(&Status::CODES),
    OwnField::new(CUSTOMER, FieldType::Choice).column("l.customer_id"),
];

/// Accounts, for everything that works on records of any kind.
pub(super) struct Accounts;

const TOLD: Told = Told {
    created: "account.created",
    changed: "account.updated",
    deleted: "account.deleted",
    restored: "account.restored",
};

impl Kind for Accounts {
    type Row = Kept;
    type Ahead = ();

    const ABOUT: About = About { kind: RecordKind::Account, table: "account", told: TOLD };
    const FIELDS: &'static [OwnField] = FIELDS;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        part_branches(actor)
    }

    fn record(_: &Context, kept: &Kept) -> Record {
        let (account, customer) = (&kept.account, &kept.customer.open);
        let deleted_at = kept.deleted_at();
        let in_bin = deleted_at.map(|_| forbidden("account-is-deleted"));
        let open = OpenRecord {
            record: RecordRef { kind: RecordKind::Account, id: account.id.0 },
            timeline_id: customer.timeline_id,
            version: account.version,
            title: account.title(),
            audience: customer.audience.clone(),
            locked: customer.locked.clone().or(in_bin),
        };
        let values = values(&account.profile).with(CUSTOMER, Value::Id(account.customer_id.0));
        Record { open, deleted_at, values }
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Kept>> {
        row::several(cx, on, ids).await
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Kept>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Kept> {
        match (wish, before) {
            (Wish::Create(values), _) | (Wish::Change(values), None) => opened(cx, on, values).await,
            (Wish::Change(values), Some(before)) => changed(on, before, values).await,
            (Wish::Delete, Some(before)) => binned(cx, on, before).await,
            (Wish::Restore, Some(before)) => restored(before),
            (Wish::Delete | Wish::Restore, None) => Err(Error::NotFound),
        }
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Kept>>) -> Result<Vec<Kept>> {
        let mut accounts = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            accounts.push(write::put(cx, tx, before.as_ref(), after).await?);
        }
        Ok(accounts)
    }
}

/// A new account of a customer that the actor sees and may change.
async fn opened(cx: &Context, on: On<'_>, values: &Values) -> Result<Kept> {
    let Some(Value::Id(id)) = values.get(CUSTOMER) else { return Err(invalid(CUSTOMER, "error-required")) };
    let customer = owners(cx, on, &[*id]).await?.remove(id).ok_or(Error::NotFound)?;
    if customer.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    customer.open.require_edit()?;
    let values = match values.text(NUMBER) {
        Some(_) => values.clone(),
        None => values.clone().without(NUMBER),
    };
    let mut profile = filled_in(on, &Profile::default(), None, &values).await?;
    if profile.number.is_empty() {
        profile.number = next_number(on).await?;
    }
    let theirs = customer.values.text("currency").and_then(|code| code.parse().ok());
    profile.currency = profile.currency.or(theirs).or(Some(cx.organisation().currency));
    require_free_number(on, AccountId(0), &profile.number).await?;
    let account = Account {
        id: AccountId(0),
        customer_id: CustomerId(*id),
        profile,
        version: 0,
        created_at: cx.now,
        updated_at: cx.now,
        deleted_at: None,
    };
    Ok(Kept { account, customer })
}

/// What becomes of an account whose fields change.
async fn changed(on: On<'_>, before: &Kept, values: &Values) -> Result<Kept> {
    let (account, mut after) = (&before.account, before.clone());
    if values.get(CUSTOMER).is_some_and(|whose| *whose != Value::Id(account.customer_id.0)) {
        return Err(invalid(CUSTOMER, "account-customer-stays"));
    }
    let profile = &account.profile;
    after.account.profile = filled_in(on, profile, Some(profile), values).await?;
    let after_profile = &mut after.account.profile;
    after_profile.currency = after_profile.currency.or(profile.currency);
    if after_profile.number.is_empty() {
        // Nothing but spaces was typed.
        return Err(invalid(NUMBER, "error-required"));
    }
    if after_profile.number != profile.number {
        require_free_number(on, account.id, &after_profile.number).await?;
    }
    if after_profile.currency != profile.currency && is_used(on, account.id).await? {
        return Err(invalid("currency", "account-currency-fixed"));
    }
    let is_closing = after_profile.status == Status::Closed && profile.status != Status::Closed;
    if is_closing && ledger::balance(on, account.id).await? != 0 {
        return Err(invalid("status", "account-not-settled"));
    }
    Ok(after)
}

/// Whether amounts are kept in its currency.
async fn is_used(on: On<'_>, id: AccountId) -> Result<bool> {
    Ok(ledger::has_postings(on, id).await? || services::are_there(on, id).await?)
}

/// A profile with other values in some fields, tidied and checked.
async fn filled_in(
    on: On<'_>,
    profile: &Profile,
    before: Option<&Profile>,
    values: &Values,
) -> Result<Profile> {
    let mut profile = Patch(values.clone().without(CUSTOMER).to_json()).apply(profile)?;
    let had = before.map(|before| &before.custom);
    profile.custom = definitions::check(on, RecordKind::Account, had, &profile.custom).await?;
    Ok(profile)
}

/// The bin takes no account with postings: they would have to go with it after a month, and none ever goes.
async fn binned(cx: &Context, on: On<'_>, before: &Kept) -> Result<Kept> {
    if ledger::has_postings(on, before.account.id).await? {
        return Err(forbidden("account-has-entries"));
    }
    let mut after = before.clone();
    after.account.deleted_at = Some(cx.now);
    Ok(after)
}

fn restored(before: &Kept) -> Result<Kept> {
    if before.customer.deleted_at.is_some() {
        return Err(forbidden("account-customer-deleted"));
    }
    let mut after = before.clone();
    after.account.deleted_at = None;
    Ok(after)
}

/// The number that a new account gets by itself: the first free one behind those that were given.
async fn next_number(on: On<'_>) -> Result<String> {
    let mut next = Q::new("select coalesce(max(id), 0) + 1 from account").number(on).await?;
    loop {
        let number = format!("A-{next:05}");
        match require_free_number(on, AccountId(0), &number).await {
            Err(Error::Invalid(_)) => next += 1,
            free => return free.map(|()| number),
        }
    }
}

/// No other account has the same number, not even in the bin; an index holds it where two are quick.
async fn require_free_number(on: On<'_>, id: AccountId, number: &str) -> Result<()> {
    let q = Q::new("select count(*) from account where number_norm = ? and id <> ?");
    match q.bind(write::number_norm(number)).bind(id).number(on).await? {
        0 => Ok(()),
        _ => Err(invalid(NUMBER, "account-number-taken")),
    }
}
