//! What a profile and a contact must be to be kept: trimmed, short enough, with addresses that can exist.

use kernel::{Error, FieldError, Result, Text, normal, plain};

use crate::{Person, Profile};

const NAME: usize = 200;
const LINE: usize = 200;

/// Gathers what is wrong, so that a person is told everything at once.
struct Check {
    prefix: &'static str,
    problems: Vec<FieldError>,
}

impl Check {
    fn refuse(&mut self, field: &str, problem: impl Into<Text>) {
        self.problems.push(FieldError { field: format!("{}{field}", self.prefix), problem: problem.into() });
    }

    fn required(&mut self, field: &str, text: &str) -> String {
        let plain = self.short(field, text, NAME);
        if plain.is_empty() {
            self.refuse(field, "error-required");
        }
        plain
    }

    fn short(&mut self, field: &str, text: &str, limit: usize) -> String {
        let plain = plain::line(text);
        if plain.chars().count() > limit {
            self.refuse(field, Text::new("error-too-long").with("limit", limit));
        }
        plain
    }

    fn optional(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        let plain = self.short(field, text?, LINE);
        (!plain.is_empty()).then_some(plain)
    }

    /// An e-mail address, a phone number or a website.
    fn address(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        let address = text.map(|text| plain::address(text));
        self.optional(field, address.as_ref())
    }

    fn email(&mut self, text: Option<&String>) -> Option<String> {
        let email = self.address("email", text)?;
        if normal::email(&email).is_none() {
            self.refuse("email", "error-email");
        }
        Some(email)
    }

    fn done<T>(self, value: T) -> Result<T> {
        if self.problems.is_empty() { Ok(value) } else { Err(Error::Invalid(self.problems)) }
    }
}

/// The profile as it is kept.
pub(crate) fn checked_profile(profile: &Profile) -> Result<Profile> {
    let mut check = Check { prefix: "", problems: Vec::new() };
    let country = check.optional("country", profile.country.as_ref()).map(|code| code.to_uppercase());
    if country.as_ref().is_some_and(|code| code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()))
    {
        check.refuse("country", "customer-country-invalid");
    }
    let website = check.address("website", profile.website.as_ref());
    if website.as_ref().is_some_and(|site| !is_web_address(site)) {
        check.refuse("website", "customer-website-invalid");
    }
    let kept = Profile {
        kind: profile.kind,
        name: check.required("name", &profile.name),
        email: check.email(profile.email.as_ref()),
        phone: check.address("phone", profile.phone.as_ref()),
        website,
        street: check.optional("street", profile.street.as_ref()),
        city: check.optional("city", profile.city.as_ref()),
        region: check.optional("region", profile.region.as_ref()),
        postcode: check.optional("postcode", profile.postcode.as_ref()),
        country,
        ..profile.clone()
    };
    check.done(kept)
}

/// `example.com` and `https://example.com/about`, but nothing that a link would run.
fn is_web_address(site: &str) -> bool {
    let rest = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://")).unwrap_or(site);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    host.contains('.') && !rest.contains("://") && !site.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// The contact as it is kept. Its fields are named `contact_...` where they stand beside a profile's.
pub(crate) fn checked_person(person: &Person, prefix: &'static str) -> Result<Person> {
    let mut check = Check { prefix, problems: Vec::new() };
    let kept = Person {
        first_name: check.required("first_name", &person.first_name),
        last_name: check.short("last_name", &person.last_name, NAME),
        email: check.email(person.email.as_ref()),
        phone: check.address("phone", person.phone.as_ref()),
        position: check.optional("position", person.position.as_ref()),
    };
    check.done(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let profile = Profile {
            email: Some("nobody".into()),
            website: Some("javascript:alert(1)".into()),
            country: Some("Italy".into()),
            ..Profile::default()
        };
        let error = checked_profile(&profile).unwrap_err();
        for field in ["name", "email", "website", "country"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn empty_fields_are_kept_as_none() {
        let profile = Profile {
            name: " Acme ".into(),
            city: Some("  ".into()),
            country: Some("it".into()),
            ..Profile::default()
        };
        let kept = checked_profile(&profile).unwrap();
        assert_eq!((kept.name.as_str(), kept.city, kept.country.as_deref()), ("Acme", None, Some("IT")));
    }
}
