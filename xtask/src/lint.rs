//! `fmt` and `lint`.
use crate::{
    machine::{self, WASM},
    place,
    process::{self, step},
};
use anyhow::{Context, Result, ensure};

/// What the whole product must have exactly one version of: a second sqlx or leptos compiles, and then does not fit.
const ONLY_ONCE: [&str; 4] = ["sqlx", "leptos", "axum", "wasm-bindgen"];

/// Formats all Rust code, or with `--check` only says whether it is formatted.
pub fn format(arguments: &[String]) -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all"]).args(arguments))
}

/// Clippy for what runs on the server and for what runs in the browser, warnings being errors.
pub fn run() -> Result<()> {
    step("Looking for second versions");
    let lock = std::fs::read_to_string(place::root().join("Cargo.lock"))?;
    for name in ONLY_ONCE {
        let versions = versions(&lock, name);
        ensure!(versions.len() <= 1, "there are several versions of {name}: {}", versions.join(", "));
    }
    step("Clippy for the server");
    let mut native = process::cargo();
    native.args(["clippy", "--workspace", "--exclude", "frontend", "--all-targets", "--", "-D", "warnings"]);
    process::run(&mut native)?;
    step("Clippy for the browser");
    machine::ensure_wasm_target()?;
    let mut browser = process::cargo();
    browser.args(["clippy", "--target", WASM]);
    for package in browser_packages()? {
        browser.args(["-p", &package]);
    }
    process::run(browser.args(["--", "-D", "warnings"]))
}

/// The workspace's packages below `app` and `frontend`: all that is compiled for the browser.
fn browser_packages() -> Result<Vec<String>> {
    let text = process::read(process::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let is_ours = |package: &&serde_json::Value| {
        let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap_or_default());
        ["app", "frontend"].iter().any(|folder| manifest.starts_with(place::root().join(folder)))
    };
    Ok(packages
        .iter()
        .filter(is_ours)
        .filter_map(|package| Some(package["name"].as_str()?.to_owned()))
        .collect())
}

fn versions<'a>(lock: &'a str, name: &str) -> Vec<&'a str> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    let mut found = Vec::new();
    while lines.by_ref().any(|line| line == wanted) {
        found.extend(lines.next());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_version_is_found() {
        let lock = "[[package]]\nname = \"sqlx\"\nversion = \"0.9.0\"\n\n[[package]]\nname = \"sqlx-core\"\nversion = \"0.9.0\"\n\n\
                    [[package]]\nname = \"sqlx\"\nversion = \"0.8.6\"\n";
        assert_eq!(versions(lock, "sqlx"), ["version = \"0.9.0\"", "version = \"0.8.6\""]);
        assert_eq!(versions(lock, "sqlx-core").len(), 1);
    }
}
