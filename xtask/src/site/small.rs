//! Pieces that are too small for a request of their own. Splitting makes one of whatever the same areas share, and most
//! of those are a few functions: they are put into the main piece. Of what the first page needs anyway, more is.
//!
//! The splitter keeps what a program exports in its main piece. So the functions are exported before it runs, and the
//! exports are taken out again behind it. Both are edits of one section, which leaves the relocations as they are.
use super::optimise::number;
use anyhow::{Context, Result};
use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::Path,
};

/// The area that most people open first.
const FIRST: &str = "area_board";
/// A piece that it needs is small with less than these bytes of code.
const SMALL: usize = 12_000;
/// Any other is with less than these: who opens the first page pays for what it does not need, and everybody pays for a
/// hundred requests. (Two thirds of the pieces are below this, and all of those together are 80 kB of code.)
const TINY: usize = 4_000;
/// The beginning of the names of the exports.
const PREFIX: &str = "kept_in_main_";

const EXPORTS: u8 = 7;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;

/// The names of the functions in the small pieces. `needed` says what each area needs.
pub fn functions(folder: &Path, needed: &BTreeMap<String, Vec<String>>) -> Result<HashSet<String>> {
    let mut limits = BTreeMap::new();
    for (area, pieces) in needed {
        let limit = if area.starts_with(FIRST) { SMALL } else { TINY };
        for piece in pieces.iter().filter(|piece| piece.starts_with("chunk_")) {
            let known = limits.entry(piece).or_insert(limit);
            *known = limit.max(*known);
        }
    }
    let mut names = HashSet::new();
    for (piece, limit) in limits {
        let bytes = fs::read(folder.join(piece).with_extension("wasm"))?;
        let module = sections(&bytes).context("this piece is no wasm")?;
        let code: usize = module.iter().filter(|(kind, _)| *kind == CODE).map(|(_, body)| body.len()).sum();
        if code < limit {
            let own = function_names(&module).into_iter().map(|(_, name)| name);
            names.extend(own.filter(|name| !name.ends_with("_shim")));
        }
    }
    Ok(names)
}

/// The program with these functions exported.
pub fn exported(program: &[u8], names: &HashSet<String>) -> Result<Vec<u8>> {
    let module = sections(program).context("the program is no wasm")?;
    let mut kept: Vec<usize> = function_names(&module)
        .into_iter()
        .filter(|(_, name)| names.contains(name))
        .map(|(index, _)| index)
        .collect();
    kept.dedup();
    let added = kept.iter().enumerate().map(|(count, index)| {
        let name = format!("{PREFIX}{count}");
        [&leb(name.len()), name.as_bytes(), &[0], &leb(*index)].concat()
    });
    let added: Vec<_> = added.collect();
    with_exports(program, |exports| exports.into_iter().map(<[u8]>::to_vec).chain(added).collect())
}

/// The program without what [`exported`] has added.
pub fn unexported(program: &[u8]) -> Result<Vec<u8>> {
    let is_own = |export: &&[u8]| {
        number(export).is_some_and(|(_, width)| export[width..].starts_with(PREFIX.as_bytes()))
    };
    with_exports(program, |exports| {
        exports.into_iter().filter(|export| !is_own(export)).map(<[u8]>::to_vec).collect()
    })
}

fn with_exports(program: &[u8], change: impl FnOnce(Vec<&[u8]>) -> Vec<Vec<u8>>) -> Result<Vec<u8>> {
    let module = sections(program).context("the program is no wasm")?;
    let mut change = Some(change);
    let mut whole = program[..8].to_vec();
    for (kind, body) in module {
        let body = match change.take_if(|_| kind == EXPORTS) {
            Some(change) => {
                let exports = change(exports(body).context("nobody can read the exports")?);
                [leb(exports.len()), exports.concat()].concat()
            }
            None => body.to_vec(),
        };
        whole.push(kind);
        whole.extend(leb(body.len()));
        whole.extend(body);
    }
    Ok(whole)
}

/// The kind and the body of each section.
pub fn sections(module: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut rest = module.get(8..)?;
    let mut found = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (size, width) = number(after)?;
        found.push((*kind, after.get(width..width + size)?));
        rest = &after[width + size..];
    }
    Some(found)
}

/// Each export as it is written: its name, its kind, its index.
fn exports(body: &[u8]) -> Option<Vec<&[u8]>> {
    let (count, width) = number(body)?;
    let mut rest = body.get(width..)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (length, width) = number(rest)?;
        let kind_at = width + length;
        let (_, index_width) = number(rest.get(kind_at + 1..)?)?;
        let (export, after) = rest.split_at_checked(kind_at + 1 + index_width)?;
        found.push(export);
        rest = after;
    }
    Some(found)
}

/// The functions that have a name, by their index.
fn function_names(module: &[(u8, &[u8])]) -> Vec<(usize, String)> {
    let names = module.iter().filter(|(kind, _)| *kind == CUSTOM).find_map(|(_, body)| {
        let (length, width) = number(body)?;
        let (name, rest) = body.get(width..)?.split_at_checked(length)?;
        (name == b"name").then_some(rest)
    });
    names.and_then(read_function_names).unwrap_or_default()
}

fn read_function_names(mut rest: &[u8]) -> Option<Vec<(usize, String)>> {
    const FUNCTIONS: u8 = 1;
    loop {
        let (kind, after) = rest.split_first()?;
        let (size, width) = number(after)?;
        if *kind != FUNCTIONS {
            rest = after.get(width + size..)?;
            continue;
        }
        let mut body = after.get(width..width + size)?;
        let (count, width) = number(body)?;
        body = &body[width..];
        let mut found = Vec::with_capacity(count);
        for _ in 0..count {
            let (index, width) = number(body)?;
            body = &body[width..];
            let (length, width) = number(body)?;
            let (name, after) = body.get(width..)?.split_at_checked(length)?;
            found.push((index, String::from_utf8_lossy(name).into_owned()));
            body = after;
        }
        return Some(found);
    }
}

/// Writes a number in LEB128.
pub fn leb(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with the exports `a` of function 0 and, named in the name section, function 300 as `small`.
    fn program() -> Vec<u8> {
        let exports = [1, 1, b'a', 0, 0];
        let name = [[1].as_slice(), &leb(300), &[5], b"small"].concat();
        let names = [[4].as_slice(), b"name", &[0, 1, 0, 1], &leb(name.len()), &name].concat();
        [b"\0asm\x01\0\0\0".as_slice(), &[7, 5], &exports, &[0], &leb(names.len()), &names].concat()
    }

    #[test]
    fn what_is_exported_for_the_splitter_goes_away_again() {
        let names = HashSet::from(["small".to_owned()]);
        let more = exported(&program(), &names).unwrap();
        let module = sections(&more).unwrap();
        let all = exports(module[0].1).unwrap();
        assert_eq!(all.len(), 2);
        assert!(all[1].ends_with(&leb(300)));
        assert_eq!(unexported(&more).unwrap(), program());
    }

    #[test]
    fn a_name_that_nothing_has_changes_nothing() {
        assert_eq!(exported(&program(), &HashSet::from(["other".to_owned()])).unwrap(), program());
    }
}
