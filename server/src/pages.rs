//! Pages: the shell draws them here, whole, so that each can be read before any program has arrived.

use std::sync::Arc;

use app::PageHead;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Error, Language, Me};
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use crate::forms::{query, safe_path};
use crate::house::House;
use crate::routes::{self, Access};
use crate::visitor::{self, Visitor};
use crate::{headers, refusal};

/// Shows a page, or leads to the one that has to come first: set-up, then sign-in.
pub async fn show(State(house): State<House>, visitor: Visitor, request: Request) -> Response {
    match detour(&house, &visitor, request.uri().clone()).await {
        Ok(Some(detour)) => detour,
        Ok(None) => draw(house, visitor, request).await,
        Err(error) => failed(&request, error),
    }
}

/// Shows the shell's page for addresses that there are not.
pub async fn missing(State(house): State<House>, visitor: Visitor, request: Request) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.to_str().is_ok_and(|a| a.contains("text/html")));
    if !wants_page || request.uri().path().starts_with("/api/") {
        return failed(&request, Error::NotFound);
    }
    if visitor.person.is_none() {
        return show(State(house), visitor, request).await;
    }
    let mut response = draw(house, visitor, request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn detour(house: &House, visitor: &Visitor, uri: Uri) -> kernel::Result<Option<Response>> {
    let path = uri.path();
    let is_signed_in = visitor.person.is_some();
    match (path, house.is_set_up().await?) {
        ("/set-up", false) => return Ok(None),
        (_, false) => return Ok(Some(Redirect::to("/set-up").into_response())),
        ("/set-up", true) => return Ok(Some(Redirect::to("/").into_response())),
        ("/sign-in", true) if is_signed_in => return Ok(Some(Redirect::to("/").into_response())),
        _ => {}
    }
    if is_signed_in || routes::page_access(path) == Some(Access::Everybody) {
        return Ok(None);
    }
    Ok(Some(to_sign_in(house, visitor, &uri)))
}

/// Leads to the sign-in page and afterwards back to where somebody wanted to go.
fn to_sign_in(house: &House, visitor: &Visitor, uri: &Uri) -> Response {
    let wanted = uri.path_and_query().map_or("/", |wanted| wanted.as_str());
    let next = safe_path(wanted).filter(|next| *next != "/");
    // Who had a session learns why it is gone.
    let problem = visitor.secret.as_ref().map(|_| "error-unauthenticated");
    let target = query("/sign-in", [("next", next), ("problem", problem)]);
    let mut response = Redirect::to(&target).into_response();
    if let Some(cookie) = visitor.secret.as_ref().and_then(|_| visitor::no_session_cookie(house)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn draw(house: House, visitor: Visitor, request: Request) -> Response {
    let me = match visitor.me().await {
        Ok(me) => Arc::new(me),
        Err(error) => return failed(&request, error),
    };
    let head = head(&house);
    let context = move || provide(&house, &visitor, &me);
    leptos_axum::render_app_async_with_context(context, move || app::shell(head.clone()))(request).await
}

/// What pages and the server functions that they call while they are drawn find as contexts.
fn provide(house: &House, visitor: &Visitor, me: &Arc<Me>) {
    provide_context(visitor.cx.clone());
    provide_context(me.clone());
    if let Some(person) = &visitor.person {
        provide_context((**person).clone());
    }
    provide_context(house.site.pieces().clone());
    if let (Some(nonce), Some(options)) = (use_nonce(), use_context::<ResponseOptions>())
        && let Some(policy) = headers::of_page(&nonce)
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        options.insert_header(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    }
}

fn head(house: &House) -> PageHead {
    let url = |name: &str| house.site.url(name).to_owned();
    PageHead {
        style: url("app.css"),
        loader: url("loader.js"),
        code: url("app.js"),
        program: url("app.wasm"),
        icon: url("favicon.svg"),
        texts: Language::ALL
            .map(|language| (language, url(&format!("texts/{}.ftl", language.code()))))
            .into(),
        live_reload: house.site.live_reload().map(str::to_owned),
    }
}

fn failed(request: &Request, error: Error) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    refusal::answer(request, error, status)
}
