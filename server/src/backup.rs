//! A company in one file: its database and its uploaded files, taken while it goes on working.
//!
//! The file is a gzipped tar: `manifest.json`, `database/..`, `files/..`. `foyer.toml` is not in it: it may hold the
//! password of the mail server, and it belongs to the machine. With a passphrase the whole is encrypted; only then is
//! `vault.key` in it, for whoever has that and the database can read every secret of the vault.

mod archive;
mod passphrase;
mod postgres;
mod sqlite;
mod stream;

pub use passphrase::Passphrase;

use std::path::{Path, PathBuf};

use kernel::db::{Db, MIGRATIONS, schema_version};
use kernel::{KEY_FILE, entropy};
use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::{Outcome, house};

/// The shape of the archive; a change that older programs cannot read takes the next number.
const FORMAT: u32 = 1;

/// What the archive says about itself.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// The version of the program that made it.
    foyer: String,
    /// The number of the last migration.
    schema: i64,
    /// `sqlite` or `postgres`.
    database: String,
    /// What became of the key of the vault.
    #[serde(default)]
    vault_key: VaultKey,
}

/// What becomes of the key of the vault in a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VaultKey {
    /// There is none.
    #[default]
    None,
    /// It is in the backup, which is encrypted.
    Included,
    /// It is not in the backup, since that is not encrypted.
    LeftOut,
}

/// What a backup or a restoration moved.
#[derive(Debug, PartialEq, Eq)]
pub struct Moved {
    /// Uploaded files.
    pub files: usize,
    /// The size of the archive in bytes.
    pub bytes: u64,
    /// What became of the key of the vault.
    pub vault_key: VaultKey,
}

/// Writes the company of these settings into one file. The database is taken first and whole at one moment; a file
/// is stored before its row, so every file that the database names is there. With a passphrase it is encrypted.
///
/// # Errors
/// When there is a file already, or reading or writing fails. Then nothing is left behind.
pub async fn make(config: &Config, to: &Path, passphrase: Option<Passphrase>) -> Outcome<Moved> {
    if to.exists() {
        return Err(format!("{} is there already", to.display()).into());
    }
    if config.database_url.is_none() && !config.data_dir.join("foyer.db").is_file() {
        return Err(format!("there is no company in {}", config.data_dir.display()).into());
    }
    let db = house::connect(config).await?;
    let scratch = Scratch::beside(to)?;
    match &db {
        Db::Sqlite { write, .. } => sqlite::take(write, &scratch.0).await?,
        Db::Postgres { pool, .. } => postgres::take(pool, &scratch.0).await?,
    }
    // Only now: whatever the copy names was encrypted with a key that is in the file by then.
    let manifest = Manifest {
        format: FORMAT,
        foyer: env!("CARGO_PKG_VERSION").into(),
        schema: schema_version(&db)
            .await
            .map_err(|error| house::said("the database cannot be read", &error))?,
        database: kind(&db).into(),
        vault_key: vault_key(config, passphrase.is_some()),
    };
    db.close().await;
    let (database, data_dir, to) = (scratch.0.clone(), config.data_dir.clone(), to.to_owned());
    let packed = move || archive::pack(&manifest, &database, &data_dir, &to, passphrase.as_ref());
    tokio::task::spawn_blocking(packed).await?
}

fn vault_key(config: &Config, is_encrypted: bool) -> VaultKey {
    match config.data_dir.join(KEY_FILE).exists() {
        false => VaultKey::None,
        true if is_encrypted => VaultKey::Included,
        true => VaultKey::LeftOut,
    }
}

