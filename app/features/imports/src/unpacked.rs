//! What is kept of an upload: the rows of a workbook, and any other file as it is.

use std::io::Write;

use kernel::files::Stored;
use kernel::{Context, Error, Result};
use tokio::sync::{Semaphore, mpsc};

use crate::reading::{FileProblem, Kind, LARGEST_SPOOL, kind_of, unpack};
use crate::rows::aside;

/// Bytes that are handed over at a time.
const PIECE: usize = 256 * 1024;

/// One workbook at a time: its shared strings stand in memory.
static TURN: Semaphore = Semaphore::const_new(1);

/// The file that imports read from, in place of the one that was uploaded.
///
/// # Errors
/// `Invalid` if rows cannot be read from it, `Unavailable` if the disk is full; then nothing is kept.
pub async fn unpacked(cx: &Context, uploaded: Stored) -> Result<Stored> {
    let kept = keep(cx, &uploaded).await;
    match kept {
        Ok(None) => Ok(uploaded),
        Ok(Some(rows)) => {
            cx.foyer.files.remove(&uploaded.key).await;
            Ok(rows)
        }
        Err(error) => {
            cx.foyer.files.remove(&uploaded.key).await;
            Err(error)
        }
    }
}

async fn keep(cx: &Context, uploaded: &Stored) -> Result<Option<Stored>> {
    let path = cx.foyer.files.path(&uploaded.key).ok_or(Error::NotFound)?;
    let looked_at = path.clone();
    match aside(move || kind_of(&looked_at)).await?? {
        Kind::Text | Kind::Cards => return Ok(None),
        // What only we write does not come from outside.
        Kind::Spool => return Err(FileProblem::NoText.into()),
        Kind::Workbook => {}
    }
    let _turn = TURN.acquire().await.map_err(|_| Error::Unavailable)?;
    let mut rows = cx.foyer.files.begin(LARGEST_SPOOL).await?;
    let (send, mut pieces) = mpsc::channel(2);
    let digest = uploaded.sha256.clone();
    let work = tokio::task::spawn_blocking(move || unpack(&path, Pieces { send, piece: Vec::new() }, digest));
    while let Some(piece) = pieces.recv().await {
        rows.write(&piece).await.map_err(|error| match error {
            Error::TooLarge(_) => FileProblem::TooLarge.into(),
            other => other,
        })?;
    }
    // A workbook that makes its reader stumble is damaged, whatever else it is.
    work.await.unwrap_or(Err(FileProblem::Damaged))?;
    rows.finish().await.map(Some)
}

/// Hands what is written to somebody who writes it to the disk, and waits where he is slow.
struct Pieces {
    send: mpsc::Sender<Vec<u8>>,
    piece: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.send.blocking_send(piece).map_err(|_| std::io::ErrorKind::BrokenPipe.into())
    }
}
