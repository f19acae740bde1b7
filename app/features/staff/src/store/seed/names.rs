mod abroad;
mod home;

use super::Chance;
use abroad::{ARABIC, ENGLISH, GERMAN};
use home::{FRENCH, ITALIAN};

/// Names and places of one language.
pub struct NamePool {
    /// Given names.
    pub first: &'static [&'static str],
    /// Family names.
    pub last: &'static [&'static str],
    /// The same family names in plain letters, for addresses.
    plain: &'static [&'static str],
    /// The second half of a company's name, after a family name.
    pub trades: &'static [&'static str],
    /// Cities.
    pub cities: &'static [&'static str],
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// The beginning of mobile numbers; seven digits follow.
    pub dial: &'static str,
    /// The language's code.
    pub language: &'static str,
}

impl NamePool {
    /// A first and a last name; the same number gives the same pair.
    pub fn pair(&self, number: usize) -> (&'static str, &'static str) {
        (self.first[number % self.first.len()], self.last[number / self.first.len() % self.last.len()])
    }

    /// A last name in plain letters, for an address.
    pub fn plain(&self, last: &str) -> &'static str {
        let place = self.last.iter().position(|name| *name == last).unwrap_or_default();
        self.plain[place]
    }

    /// A mobile number in the international form.
    pub fn phone(&self, chance: &mut Chance) -> String {
        format!("{}{:07}", self.dial, chance.below(10_000_000))
    }
}

/// Most people that Lumen Solar meets are Italian; the others stand for the rest of its markets.
pub const POOLS: &[NamePool] = &[ITALIAN, FRENCH, GERMAN, ENGLISH, ARABIC];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_name_has_its_plain_form_and_every_number_can_exist() {
        let mut chance = Chance::new(1);
        for pool in POOLS {
            assert_eq!(pool.last.len(), pool.plain.len(), "{}", pool.country);
            assert!(pool.plain.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase())));
            let phone = pool.phone(&mut chance);
            assert_eq!(kernel::normal::phone(&phone, "IT"), Some(phone));
        }
    }
}
