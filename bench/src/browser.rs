//! What a person sees: `browser/board.mjs` measures in Chromium, on the corpus `team`.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::corpus::Corpus;
use crate::server::Server;
use crate::{Arguments, Database};

/// The browser's rows as Markdown.
pub async fn markdown(arguments: &Arguments) -> Result<String> {
    let corpus = Corpus::make(arguments, "team", Database::Sqlite).await?;
    let server = Server::start(&arguments.foyer, &corpus).await?;
    let script = std::path::Path::new("bench/browser/board.mjs").canonicalize()?;
    let output =
        Command::new("node").arg(script).arg(&server.base).stderr(std::process::Stdio::inherit()).output();
    let output = output.context("is Node.js installed?")?;
    server.stop().await?;
    ensure!(output.status.success(), "the browser's script failed");
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout)?;
    let mut text = String::from("| Chromium, corpus `team`, SQLite | budget | measured |\n|---|---|---|\n");
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for row in &rows {
        text.push_str(&format!(
            "| {} | {} | {} |\n",
            word(&row["what"]),
            word(&row["budget"]),
            word(&row["measured"])
        ));
    }
    Ok(text + "\n")
}
