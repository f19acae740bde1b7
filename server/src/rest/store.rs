//! Where the answers to calls with an `Idempotency-Key` are kept, for 24 hours.

use kernel::db::Q;
use kernel::{Context, Instant, Result, StaffId};

/// How long an answer is kept.
const KEPT_FOR: i64 = Instant::DAY;

/// What there is under a key.
#[derive(Debug, PartialEq)]
pub enum Claim {
    /// Nothing was: the caller may go to work.
    Mine,
    /// The same call is at work, or was cut off before its answer was known.
    AtWork,
    /// The answer to the same call: its status and the rest.
    Answered(u16, String),
    /// Another call.
    OfSomethingElse,
}

/// Takes a key for a call, if it is free.
///
/// # Errors
/// `Unauthenticated` for who is not staff; as [`Q::all`].
pub async fn claim(cx: &Context, key: &str, fingerprint: &str) -> Result<Claim> {
    let me = cx.actor.staff()?.id;
    if let Some(claim) = find(cx, me, key, fingerprint).await? {
        return Ok(claim);
    }
    let taken = cx
        .tx(|tx| async move {
            let old = Q::new("delete from idempotency where staff_id = ? and created_at <= ?").bind(me);
            old.bind(cx.foyer.clock.now().plus(-KEPT_FOR)).run(&tx).await?;
            Q::new("insert into idempotency (staff_id, key, fingerprint, created_at) values (?, ?, ?, ?)")
                .push("on conflict (staff_id, key) do nothing")
                .bind(me)
                .bind(key)
                .bind(fingerprint)
                .bind(cx.now)
                .run(&tx)
                .await
        })
        .await?;
    match taken {
        0 => Ok(find(cx, me, key, fingerprint).await?.unwrap_or(Claim::AtWork)),
        _ => Ok(Claim::Mine),
    }
}

async fn find(cx: &Context, me: StaffId, key: &str, fingerprint: &str) -> Result<Option<Claim>> {
    let found: Option<(String, Option<i64>, Option<String>)> = Q::new(
        "select fingerprint, status, body from idempotency where staff_id = ? and key = ? and created_at > ?",
    )
    .bind(me)
    .bind(key)
    .bind(cx.foyer.clock.now().plus(-KEPT_FOR))
    .optional(cx.db())
    .await?;
    Ok(found.map(|found| match found {
        (other, ..) if other != fingerprint => Claim::OfSomethingElse,
        (_, Some(status), Some(body)) => Claim::Answered(u16::try_from(status).unwrap_or(500), body),
        _ => Claim::AtWork,
    }))
}

/// Keeps the answer of a call.
///
/// # Errors
/// As [`claim`].
pub async fn keep(cx: &Context, key: &str, status: u16, body: &str) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        let q = Q::new("update idempotency set status = ?, body = ? where staff_id = ? and key = ?");
        q.bind(i64::from(status)).bind(body).bind(me).bind(key).run(&tx).await.map(drop)
    })
    .await
}

/// Frees the key of a call that did nothing.
///
/// # Errors
/// As [`claim`].
pub async fn forget(cx: &Context, key: &str) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        let q = Q::new("delete from idempotency where staff_id = ? and key = ? and status is null");
        q.bind(me).bind(key).run(&tx).await.map(drop)
    })
    .await
}
