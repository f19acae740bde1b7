//! A server as a process of its own.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::corpus::Corpus;

/// A running server.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub base: String,
    /// From the start of the process to its first answer.
    pub started_in: Duration,
    /// The program.
    pub foyer: PathBuf,
}

/// Megabytes of a process.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// What is resident, the program and the pages of the system's cache that it maps included; a page that several
    /// connections map counts once.
    pub all: f64,
    /// What is the process's own.
    pub own: f64,
}

impl Server {
    /// Starts the program on any free port and waits for the first answer.
    pub async fn start(foyer: &Path, corpus: &Corpus) -> Result<Self> {
        let began = Instant::now();
        let mut command = corpus.command(foyer);
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        // Limits for each caller protect a server; here they would be what is measured.
        command
            .env("FOYER_API_RATE", "1000000")
            .env("FOYER_API_BURST", "1000000")
            .env("FOYER_LOG_LEVEL", "error");
        let mut child = command.spawn()?;
        let stdout = child.stdout.take().context("the server has no standard output")?;
        let (mut line, mut reader) = (String::new(), BufReader::new(stdout));
        reader.read_line(&mut line)?;
        let Some(base) = line.split_whitespace().find(|word| word.starts_with("http://")) else {
            bail!("the server did not start: {line}");
        };
        let base = base.to_owned();
        while reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| !answer.status().is_success()) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(Self { child, base, started_in: began.elapsed(), foyer: foyer.to_owned() })
    }

    /// What it takes now.
    pub fn memory(&self) -> Result<Memory> {
        let rollup = std::fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let megabytes = |key: &str| {
            let line = rollup.lines().find(|line| line.starts_with(key))?;
            Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
        };
        let (all, own) = (megabytes("Pss:"), megabytes("Pss_Anon:"));
        Ok(Memory { all: all.unwrap_or(f64::NAN), own: own.unwrap_or(f64::NAN) })
    }

    /// Ends it as an operator would.
    pub async fn stop(mut self) -> Result<()> {
        let id = self.child.id().to_string();
        std::process::Command::new("kill").args(["-TERM", &id]).status()?;
        tokio::task::block_in_place(|| self.child.wait())?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
