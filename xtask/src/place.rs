//! Where things lie: the workspace, the target folder, the site, and the options of `Leptos.toml`.
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Built quickly, or built to be shipped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Unoptimised; the server reads its assets from the site folder.
    Development,
    /// Optimised; the server carries its assets inside.
    Release,
}

/// The root of the workspace.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder that Cargo gives the server of this profile.
pub fn binaries(profile: Profile) -> PathBuf {
    target().join(match profile {
        Profile::Development => "debug",
        Profile::Release => "release",
    })
}

/// What xtask needs of `Leptos.toml`.
pub struct Options {
    /// The stem of the application's script and wasm.
    pub output_name: String,
    /// The folder of the built assets in development.
    pub site_root: PathBuf,
    /// The first segment of an asset's address, without slashes.
    pub assets: String,
    /// Where the server listens.
    pub address: String,
}

impl Options {
    /// Reads `Leptos.toml`; fails when it or one of the four options is missing.
    pub fn read() -> Result<Self> {
        let text = std::fs::read_to_string(root().join("Leptos.toml")).context("Leptos.toml")?;
        Self::from_toml(&text)
    }

    fn from_toml(text: &str) -> Result<Self> {
        let file: toml::Table = text.parse().context("Leptos.toml")?;
        let table = file
            .get("workspace")
            .and_then(|workspace| workspace.get("metadata")?.get("leptos")?.get(0))
            .context("Leptos.toml has no [[workspace.metadata.leptos]]")?;
        let option = |name: &str| {
            let value = table.get(name).and_then(toml::Value::as_str);
            value.map(str::to_owned).with_context(|| format!("Leptos.toml does not say `{name}`"))
        };
        Ok(Self {
            output_name: option("output-name")?,
            site_root: root().join(option("site-root")?),
            assets: option("site-pkg-dir")?,
            address: option("site-addr")?,
        })
    }

    /// The folder of the built assets: a release has one of its own, so that it holds nothing old.
    pub fn site(&self, profile: Profile) -> PathBuf {
        match profile {
            Profile::Development => self.site_root.clone(),
            Profile::Release => {
                let mut name = self.site_root.file_name().unwrap_or_default().to_os_string();
                name.push("-release");
                self.site_root.with_file_name(name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_in_the_repository_says_all_that_is_needed() {
        let options = Options::read().unwrap();
        assert_eq!(options.assets, "assets");
        assert!(options.address.starts_with("127.0.0.1:"));
        assert!(options.site(Profile::Release).ends_with("target/site-release"));
    }

    #[test]
    fn a_missing_option_is_named() {
        let error = Options::from_toml("[[workspace.metadata.leptos]]\noutput-name = \"app\"").err().unwrap();
        assert!(error.to_string().contains("site-root"), "{error}");
    }
}
