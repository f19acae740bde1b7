//! `cargo xtask bench`: the measured budgets.
use crate::{
    binary,
    place::{self, Profile},
    process::{self, step},
};
use anyhow::{Result, ensure};

/// Builds an optimised server and measures it; `arguments` go to the bench crate.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(place::root().join("bench/Cargo.toml").is_file(), "the crate `bench` is not there yet");
    let foyer = binary::build_all(Profile::Release)?;
    step("Measuring");
    let mut cargo = process::cargo();
    cargo.args(["run", "--release", "-p", "bench", "--"]).args(arguments);
    process::run(cargo.env("FOYER_BIN", foyer))
}
