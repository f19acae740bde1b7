use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{ContactId, Error, Result, RoleId};
use staff::viewing::{self, Viewing};

use super::back;
use crate::house::House;
use crate::refusal;
use crate::visitor::Visitor;

/// `POST /view-as/contact/{id}`: the portal as this contact sees it.
pub async fn view_contact(State(house): State<House>, visitor: Visitor, Path(id): Path<i64>) -> Response {
    let outcome = begin(&visitor, Viewing::Contact(ContactId(id))).await;
    answer(&house, &visitor, outcome, "/portal")
}

/// `POST /view-as/role/{id}`: the house as this role sees it.
pub async fn view_role(State(house): State<House>, visitor: Visitor, Path(id): Path<i64>) -> Response {
    let outcome = begin(&visitor, Viewing::Role(RoleId(id))).await;
    answer(&house, &visitor, outcome, "/")
}

/// `POST /view-as/end`: with one's own eyes again.
pub async fn end_view(State(house): State<House>, visitor: Visitor) -> Response {
    let outcome = match &visitor.person {
        Some(person) => viewing::end(&visitor.cx, person.session_id).await,
        None => Err(Error::Unauthenticated),
    };
    answer(&house, &visitor, outcome, "/")
}

async fn begin(visitor: &Visitor, viewing: Viewing) -> Result<()> {
    let person = visitor.person.as_ref().ok_or(Error::Unauthenticated)?;
    viewing::begin(&visitor.cx, person.session_id, viewing).await
}

fn answer(house: &House, visitor: &Visitor, outcome: Result<()>, to: &str) -> Response {
    let Err(error) = outcome else { return Redirect::to(to).into_response() };
    if error == Error::Unauthenticated {
        return back("/sign-in", &error, []);
    }
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    refusal::of(Some(house), "/", visitor.cx.language, error, status)
}
