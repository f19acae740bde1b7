use axum::extract::Path;
use axum::response::Response;
use kernel::{Error, Result, RunId};

use super::{refused, sheet};
use crate::visitor::Visitor;

/// `GET /runs/{id}/left.csv`: the records that a run left as they were, each with its reason.
pub async fn left_records(visitor: Visitor, Path(id): Path<String>) -> Response {
    match left(&visitor, &id).await {
        Ok((name, rows)) => sheet(&name, rows),
        Err(error) => refused(&error),
    }
}

async fn left(visitor: &Visitor, id: &str) -> Result<(String, String)> {
    visitor.cx.actor.staff()?;
    ::runs::store::stayed_csv(&visitor.cx, RunId(id.parse().map_err(|_| Error::NotFound)?)).await
}
