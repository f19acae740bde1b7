use kernel::{Result, TagId, Text, invalid, plain};
use serde::{Deserialize, Serialize};

/// The most characters of a tag's name.
pub const TAG_LIMIT: usize = 40;
/// The most tags of one record.
pub const TAGS_LIMIT: usize = 50;

/// A word that leads and customers are marked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Tag {
    /// Which one.
    pub id: TagId,
    /// Its name, as the first person typed it.
    pub name: String,
    /// Its colour, 0 to 9.
    pub hue: u8,
}

/// The name of a tag as it is kept: without space around it, with single spaces inside, its letters composed.
///
/// # Errors
/// `Invalid` for `tags` when it is empty or too long.
pub fn tag_name(typed: &str) -> Result<String> {
    let name = plain::line(typed);
    match name.chars().count() {
        0 => Err(invalid("tags", "error-required")),
        1..=TAG_LIMIT => Ok(name),
        _ => Err(invalid("tags", Text::new("error-too-long").with("limit", TAG_LIMIT))),
    }
}
