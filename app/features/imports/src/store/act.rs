use kernel::db::{Q, Val};
use kernel::{Context, Error, ImportId, Result, Text, invalid};
use serde_json::json;

use super::rows::{importer, load};
use super::steps::{progress, run_of, set_state};
use crate::inspect::{begin, format_of_sheet, inspect as look};
use crate::judge::Verdict;
use crate::memory::Memory;
use crate::plan::Plan;
use crate::preview::Preview;
use crate::reading::Record;
use crate::rows::Rows;
use crate::{
    ByHeader, DryRun, Import, ImportState, Inspection, Options, Place, Row, RowFate, RowNote, Tally,
};

/// Rows that are judged, and brought in, at a time.
pub(crate) const BATCH: usize = 500;
/// Rows of each kind that a dry run names.
const MOST_LEFT: usize = 100;

/// The import with its file seen through the choices so far; once it has begun, without the file.
///
/// # Errors
/// As [`super::find`].
pub async fn inspect(cx: &Context, id: ImportId) -> Result<Inspection> {
    let kept = load(cx, id).await?;
    let importer = importer(cx, &kept.import.kind)?;
    let options = kept.import.options.clone();
    match kept.import.state.is_open() {
        true => look(cx, importer, kept, options).await,
        // There is nothing left to choose, and some day no file any more.
        false => begin(cx, importer, kept.import, options).await,
    }
}

/// Keeps choices and says what follows from them. A new format proposes a new mapping.
///
/// # Errors
/// `Invalid` for a mapping that cannot be, `Conflict` when the import has begun; as [`super::find`].
pub async fn set_options(cx: &Context, id: ImportId, mut options: Options) -> Result<Inspection> {
    let kept = load(cx, id).await?;
    require_open(&kept.import)?;
    let importer = importer(cx, &kept.import.kind)?;
    let fields = (importer.fields)(cx.clone()).await?;
    let (before, sheet) = (kept.import.options.format, options.format.sheet);
    if before.sheet != sheet {
        options.format = format_of_sheet(cx, &kept.storage_key, &fields, sheet).await?;
    }
    if before != options.format {
        options.mapping = Vec::new();
        options.words = Vec::new();
    }
    for field in &fields {
        let columns = options.mapping.iter().flatten().filter(|key| **key == field.key).count();
        if columns > 1 && !field.kind.joins() {
            let text = Text::new("import-mapping-twice").with("field", field.label.clone());
            return Err(invalid("mapping", text));
        }
    }
    if options.mapping.iter().flatten().any(|key| fields.iter().all(|field| field.key != *key)) {
        return Err(invalid("mapping", "import-mapping-unknown"));
    }
    if options.duplicates.updates() && importer.changes.is_none() {
        return Err(invalid("duplicates", "import-no-updates"));
    }
    if options.keys.iter().any(|key| importer.tells.iter().all(|one| one.code != key)) {
        return Err(invalid("keys", "import-key-unknown"));
    }
    let mut inspection = look(cx, importer, kept, options).await?;
    let state = if inspection.is_complete() { ImportState::Ready } else { ImportState::Draft };
    let seen = &inspection;
    let changed = cx
        .tx(|tx| async move {
            Q::new("update import set options = ?, rows = ?, state = ?, version = version + 1")
                .push("where id = ? and state in ('draft', 'ready')")
                .bind(Val::json(&seen.options))
                .bind(seen.import.rows)
                .bind(state.code())
                .bind(id)
                .run(&tx)
                .await
        })
        .await?;
    inspection.import = super::find(cx, id).await?;
    if changed == 0 { Err(begun(&inspection.import)) } else { Ok(inspection) }
}

/// What the run would do, changing nothing.
///
/// # Errors
/// `Invalid` while something is left to decide; as [`super::find`].
pub async fn dry_run(cx: &Context, id: ImportId) -> Result<DryRun> {
    let kept = load(cx, id).await?;
    require_open(&kept.import)?;
    let importer = importer(cx, &kept.import.kind)?;
    let options = kept.import.options.clone();
    let mut rows = Rows::open(cx, &kept.storage_key, options.format).await??;
    let plan = Plan::new(cx, importer, id, options.clone(), rows.header.len()).await?;
    let mut memory = Memory::default();
    loop {
        let dry_run = pass(&plan, &mut rows, &mut memory).await?;
        match memory.again() {
            None => return Ok(dry_run),
            Some(next) => memory = next,
        }
        rows = Rows::open(cx, &kept.storage_key, options.format).await??;
    }
}

