//! Parameters of addresses.

/// The parameters of an address, percent-encoded: `q=ada&f=owner_id.me`.
pub fn encode(params: impl Iterator<Item = (&'static str, String)>) -> String {
    params.map(|(name, value)| format!("{name}={}", escape(&value))).collect::<Vec<_>>().join("&")
}

/// Percent-encodes all but what is plain in a query.
fn escape(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b',');
    let piece = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(piece).collect()
}
