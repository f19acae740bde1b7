//! The forms that work before any program has arrived: they are posted, acted upon, and answered by a redirect.
//!
//! What went wrong comes back as `?problem=KEY`, the key of a text, with what was typed except passwords.

mod account;
mod language;
mod password;
mod setup;
mod view;
mod withdraw;

pub use account::{sign_in, sign_out};
pub use language::choose;
pub use password::{ask, set};
pub use setup::set_up;
pub use view::{end_view, view_contact, view_role};
pub use withdraw::withdraw;

use axum::response::{IntoResponse, Redirect, Response};
use kernel::Error;

/// A path of ours as it may stand in a `next`: it begins with exactly one slash, and nothing in it could make a browser
/// read another host into it, neither as it stands nor decoded once.
pub fn safe_path(path: &str) -> Option<&str> {
    let decoded: Vec<u8> = percent_decode(path).collect();
    let is_safe = |bytes: &[u8]| {
        bytes.first() == Some(&b'/')
            && !matches!(bytes.get(1), Some(b'/' | b'\\'))
            && !bytes.iter().any(|byte| byte.is_ascii_control() || *byte == b'\\')
    };
    (path.len() <= 2000 && is_safe(path.as_bytes()) && is_safe(&decoded)).then_some(path)
}

fn percent_decode(text: &str) -> impl Iterator<Item = u8> {
    let mut bytes = text.bytes();
    std::iter::from_fn(move || match bytes.next()? {
        b'%' => {
            let mut ahead = bytes.clone();
            let digit = |byte: Option<u8>| byte.and_then(|byte| (byte as char).to_digit(16));
            match (digit(ahead.next()), digit(ahead.next())) {
                (Some(high), Some(low)) => {
                    bytes = ahead;
                    u8::try_from(high * 16 + low).ok()
                }
                _ => Some(b'%'),
            }
        }
        other => Some(other),
    })
}

/// A path with those of the pairs that have a value as its query.
pub fn query<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (key, value) in pairs {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.append_pair(key, value);
        }
    }
    match query.finish() {
        empty if empty.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// Leads back to the form with what went wrong and what was typed.
fn back<'a>(path: &str, error: &Error, typed: impl IntoIterator<Item = (&'a str, &'a str)>) -> Response {
    let problem = Problem::of(error);
    let typed = typed.into_iter().map(|(key, value)| (key, Some(value)));
    let told = [
        ("problem", Some(problem.key.as_str())),
        ("field", Some(problem.field.as_str())),
        ("seconds", Some(problem.seconds.as_str())),
    ];
    Redirect::to(&query(path, told.into_iter().chain(typed))).into_response()
}

/// An error as it fits into an address.
struct Problem {
    key: String,
    field: String,
    seconds: String,
}

impl Problem {
    fn of(error: &Error) -> Self {
        let (mut field, mut seconds) = (String::new(), String::new());
        let mut key = error.text().key.into_owned();
        match error {
            Error::Invalid(fields) => {
                if let Some(first) = fields.first() {
                    key = first.problem.key.to_string();
                    field.clone_from(&first.field);
                }
            }
            Error::TooMany(wait) => seconds = wait.to_string(),
            _ => {}
        }
        Self { key, field, seconds }
    }
}

/// The answer to a form that is not the one of our page.
fn incomplete() -> Error {
    kernel::invalid("", "error-invalid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_our_own_are_followed() {
        for good in ["/", "/leads?view=board&q=%C3%A9", "/leads/7#notes", "/a%20b"] {
            assert_eq!(safe_path(good), Some(good));
        }
        let wrong = [
            "",
            "leads",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/%2Fevil.example",
            "/%5Cevil.example",
            "/%09/evil.example",
            "/a\r\nSet-Cookie: b",
            "/%0d%0aX: y",
            " /a",
            "javascript:alert(1)",
            "/a\\..\\b",
        ];
        for wrong in wrong {
            assert_eq!(safe_path(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_typed_comes_back_and_what_is_empty_does_not() {
        let to = query(
            "/sign-in",
            [("problem", Some("a-b")), ("email", Some("a+b@c.d")), ("next", None), ("field", Some(""))],
        );
        assert_eq!(to, "/sign-in?problem=a-b&email=a%2Bb%40c.d");
        assert_eq!(query("/sign-in", [("next", None)]), "/sign-in");
    }
}
