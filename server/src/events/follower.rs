use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse;
use kernel::feed::{self, KEPT_FOR_CATCH_UP};
use kernel::{Actor, Event, RecordKind, Result, entropy};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::company::Company;
use super::streams::Place;
use crate::house::House;

/// Who is behind this many events loads everything again: that is quicker than telling them one by one.
const FAR_BEHIND: usize = 5_000;
const BATCH: i64 = 500;
/// How soon a stream notices in any case that its session or token is over. What was done to it is an event, which is
/// acted upon at once; but sessions also end by themselves, and on PostgreSQL a long transaction holds events up.
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
    place: Place,
    company: Company,
    is_over: bool,
}

/// Why a stream wakes up.
enum News {
    Event(Arc<Event>),
    Lagged,
    Check,
    Ping,
    Crowded,
    Company,
    End,
}

impl Identity {
    fn secret(&self) -> Arc<str> {
        let (Self::Session(secret) | Self::Token(secret)) = self;
        secret.clone()
    }

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
    /// `Unauthenticated` for nobody; as [`kernel::db::Q::all`].
    pub async fn begin(
        house: House,
        identity: Identity,
        actor: Actor,
        cursor: Option<String>,
    ) -> Result<Self> {
        let place = house.streams.take(actor.staff()?.id, identity.secret());
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
        let company = Company::new(&house, matches!(identity, Identity::Session(_)));
        let (cursor, asked, is_over) = (now, cursor, false);
        let mut follower =
            Self { house, identity, actor, cursor, feed, ready, checks, pings, place, company, is_over };
        if let Some(cursor) = asked {
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
            let Self { house, feed, checks, pings, place, company, .. } = self;
            tokio::select! {
                () = house.foyer.stop.asked() => News::End,
                _ = &mut place.crowded => News::Crowded,
                _ = checks.tick() => News::Check,
                _ = pings.tick() => News::Ping,
                () = company.due() => News::Company,
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
            News::Ping => {
                self.ready.push_back(sse::Event::default().id(&self.cursor).comment("ping"));
                self.company.look_again();
            }
            News::Company => self.ready.extend(self.company.tell(&self.house, &self.actor).await?),
            News::Crowded => self.end("crowded"),
            News::End => self.is_over = true,
        }
        Ok(())
    }

    /// Ends the stream with the reason, so that the client knows whether to come back.
    fn end(&mut self, reason: &str) {
        self.is_over = true;
        self.ready.clear();
        self.ready.push_back(sse::Event::default().event(reason).data("{}"));
    }

    /// Asks again who this is: rights may have changed, or the session may be over.
    async fn check(&mut self) -> Result<()> {
        match self.identity.actor(&self.house).await? {
            Some(actor) if actor != self.actor => {
                self.actor = actor;
                self.company.forget();
            }
            Some(_) => {}
            None => self.end("signed-out"),
        }
        Ok(())
    }

    async fn take(&mut self, event: &Event) -> Result<()> {
        // What was read from the database already comes again by the feed.
        if place(&event.cursor) <= place(&self.cursor) {
            return Ok(());
        }
        if self.is_about_rights(event) {
            self.check().await?;
        }
        self.company.hear(event);
        self.tell(event);
        Ok(())
    }

    /// Whether what happened may have changed who this is: something about the person, or about a role.
    fn is_about_rights(&self, event: &Event) -> bool {
        match event.record.kind {
            RecordKind::Staff => self.actor.staff_id().is_some_and(|me| me.0 == event.record.id),
            kind => kind == RecordKind::Setting,
        }
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
        self.company.forget();
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
