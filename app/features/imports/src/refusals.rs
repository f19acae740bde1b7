//! The refused rows as a file: the original cells, the number of the row and the reason in the reader's language. It
//! can be put right and brought in again.

use kernel::{Arg, Context, Error, ImportId, Result, Text};

use crate::rows::Rows;
use crate::store::{self, Refusal};
use crate::values::FORMULA;

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
                    .cloned()
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
    let mut cells: Vec<String> = refusal.cells.iter().map(|cell| harmless(cell)).collect();
    cells.resize(cells.len().max(width), String::new());
    cells.push(refusal.row.to_string());
    cells.push(say(&refusal.reason));
    cells
}

/// A spreadsheet must not take a cell for a formula. Numbers and phone numbers stay as they are.
fn harmless(cell: &str) -> String {
    let is_number = cell.chars().skip(1).all(|c| c.is_ascii_digit() || " ()./,-".contains(c));
    match cell.chars().next() {
        Some('+' | '-') if is_number => cell.to_owned(),
        Some(first) if FORMULA.contains(&first) || first.is_control() => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn unwritten(cause: csv::Error) -> Error {
    Error::internal(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "＝1+1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
            assert_eq!(
                crate::values::tidy(&harmless(formula)),
                crate::values::tidy(formula),
                "it reads back"
            );
        }
        for plain in ["+39 06 1234", "-12.50", "Ada = Bob", "0039"] {
            assert_eq!(harmless(plain), plain);
        }
    }
}
