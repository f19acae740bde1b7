//! The keys with which secrets are kept: a file in the data folder, so that whoever has the database alone can read
//! none. Each line of it is a key with its name, the newest last; older ones stay, for what was encrypted with them.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key as Bytes, XChaCha20Poly1305, XNonce};

use crate::{Error, Result, Text, entropy};

/// The name of the file in the data folder.
pub const KEY_FILE: &str = "vault.key";

const HEAD: &str = "# The keys of the vault of this company. Whoever has this file and the database can read its secrets.\n\
                    # Keep a copy in a safe place, apart from the backups that are not encrypted.\n";
const NONCE: usize = 24;

/// The keys of a data folder. They are read when they are needed, and again when one is asked for that was not there, so
/// that a file that is put in its place is found by a running server.
pub struct Keyring {
    path: PathBuf,
    read: RwLock<Arc<Vec<Key>>>,
}

struct Key {
    name: String,
    bytes: [u8; 32],
}

impl Keyring {
    /// The keys in this folder; the file is made with the first key.
    pub fn new(data_dir: &Path) -> Self {
        Self { path: data_dir.join(KEY_FILE), read: RwLock::default() }
    }

    /// The name of the newest key; `None` if there is no file yet.
    ///
    /// # Errors
    /// `Forbidden` with what to do if the file cannot be read.
    pub fn newest(&self) -> Result<Option<String>> {
        Ok(self.reload()?.last().map(|key| key.name.clone()))
    }

    /// Makes a new key and keeps the others; gives its name. It is on the disk when this returns.
    ///
    /// # Errors
    /// As [`Keyring::newest`]; `Unavailable` if the file cannot be written.
    pub fn add(&self) -> Result<String> {
        // Nobody reads the others between our reading and our writing: a key that falls out is lost for good.
        let _alone = self.alone().map_err(|cause| self.no_storage(&cause))?;
        let keys = self.reload()?;
        let bytes = entropy::bytes();
        let new = Key { name: name_of(&bytes), bytes };
        let text: String = keys.iter().chain([&new]).map(line).collect();
        write(&self.path, &format!("{HEAD}{text}")).map_err(|cause| self.no_storage(&cause))?;
        self.reload()?;
        Ok(new.name)
    }

    /// Holds the folder for one process at a time, as long as it is kept.
    fn alone(&self) -> std::io::Result<Option<fs::File>> {
        match self.path.parent() {
            Some(folder) if cfg!(unix) => {
                let folder = fs::File::open(folder)?;
                folder.lock()?;
                Ok(Some(folder))
            }
            _ => Ok(None),
        }
    }

    /// Refuses if the key of this name is not there.
    ///
    /// # Errors
    /// `Forbidden` with what to do.
    pub fn require(&self, name: &str) -> Result<()> {
        self.bytes(name).map(drop)
    }

    /// Encrypts with the key of this name. What is said `about` it has to be said again to read it: so it cannot be moved
    /// to another place.
    ///
    /// # Errors
    /// As [`Keyring::require`].
    pub fn seal(&self, name: &str, about: &str, plain: &[u8]) -> Result<String> {
        let nonce = entropy::bytes::<NONCE>();
        let bound = bound(name, about);
        let payload = Payload { msg: plain, aad: bound.as_bytes() };
        let sealed = XChaCha20Poly1305::new(&Bytes::from(self.bytes(name)?))
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::internal("a secret could not be encrypted"))?;
        Ok(STANDARD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// Reads what [`Keyring::seal`] made with this key and the same words about it.
    ///
    /// # Errors
    /// As [`Keyring::require`]; `Forbidden` if it was changed or does not belong here.
    pub fn open(&self, name: &str, about: &str, sealed: &str) -> Result<Vec<u8>> {
        let key = self.bytes(name)?;
        let unfit = || {
            tracing::error!(key = name, about, "a secret was changed or does not belong where it stands");
            refused("keyring-unfit")
        };
        let sealed = STANDARD.decode(sealed).map_err(|_| unfit())?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or_else(unfit)?;
        let bound = bound(name, about);
        let payload = Payload { msg: sealed, aad: bound.as_bytes() };
        let cipher = XChaCha20Poly1305::new(&Bytes::from(key));
        cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| unfit())
    }

    fn bytes(&self, name: &str) -> Result<[u8; 32]> {
        let find = |keys: &[Key]| keys.iter().find(|key| key.name == name).map(|key| key.bytes);
        let known = find(&self.read.read().unwrap_or_else(PoisonError::into_inner));
        if let Some(bytes) = known {
            return Ok(bytes);
        }
        find(&self.reload()?).ok_or_else(|| {
            tracing::error!(file = %self.path.display(), key = name, "this key is not in the file");
            refused("keyring-missing")
        })
    }

    fn reload(&self) -> Result<Arc<Vec<Key>>> {
        let keys = match fs::read_to_string(&self.path) {
            Ok(text) => parse(&text).ok_or_else(|| self.damaged("it has a line that is no key"))?,
            Err(cause) if cause.kind() == ErrorKind::NotFound => Vec::new(),
            Err(cause) => return Err(self.damaged(&cause.to_string())),
        };
        let keys = Arc::new(keys);
        *self.read.write().unwrap_or_else(PoisonError::into_inner) = keys.clone();
        Ok(keys)
    }

    fn damaged(&self, cause: &str) -> Error {
        tracing::error!(file = %self.path.display(), cause, "the keys cannot be read");
        refused("keyring-damaged")
    }

