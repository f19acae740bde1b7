//! What a whole company is: what has to hold in the database and in the folder at every moment at which one looks.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use kernel::db::Q;
use kernel::{Context, Instant};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::company::Company;
use crate::ledger::{Call, Kind, Ledger};

/// Whatever does not hold.
pub async fn faults(company: &Company, ledger: &Ledger) -> Vec<String> {
    company
        .look(async |cx| {
            settled(cx).await;
            let mut faults = Vec::new();
            for (what, q) in never() {
                let count = q.number(cx.db()).await.unwrap_or_else(|error| panic!("{what}: {error:?}"));
                if count != 0 {
                    faults.push(format!("{what}: {count}"));
                }
            }
            if cx.db().is_sqlite() {
                faults.extend(sqlite(cx).await);
            }
            faults.extend(imports(cx).await);
            faults.extend(acknowledged(cx, &ledger.all()).await);
            faults.extend(files(cx, 10).await);
            faults
        })
        .await
}

/// What does not hold when everything has come to its end and the house was tidied.
pub async fn faults_at_the_end(company: &Company, ledger: &Ledger) -> Vec<String> {
    company
        .look(async |cx| {
            let mut faults = files(cx, i64::MAX).await;
            for (what, q) in [
                (
                    "imports that are not done",
                    "select count(*) from import where state not in ('done', 'draft', 'ready')",
                ),
                (
                    "imports without all their rows",
                    "select count(*) from import where state = 'done' and created <> rows",
                ),
            ] {
                let count = Q::new(q).number(cx.db()).await.unwrap();
                if count != 0 {
                    faults.push(format!("{what}: {count}"));
                }
            }
            let wanted: i64 = ledger.all().iter().map(rows_answered).sum();
            let here = Q::new("select count(*) from lead where import_id is not null")
                .number(cx.db())
                .await
                .unwrap();
            if here < wanted {
                faults.push(format!("{here} rows of imports, {wanted} were promised"));
            }
            let later = Context { now: cx.now.plus(2 * Instant::DAY), ..cx.clone() };
            app::strays::sweep(&later).await.unwrap();
            let (stored, known) = (stored(cx), keys(cx).await);
            if stored != known {
                faults.push(format!(
                    "bytes without a row or rows without bytes: {:?}",
                    stored.symmetric_difference(&known)
                ));
            }
            faults
        })
        .await
}

fn rows_answered(call: &Call) -> i64 {
    match call.kind {
        Kind::Import(_, rows) if call.answer.is_some() => rows,
        _ => 0,
    }
}

