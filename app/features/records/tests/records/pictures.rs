//! Pictures of records: what is taken, what is drawn of it, and that it can be taken back.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use records::store::pictures::{self, Size};
use records::store::undo;

use super::*;

const RED: Rgb<u8> = Rgb([255, 0, 0]);
const BLUE: Rgb<u8> = Rgb([0, 0, 255]);

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// 80 by 40: the left half is red, the right half blue.
fn wide() -> RgbImage {
    RgbImage::from_fn(80, 40, |x, _| if x < 40 { RED } else { BLUE })
}

async fn put(cx: &Context, record: RecordRef, bytes: &[u8]) -> kernel::Result<PictureRef> {
    cut(cx, record, bytes, None).await
}

async fn cut(
    cx: &Context,
    record: RecordRef,
    bytes: &[u8],
    crop: Option<Crop>,
) -> kernel::Result<PictureRef> {
    let mut incoming = pictures::begin(cx, record).await?;
    for piece in bytes.chunks(1_000) {
        incoming.write(piece).await?;
    }
    pictures::finish(cx, incoming, crop).await
}

async fn drawn(cx: &Context, picture: PictureRef, size: Size) -> (Vec<u8>, RgbImage) {
    let bytes = std::fs::read(pictures::open(cx, picture.id, size).await.unwrap().path).unwrap();
    let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
    (bytes, picture)
}

/// JPEG keeps colours nearly.
fn is_near(one: &Rgb<u8>, other: Rgb<u8>) -> bool {
    one.0.iter().zip(other.0).all(|(a, b)| a.abs_diff(b) < 40)
}

fn reason(error: &Error) -> String {
    error.field("picture").unwrap().key.into_owned()
}

async fn now(cx: &Context, record: RecordRef) -> Option<PictureRef> {
    pictures::find(cx, record).await.unwrap()
}

/// The newest event of the record.
async fn newest(cx: &Context, record: RecordRef) -> TimelineEntry {
    timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap().items.remove(0)
}

/// A JPEG that says it was taken with the camera turned: what is on the left belongs to the top.
fn turned() -> Vec<u8> {
    let plain = encoded(wide(), ImageFormat::Jpeg);
    let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0secret place";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, exif, &plain[2..]].concat()
}

/// A PNG whose head promises so many pixels, each of a channel's bits and a kind, and which is a few bytes.
fn bomb(side: u32, bits: u8, kind: u8) -> Vec<u8> {
    let chunk = |name: &[u8], data: &[u8]| {
        let named = [name, data].concat();
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], &named, &crc(&named).to_be_bytes()].concat()
    };
    let head = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[bits, kind, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1A\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &[0x78, 0x9C]), &chunk(b"IEND", b"")]
        .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1)))
    })
}

