//! A square cut out of a picture, drawn anew.

use std::path::Path;

use image::imageops::{self, FilterType};
use image::{ImageError, ImageResult, Rgb, RgbImage};
use kernel::files::Files;
use kernel::{Error, Result};

use super::refused;
use crate::Crop;
use crate::store::preview::{AT_ONCE, UNPACKING, jpeg, on_white, read, store};

/// The side of the large one, in pixels.
const LARGE: u32 = 512;
/// The side of the small one: twice what cards and rows show.
const SMALL: u32 = 96;
const WHITE: Rgb<u8> = Rgb([255; 3]);

/// Both sizes of a square, stored.
pub(super) struct Drawn {
    pub(super) large: Piece,
    pub(super) small: Piece,
}

/// One of them.
pub(super) struct Piece {
    /// Its name in the folder of files.
    pub(super) key: String,
    /// Bytes.
    pub(super) size: i64,
}

impl Drawn {
    /// Takes both off the disk.
    pub(super) async fn remove(&self, files: &Files) {
        files.remove(&self.large.key).await;
        files.remove(&self.small.key).await;
    }
}

/// Draws and stores the square of a stored picture.
///
/// # Errors
/// `Invalid` for `picture` if it is broken or has too many pixels; `Unavailable` if the disk is full.
pub(super) async fn make(files: &Files, key: &str, crop: Option<Crop>) -> Result<Drawn> {
    let path = files.path(key).ok_or(Error::NotFound)?;
    // It may be larger than what previews are drawn of, so it is unpacked alone.
    let permit = UNPACKING.acquire_many(AT_ONCE).await.map_err(|_| Error::Unavailable)?;
    let drawn = tokio::task::spawn_blocking(move || draw(&path, crop)).await;
    drop(permit);
    let [large, small] = drawn.map_err(Error::internal)?.map_err(|cause| unfit(&cause))?;
    let large = piece(files, &large).await?;
    match piece(files, &small).await {
        Ok(small) => Ok(Drawn { large, small }),
        Err(error) => {
            files.remove(&large.key).await;
            Err(error)
        }
    }
}

async fn piece(files: &Files, bytes: &[u8]) -> Result<Piece> {
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    Ok(Piece { key: store(files, bytes).await?, size })
}

fn unfit(cause: &ImageError) -> Error {
    tracing::info!(%cause, "a picture was refused");
    match cause {
        ImageError::Limits(_) => refused("picture-too-many-pixels"),
        _ => refused("picture-broken"),
    }
}

/// The large one and the small one.
fn draw(path: &Path, crop: Option<Crop>) -> ImageResult<[Vec<u8>; 2]> {
    let picture = on_white(read(path)?);
    let large = square(&picture, Frame::of(crop, picture.width(), picture.height()));
    drop(picture);
    let small = imageops::resize(&large, SMALL, SMALL, FilterType::CatmullRom);
    Ok([jpeg(&large)?, jpeg(&small)?])
}

/// What is cut out, in pixels of the picture. It always has something of the picture in it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Frame {
    left: i64,
    top: i64,
    side: i64,
}

impl Frame {
    /// Whatever was asked for: no side is larger than the picture's longer one, and none less than a pixel.
    fn of(crop: Option<Crop>, width: u32, height: u32) -> Self {
        let (width, height) = (f64::from(width), f64::from(height));
        let is_sound = |crop: &Crop| [crop.x, crop.y, crop.side].into_iter().all(f64::is_finite);
        let crop = crop.filter(is_sound).unwrap_or_else(|| Crop::centred(width, height));
        let side = (crop.side * width.min(height)).round().clamp(1.0, width.max(height));
        let start = |fraction: f64, length: f64| (fraction * length).round().clamp(1.0 - side, length - 1.0);
        Self { left: start(crop.x, width) as i64, top: start(crop.y, height) as i64, side: side as i64 }
    }
}

/// Along one direction: from where of the picture how many pixels are taken, and where in the square they come to stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Strip {
    from: u32,
    length: u32,
    at: i64,
    drawn: u32,
}

impl Strip {
    fn of(start: i64, side: i64, length: u32) -> Self {
        let (from, to) = (start.max(0), (start + side).min(i64::from(length)));
        let scale = f64::from(LARGE) / side as f64;
        let at = ((from - start) as f64 * scale).round();
        let drawn = (((to - from) as f64) * scale).round().clamp(1.0, (f64::from(LARGE) - at).max(1.0));
        let whole = |number: i64| u32::try_from(number).unwrap_or_default();
        Self { from: whole(from), length: whole(to - from), at: at as i64, drawn: drawn as u32 }
    }
}

fn square(picture: &RgbImage, frame: Frame) -> RgbImage {
    let across = Strip::of(frame.left, frame.side, picture.width());
    let down = Strip::of(frame.top, frame.side, picture.height());
    let part = imageops::crop_imm(picture, across.from, down.from, across.length, down.length);
    let part = imageops::resize(&*part, across.drawn, down.drawn, FilterType::CatmullRom);
    let mut square = RgbImage::from_pixel(LARGE, LARGE, WHITE);
    imageops::replace(&mut square, &part, across.at, down.at);
    square
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Rgb<u8> = Rgb([255, 0, 0]);
    const BLUE: Rgb<u8> = Rgb([0, 0, 255]);

    /// 400 by 200: the left half is red, the right half blue.
    fn wide() -> RgbImage {
        RgbImage::from_fn(400, 200, |x, _| if x < 200 { RED } else { BLUE })
    }

    fn cut(crop: Option<Crop>) -> RgbImage {
        let wide = wide();
        square(&wide, Frame::of(crop, wide.width(), wide.height()))
    }

    #[test]
    fn the_middle_is_cut_out_where_nothing_is_chosen() {
        let square = cut(None);
        assert_eq!((square.get_pixel(10, 256), square.get_pixel(500, 256)), (&RED, &BLUE));
        assert_eq!(square.get_pixel(256, 0), square.get_pixel(256, 511));
    }

    #[test]
    fn a_part_is_drawn_alone() {
        let square = cut(Some(Crop { x: 0.5, y: 0.0, side: 1.0 }));
        assert!(square.pixels().all(|pixel| *pixel == BLUE));
    }

    #[test]
    fn a_wide_picture_stands_whole_on_white() {
        let square = cut(Some(Crop { x: 0.0, y: -0.5, side: 2.0 }));
        assert_eq!((square.get_pixel(5, 256), square.get_pixel(506, 256)), (&RED, &BLUE));
        assert_eq!((square.get_pixel(256, 5), square.get_pixel(256, 506)), (&WHITE, &WHITE));
    }

    #[test]
    fn no_wish_leads_out_of_the_picture() {
        let far = [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, -1.0, 0.0, 1e-300, 1e9];
        for x in far {
            for side in far {
                let frame = Frame::of(Some(Crop { x, y: -x, side }), 400, 1);
                assert!((1..=400).contains(&frame.side), "{frame:?}");
                assert!(frame.left < 400 && frame.left + frame.side > 0, "{frame:?}");
                assert!(frame.top < 1 && frame.top + frame.side > 0, "{frame:?}");
                let strip = Strip::of(frame.left, frame.side, 400);
                assert!(strip.length > 0 && strip.from + strip.length <= 400, "{strip:?}");
            }
        }
    }
}
