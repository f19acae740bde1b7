use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

/// Hosts that lead to where nobody may be sent, as one may write them.
const DENIED: [&str; 62] = [
    // Loopback in every notation.
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "017700000001",
    "0x7f000001",
    "0x7f.1",
    "0x7F.0x0.0x0.0x1",
    "0177.0.0.1",
    "0177.0.0.01",
    "127.0.0.1.",
    "127%2e0%2e0%2e1",
    "１２７.０.０.１",
    "127。0。0。1",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[::7f00:1]",
    // Unspecified, broadcast, reserved.
    "0.0.0.0",
    "0",
    "0x0",
    "0.1.2.3",
    "[::]",
    "[::ffff:0.0.0.0]",
    "255.255.255.255",
    "4294967295",
    "240.0.0.1",
    // Private networks.
    "10.0.0.1",
    "10.1",
    "167772161",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.257",
    "[::ffff:10.0.0.1]",
    "[::ffff:c0a8:1]",
    "[fc00::1]",
    "[fd12:3456:789a::1]",
    "[fec0::1]",
    // Link-local and the keys of clouds.
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "[::ffff:169.254.169.254]",
    "[fe80::1]",
    "168.63.129.16",
    // The carrier's, documentation, measurements, multicast.
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "[ff02::1]",
    "[2001:db8::1]",
    // What carries an IPv4 address: NAT64, 6to4, Teredo.
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::a00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::1]",
];

#[test]
fn nobody_is_sent_into_the_house_in_whatever_notation() {
    let outbound = Outbound::default();
    for host in DENIED {
        for scheme in ["http", "https"] {
            for rest in ["/path", ":8080", "?a=b", ":443/#c"] {
                let url = format!("{scheme}://{host}{rest}");
                assert_eq!(outbound.check(&url).err(), Some(Failure::Denied), "{url}");
            }
        }
    }
}

#[test]
fn public_addresses_may_be_asked() {
    let outbound = Outbound::default();
    for host in [
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.167.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "[2606:4700:4700::1111]",
        "[2a00:1450:4001:80b::200e]",
        "hooks.example.com",
    ] {
        assert!(outbound.check(&format!("https://{host}/a?b=c")).is_ok(), "{host}");
    }
}

#[test]
fn only_addresses_of_the_web_without_a_password_are_taken() {
    let outbound = Outbound::default();
    let long = format!("https://example.com/{}", "a".repeat(LONGEST));
    for url in [
        "",
        "example.com",
        "/path",
        "//example.com/path",
        "ftp://example.com",
        "file:///etc/passwd",
        "gopher://example.com:25/_EHLO",
        "javascript:alert(1)",
        "data:text/plain,x",
        "unix:/run/docker.sock",
        "http://",
        "https://user@example.com",
        "https://user:word@example.com",
        "https://8.8.8.8@127.0.0.1@example.com",
        "http://[::1",
        "http://256.256.256.256",
        "http://exa mple.com",
        &long,
    ] {
        assert_eq!(outbound.check(url).err(), Some(Failure::Unfit), "{url}");
    }
    assert_eq!(outbound.check("http:\\\\127.0.0.1").err(), Some(Failure::Denied), "as browsers read it");
    assert_eq!(outbound.check("http://127.0.0.1#@example.com").err(), Some(Failure::Denied));
}

#[test]
fn what_the_operator_allows_is_allowed_and_nothing_beside_it() {
    let outbound = Outbound::allowing(Network::parse("127.0.0.1/32"));
    assert!(outbound.check("http://127.0.0.1:1/").is_ok() && outbound.check("http://0x7f.1/").is_ok());
    for host in ["127.0.0.2", "[::1]", "10.0.0.1", "0.0.0.0"] {
        assert_eq!(outbound.check(&format!("http://{host}/")).err(), Some(Failure::Denied), "{host}");
    }
}

fn get(url: String) -> Ask {
    Ask { url, most: 20, ..Ask::default() }
}

