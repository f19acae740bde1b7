use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Component, Path};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use kernel::KEY_FILE;

use super::passphrase::Passphrase;
use super::stream::{self, Opening, Sealing};
use super::{Manifest, Moved, VaultKey};
use crate::{Outcome, house};

/// Writes manifest, database, files and, if that may be, the key of the vault into one archive, under its name only when
/// it is whole.
pub fn pack(
    manifest: &Manifest,
    database: &Path,
    data_dir: &Path,
    to: &Path,
    passphrase: Option<&Passphrase>,
) -> Outcome<Moved> {
    let unfinished = to.with_extension("unfinished");
    let outcome = begin(&unfinished, passphrase).and_then(|out| write(manifest, database, data_dir, out));
    let outcome = outcome.and_then(|files| {
        fs::rename(&unfinished, to)?;
        Ok(Moved { files, bytes: fs::metadata(to)?.len(), vault_key: manifest.vault_key })
    });
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    outcome.map_err(|error| format!("{}: {error}", to.display()).into())
}

/// Where the archive goes: into a file, as it is or encrypted.
enum Out {
    Plain(BufWriter<File>),
    Sealed(Box<Sealing<BufWriter<File>>>),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Sealed(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Sealed(out) => out.flush(),
        }
    }
}

impl Out {
    fn finish(self) -> Outcome<()> {
        let mut file = match self {
            Self::Plain(out) => out,
            Self::Sealed(out) => out.finish()?,
        };
        file.flush()?;
        Ok(file.into_inner().map_err(|error| error.into_error())?.sync_all()?)
    }
}

fn begin(path: &Path, passphrase: Option<&Passphrase>) -> Outcome<Out> {
    let file = BufWriter::new(File::create(path)?);
    house::keep_private(path, 0o600)?;
    match passphrase {
        None => Ok(Out::Plain(file)),
        Some(passphrase) => Ok(Out::Sealed(Box::new(Sealing::begin(file, passphrase)?))),
    }
}

fn write(manifest: &Manifest, database: &Path, data_dir: &Path, out: Out) -> Outcome<usize> {
    // Uploads are mostly compressed already; a quick pass is enough for the rest.
    let gzip = GzEncoder::new(out, Compression::fast());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    let text = serde_json::to_vec_pretty(manifest)?;
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, "manifest.json", text.as_slice())?;
    if manifest.vault_key == VaultKey::Included {
        tar.append_path_with_name(data_dir.join(KEY_FILE), KEY_FILE)?;
    }
    tar.append_dir_all("database", database)?;
    let count = add_files(&mut tar, &data_dir.join("files"))?;
    tar.into_inner()?.finish()?.finish()?;
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
pub fn unpack(from: &Path, folder: &Path, passphrase: Option<&Passphrase>) -> Outcome<(Manifest, Moved)> {
    let moved = read(from, folder, passphrase)
        .map_err(|error| format!("{} cannot be read as a backup: {error}", from.display()))?;
    let text = fs::read(folder.join("manifest.json"))
        .map_err(|_| format!("{} is no backup of Foyer", from.display()))?;
    let manifest: Manifest = serde_json::from_slice(&text)?;
    let vault_key = manifest.vault_key;
    Ok((manifest, Moved { vault_key, ..moved }))
}

fn read(from: &Path, folder: &Path, passphrase: Option<&Passphrase>) -> Outcome<Moved> {
    let file = File::open(from)?;
    let bytes = file.metadata()?.len();
    let mut file = BufReader::new(file);
    let is_sealed = file.fill_buf()?.starts_with(stream::MARK);
    let files = match (is_sealed, passphrase) {
        (false, _) => read_archive(&mut file, folder)?,
        (true, None) => return Err("it is encrypted and needs its passphrase (--passphrase-file)".into()),
        (true, Some(passphrase)) => {
            let mut opening = Opening::begin(file, passphrase)?;
            let files = read_archive(&mut opening, folder)?;
            // What follows the archive proves that nothing was cut off.
            std::io::copy(&mut opening, &mut std::io::sink())?;
            files
        }
    };
    Ok(Moved { files, bytes, vault_key: VaultKey::None })
}

fn read_archive(from: &mut impl Read, folder: &Path) -> Outcome<usize> {
    let mut tar = tar::Archive::new(GzDecoder::new(from));
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
    Ok(files)
}
