//! The rows of exports, and what the history tells of them.

use std::collections::HashMap;
use std::path::PathBuf;

use fields::Total;
use kernel::db::{FromRow, Json, Q, Tx, Val};
use kernel::files::Stored;
use kernel::{
    Area, Audience, Can, Context, Error, ExportId, Instant, Language, Limit, NewEvent, RecordKind, RecordRef,
    Result, StaffId, Text, normal,
};
use serde_json::json;
use staff::{Notice, Telling};

use crate::exporter::{Exporter, exporter};
use crate::rows::{Rows, offer};
use crate::{Export, ExportState, ExportWish, Offer};

/// How often somebody may export.
const OFTEN: Limit = Limit { tries: 60, window: Instant::HOUR };
/// A file is kept for so long.
const KEPT: i64 = Instant::DAY;
/// So many files are taken off the disk at a time.
const MOST: i64 = 1_000;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Xlsx,
}

impl Format {
    fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

#[derive(FromRow)]
struct Row {
    id: ExportId,
    kind: String,
    state: String,
    wish: Json<ExportWish>,
    language: String,
    file_name: String,
    storage_key: String,
    size: i64,
    rows: i64,
    total: Option<i64>,
    error: Option<Json<Text>>,
    staff_id: Option<StaffId>,
    finished_at: Option<Instant>,
}

/// An export with what only the server needs.
pub(crate) struct Kept {
    pub export: Export,
    pub wish: ExportWish,
    pub language: Language,
    pub storage_key: String,
}

const COLUMNS: &str = "select id, kind, state, wish, language, file_name, storage_key, size, rows, total, error, staff_id, \
     finished_at from export";

impl Row {
    fn into_kept(self, cx: &Context) -> Result<Kept> {
        let unknown = || Error::internal("an export has an unknown state");
        let state = ExportState::parse(&self.state).ok_or_else(unknown)?;
        let is_there = !self.storage_key.is_empty();
        let export = Export {
            id: self.id,
            file_name: self.file_name,
            home: exporter(cx, &self.kind)?.home.to_owned(),
            state,
            rows: self.rows,
            total: self.total,
            size: self.size,
            error: self.error.map(|error| error.0),
            staff_id: self.staff_id,
            kept_until: self.finished_at.filter(|_| is_there).map(|at| at.plus(KEPT)),
        };
        let language = Language::parse(&self.language).unwrap_or_default();
        Ok(Kept { export, wish: self.wish.0, language, storage_key: self.storage_key })
    }
}

/// What can be exported of what somebody looks at: the columns, and how many records.
///
/// # Errors
/// `NotFound` for a kind that nobody exports, `Forbidden` without the right, `Invalid` for what cannot be read.
pub async fn prepare(cx: &Context, wish: &ExportWish) -> Result<Offer> {
    offer(cx, wish).await
}

/// Begins a workbook, which is written in the background.
///
/// # Errors
/// As [`prepare`], and `TooMany`.
pub async fn start(cx: &Context, wish: &ExportWish) -> Result<Export> {
    Rows::begin(cx, wish).await?;
    let total = match offer(cx, wish).await?.total {
        Total::Exactly(total) => Some(total),
        Total::AtLeast(_) => None,
    };
    let (id, _) = begin(cx, wish, Format::Xlsx, total).await?;
    find(cx, id).await
}

/// Notes that an export begins, and says what the file is called.
pub(crate) async fn begin(
    cx: &Context,
    wish: &ExportWish,
    format: Format,
    total: Option<i64>,
) -> Result<(ExportId, String)> {
    if let Some(me) = cx.staff_id() {
        cx.count_try(&format!("export:{me}"), OFTEN).await?;
    }
    let organisation = cx.organisation();
    let title = cx.foyer.texts(cx.language).text(exporter(cx, &wish.kind)?.title, &[], &organisation.zone);
    let name = &format!("{title} {}.{}", organisation.zone.day(cx.now), format.code());
    let id = cx
        .tx(|tx| async move {
            let id = Q::new("insert into export (kind, format, state, wish, language, file_name, total, staff_id, created_at)")
                .push("values (?, ?, 'running', ?, ?, ?, ?, ?, ?) returning id")
                .bind(wish.kind.as_str())
                .bind(format.code())
                .bind(Val::json(wish))
                .bind(cx.language.code())
                .bind(name.as_str())
                .bind(total)
                .bind(cx.staff_id())
                .bind(cx.now)
                .number(&tx)
                .await?;
            if format == Format::Xlsx {
                enqueue(cx, &tx, ExportId(id)).await?;
            }
            let payload = json!({ "kind": wish.kind, "format": format.code(), "wish": wish });
            tell(cx, &tx, ExportId(id), "export.started", payload, cx.staff_id()).await?;
            Ok(id)
        })
        .await?;
    Ok((ExportId(id), name.clone()))
}

/// Queues the writing of a workbook.
pub(crate) async fn enqueue(cx: &Context, tx: &Tx, id: ExportId) -> Result<()> {
    cx.enqueue(tx, "export.run", json!({ "export": id }), cx.now, Some(format!("export.run:{id}"))).await
}

async fn tell(
    cx: &Context,
    tx: &Tx,
    id: ExportId,
    kind: &'static str,
    payload: serde_json::Value,
    owner: Option<StaffId>,
) -> Result<()> {
    let audience = Audience { staff: owner.into_iter().collect(), ..Audience::default() };
    let event = NewEvent { audience, ..NewEvent::new(kind, RecordKind::Export, id.0) };
    cx.record(tx, event.payload(payload)).await
}

/// Notes that so many records went out, with the file if it is kept. False if somebody else has noted it already.
pub(crate) async fn finish(cx: &Context, id: ExportId, rows: i64, file: Option<&Stored>) -> Result<bool> {
    let now = &Context::new(cx.foyer.clone(), cx.actor.clone(), cx.language);
    now.tx(|tx| async move {
        let done: Option<(Option<StaffId>, String)> =
            Q::new("update export set state = 'done', rows = ?, storage_key = ?, size = ?, finished_at = ?")
                .push("where id = ? and state = 'running' returning staff_id, file_name")
                .bind(rows)
                .bind(file.map_or("", |file| file.key.as_str()))
                .bind(file.map_or(0, |file| file.size))
                .bind(now.now)
                .bind(id)
                .optional(&tx)
                .await?;
        let Some((owner, name)) = done else { return Ok(false) };
        tell(now, &tx, id, "export.finished", json!({ "rows": rows }), owner).await?;
        if let (Some(to), Some(_)) = (owner, file) {
            let audience = Audience { staff: vec![to], ..Audience::default() };
            let about = Some((RecordRef { kind: RecordKind::Export, id: id.0 }, audience));
            let text = Text::new("export-ready").with("name", name);
            staff::notify(now, &tx, Telling { notice: Notice::Export, to, text, about, mail: None }).await?;
        }
        Ok(true)
    })
    .await
}

/// Notes why an export came to nothing.
pub(crate) async fn fail(cx: &Context, id: ExportId, error: &Error) -> Result<()> {
    tracing::error!(%error, export = id.0, "an export could not be written");
    let text = &error.text();
    cx.tx(|tx| async move {
        let owner: Option<(Option<StaffId>,)> =
            Q::new("update export set state = 'failed', error = ?, finished_at = ?")
                .push("where id = ? and state = 'running' returning staff_id")
                .bind(Val::json(text))
                .bind(cx.now)
                .bind(id)
                .optional(&tx)
                .await?;
        match owner {
            Some((owner,)) => tell(cx, &tx, id, "export.failed", json!({ "error": text }), owner).await,
            None => Ok(()),
        }
    })
    .await
}

/// Notes how far a workbook is.
pub(crate) async fn note(cx: &Context, id: ExportId, rows: i64) -> Result<()> {
    cx.tx(|tx| async move {
        Q::new("update export set rows = ? where id = ?").bind(rows).bind(id).run(&tx).await.map(drop)
    })
    .await
}

/// An export of the actor's own, for administrators any.
///
/// # Errors
/// `NotFound` if there is none, `Forbidden` without the right to export its kind of records.
pub async fn find(cx: &Context, id: ExportId) -> Result<Export> {
    load(cx, id).await.map(|kept| kept.export)
}

pub(crate) async fn load(cx: &Context, id: ExportId) -> Result<Kept> {
    require_any(cx)?;
    let row = Q::new(COLUMNS).push("where id = ?").bind(id).optional::<Row>(cx.db()).await?;
    let is_own = |row: &Row| row.staff_id.is_some() && row.staff_id == cx.staff_id();
    let row = row.filter(|row| is_own(row) || cx.actor.is_admin()).ok_or(Error::NotFound)?;
    cx.actor.require(exporter(cx, &row.kind)?.kind.area(), Can::Export)?;
    row.into_kept(cx)
}

/// Who may export nothing at all is told so, whichever export it is.
fn require_any(cx: &Context) -> Result<()> {
    let mut areas = cx.foyer.parts::<Exporter>().map(|exporter| exporter.kind.area()).peekable();
    let first = areas.peek().copied().unwrap_or(Area::Leads);
    if areas.any(|area| cx.actor.has(area, Can::Export)) {
        Ok(())
    } else {
        cx.actor.require(first, Can::Export)
    }
}

/// A file that can be fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// The file of an export.
///
/// # Errors
/// As [`find`]; `NotFound` also when there is no file yet, or none any more.
pub async fn open(cx: &Context, id: ExportId) -> Result<Ready> {
    let Kept { export, storage_key, .. } = load(cx, id).await?;
    let is_kept = export.kept_until.is_some_and(|until| until > cx.now);
    let path = cx.foyer.files.path(&storage_key).filter(|_| is_kept).ok_or(Error::NotFound)?;
    Ok(Ready { path, name: export.file_name, size: export.size })
}

/// Takes files off the disk that are older than a day. Text that nobody fetched to its end came to nothing.
///
/// # Errors
/// As [`Q::all`]; what was done stays done.
pub(crate) async fn tidy(cx: &Context) -> Result<()> {
    let over: Vec<(ExportId, String)> =
        Q::new("select id, storage_key from export where storage_key <> '' and finished_at <= ? limit ?")
            .bind(cx.now.plus(-KEPT))
            .bind(MOST)
            .all(cx.db())
            .await?;
    for (_, key) in &over {
        cx.foyer.files.remove(key).await;
    }
    let over = &over;
    cx.tx(|tx| async move {
        Q::new(
            "update export set state = 'failed', finished_at = ? where state = 'running' and format = 'csv'",
        )
        .push("and created_at <= ?")
        .bind(cx.now)
        .bind(cx.now.plus(-KEPT))
        .run(&tx)
        .await?;
        let ids = over.iter().map(|(id, _)| id.0);
        Q::new("update export set storage_key = '' where").any_of("id", ids).run(&tx).await.map(drop)
    })
    .await
}

/// Who is called how; of several people with one name each goes by the address, which an import knows, too.
pub(crate) async fn staff(cx: &Context) -> Result<HashMap<StaffId, String>> {
    let people: Vec<(StaffId, String, String)> =
        Q::new("select id, name, email from staff order by id").all(cx.db()).await?;
    let mut same: HashMap<String, usize> = HashMap::new();
    people.iter().for_each(|(_, name, _)| *same.entry(normal::sort_key(name)).or_default() += 1);
    let called = |(id, name, email): (StaffId, String, String)| {
        let is_one = same.get(&normal::sort_key(&name)) == Some(&1);
        (id, if is_one { name } else { email })
    };
    Ok(people.into_iter().map(called).collect())
}
