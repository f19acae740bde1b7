//! Randomness, in one place. Everything that must not be guessed comes from here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::{Rng, RngCore};
use sha2::{Digest, Sha256};

/// A secret of 256 bits as 43 letters, digits, `-` and `_`: for sessions, tokens and links.
pub fn secret() -> String {
    URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// Bytes that nobody can guess: for keys, and for nonces so long that none comes twice.
#[allow(clippy::disallowed_methods)]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// A short random word for error numbers, request ids and file names: 16 hex digits, no secret.
#[allow(clippy::disallowed_methods)]
pub fn word() -> String {
    format!("{:016x}", rand::rng().random::<u64>())
}

/// Random bits where chance only spreads things out, such as the jitter of a card's rank.
#[allow(clippy::disallowed_methods)]
pub fn bits() -> u64 {
    rand::rng().random()
}

/// What is stored in place of a secret: its SHA-256 as hex. Enough for secrets of 256 bits; passwords take Argon2id.
pub fn digest(secret: &str) -> String {
    Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
