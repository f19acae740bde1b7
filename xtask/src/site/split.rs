//! Code splitting: what only one area needs is a piece of its own, loaded when that area is opened.
use super::{
    bare, small,
    wasm::{self, File},
};
use anyhow::{Context, Result, anyhow};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

/// The script that loads the pieces; Leptos expects this name.
const LINK: &str = "__wasm_split.______________________.js";
/// Which pieces a lazy function needs; the server announces them to the browser early.
const PREFETCH: &str = "split.json";

/// Splits a program and binds its main piece; gives all files of the program's folder.
pub fn pieces(program: &Path, name: &str) -> Result<Vec<File>> {
    let raw = fs::read(program).with_context(|| program.display().to_string())?;
    let first = split(&raw, name)?;
    let small = small::functions(first.folder.path(), &first.needed)?;
    let Split { folder, main, pieces, mut needed } = split(&small::exported(&raw, &small)?, name)?;
    let mut script = fs::read_to_string(folder.path().join(LINK))?;
    let mut pieces = pieces.iter().map(|piece| read(piece)).collect::<Result<Vec<_>>>()?;
    let main = bare::into_main(&fs::read(&main)?, &mut pieces, &mut script, &mut needed)?;
    let mut bindgen = Bindgen::new();
    // The pieces refer to the main one by the names that the linker gave.
    bindgen.keep_lld_exports(true).demangle(false);
    let mut files = wasm::bound(&mut bindgen, name, small::unexported(&main)?)?;
    files.extend(pieces.into_iter().map(|(name, wasm)| (format!("{name}.wasm"), wasm)));
    files.push((LINK.to_owned(), script.into_bytes()));
    files.push((PREFETCH.to_owned(), serde_json::to_vec(&needed)?));
    files.sort();
    Ok(files)
}

fn read(piece: &Path) -> Result<bare::Piece> {
    let name = piece.file_stem().context("a piece without a name")?.to_string_lossy().into_owned();
    Ok((name, fs::read(piece)?))
}

/// What the splitter has written.
struct Split {
    folder: TempDir,
    main: PathBuf,
    pieces: Vec<PathBuf>,
    /// The pieces that each area needs.
    needed: BTreeMap<String, Vec<String>>,
}

fn split(program: &[u8], name: &str) -> Result<Split> {
    let folder = tempfile::tempdir()?;
    let main = folder.path().join("main.wasm");
    let (main_module, link) = (format!("./{name}.js"), format!("./{LINK}"));
    let mut options = Options::new(program);
    options.output_dir = folder.path();
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = &link;
    let split = transform(options).map_err(|error| anyhow!("cannot split the program: {error:#}"))?;
    let needed = split.prefetch_map.into_iter().collect();
    Ok(Split { folder, main, pieces: split.split_modules, needed })
}
