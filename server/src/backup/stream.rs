//! A file that is encrypted in pieces (STREAM over XChaCha20-Poly1305), so that one of any size takes little memory, and no
//! piece can be changed, moved, left out or cut off.
//!
//! The head says how the key comes from the passphrase (Argon2id): mark, memory, passes, salt, the beginning of all
//! nonces. Each piece is bound to the head; its nonce goes on with its number and whether it is the last one.

use std::io::{self, BufRead, Read, Write};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use kernel::entropy;

use super::passphrase::{Passphrase, Work};
use crate::Outcome;

/// How an encrypted backup begins.
pub const MARK: &[u8; 16] = b"FOYER BACKUP 1\r\n";

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const HEAD: usize = MARK.len() + 4 + 4 + 16 + 19;

/// One end of the stream: what makes nonces and pieces.
struct Pieces {
    cipher: XChaCha20Poly1305,
    head: Vec<u8>,
    number: u32,
}

impl Pieces {
    fn new(head: Vec<u8>, passphrase: &Passphrase) -> Outcome<Self> {
        let mut rest = &head[MARK.len()..];
        let work = Work {
            memory: u32::from_be_bytes(take(&mut rest)?),
            passes: u32::from_be_bytes(take(&mut rest)?),
        };
        if !work.is_sane() {
            return Err("it was not made by this program".into());
        }
        let key = passphrase.key(&take(&mut rest)?, work)?;
        Ok(Self { cipher: XChaCha20Poly1305::new(&Key::from(key)), head, number: 0 })
    }

    /// The nonce of the next piece; no two are the same.
    fn nonce(&mut self, is_last: bool) -> io::Result<XNonce> {
        let mut nonce = [0; 24];
        nonce[..19].copy_from_slice(&self.head[HEAD - 19..]);
        nonce[19..23].copy_from_slice(&self.number.to_be_bytes());
        nonce[23] = u8::from(is_last);
        self.number =
            self.number.checked_add(1).ok_or_else(|| io::Error::other("the backup is too large"))?;
        Ok(XNonce::from(nonce))
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Outcome<[u8; N]> {
    let (first, after) = rest.split_first_chunk::<N>().ok_or("it ends too early")?;
    *rest = after;
    Ok(*first)
}

/// Encrypts what is written to it.
pub struct Sealing<W> {
    out: W,
    pieces: Pieces,
    held: Vec<u8>,
}

impl<W: Write> Sealing<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(mut out: W, passphrase: &Passphrase) -> Outcome<Self> {
        let mut head = Vec::with_capacity(HEAD);
        head.extend(MARK);
        head.extend(Work::NOW.memory.to_be_bytes());
        head.extend(Work::NOW.passes.to_be_bytes());
        head.extend(entropy::bytes::<16>());
        head.extend(entropy::bytes::<19>());
        out.write_all(&head)?;
        Ok(Self { out, pieces: Pieces::new(head, passphrase)?, held: Vec::with_capacity(PIECE) })
    }

    /// Writes the last piece and gives back what lies below.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.piece(true)?;
        Ok(self.out)
    }

