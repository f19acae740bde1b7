//! The program for the browser: compiled by Cargo, bound to JavaScript by wasm-bindgen's library.
use super::{Output, lazy, optimise};
use crate::{
    machine::WASM,
    place::{self, Profile},
    process,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};
use wasm_bindgen_cli_support::Bindgen;

/// Says which compiled program the site folder holds, so that an unchanged one is not bound again.
pub const STAMP: &str = "program.stamp";
/// What the program's files are listed under, and the beginning of their folder's name.
pub const PROGRAM: &str = "program";

/// The development build for the browser. It is the `dev` profile with another optimisation level and not a profile of
/// its own: a profile of its own would compile every procedural macro once more. Unoptimised, the program has several
/// times the size, and each page load of each browser test pays for it.
const QUICK: [&str; 2] = ["profile.dev.opt-level=1", "profile.dev.debug=false"];

/// A file of the program: its name in the program's folder and its content.
pub type File = (String, Vec<u8>);

/// Compiles the frontend and gives the path of the raw wasm.
pub fn compile(profile: Profile) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    let folder = match profile {
        Profile::Development => {
            cargo.args(["build", "-p", "frontend", "--lib", "--target", WASM]);
            cargo.args(QUICK.iter().flat_map(|setting| ["--config", setting]));
            "debug"
        }
        Profile::Release => {
            cargo.args(["rustc", "-p", "frontend", "--lib", "--target", WASM, "--profile", "wasm-release"]);
            // Splitting needs to know what refers to what; both are taken out of the pieces afterwards.
            cargo.args(["--config", "profile.wasm-release.strip=false", "--crate-type", "cdylib"]);
            process::without_own_paths(&mut cargo)?;
            cargo.args(["--", "-Clink-args=--emit-relocs"]);
            "wasm-release"
        }
    };
    process::run(&mut cargo)?;
    Ok(place::target().join(WASM).join(folder).join("frontend.wasm"))
}

/// Writes `NAME.js`, `NAME.wasm`, the scripts that crates bring along and, for a release, the pieces that are loaded
/// later: all in one folder with a hash, because they name each other.
pub fn bind(program: &Path, name: &str, output: &mut Output) -> Result<()> {
    let (script, wasm) = (format!("{name}.js"), format!("{name}.wasm"));
    let stamp = stamp(program, output.profile())?;
    let stamp_path = output.folder().join(STAMP);
    let is_bound = fs::read_to_string(&stamp_path).is_ok_and(|text| text == stamp);
    let required = [script.as_str(), &wasm];
    if is_bound && output.keep(&required, |kept| required.contains(&kept) || kept.starts_with(PROGRAM)) {
        return Ok(());
    }
    let _ = fs::remove_file(&stamp_path);
    let mut files = match output.profile() {
        Profile::Development => bound(&mut Bindgen::new(), name, lazy::joined(program)?)?,
        Profile::Release => pieces(program, name)?,
    };
    if output.profile() == Profile::Release {
        optimise::all(&mut files)?;
    }
    output.add_folder(PROGRAM, &required, files)?;
    Ok(fs::write(stamp_path, stamp)?)
}

#[cfg(feature = "split")]
fn pieces(program: &Path, name: &str) -> Result<Vec<File>> {
    super::split::pieces(program, name)
}

#[cfg(not(feature = "split"))]
fn pieces(program: &Path, name: &str) -> Result<Vec<File>> {
    bound(&mut Bindgen::new(), name, lazy::joined(program)?)
}

/// Lets wasm-bindgen write the JavaScript of a program.
pub fn bound(bindgen: &mut Bindgen, name: &str, program: Vec<u8>) -> Result<Vec<File>> {
    bindgen.input_bytes(name, program).out_name(name).typescript(false).omit_default_module_path(true);
    bindgen.web(true)?.keep_debug(false).remove_name_section(true).remove_producers_section(true);
    let mut bound = bindgen.generate_output()?;
    let mut files = vec![
        (format!("{name}.js"), bound.js().as_bytes().to_vec()),
        (format!("{name}.wasm"), bound.wasm_mut().emit_wasm()),
    ];
    for (crate_name, texts) in bound.snippets() {
        for (index, text) in texts.iter().enumerate() {
            files.push((format!("snippets/{crate_name}/inline{index}.js"), text.clone().into_bytes()));
        }
    }
    let modules = bound.local_modules().iter();
    files.extend(modules.map(|(path, text)| (format!("snippets/{path}"), text.clone().into_bytes())));
    files.sort();
    Ok(files)
}

fn stamp(program: &Path, profile: Profile) -> Result<String> {
    let about = program.metadata().with_context(|| program.display().to_string())?;
    let time = about.modified()?.duration_since(UNIX_EPOCH)?.as_nanos();
    Ok(format!("{profile:?} {} {time} {}", about.len(), cfg!(feature = "split")))
}
