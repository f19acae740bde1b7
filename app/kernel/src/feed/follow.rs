//! New events as they come, for whoever follows in this process.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{broadcast, watch};

use super::{cursor_now, events_after};
use crate::db::Db;
use crate::{Event, Result};

/// The feed of this process: every event once, in order, to all who follow.
#[derive(Clone)]
pub struct Feed {
    events: broadcast::Sender<Arc<Event>>,
    has_begun: watch::Sender<bool>,
}

impl Default for Feed {
    fn default() -> Self {
        Self { events: broadcast::Sender::new(1024), has_begun: watch::Sender::new(false) }
    }
}

impl Feed {
    /// From now on all events. Who falls behind is told so and goes on from the last cursor with [`events_after`].
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<Event>> {
        self.events.subscribe()
    }

    /// Waits for the moment from which on nothing is missed. What was read of the database before has to be read again.
    pub async fn begun(&self) {
        // It ends early when the feed itself is gone, and nothing is left to wait for.
        let _ = self.has_begun.subscribe().wait_for(|has_begun| *has_begun).await;
    }

    /// Reads new events whenever somebody rings, and every two seconds in case a ring was lost. Runs until dropped.
    pub async fn follow(&self, db: Db) {
        let mut rings = db.listen();
        let _listener = postgres_listener(&db);
        let mut cursor = None;
        loop {
            match self.pass_on(&db, &mut cursor).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "the feed could not be read; trying again"),
            }
            let _ = tokio::time::timeout(Duration::from_secs(2), rings.changed()).await;
        }
    }

    /// Passes on one batch; says whether there may be more.
    async fn pass_on(&self, db: &Db, cursor: &mut Option<String>) -> Result<bool> {
        let after = match &cursor {
            Some(cursor) => cursor.clone(),
            None => cursor.insert(cursor_now(db).await?).clone(),
        };
        self.has_begun.send_replace(true);
        let events = events_after(db, &after, 500).await?.unwrap_or_default();
        let more = events.len() == 500;
        if let Some(last) = events.last() {
            *cursor = Some(last.cursor.clone());
        }
        for event in events {
            let _ = self.events.send(Arc::new(event));
        }
        Ok(more)
    }
}

/// Where servers write to each other who is where.
const PRESENCE: &str = "foyer_presence";

/// Listens for other servers' events, and for what they say about who is where. The task ends with the returned guard.
fn postgres_listener(db: &Db) -> Option<tokio::task::JoinSet<()>> {
    let Db::Postgres { pool, .. } = db else { return None };
    let (pool, db) = (pool.clone(), db.clone());
    let mut tasks = tokio::task::JoinSet::new();
    tasks.spawn(async move {
        loop {
            if let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(&pool).await
                && listener.listen_all(["foyer_events", PRESENCE]).await.is_ok()
            {
                while let Ok(heard) = listener.try_recv().await {
                    match heard {
                        Some(heard) if heard.channel() == PRESENCE => db.pass_letter(heard.payload()),
                        // None says that the connection was lost and made again: something may have been missed.
                        _ => db.ring_events(),
                    }
                }
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
    Some(tasks)
}