/// PostgreSQL ends by itself what a client had begun that is gone. Until then one would look too early.
async fn settled(cx: &Context) {
    if cx.db().is_sqlite() {
        return;
    }
    let busy = || {
        Q::new("select count(*) from pg_stat_activity where pid <> pg_backend_pid() and state <> 'idle'")
            .push("and application_name = current_setting('application_name')")
    };
    while busy().number(cx.db()).await.unwrap() > 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Questions whose answer is always nought.
fn never() -> Vec<(&'static str, Q)> {
    let live = "select stage_id, coalesce(owner_id, 0), coalesce(value_currency, ''), count(*), \
                cast(coalesce(sum(value_minor), 0) as bigint) from lead where on_board group by 1, 2, 3";
    let kept =
        "select stage_id, owner_id, currency, leads, minor from lead_total where leads <> 0 or minor <> 0";
    vec![
        (
            "leads whose history does not tell each of their versions once",
            Q::new("select count(*) from (select l.id from lead l left join event e on e.record_kind = 'lead'")
                .push("and e.record_id = l.id and e.kind like 'lead.%' group by l.id, l.version")
                .push("having count(e.id) <> l.version or count(distinct e.version) <> l.version")
                .push("or max(e.version) <> l.version) x"),
        ),
        (
            "events of leads that there are not",
            Q::new("select count(*) from event e left join lead l on l.id = e.record_id")
                .push("where e.record_kind = 'lead' and e.record_id <> 0 and l.id is null"),
        ),
        (
            "timelines of nothing",
            Q::new("select count(*) from timeline t left join lead l on l.timeline_id = t.id where l.id is null"),
        ),
        (
            // Writers of SQLite take turns. On PostgreSQL two who put their cards behind the same one at the same moment
            // choose among thirty places without seeing each other: a few ties are as designed, the id decides them.
            "places with two cards",
            Q::new("select").dialect("count(*)", "greatest(count(*) - 3, 0)")
                .push("from (select 1 as one from lead where on_board group by stage_id, rank having count(*) > 1) x"),
        ),
        (
            "totals that no leads add up to",
            Q::new("select count(*) from (").push(kept).push("except").push(live).push(") x"),
        ),
        (
            "leads that no totals count",
            Q::new("select count(*) from (").push(live).push("except").push(kept).push(") x"),
        ),
        ("leads that no search finds", Q::new("select (select count(*) from lead) - (select count(*) from lead_search)")),
        (
            "imports that count other leads than they brought in",
            Q::new("select count(*) from import i where i.created <> (select count(*) from lead l where l.import_id = i.id)"),
        ),
        (
            "rows that came in twice",
            Q::new("select count(*) from (select 1 as one from lead where import_id is not null group by import_id, name having count(*) > 1) x"),
        ),
        (
            "imports that run and that nobody goes on with",
            Q::new("select count(*) from import i where i.state = 'running' and not exists (select 1 from job j")
                .push("where j.kind = 'import.run' and j.failed_at is null and cast(j.payload->>'import' as bigint) = i.id)"),
        ),
        ("jobs that were given up", Q::new("select count(*) from job where failed_at is not null")),
        (
            "names, files and imports that are there twice",
            Q::new("select (select count(*) - count(distinct name) from lead) + (select count(*) - count(distinct name) from file)")
                .push("+ (select count(*) - count(distinct file_name) from import)"),
        ),
    ]
}

async fn sqlite(cx: &Context) -> Vec<String> {
    let whole: Vec<(String,)> = Q::new("pragma integrity_check").all(cx.db()).await.unwrap();
    let broken: Vec<(String,)> =
        Q::new("select \"table\" from pragma_foreign_key_check").all(cx.db()).await.unwrap();
    let whole = whole.into_iter().map(|(said,)| said).filter(|said| said != "ok");
    whole.chain(broken.into_iter().map(|(table,)| format!("{table} refers to nothing"))).collect()
}

/// Imports that failed or left rows out, each with what it says.
async fn imports(cx: &Context) -> Vec<String> {
    let q = Q::new("select i.id, i.state, i.skipped, i.refused, coalesce(cast(i.error as text), ''),")
        .push("coalesce((select min(cast(r.reason as text)) from import_refusal r where r.import_id = i.id), '')")
        .push("from import i where i.state not in ('draft', 'ready', 'running', 'done') or i.skipped + i.refused > 0");
    let rows: Vec<(i64, String, i64, i64, String, String)> = q.all(cx.db()).await.unwrap();
    rows.into_iter().map(|row| format!("an import that failed or left rows out: {row:?}")).collect()
}

/// What was answered with "done" and is not there.
async fn acknowledged(cx: &Context, calls: &[Call]) -> Vec<String> {
    let leads: Vec<(i64, i64, String, i64)> =
        Q::new("select id, stage_id, rank, version from lead").all(cx.db()).await.unwrap();
    let leads: HashMap<i64, _> =
        leads.into_iter().map(|(id, stage, rank, version)| (id, (stage, rank, version))).collect();
    let moved: Vec<(i64, i64)> =
        Q::new("select record_id, version from event where kind = 'lead.moved'").all(cx.db()).await.unwrap();
    let moved: BTreeSet<_> = moved.into_iter().collect();
    let files: Vec<(i64, String)> = Q::new("select id, sha256 from file").all(cx.db()).await.unwrap();
    let files: BTreeMap<_, _> = files.into_iter().collect();
    let imports: Vec<(i64,)> = Q::new("select id from import").all(cx.db()).await.unwrap();
    let respaced =
        Q::new("select count(*) from event where kind = 'board.respaced'").number(cx.db()).await.unwrap() > 0;
    let mut faults = Vec::new();
    // The last that was answered of each lead, and how many calls since then were cut off.
    let mut latest: BTreeMap<i64, (Value, i64)> = BTreeMap::new();
    for call in calls {
        let Some(answer) = &call.answer else {
            if let Kind::Move(id, _) = call.kind
                && let Some((_, open)) = latest.get_mut(&id)
            {
                *open += 1;
            }
            continue;
        };
        if answer.status >= 300 {
            continue;
        }
        let (id, version) =
            (answer.body["id"].as_i64().unwrap(), answer.body["version"].as_i64().unwrap_or_default());
        let is_there = match &call.kind {
            Kind::Create(_) => leads.contains_key(&id),
            Kind::Move(..) => moved.contains(&(id, version)),
            Kind::Upload(bytes) => files.get(&id) == Some(&digest(bytes)),
            Kind::Import(..) => imports.contains(&(id,)),
        };
        if !is_there {
            faults.push(format!("acknowledged and not there: {} {:?}", call.path, answer.body));
        }
        if matches!(call.kind, Kind::Create(_) | Kind::Move(..))
            && latest.get(&id).is_none_or(|(last, _)| last["version"].as_i64() < Some(version))
        {
            latest.insert(id, (answer.body.clone(), 0));
        }
    }
    for (id, (last, open)) in latest {
        let Some((stage, rank, version)) = leads.get(&id) else { continue };
        let known = last["version"].as_i64().unwrap_or_default();
        let stands =
            last["stage_id"].as_i64() == Some(*stage) && (respaced || last["rank"].as_str() == Some(rank));
        if *version < known || *version > known + open || (*version == known && !stands) {
            faults.push(format!(
                "lead {id} is at {stage} {rank} version {version}; {open} open calls after {last}"
            ));
        }
    }
    faults
}

/// Rows of files, the newest first, whose bytes are not there or are others.
async fn files(cx: &Context, newest: i64) -> Vec<String> {
    let rows: Vec<(String, i64, String, Option<String>, Option<String>)> =
        Q::new("select storage_key, size, sha256, preview_key, small_preview_key from file")
            .push("order by id desc limit ?")
            .bind(newest)
            .all(cx.db())
            .await
            .unwrap();
    let mut faults = Vec::new();
    for (key, size, sha256, large, small) in rows {
        let bytes = cx.foyer.files.read(&key).await.unwrap_or_default();
        if i64::try_from(bytes.len()).unwrap() != size || digest(&bytes) != sha256 {
            faults.push(format!("file {key} has {} bytes and not its {size}", bytes.len()));
        }
        for picture in [large, small].into_iter().flatten() {
            if cx.foyer.files.read(&picture).await.is_err() {
                faults.push(format!("picture {picture} is not there"));
            }
        }
    }
    let (stored, known) = (stored(cx), keys(cx).await);
    faults.extend(known.difference(&stored).map(|key| format!("{key} has no bytes")));
    faults
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What lies in the folder of files.
fn stored(cx: &Context) -> BTreeSet<String> {
    let parts = std::fs::read_dir(cx.foyer.files.folder()).into_iter().flatten().flatten();
    let files = parts.flat_map(|part| std::fs::read_dir(part.path()).unwrap().flatten());
    files.map(|file| file.file_name().into_string().unwrap()).collect()
}

/// The names that rows know.
async fn keys(cx: &Context) -> BTreeSet<String> {
    let q = Q::new("select storage_key from file union all select storage_key from import")
        .push("union all select preview_key from picture union all select small_preview_key from picture")
        .push("union all select preview_key from file where preview_key is not null")
        .push("union all select small_preview_key from file where small_preview_key is not null");
    q.all::<(String,)>(cx.db()).await.unwrap().into_iter().map(|(key,)| key).collect()
}
