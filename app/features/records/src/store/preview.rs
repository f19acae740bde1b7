//! Pictures of uploaded pictures, drawn anew: whatever else the upload carried stays behind.

use std::io::Cursor;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::error::{LimitError, LimitErrorKind};
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgb, RgbImage};
use kernel::files::Files;
use tokio::sync::Semaphore;

/// What a preview is.
pub(super) const MEDIA_TYPE: &str = "image/jpeg";
/// The longer side of the one that is looked at, in pixels.
const LARGE: u32 = 1_600;
/// The longer side of the one that stands in lists: three times what is shown there, for screens of that density.
const SMALL: u32 = 160;
/// A picture of more pixels gets no preview: unpacked, it would fill the memory.
const PIXELS: u64 = crate::PICTURE_PIXELS;
/// The most bytes that one may take when it is unpacked: four for each pixel.
const UNPACKED: u64 = PIXELS * 4;

/// Only so many pictures are unpacked at the same time.
pub(super) static UNPACKING: Semaphore = Semaphore::const_new(AT_ONCE as usize);
pub(super) const AT_ONCE: u32 = 2;

/// The keys of what was drawn of an upload.
pub(super) struct Pictures {
    /// The one that is looked at.
    pub(super) large: String,
    /// The one that stands in lists.
    pub(super) small: String,
}

impl Pictures {
    /// Takes both off the disk.
    pub(super) async fn remove(&self, files: &Files) {
        files.remove(&self.large).await;
        files.remove(&self.small).await;
    }
}

/// Makes and stores the pictures of a stored picture. `None` for one that is too large or broken: it can still be
/// downloaded.
pub(super) async fn make(files: &Files, key: &str) -> Option<Pictures> {
    let path = files.path(key)?;
    let _permit = UNPACKING.acquire().await.ok()?;
    let drawn = tokio::task::spawn_blocking(move || draw(&path)).await;
    let [large, small] = match drawn {
        Ok(Ok(both)) => both,
        Ok(Err(cause)) => {
            tracing::info!(%cause, "a picture has no preview");
            return None;
        }
        Err(_) => return None,
    };
    let large = store(files, &large).await.ok()?;
    match store(files, &small).await {
        Ok(small) => Some(Pictures { large, small }),
        Err(_) => {
            files.remove(&large).await;
            None
        }
    }
}

pub(super) async fn store(files: &Files, bytes: &[u8]) -> kernel::Result<String> {
    let mut upload = files.begin(bytes.len() as u64).await?;
    upload.write(bytes).await?;
    Ok(upload.finish().await?.key)
}

/// The large one and the small one.
fn draw(path: &Path) -> image::ImageResult<[Vec<u8>; 2]> {
    let large = within(read(path)?, LARGE);
    let bytes = jpeg(&on_white(large.clone()))?;
    Ok([bytes, jpeg(&on_white(within(large, SMALL)))?])
}

fn within(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > side { picture.thumbnail(side, side) } else { picture }
}

/// A picture as we store all that we draw.
pub(super) fn jpeg(picture: &RgbImage) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 82))?;
    Ok(bytes.into_inner())
}

/// Unpacks a picture, upright. How large it is, its head says before anything is unpacked.
///
/// # Errors
/// `Limits` for one of too many pixels.
pub(super) fn read(path: &Path) -> image::ImageResult<DynamicImage> {
    let mut reader = ImageReader::open(path)?.with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(beyond(LimitErrorKind::DimensionError));
    }
    // The decoder keeps to the limit in what it needs itself; the pixels are our own.
    if decoder.total_bytes() > UNPACKED {
        return Err(beyond(LimitErrorKind::InsufficientMemory));
    }
    // Cameras store the picture as the sensor lay and say how it was held.
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn beyond(kind: LimitErrorKind) -> ImageError {
    ImageError::Limits(LimitError::from_kind(kind))
}

/// JPEG knows no transparency: what can be seen through gets a white ground.
pub(super) fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let pixels = picture.into_rgba8();
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        let mix = |colour: u8| {
            let (colour, alpha) = (u32::from(colour), u32::from(alpha));
            u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([mix(red), mix(green), mix(blue)])
    })
}
