use kernel::db::{Q, Val};
use kernel::files::{Upload, plain_name};
use kernel::{Context, ImportId, Language, Result, Texts};

use super::rows::importer;
use crate::mapping::Headers;
use crate::reading::{self, Reader};
use crate::unpacked::unpacked;
use crate::{Importer, Options};

/// Bytes that a file may have.
pub const LARGEST_FILE: u64 = 200_000_000;

/// A file that is being uploaded. Dropped before [`Incoming::finish`], it leaves nothing behind.
pub struct Incoming {
    cx: Context,
    importer: Importer,
    file_name: String,
    upload: Upload,
}

/// Begins an import of records of this kind.
///
/// # Errors
/// `Forbidden` without the right to import, `NotFound` for an unknown kind, `Unavailable` if nothing can be stored.
pub async fn begin(cx: &Context, kind: &str, file_name: &str) -> Result<Incoming> {
    let importer = importer(cx, kind)?;
    importer.require(&cx.actor)?;
    let upload = cx.foyer.files.begin(LARGEST_FILE).await?;
    // Only the name itself is shown; some browsers send a path.
    Ok(Incoming { cx: cx.clone(), importer, file_name: plain_name(file_name), upload })
}

impl Incoming {
    /// Adds a piece.
    ///
    /// # Errors
    /// `TooLarge` beyond the limit, `Unavailable` if the disk is full.
    pub async fn write(&mut self, piece: &[u8]) -> Result<()> {
        self.upload.write(piece).await
    }

    /// Stores the file, reads it through once and proposes how its columns are used.
    ///
    /// # Errors
    /// `Invalid` with the line where the file cannot be read; then nothing is kept.
    pub async fn finish(self) -> Result<ImportId> {
        let Self { cx, importer, file_name, upload } = self;
        // The size that people see is that of their file, also where something else is kept of it.
        let stored = upload.finish().await?;
        let size = stored.size;
        let kept = kernel::files::Stored { size, ..unpacked(&cx, stored).await? };
        let done = insert(&cx, importer, &file_name, &kept).await;
        if done.is_err() {
            cx.foyer.files.remove(&kept.key).await;
        }
        done
    }
}

async fn insert(
    cx: &Context,
    importer: Importer,
    file_name: &str,
    stored: &kernel::files::Stored,
) -> Result<ImportId> {
    let path = cx.foyer.files.path(&stored.key).ok_or(kernel::Error::NotFound)?;
    let fields = (importer.fields)(cx.clone()).await?;
    let foyer = cx.foyer.clone();
    let texts = move |language: Language| -> std::sync::Arc<Texts> { foyer.texts(language) };
    let headers = Headers::new(&fields, texts).arranged(importer.arrange);
    let read = tokio::task::spawn_blocking(move || look_through(&path, &headers)).await;
    let (options, rows) = &read.map_err(|cause| kernel::Error::internal(cause.to_string()))??;
    cx.tx(|tx| async move {
        Q::new("insert into import (kind, file_name, storage_key, size, state, options, rows, staff_id, created_at)")
            .push("values (?, ?, ?, ?, 'draft', ?, ?, ?, ?) returning id")
            .bind(importer.kind)
            .bind(file_name)
            .bind(&stored.key)
            .bind(stored.size)
            .bind(Val::json(options))
            .bind(*rows)
            .bind(cx.staff_id())
            .bind(cx.now)
            .number(&tx)
            .await
            .map(ImportId)
    })
    .await
}

/// Detects the format, proposes the mapping, and reads to the end: what is broken is said before anything begins.
fn look_through(path: &std::path::Path, headers: &Headers) -> Result<(Options, i64), reading::FileProblem> {
    let format = reading::detect(path, 0, &|header| headers.is_known(header))?;
    let mut reader = Reader::open(path, format)?;
    let sample = reader.next_rows(crate::inspect::SAMPLE_ROWS)?;
    let mapping = crate::inspect::propose(headers, &reader.header, &sample);
    let mut rows = sample.len() as i64;
    loop {
        let more = reader.next_rows(500)?;
        if more.is_empty() {
            break;
        }
        rows += more.len() as i64;
    }
    if rows == 0 {
        return Err(reading::FileProblem::Empty);
    }
    Ok((Options { format, mapping, ..Options::default() }, rows))
}
