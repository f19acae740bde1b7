use std::path::PathBuf;

use kernel::{Context, Error, Result};

use crate::reading::{FileProblem, Reader, Record, source_of};
use crate::{Format, Source};

/// The rows of a stored file for those who must not wait: the disk is read on a thread for it.
pub struct Rows {
    reader: Option<Reader>,
    /// The cells of the header; empty if the file has none.
    pub header: Vec<String>,
}

/// What is read from a file, or why it cannot be read in this format.
pub type Read<T> = Result<std::result::Result<T, FileProblem>>;

impl Rows {
    /// Opens a stored file.
    pub async fn open(cx: &Context, key: &str, format: Format) -> Read<Self> {
        let path: PathBuf = cx.foyer.files.path(key).ok_or(Error::NotFound)?;
        let opened = aside(move || Reader::open(&path, format)).await?;
        Ok(opened.map(|reader| Self { header: reader.header.clone(), reader: Some(reader) }))
    }

    /// What a stored file is, however it is read.
    pub async fn source(cx: &Context, key: &str) -> Read<Source> {
        let path: PathBuf = cx.foyer.files.path(key).ok_or(Error::NotFound)?;
        aside(move || source_of(&path)).await
    }

    /// Up to `limit` more rows; none at the end.
    pub async fn next(&mut self, limit: usize) -> Read<Vec<Record>> {
        let Some(mut reader) = self.reader.take() else { return Ok(Ok(Vec::new())) };
        let (reader, rows) = aside(move || {
            let rows = reader.next_rows(limit);
            (reader, rows)
        })
        .await?;
        self.reader = Some(reader);
        Ok(rows)
    }
}

/// Does work that waits for the disk where nobody waits for it.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|cause| Error::internal(cause.to_string()))
}
