use kernel::{PictureId, RecordRef};
use serde::{Deserialize, Serialize};

/// The most bytes of what a picture of a record is made from.
pub const PICTURE_LIMIT: u64 = 10_000_000;
/// The most pixels of a picture that is unpacked; more would fill the memory.
pub const PICTURE_PIXELS: u64 = 50_000_000;

/// The picture that a record has. Another picture is another number, so what an address leads to never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct PictureRef {
    /// Which one.
    pub id: PictureId,
}

impl PictureRef {
    /// Where it stands at 96 pixels, for lists and cards.
    pub fn small_path(self) -> String {
        format!("/pictures/{}/small", self.id)
    }

    /// Where it stands at 512 pixels, for the head of a page.
    pub fn large_path(self) -> String {
        format!("/pictures/{}/large", self.id)
    }
}

/// Where a picture of this record is sent.
pub fn picture_path(record: RecordRef) -> String {
    format!("/pictures/{}/{}", record.kind.code(), record.id)
}

/// The square that is cut out of a picture that lies upright. It may reach beyond the picture: there the ground is white.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// Where it begins, as a fraction of the picture's width from its left edge.
    pub x: f64,
    /// Where it begins, as a fraction of the picture's height from its upper edge.
    pub y: f64,
    /// Its side as a fraction of the picture's shorter side: 1 for the largest square inside.
    pub side: f64,
}

impl Crop {
    /// The largest square in the middle of a picture of this width and height.
    pub fn centred(width: f64, height: f64) -> Self {
        let start = |length: f64| (length - width.min(height)) / 2.0 / length;
        Self { x: start(width), y: start(height), side: 1.0 }
    }
}

impl From<ui::CropArea> for Crop {
    fn from(area: ui::CropArea) -> Self {
        Self { x: area.x, y: area.y, side: area.side }
    }
}

/// Why a content that begins like this cannot become a picture, as the key of a sentence.
#[cfg(not(target_arch = "wasm32"))] // The browser knows a name and a type; who has the bytes is the server.
pub(crate) fn unfit(head: &[u8]) -> Option<&'static str> {
    let is_taken = crate::FILE_KINDS.iter().any(|kind| TAKEN.contains(&kind.media_type) && kind.fits(head));
    match head {
        [] => Some("picture-empty"),
        _ if is_taken => None,
        _ if is_drawing(head) => Some("picture-svg"),
        _ => Some("picture-kind-refused"),
    }
}

/// Why a file of this name and media type cannot become a picture, as far as these tell.
pub(crate) fn unfit_file(name: &str, media_type: &str, size: f64) -> Option<&'static str> {
    let is_drawing = media_type == "image/svg+xml" || name.to_lowercase().ends_with(".svg");
    match () {
        () if is_drawing => Some("picture-svg"),
        () if !TAKEN.contains(&media_type) => Some("picture-kind-refused"),
        () if size < 1.0 => Some("picture-empty"),
        () if size > PICTURE_LIMIT as f64 => Some("picture-too-large"),
        () => None,
    }
}

/// What is taken. Vector drawings are not: they can hold programs, and drawing them would need a program of its own.
pub(crate) const TAKEN: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

#[cfg(not(target_arch = "wasm32"))]
fn is_drawing(head: &[u8]) -> bool {
    head.to_ascii_lowercase().windows(4).any(|part| part == b"<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_what_becomes_a_picture() {
        assert_eq!(unfit(b"\x89PNG\r\n\x1A\n"), None);
        assert_eq!(unfit(b"\xFF\xD8\xFF\xE0"), None);
        assert_eq!(unfit(b"RIFF\x10\0\0\0WEBPVP8 "), None);
        assert_eq!(unfit(b"<?xml version=\"1.0\"?>\n<SVG onload='alert(1)'>"), Some("picture-svg"));
        assert_eq!(unfit(b"<!doctype html><script>"), Some("picture-kind-refused"));
        assert_eq!(unfit(b"GIF89a"), Some("picture-kind-refused"));
        assert_eq!(unfit(b""), Some("picture-empty"));
    }

    #[test]
    fn a_file_is_refused_before_it_is_sent_where_its_name_or_size_tell() {
        assert_eq!(unfit_file("logo.png", "image/png", 5_000.0), None);
        assert_eq!(unfit_file("Logo.SVG", "", 5_000.0), Some("picture-svg"));
        assert_eq!(unfit_file("logo.png", "image/svg+xml", 5_000.0), Some("picture-svg"));
        assert_eq!(unfit_file("scan.tif", "image/tiff", 5_000.0), Some("picture-kind-refused"));
        assert_eq!(unfit_file("photo.jpg", "image/jpeg", 10_000_001.0), Some("picture-too-large"));
        assert_eq!(unfit_file("photo.jpg", "image/jpeg", 0.0), Some("picture-empty"));
    }

    #[test]
    fn without_a_choice_the_middle_is_cut_out() {
        assert_eq!(Crop::centred(400.0, 200.0), Crop { x: 0.25, y: 0.0, side: 1.0 });
        assert_eq!(Crop::centred(100.0, 400.0), Crop { x: 0.0, y: 0.375, side: 1.0 });
    }
}
