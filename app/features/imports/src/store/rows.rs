use kernel::db::{FromRow, Json, Q};
use kernel::{Can, Context, Cursor, Error, ImportId, Instant, Page, Result, StaffId, Text, Version};
use serde::{Deserialize, Serialize};

use crate::{Import, ImportState, Importer, KeptRecord, Options, Tally};

/// A row of the table.
#[derive(FromRow)]
pub(super) struct ImportRow {
    id: ImportId,
    kind: String,
    file_name: String,
    storage_key: String,
    size: i64,
    state: String,
    options: Json<Options>,
    rows: i64,
    created: i64,
    updated: i64,
    skipped: i64,
    refused: i64,
    next_row: i64,
    run_id: Option<i64>,
    error: Option<Json<Text>>,
    kept: Json<Vec<KeptRecord>>,
    staff_id: Option<StaffId>,
    version: Version,
    created_at: Instant,
    finished_at: Option<Instant>,
}

/// An import with what only the server needs.
pub struct Kept {
    /// What people see.
    pub import: Import,
    /// Where the file lies.
    pub storage_key: String,
    /// Rows with a smaller number have been gone through.
    pub next_row: i64,
    /// The number under which its events are found; `None` for one that was brought in before events had such.
    pub run_id: Option<i64>,
}

impl ImportRow {
    /// The import of a row.
    pub(super) fn into_kept(self) -> Result<Kept> {
        let state = ImportState::parse(&self.state)
            .ok_or_else(|| Error::internal("an import has an unknown state"))?;
        let tally = Tally {
            created: self.created,
            updated: self.updated,
            skipped: self.skipped,
            refused: self.refused,
        };
        let import = Import {
            id: self.id,
            kind: self.kind,
            file_name: self.file_name,
            size: self.size,
            state,
            rows: self.rows,
            tally,
            error: self.error.map(|error| error.0),
            staff_id: self.staff_id,
            version: self.version,
            created_at: self.created_at,
            finished_at: self.finished_at,
            kept: self.kept.0,
            options: self.options.0,
        };
        Ok(Kept { import, storage_key: self.storage_key, next_row: self.next_row, run_id: self.run_id })
    }
}

/// The statement that reads imports, up to its conditions.
pub(super) const COLUMNS: &str = "select id, kind, file_name, storage_key, size, state, options, rows, created, updated, skipped, \
     refused, next_row, run_id, error, kept, staff_id, version, created_at, finished_at from import";

/// An import that the actor may see: an own one, for administrators any.
///
/// # Errors
/// `NotFound` if there is none, `Forbidden` without the right to import its kind of records.
pub async fn find(cx: &Context, id: ImportId) -> Result<Import> {
    load(cx, id).await.map(|kept| kept.import)
}

/// The same with what only the server needs.
pub(crate) async fn load(cx: &Context, id: ImportId) -> Result<Kept> {
    let row = Q::new(COLUMNS).push("where id = ?").bind(id).one::<ImportRow>(cx.db()).await?;
    let is_own = row.staff_id.is_some() && row.staff_id == cx.staff_id();
    if !is_own && !cx.actor.is_admin() {
        cx.actor.staff()?;
        return Err(Error::NotFound);
    }
    importer(cx, &row.kind)?.require(&cx.actor)?;
    row.into_kept()
}

/// The kind of record of this word.
///
/// # Errors
/// `NotFound` if nobody brings in such records.
pub(crate) fn importer(cx: &Context, kind: &str) -> Result<crate::Importer> {
    cx.foyer.parts::<Importer>().find(|importer| importer.kind == kind).copied().ok_or(Error::NotFound)
}

/// The kinds of records that the actor may bring in.
///
/// # Errors
/// `Forbidden` if there are none.
pub fn kinds(cx: &Context) -> Result<Vec<crate::ImportKind>> {
    let mine = cx.foyer.parts::<Importer>().filter(|importer| importer.require(&cx.actor).is_ok());
    let kinds: Vec<_> = mine
        .map(|importer| crate::ImportKind { kind: importer.kind.into(), title: Text::new(importer.title) })
        .collect();
    if kinds.is_empty() {
        let first = cx.foyer.parts::<Importer>().next();
        cx.actor.require(first.map_or(kernel::Area::Leads, |importer| importer.area), Can::Import)?;
    }
    Ok(kinds)
}

/// The actor's imports, for administrators all, the newest first.
///
/// # Errors
/// `Forbidden` without the right to import anything.
pub async fn list(cx: &Context, after: Option<Cursor>, limit: usize) -> Result<Page<Import>> {
    let kinds = kinds(cx)?;
    let may = |kind: &str| kinds.iter().any(|mine| mine.kind == kind);
    let before = after.and_then(|cursor| cursor.values::<i64>()).unwrap_or(i64::MAX);
    let all = cx.actor.is_admin();
    let mut query = Q::new(COLUMNS).push("where id < ?").bind(before);
    if !all {
        query = query.push("and staff_id = ?").bind(cx.staff_id());
    }
    let rows: Vec<ImportRow> = query.push("order by id desc limit ?").bind(limit + 1).all(cx.db()).await?;
    let page = Page::cut(rows, limit, |row| Cursor::new(&row.id));
    let next_cursor = page.next_cursor;
    let imports = page.items.into_iter().filter(|row| may(&row.kind)).map(|row| Ok(row.into_kept()?.import));
    Ok(Page { items: imports.collect::<Result<_>>()?, next_cursor })
}

/// The imports of the actor that have not come to their end, of a file of this name and size, the newest first: each
/// with where its file lies.
///
/// # Errors
/// As [`Q::all`].
pub(crate) async fn unfinished(
    cx: &Context,
    kind: &str,
    file_name: &str,
    size: i64,
) -> Result<Vec<(ImportId, String)>> {
    Q::new("select id, storage_key from import where kind = ? and file_name = ? and size = ?")
        .push("and coalesce(staff_id, 0) = ? and state in ('draft', 'ready', 'running') order by id desc")
        .bind(kind)
        .bind(file_name)
        .bind(size)
        .bind(cx.staff_id().map_or(0, |id| id.0))
        .all(cx.db())
        .await
}

/// A row that was refused.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// Its number, as a spreadsheet counts.
    pub row: i64,
    /// Its cells as they stand in the file.
    pub cells: Vec<String>,
    /// Why.
    pub reason: Text,
}

/// The refused rows in the order of the file, behind `after`.
///
/// # Errors
/// As [`find`].
pub async fn refusals(cx: &Context, id: ImportId, after: i64, limit: usize) -> Result<Vec<Refusal>> {
    find(cx, id).await?;
    let rows: Vec<(i64, Json<Vec<String>>, Json<Text>)> =
        Q::new("select row_number, cells, reason from import_refusal")
            .push("where import_id = ? and row_number > ? order by row_number limit ?")
            .bind(id)
            .bind(after)
            .bind(limit)
            .all(cx.db())
            .await?;
    Ok(rows
        .into_iter()
        .map(|(row, cells, reason)| Refusal { row, cells: cells.0, reason: reason.0 })
        .collect())
}
