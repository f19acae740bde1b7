use fields::Alike;
use kernel::db::{Json, On, Q, Val};
use kernel::{Actor, Area, Can, Context, Error, NewEvent, RecordKind, Result};
use serde_json::json;

use crate::DuplicateSetting;

/// The signs that count.
pub(super) async fn counted(on: impl Into<On<'_>>) -> Result<Vec<Alike>> {
    let row = Q::new("select value from setting where key = 'duplicates'");
    let row: Option<(Json<DuplicateSetting>,)> = row.optional(on).await?;
    Ok(row.map(|(setting,)| setting.0).unwrap_or_default().counted)
}

/// What counts, for everybody who works here: it explains why they are warned.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn find(cx: &Context) -> Result<DuplicateSetting> {
    match cx.actor {
        Actor::Anonymous => Err(Error::Unauthenticated),
        Actor::Staff(_) | Actor::System => Ok(DuplicateSetting { counted: counted(cx.db()).await? }),
    }
}

/// Changes what counts. All keys are kept whatever counts, so this takes effect at once.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn save(cx: &Context, setting: &DuplicateSetting) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let mut counted = setting.counted.clone();
    counted.sort_unstable();
    counted.dedup();
    let setting = &DuplicateSetting { counted };
    cx.tx(|tx| async move {
        Q::new("insert into setting (key, value) values ('duplicates', ?)")
            .push("on conflict (key) do update set value = excluded.value")
            .bind(Val::json(setting))
            .run(&tx)
            .await?;
        let payload = json!({ "setting": "duplicates", "counted": setting.counted });
        cx.record(&tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await
    })
    .await
}
