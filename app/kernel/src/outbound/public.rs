use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// IPv4 networks that are not the public network, with the lengths of their prefixes: IANA's registry of special-purpose
/// addresses, and multicast.
const CLOSED_V4: [(Ipv4Addr, u32); 16] = [
    // "This network"; 0.0.0.0 is this machine.
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    // Behind the carrier's own translation.
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    // Link-local; clouds give keys away there.
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    // Documentation.
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    // Relays to 6to4, which lead anywhere.
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    // Measurements.
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    // Multicast, and what is reserved up to the broadcast.
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
    // What Azure answers its own machines from.
    (Ipv4Addr::new(168, 63, 129, 16), 32),
];

/// The part of IPv6 that is the public network. Loopback, link-local, unique local, multicast, IPv4 in IPv6 clothes and
/// the translations of NAT64 all lie outside of it.
const OPEN_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What is not public within it.
const CLOSED_V6: [(Ipv6Addr, u32); 4] = [
    // Protocols: Teredo, which carries any IPv4 address, among them.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    // Documentation.
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
    // 6to4 carries any IPv4 address.
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
];

/// Whether the address is one of the public network, where strangers may be sent.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let bits = u32::from(address);
            let is_in =
                |(network, prefix): (Ipv4Addr, u32)| (bits ^ u32::from(network)) >> (32 - prefix) == 0;
            !CLOSED_V4.into_iter().any(is_in)
        }
        IpAddr::V6(address) => {
            let bits = u128::from(address);
            let is_in =
                |(network, prefix): (Ipv6Addr, u32)| (bits ^ u128::from(network)) >> (128 - prefix) == 0;
            is_in(OPEN_V6) && !CLOSED_V6.into_iter().any(is_in)
        }
    }
}
