//! Makes the wasm of a release smaller: what only debuggers read is taken out, and `wasm-opt` does the rest where it is
//! installed. Without that tool the program is as good, and some percent larger.
use super::wasm::File;
use crate::{machine, place, process};
use anyhow::{Context, Result, anyhow};
use std::{
    fs,
    path::Path,
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
};

/// What Rust's compiler uses and every browser knows. Not all that the tool can do: it would use what no browser has yet.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-extended-const",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimises every wasm among the files.
pub fn all(files: &mut [File]) -> Result<()> {
    let own = place::root().join("end2end/node_modules/.bin/wasm-opt");
    let tool = Some(own).filter(|path| path.is_file()).or_else(|| machine::in_path("wasm-opt"));
    let wasm: Vec<&mut Vec<u8>> =
        files.iter_mut().filter(|(name, _)| name.ends_with(".wasm")).map(|(_, bytes)| bytes).collect();
    // The tool takes seconds for each file and uses one core.
    let queue = Mutex::new(wasm.into_iter());
    let work = || -> Result<()> {
        loop {
            let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(bytes) = next else { return Ok(()) };
            *bytes = without_custom_sections(bytes).context("this is no wasm")?;
            if let Some(tool) = &tool {
                *bytes = optimised(tool, bytes)?;
            }
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker broke off"))?)
    })
}

fn optimised(tool: &Path, bytes: &[u8]) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let (before, after) = (folder.path().join("before.wasm"), folder.path().join("after.wasm"));
    fs::write(&before, bytes)?;
    let mut command = Command::new(tool);
    command.arg("-Oz").args(FEATURES).arg(&before).arg("-o").arg(&after);
    process::run(&mut command)?;
    fs::read(after).context("wasm-opt wrote nothing")
}

/// Copies a module without its custom sections: names, relocations and the like, which no browser reads.
fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let mut kept = module.get(..HEADER)?.to_vec();
    let mut rest = module.get(HEADER..)?;
    while let Some((kind, after)) = rest.split_first() {
        let (size, width) = number(after)?;
        let whole = rest.get(..1 + width + size)?;
        if *kind != CUSTOM {
            kept.extend_from_slice(whole);
        }
        rest = rest.get(whole.len()..)?;
    }
    Some(kept)
}

/// Reads a number in LEB128; gives it and how many bytes it took.
pub fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let header = b"\0asm\x01\0\0\0";
        let kept = [1_u8, 3, 9, 9, 9];
        // The second custom section's length is written in two bytes, as a linker leaves it.
        let custom = [[0_u8, 2, 7, 7].as_slice(), &[0, 0x81, 0x00, 5]].concat();
        let module = [header.as_slice(), &custom, &kept, &custom].concat();
        assert_eq!(without_custom_sections(&module).unwrap(), [header.as_slice(), &kept].concat());
        assert_eq!(without_custom_sections(&module[..module.len() - 1]), None, "a torn module is noticed");
    }
}
