use tokio::sync::watch;

/// Whether the process was asked to stop. Nothing that takes long is begun then, and what runs comes to an end.
#[derive(Clone, Debug, Default)]
pub struct Stop(watch::Sender<bool>);

impl Stop {
    /// Asks everybody to stop.
    pub fn ask(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody asked.
    pub fn is_asked(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until somebody asks.
    pub async fn asked(&self) {
        // The sender is in our hands, so the channel cannot be closed.
        let _ = self.0.subscribe().wait_for(|asked| *asked).await;
    }
}
