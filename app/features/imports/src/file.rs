//! The command line's way in: the same mechanism, with the mapping by header.

use std::path::Path;

use kernel::{Context, Error, ImportId, Result};
use tokio::io::AsyncReadExt;

use crate::{Tally, refusals, run, store};

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
    /// How many rows ended how.
    pub tally: Tally,
    /// The refused rows as CSV; `None` if there are none.
    pub refusals: Option<String>,
}

/// Brings in a file now, without the queue.
///
/// # Errors
/// `NotFound` without the file or for an unknown kind, `Invalid` where it cannot be read or a required column is
/// missing, `TooLarge`; a run that fails half-way answers its reason and can be undone.
pub async fn run_file(cx: &Context, kind: &str, path: &Path, options: CliOptions) -> Result<Report> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = tokio::fs::File::open(path).await.map_err(|_| Error::NotFound)?;
    let mut incoming = store::begin(cx, kind, &name).await?;
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut piece).await.map_err(|_| Error::NotFound)?;
        if read == 0 {
            break;
        }
        incoming.write(&piece[..read]).await?;
    }
    let id = incoming.finish().await?;
    store::propose_all(cx, id, options.create_missing).await?;
    store::prepare(cx, id, false).await?;
    run::go(&Context::system(&cx.foyer), id, None).await?;
    let import = store::find(cx, id).await?;
    if let Some(reason) = import.error {
        return Err(kernel::invalid("file", reason));
    }
    let refusals = match import.tally.refused {
        0 => None,
        _ => Some(refusals::refusals_csv(cx, id).await?.1),
    };
    Ok(Report { import: id, tally: import.tally, refusals })
}
