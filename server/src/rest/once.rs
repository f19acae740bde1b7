//! `Idempotency-Key`: a call that is made again with the same key has no second effect and gets the first answer, without
//! the secret if it had one.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::{Context, Error, Text};
use serde::{Deserialize, Serialize};
use tracing::Instrument;

use super::caller::Caller;
use super::fingerprint;
use super::problem::Refusal;
use super::store::{self, Claim};
use crate::house::House;

const KEY: &str = "idempotency-key";
/// Who comes while the first call is at work waits so long for its answer.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(40);
/// No answer to a POST is longer.
const LONGEST: usize = 8_000_000;
/// The headers of an answer that are kept with it.
const KEPT: [HeaderName; 3] = [header::CONTENT_TYPE, header::LOCATION, header::ETAG];

/// What is kept of an answer in place of its content.
#[derive(Clone)]
struct Instead(String);

/// An answer with a secret that is given once: what is kept of it for who calls again is `content`, which has none. No
/// secret lies in the database because of a key.
///
/// # Errors
/// When `content` cannot be written as JSON.
pub fn with_secret(mut response: Response, content: &impl Serialize) -> Result<Response, Refusal> {
    let content = serde_json::to_string(content).map_err(|cause| Refusal::from(Error::internal(cause)))?;
    response.extensions_mut().insert(Instead(content));
    Ok(response)
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    headers: Vec<(String, String)>,
    body: String,
}

/// The key of a request, if it has one.
///
/// # Errors
/// A refusal for a key that is empty, longer than 255 characters, or not plain ASCII.
pub fn key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let Some(key) = headers.get(KEY) else { return Ok(None) };
    let unfit = || Refusal::of_parameter("Idempotency-Key", "rest-idempotency-key-unfit");
    let key = key.to_str().map_err(|_| unfit())?.trim();
    if (1..=255).contains(&key.len()) { Ok(Some(key.to_owned())) } else { Err(unfit()) }
}

/// Runs the call, or gives the answer that it got the first time. `say` puts a refusal into words before it is kept.
///
/// # Errors
/// A refusal when the key was used for something else, or when the first call takes too long or was cut off.
pub async fn run(
    house: House,
    caller: Caller,
    key: String,
    request: Request,
    next: Next,
    say: impl Fn(&House, Response) -> Response + Send + 'static,
) -> Result<Response, Refusal> {
    let (request, fingerprint) = fingerprint::of(&house, request).await?;
    let mut waited = Duration::ZERO;
    loop {
        match store::claim(&caller.cx, &key, &fingerprint).await? {
            Claim::Mine => break,
            Claim::OfSomethingElse => {
                let error = kernel::invalid("Idempotency-Key", "rest-idempotency-key-reused");
                return Err(error.into());
            }
            Claim::Answered(status, body) => return replay(status, &body),
            Claim::AtWork if waited < PATIENCE => {
                tokio::time::sleep(PAUSE).await;
                waited += PAUSE;
            }
            Claim::AtWork => {
                let current = serde_json::Value::Null;
                return Err(Error::conflict(Text::new("rest-idempotency-at-work"), &current).into());
            }
        }
    }
    // A caller that hangs up must not leave the key without an answer: the call goes on without it.
    let (cx, own_key) = (caller.cx.clone(), key.clone());
    let work = async move {
        let response = next.run(request).await;
        let response = say(&house, response);
        keep(&caller.cx, &key, response).await
    };
    match tokio::spawn(work.in_current_span()).await {
        Ok(answer) => answer,
        Err(panic) => {
            store::forget(&cx, &own_key).await?;
            Err(Error::internal(panic).into())
        }
    }
}

/// Keeps an answer. One that says that nothing was tried is not kept: the next call may do better.
async fn keep(cx: &Context, key: &str, response: Response) -> Result<Response, Refusal> {
    let status = response.status();
    let tried = !status.is_server_error() && !matches!(status.as_u16(), 401 | 403 | 408 | 429);
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LONGEST).await.map_err(|cause| Refusal::from(Error::internal(cause)))?;
    if tried {
        let text = |value: &HeaderValue| value.to_str().map(str::to_owned).ok();
        let header = |name: &HeaderName| Some((name.to_string(), text(parts.headers.get(name)?)?));
        let body = match parts.extensions.get::<Instead>() {
            Some(Instead(content)) => content.clone(),
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        let kept = Kept { headers: KEPT.iter().filter_map(header).collect(), body };
        let kept = serde_json::to_string(&kept).map_err(|cause| Refusal::from(Error::internal(cause)))?;
        store::keep(cx, key, status.as_u16(), &kept).await?;
    } else {
        store::forget(cx, key).await?;
    }
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

fn replay(status: u16, kept: &str) -> Result<Response, Refusal> {
    let kept: Kept = serde_json::from_str(kept).map_err(|cause| Refusal::from(Error::internal(cause)))?;
    let mut response = Response::new(Body::from(kept.body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in kept.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
    Ok(response)
}
