//! The one mail of the morning: what was to be told in it and has not been read since.

use std::collections::BTreeMap;

use futures::FutureExt;
use kernel::db::Q;
use kernel::{Context, Instant, JobKind, Mail, Result, StaffId, Text};

use super::notifications::{self, Row};
use crate::Notification;

/// When it is sent, in seconds of the organisation's day.
const AT: u32 = 7 * 3_600;
/// So many things are named; of the others there is the number.
const NAMED: usize = 30;

/// Sends the digests that are due.
pub const DIGEST: JobKind = JobKind {
    name: "notifications.digest",
    run: |cx, _| async move { send_due(&cx).await }.boxed(),
    every: Some(5 * Instant::MINUTE),
};

/// Sends the mail about what a long run brought.
pub const GATHERED: JobKind = JobKind {
    name: "notifications.mail",
    run: |cx, payload| async move { notifications::mail_gathered(&cx, &payload).await }.boxed(),
    every: None,
};

/// Sends everybody who is to have one a mail with what came up to seven o'clock of this morning, or of yesterday's while
/// it is earlier. It may come late, when no server ran at seven, and never twice: what was sent is marked with the mail.
///
/// # Errors
/// As [`Q::all`].
pub async fn send_due(cx: &Context) -> Result<()> {
    let until = last_morning(cx);
    let rows: Vec<Row> = Q::new(notifications::COLUMNS)
        .push("where n.for_digest and n.created_at < ? order by n.created_at, n.id")
        .bind(until)
        .all(cx.db())
        .await?;
    let mut people = BTreeMap::<StaffId, Vec<Notification>>::new();
    for row in rows {
        people.entry(row.staff_id).or_default().push(row.into());
    }
    for (id, all) in people {
        send(cx, id, all, until).await?;
    }
    Ok(())
}

fn last_morning(cx: &Context) -> Instant {
    let zone = cx.organisation().zone.clone();
    let today = zone.day(cx.now);
    let morning = zone.instant(today, AT);
    if morning <= cx.now { morning } else { zone.instant(kernel::Day(today.0 - 1), AT) }
}

async fn send(cx: &Context, id: StaffId, all: Vec<Notification>, until: Instant) -> Result<()> {
    let mut told = Vec::new();
    if let Some(colleague) = crate::acting(cx, id).await? {
        for one in all.into_iter().filter(|one| !one.is_read) {
            if notifications::may_see(&colleague, &one).await? {
                told.push(one.text);
            }
        }
    }
    let mail = match told.is_empty() {
        true => None,
        false => Some(mail(cx, id, told).await?),
    };
    let mail = &mail;
    cx.tx(|tx| async move {
        let done = Q::new(
            "update notification set for_digest = ? where staff_id = ? and for_digest and created_at < ?",
        );
        let marked = done.bind(false).bind(id).bind(until).run(&tx).await?;
        match mail {
            // Another server was quicker.
            Some(mail) if marked > 0 => cx.post(&tx, mail.clone()).await.map(drop),
            _ => Ok(()),
        }
    })
    .await
}

async fn mail(cx: &Context, id: StaffId, told: Vec<Text>) -> Result<Mail> {
    let member = super::find(cx, id).await?;
    let count = told.len();
    let mut body = vec![Text::new("digest-lead").with("count", count)];
    body.extend(told.into_iter().take(NAMED).map(|text| Text::new("digest-line").with("text", text)));
    if count > NAMED {
        body.push(Text::new("digest-more").with("count", count - NAMED));
    }
    Ok(Mail {
        to: member.email,
        language: member.language.unwrap_or(cx.organisation().language),
        subject: Text::new("digest-subject").with("count", count).with("name", &cx.organisation().name),
        body,
        path: Some("/".into()),
    })
}
