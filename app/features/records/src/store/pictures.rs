//! Pictures of records. Each row is one picture that never changes; a record has one that is not deleted. What came is
//! drawn anew and not kept, so nothing that it carried besides its pixels is given out.

mod draw;

use std::collections::HashMap;

use kernel::db::{FromRow, On, Q, Tx};
use kernel::files::Upload;
use kernel::{Context, Error, OpenRecord, PictureId, RecordKind, RecordRef, Result, Text, invalid};
use serde_json::json;

use self::draw::Drawn;
use super::files::{Download, has_room};
use super::{event, preview};
use crate::picture::unfit;
use crate::{Crop, PICTURE_LIMIT, PictureRef};

/// So much of the beginning is looked at to see what came.
const HEAD: usize = 4_096;
/// A picture that is none any more can be taken back for so long; then it leaves the disk.
const KEPT: i64 = crate::UNDO_FOR;

/// How large a picture is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 96 pixels.
    Small,
    /// 512 pixels.
    Large,
}

/// What a picture is to be made from, arriving. Dropped before [`finish`], it leaves nothing behind.
pub struct Incoming {
    record: RecordRef,
    upload: Upload,
    head: Vec<u8>,
    is_checked: bool,
}

/// Begins a picture of a record of any kind that has a door.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` for `picture` if the actor's room is used up.
pub async fn begin(cx: &Context, record: RecordRef) -> Result<Incoming> {
    cx.open(record).await?.require_edit()?;
    if !has_room(cx).await? {
        return Err(refused("picture-quota"));
    }
    let upload = cx.foyer.files.begin(PICTURE_LIMIT).await?;
    Ok(Incoming { record, upload, head: Vec::new(), is_checked: false })
}

impl Incoming {
    /// Adds a piece. What is no PNG, JPEG or WebP by its content is refused as soon as its beginning is there.
    ///
    /// # Errors
    /// `TooLarge` beyond the limit, `Invalid` for `picture`, `Unavailable` if the disk is full.
    pub async fn write(&mut self, piece: &[u8]) -> Result<()> {
        if !self.is_checked {
            let wanted = HEAD.saturating_sub(self.head.len()).min(piece.len());
            self.head.extend_from_slice(&piece[..wanted]);
            if self.head.len() >= HEAD {
                self.check()?;
            }
        }
        self.upload.write(piece).await
    }

    fn check(&mut self) -> Result<()> {
        if self.is_checked {
            return Ok(());
        }
        self.is_checked = true;
        unfit(&self.head).map_or(Ok(()), |key| Err(refused(key)))
    }
}

/// Draws the square of what has arrived, in both sizes, and makes it the record's picture. Without a crop the middle is
/// cut out.
///
/// # Errors
/// As [`begin`] and [`Incoming::write`]; `Invalid` for `picture` if it is broken or has too many pixels. Nothing is left
/// behind then.
pub async fn finish(cx: &Context, mut incoming: Incoming, crop: Option<Crop>) -> Result<PictureRef> {
    incoming.check()?;
    let files = &cx.foyer.files;
    let came = incoming.upload.finish().await?;
    let drawn = draw::make(files, &came.key, crop).await;
    files.remove(&came.key).await;
    let drawn = drawn?;
    let row = insert(cx, incoming.record, &drawn).await;
    if row.is_err() {
        drawn.remove(files).await;
    }
    row
}

async fn insert(cx: &Context, record: RecordRef, drawn: &Drawn) -> Result<PictureRef> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let former = current(&tx, on).await?;
        retire(cx, &tx, former).await?;
        let id = Q::new("insert into picture (record_kind, record_id, preview_key, size, small_preview_key,")
            .push("small_size, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
            .bind(on.record.kind.code())
            .bind(on.record.id)
            .bind(drawn.large.key.as_str())
            .bind(drawn.large.size)
            .bind(drawn.small.key.as_str())
            .bind(drawn.small.size)
            .bind(cx.staff_id())
            .bind(cx.now)
            .number(&tx)
            .await
            .map(PictureId)?;
        tell(cx, &tx, on, Some(id), former).await?;
        Ok(PictureRef { id })
    })
    .await
}

/// Takes a record's picture away; the bytes stay for 30 days, so that it can be taken back. Answers which one it was.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says.
pub async fn remove(cx: &Context, record: RecordRef) -> Result<Option<PictureRef>> {
    turn(cx, record, None, None).await.map(|former| former.map(|id| PictureRef { id }))
}

/// Makes a former picture of a record its picture again, whatever it has now.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `NotFound` for a picture that it did not have, or that is gone.
pub async fn restore(cx: &Context, record: RecordRef, picture: PictureId) -> Result<()> {
    turn(cx, record, None, Some(picture)).await.map(drop)
}

/// Gives a record the picture `to` in place of `from`, or none, where it still is as it was left.
///
/// # Errors
/// As [`restore`]; `Invalid` if the record has another picture by now.
pub(super) async fn put_back(
    cx: &Context,
    record: RecordRef,
    from: Option<PictureId>,
    to: Option<PictureId>,
) -> Result<()> {
    turn(cx, record, Some(from), to).await.map(drop)
}

/// The one change besides a new picture. `seen` is the picture that the record must have, if that matters. Answers the
/// one that it had.
async fn turn(
    cx: &Context,
    record: RecordRef,
    seen: Option<Option<PictureId>>,
    to: Option<PictureId>,
) -> Result<Option<PictureId>> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let former = current(&tx, on).await?;
        if seen.is_some_and(|seen| seen != former) {
            return Err(invalid("event", "undo-nothing-left"));
        }
        if former == to {
            return Ok(former);
        }
        retire(cx, &tx, former).await?;
        if let Some(picture) = to {
            revive(&tx, on, picture).await?;
        }
        tell(cx, &tx, on, to, former).await?;
        Ok(former)
    })
    .await
}

