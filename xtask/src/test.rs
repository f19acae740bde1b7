//! `cargo xtask test`: everything, or one kind of test; it ends with one line of counts.
use crate::{
    browser, machine,
    place::Profile,
    postgres::Postgres,
    process,
    rust_tests::{self, Kind},
    site,
    tally::Tally,
};
use anyhow::{Result, bail};
use std::{path::PathBuf, process::ExitCode};

/// Runs the tests that `arguments` name (all without any) and prints the counts as the last line.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let (kind, filter) = match arguments.split_first() {
        Some((kind, filter)) => (kind.as_str(), filter),
        None => ("all", arguments),
    };
    let outcome = match kind {
        "all" => all(),
        "rules" => rust_tests::run(Kind::Rules, filter, None),
        "contract" => with_postgres(Kind::Contract, filter),
        "http" => build_site().and_then(|_| with_postgres(Kind::Http, filter)),
        "browser" => build_site().and_then(|site| browser::run(filter, &site, None, None)),
        other => bail!("there is no kind `{other}`: rules, contract, http or browser"),
    };
    if process::interrupted() {
        bail!("stopped");
    }
    let tally = outcome.unwrap_or_else(|error| {
        eprintln!("xtask: {error:#}");
        Tally::FAILURE
    });
    println!("{tally}");
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn with_postgres(kind: Kind, filter: &[String]) -> Result<Tally> {
    let postgres = Postgres::start()?;
    rust_tests::run(kind, filter, Some(&postgres))
}

/// The server does not start without its assets.
fn build_site() -> Result<PathBuf> {
    machine::ensure_wasm_target()?;
    site::build(Profile::Development)
}

/// One part that fails does not keep the next from running: a person wants to see all that is wrong.
fn all() -> Result<Tally> {
    let postgres = Postgres::start()?;
    let site = build_site();
    let mut total = Tally::default();
    let mut server = None;
    match rust_tests::build() {
        Ok(built) => {
            server = built;
            total += counted(rust_tests::run(Kind::All, &[], Some(&postgres)));
        }
        Err(error) => total += counted(Err(error)),
    }
    total += counted(rust_tests::run(Kind::Tools, &[], None));
    total += counted(site.and_then(|site| browser::run(&[], &site, server, Some(&postgres))));
    Ok(total)
}

fn counted(outcome: Result<Tally>) -> Tally {
    outcome.unwrap_or_else(|error| {
        eprintln!("xtask: {error:#}");
        Tally::FAILURE
    })
}