kernel::contract! {
    with features();

    async fn a_picture_becomes_a_square_in_two_sizes(house: TestHouse) {
        let (cx, lead) = record(house).await;
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let picture = put(&cx, lead, &encoded(wide(), format)).await.unwrap();
            let (_, large) = drawn(&cx, picture, Size::Large).await;
            let (_, small) = drawn(&cx, picture, Size::Small).await;
            assert_eq!((large.dimensions(), small.dimensions()), ((512, 512), (96, 96)), "{format:?}");
            assert!(is_near(large.get_pixel(100, 256), RED) && is_near(large.get_pixel(400, 256), BLUE));
        }
        assert_eq!(kinds(&cx, lead, TimelineFilter::Changes).await, ["picture.changed"; 3]);
    }

    async fn what_was_chosen_is_cut_out_and_the_rest_is_white(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let bytes = encoded(wide(), ImageFormat::Png);
        let right = cut(&cx, lead, &bytes, Some(Crop { x: 0.5, y: 0.0, side: 1.0 })).await.unwrap();
        assert!(drawn(&cx, right, Size::Small).await.1.pixels().all(|pixel| is_near(pixel, BLUE)));
        let whole = cut(&cx, lead, &bytes, Some(Crop { x: 0.0, y: -0.5, side: 2.0 })).await.unwrap();
        let (_, whole) = drawn(&cx, whole, Size::Large).await;
        assert!(is_near(whole.get_pixel(20, 256), RED) && is_near(whole.get_pixel(490, 256), BLUE));
        assert!(is_near(whole.get_pixel(256, 20), Rgb([255; 3])));
        let clear = encoded(RgbaImage::from_pixel(8, 8, Rgba([0; 4])), ImageFormat::Png);
        let clear = put(&cx, lead, &clear).await.unwrap();
        assert!(drawn(&cx, clear, Size::Small).await.1.pixels().all(|pixel| is_near(pixel, Rgb([255; 3]))));
    }

    async fn a_picture_stands_upright_and_tells_nothing_of_where_it_was_taken(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let picture = put(&cx, lead, &turned()).await.unwrap();
        let (bytes, large) = drawn(&cx, picture, Size::Large).await;
        assert!(is_near(large.get_pixel(256, 100), RED) && is_near(large.get_pixel(256, 400), BLUE));
        assert!(!bytes.windows(6).any(|part| part == b"secret") && !bytes.windows(4).any(|part| part == b"Exif"));
    }

    async fn a_page_that_is_a_picture_too_becomes_a_picture_only(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let both = [encoded(wide(), ImageFormat::Png), b"<html><script>alert(1)</script>".to_vec()].concat();
        let picture = put(&cx, lead, &both).await.unwrap();
        let (bytes, _) = drawn(&cx, picture, Size::Large).await;
        assert!(!bytes.windows(7).any(|part| part == b"<script"));
    }

    async fn what_cannot_be_a_picture_is_refused_and_leaves_nothing(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = encoded(wide(), ImageFormat::Png);
        let cases = [
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "picture-svg"),
            (b"<!doctype html><script>alert(1)</script>".to_vec(), "picture-kind-refused"),
            (encoded(wide(), ImageFormat::Gif), "picture-kind-refused"),
            (png[..60].to_vec(), "picture-broken"),
            (bomb(50_000, 8, 2), "picture-too-many-pixels"),
            (bomb(7_000, 16, 6), "picture-too-many-pixels"),
            (Vec::new(), "picture-empty"),
        ];
        for (bytes, key) in cases {
            assert_eq!(reason(&put(&cx, lead, &bytes).await.unwrap_err()), key);
        }
        let large = put(&cx, lead, &[png, vec![0; 10_000_000]].concat()).await;
        assert_eq!(large, Err(Error::TooLarge(PICTURE_LIMIT)));
        assert_eq!(walk(cx.foyer.files.folder()), Vec::<String>::new());
        assert_eq!((now(&cx, lead).await, kinds(&cx, lead, TimelineFilter::All).await), (None, Vec::new()));
    }

    async fn only_who_may_change_the_record_changes_its_picture_and_only_who_sees_it_sees_it(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = encoded(wide(), ImageFormat::Png);
        let picture = put(&cx, lead, &png).await.unwrap();
        let stranger = house.as_staff(person(house, "Eve").await, Capabilities::NONE);
        assert_eq!(put(&stranger, lead, &png).await, Err(Error::NotFound));
        assert_eq!(pictures::open(&stranger, picture.id, Size::Small).await, Err(Error::NotFound));
        assert_eq!(pictures::find(&stranger, lead).await, Err(Error::NotFound));
        assert_eq!(pictures::remove(&stranger, lead).await, Err(Error::NotFound));
        let reader = house.as_staff(person(house, "Ron").await, Capabilities::NONE.with(Area::Leads, Can::ViewAll));
        assert!(pictures::open(&reader, picture.id, Size::Small).await.is_ok());
        assert!(matches!(put(&reader, lead, &png).await, Err(Error::Forbidden(_))));
        assert!(matches!(pictures::remove(&reader, lead).await, Err(Error::Forbidden(_))));
        assert!(matches!(pictures::restore(&reader, lead, picture.id).await, Err(Error::Forbidden(_))));
        let nothing = RecordRef { kind: RecordKind::Site, id: 1 };
        assert_eq!(put(&cx, nothing, &png).await, Err(Error::NotFound), "nobody opens records of this kind");
        assert_eq!(now(&cx, lead).await, Some(picture));
    }

    async fn a_change_of_a_picture_is_taken_back_unless_it_was_changed_later(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = encoded(wide(), ImageFormat::Png);
        let first = put(&cx, lead, &png).await.unwrap();
        let added = newest(&cx, lead).await;
        let second = put(&cx, lead, &png).await.unwrap();
        let changed = newest(&cx, lead).await;
        assert_eq!(pictures::open(&cx, first.id, Size::Small).await, Err(Error::NotFound), "a former one is not shown");
        assert!(undo::run(&cx, lead, added.id, &[]).await.unwrap_err().field("event").is_some());
        assert_eq!(now(&cx, lead).await, Some(second));
        undo::run(&cx, lead, changed.id, &[]).await.unwrap();
        assert_eq!(now(&cx, lead).await, Some(first));
        assert_eq!(pictures::remove(&cx, lead).await.unwrap(), Some(first));
        assert_eq!(pictures::remove(&cx, lead).await.unwrap(), None, "twice is once");
        let removed = newest(&cx, lead).await;
        assert_eq!((removed.kind.as_str(), removed.can_undo), ("picture.removed", true));
        undo::run(&cx, lead, removed.id, &[]).await.unwrap();
        assert_eq!(now(&cx, lead).await, Some(first));
        let all = ["picture.changed", "picture.removed", "picture.changed", "picture.changed", "picture.changed"];
        assert_eq!(kinds(&cx, lead, TimelineFilter::All).await, all);
    }

    async fn a_former_picture_leaves_the_disk_after_a_month(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = encoded(wide(), ImageFormat::Png);
        let first = put(&cx, lead, &png).await.unwrap();
        let second = put(&cx, lead, &png).await.unwrap();
        pictures::sweep(&house.system()).await.unwrap();
        assert_eq!(walk(cx.foyer.files.folder()).len(), 4);
        house.foyer.clock.advance(31 * Instant::DAY);
        pictures::sweep(&house.system()).await.unwrap();
        assert_eq!(walk(cx.foyer.files.folder()).len(), 2);
        assert_eq!(now(&cx, lead).await, Some(second));
        assert_eq!(pictures::restore(&cx, lead, first.id).await, Err(Error::NotFound));
    }

    async fn a_picture_of_another_record_is_not_restored(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = encoded(wide(), ImageFormat::Png);
        let picture = put(&cx, lead, &png).await.unwrap();
        pictures::remove(&cx, lead).await.unwrap();
        let system = &house.system();
        let other = system.tx(|tx| async move { timeline::begin(system, &tx).await }).await.unwrap();
        let other = RecordRef { kind: RecordKind::Lead, id: other.0 };
        assert_eq!(pictures::restore(&cx, other, picture.id).await, Err(Error::NotFound));
        let both = pictures::of(cx.db(), RecordKind::Lead, &[lead.id, other.id]).await.unwrap();
        assert!(both.is_empty());
    }

    async fn of_two_who_change_it_at_once_the_last_one_stays_and_nobody_fails(house: TestHouse) {
        let (cx, lead) = record(house).await;
        let png = &encoded(wide(), ImageFormat::Png);
        let both = [put(&cx, lead, png), put(&cx, lead, png), put(&cx, lead, png)];
        let put: Vec<_> = futures::future::join_all(both).await.into_iter().map(Result::unwrap).collect();
        let left = now(&cx, lead).await.unwrap();
        assert!(put.contains(&left));
        let q = Q::new("select count(*) from picture where deleted_at is null");
        assert_eq!(q.number(cx.db()).await, Ok(1));
    }
}
