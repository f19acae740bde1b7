//! The two commands of README and their parts. `cargo xtask help` lists them.
// A build tool measures the machine's own time; nothing here is a rule of the business.
#![allow(clippy::disallowed_methods)]

mod bench;
mod binary;
mod browser;
mod dev;
mod lint;
mod machine;
mod place;
mod postgres;
mod process;
mod rust_tests;
mod serve;
mod site;
mod tally;
mod test;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  run [--release] [-- ARGS]   build all and start Foyer with a demo company; ARGS go to `foyer serve`
  test [KIND] [FILTER]        all tests, or one kind: rules, contract, http, browser
  dev [-- ARGS]               as run, and build, restart and reload at every change
  build [--release]           assets and server, nothing started
  dist                        one optimised binary with all assets inside: dist/foyer
  bench [ARGS]                measure the budgets against an optimised server
  fmt [--check]               format the Rust code
  lint                        clippy for the server and for the browser, and one version of what must be one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match process::listen().and_then(|()| obey(&arguments)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[String]) -> Result<ExitCode> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "run" => serve::run(profile(rest), after_dashes(rest))?,
        "test" => return test::run(rest),
        "dev" => dev::run(after_dashes(rest))?,
        "build" => drop(binary::build_all(profile(rest))?),
        // A part of `build`, for xtask itself.
        "site" => drop(site::build(profile(rest))?),
        "dist" => binary::distribute()?,
        "bench" => bench::run(rest)?,
        "fmt" => lint::format(rest)?,
        "lint" => lint::run()?,
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn profile(arguments: &[String]) -> place::Profile {
    match arguments.iter().take_while(|word| *word != "--").any(|word| word == "--release") {
        true => place::Profile::Release,
        false => place::Profile::Development,
    }
}

fn after_dashes(arguments: &[String]) -> &[String] {
    match arguments.iter().position(|word| word == "--") {
        Some(dashes) => arguments.get(dashes + 1..).unwrap_or_default(),
        None => &[],
    }
}