/// Goes through all rows once.
async fn pass(plan: &Plan, rows: &mut Rows, memory: &mut Memory) -> Result<DryRun> {
    let (mut tally, mut refused, mut skipped) = (Tally::default(), Vec::new(), Vec::new());
    let (mut near, mut near_count) = (Vec::new(), 0);
    let mut preview = Preview::of(plan).await?;
    loop {
        let records = rows.next(BATCH).await??;
        if records.is_empty() {
            break;
        }
        let verdicts = plan.judge(Place::Db(plan.cx.db()), &plan.read(&records), memory).await?;
        for (record, verdict) in records.iter().zip(&verdicts) {
            tally = tally.plus(count(verdict));
            match verdict {
                Verdict::Refuse(reason) if refused.len() < MOST_LEFT => {
                    refused.push(note(record, RowFate::Refused, reason));
                }
                Verdict::Skip(reason) if skipped.len() < MOST_LEFT => {
                    skipped.push(note(record, RowFate::Skipped, reason));
                }
                Verdict::Change(changing) => preview.take(changing).await?,
                Verdict::Join(joining) => preview.join(plan, joining).await?,
                _ => {}
            }
        }
        let found = found_near(plan, &records, &verdicts).await?;
        near_count += found.len() as i64;
        near.extend(found);
        near.truncate(MOST_LEFT);
    }
    refused.append(&mut skipped);
    Ok(DryRun { tally, left: refused, near, near_count, changes: preview.changes })
}

fn note(record: &Record, fate: RowFate, reason: &Text) -> RowNote {
    let cells = record.cells.iter().take(6).map(|cell| cell.chars().take(80).collect());
    RowNote { row: record.number, cells: cells.collect(), fate, reason: reason.clone() }
}

/// The rows that become records and may be about what is there all the same.
async fn found_near(plan: &Plan, records: &[Record], verdicts: &[Verdict]) -> Result<Vec<RowNote>> {
    let created = records.iter().zip(verdicts).filter_map(|(record, verdict)| match verdict {
        Verdict::Create(row) => Some((record, row)),
        _ => None,
    });
    let (created, rows): (Vec<&Record>, Vec<&Row>) = created.unzip();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let found = plan.records.near(&rows).await?;
    let told = |(record, found): (&Record, Option<Text>)| Some(note(record, RowFate::Created, &found?));
    Ok(created.into_iter().zip(found).filter_map(told).collect())
}

/// How a verdict counts.
pub(crate) fn count(verdict: &Verdict) -> Tally {
    let mut tally = Tally::default();
    match verdict {
        Verdict::Create(_) => tally.created = 1,
        Verdict::Change(_) | Verdict::Join(_) | Verdict::Likely => tally.updated = 1,
        Verdict::Skip(_) => tally.skipped = 1,
        Verdict::Refuse(_) => tally.refused = 1,
    }
    tally
}

/// Begins the run, in the background.
///
/// # Errors
/// `Invalid` while something is left to decide, `Conflict` when it has begun; as [`super::find`].
pub async fn start(cx: &Context, id: ImportId) -> Result<Import> {
    prepare(cx, id, true).await
}

/// Begins the run with the proposed mapping, as programs do. Who asks again with the same choices gets the import as it is,
/// also when the run was over before the second call came; only one of several calls begins it.
///
/// # Errors
/// As [`start`]; `Conflict` when it was begun with other choices, stopped or taken back.
pub async fn start_by_header(cx: &Context, id: ImportId, choices: ByHeader) -> Result<Import> {
    let wish = &choices.clone();
    let started = async {
        propose_all(cx, id, choices).await?;
        start(cx, id).await
    };
    let import = match started.await {
        Err(Error::Conflict(_)) => super::find(cx, id).await?,
        other => other?,
    };
    // Two calls with different choices may both have set theirs before one began the run.
    let has_begun = matches!(import.state, ImportState::Running | ImportState::Done | ImportState::Failed);
    if has_begun && wish.is_of(&import.options) { Ok(import) } else { Err(begun(&import)) }
}

