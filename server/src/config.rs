//! How this Foyer is set up: defaults < `foyer.toml` < environment < flags. `docs/operating.md` explains each key.

mod file;

use std::path::{Path, PathBuf};

pub use file::{Api, File, LogFormat, Smtp, Tls};
pub use kernel::Network;

use crate::Outcome;

/// The settings with which a Foyer runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the server listens: `127.0.0.1:3000`; port 0 takes any free one.
    pub listen: String,
    /// The address under which people reach it, without a slash at the end; `None`: where it listens.
    pub base_url: Option<String>,
    /// The folder of the database, the files and `foyer.toml`.
    pub data_dir: PathBuf,
    /// `postgres://..`; `None` for the SQLite file in the data folder.
    pub database_url: Option<String>,
    /// Whether what was answered "saved" survives a loss of power.
    pub is_durable: bool,
    /// The mail server; without one mails are kept.
    pub smtp: Option<Smtp>,
    /// How the log is written.
    pub log_format: LogFormat,
    /// What the log tells: `info`, or a filter such as `info,sqlx=debug`.
    pub log_level: String,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// The networks that may be asked though they are not public.
    pub outbound_allow: Vec<Network>,
    /// Whether this is the demonstration company.
    pub is_demo: bool,
    /// How often each person may ask.
    pub api: Api,
}

/// What flags and environment may say; each goes over what the file says.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--data-dir`.
    pub data_dir: Option<PathBuf>,
    /// `--listen`.
    pub listen: Option<String>,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// `--demo`.
    pub demo: bool,
}

impl Config {
    /// Reads all sources.
    ///
    /// # Errors
    /// When a file cannot be read, names an unknown key, or a value makes no sense; the sentence names it.
    pub fn load(flags: Flags) -> Outcome<Self> {
        Self::resolve(flags, &|name| std::env::var(name).ok())
    }

    /// As [`Config::load`] with another environment.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn resolve(flags: Flags, env: &dyn Fn(&str) -> Option<String>) -> Outcome<Self> {
        let said = flags.data_dir.or_else(|| env("FOYER_DATA_DIR").map(PathBuf::from));
        let named = flags.config.or_else(|| env("FOYER_CONFIG").map(PathBuf::from));
        let path =
            named.clone().unwrap_or_else(|| said.as_deref().unwrap_or(Path::new("data")).join("foyer.toml"));
        let file = File::read(&path, named.is_some())?.with_environment(env)?;
        let data_dir = said.or(file.data_dir).unwrap_or_else(|| "data".into());
        Ok(Self {
            listen: flags.listen.or(file.listen).unwrap_or_else(|| "127.0.0.1:3000".into()),
            base_url: flags.base_url.or(file.base_url).map(base_url).transpose()?,
            data_dir,
            database_url: file.database_url,
            is_durable: file.synchronous.unwrap_or_default().is_durable(),
            smtp: file.smtp.map(Smtp::check).transpose()?,
            log_format: file.log.format.unwrap_or_default(),
            log_level: file.log.level.unwrap_or_else(|| "info".into()),
            trusted_proxies: networks("trusted_proxies", file.trusted_proxies)?,
            outbound_allow: networks("outbound_allow", file.outbound_allow)?,
            is_demo: flags.demo || file.demo.unwrap_or_default(),
            api: file.api,
        })
    }

    /// Settings for a Foyer of its own in this folder, on any free port. For commands and tests.
    pub fn in_folder(data_dir: &Path) -> Self {
        Self {
            listen: "127.0.0.1:0".into(),
            base_url: None,
            data_dir: data_dir.to_owned(),
            database_url: None,
            is_durable: true,
            smtp: None,
            log_format: LogFormat::default(),
            log_level: "info".into(),
            trusted_proxies: Vec::new(),
            outbound_allow: Vec::new(),
            is_demo: false,
            api: Api::default(),
        }
    }
}

/// Accepts `https://crm.example.com` and nothing that has a path: links are made by adding one.
fn base_url(url: String) -> Outcome<String> {
    let bare = url.trim_end_matches('/');
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or_default();
    let is_host = !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ', '\\']);
    match is_host {
        true => Ok(bare.to_owned()),
        false => Err(format!("base_url is `{url}`; it has to be like https://crm.example.com").into()),
    }
}

fn networks(key: &str, words: Option<Vec<String>>) -> Outcome<Vec<Network>> {
    let parse = |word: &String| {
        Network::parse(word)
            .ok_or_else(|| format!("{key} has `{word}`, which is no address and no network").into())
    };
    words.unwrap_or_default().iter().map(parse).collect()
}

#[cfg(test)]
#[path = "config/config_tests.rs"]
mod tests;