/// A server for one question: what it was asked, after it answered so.
async fn once(answer: &'static str) -> (u16, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let (mut asked, mut piece) = (String::new(), [0; 4096]);
        while !asked.contains("\r\n\r\n") {
            let read = stream.read(&mut piece).await.unwrap();
            if read == 0 {
                break;
            }
            asked += &String::from_utf8_lossy(&piece[..read]);
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        asked
    });
    (port, served)
}

fn loopback() -> Outbound {
    Outbound::allowing(Network::parse("127.0.0.1"))
}

#[tokio::test]
async fn a_name_is_denied_by_what_it_leads_to() {
    // Nobody listens: who was asked nevertheless would be unreachable.
    let failure = Outbound::default().ask(get("http://localhost:9/".into())).await;
    assert_eq!(failure, Err(Failure::Denied));
}

#[test]
fn a_name_with_one_denied_address_is_denied_as_a_whole() {
    let outbound = Outbound::default();
    let at = |addresses: &[&str]| {
        let found = addresses.iter().map(|ip| SocketAddr::new(ip.parse().unwrap(), 443)).collect();
        outbound.checked(found).map(|found| found.len())
    };
    for inside in [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.7",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:10.0.0.1",
    ] {
        assert_eq!(at(&[inside]), Err(Failure::Denied), "{inside}");
        assert_eq!(at(&["8.8.8.8", inside]), Err(Failure::Denied), "{inside} behind a public one");
        assert_eq!(
            at(&[inside, "2606:4700:4700::1111"]),
            Err(Failure::Denied),
            "{inside} before a public one"
        );
    }
    assert_eq!(at(&["8.8.8.8", "2606:4700:4700::1111"]), Ok(2));
    assert_eq!(at(&[]), Err(Failure::Unknown));
}

#[tokio::test]
async fn an_address_adds_no_line_to_what_is_asked() {
    let (port, served) = once("HTTP/1.1 204 No Content\r\n\r\n").await;
    let url = format!("http://127.0.0.1:{port}/a\r\nx-evil: 1\r\n\r\nGET /b?c=\r\nd HTTP/1.1\tx");
    loopback().ask(get(url)).await.unwrap();
    let asked = served.await.unwrap();
    let lines: Vec<_> = asked.trim_end().lines().collect();
    assert!(lines[0].starts_with("GET /ax-evil:%201GET%20/b?c=d%20HTTP/1.1x HTTP/1.1"), "{asked}");
    let names: Vec<_> =
        lines[1..].iter().map(|line| line.split(':').next().unwrap().to_lowercase()).collect();
    assert_eq!(names, ["host", "user-agent", "accept"], "{asked}");
    let headers = vec![("x-own", "a\r\nx-evil: 1".to_owned())];
    let ask = Ask { headers, ..get(format!("http://127.0.0.1:{port}/")) };
    let url = loopback().check(&ask.url).unwrap();
    assert_eq!(exchange::request(&url, ask).err(), Some(Failure::Unfit), "nor does a value");
}

/// A server that says this first, and then a piece again and again for as long as somebody listens. Gives how many bytes
/// it got rid of.
async fn endless(
    head: &'static str,
    piece: &'static [u8],
    pause: Duration,
) -> (u16, tokio::task::JoinHandle<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let (mut said, mut asked) = (0, [0; 4096]);
        let _read = stream.read(&mut asked).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        while stream.write_all(piece).await.is_ok() {
            said += piece.len();
            tokio::time::sleep(pause).await;
        }
        said
    });
    (port, served)
}

/// A megabyte of nothing.
static MEGABYTE: [u8; 1_000_000] = [b'a'; 1_000_000];

#[tokio::test]
async fn an_answer_without_an_end_is_left() {
    let (port, served) = endless("HTTP/1.1 200 OK\r\n\r\n", &MEGABYTE, Duration::ZERO).await;
    let answer = loopback().ask(get(format!("http://127.0.0.1:{port}/"))).await.unwrap();
    assert_eq!((answer.status, answer.is_whole, answer.body.len()), (200, false, 20));
    let said = served.await.unwrap();
    assert!(said < 50 * MEGABYTE.len(), "nobody listened to {said} bytes");
}

