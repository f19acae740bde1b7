use ::exports::{Delimiter, ExportWish, Streamed};
use axum::body::Body;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, ExportId, Language, Result, invalid};
use records::files::Download;

use super::{content_disposition, give, refused};
use crate::visitor::Visitor;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /export/{kind}`: what a list shows as text, while it is read. Behind the question mark stands what the address of
/// the list says, and `columns`, `delimiter`,
/// `ids` and `except`.
pub async fn export_text(visitor: Visitor, Path(kind): Path<String>, RawQuery(query): RawQuery) -> Response {
    let text = async {
        visitor.cx.actor.staff()?;
        let (wish, delimiter) = wish(kind, query.as_deref().unwrap_or_default(), visitor.cx.language)?;
        ::exports::stream(&visitor.cx, &wish, delimiter).await
    };
    text.await.map_or_else(|error| refused(&error), streamed)
}

/// What an address wants.
///
/// # Errors
/// `Invalid` for what cannot be read.
pub fn wish(kind: String, query: &str, language: Language) -> Result<(ExportWish, Delimiter)> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let text = |name: &str| pairs.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str());
    let list = |name: &str| {
        text(name).split(',').map(str::to_owned).filter(|part| !part.is_empty()).collect::<Vec<_>>()
    };
    let ids = |name: &'static str| {
        let id = |id: String| id.parse().map_err(|_| invalid(name, "error-invalid"));
        list(name).into_iter().map(id).collect::<Result<Vec<i64>>>()
    };
    let delimiter = match text("delimiter") {
        "" => Delimiter::of(language),
        code => Delimiter::parse(code).ok_or_else(|| invalid("delimiter", "error-invalid"))?,
    };
    let wish = ExportWish {
        kind,
        address: query.to_owned(),
        ids: ids("ids")?,
        except: ids("except")?,
        columns: list("columns").into_iter().map(Into::into).collect(),
    };
    Ok((wish, delimiter))
}

/// A file of text on its way out.
pub fn streamed(Streamed { name, pieces }: Streamed) -> Response {
    let mut response = Body::from_stream(pieces).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    if let Ok(value) = HeaderValue::from_str(&content_disposition("attachment", &name)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// `GET /exports/{id}/file`: a workbook that was made.
pub async fn export_file(visitor: Visitor, Path(id): Path<String>) -> Response {
    let file = async {
        visitor.cx.actor.staff()?;
        let id = ExportId(id.parse().map_err(|_| Error::NotFound)?);
        let ready = ::exports::store::open(&visitor.cx, id).await?;
        let download = Download {
            path: ready.path,
            size: ready.size,
            name: ready.name,
            media_type: WORKBOOK.to_owned(),
        };
        give(download, "attachment").await
    };
    file.await.unwrap_or_else(|error| refused(&error))
}
