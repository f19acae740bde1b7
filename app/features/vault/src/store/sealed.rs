//! What is secret of an entry, as one piece that is encrypted together.

use kernel::db::{Q, Tx};
use kernel::{Context, Error, Result, RoleId, VaultEntryId};
use serde::{Deserialize, Serialize};

use super::row::Row;
use crate::VaultDraft;

/// What is secret. It has no form for people: nothing prints it by mistake.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Sealed {
    pub secret: String,
    pub user_name: String,
    pub address: String,
    pub note: String,
}

impl Sealed {
    /// What is secret of a draft; an empty secret leaves the one that there is.
    pub fn of(draft: &VaultDraft, before: Option<&Self>) -> Self {
        let kept = before.filter(|_| draft.secret.is_empty()).map(|before| &before.secret);
        Self {
            secret: kept.unwrap_or(&draft.secret).clone(),
            user_name: draft.user_name.clone(),
            address: draft.address.clone(),
            note: draft.note.clone(),
        }
    }

    /// All of an entry.
    pub fn into_draft(self, name: String, roles: Vec<RoleId>) -> VaultDraft {
        let Self { secret, user_name, address, note } = self;
        VaultDraft { name, user_name, secret, address, note, roles }
    }
}

/// Where an entry stands: its secret can be read there and nowhere else. The timeline is the one that decides who sees
/// it; the record is the one on which it was put.
pub(super) fn place(id: VaultEntryId, timeline: i64, kind: &str, record: i64) -> String {
    format!("vault entry {id} of {kind} {record} on {timeline}")
}

fn place_of(row: &Row) -> String {
    place(row.id, row.timeline_id.0, &row.record_kind, row.record_id)
}

/// Reads what is secret of an entry.
pub(super) fn open(cx: &Context, row: &Row) -> Result<Sealed> {
    let plain = cx.foyer.keyring.open(&row.key_id, &place_of(row), &row.sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Error::internal("a secret of the vault is none of ours"))
}

/// Writes what is secret of an entry that has its row already, with the key of now.
pub(super) async fn put(cx: &Context, tx: &Tx, row: &Row, sealed: &Sealed) -> Result<()> {
    let key = super::keys::current(tx).await?;
    let plain = serde_json::to_vec(sealed).map_err(Error::internal)?;
    let text = cx.foyer.keyring.seal(&key, &place_of(row), &plain)?;
    let q = Q::new("update vault_entry set sealed = ?, key_id = ? where id = ?");
    q.bind(text).bind(key).bind(row.id).run(tx).await.map(drop)
}
