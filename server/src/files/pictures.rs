use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Error, PictureId, RecordRef, Result};
use records::pictures::{self, Size};
use records::{Crop, PICTURE_LIMIT, PictureRef};

use super::{broken_off, failed, give, not_a_form, read_away, record, refused};
use crate::house::House;
use crate::refusal;
use crate::site;
use crate::visitor::Visitor;

/// The browser keeps it, and asks each time whether it may still be shown: who sees the record no more sees no picture.
const KEPT: &str = "private, no-cache";
/// Numbers of a crop are short.
const LONGEST_NUMBER: usize = 40;

/// `POST /pictures/{kind}/{id}`: a form with `file`, and before it the square that is cut out, as `x`, `y` and `side` of a
/// [`Crop`]; without these the middle. Answers the picture, or leads to the record's page when a form was posted without
/// our program.
pub async fn upload_picture(
    State(house): State<House>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    headers: HeaderMap,
    form: std::result::Result<Multipart, MultipartRejection>,
) -> Response {
    let Ok(mut form) = form else { return failed(&not_a_form()) };
    let outcome = match record(&kind, &id) {
        Ok(record) => take(&visitor, record, &mut form).await.map(|picture| (record, picture)),
        Err(error) => Err(error),
    };
    if outcome.is_err() {
        read_away(&mut form).await;
    }
    let wants_page = headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.to_str().is_ok_and(|accept| accept.contains("text/html")));
    match outcome {
        Ok((record, _)) if wants_page => {
            Redirect::to(&record.path().unwrap_or_else(|| "/".into())).into_response()
        }
        Ok((_, picture)) => axum::Json(picture).into_response(),
        Err(error) if wants_page => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            refusal::of(Some(&house), "/", visitor.cx.language, error, status)
        }
        Err(error) => failed(&error),
    }
}

async fn take(visitor: &Visitor, record: RecordRef, form: &mut Multipart) -> Result<PictureRef> {
    visitor.cx.actor.staff()?;
    let mut incoming = pictures::begin(&visitor.cx, record).await?;
    let mut crop = [None; 3];
    while let Some(mut field) = form.next_field().await.map_err(too_large)? {
        if field.file_name().is_none() {
            let place = ["x", "y", "side"].iter().position(|name| field.name() == Some(*name));
            let number = field.text().await.map_err(too_large)?;
            if let (Some(place), true) = (place, number.len() < LONGEST_NUMBER) {
                crop[place] = number.trim().parse::<f64>().ok();
            }
            continue;
        }
        while let Some(piece) = field.chunk().await.map_err(too_large)? {
            incoming.write(&piece).await?;
        }
        let crop = match crop {
            [Some(x), Some(y), Some(side)] => Some(Crop { x, y, side }),
            _ => None,
        };
        return pictures::finish(&visitor.cx, incoming, crop).await;
    }
    Err(not_a_form())
}

fn too_large(cause: axum::extract::multipart::MultipartError) -> Error {
    match broken_off(cause) {
        Error::TooLarge(_) => Error::TooLarge(PICTURE_LIMIT),
        other => other,
    }
}

/// `GET /pictures/{picture}/small`: a record's picture at 96 pixels.
pub async fn small_picture(visitor: Visitor, Path(picture): Path<String>, asked: HeaderMap) -> Response {
    show(&visitor, &picture, Size::Small, &asked).await.unwrap_or_else(|error| refused(&error))
}

/// `GET /pictures/{picture}/large`: a record's picture at 512 pixels.
pub async fn large_picture(visitor: Visitor, Path(picture): Path<String>, asked: HeaderMap) -> Response {
    show(&visitor, &picture, Size::Large, &asked).await.unwrap_or_else(|error| refused(&error))
}

async fn show(visitor: &Visitor, picture: &str, size: Size, asked: &HeaderMap) -> Result<Response> {
    visitor.cx.actor.staff()?;
    let picture = PictureId(picture.parse().map_err(|_| Error::NotFound)?);
    let found = pictures::open(&visitor.cx, picture, size).await?;
    // What a number leads to never changes, so the number says whether the browser has it.
    let tag = format!("\"{picture}\"");
    let has_it = asked.get_all(header::IF_NONE_MATCH).iter().any(|value| site::names(value, &tag));
    let mut response = match has_it {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => give(found, "inline").await?,
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert(header::VARY, HeaderValue::from_static("Cookie"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).map_err(Error::internal)?);
    Ok(response)
}