    fn piece(&mut self, is_last: bool) -> io::Result<()> {
        let nonce = self.pieces.nonce(is_last)?;
        let payload = Payload { msg: &self.held, aad: &self.pieces.head };
        let sealed = self.pieces.cipher.encrypt(&nonce, payload);
        self.out.write_all(&sealed.map_err(|_| io::Error::other("a piece could not be encrypted"))?)?;
        self.held.clear();
        Ok(())
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until more comes: the last one is told from the others.
        if self.held.len() == PIECE {
            self.piece(false)?;
        }
        let taken = bytes.len().min(PIECE - self.held.len());
        self.held.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Reads what a [`Sealing`] wrote.
pub struct Opening<R> {
    from: R,
    pieces: Pieces,
    open: Vec<u8>,
    at: usize,
    is_over: bool,
}

impl<R: BufRead> Opening<R> {
    /// Begins to read a file.
    ///
    /// # Errors
    /// When it is no such file.
    pub fn begin(mut from: R, passphrase: &Passphrase) -> Outcome<Self> {
        let mut head = vec![0; HEAD];
        from.read_exact(&mut head)?;
        if !head.starts_with(MARK) {
            return Err("it is not encrypted".into());
        }
        Ok(Self { from, pieces: Pieces::new(head, passphrase)?, open: Vec::new(), at: 0, is_over: false })
    }

    fn piece(&mut self) -> io::Result<()> {
        let mut sealed = Vec::with_capacity(PIECE + TAG);
        self.from.by_ref().take((PIECE + TAG) as u64).read_to_end(&mut sealed)?;
        self.is_over = self.from.fill_buf()?.is_empty();
        let is_first = self.pieces.number == 0;
        let nonce = self.pieces.nonce(self.is_over)?;
        let payload = Payload { msg: &sealed, aad: &self.pieces.head };
        let why = match is_first {
            true => "the passphrase is not the one with which it was encrypted, or the file is damaged",
            false => "the file is damaged or was cut off",
        };
        self.open = self.pieces.cipher.decrypt(&nonce, payload).map_err(|_| io::Error::other(why))?;
        self.at = 0;
        Ok(())
    }
}

impl<R: BufRead> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.open.len() && !self.is_over {
            self.piece()?;
        }
        let given = into.len().min(self.open.len() - self.at);
        into[..given].copy_from_slice(&self.open[self.at..self.at + given]);
        self.at += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(words: &str) -> Passphrase {
        Passphrase::new(words).unwrap()
    }

    fn sealed(bytes: &[u8]) -> Vec<u8> {
        let mut sealing = Sealing::begin(Vec::new(), &passphrase("a quiet corner")).unwrap();
        sealing.write_all(bytes).unwrap();
        sealing.finish().unwrap()
    }

    fn opened(sealed: &[u8], words: &str) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let mut opening = Opening::begin(sealed, &passphrase(words)).map_err(|error| error.to_string())?;
        opening.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    }

    #[test]
    fn what_was_sealed_reads_back_whatever_its_length() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE] {
            let bytes: Vec<u8> = (0..length).map(|at| at as u8).collect();
            let sealed = sealed(&bytes);
            assert_eq!(opened(&sealed, "a quiet corner"), Ok(bytes), "{length}");
        }
    }

    #[test]
    fn nothing_is_read_with_another_passphrase() {
        let refusal = opened(&sealed(b"words"), "another corner").unwrap_err();
        assert!(refusal.contains("passphrase"), "{refusal}");
        assert!(Passphrase::new("short").is_err());
    }

    #[test]
    fn a_file_that_was_changed_or_cut_off_is_refused() {
        let whole = sealed(&vec![7; 2 * PIECE + 5]);
        let (one, two) = (HEAD + PIECE + TAG, HEAD + 2 * (PIECE + TAG));
        let cut = [&whole[..one], &whole[..two], &whole[..whole.len() - 1], &whole[..HEAD]];
        let swapped = [&whole[..HEAD], &whole[one..two], &whole[HEAD..one], &whole[two..]].concat();
        let longer = [&whole[..], b"x"].concat();
        let mut other = whole.clone();
        other[HEAD + 3] ^= 1;
        // The salt makes the key; the end of the head is where the nonces begin.
        let mut head = whole.clone();
        head[HEAD - 1] ^= 1;
        for broken in cut.into_iter().chain([&swapped[..], &longer, &other, &head]) {
            assert!(opened(broken, "a quiet corner").is_err());
        }
    }

    #[test]
    fn a_head_that_asks_for_all_memory_is_refused_before_it_is_taken() {
        let mut whole = sealed(b"words");
        whole[MARK.len()..MARK.len() + 4].copy_from_slice(&u32::MAX.to_be_bytes());
        assert!(opened(&whole, "a quiet corner").is_err());
    }
}
