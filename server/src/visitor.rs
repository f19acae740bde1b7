//! Who asks: the session cookie becomes the context of the request.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::{Actor, Context, Language, Me};
use staff::sessions::{Origin, SignedIn};

use crate::house::House;
use crate::{address, refusal};

/// Where a language is kept for people who are not signed in.
const LANGUAGE_COOKIE: &str = "foyer-language";

/// Somebody in front of a browser.
#[derive(Clone)]
pub struct Visitor {
    /// Who asks, when, in which language.
    pub cx: Context,
    /// Who is signed in, if somebody is.
    pub person: Option<Arc<SignedIn>>,
    /// The secret of the cookie, valid or not.
    pub secret: Option<Arc<str>>,
    /// Where the request comes from.
    pub address: IpAddr,
    /// What the browser calls itself.
    pub user_agent: Arc<str>,
}

impl Visitor {
    /// Where somebody signs in from.
    pub fn origin(&self) -> Origin {
        Origin { address: self.address.to_string(), user_agent: self.user_agent.to_string() }
    }

    /// What a page knows about the visitor. The cursor is taken before anything of the page is read, so that no event
    /// falls between the two.
    ///
    /// # Errors
    /// As [`kernel::feed::cursor_now`].
    pub async fn me(&self) -> kernel::Result<Me> {
        let (cx, organisation) = (&self.cx, self.cx.organisation());
        let nobody = Me::nobody(cx.language, (*organisation).clone(), cx.foyer.is_demo, cx.now);
        let Some(person) = &self.person else { return Ok(nobody) };
        Ok(Me {
            actor: person.actor.clone(),
            email: person.email.clone(),
            theme: person.theme.clone(),
            viewing: person.viewing.clone(),
            cursor: kernel::feed::cursor_now(cx.db()).await?,
            ..nobody
        })
    }
}

/// Reads the cookie and puts the [`Visitor`] into the request. The session is asked for each time, so that one that was
/// ended is over at once.
pub async fn recognise(State(house): State<House>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match identify(&house, &parts).await {
        Ok(visitor) => {
            parts.extensions.insert(visitor);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refusal::answer(&Request::from_parts(parts, body), error, status)
        }
    }
}

async fn identify(house: &House, parts: &Parts) -> kernel::Result<Visitor> {
    let headers = &parts.headers;
    let secret = cookie(headers, cookie_name(house)).map(Arc::from);
    let person = match &secret {
        Some(secret) => staff::sessions::authenticate(&house.foyer, secret).await?.map(Arc::new),
        None => None,
    };
    let actor = person.as_ref().map_or(Actor::Anonymous, |person| person.actor.clone());
    // A contact who chose another language on this device gets it, whatever staff wrote down.
    let kept = kept_language(headers).filter(|_| matches!(actor, Actor::Contact(_)));
    let chosen = kept.or_else(|| person.as_ref().and_then(|person| person.language));
    let language =
        chosen.or_else(|| asked_language(headers)).unwrap_or_else(|| house.foyer.organisation().language);
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    Ok(Visitor {
        cx: Context::new(house.foyer.clone(), actor, language),
        person,
        secret,
        address: address::client(house, headers, &parts.extensions),
        user_agent: agent.chars().take(300).collect::<String>().into(),
    })
}

/// The language that a visitor chose on the sign-in page, or the first of the browser's that we speak.
pub fn asked_language(headers: &HeaderMap) -> Option<Language> {
    let kept = kept_language(headers);
    let wanted = || {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .and_then(Language::accepted)
    };
    kept.or_else(wanted)
}

fn kept_language(headers: &HeaderMap) -> Option<Language> {
    cookie(headers, LANGUAGE_COOKIE).and_then(|code| Language::parse(&code))
}

/// With https the browser itself guards that only this host sets the cookie, for all paths.
fn cookie_name(house: &House) -> &'static str {
    if house.is_https() { "__Host-foyer" } else { "foyer" }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, value)| *key == name && !value.is_empty()).map(|(_, value)| value.to_owned())
}

/// The header that keeps a session in the browser. How long it is good for is the server's decision; the browser keeps
/// it for as long as the longest session lasts.
pub fn session_cookie(house: &House, secret: &str) -> Option<HeaderValue> {
    set_cookie(house, cookie_name(house), secret, 30 * 86_400)
}

/// The header that makes the browser forget the session.
pub fn no_session_cookie(house: &House) -> Option<HeaderValue> {
    set_cookie(house, cookie_name(house), "", 0)
}

/// The header that keeps a visitor's language in the browser.
pub fn language_cookie(house: &House, language: Language) -> Option<HeaderValue> {
    set_cookie(house, LANGUAGE_COOKIE, language.code(), 365 * 86_400)
}

fn set_cookie(house: &House, name: &str, value: &str, seconds: u32) -> Option<HeaderValue> {
    let secure = if house.is_https() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).ok()
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
