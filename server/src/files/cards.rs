use axum::extract::Path;
use axum::http::HeaderValue;
use axum::response::Response;
use customers::store::cards;
use kernel::{ContactId, CustomerId, Error, Result};

use super::{refused, saved};
use crate::visitor::Visitor;

/// `GET /contacts/{id}/card.vcf`: a contact as a card for address books.
pub async fn contact_card(visitor: Visitor, Path(id): Path<String>) -> Response {
    answer(one(&visitor, &id).await)
}

async fn one(visitor: &Visitor, id: &str) -> Result<(String, String)> {
    visitor.cx.actor.staff()?;
    cards::of_contact(&visitor.cx, ContactId(id.parse().map_err(|_| Error::NotFound)?)).await
}

/// `GET /customers/{id}/cards.vcf`: a customer and all its contacts as cards.
pub async fn customer_cards(visitor: Visitor, Path(id): Path<String>) -> Response {
    answer(all(&visitor, &id).await)
}

async fn all(visitor: &Visitor, id: &str) -> Result<(String, String)> {
    visitor.cx.actor.staff()?;
    cards::of_customer(&visitor.cx, CustomerId(id.parse().map_err(|_| Error::NotFound)?)).await
}

fn answer(cards: Result<(String, String)>) -> Response {
    match cards {
        Ok((name, cards)) => saved(&name, cards, HeaderValue::from_static("text/vcard; charset=utf-8")),
        Err(error) => refused(&error),
    }
}
