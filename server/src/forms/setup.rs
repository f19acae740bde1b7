use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::response::Response;
use staff::setup::SetUp;

use super::account::signed_in;
use super::{back, incomplete};
use crate::house::House;
use crate::visitor::Visitor;

/// `POST /set-up`: makes the organisation and its first administrator, once, and signs that person in.
pub async fn set_up(
    State(house): State<House>,
    visitor: Visitor,
    form: Result<Form<SetUp>, FormRejection>,
) -> Response {
    let page = "/set-up";
    let Ok(Form(form)) = form else { return back(page, &incomplete(), []) };
    match staff::setup::run(&visitor.cx, form.clone(), &visitor.origin()).await {
        Ok(secret) => signed_in(&house, &secret, "/"),
        Err(error) => back(
            page,
            &error,
            [
                ("organisation_name", form.organisation_name.as_str()),
                ("name", form.name.as_str()),
                ("email", form.email.as_str()),
                ("language", form.language.code()),
                ("country", form.country.as_str()),
                ("currency", form.currency.as_str()),
                ("time_zone", form.time_zone.as_str()),
            ],
        ),
    }
}
