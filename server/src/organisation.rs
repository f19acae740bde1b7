//! What this process keeps in memory of the organisation, and how it learns that it was changed elsewhere.

use std::sync::Arc;
use std::time::Duration;

use kernel::{Event, Foyer, RecordKind};
use tokio::sync::broadcast::error::RecvError;

/// How often the settings are read again in any case, should an event ever be missed.
const AT_LEAST: Duration = Duration::from_secs(60);

/// Reads the organisation's settings again when they were changed, by this server, by another one or by a command.
/// Runs until dropped.
pub async fn follow(foyer: Arc<Foyer>) {
    let mut feed = foyer.feed.subscribe();
    // They were read before the feed began, and may have been changed between.
    foyer.feed.begun().await;
    reload(&foyer).await;
    loop {
        match tokio::time::timeout(AT_LEAST, feed.recv()).await {
            Ok(Ok(event)) if !is_about_settings(&event) => continue,
            Ok(Err(RecvError::Closed)) => return,
            // The settings were changed, or that may have been missed.
            Ok(Ok(_) | Err(RecvError::Lagged(_))) | Err(_) => {}
        }
        reload(&foyer).await;
    }
}

async fn reload(foyer: &Foyer) {
    if let Err(error) = foyer.reload_organisation().await {
        tracing::warn!(%error, "the settings could not be read again");
    }
}

fn is_about_settings(event: &Event) -> bool {
    event.record.kind == RecordKind::Setting && event.kind == "setting.changed"
}
