use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse;
use kernel::feed::{self, KEPT_FOR_CATCH_UP};
use kernel::{Actor, Event, RecordKind, Result, entropy};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use crate::house::House;

/// Who is behind this many events loads everything again: that is quicker than telling them one by one.
const FAR_BEHIND: usize = 5_000;
const BATCH: i64 = 500;
/// How soon a stream notices that its session or token is over.
const CHECK: Duration = Duration::from_millis(700);
const PING: Duration = Duration::from_secs(15);

/// By what somebody was recognised; asked again while the stream is open.
#[derive(Clone)]
pub enum Identity {
    /// The secret of a session.
    Session(Arc<str>),
    /// The secret of an API token.
    Token(Arc<str>),
}

/// One open stream.
pub struct Follower {
    house: House,
    identity: Identity,
    actor: Actor,
    cursor: String,
    feed: broadcast::Receiver<Arc<Event>>,
    ready: VecDeque<sse::Event>,
    checks: Interval,
    pings: Interval,
    is_over: bool,
}

/// Why a stream wakes up.
enum News {
    Event(Arc<Event>),
    Lagged,
    Check,
    Ping,
    End,
}

impl Identity {
    async fn actor(&self, house: &House) -> Result<Option<Actor>> {
        match self {
            Self::Session(secret) => {
                Ok(staff::sessions::authenticate(&house.foyer, secret).await?.map(|person| person.actor))
            }
            Self::Token(secret) => staff::tokens::authenticate(&house.foyer, secret).await,
        }
    }
}

impl Follower {
    /// Begins behind this cursor, or now.
    ///
    /// # Errors
    /// As [`kernel::db::Q::all`].
    pub async fn begin(
        house: House,
        identity: Identity,
        actor: Actor,
        cursor: Option<String>,
    ) -> Result<Self> {
        // Subscribed before anything is read, so that nothing falls between.
        let feed = house.foyer.feed.subscribe();
        let now = feed::cursor_now(&house.foyer.db).await?;
        let ticks = |every| {
            let mut ticks = interval_at(Instant::now() + every, every);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            ticks
        };
        let (checks, pings) = (ticks(CHECK), ticks(PING));
        let ready = VecDeque::from([hello()]);
        let mut follower =
            Self { house, identity, actor, cursor: now, feed, ready, checks, pings, is_over: false };
        if let Some(cursor) = cursor {
            follower.catch_up(cursor).await?;
        }
        Ok(follower)
    }

    /// The next thing to send; `None` when the stream is over.
    pub async fn next(&mut self) -> Option<sse::Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            if self.is_over {
                return None;
            }
            // A stream that fails ends; the client comes back with its cursor.
            self.wait()
                .await
                .inspect_err(|error| tracing::warn!(%error, "a stream of events broke off"))
                .ok()?;
        }
    }

    async fn wait(&mut self) -> Result<()> {
        let news = {
            let Self { house, feed, checks, pings, .. } = self;
            tokio::select! {
                _ = house.stopping.wait_for(|stop| *stop) => News::End,
                _ = checks.tick() => News::Check,
                _ = pings.tick() => News::Ping,
                received = feed.recv() => match received {
                    Ok(event) => News::Event(event),
                    Err(RecvError::Lagged(_)) => News::Lagged,
                    Err(RecvError::Closed) => News::End,
                },
            }
        };
        match news {
            News::Event(event) => self.take(&event).await?,
            News::Lagged => self.catch_up(self.cursor.clone()).await?,
            News::Check => self.check().await?,
            // The ping says how far the stream is, so that a client does not ask again for what it may not see.
            News::Ping => self.ready.push_back(sse::Event::default().id(&self.cursor).comment("ping")),
            News::End => self.is_over = true,
        }
        Ok(())
    }

    /// Asks again who this is: rights may have changed, or the session may be over.
    async fn check(&mut self) -> Result<()> {
        match self.identity.actor(&self.house).await? {
            Some(actor) => self.actor = actor,
            None => {
                self.is_over = true;
                self.ready.clear();
                self.ready.push_back(sse::Event::default().event("signed-out").data("{}"));
            }
        }
        Ok(())
    }

    async fn take(&mut self, event: &Event) -> Result<()> {
        // What was read from the database already comes again by the feed.
        if place(&event.cursor) <= place(&self.cursor) {
            return Ok(());
        }
        if matches!(event.record.kind, RecordKind::Staff | RecordKind::Setting) {
            self.check().await?;
        }
        self.tell(event);
        Ok(())
    }

    fn tell(&mut self, event: &Event) {
        self.cursor.clone_from(&event.cursor);
        if self.is_over {
            return;
        }
        let Some(data) = event.seen_by(&self.actor).and_then(|event| serde_json::to_string(&event).ok())
        else {
            return;
        };
        self.ready.push_back(sse::Event::default().id(&event.cursor).data(data));
    }

    /// Reads what happened behind a cursor, or tells the client to load everything again.
    async fn catch_up(&mut self, cursor: String) -> Result<()> {
        let db = self.house.foyer.db.clone();
        let now = feed::cursor_now(&db).await?;
        let oldest = self.house.foyer.clock.now().plus(-KEPT_FOR_CATCH_UP);
        // A cursor from the future is one of another database, before a backup was restored for example.
        let mut is_lost = place(&cursor).is_none() || place(&cursor) > place(&now);
        let (mut at, mut missed) = (cursor, Vec::new());
        while !is_lost {
            let batch = feed::events_after(&db, &at, BATCH).await?.unwrap_or_default();
            let Some(last) = batch.last() else { break };
            at.clone_from(&last.cursor);
            is_lost = batch.iter().any(|event| event.at < oldest) || missed.len() > FAR_BEHIND;
            missed.extend(batch);
        }
        if is_lost {
            self.ready.push_back(sse::Event::default().event("reload").id(&now).data("{}"));
            self.cursor = now;
            return Ok(());
        }
        self.cursor = at;
        missed.iter().for_each(|event| self.tell(event));
        Ok(())
    }
}

/// Opens the stream, so that the client knows it is connected, and spreads the clients' return after a restart.
fn hello() -> sse::Event {
    let pause = Duration::from_millis(500 + entropy::bits() % 2_500);
    sse::Event::default().retry(pause).comment("hello")
}

/// A cursor as a place in the order of the feed.
fn place(cursor: &str) -> Option<(i64, i64)> {
    let (xid, id) = cursor.split_once('.')?;
    Some((xid.parse().ok()?, id.parse().ok()?))
}
