//! One question and one answer over a connection that was made to a checked address.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{HeaderMap, Request, Response, header};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::Sleep;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use url::{Host, Position, Url};

use super::{Answer, Ask, Failure};

/// The headers of an answer take at most so many bytes.
const HEADERS: usize = 64 * 1024;

static TLS: LazyLock<Option<TlsConnector>> = LazyLock::new(|| {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().ok()?;
    Some(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
});

/// An answer that has begun: its head is here, its content follows.
pub(super) struct Opened {
    response: Response<Incoming>,
    _sender: SendRequest<Full<Bytes>>,
    // The connection is driven beside us, and ends with us.
    _driver: JoinSet<hyper::Result<()>>,
}

/// Asks over this connection. The certificate has to be that of the name in the address, whichever number it led to.
pub(super) async fn open(stream: TcpStream, url: &Url, ask: Ask) -> Result<Opened, Failure> {
    if url.scheme() == "http" {
        return over(stream, url, ask).await;
    }
    let name = match url.host().ok_or(Failure::Unfit)? {
        Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(|_| Failure::Unfit)?,
        Host::Ipv4(address) => ServerName::IpAddress(IpAddr::from(address).into()),
        Host::Ipv6(address) => ServerName::IpAddress(IpAddr::from(address).into()),
    };
    let connector = TLS.as_ref().ok_or(Failure::Tls)?;
    let stream = connector.connect(name, stream).await.map_err(|_| Failure::Tls)?;
    over(stream, url, ask).await
}

async fn over(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    url: &Url,
    ask: Ask,
) -> Result<Opened, Failure> {
    let mut builder = http1::Builder::new();
    builder.max_buf_size(HEADERS);
    let (mut sender, connection) =
        builder.handshake(TokioIo::new(stream)).await.map_err(|_| Failure::Broken)?;
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    let response = sender.send_request(request(url, ask)?).await.map_err(|_| Failure::Broken)?;
    Ok(Opened { response, _sender: sender, _driver: driver })
}

pub(super) fn request(url: &Url, ask: Ask) -> Result<Request<Full<Bytes>>, Failure> {
    let path = &url[Position::BeforePath..Position::AfterQuery];
    let host = &url[Position::BeforeHost..Position::AfterPort];
    let mut request = Request::builder()
        .method(if ask.body.is_some() { "POST" } else { "GET" })
        .uri(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, concat!("Foyer/", env!("CARGO_PKG_VERSION")))
        .header(header::ACCEPT, "*/*");
    for (name, value) in &ask.headers {
        request = request.header(*name, value);
    }
    request.body(Full::new(Bytes::from(ask.body.unwrap_or_default()))).map_err(|_| Failure::Unfit)
}

impl Opened {
    /// The answer with so many bytes of its content as have come before it is over. The status has been said: what is
    /// missing of the content does not take it back.
    pub(super) async fn read(mut self, most: usize, mut over: Pin<&mut Sleep>) -> Answer {
        let text = |headers: &HeaderMap, name| headers.get(name)?.to_str().ok().map(str::to_owned);
        let headers = self.response.headers();
        let mut answer = Answer {
            status: self.response.status().as_u16(),
            content_type: text(headers, header::CONTENT_TYPE),
            retry_after: text(headers, header::RETRY_AFTER).and_then(|seconds| seconds.parse().ok()),
            body: Vec::new(),
            is_whole: false,
        };
        loop {
            let frame = tokio::select! {
                frame = self.response.body_mut().frame() => frame,
                () = &mut over => return answer,
            };
            let piece = match frame {
                Some(Ok(frame)) => frame.into_data().unwrap_or_default(),
                Some(Err(_)) => return answer,
                None => break,
            };
            let room = most - answer.body.len();
            answer.body.extend_from_slice(&piece[..piece.len().min(room)]);
            if piece.len() > room {
                return answer;
            }
        }
        answer.is_whole = true;
        answer
    }
}
