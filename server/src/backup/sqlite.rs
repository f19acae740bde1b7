use std::path::Path;

use kernel::db::{Db, DbOptions, Q};
use sqlx::SqlitePool;

use crate::{Outcome, house};

const FILE: &str = "foyer.db";

/// Copies the database as it is at one moment. Readers and the writer of a running server go on meanwhile.
pub async fn take(pool: &SqlitePool, folder: &Path) -> Outcome<()> {
    let to = folder.join(FILE).to_string_lossy().into_owned();
    sqlx::query("vacuum into ?").bind(to).execute(pool).await?;
    Ok(())
}

/// Puts the copy in its place, if it is whole.
pub async fn put(folder: &Path, data_dir: &Path) -> Outcome<()> {
    let copy = Db::open(&DbOptions::new(None, folder))
        .await
        .map_err(|error| house::said("the backup's database", &error))?;
    let (answer,): (String,) = Q::new("pragma integrity_check")
        .one(&copy)
        .await
        .map_err(|error| house::said("the backup's database", &error))?;
    copy.close().await;
    if answer != "ok" {
        return Err(format!("the backup's database is damaged: {answer}").into());
    }
    std::fs::rename(folder.join(FILE), data_dir.join(FILE))?;
    house::keep_private(&data_dir.join(FILE), 0o600)
}
