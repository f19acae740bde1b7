//! The site folder: every file under a name that carries the hash of its content, and the list of those names.
use crate::place::{Options, Profile};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

/// The list's file name, in the root of the site folder: logical name -> path with hash.
const MANIFEST: &str = "manifest.json";
/// How long a development build keeps files that it no longer names: open pages may still ask for them.
const KEPT: Duration = Duration::from_secs(60 * 60);
/// What compression gains nothing on.
const COMPRESSED_ALREADY: [&str; 6] = ["png", "jpg", "webp", "avif", "woff2", "ico"];

type Names = BTreeMap<String, String>;

/// A site folder that is being written.
pub struct Output {
    folder: PathBuf,
    profile: Profile,
    /// The first segment of an asset's address.
    assets: String,
    before: Names,
    names: Names,
}

impl Output {
    /// Opens the profile's folder, and what the last build wrote there.
    pub fn open(options: &Options, profile: Profile) -> Result<Self> {
        let folder = options.site(profile);
        fs::create_dir_all(&folder)?;
        let before =
            fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let before = before.unwrap_or_default();
        Ok(Self { folder, profile, assets: options.assets.clone(), before, names: Names::new() })
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Built quickly, or to be shipped.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Writes a file, for a release with its compressed forms beside it, and gives its path with the hash.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let hashed = hashed_name(name, bytes);
        self.write(&hashed, bytes)?;
        self.names.insert(name.to_owned(), hashed.clone());
        Ok(hashed)
    }

    /// Writes files that name each other: together into one folder whose name has the hash of all of them. Those in `known`
    /// are listed under their own names, the others below the folder's.
    pub fn add_folder(&mut self, folder: &str, known: &[&str], files: Vec<(String, Vec<u8>)>) -> Result<()> {
        let mut all = Vec::new();
        for (name, bytes) in &files {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(bytes);
        }
        let hashed_folder = hashed_name(folder, &all);
        for (name, bytes) in files {
            let hashed = format!("{hashed_folder}/{name}");
            self.write(&hashed, &bytes)?;
            let name = if known.contains(&name.as_str()) { name } else { format!("{folder}/{name}") };
            self.names.insert(name, hashed);
        }
        Ok(())
    }