#[tokio::test]
async fn headers_without_an_end_are_no_answer() {
    let (port, served) = endless("HTTP/1.1 200 OK\r\nx-long: ", &MEGABYTE, Duration::ZERO).await;
    assert_eq!(loopback().ask(get(format!("http://127.0.0.1:{port}/"))).await, Err(Failure::Broken));
    served.await.unwrap();
}

#[tokio::test]
async fn who_speaks_slowly_is_left_and_a_status_that_was_said_counts() {
    let patience = Duration::from_millis(300);
    let pause = Duration::from_millis(20);
    let (port, served) = endless("HTTP/1.1 200 OK\r\nx-slow: ", b"a", pause).await;
    let ask = get(format!("http://127.0.0.1:{port}/"));
    assert_eq!(loopback().ask_within(ask, patience).await, Err(Failure::TooSlow), "the head never ends");
    served.await.unwrap();
    let (port, served) = endless("HTTP/1.1 202 Accepted\r\ncontent-length: 90000\r\n\r\n", b"a", pause).await;
    let ask = Ask { most: 90_000, ..get(format!("http://127.0.0.1:{port}/")) };
    let answer = loopback().ask_within(ask, patience).await.unwrap();
    assert_eq!((answer.status, answer.is_whole), (202, false), "the content never ends");
    assert!(answer.body.starts_with(b"aa"));
    served.await.unwrap();
}

#[tokio::test]
async fn the_answer_is_read_up_to_its_limit() {
    let (port, served) = once(
        "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz",
    )
    .await;
    let answer = loopback().ask(get(format!("http://127.0.0.1:{port}/a/b?c=d#e"))).await.unwrap();
    assert_eq!((answer.status, answer.is_whole), (200, false));
    assert_eq!(answer.body, b"abcdefghijklmnopqrst");
    assert_eq!(answer.content_type.as_deref(), Some("text/plain"));
    let asked = served.await.unwrap();
    assert!(asked.starts_with("GET /a/b?c=d HTTP/1.1\r\n"), "{asked}");
    assert!(asked.to_lowercase().contains(&format!("host: 127.0.0.1:{port}\r\n")), "{asked}");
}

#[tokio::test]
async fn nobody_is_followed_to_where_an_answer_points() {
    let (port, served) = once(
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\nretry-after: 7\r\ncontent-length: 0\r\n\r\n",
    )
    .await;
    let answer = loopback().ask(get(format!("http://127.0.0.1:{port}/"))).await.unwrap();
    assert_eq!((answer.status, answer.retry_after, answer.is_whole), (302, Some(7), true));
    served.await.unwrap();
}

#[tokio::test]
async fn what_is_no_answer_is_said_by_its_kind() {
    let (port, served) = once("SSH-2.0-OpenSSH_9.6\r\n").await;
    assert_eq!(loopback().ask(get(format!("http://127.0.0.1:{port}/"))).await, Err(Failure::Broken));
    served.await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let closing = tokio::spawn(async move { drop(listener.accept().await) });
    assert_eq!(loopback().ask(get(format!("https://127.0.0.1:{port}/"))).await, Err(Failure::Tls));
    closing.await.unwrap();
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    assert_eq!(loopback().ask(get(format!("http://127.0.0.1:{nobody}/"))).await, Err(Failure::Unreachable));
    let unknown = loopback().ask(get("http://no-such-host.invalid/".into())).await;
    assert_eq!(unknown, Err(Failure::Unknown));
}

#[tokio::test]
async fn who_does_not_answer_in_time_is_left() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let silent = tokio::spawn(async move {
        let _held = listener.accept().await;
        std::future::pending::<()>().await;
    });
    let ask = get(format!("http://127.0.0.1:{port}/"));
    assert_eq!(loopback().ask_within(ask, Duration::from_millis(200)).await, Err(Failure::TooSlow));
    assert!(PATIENCE <= Duration::from_secs(10));
    silent.abort();
}
