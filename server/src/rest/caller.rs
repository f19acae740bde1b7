use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use kernel::{Actor, Context, Error, Scope};

use super::problem::Refusal;
use crate::events::Identity;
use crate::house::House;
use crate::limits::Key;
use crate::visitor::{self, Visitor};
use crate::{address, origin};

/// Who calls: a program with an API token, or one of our own pages with the session of who looks at it.
#[derive(Clone)]
pub struct Caller {
    /// For whom it acts, when, in which language.
    pub cx: Context,
    /// By what it was recognised, to ask again while a stream is open.
    pub identity: Identity,
}

impl Caller {
    /// Recognises the caller. A request with a token is the token's, whatever cookie comes along, and is counted as its
    /// owner's; one without was counted before.
    ///
    /// # Errors
    /// `Unauthenticated`; `TooMany` for who asks too often; a refusal for another site's page that uses a session.
    pub async fn recognise(house: &House, parts: &Parts) -> Result<Self, Refusal> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            return by_session(house, parts)?.ok_or_else(|| Error::Unauthenticated.into());
        }
        let found = by_token(house, &parts.headers).await?;
        let actor = found.as_ref().map_or(&Actor::Anonymous, |caller| &caller.cx.actor);
        house.limits.count(Key::of(actor, address::client(house, &parts.headers, &parts.extensions)))?;
        found.ok_or_else(|| Error::Unauthenticated.into())
    }

    /// Refuses a token that is for reading only. Most writing operations ask for a right that such a token does not
    /// have; this holds for all of them.
    ///
    /// # Errors
    /// `Forbidden`.
    pub async fn require_writing(&self) -> Result<(), Refusal> {
        let Ok(staff) = self.cx.actor.staff() else { return Ok(()) };
        let Some(id) = staff.token else { return Ok(()) };
        let tokens = staff::tokens::list(&self.cx, staff.id).await?;
        match tokens.iter().any(|token| token.id == id && token.scope != Scope::Read) {
            true => Ok(()),
            false => Err(kernel::forbidden("rest-token-reads").into()),
        }
    }
}

async fn by_token(house: &House, headers: &HeaderMap) -> Result<Option<Caller>, Refusal> {
    let Some(token) = bearer(headers) else { return Ok(None) };
    let Some(actor) = staff::tokens::authenticate(&house.foyer, token).await? else { return Ok(None) };
    let cx = Context::new(house.foyer.clone(), actor, language(house, headers));
    Ok(Some(Caller { cx, identity: Identity::Token(token.into()) }))
}

fn by_session(house: &House, parts: &Parts) -> Result<Option<Caller>, Refusal> {
    let Some(visitor) = parts.extensions.get::<Visitor>() else { return Ok(None) };
    let (Some(_), Some(secret)) = (&visitor.person, &visitor.secret) else { return Ok(None) };
    // What changes something was asked this before; a session must not open streams for other sites either.
    let host = address::host(&parts.headers, &parts.uri).unwrap_or_default();
    if origin::comes_from_elsewhere(house, &parts.headers, host) {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "error-other-site"));
    }
    Ok(Some(Caller { cx: visitor.cx.clone(), identity: Identity::Session(secret.clone()) }))
}

/// The language that a program asks for; the organisation's if it asks for none.
pub fn language(house: &House, headers: &HeaderMap) -> kernel::Language {
    visitor::asked_language(headers).unwrap_or_else(|| house.foyer.organisation().language)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        // The guard has put it there for every address that is not everybody's.
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Unauthenticated.into())
    }
}
