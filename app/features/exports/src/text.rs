//! A file of text with delimiters: UTF-8 with a byte order mark, lines ended by CR LF, quotes as RFC 4180 has them.

use futures::stream::{BoxStream, StreamExt, try_unfold};
use kernel::{Context, Error, ExportId, Result};

use crate::cell::Cell;
use crate::rows::Rows;
use crate::store::{self, Format};
use crate::{Delimiter, ExportWish};

/// A file that is written while it goes out.
pub struct Streamed {
    /// What it is called.
    pub name: String,
    /// Its content, piece by piece.
    pub pieces: BoxStream<'static, Result<Vec<u8>>>,
}

/// Exports as text. What is taken out, by whom and how much of it stands in the history.
///
/// # Errors
/// `NotFound` for a kind that nobody exports, `Forbidden` without the right, `Invalid` for what cannot be read, `TooMany`.
pub async fn stream(cx: &Context, wish: &ExportWish, delimiter: Delimiter) -> Result<Streamed> {
    let rows = Rows::begin(cx, wish).await?;
    let (id, name) = store::begin(cx, wish, Format::Csv, None).await?;
    let state = State { cx: cx.clone(), id, rows, delimiter, count: 0, is_begun: false };
    let pieces = try_unfold(Some(state), |state| async move {
        match state {
            Some(state) => state.piece().await,
            None => Ok(None),
        }
    });
    Ok(Streamed { name, pieces: pieces.boxed() })
}

struct State {
    cx: Context,
    id: ExportId,
    rows: Rows,
    delimiter: Delimiter,
    count: i64,
    is_begun: bool,
}

impl State {
    async fn piece(mut self) -> Result<Option<(Vec<u8>, Option<Self>)>> {
        let is_begun = std::mem::replace(&mut self.is_begun, true);
        if !is_begun {
            let mut piece = "\u{feff}".as_bytes().to_vec();
            let heads: Vec<Cell> = self.rows.heads().into_iter().map(Cell::Text).collect();
            piece.extend(lines(self.delimiter, &[heads])?);
            return Ok(Some((piece, Some(self))));
        }
        match self.rows.next().await? {
            Some(rows) => {
                self.count += rows.len() as i64;
                Ok(Some((lines(self.delimiter, &rows)?, Some(self))))
            }
            None => {
                store::finish(&self.cx, self.id, self.count, None).await?;
                Ok(None)
            }
        }
    }
}

fn lines(delimiter: Delimiter, rows: &[Vec<Cell>]) -> Result<Vec<u8>> {
    let unwritten = |cause: String| Error::internal(cause);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(Cell::text)).map_err(|cause| unwritten(cause.to_string()))?;
    }
    writer.into_inner().map_err(|cause| unwritten(cause.to_string()))
}
