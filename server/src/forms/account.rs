use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{back, incomplete, safe_path};
use crate::house::House;
use crate::visitor::{self, Visitor};

/// The form of the sign-in page.
#[derive(Deserialize)]
pub struct SignIn {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `POST /sign-in`
pub async fn sign_in(
    State(house): State<House>,
    visitor: Visitor,
    form: Result<Form<SignIn>, FormRejection>,
) -> Response {
    let Ok(Form(form)) = form else { return back("/sign-in", &incomplete(), []) };
    let next = safe_path(&form.next).unwrap_or("/");
    match staff::sessions::sign_in(&visitor.cx, &form.email, &form.password, &visitor.origin()).await {
        Ok(secret) => {
            // A browser has one session: the one before would go on unseen.
            end_session(&visitor).await;
            signed_in(&house, &secret, next)
        }
        Err(error) => {
            back("/sign-in", &error, [("email", form.email.as_str()), ("next", form.next.as_str())])
        }
    }
}

/// Leads on with the new session's cookie.
pub fn signed_in(house: &House, secret: &str, next: &str) -> Response {
    let mut response = Redirect::to(next).into_response();
    if let Some(cookie) = visitor::session_cookie(house, secret) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// `POST /sign-out`
pub async fn sign_out(State(house): State<House>, visitor: Visitor) -> Response {
    end_session(&visitor).await;
    let mut response = Redirect::to("/sign-in").into_response();
    if let Some(cookie) = visitor::no_session_cookie(&house) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn end_session(visitor: &Visitor) {
    let (Some(secret), Some(_)) = (&visitor.secret, &visitor.person) else { return };
    if let Err(error) = staff::sessions::sign_out(&visitor.cx, secret).await {
        tracing::warn!(%error, "a session could not be ended");
    }
}
