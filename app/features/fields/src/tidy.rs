//! What people type in, as it is kept: tidied, short enough, with addresses that can exist.

use kernel::{Error, FieldError, Result, Text, plain};

use crate::custom::{LINE_LIMIT, TEXT_LIMIT, with_scheme};

/// Tidies the fields of one form and gathers what is wrong with them, so that a person is told everything at once.
#[derive(Debug, Default)]
pub struct Tidy {
    prefix: &'static str,
    problems: Vec<FieldError>,
}

impl Tidy {
    /// For fields that are named `contact_..` where they stand beside those of another form.
    pub fn named(prefix: &'static str) -> Self {
        Self { prefix, problems: Vec::new() }
    }

    /// Says what is wrong with a field.
    pub fn refuse(&mut self, field: &str, problem: impl Into<Text>) {
        let field = format!("{}{field}", self.prefix);
        self.problems.push(FieldError { field, problem: problem.into() });
    }

    /// One line that has to be there.
    pub fn required(&mut self, field: &str, text: &str) -> String {
        let line = plain::line(text);
        if line.is_empty() {
            self.refuse(field, "error-required");
        }
        self.check_length(field, &line, LINE_LIMIT);
        line
    }

    /// One line; nothing if it is empty.
    pub fn line(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        self.short(field, plain::line(text?), LINE_LIMIT)
    }

    /// Lines of text; nothing if they are empty.
    pub fn lines(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        self.short(field, plain::lines(text?), TEXT_LIMIT)
    }

    /// A phone number, or something else that is written down as it was given.
    pub fn address(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        self.short(field, plain::address(text?), LINE_LIMIT)
    }

    /// An e-mail address.
    pub fn email(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        let email = self.address(field, text)?;
        if !looks_like_email(&email) {
            self.refuse(field, "error-email");
        }
        Some(email)
    }

    /// An address of the web: only such become links, and one without a scheme gets `https://`.
    pub fn link(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        let link = self.address(field, text)?;
        let host = link.split("://").last().unwrap_or_default().split(['/', '?', '#']).next();
        let has_host = host.is_some_and(|host| host.contains('.') && !host.contains(['(', ')', '\'', '"']));
        match with_scheme(&link).ok().filter(|_| has_host) {
            Some(link) => Some(link),
            None => {
                self.refuse(field, "fields-link");
                Some(link)
            }
        }
    }

    /// A country by its code, ISO 3166 alpha-2.
    pub fn country(&mut self, field: &str, text: Option<&String>) -> Option<String> {
        let code = self.line(field, text)?.to_uppercase();
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            self.refuse(field, "fields-country");
        }
        Some(code)
    }

    /// The whole, if nothing was refused.
    ///
    /// # Errors
    /// `Invalid` with all that was.
    pub fn done<T>(self, whole: T) -> Result<T> {
        if self.problems.is_empty() { Ok(whole) } else { Err(Error::Invalid(self.problems)) }
    }

    fn short(&mut self, field: &str, text: String, limit: usize) -> Option<String> {
        self.check_length(field, &text, limit);
        (!text.is_empty()).then_some(text)
    }

    fn check_length(&mut self, field: &str, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.refuse(field, Text::new("error-too-long").with("limit", limit));
        }
    }
}

/// A check that browser and server make alike; the server's own form of an address is [`kernel::normal::email`].
fn looks_like_email(text: &str) -> bool {
    let fits =
        |(local, domain): (&str, &str)| !local.is_empty() && domain.contains('.') && !domain.ends_with('.');
    !text.contains(char::is_whitespace) && text.rsplit_once('@').is_some_and(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut tidy = Tidy::named("contact_");
        tidy.required("name", "  ");
        tidy.email("email", some("nobody").as_ref());
        tidy.link("website", some("javascript:alert(1)").as_ref());
        tidy.country("country", some("Italy").as_ref());
        tidy.line("city", some(&"x".repeat(301)).as_ref());
        let error = tidy.done(()).unwrap_err();
        for field in ["contact_name", "contact_email", "contact_website", "contact_country", "contact_city"] {
            assert!(error.field(field).is_some(), "{field}");
        }
    }

    #[test]
    fn what_is_empty_is_nothing_and_the_rest_is_tidied() {
        let mut tidy = Tidy::default();
        assert_eq!(tidy.line("city", some("  ").as_ref()), None);
        assert_eq!(tidy.country("country", some("it").as_ref()).as_deref(), Some("IT"));
        assert_eq!(
            tidy.link("site", some("example.com/a").as_ref()).as_deref(),
            Some("https://example.com/a")
        );
        assert_eq!(tidy.required("name", " Ada  Lovelace "), "Ada Lovelace");
        assert!(tidy.done(()).is_ok());
    }
}
