//! Where uploaded files lie: a folder, under names that nobody can guess and that no upload chooses.

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use tokio::fs;
use tokio::io::AsyncWriteExt;

use crate::{Error, Instant, Result, entropy};

/// The folder of uploaded files.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

/// A file that is stored and safe on the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The name in the folder.
    pub key: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content, hex.
    pub sha256: String,
}

/// A file that is being written. Dropped before [`Upload::finish`], it leaves nothing behind.
pub struct Upload {
    key: String,
    temporary: PathBuf,
    target: PathBuf,
    file: Option<fs::File>,
    hash: Sha256,
    size: u64,
    limit: u64,
}

impl Files {
    /// The files in this folder; it is made when the first file comes.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder itself, for backups.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Begins a file of at most `limit` bytes.
    ///
    /// # Errors
    /// `Unavailable` if the folder cannot be written.
    pub async fn begin(&self, limit: u64) -> Result<Upload> {
        let key = format!("{}{}", entropy::word(), entropy::word());
        let target = self.path(&key).ok_or(Error::NotFound)?;
        let temporary = target.with_extension("part");
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).await.map_err(no_storage)?;
        }
        let file = Some(fs::File::create(&temporary).await.map_err(no_storage)?);
        Ok(Upload { key, temporary, target, file, hash: Sha256::new(), size: 0, limit })
    }

    /// Where a stored file lies, or `None` for a key that is none of ours.
    pub fn path(&self, key: &str) -> Option<PathBuf> {
        let is_ours = key.len() == 32 && key.bytes().all(|b| b.is_ascii_hexdigit());
        is_ours.then(|| self.folder.join(&key[..2]).join(key))
    }

    /// The whole content of a stored file.
    ///
    /// # Errors
    /// `NotFound` if it is not there.
    pub async fn read(&self, key: &str) -> Result<Vec<u8>> {
        let path = self.path(key).ok_or(Error::NotFound)?;
        fs::read(path).await.map_err(|_| Error::NotFound)
    }

    /// The names of what lies in one of the 256 parts of the folder and was last written before this moment: keys, and
    /// keys with `.part` behind them, of files that never arrived.
    pub async fn settled(&self, part: u8, before: Instant) -> Vec<String> {
        let Ok(mut entries) = fs::read_dir(self.folder.join(format!("{part:02x}"))).await else {
            return Vec::new();
        };
        let mut names = Vec::new();
        while let Ok(Some(entry)) = entries.next_entry().await {
            let written = entry.metadata().await.and_then(|file| file.modified()).ok();
            let age = written.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            let is_settled =
                age.is_some_and(|age| i64::try_from(age.as_micros()).is_ok_and(|at| at < before.0));
            names.extend(entry.file_name().into_string().ok().filter(|_| is_settled));
        }
        names
    }

    /// Removes what was left of a file that never arrived.
    pub async fn remove_part(&self, key: &str) {
        if let Some(path) = self.path(key) {
            let _ = fs::remove_file(path.with_extension("part")).await;
        }
    }

    /// Removes a stored file; one that is not there is as good as removed.
    pub async fn remove(&self, key: &str) {
        if let Some(path) = self.path(key) {
            let _ = fs::remove_file(path).await;
        }
    }
}

impl Upload {
    /// Adds a piece.
    ///
    /// # Errors
    /// `TooLarge` beyond the limit, `Unavailable` if the disk is full.
    pub async fn write(&mut self, piece: &[u8]) -> Result<()> {
        self.size += piece.len() as u64;
        if self.size > self.limit {
            return Err(Error::TooLarge(self.limit));
        }
        self.hash.update(piece);
        let file = self.file.as_mut().ok_or(Error::Unavailable)?;
        file.write_all(piece).await.map_err(no_storage)
    }

    /// Brings the file to the disk and gives it its name.
    ///
    /// # Errors
    /// `Unavailable` if the disk is full.
    pub async fn finish(mut self) -> Result<Stored> {
        let mut file = self.file.take().ok_or(Error::Unavailable)?;
        file.flush().await.map_err(no_storage)?;
        file.sync_all().await.map_err(no_storage)?;
        drop(file);
        fs::rename(&self.temporary, &self.target).await.map_err(no_storage)?;
        self.keep_name().await.map_err(no_storage)?;
        let hash = std::mem::take(&mut self.hash).finalize();
        Ok(Stored {
            key: std::mem::take(&mut self.key),
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
    }
}

impl Upload {
    /// The name, too, has to survive a loss of power: it stands in the folder, which is brought to the disk by itself.
    #[cfg(unix)]
    async fn keep_name(&self) -> std::io::Result<()> {
        let Some(folder) = self.target.parent() else { return Ok(()) };
        fs::File::open(folder).await?.sync_all().await
    }

    #[cfg(not(unix))]
    async fn keep_name(&self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.temporary);
    }
}

fn no_storage(cause: std::io::Error) -> Error {
    tracing::error!(%cause, "a file could not be stored");
    Error::Unavailable
}

/// The last part of a file's name, without what could not stand in one, at most 200 characters and with its ending.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !hides(*c)).collect();
    let plain = plain.trim();
    if plain.chars().count() <= 200 {
        return plain.to_owned();
    }
    let start = |length: usize| plain.chars().take(length).collect::<String>();
    match plain.rsplit_once('.') {
        Some((_, ending)) if ending.chars().count() < 10 => format!("{}.{ending}", start(190)),
        _ => start(200),
    }
}

/// Whether a character in a name does something other than to be read: it begins another line or turns the order of the
/// letters, so that `bill\u{202e}fdp.exe` would look like a PDF.
pub fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_only_a_name() {
        for (given, plain) in [
            ("C:\\Users\\ada\\offer.pdf", "offer.pdf"),
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("bill\u{202e}fdp.exe", "billfdp.exe"),
            ("a\r\nSet-Cookie: b=c.pdf", "aSet-Cookie: b=c.pdf"),
            ("offer.pdf\0.exe", "offer.pdf.exe"),
            ("\u{2066}\u{feff}\u{2028}", ""),
            (" دعوة Zoë 👋.pdf ", "دعوة Zoë 👋.pdf"),
        ] {
            assert_eq!(plain_name(given), plain, "{given:?}");
        }
        let long = plain_name(&format!("{}.pdf", "x".repeat(500)));
        assert!(long.ends_with("x.pdf") && long.chars().count() <= 200, "{long}");
        assert_eq!(plain_name(&format!("a.{}", "x".repeat(500))).chars().count(), 200);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let files = Files::new("files".into());
        let key = "0123456789abcdef0123456789abcdef";
        assert_eq!(files.path(key), Some(PathBuf::from("files/01").join(key)));
        let out =
            ["", "..", "../../etc/passwd", "/etc/passwd", "ab/../../../../../../../../etc/shadow", &key[1..]];
        for name in
            out.into_iter().chain(["0123456789abcdef0123456789abcde/", "0123456789abcdef0123456789abcde\0"])
        {
            assert_eq!(files.path(name), None, "{name:?}");
        }
    }
}
