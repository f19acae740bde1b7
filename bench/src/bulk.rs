//! Long work over every lead: a change of all of them, its undo, and an export; and what the others feel meanwhile.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use futures::StreamExt;
use reqwest::Method;
use serde_json::{Value, json};

use crate::Database;
use crate::load::{Samples, Step};
use crate::rows::{Ground, reading};
use crate::server::Server;
use crate::table::{Cell, Table};

/// Longer than this no run is waited for.
const PATIENCE: Duration = Duration::from_secs(900);

/// A tag on every lead in play, taken back, with one colleague at the board all the while.
pub async fn change(ground: &Arc<Ground>, database: Database, table: &mut Table) -> Result<()> {
    let before = watched(reading::board(&ground.marta), async || {
        tokio::time::sleep(Duration::from_secs(3)).await;
        Ok(())
    });
    let (_, quiet) = before.await?;
    let mut total = 0;
    let mut did = None;
    let began = Instant::now();
    let (_, meanwhile) = watched(reading::board(&ground.marta), async || {
        let wish = json!({ "kind": "lead", "action": { "add_tags": ["bench"] } });
        let run = ground.marta.send(Method::POST, "/runs", &wish).await?;
        total = run["total"].as_i64().context("a run has a total")?;
        did = Some(ended(ground, &run).await?);
        Ok(())
    })
    .await?;
    table.set(
        &format!("a tag on all {total} leads"),
        "",
        database,
        Cell::Seconds(began.elapsed().as_secs_f64()),
    );
    table.set("board of a colleague before that", "", database, Cell::Times(quiet));
    table.set("board of a colleague during that", "2 x p95", database, Cell::Times(meanwhile));
    let began = Instant::now();
    let id = did.context("a run that ended")?["id"].as_i64().context("a run has an id")?;
    let undo = ground.marta.send(Method::POST, &format!("/runs/{id}/undo"), &json!({})).await?;
    ended(ground, &undo).await?;
    table.set(
        &format!("the undo of all {total}"),
        "",
        database,
        Cell::Seconds(began.elapsed().as_secs_f64()),
    );
    Ok(())
}

/// Waits until a run has ended well.
async fn ended(ground: &Ground, run: &Value) -> Result<Value> {
    let path = format!("/runs/{}", run["id"].as_i64().context("a run has an id")?);
    let began = Instant::now();
    loop {
        let run = ground.marta.get(&path).await?;
        match run["state"].as_str() {
            Some("done") => return Ok(run),
            Some("draft" | "queued" | "running") => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => bail!("the run ended badly: {run}"),
        }
        ensure!(began.elapsed() < PATIENCE, "the run takes too long: {run}");
    }
}

/// Does something while one client repeats a step, a few times a second; what the step took.
pub async fn watched<T>(step: Step, work: impl AsyncFnOnce() -> Result<T>) -> Result<(T, Samples)> {
    let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
    let watching = tokio::spawn(async move {
        let mut samples = Vec::new();
        for call in 0.. {
            if stopped.try_recv().is_ok() {
                break;
            }
            let began = Instant::now();
            step(0, call).await?;
            samples.push(began.elapsed());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok::<_, anyhow::Error>(Samples::of(samples))
    });
    let done = work().await;
    let _ = stop.send(());
    let samples = watching.await??;
    Ok((done?, samples))
}

/// Every lead as CSV, read as fast as it comes.
pub async fn export(ground: &Ground, server: &Server, database: Database, table: &mut Table) -> Result<()> {
    let before = server.memory()?.own;
    let (mut most, began) = (before, Instant::now());
    let path = "/leads/export?filter=standing.any.all";
    let answer = ground.marta.request(Method::GET, path).send().await?;
    ensure!(answer.status().is_success(), "{path}: {}", answer.status());
    let (mut stream, mut rows, mut pieces) = (answer.bytes_stream(), 0, 0);
    while let Some(piece) = stream.next().await {
        rows += piece?.iter().filter(|byte| **byte == b'\n').count();
        pieces += 1;
        if pieces % 64 == 0 {
            most = most.max(server.memory()?.own);
        }
    }
    let run = crate::import::Run { seconds: began.elapsed().as_secs_f64(), megabytes: most - before };
    table.set(
        &format!("export of all {} leads as CSV", rows.saturating_sub(1)),
        "",
        database,
        Cell::Import(run),
    );
    Ok(())
}
