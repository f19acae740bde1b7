//! The program for the browser: compiled by Cargo, bound to JavaScript by wasm-bindgen's library.
use super::Output;
use crate::{
    machine::{self, WASM},
    place::{self, Profile},
    process,
};
use anyhow::{Context, Result, anyhow};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::UNIX_EPOCH,
};
use wasm_bindgen_cli_support::Bindgen;

/// Says which compiled program the site folder holds, so that an unchanged one is not bound again.
pub const STAMP: &str = "program.stamp";

/// The development build for the browser. It is the `dev` profile with another optimisation level and not a profile of
/// its own: a profile of its own would compile every procedural macro once more. Unoptimised, the program has several
/// times the size, and each page load of each browser test pays for it.
const QUICK: [&str; 2] = ["profile.dev.opt-level=1", "profile.dev.debug=false"];

/// Compiles the frontend and gives the path of the raw wasm.
pub fn compile(profile: Profile) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["build", "-p", "frontend", "--lib", "--target", WASM]);
    let folder = match profile {
        Profile::Development => {
            cargo.args(QUICK.iter().flat_map(|setting| ["--config", setting]));
            "debug"
        }
        Profile::Release => {
            cargo.args(["--profile", "wasm-release"]);
            "wasm-release"
        }
    };
    process::run(&mut cargo)?;
    Ok(place::target().join(WASM).join(folder).join("frontend.wasm"))
}

/// Writes `NAME.js`, `NAME.wasm` and the scripts that crates bring along.
pub fn bind(program: &Path, name: &str, output: &mut Output) -> Result<()> {
    let (script, wasm) = (format!("{name}.js"), format!("{name}.wasm"));
    let stamp = stamp(program, output.profile())?;
    let stamp_path = output.folder().join(STAMP);
    let is_bound = fs::read_to_string(&stamp_path).is_ok_and(|text| text == stamp);
    if is_bound && output.keep(&[&script, &wasm], |kept| kept == script || kept == wasm || kept.starts_with("snippets/")) {
        return Ok(());
    }
    let _ = fs::remove_file(&stamp_path);
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(name, super::lazy::joined(program)?).out_name(name).typescript(false).omit_default_module_path(true);
    bindgen.web(true)?.keep_debug(false).remove_name_section(true).remove_producers_section(true);
    let mut bound = bindgen.generate_output()?;
    let mut bytes = bound.wasm_mut().emit_wasm();
    if output.profile() == Profile::Release {
        bytes = optimised(bytes)?;
    }
    let mut code = bound.js().to_owned();
    for (path, text) in snippets(&bound) {
        let hashed = output.add(&format!("snippets/{path}"), text.as_bytes())?;
        code = code.replace(&format!("./snippets/{path}"), &format!("./{hashed}"));
    }
    output.add(&script, code.as_bytes())?;
    output.add(&wasm, &bytes)?;
    fs::write(stamp_path, stamp)?;
    Ok(())
}

fn snippets(bound: &wasm_bindgen_cli_support::Output) -> Vec<(String, String)> {
    let inline = bound.snippets().iter().flat_map(|(crate_name, texts)| {
        texts.iter().enumerate().map(move |(index, text)| (format!("{crate_name}/inline{index}.js"), text.clone()))
    });
    let modules = bound.local_modules().iter().map(|(path, text)| (path.clone(), text.clone()));
    let mut all: Vec<_> = inline.chain(modules).collect();
    all.sort();
    all
}

fn stamp(program: &Path, profile: Profile) -> Result<String> {
    let about = program.metadata().with_context(|| program.display().to_string())?;
    let time = about.modified()?.duration_since(UNIX_EPOCH)?.as_nanos();
    Ok(format!("{profile:?} {} {time}", about.len()))
}

/// Lets `wasm-opt` make it smaller still, where that tool is installed; without it the program is as good.
fn optimised(bytes: Vec<u8>) -> Result<Vec<u8>> {
    let own = place::root().join("end2end/node_modules/.bin/wasm-opt");
    let Some(tool) = Some(own).filter(|path| path.is_file()).or_else(|| machine::in_path("wasm-opt")) else {
        return Ok(bytes);
    };
    let folder = tempfile::tempdir()?;
    let (before, after) = (folder.path().join("before.wasm"), folder.path().join("after.wasm"));
    fs::write(&before, bytes)?;
    let mut command = Command::new(tool);
    command.args(["-Oz", "--all-features"]).arg(&before).arg("-o").arg(&after);
    process::run(&mut command)?;
    fs::read(after).map_err(|error| anyhow!("wasm-opt wrote nothing: {error}"))
}
