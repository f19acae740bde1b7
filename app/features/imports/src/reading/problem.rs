use kernel::{Error, Text, invalid};

/// Why a file cannot be read, in a way that says where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The stored file is not there any more, or the disk does not answer.
    Gone,
    /// There is nothing in it.
    Empty,
    /// It is an Excel workbook, whatever its name says.
    Workbook,
    /// It is a picture, an archive, a PDF: no text.
    NoText,
    /// Letters on this line do not exist in the encoding.
    Letters(u64),
    /// A quote that opens on this line is never closed.
    OpenQuote(u64),
    /// Behind a closing quote on this line stands something else than a delimiter.
    StrayQuote(u64),
    /// The row that begins on this line has too many cells.
    TooManyColumns(u64),
    /// A cell on this line is longer than any field.
    CellTooLong(u64),
    /// The file has too many rows.
    TooManyRows,
}

/// A row with more cells is not taken for one.
pub const MOST_COLUMNS: usize = 1_000;
/// Bytes of a cell; no field is longer, and a quote that is never closed is found early.
pub const LONGEST_CELL: usize = 1_000_000;

impl FileProblem {
    /// The sentence for a person.
    pub fn text(&self) -> Text {
        let at = |key, line: u64| Text::new(key).with("line", i64::try_from(line).unwrap_or(i64::MAX));
        match self {
            Self::Gone => Text::new("import-problem-gone"),
            Self::Empty => Text::new("import-problem-empty"),
            Self::Workbook => Text::new("import-problem-workbook"),
            Self::NoText => Text::new("import-problem-no-text"),
            Self::Letters(line) => at("import-problem-letters", *line),
            Self::OpenQuote(line) => at("import-problem-open-quote", *line),
            Self::StrayQuote(line) => at("import-problem-stray-quote", *line),
            Self::TooManyColumns(line) => at("import-problem-columns", *line).with("limit", MOST_COLUMNS),
            Self::CellTooLong(line) => at("import-problem-cell", *line),
            Self::TooManyRows => Text::new("import-problem-rows").with("limit", super::MOST_ROWS),
        }
    }
}

impl From<FileProblem> for Error {
    fn from(problem: FileProblem) -> Self {
        invalid("file", problem.text())
    }
}
