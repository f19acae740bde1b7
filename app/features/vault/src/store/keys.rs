//! Which key is the one of now stands in the database; the keys themselves stand in a file of the data folder. So every
//! server knows which key it has to have, and one without it says so in place of making another one.

use kernel::db::{Q, Tx};
use kernel::{Context, Error, NewEvent, RecordKind, Result};
use serde_json::json;

use super::row::{COLUMNS, Row};
use super::sealed;

/// So many entries are encrypted anew in one transaction.
const BATCH: i64 = 100;

/// What a change of the key did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Entries that were encrypted anew, deleted ones among them.
    pub entries: usize,
    /// Entries that could not be read: their key is lost, or they were damaged. They stay as they are.
    pub left: usize,
}

/// Sees to it that there is a key, and that this server has it. The first one is made here, at first use.
///
/// # Errors
/// `Forbidden` with what to do if this server does not have the key; `Unavailable` if it cannot be stored.
pub(super) async fn ready(cx: &Context) -> Result<()> {
    let keyring = &cx.foyer.keyring;
    if let Some(key) = registered(cx).await? {
        return keyring.require(&key);
    }
    let key = match keyring.newest()? {
        Some(key) => key,
        None => keyring.add()?,
    };
    let key = key.as_str();
    match cx.tx(|tx| async move { begin(cx, &tx, key).await }).await {
        // Another server was quicker: its key is the one of now.
        Err(Error::Duplicate(_)) => match registered(cx).await? {
            Some(theirs) => keyring.require(&theirs),
            None => Err(Error::Busy),
        },
        done => done,
    }
}

async fn registered(cx: &Context) -> Result<Option<String>> {
    let q = Q::new("select id from vault_key where retired_at is null");
    Ok(q.optional::<(String,)>(cx.db()).await?.map(|(id,)| id))
}

async fn begin(cx: &Context, tx: &Tx, key: &str) -> Result<()> {
    Q::new("insert into vault_key (id, made_at) values (?, ?)").bind(key).bind(cx.now).run(tx).await.map(drop)
}

/// The key with which is encrypted now.
pub(super) async fn current(tx: &Tx) -> Result<String> {
    let q = Q::new("select id from vault_key where retired_at is null");
    q.one::<(String,)>(tx).await.map(|(id,)| id)
}

/// Makes a new key and encrypts all entries anew, in batches. The old keys stay in the file, for backups of before.
/// Broken off, it is finished by being asked again.
///
/// # Errors
/// `Forbidden` for all but administrators, and if the key of now is not here, unless it `is_lost`; as [`Q::all`].
pub async fn rotate(cx: &Context, is_lost: bool) -> Result<Rotated> {
    cx.actor.require_admin()?;
    let keyring = &cx.foyer.keyring;
    if let Some(key) = registered(cx).await?.filter(|_| !is_lost) {
        keyring.require(&key)?;
    }
    let new = &keyring.add()?;
    cx.tx(|tx| async move {
        let q = Q::new("update vault_key set retired_at = ? where retired_at is null");
        q.bind(cx.now).run(&tx).await?;
        begin(cx, &tx, new).await
    })
    .await?;
    let (mut rotated, mut after) = (Rotated::default(), 0);
    while let Some((last, entries, left)) = batch(cx, new, after).await? {
        after = last;
        rotated.entries += entries;
        rotated.left += left;
    }
    let payload = json!({ "entries": rotated.entries, "left": rotated.left });
    let event = &NewEvent::new("vault.rotated", RecordKind::Setting, 0).payload(payload);
    cx.tx(|tx| async move { cx.record(&tx, event.clone()).await }).await?;
    Ok(rotated)
}

/// Some entries behind this number: the last one, how many were encrypted anew, and how many could not be read.
async fn batch(cx: &Context, new: &str, after: i64) -> Result<Option<(i64, usize, usize)>> {
    cx.tx(|tx| async move {
        let rows: Vec<Row> = Q::new(COLUMNS)
            .push("where e.key_id <> ? and e.id > ? order by e.id limit ?")
            .dialect("", "for update of e")
            .bind(new)
            .bind(after)
            .bind(BATCH)
            .all(&tx)
            .await?;
        let Some(last) = rows.last().map(|row| row.id.0) else { return Ok(None) };
        let (mut entries, mut left) = (0, 0);
        for row in &rows {
            match sealed::open(cx, row) {
                Ok(sealed) => {
                    sealed::put(cx, &tx, row, &sealed).await?;
                    entries += 1;
                }
                Err(Error::Forbidden(_)) => left += 1,
                Err(error) => return Err(error),
            }
        }
        Ok(Some((last, entries, left)))
    })
    .await
}
