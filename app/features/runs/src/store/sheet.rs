//! What a run left, as a file for a spreadsheet.

use kernel::{Context, Error, Result, RunId, Text, plain};

use super::rows;
use crate::Stayed;

/// So many rows are read at a time.
const STEP: usize = 1_000;

/// The name and the content of the file: UTF-8 with a byte order mark, in the reader's language.
///
/// # Errors
/// As [`super::find`].
pub async fn stayed_csv(cx: &Context, id: RunId) -> Result<(String, String)> {
    let texts = cx.foyer.texts(cx.language);
    let zone = &cx.organisation().zone;
    let say = |text: &Text| texts.render(text, zone);
    let unwritten = |cause: csv::Error| Error::internal(cause.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(String::from('\u{feff}').into_bytes());
    let names = ["run-column-number", "run-column-name", "run-column-reason"].map(|key| say(&Text::new(key)));
    writer.write_record(names).map_err(unwritten)?;
    let mut after = 0;
    loop {
        let stayed = rows::stayed(cx, id, after, STEP).await?;
        let Some(last) = stayed.last() else { break };
        after = last.id;
        for Stayed { id, title, reason } in stayed {
            let (id, reason) = (id.to_string(), say(&reason));
            writer
                .write_record([id.as_str(), &*plain::guarded(&title), &*plain::guarded(&reason)])
                .map_err(unwritten)?;
        }
    }
    let bytes = writer.into_inner().map_err(|cause| Error::internal(cause.to_string()))?;
    let content = String::from_utf8(bytes).map_err(|cause| Error::internal(cause.to_string()))?;
    Ok((format!("{}-{id}.csv", say(&Text::new("run-file"))), content))
}
