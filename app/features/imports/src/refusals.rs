//! The refused rows as a file: the original cells, the number of the row and the reason in the reader's language. It
//! can be put right and brought in again.

use std::borrow::Cow;

use kernel::{Arg, Context, Error, ImportId, Result, Text, plain};

use crate::rows::Rows;
use crate::store::{self, Refusal};

/// The name and the content of the file: UTF-8 with a byte order mark, the delimiter of the import.
///
/// # Errors
/// As [`store::find`].
pub async fn refusals_csv(cx: &Context, id: ImportId) -> Result<(String, String)> {
    let kept = store::load(cx, id).await?;
    let format = kept.import.options.format;
    let header = match Rows::open(cx, &kept.storage_key, format).await {
        Ok(Ok(rows)) => rows.header,
        // The file is kept for a month only. The words of the fields are headers that are known, too.
        _ => kept.import.options.mapping.iter().map(|field| field.clone().unwrap_or_default()).collect(),
    };
    let texts = cx.foyer.texts(cx.language);
    let zone = &cx.organisation().zone;
    let say = |text: &Text| texts.render(text, zone);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(format.delimiter.byte())
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(String::from('\u{feff}').into_bytes());
    let (mut after, mut width) = (0, header.len());
    loop {
        let refused = store::refusals(cx, id, after, store::BATCH).await?;
        if after == 0 {
            width =
                refused.iter().map(|refusal| refusal.cells.len()).chain([width]).max().unwrap_or_default();
            let name = |column: usize| {
                let number = Arg::Number(column as i64 + 1);
                header
                    .get(column)
                    .filter(|name| !name.is_empty())
                    .map(|name| harmless(name).into_owned())
                    .unwrap_or_else(|| texts.text("import-column", &[("number", number)], zone))
            };
            let ours = ["import-column-row", "import-column-reason"].map(|key| say(&Text::new(key)));
            let names: Vec<_> = (0..width).map(name).chain(ours).collect();
            writer.write_record(names).map_err(unwritten)?;
        }
        let Some(last) = refused.last() else { break };
        after = last.row;
        for refusal in refused {
            writer.write_record(line(refusal, width, &say)).map_err(unwritten)?;
        }
    }
    let bytes = writer.into_inner().map_err(|cause| Error::internal(cause.to_string()))?;
    let name = stem(&kept.import.file_name);
    let content = String::from_utf8(bytes).map_err(|cause| Error::internal(cause.to_string()))?;
    Ok((format!("{name}-{}.csv", say(&Text::new("import-refused-file"))), content))
}

/// A name without what says which kind of file it was.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, kind)) if !stem.is_empty() && kind.len() <= 4 => stem,
        _ => name,
    }
}

fn line(refusal: Refusal, width: usize, say: &dyn Fn(&Text) -> String) -> Vec<String> {
    let mut cells: Vec<String> = refusal.cells.iter().map(|cell| harmless(cell).into_owned()).collect();
    cells.resize(cells.len().max(width), String::new());
    cells.push(refusal.row.to_string());
    cells.push(say(&refusal.reason));
    cells
}

/// What stood in the file, as no spreadsheet takes it for a formula. What came guarded goes back as it came: a second
/// apostrophe would stay in the text when the file is brought in again.
fn harmless(cell: &str) -> Cow<'_, str> {
    if plain::bare(cell) == cell { plain::guarded(cell) } else { Cow::Borrowed(cell) }
}

fn unwritten(cause: csv::Error) -> Error {
    Error::internal(cause.to_string())
}
