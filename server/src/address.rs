//! Where a request comes from, and which address it was sent to.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, header};

use crate::house::House;

/// The address of the client: the peer's, or the one that a trusted proxy names.
///
/// The list in `X-Forwarded-For` is read from its end, past our own proxies: everything before that is hearsay.
pub fn client(house: &House, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
    let unspecified = IpAddr::from([0, 0, 0, 0]);
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(unspecified, |ConnectInfo(peer)| peer.ip().to_canonical());
    let is_trusted =
        |address: IpAddr| house.config.trusted_proxies.iter().any(|network| network.contains(address));
    if !is_trusted(peer) {
        return peer;
    }
    let values = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<&str> = values.flat_map(|value| value.split(',')).collect();
    let known = hops.iter().rev().map_while(|hop| parse_hop(hop.trim()));
    let mut last = peer;
    for hop in known {
        last = hop;
        if !is_trusted(hop) {
            break;
        }
    }
    last
}

/// Some proxies add the port.
fn parse_hop(hop: &str) -> Option<IpAddr> {
    let address = hop.parse::<IpAddr>().or_else(|_| hop.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// The host and port that the client asked for.
pub fn host<'a>(headers: &'a HeaderMap, uri: &'a axum::http::Uri) -> Option<&'a str> {
    let named = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    named.or_else(|| uri.authority().map(|authority| authority.as_str()))
}

/// Whether requests to this host are ours: the configured one, this machine, or a plain address. A name that is none of
/// ours can only come from somebody who let it point here.
pub fn is_own_host(house: &House, host: &str) -> bool {
    is_base(house, host) || {
        let name = host
            .rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host, |(name, _)| name);
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        name.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok()
    }
}

fn is_base(house: &House, host: &str) -> bool {
    let base = &house.foyer.base_url;
    let own = base.split_once("://").map_or(base.as_str(), |(_, host)| host);
    let without_port =
        |host: &str| host.trim_end_matches(":443").trim_end_matches(":80").to_ascii_lowercase();
    without_port(own) == without_port(host)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use kernel::testing::TestHouse;

    use super::*;
    use crate::config::Network;

    #[tokio::test]
    async fn only_our_own_proxies_are_believed() {
        let test = TestHouse::sqlite(Vec::new()).await;
        let proxies = ["10.0.0.0/8", "127.0.0.1"].map(|word| Network::parse(word).unwrap());
        let house = House::for_tests(test.foyer.clone(), |config| config.trusted_proxies = proxies.into());
        let client = |peer: &str, forwarded: &'static str| {
            let (mut headers, mut extensions) = (HeaderMap::new(), Extensions::new());
            headers.append("x-forwarded-for", HeaderValue::from_static(forwarded));
            extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
            super::client(&house, &headers, &extensions).to_string()
        };
        assert_eq!(client("203.0.113.9", "198.51.100.7"), "203.0.113.9", "somebody who is no proxy of ours");
        assert_eq!(client("10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(
            client("10.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2"),
            "198.51.100.7",
            "what came before is hearsay"
        );
        assert_eq!(client("10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(client("127.0.0.1", "198.51.100.7:4711"), "198.51.100.7");
    }
}
