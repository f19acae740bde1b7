//! Brings a fresh machine to what a command needs, and says so.
use crate::{
    place,
    process::{self, step},
};
use anyhow::{Context, Result, ensure};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The target that the browser runs.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can build for the browser.
pub fn ensure_wasm_target() -> Result<()> {
    let sysroot = process::read(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    step("Adding Rust's target for the browser");
    process::run(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("this Rust has no {WASM} target and rustup could not add it"))
}

/// Makes sure that Chromium and a font with Arabic letters are there; gives Chromium's path.
pub fn ensure_chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("FOYER_CHROMIUM") {
        return Ok(path.into());
    }
    let find = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(in_path);
    let mut missing = Vec::new();
    if find().is_none() {
        missing.push("chromium");
    }
    let has_arabic =
        process::read(Command::new("fc-list").arg(":lang=ar")).is_ok_and(|fonts| !fonts.trim().is_empty());
    if !has_arabic {
        missing.extend(["fontconfig", "fonts-noto-core"]);
    }
    install(&missing, "the browser tests")?;
    find().context("chromium is installed but not in PATH")
}

/// Makes sure that PostgreSQL's programs are there; gives the folder of `initdb` and `postgres`.
pub fn ensure_postgres() -> Result<PathBuf> {
    if let Some(folder) = postgres_programs() {
        return Ok(folder);
    }
    install(&["postgresql"], "the contract tests")?;
    postgres_programs().context("postgresql is installed but its `initdb` is not to be found")
}

/// Makes sure that the browser tests' packages are those of `package-lock.json`.
pub fn ensure_npm_packages() -> Result<()> {
    let folder = place::root().join("end2end");
    let changed = |path: PathBuf| path.metadata().and_then(|about| about.modified()).ok();
    let installed = changed(folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(folder.join("package-lock.json")) {
        return Ok(());
    }
    step("Installing the browser tests' packages");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
    process::run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")).context("is Node.js with npm installed?")
}

/// Whether xtask runs as root.
pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// The program's path, when it is in `PATH`.
pub fn in_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn postgres_programs() -> Option<PathBuf> {
    let complete =
        |folder: &Path| ["initdb", "postgres", "pg_isready"].iter().all(|name| folder.join(name).is_file());
    // Debian keeps them out of PATH, one folder for each version; the newest is as good as any.
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| entries.flatten().map(|entry| entry.path().join("bin")).collect())
        .unwrap_or_default();
    versions.sort();
    let own = in_path("initdb").and_then(|path| path.canonicalize().ok());
    let own = own.and_then(|path| path.parent().map(Path::to_owned));
    own.into_iter().chain(versions.into_iter().rev()).find(|folder| complete(folder))
}

fn install(packages: &[&str], what_for: &str) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    ensure!(
        in_path("apt-get").is_some(),
        "{what_for} need {list}, and there is no apt-get to install it with: please install it and start again"
    );
    step(&format!("Installing {list} for {what_for}"));
    process::run(apt().args(["update", "-qq"]))?;
    let mut install = apt();
    install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    process::run(&mut install).with_context(|| format!("{what_for} need {list}"))
}

fn apt() -> Command {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    if !is_root() {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}
