//! Stored files that nobody knows: a server that is killed between the bytes of a file and its row leaves them. Only the
//! shell can tell, since several features store files.

use kernel::db::{Q, Val};
use kernel::{Context, Instant, JobKind, Result};

/// Whoever stores a file writes its row within moments; after so long nobody is about to.
const SETTLED_AFTER: i64 = Instant::DAY;

/// Removes them, once a day.
pub(crate) const JOB: JobKind = JobKind {
    name: "files.strays",
    run: |cx, _| Box::pin(async move { sweep(&cx).await.map(drop) }),
    every: Some(Instant::DAY),
};

/// Every column that holds the key of a stored file. A test holds that none is missing.
const KEYS: &str = "select storage_key as key from file union all select preview_key from file \
                    union all select small_preview_key from file \
                    union all select preview_key from picture union all select small_preview_key from picture \
                    union all select storage_key from import union all select storage_key from export";

/// Removes stored files without a row that are older than a day, and says how many.
///
/// # Errors
/// As [`Q::all`]; nothing of the part of the folder that is looked at is removed then.
pub async fn sweep(cx: &Context) -> Result<usize> {
    let before = cx.now.plus(-SETTLED_AFTER);
    let mut removed = 0;
    for part in 0..=u8::MAX {
        let names = cx.foyer.files.settled(part, before).await;
        if names.is_empty() {
            continue;
        }
        let known = known(cx, &names).await?;
        for name in names.iter().filter(|name| !known.contains(name)) {
            match name.strip_suffix(".part") {
                Some(key) => cx.foyer.files.remove_part(key).await,
                None => cx.foyer.files.remove(name).await,
            }
            removed += 1;
        }
    }
    if removed > 0 {
        tracing::info!(removed, "files without a row were removed");
    }
    Ok(removed)
}

async fn known(cx: &Context, names: &[String]) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = Q::new("select k.key from (")
        .push(KEYS)
        .push(") k where k.key in (")
        .dialect("select value from json_each(?)", "select jsonb_array_elements_text(?)")
        .push(")")
        .bind(Val::json(&names))
        .all(cx.db())
        .await?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn store(cx: &Context) -> String {
        let mut upload = cx.foyer.files.begin(100).await.unwrap();
        upload.write(b"bytes").await.unwrap();
        upload.finish().await.unwrap().key
    }

    kernel::contract! {
        with crate::features();

        async fn a_file_without_a_row_goes_after_a_day_and_no_other(house: TestHouse) {
            let cx = &house.system();
            let (kept, stray) = (&store(cx).await, store(cx).await);
            cx.tx(|tx| async move {
                let q = Q::new("insert into import (kind, file_name, storage_key, size, state, options, created_at)");
                q.push("values ('leads', 'a.csv', ?, 5, 'draft', ?, 0)").bind(kept).bind(Val::json(&())).run(&tx).await
            })
            .await
            .unwrap();
            // The files were written now, whatever the house's clock says.
            let written = kernel::Clock::System.now();
            let at = |later: i64| Context { now: written.plus(later), ..cx.clone() };
            assert_eq!(sweep(&at(Instant::HOUR)).await, Ok(0));
            assert_eq!(sweep(&at(2 * Instant::DAY)).await, Ok(1));
            assert!(cx.foyer.files.read(kept).await.is_ok() && cx.foyer.files.read(&stray).await.is_err());
        }

        async fn every_key_of_a_stored_file_is_asked_for(house: TestHouse) {
            let named = Q::new("select c.name, c.table_name from").dialect(
                "(select p.name as name, m.name as table_name from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table') c",
                "(select column_name::text as name, table_name::text as table_name from information_schema.columns where table_schema = current_schema()) c",
            );
            let q = named.push("where c.name like '%storage%key' or c.name like '%preview%key' order by 2, 1 desc");
            let columns: Vec<(String, String)> = q.all(house.system().db()).await.unwrap();
            let asked = columns.iter().filter(|(name, table)| {
                KEYS.contains(&format!("select {name} as key from {table}")) || KEYS.contains(&format!("select {name} from {table}"))
            });
            assert_eq!((columns.len(), asked.count()), (7, 7), "{columns:?}");
        }
    }
}
