//! The one way out of the house to an address that somebody typed: webhooks, pictures, files of other programs.
//!
//! Whoever may type an address must not make the server ask its own neighbours with it. So a name is resolved here, every
//! address that it has is checked, and the connection goes to an address that was checked and to no other; nobody is
//! followed to where an answer points; no proxy of the environment is used.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::time::Duration;

use tokio::net::TcpStream;
use url::{Host, Url};

use crate::Network;

mod exchange;
mod public;

pub use public::is_public;

/// How long one request may take in all: name, connection, and answer.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// How long one address of several may take to answer at all.
const KNOCK: Duration = Duration::from_secs(4);
/// Of a name's addresses so many are tried.
const ADDRESSES: usize = 4;
/// The longest address that is taken.
pub const LONGEST: usize = 2_000;

/// Asks other servers, public ones and those that the operator allowed.
#[derive(Clone, Debug, Default)]
pub struct Outbound {
    allowed: Vec<Network>,
}

/// What is asked of another server.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The address, `https://` or `http://`.
    pub url: String,
    /// What is sent; without it the address is only read.
    pub body: Option<Vec<u8>>,
    /// Headers beside those that every request has.
    pub headers: Vec<(&'static str, String)>,
    /// Of the answer at most so many bytes are read.
    pub most: usize,
}

/// What another server answered, whatever it means by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status. One that points elsewhere (3xx) is an answer like any other.
    pub status: u16,
    /// The media type, as it was said.
    pub content_type: Option<String>,
    /// After how many seconds to come back, if it said so.
    pub retry_after: Option<u64>,
    /// The content, or its beginning.
    pub body: Vec<u8>,
    /// Whether that is all of it: it was neither too long nor too slow.
    pub is_whole: bool,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is no address of the web: another scheme, no host, a password in it, too long.
    Unfit,
    /// It leads to where nobody may be sent: the house itself, its network, and what is no public address.
    Denied,
    /// There is no host of this name.
    Unknown,
    /// Nobody answers there.
    Unreachable,
    /// The connection cannot be trusted: the certificate is wrong or over.
    Tls,
    /// It took too long.
    TooSlow,
    /// What was answered is not HTTP, or the connection broke.
    Broken,
}

impl Failure {
    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unfit => "unfit",
            Self::Denied => "denied",
            Self::Unknown => "unknown",
            Self::Unreachable => "unreachable",
            Self::Tls => "tls",
            Self::TooSlow => "too_slow",
            Self::Broken => "broken",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Outbound {
    /// One that may also ask these networks, whatever they are.
    pub fn allowing(allowed: impl IntoIterator<Item = Network>) -> Self {
        Self { allowed: allowed.into_iter().collect() }
    }

    /// Whether a connection to this address may be made.
    pub fn allows(&self, address: IpAddr) -> bool {
        is_public(address) || self.allowed.iter().any(|network| network.contains(address))
    }

    /// Reads an address and refuses what can be refused without asking for its name. Numbers are understood as browsers
    /// and resolvers do (`http://2130706433`, `http://0x7f.1`).
    ///
    /// # Errors
    /// `Unfit` or `Denied`.
    pub fn check(&self, url: &str) -> Result<Url, Failure> {
        let url = Some(url).filter(|url| url.len() <= LONGEST).and_then(|url| Url::parse(url).ok());
        let url = url.filter(is_of_the_web).ok_or(Failure::Unfit)?;
        let number: Option<IpAddr> = match url.host().ok_or(Failure::Unfit)? {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(address.into()),
            Host::Ipv6(address) => Some(address.into()),
        };
        match number.is_none_or(|address| self.allows(address)) {
            true => Ok(url),
            false => Err(Failure::Denied),
        }
    }

    /// Asks, and answers within [`PATIENCE`]: what has not come of the content by then is left.
    ///
    /// # Errors
    /// Why there is no answer. Nothing was sent to an address that is denied.
    pub async fn ask(&self, ask: Ask) -> Result<Answer, Failure> {
        self.ask_within(ask, PATIENCE).await
    }

    async fn ask_within(&self, ask: Ask, patience: Duration) -> Result<Answer, Failure> {
        let mut over = pin!(tokio::time::sleep(patience));
        let most = ask.most;
        let opening = async {
            let url = self.check(&ask.url)?;
            let stream = self.connect(&url).await?;
            exchange::open(stream, &url, ask).await
        };
        let opened = tokio::select! {
            opened = opening => opened?,
            () = &mut over => return Err(Failure::TooSlow),
        };
        Ok(opened.read(most, over).await)
    }

    async fn connect(&self, url: &Url) -> Result<TcpStream, Failure> {
        for address in self.addresses(url).await?.into_iter().take(ADDRESSES) {
            if let Ok(Ok(stream)) = tokio::time::timeout(KNOCK, TcpStream::connect(address)).await {
                return Ok(stream);
            }
        }
        Err(Failure::Unreachable)
    }

    /// The addresses of its host, each of which was checked.
    async fn addresses(&self, url: &Url) -> Result<Vec<SocketAddr>, Failure> {
        let port = url.port_or_known_default().ok_or(Failure::Unfit)?;
        let found: Vec<SocketAddr> = match url.host().ok_or(Failure::Unfit)? {
            Host::Ipv4(address) => vec![(address, port).into()],
            Host::Ipv6(address) => vec![(address, port).into()],
            Host::Domain(name) => {
                tokio::net::lookup_host((name, port)).await.map_err(|_| Failure::Unknown)?.collect()
            }
        };
        self.checked(found)
    }

    /// A name that has a denied address among others is denied as a whole: which of them a second look-up would give is up
    /// to whoever owns the name.
    fn checked(&self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Failure> {
        match found.is_empty() {
            true => Err(Failure::Unknown),
            false if found.iter().all(|address| self.allows(address.ip())) => Ok(found),
            false => Err(Failure::Denied),
        }
    }
}

/// A name and a password in an address end up in logs, and nobody needs them: what is sent is signed.
fn is_of_the_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none()
}

#[cfg(test)]
#[path = "outbound/outbound_tests.rs"]
mod tests;
