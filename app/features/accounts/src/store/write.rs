//! The one place where rows of accounts are written: row, index of added fields and event together.

use fields::store::definitions;
use fields::store::index::{self, Written};
use fields::{FieldChange, Kind};
use kernel::db::{Q, Tx, Val};
use kernel::{AccountId, Arg, Context, NewEvent, RecordKind, Result, Text};
use serde_json::{Value as Json, json};

use super::kind::{Accounts, NUMBER};
use super::row::Kept;
use crate::{Account, Status};

/// Stores an account that may be so: a new one, or one that was another way before.
pub(super) async fn put(cx: &Context, tx: &Tx, before: Option<&Kept>, mut after: Kept) -> Result<Kept> {
    let account = &mut after.account;
    account.version += 1;
    account.updated_at = cx.now;
    let stored = match before {
        None => insert(cx, tx, account).await,
        Some(_) => update(tx, account).await,
    };
    stored.map_err(|error| error.on_duplicate("account.number_norm", NUMBER, "account-number-taken"))?;
    let custom = before.map(|before| &before.account.profile.custom);
    let written = Written { id: account.id.0, before: custom, after: &account.profile.custom };
    index::put(tx, RecordKind::Account, [written]).await?;
    cx.record(tx, event(cx, tx, before, &after).await?).await?;
    Ok(after)
}

async fn insert(cx: &Context, tx: &Tx, account: &mut Account) -> Result<()> {
    let q = Q::new(
        "insert into account (number, number_norm, name, currency, status, custom, deleted_at, version,",
    )
    .push("updated_at, customer_id, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .push("returning id")
    .bind_all(columns(account))
    .bind(account.customer_id)
    .bind(cx.staff_id())
    .bind(account.created_at);
    account.id = AccountId(q.number(tx).await?);
    Ok(())
}

async fn update(tx: &Tx, account: &Account) -> Result<()> {
    Q::new("update account set number = ?, number_norm = ?, name = ?, currency = ?, status = ?, custom = ?,")
        .push("deleted_at = ?, version = ?, updated_at = ? where id = ?")
        .bind_all(columns(account))
        .bind(account.id)
        .run(tx)
        .await
        .map(drop)
}

/// The values of the columns from `number` to `updated_at`.
fn columns(account: &Account) -> Vec<Val> {
    let profile = &account.profile;
    vec![
        (&profile.number).into(),
        number_norm(&profile.number).into(),
        profile.name.clone().into(),
        account.currency().into(),
        profile.status.code().into(),
        Val::json(&profile.custom),
        account.deleted_at.into(),
        account.version.into(),
        account.updated_at.into(),
    ]
}

/// A number as numbers are compared.
pub(super) fn number_norm(number: &str) -> String {
    number.to_lowercase()
}

/// What became of an account, in words.
async fn event(cx: &Context, tx: &Tx, before: Option<&Kept>, after: &Kept) -> Result<NewEvent> {
    let mut event = fields::event::<Accounts>(cx, before, after);
    let number = &after.account.profile.number;
    if event.kind != Accounts::ABOUT.told.changed {
        event.payload = json!({ "number": number });
        return Ok(event);
    }
    let added = definitions::list(tx, RecordKind::Account).await?;
    let before = before.map(|before| Accounts::record(cx, before).values).unwrap_or_default();
    let mut told = Vec::new();
    for change in fields::changes(&before, &Accounts::record(cx, after).values) {
        told.push(match change.field.as_str() {
            "status" => of_status(change),
            _ => definitions::in_words(tx, &added, change).await?,
        });
    }
    event.payload = json!({ "number": number, "changes": told });
    Ok(event)
}

fn of_status(change: FieldChange) -> FieldChange {
    let word = |json: &Json| {
        let status = json.as_str().and_then(Status::parse).unwrap_or_default();
        json!(Arg::from(Text::new(status.label())))
    };
    let (old, new) = (word(&change.old), word(&change.new));
    change.told(old, new)
}
