use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{back, incomplete, query};
use crate::visitor::Visitor;

const PAGE: &str = "/withdraw";

/// The form of the page that a link in a mail opens.
#[derive(Deserialize)]
pub struct Withdraw {
    token: String,
}

/// `POST /withdraw`: consent to marketing ends.
pub async fn withdraw(visitor: Visitor, form: Result<Form<Withdraw>, FormRejection>) -> Response {
    let Ok(Form(form)) = form else { return back(PAGE, &incomplete(), []) };
    match consent::store::withdraw(&visitor.cx, &form.token).await {
        Ok(()) => Redirect::to(&query(PAGE, [("done", Some("1"))])).into_response(),
        Err(error) => back(PAGE, &error, []),
    }
}
