//! Events: a move on one server, seen by a hundred browsers on two of them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use reqwest::{Method, Response};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use crate::Database;
use crate::api::Api;
use crate::corpus::Corpus;
use crate::load::{Samples, Step};
use crate::rows::{Ground, writing};
use crate::server::Server;

const BROWSERS: usize = 100;
/// So many streams a session may have.
const OF_ONE: usize = 10;
const MOVES: usize = 40;
/// Longer than this no move is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// From the request of a move until a browser knew of it: one sample for each move and browser. The embedded database
/// has one server; PostgreSQL has a second one, where half of the browsers are.
pub async fn run(
    ground: &Arc<Ground>,
    server: &Server,
    corpus: &Corpus,
    database: Database,
) -> Result<Samples> {
    let second = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(Server::start(&server.foyer, corpus).await?),
    };
    let (heard, mut news) = mpsc::unbounded_channel();
    let mut listeners = tokio::task::JoinSet::new();
    for person in 0..BROWSERS / OF_ONE {
        let base = second.as_ref().filter(|_| person % 2 == 1).map_or(&server.base, |second| &second.base);
        let api = Api::new(base, corpus.administrator(&server.foyer, person)?)?;
        for _ in 0..OF_ONE {
            let stream = api.request(Method::GET, "/events").send().await?;
            ensure!(stream.status().is_success(), "no stream: {}", stream.status());
            listeners.spawn(listen(stream, heard.clone()));
        }
    }
    let mut samples = Vec::new();
    let step = writing::move_card(ground);
    for call in 0..MOVES {
        one(&step, call, &mut news, &mut samples).await?;
    }
    drop(listeners);
    if let Some(second) = second {
        second.stop().await?;
    }
    Ok(Samples::of(samples))
}

/// One move, until all have heard of it.
async fn one(
    step: &Step,
    call: usize,
    news: &mut UnboundedReceiver<Instant>,
    samples: &mut Vec<Duration>,
) -> Result<()> {
    let began = Instant::now();
    step(0, call).await?;
    for place in 0..BROWSERS {
        let at = tokio::time::timeout(PATIENCE, news.recv()).await;
        let at = at.with_context(|| format!("only {place} browsers heard of a move"))?;
        samples.push(at.context("all streams ended")?.duration_since(began));
    }
    Ok(())
}

/// Tells of every move that a stream tells of.
async fn listen(mut stream: Response, heard: UnboundedSender<Instant>) {
    let mut rest = String::new();
    while let Ok(Some(piece)) = stream.chunk().await {
        rest.push_str(&String::from_utf8_lossy(&piece));
        while let Some(end) = rest.find('\n') {
            let line: String = rest.drain(..=end).collect();
            if line.starts_with("data:")
                && line.contains("\"lead.moved\"")
                && heard.send(Instant::now()).is_err()
            {
                return;
            }
        }
    }
}
