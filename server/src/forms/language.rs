use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Language;
use serde::Deserialize;

use super::safe_path;
use crate::house::House;
use crate::visitor::{self, Visitor};

/// The form of the language menu.
#[derive(Deserialize)]
pub struct Choose {
    language: String,
    #[serde(default)]
    next: String,
}

/// `POST /language`: keeps the language in the browser and, for who is signed in, with the person.
pub async fn choose(
    State(house): State<House>,
    visitor: Visitor,
    form: Result<Form<Choose>, FormRejection>,
) -> Response {
    let Ok(Form(form)) = form else { return Redirect::to("/").into_response() };
    let mut response = Redirect::to(safe_path(&form.next).unwrap_or("/")).into_response();
    let Some(language) = Language::parse(&form.language) else { return response };
    keep_with_person(&visitor, language).await;
    if let Some(cookie) = visitor::language_cookie(&house, language) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn keep_with_person(visitor: &Visitor, language: Language) {
    if visitor.person.is_none() {
        return;
    }
    if let Err(error) = staff::store::mine::set_language(&visitor.cx, Some(language)).await {
        tracing::warn!(%error, "a person's language could not be kept");
    }
}
