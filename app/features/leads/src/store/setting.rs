use kernel::db::{Json, On, Q, Val};
use kernel::{Actor, Area, Can, Context, Error, NewEvent, RecordKind, Result};
use serde_json::json;

use crate::LeadSetting;

/// What the house says; what it said never is the usual. [`super::row`] reads the same row beside each lead.
pub(super) async fn read(on: impl Into<On<'_>>) -> Result<LeadSetting> {
    let row = Q::new("select value from setting where key = 'leads'");
    let row: Option<(Json<LeadSetting>,)> = row.optional(on).await?;
    Ok(row.map(|(setting,)| setting.0).unwrap_or_default())
}

/// What the house says, for everybody who works here: it explains what they may not do.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn find(cx: &Context) -> Result<LeadSetting> {
    match cx.actor {
        Actor::Anonymous => Err(Error::Unauthenticated),
        Actor::Staff(_) | Actor::System => read(cx.db()).await,
    }
}

/// Changes it. It holds from the next change of a lead on.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn save(cx: &Context, setting: &LeadSetting) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        Q::new("insert into setting (key, value) values ('leads', ?)")
            .push("on conflict (key) do update set value = excluded.value")
            .bind(Val::json(setting))
            .run(&tx)
            .await?;
        let payload = json!({ "setting": "leads", "locks_converted": setting.locks_converted });
        cx.record(&tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await
    })
    .await
}
