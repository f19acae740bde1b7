use std::path::PathBuf;

use kernel::db::{FromRow, On, Q};
use kernel::files::{Stored, Upload, plain_name};
use kernel::{
    Context, Error, FileId, Instant, OpenRecord, RecordRef, Result, StaffId, Text, TimelineId, invalid,
};
use serde_json::json;

use super::preview::Pictures;
use super::{event, preview};
use crate::file::{FILE_LIMIT, FILES_QUOTA, FileKind, FileRow};

/// So much of the beginning is looked at to see what a file is.
const HEAD: usize = 4_096;
/// A deleted file can be taken back for so long; then it leaves the disk.
const KEPT_AFTER_DELETION: i64 = 30 * Instant::DAY;

/// A file that is arriving. Dropped before [`finish`], it leaves nothing behind.
pub struct Incoming {
    record: RecordRef,
    name: String,
    kind: &'static FileKind,
    upload: Upload,
    head: Vec<u8>,
    is_checked: bool,
}

/// A file that may be given out.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// Where it lies.
    pub path: PathBuf,
    /// Under which name it is saved.
    pub name: String,
    /// What it is. Only previews may be shown by the browser; files themselves are saved.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
}

/// Begins a file for a record.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` for `file` if files of this kind are not taken or the
/// actor's room is used up.
pub async fn begin(cx: &Context, record: RecordRef, file_name: &str) -> Result<Incoming> {
    cx.open(record).await?.require_edit()?;
    let name = plain_name(file_name);
    let kind = FileKind::of(&name).ok_or_else(|| refused("file-kind-refused", &name))?;
    if !has_room(cx).await? {
        return Err(refused("file-quota", &name));
    }
    let upload = cx.foyer.files.begin(FILE_LIMIT).await?;
    Ok(Incoming { record, name, kind, upload, head: Vec::new(), is_checked: false })
}

impl Incoming {
    /// Adds a piece. A content that is not what the name says is refused as soon as its beginning is there.
    ///
    /// # Errors
    /// `TooLarge` beyond the limit, `Invalid` for `file`, `Unavailable` if the disk is full.
    pub async fn write(&mut self, piece: &[u8]) -> Result<()> {
        let wanted = HEAD.saturating_sub(self.head.len()).min(piece.len());
        self.head.extend_from_slice(&piece[..wanted]);
        if self.head.len() == HEAD {
            self.check()?;
        }
        self.upload.write(piece).await
    }

    fn check(&mut self) -> Result<()> {
        if self.is_checked {
            return Ok(());
        }
        if self.head.is_empty() {
            return Err(refused("file-empty", &self.name));
        }
        if !self.kind.fits(&self.head) {
            return Err(refused("file-content-refused", &self.name));
        }
        self.is_checked = true;
        Ok(())
    }
}

/// Stores the file that has arrived and puts it on its record.
///
/// # Errors
/// As [`begin`] and [`Incoming::write`]; nothing is left behind then.
pub async fn finish(cx: &Context, mut incoming: Incoming) -> Result<FileRow> {
    incoming.check()?;
    let Incoming { record, name, kind, upload, .. } = incoming;
    let stored = upload.finish().await?;
    let pictures = if kind.is_picture() { preview::make(&cx.foyer.files, &stored.key).await } else { None };
    let row = insert(cx, record, &name, kind, &stored, pictures.as_ref()).await;
    if row.is_err() {
        cx.foyer.files.remove(&stored.key).await;
        if let Some(pictures) = &pictures {
            pictures.remove(&cx.foyer.files).await;
        }
    }
    row
}

