//! Signatures as Standard Webhooks wants them: <https://www.standardwebhooks.com>.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::entropy;
use ring::hmac;

/// How every secret begins, so that one that went astray is recognised.
const PREFIX: &str = "whsec_";

/// The key that signs the deliveries of a webhook.
pub struct Key(Vec<u8>);

impl Key {
    /// A new one of 256 bits.
    pub fn fresh() -> Self {
        Self(entropy::bytes::<32>().to_vec())
    }

    /// The key of a secret, `whsec_` and base64 of 24 to 64 bytes.
    pub fn parse(secret: &str) -> Option<Self> {
        let bytes = STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()?;
        (24..=64).contains(&bytes.len()).then_some(Self(bytes))
    }

    /// The secret as the receiver keeps it.
    pub fn secret(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }

    /// The signature of a message with this number, sent at this second.
    pub fn sign(&self, id: &str, seconds: i64, body: &[u8]) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.0);
        let mut context = hmac::Context::with_key(&key);
        context.update(format!("{id}.{seconds}.").as_bytes());
        context.update(body);
        format!("v1,{}", STANDARD.encode(context.sign()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_signed_as_the_published_example_is() {
        let key = Key::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signature = key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn whatever_is_changed_has_another_signature() {
        let key = Key::fresh();
        let signed = key.sign("msg_1", 7, b"{}");
        assert_eq!(signed, Key::parse(&key.secret()).unwrap().sign("msg_1", 7, b"{}"));
        let others = [
            key.sign("msg_2", 7, b"{}"),
            key.sign("msg_1", 8, b"{}"),
            key.sign("msg_1", 7, b"{ }"),
            Key::fresh().sign("msg_1", 7, b"{}"),
        ];
        assert!(others.iter().all(|other| *other != signed));
    }

    #[test]
    fn only_secrets_of_the_right_length_are_keys() {
        let secret = |bytes: usize| format!("{PREFIX}{}", STANDARD.encode(vec![7; bytes]));
        assert!(Key::parse(&secret(24)).is_some() && Key::parse(&secret(64)).is_some());
        assert!(Key::parse(&secret(23)).is_none() && Key::parse(&secret(65)).is_none());
        assert!(Key::parse("whsec_%").is_none() && Key::parse("secret").is_none());
    }
}
