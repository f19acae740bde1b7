//! `cargo xtask dev`: build, restart and reload whenever a source file changes.
use crate::{
    binary,
    place::{self, Options, Profile},
    process::{self, Running, step},
    serve, site,
};
use anyhow::Result;
use nix::sys::signal::Signal;
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

const WATCHED: [&str; 8] =
    ["app", "server", "frontend", "style", "migrations", "assets", "Cargo.toml", "Leptos.toml"];
/// Looking at the times of a few hundred files costs nothing, needs no system facility, and works on every file
/// system; a person does not notice a third of a second.
const PAUSE: Duration = Duration::from_millis(300);

type Times = BTreeMap<PathBuf, SystemTime>;

/// Serves the demo company and keeps it up to date until it is stopped.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut seen = times();
    let mut server = build_and_start(&[], arguments).map_err(report).ok();
    while !process::interrupted() {
        thread::sleep(PAUSE);
        let now = times();
        let changed = difference(&seen, &now);
        seen = now;
        if changed.is_empty() {
            continue;
        }
        // The old server goes on while the new one is built, so that an open page stays usable.
        match rebuild(&changed) {
            Ok(foyer) => {
                drop(server.take());
                server = restart(&foyer, arguments).map_err(report).ok();
            }
            Err(error) => drop(report(error)),
        }
    }
    if let Some(mut server) = server {
        server.stop(Signal::SIGTERM);
    }
    // Without the file the pages do not ask whether there is something new.
    let _ = fs::remove_file(build_id()?);
    Ok(())
}

fn build_and_start(changed: &[PathBuf], arguments: &[String]) -> Result<Running> {
    crate::machine::ensure_wasm_target()?;
    let foyer = rebuild(changed)?;
    serve::ensure_demo(&foyer)?;
    restart(&foyer, arguments)
}

fn rebuild(changed: &[PathBuf]) -> Result<PathBuf> {
    let is_style = |path: &PathBuf| path.extension() == Some(OsStr::new("css"));
    if !changed.is_empty() && changed.iter().all(is_style) {
        site::build_style()?;
        return Ok(place::binaries(Profile::Development).join("foyer"));
    }
    site::build(Profile::Development)?;
    binary::build(Profile::Development)
}

fn restart(foyer: &Path, arguments: &[String]) -> Result<Running> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    fs::write(build_id()?, now.to_string())?;
    let server = serve::start(foyer, arguments)?;
    step("Up to date; waiting for changes");
    Ok(server)
}

/// The open pages ask for this file and reload when it changes.
fn build_id() -> Result<PathBuf> {
    Ok(Options::read()?.site(Profile::Development).join("build-id"))
}

fn report(error: anyhow::Error) -> anyhow::Error {
    if !process::interrupted() {
        eprintln!("xtask: {error:#}");
    }
    error
}

fn times() -> Times {
    let mut found = Times::new();
    for name in WATCHED {
        collect(&place::root().join(name), &mut found);
    }
    found
}

fn collect(path: &Path, found: &mut Times) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| collect(&entry.path(), found));
    } else if let Ok(time) = path.metadata().and_then(|about| about.modified()) {
        found.insert(path.to_owned(), time);
    }
}

fn difference(before: &Times, after: &Times) -> Vec<PathBuf> {
    let changed = after.iter().filter(|(path, time)| before.get(*path) != Some(*time)).map(|(path, _)| path);
    let removed = before.keys().filter(|path| !after.contains_key(*path));
    changed.chain(removed).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_removed_file_are_noticed() {
        let times = |list: &[(&str, u64)]| -> Times {
            list.iter()
                .map(|(name, age)| (PathBuf::from(name), UNIX_EPOCH + Duration::from_secs(*age)))
                .collect()
        };
        let before = times(&[("same", 1), ("changed", 1), ("removed", 1)]);
        let after = times(&[("same", 1), ("changed", 2), ("new", 1)]);
        assert_eq!(difference(&before, &after), ["changed", "new", "removed"].map(PathBuf::from));
        assert!(difference(&before, &before).is_empty());
    }
}
