//! What happens, as it happens, to those who may know: a stream of server-sent events.
//!
//! A client names the cursor behind which it wants to go on. What it missed is read from the database, what follows
//! comes from the feed of this process, and a client that is too far behind is told to load everything again.

mod company;
mod follower;
mod streams;

use std::convert::Infallible;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::sse::Sse;
use axum::response::{IntoResponse, Response};
use futures::Stream;
use kernel::{Actor, Error};
use serde::Deserialize;

use crate::house::House;
use crate::refusal;
use crate::visitor::Visitor;
use follower::Follower;
pub use follower::Identity;
pub use streams::Streams;

/// What may stand in the query.
#[derive(Debug, Default, Deserialize)]
pub struct After {
    /// The cursor of the last event that the client has; without it the stream begins now.
    pub after: Option<String>,
}

/// `GET /events`: for our own program in the browser.
pub async fn for_browsers(
    State(house): State<House>,
    visitor: Visitor,
    Query(query): Query<After>,
    headers: HeaderMap,
) -> Response {
    let (Some(secret), Actor::Staff(_)) = (visitor.secret, &visitor.cx.actor) else {
        return refusal::json(&Error::Unauthenticated, StatusCode::UNAUTHORIZED);
    };
    let opened = stream(house, Identity::Session(secret), visitor.cx.actor, query.after, &headers).await;
    opened.unwrap_or_else(|error| {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        refusal::json(&error, status)
    })
}

/// The stream of somebody who has been recognised: a page or, in the REST API, a program.
///
/// # Errors
/// As [`Follower::begin`].
pub async fn stream(
    house: House,
    identity: Identity,
    actor: Actor,
    after: Option<String>,
    headers: &HeaderMap,
) -> kernel::Result<Response> {
    // A browser that reconnects by itself repeats the address with the old cursor and says the newer one here.
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).filter(|id| !id.is_empty());
    let cursor = last.map(str::to_owned).or(after);
    let follower = Follower::begin(house, identity, actor, cursor).await?;
    let mut response = Sse::new(events(follower)).into_response();
    // A proxy that collects an answer before it passes it on would never pass this one on.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    response.headers_mut().insert("cache-control", HeaderValue::from_static("no-store"));
    Ok(response)
}

fn events(follower: Follower) -> impl Stream<Item = Result<axum::response::sse::Event, Infallible>> {
    futures::stream::unfold(follower, |mut follower| async move {
        follower.next().await.map(|event| (Ok(event), follower))
    })
}
