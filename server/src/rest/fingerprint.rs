//! What makes two calls with the same `Idempotency-Key` equal: method, address and what was sent.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header;
use futures::StreamExt;
use kernel::Error;
use sha2::{Digest, Sha256};
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use super::problem::Refusal;
use crate::body;
use crate::files::not_a_form;
use crate::house::House;

/// No body but that of an upload is longer.
const LONGEST: usize = 8_000_000;
/// So much of a spooled form is in memory at a time.
const PIECE: usize = 64 * 1024;

/// The fingerprint of a call, and the call again, for its body had to be read. Two calls have the same one if they say
/// the same: of a form, which programs write with other boundaries each time, what its parts say, and every byte of a
/// file.
///
/// # Errors
/// `TooLarge`; `Invalid` for a form that does not arrive whole; `Unavailable` if the disk is full.
pub async fn of(house: &House, request: Request) -> Result<(Request, String), Refusal> {
    let (parts, body) = request.into_parts();
    let mut hash = Sha256::new();
    let target = parts.uri.path_and_query().map_or("", |target| target.as_str());
    for word in [parts.method.as_str(), target] {
        hash.update(word);
        hash.update([0]);
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default();
    let is_form = kind.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("multipart/"));
    let body = match is_form {
        true => {
            let largest = body::largest_upload(parts.uri.path()) as u64;
            let mut file = spool(house, body, largest).await?;
            hash.update(digest(&mut file, kind).await?);
            Body::from_stream(ReaderStream::with_capacity(file, PIECE))
        }
        false => {
            let bytes = to_bytes(body, LONGEST).await.map_err(|_| Error::TooLarge(2_000_000))?;
            hash.update(&bytes);
            Body::from(bytes)
        }
    };
    let fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((Request::from_parts(parts, body), fingerprint))
}

/// Puts a form on the disk, where it is read twice: a file may be larger than the memory that a call may take. Nobody
/// sees it there, and it is gone when nobody holds it, also when the process is killed.
async fn spool(house: &House, body: Body, limit: u64) -> kernel::Result<File> {
    let folder = house.foyer.files.folder().to_owned();
    let made = tokio::task::spawn_blocking(move || {
        std::fs::create_dir_all(&folder)?;
        tempfile::tempfile_in(&folder)
    });
    let mut file = File::from_std(made.await.map_err(Error::internal)?.map_err(no_storage)?);
    let (mut pieces, mut size) = (body.into_data_stream(), 0);
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| not_a_form())?;
        size += piece.len() as u64;
        if size > limit {
            body::read_away(&mut pieces, size).await;
            return Err(body::too_large(limit));
        }
        file.write_all(&piece).await.map_err(no_storage)?;
    }
    file.flush().await.map_err(no_storage)?;
    file.rewind().await.map_err(no_storage)?;
    Ok(file)
}

/// The digest of what a spooled form says. One that cannot be read says its bytes: whoever answers the call refuses it.
async fn digest(file: &mut File, kind: &str) -> kernel::Result<[u8; 32]> {
    let of_parts = match multer::parse_boundary(kind) {
        Ok(boundary) => digest_of_parts(file, boundary).await.ok(),
        Err(_) => None,
    };
    // This waits for a reading that is still under way, too.
    file.rewind().await.map_err(no_storage)?;
    if let Some(digest) = of_parts {
        return Ok(digest);
    }
    let (mut hash, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        match file.read(&mut piece).await.map_err(no_storage)? {
            0 => break,
            read => hash.update(&piece[..read]),
        }
    }
    file.rewind().await.map_err(no_storage)?;
    Ok(hash.finalize().into())
}

/// Names, names of files and contents, each of a length of its own, so that none can be taken for the next one.
async fn digest_of_parts(file: &mut File, boundary: String) -> multer::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut form = multer::Multipart::new(ReaderStream::with_capacity(file, PIECE), boundary);
    while let Some(mut field) = form.next_field().await? {
        for name in [field.name(), field.file_name()] {
            hash.update([u8::from(name.is_some())]);
            hash.update(Sha256::digest(name.unwrap_or_default()));
        }
        let mut content = Sha256::new();
        while let Some(piece) = field.chunk().await? {
            content.update(&piece);
        }
        hash.update(content.finalize());
    }
    Ok(hash.finalize().into())
}

fn no_storage(cause: std::io::Error) -> Error {
    tracing::error!(%cause, "a form could not be spooled");
    Error::Unavailable
}
