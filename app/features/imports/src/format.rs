use serde::{Deserialize, Serialize};

/// How the letters of a file are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, low byte first: "Unicode text" of Excel.
    Utf16le,
    /// UTF-16, high byte first.
    Utf16be,
    /// Western Europe on Windows; takes in ISO-8859-1.
    Windows1252,
    /// Western Europe with the euro sign, on Unix.
    Iso885915,
    /// Western Europe on the Macintosh of old.
    Macintosh,
    /// Central Europe on Windows.
    Windows1250,
    /// Central Europe on Unix.
    Iso88592,
    /// The Baltic on Windows.
    Windows1257,
    /// Turkish on Windows.
    Windows1254,
    /// Greek on Windows.
    Windows1253,
    /// Cyrillic on Windows.
    Windows1251,
    /// Cyrillic on Unix.
    Koi8u,
    /// Arabic on Windows.
    Windows1256,
    /// Hebrew on Windows.
    Windows1255,
    /// Japanese on Windows.
    ShiftJis,
    /// Chinese, simplified; takes in GBK.
    Gb18030,
    /// Chinese, traditional.
    Big5,
    /// Korean.
    EucKr,
}

impl Encoding {
    /// All of them with the names by the standards, in the order of the page.
    const NAMES: [(Self, &'static str); 19] = [
        (Self::Utf8, "UTF-8"),
        (Self::Windows1252, "windows-1252"),
        (Self::Iso885915, "ISO-8859-15"),
        (Self::Macintosh, "macintosh"),
        (Self::Utf16le, "UTF-16LE"),
        (Self::Utf16be, "UTF-16BE"),
        (Self::Windows1256, "windows-1256"),
        (Self::Windows1250, "windows-1250"),
        (Self::Iso88592, "ISO-8859-2"),
        (Self::Windows1257, "windows-1257"),
        (Self::Windows1254, "windows-1254"),
        (Self::Windows1253, "windows-1253"),
        (Self::Windows1251, "windows-1251"),
        (Self::Koi8u, "KOI8-U"),
        (Self::Windows1255, "windows-1255"),
        (Self::ShiftJis, "Shift_JIS"),
        (Self::Gb18030, "gb18030"),
        (Self::Big5, "Big5"),
        (Self::EucKr, "EUC-KR"),
    ];

    /// All of them, in the order of the page.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(encoding, _)| encoding)
    }

    /// The name by the standards, which is the same in every language.
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(encoding, _)| *encoding == self).map_or("UTF-8", |(_, name)| name)
    }

    /// The encoding of this name.
    pub fn parse(name: &str) -> Option<Self> {
        let named = Self::NAMES.into_iter().find(|(_, own)| own.eq_ignore_ascii_case(name));
        named.map(|(encoding, _)| encoding)
    }
}

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Bar,
}

impl Delimiter {
    /// All of them, the most likely first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    /// The character, as a byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// The word for programs and for the key of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Bar => "bar",
        }
    }

    /// The delimiter of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|delimiter| delimiter.code() == code)
    }
}

/// How a file is read: detected, shown, and corrected by hand where the guess is wrong. What does not concern a kind
/// of file is left alone by it: a workbook has no delimiter, contact cards have no header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// How the letters are written down.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// Whether the first row of the table names the columns.
    pub has_header: bool,
    /// Rows with content that stand above the table: a title, remarks. They are left out.
    #[serde(default)]
    pub skip: usize,
    /// Which sheet of a workbook, counted from 0 among those that have content.
    #[serde(default)]
    pub sheet: usize,
}

impl Default for Format {
    fn default() -> Self {
        let (encoding, delimiter) = (Encoding::default(), Delimiter::default());
        Self { encoding, delimiter, has_header: true, skip: 0, sheet: 0 }
    }
}

/// What a file of rows is by its content, whatever its name says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Text with delimiters.
    #[default]
    Text,
    /// Contact cards, vCard 2.1 to 4.0.
    Cards,
    /// A workbook, with the names of its sheets that have content.
    Workbook(Vec<String>),
}

/// Which number comes first in a date such as 03/04/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day: the 3rd of April.
    DayFirst,
    /// The month: the 4th of March.
    MonthFirst,
}
