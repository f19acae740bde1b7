//! Builds what a browser downloads: the program, the style, the texts and the files of `assets/`.
#[cfg(feature = "split")]
mod bare;
mod css;
mod lazy;
mod optimise;
mod output;
#[cfg(feature = "split")]
mod small;
#[cfg(feature = "split")]
mod split;
mod texts;
mod wasm;

use crate::{
    place::{self, Options, Profile},
    process::{self, step},
};
use anyhow::{Context, Result};
use output::Output;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Builds everything into the profile's site folder and gives that folder.
pub fn build(profile: Profile) -> Result<PathBuf> {
    let options = Options::read()?;
    if profile == Profile::Release && !cfg!(feature = "split") {
        let mut cargo = process::cargo();
        cargo.args(["run", "--quiet", "-p", "xtask", "--features", "split", "--", "site", "--release"]);
        process::run(&mut cargo)?;
        return Ok(options.site(profile));
    }
    step("Building the program for the browser");
    let program = wasm::compile(profile)?;
    let mut output = Output::open(&options, profile)?;
    step("Building the style, the texts and the other assets");
    copy_files(&mut output)?;
    texts::build(&mut output)?;
    css::build(&mut output)?;
    wasm::bind(&program, &options.output_name, &mut output)?;
    output.finish()?;
    Ok(options.site(profile))
}

/// Builds the style of a development build again and keeps the rest.
pub fn build_style() -> Result<()> {
    step("Building the style");
    let mut output = Output::open(&Options::read()?, Profile::Development)?;
    output.keep_all();
    css::build(&mut output)?;
    output.finish()
}

/// Copies `assets/`, the files that name others last, so that they can be given the hashed names.
fn copy_files(output: &mut Output) -> Result<()> {
    let folder = place::root().join("assets");
    let mut files = files_below(&folder)?;
    files.sort_by_key(|path| (names_others(path), path.clone()));
    for path in files {
        let name = path.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        match names_others(&path) {
            true => output.add(&name, output.with_addresses(&String::from_utf8(bytes)?).as_bytes())?,
            false => output.add(&name, &bytes)?,
        };
    }
    Ok(())
}

fn names_others(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "webmanifest")
}

/// Every file below a folder, sorted; none when the folder does not exist.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.is_dir() {
                true => found.extend(files_below(&path)?),
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}
