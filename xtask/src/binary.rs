//! Builds the server: in development it reads its assets from a folder, a release carries them inside.
use crate::{
    machine,
    place::{self, Profile},
    process::{self, step},
    site,
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Builds assets and server and gives the path of `foyer`.
pub fn build_all(profile: Profile) -> Result<PathBuf> {
    machine::ensure_wasm_target()?;
    site::build(profile)?;
    build(profile)
}

/// Builds the server alone; for a release the assets must have been built.
pub fn build(profile: Profile) -> Result<PathBuf> {
    step("Building the server");
    let mut cargo = process::cargo();
    cargo.args(["build", "-p", "server", "--bin", "foyer"]);
    if profile == Profile::Release {
        cargo.arg("--release").env("FOYER_EMBED_SITE", place::Options::read()?.site(profile));
        process::without_own_paths(&mut cargo)?;
    }
    process::run(&mut cargo)?;
    Ok(place::binaries(profile).join("foyer"))
}

/// Makes `dist/foyer`: one optimised program that needs no other file.
pub fn distribute() -> Result<()> {
    let built = build_all(Profile::Release)?;
    let folder = place::root().join("dist");
    fs::create_dir_all(&folder)?;
    let program = folder.join("foyer");
    // A running program cannot be overwritten, but it can be replaced.
    let fresh = folder.join("foyer.new");
    fs::copy(&built, &fresh).with_context(|| built.display().to_string())?;
    fs::rename(&fresh, &program)?;
    let megabytes = program.metadata()?.len().div_ceil(1_000_000);
    step(&format!("dist/foyer is ready: {megabytes} MB"));
    Ok(())
}
