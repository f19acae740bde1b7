//! A file of leads, from the first byte sent to the last row searchable.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::api;
use crate::rows::Ground;
use crate::server::Server;

/// How an import went.
pub struct Run {
    /// From the upload to the end.
    pub seconds: f64,
    /// How much more memory of its own the server took at most.
    pub megabytes: f64,
}

/// Sends a file with so many new leads and waits until they are in.
pub async fn run(ground: &Ground, server: &Server, rows: usize) -> Result<Run> {
    let file = Part::bytes(file(rows).into_bytes()).file_name("leads.csv").mime_str("text/csv")?;
    let form = Form::new().text("kind", "leads").text("create_missing", "true").part("file", file);
    let before = server.memory()?.own;
    let (mut most, began) = (before, Instant::now());
    let made = api::send(ground.marta.request(Method::POST, "/imports").multipart(form), "/imports").await?;
    let path = format!("/imports/{}", made["id"].as_i64().context("an import has an id")?);
    loop {
        let import = ground.marta.get(&path).await?;
        most = most.max(server.memory()?.own);
        match import["state"].as_str() {
            Some("done") => {
                let created = import["created"].as_i64();
                ensure!(created == Some(rows as i64), "{rows} rows, but created {created:?}: {import}");
                return Ok(Run { seconds: began.elapsed().as_secs_f64(), megabytes: most - before });
            }
            Some("draft" | "ready" | "running") => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => bail!("the import ended badly: {import}"),
        }
    }
}

/// New people, each with an address and a number that nobody has, so that each row is looked up and kept.
fn file(rows: usize) -> String {
    let mut text = String::from("Name,Company,Email,Phone,City,Country,Value,Tags\n");
    for row in 0..rows {
        let (first, last) = (
            ["Ada", "Bruno", "Carla", "Dario", "Enza"][row % 5],
            ["Fermi", "Galli", "Neri", "Orsini"][row / 5 % 4],
        );
        text.push_str(&format!(
            "{first} {last} {row},{last} & Co {},{}.{row}@of-{rows}.example,+39320{:07},Torino,IT,{},imported\n",
            row / 3,
            last.to_lowercase(),
            // Files of other sizes have other numbers.
            row + rows,
            1_000 + row % 9_000,
        ));
    }
    text
}
