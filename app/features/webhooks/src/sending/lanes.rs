//! Who sends: a task for each webhook that has something to send, so that one that hangs holds up nobody but itself.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Context, Event, Foyer, Result, WebhookId};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::{AbortHandle, JoinSet};

use super::try_next;
use crate::store::collect::{active, collect};
use crate::store::queue;

/// How often it is looked whether a pause is over.
const LOOK: Duration = Duration::from_secs(2);
/// The same where there are no webhooks.
const IDLE: Duration = Duration::from_secs(60);
/// What comes together is looked at together.
const GATHER: Duration = Duration::from_millis(100);
/// After so many failures one after another a webhook is left alone for a while: whatever waits would only fail as well.
const ENOUGH: usize = 3;
/// So long.
const REST: Duration = Duration::from_secs(30);

/// Sends until the process is asked to stop, or until dropped. What is under way then is sent again later.
pub async fn run(foyer: Arc<Foyer>) {
    let mut feed = foyer.feed.subscribe();
    foyer.feed.begun().await;
    if foyer.db.is_sqlite()
        && let Err(error) = queue::release_all(&Context::system(&foyer)).await
    {
        tracing::warn!(%error, "deliveries that were broken off wait until their time is over");
    }
    let (mut tasks, mut lanes) = (JoinSet::new(), HashMap::new());
    while !foyer.stop.is_asked() {
        let is_idle = match active(&Context::system(&foyer)).await {
            Ok(ids) => {
                begin(&foyer, &mut tasks, &mut lanes, &ids);
                ids.is_empty()
            }
            Err(error) => {
                tracing::warn!(%error, "the webhooks could not be read; trying again");
                false
            }
        };
        wait(&foyer, &mut feed, is_idle).await;
    }
}

fn begin(
    foyer: &Arc<Foyer>,
    tasks: &mut JoinSet<()>,
    lanes: &mut HashMap<WebhookId, AbortHandle>,
    ids: &[WebhookId],
) {
    while tasks.try_join_next().is_some() {}
    lanes.retain(|_, lane| !lane.is_finished());
    for id in ids {
        lanes.entry(*id).or_insert_with(|| tasks.spawn(lane(foyer.clone(), *id)));
    }
}

/// Waits for news, or until it is time to look anyway. Without webhooks nothing but a webhook is news.
async fn wait(foyer: &Foyer, feed: &mut Receiver<Arc<Event>>, is_idle: bool) {
    let news = async {
        loop {
            match feed.recv().await {
                Ok(event) if is_idle && !event.kind.starts_with("webhook.") => {}
                Ok(_) | Err(RecvError::Lagged(_)) => return,
                Err(RecvError::Closed) => std::future::pending().await,
            }
        }
    };
    tokio::select! {
        () = foyer.stop.asked() => return,
        _ = tokio::time::timeout(if is_idle { IDLE } else { LOOK }, news) => {}
    }
    tokio::time::sleep(GATHER).await;
    while feed.try_recv().is_ok() {}
}

/// Sends what one webhook has to be told, until there is nothing more.
async fn lane(foyer: Arc<Foyer>, id: WebhookId) {
    let mut failures = 0;
    while !foyer.stop.is_asked() && failures < ENOUGH {
        match step(&Context::system(&foyer), id).await {
            Ok(None) => return,
            Ok(Some(true)) => failures = 0,
            Ok(Some(false)) => failures += 1,
            Err(error) => {
                tracing::warn!(%error, webhook = id.0, "a webhook could not be told; trying again");
                failures = ENOUGH;
            }
        }
    }
    tokio::select! {
        () = foyer.stop.asked() => {}
        () = tokio::time::sleep(REST) => {}
    }
}

/// Looks at what has happened, and tries one delivery: as [`try_next`].
async fn step(cx: &Context, id: WebhookId) -> Result<Option<bool>> {
    while collect(cx, id).await? {}
    // There may have been much to look at: the try is held from now on.
    try_next(&Context::system(&cx.foyer), id).await
}

/// Sends everything that is due, in this task, and says how many tries that were. For tests.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn drain(foyer: &Arc<Foyer>) -> Result<usize> {
    let mut tries = 0;
    for id in active(&Context::system(foyer)).await? {
        while step(&Context::system(foyer), id).await?.is_some() {
            tries += 1;
        }
    }
    Ok(tries)
}
