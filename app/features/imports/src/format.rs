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
    /// Central Europe on Windows.
    Windows1250,
    /// Arabic on Windows.
    Windows1256,
    /// Western Europe on the Macintosh of old.
    Macintosh,
}

impl Encoding {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Iso885915,
        Self::Windows1250,
        Self::Windows1256,
        Self::Macintosh,
        Self::Utf16le,
        Self::Utf16be,
    ];

    /// The name by the standards, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16le => "UTF-16LE",
            Self::Utf16be => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
            Self::Iso885915 => "ISO-8859-15",
            Self::Windows1250 => "windows-1250",
            Self::Windows1256 => "windows-1256",
            Self::Macintosh => "macintosh",
        }
    }

    /// The encoding of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name))
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

/// How a file is read: detected, shown, and corrected by hand where the guess is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// How the letters are written down.
    pub encoding: Encoding,
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// Whether the first row names the columns.
    pub has_header: bool,
}

impl Default for Format {
    fn default() -> Self {
        Self { encoding: Encoding::default(), delimiter: Delimiter::default(), has_header: true }
    }
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
