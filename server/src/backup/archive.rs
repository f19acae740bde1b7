use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::{Component, Path};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::{Manifest, Moved};
use crate::{Outcome, house};

/// Writes manifest, database and files into one archive, under its name only when it is whole.
pub fn pack(manifest: &Manifest, database: &Path, files: &Path, to: &Path) -> Outcome<Moved> {
    let unfinished = to.with_extension("unfinished");
    let outcome = write(manifest, database, files, &unfinished).and_then(|files| {
        fs::rename(&unfinished, to)?;
        Ok(Moved { files, bytes: fs::metadata(to)?.len() })
    });
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    outcome.map_err(|error| format!("{}: {error}", to.display()).into())
}

fn write(manifest: &Manifest, database: &Path, files: &Path, to: &Path) -> Outcome<usize> {
    let file = File::create(to)?;
    house::keep_private(to, 0o600)?;
    // Uploads are mostly compressed already; a quick pass is enough for the rest.
    let gzip = GzEncoder::new(BufWriter::new(file), Compression::fast());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    let text = serde_json::to_vec_pretty(manifest)?;
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, "manifest.json", text.as_slice())?;
    tar.append_dir_all("database", database)?;
    let count = add_files(&mut tar, files)?;
    let mut file = tar.into_inner()?.finish()?;
    file.flush()?;
    file.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    Ok(count)
}

/// Adds the stored files. One that is taken away meanwhile was deleted long ago.
fn add_files(tar: &mut tar::Builder<impl Write>, folder: &Path) -> Outcome<usize> {
    let mut count = 0;
    for group in fs::read_dir(folder).into_iter().flatten() {
        let group = group?.path();
        for file in fs::read_dir(&group).into_iter().flatten() {
            let path = file?.path();
            // What is still being written belongs to nothing yet.
            let is_whole = path.extension().is_none();
            let Some(mut open) = is_whole.then(|| File::open(&path).ok()).flatten() else { continue };
            tar.append_file(Path::new("files").join(path.strip_prefix(folder)?), &mut open)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Reads an archive into a folder.
pub fn unpack(from: &Path, folder: &Path) -> Outcome<(Manifest, Moved)> {
    let moved = read(from, folder)
        .map_err(|error| format!("{} cannot be read as a backup: {error}", from.display()))?;
    let text = fs::read(folder.join("manifest.json"))
        .map_err(|_| format!("{} is no backup of Foyer", from.display()))?;
    Ok((serde_json::from_slice(&text)?, moved))
}

fn read(from: &Path, folder: &Path) -> Outcome<Moved> {
    let file = File::open(from)?;
    let bytes = file.metadata()?.len();
    let mut tar = tar::Archive::new(GzDecoder::new(BufReader::new(file)));
    let mut files = 0;
    for entry in tar.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        let kind = entry.header().entry_type();
        // Only what we write ourselves: no links, no way out of the folder.
        let is_ours = (kind.is_file() || kind.is_dir())
            && path.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_ours {
            return Err(format!("it has an entry `{}`, which no backup has", path.display()).into());
        }
        entry.unpack_in(folder)?;
        files += usize::from(kind.is_file() && path.starts_with("files"));
    }
    Ok(Moved { files, bytes })
}