async fn insert(
    cx: &Context,
    record: RecordRef,
    name: &str,
    kind: &FileKind,
    stored: &Stored,
    pictures: Option<&Pictures>,
) -> Result<FileRow> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let id = Q::new(
            "insert into file (timeline_id, name, media_type, size, sha256, storage_key, preview_key,",
        )
        .push("small_preview_key, staff_id, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(on.timeline_id)
        .bind(name)
        .bind(kind.media_type)
        .bind(stored.size)
        .bind(stored.sha256.as_str())
        .bind(stored.key.as_str())
        .bind(pictures.map(|pictures| pictures.large.as_str()))
        .bind(pictures.map(|pictures| pictures.small.as_str()))
        .bind(cx.staff_id())
        .bind(cx.now)
        .number(&tx)
        .await?;
        let payload = json!({ "file_id": id, "name": name, "size": stored.size });
        cx.record(&tx, event(on, "file.created", payload)).await?;
        Ok(FileRow {
            id: FileId(id),
            name: name.to_owned(),
            media_type: kind.media_type.to_owned(),
            size: stored.size,
            has_preview: pictures.is_some(),
            staff_id: cx.staff_id(),
            created_at: cx.now,
        })
    })
    .await
}

/// The file itself, to be saved.
///
/// # Errors
/// `NotFound` if the record may not be seen or has no such file.
pub async fn open_for_download(cx: &Context, record: RecordRef, file: FileId) -> Result<Download> {
    let on = cx.open(record).await?;
    let row = find(cx.db(), &on, file).await?;
    let path = cx.foyer.files.path(&row.storage_key).ok_or(Error::NotFound)?;
    Ok(Download { path, name: row.name, media_type: row.media_type, size: row.size })
}

/// The picture of a file that is looked at: a JPEG that we drew ourselves, so it may be shown by the browser.
///
/// # Errors
/// `NotFound` if the record may not be seen, has no such file, or there is no picture of it.
pub async fn preview(cx: &Context, record: RecordRef, file: FileId) -> Result<Download> {
    drawn(cx, record, file, |row| row.preview_key.as_deref()).await
}

/// The picture of a file that stands in lists. Files from before there were two have the large one.
///
/// # Errors
/// As [`preview`].
pub async fn thumbnail(cx: &Context, record: RecordRef, file: FileId) -> Result<Download> {
    drawn(cx, record, file, |row| row.small_preview_key.as_deref().or(row.preview_key.as_deref())).await
}

async fn drawn(
    cx: &Context,
    record: RecordRef,
    file: FileId,
    key: impl Fn(&Row) -> Option<&str>,
) -> Result<Download> {
    let on = cx.open(record).await?;
    let row = find(cx.db(), &on, file).await?;
    let path = key(&row).and_then(|key| cx.foyer.files.path(key)).ok_or(Error::NotFound)?;
    let size = tokio::fs::metadata(&path).await.map_err(|_| Error::NotFound)?.len();
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    Ok(Download { path, name: format!("{}.jpg", row.name), media_type: preview::MEDIA_TYPE.into(), size })
}

/// The files of a record, newest first.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(cx: &Context, record: RecordRef) -> Result<Vec<FileRow>> {
    let on = cx.open(record).await?;
    let q = Q::new(COLUMNS).push("where").on_timeline("timeline_id", on.timeline_id);
    let rows: Vec<Row> = q.push("and deleted_at is null order by id desc limit 500").all(cx.db()).await?;
    Ok(rows.into_iter().map(Row::into_file).collect())
}

/// Deletes a file. It can be taken back with [`restore`] for 30 days.
///
/// # Errors
/// `NotFound`, or `Forbidden` if the record may only be looked at.
pub async fn delete(cx: &Context, record: RecordRef, file: FileId) -> Result<()> {
    set_deleted(cx, record, file, Some(cx.now), "file.deleted").await
}

/// Takes a deleted file back.
///
/// # Errors
/// As [`delete`].
pub async fn restore(cx: &Context, record: RecordRef, file: FileId) -> Result<()> {
    set_deleted(cx, record, file, None, "file.restored").await
}

