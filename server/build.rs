//! Puts the built site into the program when `FOYER_EMBED_SITE` names its folder: releases need no other file.
use std::{
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=FOYER_EMBED_SITE");
    let mut files = Vec::new();
    if let Some(folder) = env::var_os("FOYER_EMBED_SITE").map(PathBuf::from) {
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &folder, &mut files)?;
        files.sort();
    }
    // Sorted by name: the program looks a file up by bisection.
    let mut table = String::from("&[\n");
    for (name, path) in files {
        writeln!(table, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    table.push_str("]\n");
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?).join("site.rs");
    Ok(fs::write(target, table)?)
}

/// Every file below `folder` with its name relative to `root`.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push((path.strip_prefix(root)?.to_string_lossy().replace('\\', "/"), path));
        }
    }
    Ok(())
}
