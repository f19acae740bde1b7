//! The writing of a workbook in the background. A server that is killed begins it anew: until it is done there is no file.

use std::path::Path;

use kernel::files::Stored;
use kernel::{Context, Error, ExportId, Instant, Result};
use serde_json::Value as Json;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio::sync::mpsc;

use crate::rows::Rows;
use crate::store::{self, Kept};
use crate::workbook::{self, MOST_ROWS};
use crate::{ExportState, ExportWish};

/// How far it is, is noted so often.
const NOTE_EVERY: i64 = Instant::SECOND;
/// No file is larger.
const LARGEST: u64 = 4 << 30;

/// The job `export.run`.
///
/// # Errors
/// Only those that time heals; others end the export.
pub async fn job(cx: Context, payload: Json) -> Result<()> {
    let id = ExportId(payload["export"].as_i64().unwrap_or_default());
    match write(&cx, id).await {
        Err(error @ (Error::Busy | Error::Unavailable)) => Err(error),
        Err(error) => store::fail(&cx, id, &error).await,
        Ok(()) => Ok(()),
    }
}

async fn write(system: &Context, id: ExportId) -> Result<()> {
    let Kept { export, wish, language, .. } = store::load(system, id).await?;
    if export.state != ExportState::Running {
        return Ok(());
    }
    let cx = &match export.staff_id {
        Some(staff) => {
            let acting = staff::acting(system, staff).await?;
            acting.ok_or_else(|| kernel::forbidden("export-problem-staff"))?
        }
        None => system.clone(),
    };
    let cx = &Context { language, ..cx.clone() };
    let Some((file, rows)) = workbook(cx, id, &wish).await? else {
        // The server stops: the next start begins again.
        return system.tx(|tx| async move { store::enqueue(system, &tx, id).await }).await;
    };
    if !store::finish(system, id, rows, Some(&file)).await? {
        cx.foyer.files.remove(&file.key).await;
    }
    Ok(())
}

/// Writes the workbook; `None` if the server stops before it is done.
async fn workbook(cx: &Context, id: ExportId, wish: &ExportWish) -> Result<Option<(Stored, i64)>> {
    let mut rows = Rows::begin(cx, wish).await?;
    let folder = cx.foyer.files.folder().to_owned();
    tokio::fs::create_dir_all(&folder).await.map_err(unwritten)?;
    let (sender, receiver) = mpsc::channel(2);
    let sheet = workbook::Sheet {
        heads: rows.heads(),
        is_right_to_left: cx.language.direction() == "rtl",
        day: cx.organisation().zone.day(cx.now),
    };
    let writing = tokio::task::spawn_blocking(move || workbook::write(&sheet, receiver, &folder));
    let (mut count, mut noted) = (0, cx.now);
    while let Some(batch) = rows.next().await? {
        if cx.foyer.stop.is_asked() {
            return Ok(None);
        }
        count += batch.len() as i64;
        if count > MOST_ROWS {
            return Err(kernel::invalid(
                "format",
                kernel::Text::new("export-too-many-rows").with("most", MOST_ROWS),
            ));
        }
        if sender.send(batch).await.is_err() {
            // The writer has given up; it says why below.
            break;
        }
        let now = cx.foyer.clock.now();
        if now.0 - noted.0 >= NOTE_EVERY {
            noted = now;
            store::note(cx, id, count).await?;
        }
    }
    drop(sender);
    let file = writing.await.map_err(|cause| Error::internal(cause.to_string()))??;
    Ok(Some((keep(cx, file).await?, count)))
}

/// Brings the written file to where files lie.
async fn keep(cx: &Context, file: std::fs::File) -> Result<Stored> {
    let mut file = tokio::fs::File::from_std(file);
    file.rewind().await.map_err(unwritten)?;
    let mut upload = cx.foyer.files.begin(LARGEST).await?;
    let mut piece = vec![0; 256 * 1024];
    loop {
        let read = file.read(&mut piece).await.map_err(unwritten)?;
        if read == 0 {
            return upload.finish().await;
        }
        upload.write(&piece[..read]).await?;
    }
}

/// The disk is full, mostly: time heals it.
pub(crate) fn unwritten(cause: std::io::Error) -> Error {
    tracing::error!(%cause, "a workbook could not be written");
    Error::Unavailable
}

/// A file that is gone from its folder as soon as nobody holds it, also when the process is killed.
pub(crate) fn nameless(folder: &Path) -> Result<std::fs::File> {
    tempfile::tempfile_in(folder).map_err(unwritten)
}