    fn no_storage(&self, cause: &std::io::Error) -> Error {
        tracing::error!(file = %self.path.display(), %cause, "the keys cannot be written");
        Error::Unavailable
    }
}

/// The file is named, its folder is not: that stands in the log.
fn refused(key: &'static str) -> Error {
    let text = Text::new(key);
    Error::Forbidden(if key == "keyring-unfit" { text } else { text.with("file", KEY_FILE) })
}

fn bound(name: &str, about: &str) -> String {
    format!("foyer {name} {about}")
}

/// A key is called after itself, so that a key that was typed wrong or put under another's name is found out.
fn name_of(bytes: &[u8; 32]) -> String {
    entropy::digest(&format!("the name of {}", STANDARD.encode(bytes)))[..16].to_owned()
}

fn line(key: &Key) -> String {
    format!("{} {}\n", key.name, STANDARD.encode(key.bytes))
}

fn parse(text: &str) -> Option<Vec<Key>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, bytes) = line.split_once(' ')?;
            let bytes: [u8; 32] = STANDARD.decode(bytes.trim()).ok()?.try_into().ok()?;
            (name_of(&bytes) == name).then(|| Key { name: name.to_owned(), bytes })
        })
        .collect()
}

/// Writes the whole file beside its place and puts it there at once.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let beside = path.with_extension(format!("key-{}", entropy::word()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    let put = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let put = put.and_then(|()| fs::rename(&beside, path));
    if put.is_err() {
        let _ = fs::remove_file(&beside);
    }
    put.and_then(|()| keep_name(path))
}

/// The name has to survive a loss of power, too.
fn keep_name(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(error: Error) -> String {
        error.text().key.into_owned()
    }

    #[test]
    fn what_was_sealed_reads_back_only_where_it_belongs() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::new(folder.path());
        assert_eq!(keys.newest(), Ok(None));
        let name = keys.add().unwrap();
        let (one, two) =
            (keys.seal(&name, "entry 1", b"1234").unwrap(), keys.seal(&name, "entry 1", b"1234"));
        assert_ne!(Ok(&one), two.as_ref(), "the same secret looks different each time");
        assert_eq!(keys.open(&name, "entry 1", &one).unwrap(), b"1234");
        assert_eq!(key_of(keys.open(&name, "entry 2", &one).unwrap_err()), "keyring-unfit");
        for broken in ["", "!", "AAAA", &one[..one.len() - 4]] {
            assert_eq!(key_of(keys.open(&name, "entry 1", broken).unwrap_err()), "keyring-unfit");
        }
        let bytes = STANDARD.decode(&one).unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let changed = STANDARD.encode(changed);
            assert_eq!(key_of(keys.open(&name, "entry 1", &changed).unwrap_err()), "keyring-unfit", "{at}");
        }
    }

    #[test]
    fn what_was_sealed_with_one_key_is_not_read_with_another() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::new(folder.path());
        let (first, second) = (keys.add().unwrap(), keys.add().unwrap());
        let sealed = keys.seal(&first, "entry 1", b"1234").unwrap();
        assert_eq!(keys.open(&first, "entry 1", &sealed).unwrap(), b"1234", "a newer key changes nothing");
        assert_eq!(key_of(keys.open(&second, "entry 1", &sealed).unwrap_err()), "keyring-unfit");
    }

    #[test]
    fn a_key_that_comes_later_is_found_and_one_that_is_lacking_is_said() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (here, there) = (Keyring::new(one.path()), Keyring::new(other.path()));
        let first = here.add().unwrap();
        let sealed = here.seal(&first, "x", b"1234").unwrap();
        assert_eq!(key_of(there.open(&first, "x", &sealed).unwrap_err()), "keyring-missing");
        there.add().unwrap();
        assert_eq!(key_of(there.open(&first, "x", &sealed).unwrap_err()), "keyring-missing");
        let second = here.add().unwrap();
        assert_eq!(here.newest(), Ok(Some(second.clone())));
        fs::copy(one.path().join(KEY_FILE), other.path().join(KEY_FILE)).unwrap();
        assert_eq!(there.open(&first, "x", &sealed).unwrap(), b"1234");
        assert_eq!(there.require(&second), Ok(()));
    }

    #[test]
    fn a_damaged_file_is_said_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(KEY_FILE);
        let name = Keyring::new(folder.path()).add().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for damaged in [text.replace(&name, "0123456789abcdef"), "nonsense".into(), format!("{text}x y\n")] {
            fs::write(&path, &damaged).unwrap();
            let keys = Keyring::new(folder.path());
            assert_eq!(key_of(keys.require(&name).unwrap_err()), "keyring-damaged");
            assert_eq!(key_of(keys.add().unwrap_err()), "keyring-damaged");
            assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
        }
    }

    #[test]
    fn no_key_falls_out_when_many_are_made_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let made: Vec<String> = std::thread::scope(|scope| {
            let add = |_| scope.spawn(|| Keyring::new(folder.path()).add().unwrap());
            let all: Vec<_> = (0..8).map(add).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let keys = Keyring::new(folder.path());
        assert!(made.iter().all(|name| keys.require(name).is_ok()));
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_for_its_owner_alone_and_nothing_is_left_beside_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::new(folder.path());
        for _ in 0..2 {
            keys.add().unwrap();
            let mode = fs::metadata(folder.path().join(KEY_FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
