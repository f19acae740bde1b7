//! The tests that Cargo runs: rules, store contracts on both databases, and the server's answers.
use crate::{
    postgres::Postgres,
    process::{self, step},
    tally::Tally,
};
use anyhow::Result;
use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Rules, contracts and HTTP.
    All,
    /// Unit tests outside the stores; no database server is needed.
    Rules,
    /// Tests below the SQL, on SQLite and PostgreSQL: those with `store`, `contract` or `db` in their path.
    Contract,
    /// `server/tests`.
    Http,
    /// The tests of xtask itself. They run apart: together with the product's crates Cargo would build shared
    /// dependencies once more, because xtask wants other features of them.
    Tools,
}

const CONTRACTS: [&str; 3] = ["store::", "contract", "db::"];

impl Kind {
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Tools => &["-p", "xtask"],
            // The same set for every kind: Cargo builds shared dependencies once more for another set of packages.
            // The frontend is empty outside the browser.
            _ => &["--workspace", "--exclude", "frontend", "--exclude", "xtask"],
        }
    }

    fn targets(self) -> &'static [&'static str] {
        match self {
            Self::All => &["--lib", "--bins", "--tests"],
            Self::Rules | Self::Contract => &["--lib"],
            Self::Http => &["--test", "*"],
            Self::Tools => &["--bins"],
        }
    }
}

/// Runs the tests of a kind whose names contain one of the words of `filter` and counts them.
pub fn run(kind: Kind, filter: &[String], postgres: Option<&Postgres>) -> Result<Tally> {
    step(match kind {
        Kind::All => "Testing rules, stores and HTTP",
        Kind::Rules => "Testing rules",
        Kind::Contract => "Testing stores on SQLite and PostgreSQL",
        Kind::Http => "Testing HTTP",
        Kind::Tools => "Testing xtask",
    });
    let with_nextest = process::answers("cargo-nextest", &["nextest", "--version"]);
    let mut cargo = if with_nextest { nextest(kind, filter) } else { cargo_test(kind, filter) };
    if let Some(postgres) = postgres {
        cargo.env("FOYER_TEST_POSTGRES_URL", postgres.url());
    }
    let (lines, succeeded) = process::watch(&mut cargo)?;
    let mut tally = if with_nextest { Tally::of_nextest(&lines) } else { Tally::of_cargo_test(&lines) };
    if with_nextest && !(filter.is_empty() && matches!(kind, Kind::All | Kind::Http | Kind::Tools)) {
        // What the filter left out is not skipped: nobody asked for it.
        tally.skipped = 0;
    }
    Ok(tally.with_outcome(succeeded))
}

/// Builds all tests; gives the server that their build made, if it made one, so that it need not be built twice.
pub fn build() -> Result<Option<PathBuf>> {
    step("Building the tests");
    let mut cargo = process::cargo();
    cargo.args(["test", "--no-run", "--message-format=json-render-diagnostics"]);
    cargo.args(Kind::All.packages()).args(Kind::All.targets()).stdout(Stdio::piped());
    Ok(server_in(&process::read(&mut cargo)?))
}

/// Finds the program `foyer` among Cargo's messages.
fn server_in(messages: &str) -> Option<PathBuf> {
    messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()).find_map(
        |message| {
            let is_server = message["target"]["name"] == "foyer" && message["profile"]["test"] == false;
            is_server.then(|| message["executable"].as_str().map(PathBuf::from)).flatten()
        },
    )
}

fn nextest(kind: Kind, filter: &[String]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"]);
    cargo.args(kind.packages()).args(kind.targets());
    let contracts = CONTRACTS.map(|word| format!("test(/{word}/)")).join(" or ");
    match kind {
        Kind::Rules => drop(cargo.args(["-E", &format!("not ({contracts})")])),
        Kind::Contract => drop(cargo.args(["-E", &contracts])),
        Kind::All | Kind::Http | Kind::Tools => {}
    }
    cargo.args(filter);
    cargo
}

fn cargo_test(kind: Kind, filter: &[String]) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--no-fail-fast"]).args(kind.packages()).args(kind.targets()).arg("--");
    match kind {
        Kind::Rules => drop(cargo.args(CONTRACTS.iter().flat_map(|word| ["--skip", word]))),
        Kind::Contract if filter.is_empty() => drop(cargo.args(CONTRACTS)),
        _ => {}
    }
    cargo.args(filter);
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_found_and_its_own_unit_tests_are_not_taken_for_it() {
        let messages = "not json\n\
            {\"target\":{\"name\":\"foyer\"},\"profile\":{\"test\":true},\"executable\":\"/t/deps/foyer-1\"}\n\
            {\"target\":{\"name\":\"server\"},\"profile\":{\"test\":false},\"executable\":null}\n\
            {\"target\":{\"name\":\"foyer\"},\"profile\":{\"test\":false},\"executable\":\"/t/foyer\"}";
        assert_eq!(server_in(messages), Some(PathBuf::from("/t/foyer")));
        assert_eq!(server_in(""), None);
    }
}
