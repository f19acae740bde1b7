//! Two doors: staff go through one, contacts of customers through the other. Neither finds what is behind the other one.

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Actor, Error, Text};

use crate::refusal;
use crate::routes::{self, Access};
use crate::visitor::Visitor;

/// Where the portal begins.
const PORTAL: &str = "/portal";

/// Leads who comes to the wrong door to the right one, where a page was asked for; refuses everything else. Addresses
/// that there are not, and those of programs, are answered by themselves.
pub async fn guard(matched: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let Some(visitor) = request.extensions().get::<Visitor>() else { return next.run(request).await };
    let wanted = matched.as_ref().and_then(|path| routes::access(request.method(), path.as_str()));
    let right_door = match (&visitor.cx.actor, wanted) {
        (Actor::Contact(_), Some(Access::Session)) => PORTAL,
        (Actor::Staff(_), Some(Access::Contact)) => "/",
        _ => return next.run(request).await,
    };
    let is_page = request.method() == Method::GET
        && matched
            .is_some_and(|path| routes::PAGES.iter().any(|(page, ..)| routes::is_same(page, path.as_str())));
    if is_page {
        return Redirect::to(right_door).into_response();
    }
    refusal::answer(&request, Error::Forbidden(Text::new("error-forbidden")), StatusCode::FORBIDDEN)
}
