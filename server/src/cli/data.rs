use std::path::Path;

use kernel::Context;

use super::arguments::Import;
use super::{as_system, print};
use crate::backup::{self, Moved};
use crate::config::Config;
use crate::{Outcome, house};

/// `foyer migrate`
pub async fn migrate(config: &Config) -> Outcome<()> {
    let db = house::open_db(config).await?;
    let version = kernel::db::schema_version(&db).await;
    db.close().await;
    let version = version.map_err(|error| house::said("the database cannot be read", &error))?;
    print(&format!("The database has schema {version}."));
    Ok(())
}

/// `foyer backup`
pub async fn backup(config: &Config, to: &Path) -> Outcome<()> {
    let moved = backup::make(config, to).await?;
    print(&format!("{}: the database and {}, {} bytes.", to.display(), files(&moved), moved.bytes));
    Ok(())
}

/// `foyer restore`
pub async fn restore(config: &Config, from: &Path) -> Outcome<()> {
    let moved = backup::restore(config, from).await?;
    print(&format!("The database and {} are in {}.", files(&moved), config.data_dir.display()));
    Ok(())
}

fn files(moved: &Moved) -> String {
    match moved.files {
        1 => "1 file".into(),
        count => format!("{count} files"),
    }
}

/// `foyer import`
pub async fn import(config: &Config, import: Import) -> Outcome<()> {
    let Import::Leads { file, create_missing } = import;
    if !file.is_file() {
        return Err(format!("there is no file {}", file.display()).into());
    }
    let path = &file;
    let report = as_system(config, async |cx: Context| {
        imports::run_file(&cx, "leads", path, imports::CliOptions { create_missing }).await
    })
    .await?;
    let tally = report.tally;
    if report.is_resumed {
        print(&format!(
            "Import {} of this file had been broken off and was brought to its end.",
            report.import
        ));
    }
    print(&format!(
        "Import {}: {} created, {} skipped, {} refused.",
        report.import, tally.created, tally.skipped, tally.refused
    ));
    if let Some(rows) = report.refusals {
        let refused = file.with_extension("refused.csv");
        std::fs::write(&refused, rows).map_err(|error| format!("{}: {error}", refused.display()))?;
        print(&format!("The refused rows, each with its reason, are in {}.", refused.display()));
    }
    Ok(())
}
