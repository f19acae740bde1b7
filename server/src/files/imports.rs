use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Error, ImportId, Result};
use serde_json::json;

use super::{broken_off, failed, not_a_form, read_away, refused, sheet};
use crate::visitor::Visitor;

/// `POST /imports`: a form with `kind` and `file`, in this order. Answers the import's number, or leads to its page when
/// a form was posted without our program.
pub async fn upload_import(
    visitor: Visitor,
    headers: HeaderMap,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Response {
    let Ok(mut form) = form else { return failed(&not_a_form()) };
    let outcome = take(&visitor, &mut form).await;
    if outcome.is_err() {
        read_away(&mut form).await;
    }
    let wants_page = headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.to_str().is_ok_and(|a| a.contains("text/html")));
    match outcome {
        Ok(id) if wants_page => Redirect::to(&format!("/imports/{id}")).into_response(),
        Ok(id) => axum::Json(json!({ "id": id })).into_response(),
        Err(error) => failed(&error),
    }
}

async fn take(visitor: &Visitor, form: &mut Multipart) -> Result<ImportId> {
    visitor.cx.actor.staff()?;
    let mut kind = String::from("leads");
    while let Some(mut field) = form.next_field().await.map_err(broken_off)? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            if field.name() == Some("kind") {
                kind = field.text().await.map_err(broken_off)?;
            }
            continue;
        };
        let mut incoming = ::imports::store::begin(&visitor.cx, &kind, &name).await?;
        while let Some(piece) = field.chunk().await.map_err(broken_off)? {
            incoming.write(&piece).await?;
        }
        return incoming.finish().await;
    }
    Err(not_a_form())
}

/// `GET /imports/{id}/refused.csv`: the rows that were refused, each with its reason, to be put right and brought in
/// again.
pub async fn refused_rows(visitor: Visitor, Path(id): Path<String>) -> Response {
    match rows(&visitor, &id).await {
        Ok((name, rows)) => sheet(&name, rows),
        Err(error) => refused(&error),
    }
}

async fn rows(visitor: &Visitor, id: &str) -> Result<(String, String)> {
    visitor.cx.actor.staff()?;
    ::imports::refusals_csv(&visitor.cx, ImportId(id.parse().map_err(|_| Error::NotFound)?)).await
}
