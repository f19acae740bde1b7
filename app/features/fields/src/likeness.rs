use serde::{Deserialize, Serialize};

/// By what two records may be told to be about the same person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// The same e-mail address.
    Email,
    /// The same phone number.
    Phone,
    /// The same website.
    Site,
    /// The same company.
    Company,
}

impl Alike {
    /// All of them, in the order of their weight. The place of each is in the keys that are stored: it stays.
    pub const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Site, Self::Company];

    /// The word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Site => "site",
            Self::Company => "company",
        }
    }

    /// The number in its keys.
    pub fn number(self) -> i64 {
        self as i64
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Email => "alike-email",
            Self::Phone => "alike-phone",
            Self::Site => "alike-site",
            Self::Company => "alike-company",
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use kernel::{Context, normal};
    use sha2::{Digest, Sha256};

    use super::Alike;

    /// What tells a record's person or company, in the form in which it is compared.
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Likeness {
        /// What it is.
        pub by: Alike,
        /// The address, number, host or name.
        pub value: String,
    }

    impl Likeness {
        /// The number under which it is kept: a hash of its value, with [`Alike::number`] in the two lowest bits.
        pub fn key(&self) -> i64 {
            let hash = Sha256::new().chain_update(self.by.code()).chain_update(":").chain_update(&self.value);
            let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(hash.finalize());
            (i64::from_be_bytes([a, b, c, d, e, f, g, h]) & !3) | self.by.number()
        }
    }

    /// What tells a record that has fields of the usual names: `email`, `phone`, `website`, `company`, and `country` for
    /// numbers without a country code.
    pub fn likeness<'a>(cx: &Context, text: impl Fn(&str) -> Option<&'a str>) -> Vec<Likeness> {
        let country = || match text("country").filter(|country| country.len() == 2) {
            Some(country) => country.to_uppercase(),
            None => cx.organisation().country.clone(),
        };
        let all = [
            (Alike::Email, text("email").and_then(normal::email).map(without_extension)),
            (Alike::Phone, text("phone").and_then(|phone| normal::phone(phone, &country()))),
            (Alike::Site, text("website").and_then(normal::site)),
            (Alike::Company, text("company").and_then(normal::company)),
        ];
        all.into_iter().filter_map(|(by, value)| Some(Likeness { by, value: value? })).collect()
    }

    /// `ada+foyer@example.com` reaches the same person as `ada@example.com`.
    fn without_extension(email: String) -> String {
        let plain = email.rsplit_once('@').and_then(|(local, domain)| {
            let (name, _) = local.split_once('+').filter(|(name, _)| !name.is_empty())?;
            Some(format!("{name}@{domain}"))
        });
        plain.unwrap_or(email)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_key_tells_what_it_is_of_and_never_changes() {
            let key = |by| Likeness { by, value: "ada@example.com".into() }.key();
            assert_eq!(Alike::ALL.map(|by| key(by) & 3), [0, 1, 2, 3]);
            // Keys are stored: another number here means that every house has to be filled anew.
            assert_eq!(key(Alike::Email), KNOWN);
            assert_eq!(without_extension("ada+news@example.com".into()), "ada@example.com");
            assert_eq!(without_extension("+ada@example.com".into()), "+ada@example.com");
        }

        const KNOWN: i64 = -7_250_052_530_763_741_080;
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
