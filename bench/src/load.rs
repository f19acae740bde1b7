//! Bounded load: so many clients, each asking one thing after another.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use futures::future::BoxFuture;

/// One measured step of a client: which client, which of its calls.
pub type Step = Arc<dyn Fn(usize, usize) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// No row takes longer than this, however slow it is.
const PATIENCE: Duration = Duration::from_secs(8);

/// What was measured.
#[derive(Clone, Debug)]
pub struct Samples {
    sorted: Vec<Duration>,
    /// All calls in this time.
    pub took: Duration,
}

impl Samples {
    /// Samples that were taken elsewhere.
    pub fn of(mut sorted: Vec<Duration>) -> Self {
        sorted.sort_unstable();
        let took = sorted.iter().sum();
        Self { sorted, took }
    }

    /// The time within which this share of the calls was answered, in milliseconds.
    pub fn within(&self, share: f64) -> f64 {
        let place =
            ((self.sorted.len() as f64 * share).ceil() as usize).clamp(1, self.sorted.len().max(1)) - 1;
        self.sorted.get(place).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
    }

    /// Calls for each second.
    pub fn rate(&self) -> f64 {
        self.sorted.len() as f64 / self.took.as_secs_f64()
    }
}

/// Lets `clients` do `calls` steps in all, after some that warm up.
pub async fn run(clients: usize, calls: usize, step: &Step) -> Result<Samples> {
    let each = calls.div_ceil(clients);
    let warm = (each / 10).clamp(2, 20);
    let began = Instant::now();
    let mut all = tokio::task::JoinSet::new();
    for client in 0..clients {
        let step = step.clone();
        all.spawn(async move {
            for call in 0..warm {
                step(client, call).await?;
            }
            let (mut samples, start) = (Vec::with_capacity(each), Instant::now());
            for call in warm..warm + each {
                let before = Instant::now();
                step(client, call).await?;
                samples.push(before.elapsed());
                if began.elapsed() > PATIENCE {
                    break;
                }
            }
            Ok::<_, anyhow::Error>((samples, start.elapsed()))
        });
    }
    let (mut sorted, mut took) = (Vec::new(), Duration::ZERO);
    while let Some(done) = all.join_next().await {
        let (samples, of_client) = done??;
        sorted.extend(samples);
        took = took.max(of_client);
    }
    sorted.sort_unstable();
    Ok(Samples { sorted, took })
}
