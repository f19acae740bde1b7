use std::convert::Infallible;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use kernel::Cursor;

use super::operation::Param;
use super::problem::Refusal;

/// What stands behind the question mark.
pub struct Query(Vec<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.uri))
    }
}

impl Query {
    fn of(uri: &Uri) -> Self {
        Self(form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect())
    }

    /// The text of this name; an empty one says nothing.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// All texts of this name, in their order.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        let own = self.0.iter().filter(move |(own, value)| own == name && !value.is_empty());
        own.map(|(_, value)| value.as_str())
    }

    /// What `read` makes of the text of this name.
    ///
    /// # Errors
    /// A refusal that names the parameter when it makes nothing of it.
    pub fn read<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
        let unfit = || Refusal::of_parameter(name, "rest-parameter-unfit");
        self.text(name).map(|text| read(text).ok_or_else(unfit)).transpose()
    }

    /// The number, day or id of this name.
    ///
    /// # Errors
    /// As [`Query::read`].
    pub fn value<T: FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        self.read(name, |text| text.parse().ok())
    }

    /// Whether it is `true` or `1`.
    ///
    /// # Errors
    /// As [`Query::read`].
    pub fn flag(&self, name: &str) -> Result<bool, Refusal> {
        let read = |text: &str| match text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        };
        Ok(self.read(name, read)?.unwrap_or_default())
    }

    /// The number of rows that are wanted.
    ///
    /// # Errors
    /// As [`Query::read`], for what is not 1 to 200.
    pub fn limit(&self) -> Result<usize, Refusal> {
        Ok(self
            .read("limit", |text| text.parse().ok().filter(|limit| (1..=200).contains(limit)))?
            .unwrap_or(50))
    }

    /// Where the page begins.
    ///
    /// # Errors
    /// As [`Query::read`], for a word that is no cursor at all.
    pub fn cursor(&self) -> Result<Option<Cursor>, Refusal> {
        self.read("cursor", |text| {
            Some(Cursor(text.into())).filter(|cursor| cursor.values::<serde_json::Value>().is_some())
        })
    }
}

/// Refuses names that nobody knows, and names that come twice: a typing mistake must not look like an answer.
///
/// # Errors
/// A refusal that names the first one.
pub fn check(uri: &Uri, known: &[Param]) -> Result<(), Refusal> {
    let pairs = Query::of(uri).0;
    for (place, (name, _)) in pairs.iter().enumerate() {
        let key = match known.iter().find(|param| param.name == name) {
            None => "rest-parameter-unknown",
            Some(param) if param.is_repeated => continue,
            Some(_) if pairs[..place].iter().any(|(earlier, _)| earlier == name) => "rest-parameter-twice",
            Some(_) => continue,
        };
        return Err(Refusal::of_parameter(name, key));
    }
    Ok(())
}
