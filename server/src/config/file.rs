use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::Outcome;

/// What `foyer.toml` may say. A key that nobody knows is refused: a typing mistake must not go unnoticed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// See [`super::Config::listen`].
    pub listen: Option<String>,
    /// See [`super::Config::base_url`].
    pub base_url: Option<String>,
    /// See [`super::Config::data_dir`].
    pub data_dir: Option<PathBuf>,
    /// See [`super::Config::database_url`].
    pub database_url: Option<String>,
    /// `full` or `normal`; SQLite only.
    pub synchronous: Option<Synchronous>,
    /// The mail server.
    pub smtp: Option<Smtp>,
    /// How the log is written.
    #[serde(default)]
    pub log: Log,
    /// Addresses and networks.
    pub trusted_proxies: Option<Vec<String>>,
    /// Addresses and networks.
    pub outbound_allow: Option<Vec<String>>,
    /// Whether this is the demonstration company.
    pub demo: Option<bool>,
    /// How often each person may ask, with all browsers and tokens together.
    #[serde(default)]
    pub api: Api,
}

/// How often each person may ask, with all browsers and tokens together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Api {
    /// Requests a second, as long as it goes on.
    pub rate: NonZeroU32,
    /// Requests at once.
    pub burst: NonZeroU32,
}

impl Default for Api {
    fn default() -> Self {
        let calls = |calls| NonZeroU32::new(calls).unwrap_or(NonZeroU32::MIN);
        Self { rate: calls(50), burst: calls(400) }
    }
}

/// When SQLite answers "saved".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Synchronous {
    /// When it is on the disk.
    #[default]
    Full,
    /// When the operating system has it: faster; a loss of power may take the last moments.
    Normal,
}

/// How the log is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// `text` or `json`.
    pub format: Option<LogFormat>,
    /// A level or a filter.
    pub level: Option<String>,
}

/// The shape of a line of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON object a line.
    Json,
}

/// The mail server.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port; 465 for TLS, 587 for STARTTLS, 25 for neither.
    pub port: Option<u16>,
    /// The name to sign in with, if the server wants one.
    pub user: Option<String>,
    /// The password of that name.
    pub password: Option<String>,
    /// The sender: `Foyer <foyer@example.com>`.
    pub from: String,
    /// How the connection is protected.
    #[serde(default)]
    pub tls: Tls,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tls {
    /// Begins in the clear and must be raised to TLS before anything is said.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// Not at all: only for a mail server on the same machine.
    None,
}

impl Synchronous {
    /// Whether what was answered "saved" survives a loss of power.
    pub fn is_durable(self) -> bool {
        self == Self::Full
    }
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The password stays out of every log.
        out.debug_struct("Smtp").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

impl Smtp {
    /// The port to connect to.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            Tls::Starttls => 587,
            Tls::Tls => 465,
            Tls::None => 25,
        })
    }

    pub(super) fn check(self) -> Outcome<Self> {
        match self.from.parse::<lettre::message::Mailbox>() {
            Ok(_) => Ok(self),
            Err(_) => {
                Err(format!("smtp.from is `{}`; it has to be like Foyer <foyer@example.com>", self.from)
                    .into())
            }
        }
    }
}

impl File {
    /// Reads a file; one that is not there says nothing, unless somebody named it.
    ///
    /// # Errors
    /// When it cannot be read or says what nobody understands.
    pub fn read(path: &Path, must_exist: bool) -> Outcome<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|error| format!("{}: {error}", path.display()).into()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_exist => Ok(Self::default()),
            Err(error) => Err(format!("{}: {error}", path.display()).into()),
        }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When it names an unknown key or a value is of the wrong kind; the sentence names both.
    pub fn parse(text: &str) -> Outcome<Self> {
        toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned().into())
    }

    /// Puts what the environment says over what the file says.
    pub(super) fn with_environment(mut self, env: &dyn Fn(&str) -> Option<String>) -> Outcome<Self> {
        let say = |name: &str, place: &mut Option<String>| *place = env(name).or(place.take());
        say("FOYER_LISTEN", &mut self.listen);
        say("FOYER_BASE_URL", &mut self.base_url);
        say("DATABASE_URL", &mut self.database_url);
        say("FOYER_LOG_LEVEL", &mut self.log.level);
        self.synchronous = word(env, "FOYER_SYNCHRONOUS")?.or(self.synchronous);
        self.log.format = word(env, "FOYER_LOG_FORMAT")?.or(self.log.format);
        self.demo = word(env, "FOYER_DEMO")?.or(self.demo);
        self.trusted_proxies = list(env, "FOYER_TRUSTED_PROXIES").or(self.trusted_proxies);
        self.outbound_allow = list(env, "FOYER_OUTBOUND_ALLOW").or(self.outbound_allow);
        calls(env, "FOYER_API_RATE", &mut self.api.rate)?;
        calls(env, "FOYER_API_BURST", &mut self.api.burst)?;
        self.smtp = smtp(self.smtp, env)?;
        Ok(self)
    }
}

fn list(env: &dyn Fn(&str) -> Option<String>, name: &str) -> Option<Vec<String>> {
    let words = env(name)?;
    Some(words.split([',', ' ']).filter(|word| !word.is_empty()).map(str::to_owned).collect())
}

fn calls(env: &dyn Fn(&str) -> Option<String>, name: &str, place: &mut NonZeroU32) -> Outcome<()> {
    if let Some(said) = env(name).filter(|said| !said.is_empty()) {
        *place = said.parse().map_err(|_| format!("{name} is `{said}`, which is no number of calls"))?;
    }
    Ok(())
}

fn smtp(file: Option<Smtp>, env: &dyn Fn(&str) -> Option<String>) -> Outcome<Option<Smtp>> {
    let host = env("FOYER_SMTP_HOST").or_else(|| file.as_ref().map(|smtp| smtp.host.clone()));
    let Some(host) = host.filter(|host| !host.is_empty()) else { return Ok(None) };
    let from = env("FOYER_SMTP_FROM").or_else(|| file.as_ref().map(|smtp| smtp.from.clone()));
    let port = env("FOYER_SMTP_PORT")
        .map(|port| port.parse().map_err(|_| format!("FOYER_SMTP_PORT is `{port}`, which is no port")));
    Ok(Some(Smtp {
        host,
        from: from.ok_or("FOYER_SMTP_HOST is set and FOYER_SMTP_FROM is not")?,
        port: port.transpose()?.or_else(|| file.as_ref().and_then(|smtp| smtp.port)),
        user: env("FOYER_SMTP_USER").or_else(|| file.as_ref().and_then(|smtp| smtp.user.clone())),
        password: env("FOYER_SMTP_PASSWORD").or_else(|| file.as_ref().and_then(|smtp| smtp.password.clone())),
        tls: word(env, "FOYER_SMTP_TLS")?.or_else(|| file.as_ref().map(|smtp| smtp.tls)).unwrap_or_default(),
    }))
}

/// A word of the environment that stands for one of several values, spelled as in the file.
fn word<T: for<'de> Deserialize<'de>>(
    env: &dyn Fn(&str) -> Option<String>,
    name: &str,
) -> Outcome<Option<T>> {
    let Some(said) = env(name).filter(|said| !said.is_empty()) else { return Ok(None) };
    let value = match said.parse::<bool>() {
        Ok(flag) => serde_json::Value::from(flag),
        Err(_) => serde_json::Value::from(said.as_str()),
    };
    serde_json::from_value(value).map(Some).map_err(|error| format!("{name} is `{said}`: {error}").into())
}
