//! The stories in a real Chromium: Playwright runs them, its fixtures start the servers.
use crate::{
    binary, machine, place,
    postgres::Postgres,
    process::{self, step},
    tally::Tally,
};
use anyhow::Result;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Runs the stories that `arguments` (Playwright's own) choose, with the assets in `site`. `server` is the program to
/// test, built here when it is left out.
pub fn run(
    arguments: &[String],
    site: &Path,
    server: Option<PathBuf>,
    postgres: Option<&Postgres>,
) -> Result<Tally> {
    let folder = place::root().join("end2end");
    if !has_stories(&folder.join("tests")) {
        step("There are no browser tests yet");
        return Ok(Tally::default());
    }
    let server = match server {
        Some(server) => server,
        None => binary::build(place::Profile::Development)?,
    };
    machine::ensure_npm_packages()?;
    let chromium = machine::ensure_chromium()?;
    step("Testing stories in Chromium");
    let mut playwright = Command::new("npx");
    playwright.args(["--no-install", "playwright", "test"]).args(arguments).current_dir(&folder);
    playwright.env("FOYER_BIN", server).env("FOYER_SITE", site).env("FOYER_CHROMIUM", chromium);
    // Coloured when a person looks at it, although it writes into a pipe.
    if std::io::IsTerminal::is_terminal(&std::io::stdout()) {
        playwright.env("FORCE_COLOR", "1");
    }
    if let Some(postgres) = postgres {
        playwright.env("FOYER_TEST_POSTGRES_URL", postgres.url());
    }
    let (lines, succeeded) = process::watch(&mut playwright)?;
    Ok(Tally::of_playwright(&lines).with_outcome(succeeded))
}

fn has_stories(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() { has_stories(&path) } else { path.to_string_lossy().ends_with(".spec.ts") }
    })
}
