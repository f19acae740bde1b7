use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};

use crate::Outcome;

/// The shortest passphrase: whoever has the file may try as often as he likes.
const SHORTEST: usize = 12;

/// What encrypts a backup.
pub struct Passphrase(String);

/// How much work it is to try a passphrase; it stands in the file, so that it can grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// KiB of memory.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Work {
    /// That of new backups: some tenths of a second.
    pub const NOW: Self = Self { memory: 64 * 1024, passes: 3 };

    /// A file that asks for more was not made by us: it would take the machine's memory.
    pub fn is_sane(self) -> bool {
        (8..=1024 * 1024).contains(&self.memory) && (1..=20).contains(&self.passes)
    }
}

impl Passphrase {
    /// This passphrase.
    ///
    /// # Errors
    /// When it is so short that it could be guessed.
    pub fn new(words: &str) -> Outcome<Self> {
        let words = words.trim_end_matches(['\r', '\n']);
        match words.chars().count() {
            ..SHORTEST => Err(format!("the passphrase needs at least {SHORTEST} characters").into()),
            _ => Ok(Self(words.to_owned())),
        }
    }

    /// The first line of a file.
    ///
    /// # Errors
    /// As [`Passphrase::new`], and when the file cannot be read.
    pub fn read(file: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        Self::new(text.lines().next().unwrap_or_default())
    }

    /// The key that it makes with this salt.
    pub fn key(&self, salt: &[u8; 16], work: Work) -> Outcome<[u8; 32]> {
        let params = Params::new(work.memory, work.passes, 1, Some(32)).map_err(|error| error.to_string())?;
        let mut key = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.0.as_bytes(), salt, &mut key)
            .map_err(|error| error.to_string())?;
        Ok(key)
    }
}
