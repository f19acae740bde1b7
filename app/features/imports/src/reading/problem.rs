use kernel::{Error, Text, invalid};

/// Why a file cannot be read, in a way that says where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The stored file is not there any more, or the disk does not answer.
    Gone,
    /// There is nothing in it.
    Empty,
    /// It is a workbook of a format that is not read: XLS, XLSB.
    OldWorkbook,
    /// It is a workbook that a password protects.
    Encrypted,
    /// It is a spreadsheet of LibreOffice.
    OpenDocument,
    /// It is a spreadsheet of Apple Numbers.
    Numbers,
    /// It is a packed archive that is no document.
    Archive,
    /// It is a workbook that ends too early, or that nobody can make sense of.
    Damaged,
    /// It is a workbook that becomes too large when it is unpacked.
    TooLarge,
    /// It is a web page or XML, whatever its name says.
    Markup,
    /// It is a picture, a PDF: no text.
    NoText,
    /// A contact card that begins on this line has no end.
    OpenCard(u64),
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
            Self::OldWorkbook => Text::new("import-problem-workbook"),
            Self::Encrypted => Text::new("import-problem-encrypted"),
            Self::OpenDocument => Text::new("import-problem-open-document"),
            Self::Numbers => Text::new("import-problem-numbers"),
            Self::Archive => Text::new("import-problem-archive"),
            Self::Damaged => Text::new("import-problem-damaged"),
            Self::TooLarge => Text::new("import-problem-too-large"),
            Self::Markup => Text::new("import-problem-markup"),
            Self::NoText => Text::new("import-problem-no-text"),
            Self::OpenCard(line) => at("import-problem-open-card", *line),
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
