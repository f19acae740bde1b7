use std::path::Path;

use super::arguments::{Import, Scale};
use super::print;
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
pub async fn import(_config: &Config, import: Import) -> Outcome<()> {
    let Import::Leads { file, create_missing: _ } = import;
    Err(format!("{}: importing from the command line is not available yet", file.display()).into())
}

/// `foyer demo`
pub async fn demo(config: Config, scale: Scale, seed: u64) -> Outcome<()> {
    let _ = (config, seed);
    Err(format!("a demo company of the size {scale:?} is not available yet").into())
}
