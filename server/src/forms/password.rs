use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{back, incomplete, query};
use crate::visitor::Visitor;

/// The form of the page for a forgotten password.
#[derive(Deserialize)]
pub struct Ask {
    email: String,
}

/// The form of the page that a link in a mail opens.
#[derive(Deserialize)]
pub struct Set {
    token: String,
    password: String,
}

/// `POST /forgotten-password`: the answer is the same whether or not somebody has this address.
pub async fn ask(visitor: Visitor, form: Result<Form<Ask>, FormRejection>) -> Response {
    let page = "/forgotten-password";
    let Ok(Form(form)) = form else { return back(page, &incomplete(), []) };
    match staff::password::ask(&visitor.cx, &form.email, &visitor.address.to_string()).await {
        Ok(()) => Redirect::to(&query(page, [("sent", Some("1"))])).into_response(),
        Err(error) => back(page, &error, [("email", form.email.as_str())]),
    }
}

/// `POST /new-password`
pub async fn set(visitor: Visitor, form: Result<Form<Set>, FormRejection>) -> Response {
    let page = "/new-password";
    let Ok(Form(form)) = form else { return back(page, &incomplete(), []) };
    match staff::password::set(&visitor.cx, &form.token, &form.password).await {
        Ok(()) => Redirect::to(&query("/sign-in", [("changed", Some("1"))])).into_response(),
        Err(error) => back(page, &error, [("token", form.token.as_str())]),
    }
}