/// Brings a company back from a file, into a place where there is none.
///
/// # Errors
/// When there is a company already, when the archive is damaged, made by a newer Foyer or for the other kind of
/// database, or when it is encrypted and this is not its passphrase. Then nothing was changed.
pub async fn restore(config: &Config, from: &Path, passphrase: Option<Passphrase>) -> Outcome<Moved> {
    refuse_company(config)?;
    std::fs::create_dir_all(&config.data_dir)?;
    let scratch = Scratch::beside(&config.data_dir.join("restore"))?;
    let (folder, from) = (scratch.0.clone(), from.to_owned());
    let unpacked = move || archive::unpack(&from, &folder, passphrase.as_ref());
    let (manifest, moved) = tokio::task::spawn_blocking(unpacked).await??;
    check(&manifest, config)?;
    let key = scratch.0.join(KEY_FILE);
    refuse_other_key(&key, &config.data_dir)?;
    // The key first: a company that is there is not restored again, so no kill may leave one without its key.
    let came = put_key(&key, &config.data_dir)?;
    if let Err(error) = put_database(config, &scratch.0.join("database")).await {
        if came {
            std::fs::remove_file(config.data_dir.join(KEY_FILE))?;
        }
        return Err(error);
    }
    let files = scratch.0.join("files");
    if files.is_dir() {
        std::fs::rename(files, config.data_dir.join("files"))?;
    }
    Ok(moved)
}

async fn put_database(config: &Config, from: &Path) -> Outcome<()> {
    if config.database_url.is_none() {
        return sqlite::put(from, &config.data_dir).await;
    }
    let db = house::connect(config).await?;
    let outcome = postgres::put(&db, from).await;
    db.close().await;
    outcome
}

/// Puts the key of the vault into the data folder, for its owner alone; says whether there was none before.
fn put_key(key: &Path, data_dir: &Path) -> Outcome<bool> {
    let here = data_dir.join(KEY_FILE);
    if !key.is_file() || here.exists() {
        return Ok(false);
    }
    house::keep_private(key, 0o600)?;
    std::fs::File::open(key)?.sync_all()?;
    std::fs::rename(key, &here)?;
    Ok(true)
}

fn refuse_company(config: &Config) -> Outcome<()> {
    for name in ["foyer.db", "files"] {
        let path = config.data_dir.join(name);
        if path.exists() {
            let sentence = "there is a company already; a backup is restored only into an empty folder";
            return Err(format!("{}: {sentence}", path.display()).into());
        }
    }
    Ok(())
}

/// A key that lies there already is not written over by another one: somebody may have no second copy of it.
fn refuse_other_key(key: &Path, data_dir: &Path) -> Outcome<()> {
    let here = data_dir.join(KEY_FILE);
    let is_other = key.is_file() && here.exists() && std::fs::read(key)? != std::fs::read(&here)?;
    match is_other {
        true => Err(format!("{}: another key is there already; move it away first", here.display()).into()),
        false => Ok(()),
    }
}

fn check(manifest: &Manifest, config: &Config) -> Outcome<()> {
    let known = MIGRATIONS.last().map_or(0, |(version, _)| *version);
    if manifest.format > FORMAT || manifest.schema > known {
        return Err(
            format!("the backup was made by Foyer {}, which is newer than this one", manifest.foyer).into()
        );
    }
    let wanted = if config.database_url.is_some() { "postgres" } else { "sqlite" };
    if manifest.database != wanted {
        return Err(
            format!("the backup is one of {} and these settings name {wanted}", manifest.database).into()
        );
    }
    if wanted == "postgres" && manifest.schema != known {
        let sentence = "restore it with that version and start this one afterwards";
        return Err(format!(
            "the backup has schema {} of Foyer {}; {sentence}",
            manifest.schema, manifest.foyer
        )
        .into());
    }
    Ok(())
}

fn kind(db: &Db) -> &'static str {
    if db.is_sqlite() { "sqlite" } else { "postgres" }
}

/// A folder for unfinished work, on the same disk as what it will become. It goes when it is dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn beside(path: &Path) -> Outcome<Self> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = parent.join(format!(".foyer-{}", entropy::word()));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        house::keep_private(&folder, 0o700)?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
