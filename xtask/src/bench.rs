//! `cargo xtask bench`: the measured budgets.
use crate::{
    binary, machine,
    place::{self, Options, Profile},
    postgres::Postgres,
    process::{self, step},
};
use anyhow::Result;

/// Builds an optimised server and measures it on both databases; `arguments` go to the bench crate, whose `--help` lists
/// them.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--release", "-q", "-p", "bench", "--"]).args(arguments).current_dir(place::root());
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    if has("--help") || has("-h") {
        return process::run(&mut cargo);
    }
    let foyer = binary::build_all(Profile::Release)?;
    let is_sqlite_only = arguments.windows(2).any(|pair| pair[0] == "--database" && pair[1] == "sqlite");
    cargo.env("FOYER_BIN", foyer).env("FOYER_BENCH_SITE", Options::read()?.site(Profile::Release));
    if !has("--no-browser") {
        machine::ensure_npm_packages()?;
        cargo.env("FOYER_CHROMIUM", machine::ensure_chromium()?);
    }
    // Stopped when it is dropped, after the measuring.
    let postgres = if is_sqlite_only { None } else { Some(Postgres::start_durable()?) };
    if let Some(postgres) = &postgres {
        cargo.env("FOYER_BENCH_POSTGRES_URL", postgres.url());
    }
    step("Measuring");
    process::run(&mut cargo)
}