pub(crate) async fn propose_all(cx: &Context, id: ImportId, choices: ByHeader) -> Result<()> {
    let options = super::find(cx, id).await?.options;
    let ByHeader { create_missing, duplicates, keys } = choices;
    set_options(cx, id, Options { create_missing, duplicates, keys, ..options }).await.map(drop)
}

/// Brings the import into the running state; with `in_background` the queue does it.
pub(crate) async fn prepare(cx: &Context, id: ImportId, in_background: bool) -> Result<Import> {
    let inspection = inspect(cx, id).await?;
    if inspection.import.state == ImportState::Running {
        return Ok(inspection.import);
    }
    require_open(&inspection.import)?;
    if let Some(problem) = inspection.problem {
        return Err(invalid("file", problem));
    }
    if let Some(missing) = inspection.fields.iter().find(|field| inspection.missing.contains(&field.key)) {
        return Err(invalid(
            "mapping",
            Text::new("import-missing-field").with("field", missing.label.clone()),
        ));
    }
    if inspection.dates.is_some() && inspection.options.date_order.is_none() {
        return Err(invalid("date_order", "import-missing-date-order"));
    }
    let (rows, options) = (inspection.import.rows, &inspection.options);
    let begun_now = cx
        .tx(|tx| async move {
            if !set_state(cx, &tx, id, &[ImportState::Draft, ImportState::Ready], ImportState::Running)
                .await?
            {
                return Ok(false);
            }
            Q::new("update import set started_at = ?, run_id = ?, rows = ?, options = ? where id = ?")
                .bind(cx.now)
                .bind(run_of(id))
                .bind(rows)
                .bind(Val::json(options))
                .bind(id)
                .run(&tx)
                .await?;
            if in_background {
                crate::run::enqueue(cx, &tx, id).await?;
            }
            progress(cx, &tx, id, "import.started").await?;
            Ok(true)
        })
        .await?;
    let import = super::find(cx, id).await?;
    // Who presses twice gets the same answer twice.
    if begun_now || import.state == ImportState::Running { Ok(import) } else { Err(begun(&import)) }
}

/// Stops a run after the batch that is under way. What was brought in stays and can be undone.
///
/// # Errors
/// `Conflict` if it is not running; as [`super::find`].
pub async fn cancel(cx: &Context, id: ImportId) -> Result<Import> {
    super::find(cx, id).await?;
    turn(cx, id, &[ImportState::Draft, ImportState::Ready, ImportState::Running], ImportState::Cancelled)
        .await
}

/// Takes back what an import brought in, in the background. Records that were changed since are kept and named.
///
/// # Errors
/// `Conflict` if there is nothing to undo; as [`super::find`].
pub async fn undo(cx: &Context, id: ImportId) -> Result<Import> {
    super::find(cx, id).await?;
    let from: Vec<_> = ImportState::ALL.into_iter().filter(|state| state.can_undo()).collect();
    turn(cx, id, &from, ImportState::Undoing).await
}

async fn turn(cx: &Context, id: ImportId, from: &[ImportState], to: ImportState) -> Result<Import> {
    let turned = cx
        .tx(|tx| async move {
            if !set_state(cx, &tx, id, from, to).await? {
                return Ok(false);
            }
            if to == ImportState::Undoing {
                let payload = json!({ "import": id, "staff": cx.staff_id() });
                cx.enqueue(&tx, "import.undo", payload, cx.now, Some(format!("import.undo:{id}"))).await?;
            }
            progress(cx, &tx, id, "import.progress").await?;
            Ok(true)
        })
        .await?;
    let import = super::find(cx, id).await?;
    if turned || import.state == to { Ok(import) } else { Err(begun(&import)) }
}

fn require_open(import: &Import) -> Result<()> {
    if import.state.is_open() { Ok(()) } else { Err(begun(import)) }
}

fn begun(import: &Import) -> Error {
    Error::conflict(Text::new("import-conflict"), import)
}
