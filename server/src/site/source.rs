//! Where the files of the site are: in the program, or in a folder while Foyer is being developed.
use super::BUILD_ID;
use std::{
    borrow::Cow,
    fmt, fs,
    path::{Component, Path, PathBuf},
};

/// The files that the build put into the program: sorted names with their contents.
type Embedded = &'static [(&'static str, &'static [u8])];

const EMBEDDED: Embedded = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// A set of files.
#[derive(Debug)]
pub enum Source {
    /// Inside the program.
    Embedded(Embedded),
    /// In a folder, read at each request: a build may replace them while the server runs.
    Folder(PathBuf),
}

impl Source {
    /// The program's own files if it has any, otherwise the folder of the development build.
    pub fn find() -> Self {
        if !EMBEDDED.is_empty() {
            return Self::Embedded(EMBEDDED);
        }
        let named = std::env::var_os("FOYER_SITE").map(PathBuf::from);
        Self::Folder(named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site")))
    }

    /// The content of a file; nothing for a name that is no file of the site.
    pub fn read(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::Embedded(files) => {
                let index = files.binary_search_by_key(&name, |(name, _)| name).ok()?;
                files.get(index).map(|(_, bytes)| Cow::Borrowed(*bytes))
            }
            Self::Folder(folder) => {
                let relative = Path::new(name);
                // Only plain names: neither `..` nor an absolute path leads out of the folder.
                let is_inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
                is_inside.then(|| fs::read(folder.join(relative)).ok()).flatten().map(Cow::Owned)
            }
        }
    }

    /// The number of the current build, if these files change while the server runs.
    pub fn read_fresh(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::Folder(_) if name == BUILD_ID => self.read(name),
            Self::Folder(_) | Self::Embedded(_) => None,
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Embedded(_) => out.write_str("the site in this program"),
            Self::Folder(folder) => write!(out, "the site in {}", folder.display()),
        }
    }
}
