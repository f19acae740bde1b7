//! Files on their way in and out.

mod calendar;
mod cards;
mod exports;
mod imports;
mod pictures;
mod runs;

pub use calendar::calendar;
pub use cards::{contact_card, customer_cards};
pub use exports::{export_file, export_text, streamed, wish};
pub use imports::{refused_rows, upload_import};
pub use pictures::{large_picture, small_picture, upload_picture};
pub use runs::left_records;

use axum::body::Body;
use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::files::hides;
use kernel::{Error, FileId, RecordKind, RecordRef, Result};
use records::files::Download;
use tokio_util::io::ReaderStream;

use crate::house::House;
use crate::refusal;
use crate::visitor::Visitor;

/// A file is nothing but bytes to a browser: it runs nothing, loads nothing, and belongs to no page.
const SANDBOX: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; sandbox";

/// `POST /upload/{kind}/{id}`: a form with one file for a record. Answers the file's row.
pub async fn upload(
    State(_house): State<House>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Response {
    let Ok(mut form) = form else { return failed(&not_a_form()) };
    let outcome = match record(&kind, &id) {
        Ok(record) => take(&visitor, record, &mut form).await,
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        read_away(&mut form).await;
    }
    outcome.map_or_else(|error| failed(&error), |row| axum::Json(row).into_response())
}

async fn take(visitor: &Visitor, record: RecordRef, form: &mut Multipart) -> Result<records::FileRow> {
    visitor.cx.actor.staff()?;
    let (mut field, name) = file_of(form).await?;
    let mut incoming = records::files::begin(&visitor.cx, record, &name).await?;
    while let Some(piece) = field.chunk().await.map_err(broken_off)? {
        incoming.write(&piece).await?;
    }
    records::files::finish(&visitor.cx, incoming).await
}

/// The form's file and the name under which it came.
pub async fn file_of(form: &mut Multipart) -> Result<(Field<'_>, String)> {
    let field = form.next_field().await.map_err(broken_off)?.ok_or_else(not_a_form)?;
    let name = field.file_name().ok_or_else(not_a_form)?.to_owned();
    Ok((field, name))
}

/// A browser that is cut off in the middle of a form shows its own error in place of ours.
pub async fn read_away(form: &mut Multipart) {
    while let Ok(Some(mut field)) = form.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}

/// What the end of a form that does not end well means.
pub fn broken_off(cause: axum::extract::multipart::MultipartError) -> Error {
    match cause.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge(records::FILE_LIMIT),
        _ => not_a_form(),
    }
}

/// The answer to what is no form with a file.
pub fn not_a_form() -> Error {
    kernel::invalid("file", "error-invalid")
}

/// An error for our own program in the browser.
pub fn failed(error: &Error) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    refusal::json(error, status)
}

/// `GET /records/{kind}/{id}/files/{file}`: the file, to be saved.
pub async fn download(visitor: Visitor, Path(place): Path<(String, String, String)>) -> Response {
    match open(&visitor, &place).await {
        Ok((record, file)) => {
            given(records::files::open_for_download(&visitor.cx, record, file).await, "attachment").await
        }
        Err(error) => refused(&error),
    }
}

/// `GET /records/{kind}/{id}/files/{file}/thumbnail`: the small picture that we drew of it, to be shown in a list.
pub async fn thumbnail(visitor: Visitor, Path(place): Path<(String, String, String)>) -> Response {
    match open(&visitor, &place).await {
        Ok((record, file)) => {
            given(records::files::thumbnail(&visitor.cx, record, file).await, "inline").await
        }
        Err(error) => refused(&error),
    }
}

/// `GET /records/{kind}/{id}/files/{file}/preview`: the large picture that we drew of it, to be looked at.
pub async fn preview(visitor: Visitor, Path(place): Path<(String, String, String)>) -> Response {
    match open(&visitor, &place).await {
        Ok((record, file)) => given(records::files::preview(&visitor.cx, record, file).await, "inline").await,
        Err(error) => refused(&error),
    }
}

async fn open(visitor: &Visitor, (kind, id, file): &(String, String, String)) -> Result<(RecordRef, FileId)> {
    visitor.cx.actor.staff()?;
    Ok((record(kind, id)?, FileId(file.parse().map_err(|_| Error::NotFound)?)))
}

async fn given(download: Result<Download>, disposition: &str) -> Response {
    let given = match download {
        Ok(download) => give(download, disposition).await,
        Err(error) => Err(error),
    };
    given.unwrap_or_else(|error| refused(&error))
}

/// Gives a file out.
///
/// # Errors
/// `NotFound` if it has left the disk.
pub async fn give(download: Download, disposition: &str) -> Result<Response> {
    let file = tokio::fs::File::open(&download.path).await.map_err(|_| Error::NotFound)?;
    let mut response = Body::from_stream(ReaderStream::with_capacity(file, 64 * 1024)).into_response();
    let headers = response.headers_mut();
    let mut set =
        |name, value: &str| HeaderValue::from_str(value).map(|value| drop(headers.insert(name, value)));
    let _ = set(header::CONTENT_TYPE, &download.media_type);
    let _ = set(header::CONTENT_LENGTH, &download.size.to_string());
    let _ = set(header::CONTENT_DISPOSITION, &content_disposition(disposition, &download.name));
    let _ = set(header::CONTENT_SECURITY_POLICY, SANDBOX);
    Ok(response)
}

fn refused(error: &Error) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    refusal::plain(status, status.canonical_reason().unwrap_or_default())
}

/// A record by its address; what cannot be an address is as good as a record that there is not.
fn record(kind: &str, id: &str) -> Result<RecordRef> {
    let kind = RecordKind::parse(kind).ok_or(Error::NotFound)?;
    Ok(RecordRef { kind, id: id.parse().map_err(|_| Error::NotFound)? })
}

/// A sheet as a file to be saved.
pub fn sheet(name: &str, content: String) -> Response {
    saved(name, content, HeaderValue::from_static("text/csv; charset=utf-8"))
}

/// A text that is saved under this name.
pub fn saved(name: &str, content: String, kind: HeaderValue) -> Response {
    let mut response = Body::from(content).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    if let Ok(value) = HeaderValue::from_str(&content_disposition("attachment", name)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// The name as RFC 6266 wants it: once for old programs, once in full. Neither leaves the header or the folder in which a
/// file is saved, whatever the name is, nor looks like another one.
pub fn content_disposition(disposition: &str, name: &str) -> String {
    let name: String = name.chars().filter(|c| !hides(*c)).collect();
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " ._-()".contains(c) { c } else { '_' })
        .collect();
    let full: String = name
        .replace(['/', '\\'], "_")
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"._-".contains(&b) {
                (b as char).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    format!("{disposition}; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
#[path = "files/name_tests.rs"]
mod tests;