async fn set_deleted(
    cx: &Context,
    record: RecordRef,
    file: FileId,
    at: Option<Instant>,
    kind: &'static str,
) -> Result<()> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let (name,): (String,) = Q::new("update file set deleted_at = ? where id = ? and")
            .bind(at)
            .bind(file)
            .on_timeline("timeline_id", on.timeline_id)
            .push(if at.is_some() { "and deleted_at is null" } else { "and deleted_at is not null" })
            .push("returning name")
            .one(&tx)
            .await?;
        cx.record(&tx, event(on, kind, json!({ "file_id": file, "name": name }))).await
    })
    .await
}

/// Takes files off the disk that were deleted a month ago.
///
/// # Errors
/// As [`Q::all`].
pub async fn sweep(cx: &Context) -> Result<()> {
    let before = cx.now.plus(-KEPT_AFTER_DELETION);
    let gone: Vec<Gone> = Q::new(
        "select id, storage_key, preview_key, small_preview_key from file where deleted_at < ? limit 1000",
    )
    .bind(before)
    .all(cx.db())
    .await?;
    let gone = &gone;
    for key in gone.iter().flat_map(|file| file.keys.all()) {
        cx.foyer.files.remove(key).await;
    }
    cx.tx(|tx| async move {
        let ids = gone.iter().map(|file| file.id.0);
        Q::new("delete from file where")
            .any_of("id", ids)
            .push("and deleted_at < ?")
            .bind(before)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

/// Files by their numbers, deleted ones left out.
pub(super) async fn by_ids(on: impl Into<On<'_>>, timeline: TimelineId, ids: &[i64]) -> Result<Vec<FileRow>> {
    let q = Q::new(COLUMNS).push("where").any_of("id", ids.iter().copied());
    let q = q.push("and").on_timeline("timeline_id", timeline).push("and deleted_at is null");
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_file).collect())
}

async fn find(db: impl Into<On<'_>>, on: &OpenRecord, file: FileId) -> Result<Row> {
    let q = Q::new(COLUMNS).push("where id = ? and deleted_at is null and").bind(file);
    q.on_timeline("timeline_id", on.timeline_id).one(db).await
}

/// Whether the actor has room left for what they bring, pictures of records among it.
///
/// # Errors
/// As [`Q::number`].
pub(super) async fn has_room(cx: &Context) -> Result<bool> {
    let Some(staff) = cx.staff_id() else { return Ok(true) };
    let used = Q::new("select cast(coalesce(sum(size), 0) as bigint) from (")
        .push("select size from file where staff_id = ?")
        .push("union all select size + small_size from picture where created_by = ?) brought")
        .bind(staff)
        .bind(staff)
        .number(cx.db())
        .await?;
    Ok(used < i64::try_from(FILES_QUOTA).unwrap_or(i64::MAX))
}

fn refused(key: &'static str, name: &str) -> Error {
    invalid("file", Text::new(key).with("name", name))
}

const COLUMNS: &str = "select id, name, media_type, size, storage_key, preview_key, small_preview_key, staff_id, created_at from file";

/// The keys of what lies on the disk of a file.
#[derive(FromRow)]
pub(super) struct Keys {
    storage_key: String,
    preview_key: Option<String>,
    small_preview_key: Option<String>,
}

impl Keys {
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        let drawn = [&self.preview_key, &self.small_preview_key].into_iter().filter_map(|key| key.as_deref());
        drawn.chain([self.storage_key.as_str()])
    }
}

/// A file that is deleted for good.
#[derive(FromRow)]
struct Gone {
    id: FileId,
    #[sqlx(flatten)]
    keys: Keys,
}

#[derive(FromRow)]
struct Row {
    id: FileId,
    name: String,
    media_type: String,
    size: i64,
    storage_key: String,
    preview_key: Option<String>,
    small_preview_key: Option<String>,
    staff_id: Option<StaffId>,
    created_at: Instant,
}

impl Row {
    fn into_file(self) -> FileRow {
        FileRow {
            id: self.id,
            name: self.name,
            media_type: self.media_type,
            size: self.size,
            has_preview: self.preview_key.is_some(),
            staff_id: self.staff_id,
            created_at: self.created_at,
        }
    }
}