/// The record's picture. Its timeline is held meanwhile, so that of two who change it at once the second one sees what
/// the first one did.
async fn current(tx: &Tx, on: &OpenRecord) -> Result<Option<PictureId>> {
    let hold = Q::new("select id from timeline where id = ?").bind(on.timeline_id);
    hold.dialect("", "for update").number(tx).await?;
    let found = of(tx, on.record.kind, &[on.record.id]).await?;
    Ok(found.get(&on.record.id).map(|picture| picture.id))
}

async fn retire(cx: &Context, tx: &Tx, former: Option<PictureId>) -> Result<()> {
    let q = Q::new("update picture set deleted_at = ? where id = ?").bind(cx.now).bind(former);
    q.run(tx).await.map(drop)
}

async fn revive(tx: &Tx, on: &OpenRecord, picture: PictureId) -> Result<()> {
    let rows = Q::new("update picture set deleted_at = null where id = ? and deleted_at is not null")
        .push("and record_kind = ? and record_id = ?")
        .bind(picture)
        .bind(on.record.kind.code())
        .bind(on.record.id)
        .run(tx)
        .await?;
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

async fn tell(
    cx: &Context,
    tx: &Tx,
    on: &OpenRecord,
    now: Option<PictureId>,
    former: Option<PictureId>,
) -> Result<()> {
    let kind = if now.is_some() { "picture.changed" } else { "picture.removed" };
    let payload = json!({ "picture_id": now, "former_id": former, "name": on.title });
    cx.record(tx, event(on, kind, payload)).await
}

/// The pictures of records of one kind, by the records' numbers. Who asks has asked whether they may be seen.
///
/// # Errors
/// As [`Q::all`].
pub async fn of(on: impl Into<On<'_>>, kind: RecordKind, ids: &[i64]) -> Result<HashMap<i64, PictureRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let q = Q::new("select record_id, id from picture where record_kind = ? and deleted_at is null and");
    let rows: Vec<(i64, PictureId)> =
        q.bind(kind.code()).any_of("record_id", ids.iter().copied()).all(on).await?;
    Ok(rows.into_iter().map(|(record, id)| (record, PictureRef { id })).collect())
}

/// The picture of a record, if it has one.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn find(cx: &Context, record: RecordRef) -> Result<Option<PictureRef>> {
    let on = cx.open(record).await?.record;
    Ok(of(cx.db(), on.kind, &[on.id]).await?.remove(&on.id))
}

/// A picture as it is given out: drawn by ourselves, so it may be shown by the browser.
///
/// # Errors
/// `NotFound` if there is none, if it is none any more, or if its record may not be seen, for whatever reason.
pub async fn open(cx: &Context, picture: PictureId, size: Size) -> Result<Download> {
    let q = Q::new("select record_kind, record_id, preview_key, size, small_preview_key, small_size");
    let row: Row =
        q.push("from picture where id = ? and deleted_at is null").bind(picture).one(cx.db()).await?;
    let kind = RecordKind::parse(&row.record_kind).ok_or(Error::NotFound)?;
    match cx.open(RecordRef { kind, id: row.record_id }).await {
        // Else whoever may see no records of the kind at all would learn which pictures there are.
        Err(Error::Forbidden(_)) => return Err(Error::NotFound),
        other => drop(other?),
    }
    let (key, bytes) = match size {
        Size::Large => (&row.preview_key, row.size),
        Size::Small => (&row.small_preview_key, row.small_size),
    };
    let path = cx.foyer.files.path(key).ok_or(Error::NotFound)?;
    let media_type = preview::MEDIA_TYPE.to_owned();
    Ok(Download { path, name: format!("picture-{picture}.jpg"), media_type, size: bytes })
}

/// Takes pictures off the disk that were none any more for a month.
///
/// # Errors
/// As [`Q::all`].
pub async fn sweep(cx: &Context) -> Result<()> {
    let before = cx.now.plus(-KEPT);
    let of = |q: &'static str| Q::new(q).push("where deleted_at < ?").bind(before);
    let gone = cx.tx(|tx| async move { taken(of("delete from picture"), &tx).await }).await?;
    remove_all(cx, gone).await;
    Ok(())
}

/// Deletes the pictures of records that go for good, former ones too; gives the keys of the bytes that are to go.
///
/// # Errors
/// As [`Q::all`].
pub async fn forget(tx: &Tx, kind: RecordKind, ids: &[i64]) -> Result<Vec<String>> {
    let q = Q::new("delete from picture where record_kind = ? and").bind(kind.code());
    taken(q.any_of("record_id", ids.iter().copied()), tx).await
}

/// The keys of what a statement deletes.
async fn taken(q: Q, tx: &Tx) -> Result<Vec<String>> {
    let keys: Vec<(String, String)> = q.push("returning preview_key, small_preview_key").all(tx).await?;
    Ok(keys.into_iter().flat_map(|(large, small)| [large, small]).collect())
}

async fn remove_all(cx: &Context, keys: Vec<String>) {
    for key in keys {
        cx.foyer.files.remove(&key).await;
    }
}

fn refused(key: &'static str) -> Error {
    invalid("picture", Text::new(key))
}

#[derive(FromRow)]
struct Row {
    record_kind: String,
    record_id: i64,
    preview_key: String,
    size: i64,
    small_preview_key: String,
    small_size: i64,
}
