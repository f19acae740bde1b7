//! The command line's way in: the same mechanism, with the mapping by header.

use std::path::Path;
use std::time::Duration;

use kernel::{Context, Error, ImportId, Result};
use tokio::io::AsyncReadExt;

use crate::reading::digest_of;
use crate::rows::aside;
use crate::{ByHeader, Import, ImportState, Tally, refusals, run, store};

/// What the command line can say.
#[derive(Clone, Copy, Debug, Default)]
pub struct CliOptions {
    /// Unknown words are created; otherwise their rows are refused.
    pub create_missing: bool,
}

/// How a file ended.
#[derive(Clone, Debug)]
pub struct Report {
    /// The import, to be looked at or undone on its page.
    pub import: ImportId,
    /// An earlier run of the same file had been broken off and was brought to its end.
    pub is_resumed: bool,
    /// How many rows ended how.
    pub tally: Tally,
    /// The refused rows as CSV; `None` if there are none.
    pub refusals: Option<String>,
}

/// Between two looks at a run that somebody else has under way.
const PAUSE: Duration = Duration::from_secs(1);

/// Brings in a file now, without the queue. When the same file was begun before and the process ended half-way, that
/// import is brought to its end: the rows that are in already are not brought in again.
///
/// # Errors
/// `NotFound` without the file or for an unknown kind, `Invalid` where it cannot be read or a required column is
/// missing, `TooLarge`; a run that fails half-way answers its reason and can be undone.
pub async fn run_file(cx: &Context, kind: &str, path: &Path, options: CliOptions) -> Result<Report> {
    if !tokio::fs::try_exists(path).await.unwrap_or_default() {
        return Err(Error::NotFound);
    }
    let unfinished = unfinished(cx, kind, path).await?;
    let id = match unfinished {
        Some(id) => id,
        None => take_in(cx, kind, path).await?,
    };
    if store::find(cx, id).await?.state.is_open() {
        let CliOptions { create_missing } = options;
        store::propose_all(cx, id, ByHeader { create_missing, ..ByHeader::default() }).await?;
        store::prepare(cx, id, false).await?;
    }
    let import = bring_in(cx, id).await?;
    if let Some(reason) = import.error {
        return Err(kernel::invalid("file", reason));
    }
    let refusals = match import.tally.refused {
        0 => None,
        _ => Some(refusals::refusals_csv(cx, id).await?.1),
    };
    Ok(Report { import: id, is_resumed: unfinished.is_some(), tally: import.tally, refusals })
}

/// An import of exactly this file by the same person that has not come to its end.
async fn unfinished(cx: &Context, kind: &str, path: &Path) -> Result<Option<ImportId>> {
    let size = tokio::fs::metadata(path).await.map_err(|_| Error::NotFound)?.len();
    for (id, key) in store::unfinished(cx, kind, &name_of(path), size as i64).await? {
        let (Some(stored), given) = (cx.foyer.files.path(&key), path.to_owned()) else { continue };
        let is_same = aside(move || {
            let given = digest_of(&given);
            given.is_ok() && given == digest_of(&stored)
        });
        if is_same.await? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

async fn take_in(cx: &Context, kind: &str, path: &Path) -> Result<ImportId> {
    let mut file = tokio::fs::File::open(path).await.map_err(|_| Error::NotFound)?;
    let mut incoming = store::begin(cx, kind, &name_of(path)).await?;
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece).await.map_err(|_| Error::NotFound)?;
        if read == 0 {
            return incoming.finish().await;
        }
        incoming.write(&piece[..read]).await?;
    }
}

/// Runs to the end of the file. A server that looks after runs that were broken off may have taken a batch of this one:
/// then it is waited for, and if it stops, too, the run goes on here.
async fn bring_in(cx: &Context, id: ImportId) -> Result<Import> {
    loop {
        run::go(&Context::system(&cx.foyer), id, None).await?;
        let import = store::find(cx, id).await?;
        if import.state != ImportState::Running {
            return Ok(import);
        }
        tokio::time::sleep(PAUSE).await;
    }
}
