//! What every call of the API passes: who calls, how often, with which names in the query, and how often with the same
//! `Idempotency-Key`. It also puts every refusal into words.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Language;

use super::caller::{self, Caller};
use super::operation::Param;
use super::problem::{Refusal, problem};
use super::{once, operations, query};
use crate::address;
use crate::house::House;
use crate::limits::Key;
use crate::routes::Access;

/// What the guard has to know of an operation.
struct Rule {
    access: Access,
    query: Vec<Param>,
}

static RULES: LazyLock<HashMap<(Method, &str), Rule>> = LazyLock::new(|| {
    let rule = |operation: super::Operation| {
        ((operation.method, operation.path), Rule { access: operation.access, query: operation.query })
    };
    operations().into_iter().map(rule).collect()
});

/// Guards the API and lets everything else pass.
pub async fn guard(State(house): State<House>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !path.starts_with("/api/v1/") {
        return next.run(request).await;
    }
    let language = caller::language(&house, request.headers());
    let response = pass(&house, language, request, next).await.unwrap_or_else(IntoResponse::into_response);
    in_words(&house, language, response)
}

async fn pass(house: &House, language: Language, request: Request, next: Next) -> Result<Response, Refusal> {
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    let path = request.extensions().get::<MatchedPath>().cloned();
    let rule = path.as_ref().and_then(|path| RULES.get(&(method.clone(), path.as_str())));
    // Addresses that there are not are answered further inside, for everybody alike.
    let Some(rule) = rule.filter(|rule| rule.access != Access::Everybody) else {
        count(house, &request)?;
        if let Some(rule) = rule {
            query::check(request.uri(), &rule.query)?;
        }
        return Ok(next.run(request).await);
    };
    let (mut parts, body) = request.into_parts();
    let caller = Caller::recognise(house, &parts).await?;
    if method != Method::GET {
        caller.require_writing().await?;
    }
    query::check(&parts.uri, &rule.query)?;
    parts.extensions.insert(caller.clone());
    let (key, request) = (once::key(&parts.headers)?, Request::from_parts(parts, body));
    match key {
        Some(key) if method == Method::POST => {
            let (house, say) =
                (house.clone(), move |house: &House, response| in_words(house, language, response));
            once::run(house, caller, key, request, next, say).await
        }
        _ => {
            let response = next.run(request).await;
            Ok(as_read(response, &method))
        }
    }
}

/// Counts a call where nobody asks whose the token is: by its address. One without a token was counted before.
fn count(house: &House, request: &Request) -> kernel::Result<()> {
    let headers = request.headers();
    if !headers.contains_key(header::AUTHORIZATION) {
        return Ok(());
    }
    house.limits.count(Key::nobody(address::client(house, headers, request.extensions())))
}

/// What cannot be read from an address is a mistake in the address: 400, where a body would be 422.
fn as_read(mut response: Response, method: &Method) -> Response {
    if *method == Method::GET && response.status() == StatusCode::UNPROCESSABLE_ENTITY {
        *response.status_mut() = StatusCode::BAD_REQUEST;
        if let Some(refusal) = response.extensions_mut().get_mut::<Refusal>() {
            refusal.status = StatusCode::BAD_REQUEST;
        }
    }
    response
}

/// Puts a refusal into words. What is in words already stays as it is.
fn in_words(house: &House, language: Language, mut response: Response) -> Response {
    if let Some(refusal) = response.extensions_mut().remove::<Refusal>() {
        return problem(house, language, &refusal.error, refusal.status);
    }
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        let error = kernel::forbidden("rest-method-not-allowed");
        let mut told = problem(house, language, &error, StatusCode::METHOD_NOT_ALLOWED);
        if let Some(allow) = response.headers_mut().remove("allow") {
            told.headers_mut().insert("allow", allow);
        }
        return told;
    }
    response
}
