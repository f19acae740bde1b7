//! Setting webhooks up, changing them and taking them away.

use kernel::db::{Q, Tx, Val};
use kernel::{
    Area, Can, Context, Error, Instant, NewEvent, RecordKind, Result, Text, Version, WebhookId, feed,
};
use serde_json::json;
use staff::{Telling, rights_within};

use super::{row, rules};
use crate::sending::signature::Key;
use crate::{MadeWebhook, OffBecause, Webhook, WebhookEdit, WebhookState};

/// So long the secret before the new one signs too.
const OVERLAP: i64 = Instant::DAY;

/// All webhooks, the oldest first.
///
/// # Errors
/// `Forbidden` without the right to edit settings: where the organisation's data go is for those alone who decide it.
pub async fn list(cx: &Context) -> Result<Vec<Webhook>> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    row::all(cx.db()).await
}

/// One webhook.
///
/// # Errors
/// As [`list`]; `NotFound`.
pub async fn find(cx: &Context, id: WebhookId) -> Result<Webhook> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    row::one(cx.db(), id).await
}

/// Sets a webhook up. It is told what happens from now on, as far as who sets it up may see it. The secret is not given
/// again.
///
/// # Errors
/// As [`list`]; `Invalid` for what does not fit and when there are too many.
pub async fn create(cx: &Context, edit: &WebhookEdit) -> Result<MadeWebhook> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let (edit, secret) = (&rules::checked(cx, edit)?, &Key::fresh().secret());
    let id = cx.tx(|tx| async move {
        rules::require_room(&tx).await?;
        let id = Q::new(
            "insert into webhook (url, description, kinds, includes_runs, state, secret, cursor, staff_id,",
        )
        .push("rights, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(&edit.url)
        .bind(&edit.description)
        .bind(Val::json(&edit.kinds))
        .bind(edit.includes_runs)
        .bind(state(edit).code())
        .bind(secret)
        .bind(feed::cursor_now(&tx).await?)
        .bind(cx.staff_id())
        .bind(rights_within(&cx.actor))
        .bind(cx.now)
        .number(&tx)
        .await?;
        announce(cx, &tx, "webhook.created", WebhookId(id), &edit.url).await?;
        Ok(WebhookId(id))
    });
    Ok(MadeWebhook { webhook: row::one(cx.db(), id.await?).await?, secret: secret.clone() })
}

/// Changes a webhook. One that the house had switched off is on again, unless it is paused. Who changes where it leads to
/// or what it is told answers for it from now on: nobody can have sent to themselves what somebody else may see.
///
/// # Errors
/// As [`create`]; `NotFound`; `Conflict` when somebody was quicker.
pub async fn update(cx: &Context, id: WebhookId, seen: Version, edit: &WebhookEdit) -> Result<Webhook> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let edit = &rules::checked(cx, edit)?;
    cx.tx(|tx| async move {
        let before = row::one(&tx, id).await?;
        if before.version != seen {
            return Err(Error::conflict(Text::new("webhook-conflict"), &before));
        }
        write(&tx, id, edit).await?;
        if takes_over(&before, edit) {
            let update = Q::new("update webhook set staff_id = ?, rights = ? where id = ?");
            update.bind(cx.staff_id()).bind(rights_within(&cx.actor)).bind(id).run(&tx).await?;
        }
        if (before.state != WebhookState::On && !edit.is_paused) || before.edit.url != edit.url {
            // It is given as long as it was given at first, and so is another address.
            Q::new("update webhook set failing_since = null where id = ?").bind(id).run(&tx).await?;
        }
        announce(cx, &tx, "webhook.updated", id, &edit.url).await
    })
    .await?;
    row::one(cx.db(), id).await
}

async fn write(tx: &Tx, id: WebhookId, edit: &WebhookEdit) -> Result<()> {
    Q::new("update webhook set url = ?, description = ?, kinds = ?, includes_runs = ?, state = ?, off_because = null,")
        .push("version = version + 1 where id = ?")
        .bind(&edit.url)
        .bind(&edit.description)
        .bind(Val::json(&edit.kinds))
        .bind(edit.includes_runs)
        .bind(state(edit).code())
        .bind(id)
        .run(tx)
        .await
        .map(drop)
}

fn state(edit: &WebhookEdit) -> WebhookState {
    if edit.is_paused { WebhookState::Paused } else { WebhookState::On }
}

fn takes_over(before: &Webhook, edit: &WebhookEdit) -> bool {
    before.edit.url != edit.url
        || before.edit.kinds != edit.kinds
        || before.edit.includes_runs != edit.includes_runs
        || (before.state == WebhookState::Off && !edit.is_paused)
}

/// Takes a webhook away, with its log.
///
/// # Errors
/// As [`list`]; `NotFound`.
pub async fn delete(cx: &Context, id: WebhookId) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let found = row::one(&tx, id).await?;
        Q::new("delete from webhook where id = ?").bind(id).run(&tx).await?;
        announce(cx, &tx, "webhook.deleted", id, &found.edit.url).await
    })
    .await
}

/// Gives a webhook a new secret, this once. The one before it signs beside it for a day, so that the receiver has time.
///
/// # Errors
/// As [`list`]; `NotFound`.
pub async fn rotate_secret(cx: &Context, id: WebhookId) -> Result<String> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let secret = &Key::fresh().secret();
    cx.tx(|tx| async move {
        let found = row::one(&tx, id).await?;
        Q::new(
            "update webhook set former_secret = secret, former_until = ?, secret = ?, version = version + 1",
        )
        .push("where id = ?")
        .bind(cx.now.plus(OVERLAP))
        .bind(secret)
        .bind(id)
        .run(&tx)
        .await?;
        announce(cx, &tx, "webhook.rotated", id, &found.edit.url).await
    })
    .await?;
    Ok(secret.clone())
}

/// Gives a webhook up that cannot be told anything, if it still is as it was seen. Who answers for it is told; the
/// administrators are where nobody does any more.
pub(crate) async fn switch_off(
    cx: &Context,
    id: WebhookId,
    seen: Version,
    because: OffBecause,
) -> Result<()> {
    cx.tx(|tx| async move {
        let update = Q::new("update webhook set state = 'off', off_because = ?, version = version + 1")
            .push("where id = ? and version = ? and state = 'on'")
            .bind(because.code())
            .bind(id)
            .bind(seen);
        if update.run(&tx).await? == 0 {
            return Ok(());
        }
        let found = row::one(&tx, id).await?;
        announce(cx, &tx, "webhook.switched_off", id, &found.edit.url).await?;
        let text = Text::new("webhook-off-told").with("host", host(&found.edit.url));
        let text = text.with("reason", Text::new(because.label()));
        for to in staff::store::answerable(&tx, found.staff_id).await? {
            let text = text.clone();
            let telling = Telling { notice: staff::Notice::Webhook, to, text, about: None, mail: None };
            staff::notify(cx, &tx, telling).await?;
        }
        Ok(())
    })
    .await
}

/// Writes down what was done to a webhook. Its address may hold a key, so that only the host is told.
pub(super) async fn announce(
    cx: &Context,
    tx: &Tx,
    kind: &'static str,
    id: WebhookId,
    url: &str,
) -> Result<()> {
    let payload = json!({ "webhook_id": id, "host": host(url) });
    cx.record(tx, NewEvent::new(kind, RecordKind::Setting, id.0).payload(payload)).await
}

fn host(url: &str) -> &str {
    let behind = url.split_once("://").map_or(url, |(_, rest)| rest);
    behind.split(['/', '?', '#']).next().unwrap_or_default()
}
