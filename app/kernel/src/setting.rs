//! What the house has decided, one row for each subject in `setting`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::db::{Json, On, Q, Tx, Val};
use crate::{Area, Can, Context, NewEvent, RecordKind, Result};

/// Something that the house decides, kept under a key of its own. What was never decided is as usual (`Default`).
pub trait Setting: Serialize + DeserializeOwned + Default + Send + Sync + Unpin + 'static {
    /// The row's key, and what the event of a change names.
    const KEY: &'static str;
}

/// What the house says, without asking for a right: for work that has to follow it.
///
/// # Errors
/// As [`Q::all`], also when what is stored cannot be understood.
pub async fn read<S: Setting>(on: impl Into<On<'_>>) -> Result<S> {
    let row = Q::new("select value from setting where key = ?").bind(S::KEY);
    let row: Option<(Json<S>,)> = row.optional(on).await?;
    Ok(row.map(|(setting,)| setting.0).unwrap_or_default())
}

/// What the house says, for everybody who works here: it explains what they may not do, and why they are warned.
///
/// # Errors
/// `Unauthenticated` for nobody, `Forbidden` for contacts; else as [`read`].
pub async fn find<S: Setting>(cx: &Context) -> Result<S> {
    cx.actor.require_house()?;
    read(cx.db()).await
}

/// Changes it, with an event that tells all of it. It holds from now on.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn save<S: Setting>(cx: &Context, setting: &S) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        keep(&tx, setting).await?;
        let mut payload = json!(setting);
        payload["setting"] = S::KEY.into();
        cx.record(&tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await
    })
    .await
}

/// Writes it down and tells nobody: for what the house notes for itself, and for who tells more.
///
/// # Errors
/// As [`Q::run`].
pub async fn keep<S: Setting>(tx: &Tx, setting: &S) -> Result<()> {
    Q::new("insert into setting (key, value) values (?, ?)")
        .bind(S::KEY)
        .push("on conflict (key) do update set value = excluded.value")
        .bind(Val::json(setting))
        .run(tx)
        .await
        .map(drop)
}
