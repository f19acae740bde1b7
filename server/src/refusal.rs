//! Answers to requests that do not reach what they asked for, in the shape that the one who asks can read.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Language, Text};

use crate::house::House;
use crate::{rest, visitor};

/// Who reads the answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Our own program in the browser: the error itself.
    Browser,
    /// A program that uses the REST API: problem+json.
    Program,
    /// A person: a sentence.
    Person,
}

impl Reader {
    fn of(path: &str) -> Self {
        match path {
            path if path.starts_with("/api/v1/") || path == "/api/v1" => Self::Program,
            path if ["/api/", "/upload/", "/pictures/"].iter().any(|start| path.starts_with(start)) => {
                Self::Browser
            }
            "/imports" => Self::Browser,
            _ => Self::Person,
        }
    }
}

/// Refuses a request with an error of the product.
pub fn answer(request: &Request, error: Error, status: StatusCode) -> Response {
    let language = visitor::asked_language(request.headers()).unwrap_or_default();
    let house = request.extensions().get::<House>();
    of(house, request.uri().path(), language, error, status)
}

/// The same when the request itself is gone.
pub fn of(
    house: Option<&House>,
    path: &str,
    language: Language,
    error: Error,
    status: StatusCode,
) -> Response {
    let sentence = sentence(house, language, &error.text());
    let mut response = match Reader::of(path) {
        Reader::Browser => json(&error, status),
        Reader::Program => program(house, language, &error, status, &sentence),
        Reader::Person => plain(status, &sentence),
    };
    add_retry_after(&error, &mut response);
    response
}

/// An error as our own program in the browser reads it.
pub fn json(error: &Error, status: StatusCode) -> Response {
    (status, axum::Json(error)).into_response()
}

/// An error by RFC 9457. Without a house there is nothing that could be put into words.
fn program(
    house: Option<&House>,
    language: Language,
    error: &Error,
    status: StatusCode,
    sentence: &str,
) -> Response {
    match house {
        Some(house) => rest::problem(house, language, error, status),
        None => plain(status, sentence),
    }
}

/// A sentence for a person, without any page around it.
pub fn plain(status: StatusCode, sentence: &str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{sentence}\n")).into_response()
}

/// Says when to try again, if that is what the error is about.
pub fn add_retry_after(error: &Error, response: &mut Response) {
    if let Error::TooMany(seconds) = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
}

fn sentence(house: Option<&House>, language: Language, text: &Text) -> String {
    match house {
        Some(house) => house.foyer.texts(language).render(text, &house.foyer.organisation().zone),
        None => text.key.to_string(),
    }
}
