use kernel::{Day, plain};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Text, never a formula.
    Text(String),
    /// A number with a point, as `kernel::Money::decimal` writes it.
    Number(String),
    /// A day.
    Day(Day),
    /// A local day and the seconds since its midnight.
    Moment(Day, u32),
}

impl Cell {
    /// The cell of a text file.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => plain::guarded(text).into_owned(),
            Self::Number(number) => number.clone(),
            Self::Day(day) => day.to_string(),
            Self::Moment(day, seconds) => format!("{day} {}", clock(*seconds)),
        }
    }
}

/// A time of the day with its seconds.
pub(crate) fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