    fn write(&self, hashed: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(hashed);
        // A release is compiled into the server: a file that is there already must not look new. In development its time
        // says that it is in use.
        if self.profile == Profile::Release && path.is_file() {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        if self.profile == Profile::Release && is_compressible(hashed) {
            keep_smaller(&path, "br", bytes, &brotli(bytes)?)?;
            keep_smaller(&path, "gz", bytes, &gzip(bytes)?)?;
        }
        // Last: where it is, its compressed forms are complete.
        fs::write(&path, bytes).with_context(|| path.display().to_string())
    }

    /// Takes over all that the last build wrote.
    pub fn keep_all(&mut self) {
        self.names = self.before.clone();
    }

    /// Takes over the files of the last build that `chosen` accepts by logical name; false when one of `required` is not
    /// among them or has gone.
    pub fn keep(&mut self, required: &[&str], chosen: impl Fn(&str) -> bool) -> bool {
        let kept: Names = self
            .before
            .iter()
            .filter(|(name, _)| chosen(name))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect();
        let complete = required.iter().all(|name| kept.contains_key(*name))
            && kept.values().all(|hashed| self.folder.join(hashed).is_file());
        if complete {
            self.names.extend(kept);
        }
        complete
    }

    /// Replaces `/assets/NAME` in a text by the address with the hash, for each file written so far.
    pub fn with_addresses(&self, text: &str) -> String {
        // Longer names first: one may be the beginning of another.
        let mut names: Vec<_> = self.names.iter().collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names.into_iter().fold(text.to_owned(), |text, (name, hashed)| {
            text.replace(&format!("/{}/{name}", self.assets), &format!("/{}/{hashed}", self.assets))
        })
    }

    /// Writes the list and removes what is no longer named.
    pub fn finish(self) -> Result<()> {
        if self.names != self.before {
            let fresh = self.folder.join("manifest.new");
            fs::write(&fresh, serde_json::to_vec_pretty(&self.names)?)?;
            fs::rename(fresh, self.folder.join(MANIFEST))?;
        }
        let named: BTreeSet<PathBuf> = self.names.values().map(|hashed| self.folder.join(hashed)).collect();
        for path in super::files_below(&self.folder)? {
            if !is_named(&path, &named) && !self.is_ours(&path) && self.is_old(&path) {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// Files that are neither assets nor left over from one.
    fn is_ours(&self, path: &Path) -> bool {
        [MANIFEST, super::wasm::STAMP, "build-id"].iter().any(|name| path == self.folder.join(name))
    }

    /// Whether nobody asks for it any more. A release is put into the program as it stands:
    /// it keeps nothing of the build before.
    fn is_old(&self, path: &Path) -> bool {
        let age =
            path.metadata().and_then(|about| about.modified()).ok().and_then(|time| time.elapsed().ok());
        self.profile == Profile::Release || age.is_some_and(|age| age > KEPT)
    }
}

fn is_named(path: &Path, named: &BTreeSet<PathBuf>) -> bool {
    let is_compressed = path.extension().is_some_and(|extension| extension == "br" || extension == "gz");
    named.contains(path) || is_compressed && named.contains(&path.with_extension(""))
}

/// `texts/en.ftl` -> `texts/en.0123456789abcdef.ftl`
fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

fn is_compressible(name: &str) -> bool {
    !name.rsplit_once('.').is_some_and(|(_, extension)| COMPRESSED_ALREADY.contains(&extension))
}

fn keep_smaller(path: &Path, extension: &str, plain: &[u8], compressed: &[u8]) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    if compressed.len() < plain.len() {
        fs::write(name, compressed)?;
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(folder: &Path, profile: Profile) -> Output {
        let names = Names::new();
        Output {
            folder: folder.to_owned(),
            profile,
            assets: "assets".to_owned(),
            before: Names::new(),
            names,
        }
    }

    #[test]
    fn the_same_content_has_the_same_name_and_other_content_another() {
        assert_eq!(hashed_name("texts/en.ftl", b"a"), hashed_name("texts/en.ftl", b"a"));
        assert_ne!(hashed_name("texts/en.ftl", b"a"), hashed_name("texts/en.ftl", b"b"));
        let name = hashed_name("texts/en.ftl", b"a");
        assert!(
            name.starts_with("texts/en.")
                && name.ends_with(".ftl")
                && name.len() == "texts/en.ftl".len() + 17,
            "{name}"
        );
    }

    #[test]
    fn a_release_is_compressed_and_keeps_nothing_old() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("app.old.css"), "old").unwrap();
        let mut output = output(folder.path(), Profile::Release);
        let name = output.add("app.css", "a{}".repeat(100).as_bytes()).unwrap();
        let tiny = output.add("tiny.css", b"a").unwrap();
        output.finish().unwrap();
        let there = |name: &str| folder.path().join(name).is_file();
        assert!(there(&name) && there(&format!("{name}.br")) && there(&format!("{name}.gz")));
        assert!(there(&tiny) && !there(&format!("{tiny}.gz")), "what grows is not compressed");
        assert!(!there("app.old.css"));
        let manifest: Names =
            serde_json::from_slice(&fs::read(folder.path().join(MANIFEST)).unwrap()).unwrap();
        assert_eq!(manifest["app.css"], name);
    }

    #[test]
    fn a_development_build_keeps_what_open_pages_may_ask_for() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("app.old.css"), "old").unwrap();
        output(folder.path(), Profile::Development).finish().unwrap();
        assert!(folder.path().join("app.old.css").is_file());
    }

    #[test]
    fn files_that_name_each_other_share_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let mut output = output(folder.path(), Profile::Development);
        let files = vec![("app.js".to_owned(), b"1".to_vec()), ("snippets/a.js".to_owned(), b"2".to_vec())];
        output.add_folder("program", &["app.js"], files).unwrap();
        let (script, snippet) = (&output.names["app.js"], &output.names["program/snippets/a.js"]);
        assert!(script.starts_with("program.") && script.ends_with("/app.js"), "{script}");
        assert_eq!(snippet.strip_suffix("/snippets/a.js"), script.strip_suffix("/app.js"));
        assert!(folder.path().join(snippet).is_file());
    }

    #[test]
    fn addresses_in_texts_get_the_hash() {
        let folder = tempfile::tempdir().unwrap();
        let mut output = output(folder.path(), Profile::Development);
        let name = output.add("icon.png", b"1").unwrap();
        assert_eq!(output.with_addresses("url(/assets/icon.png)"), format!("url(/assets/{name})"));
    }
}
