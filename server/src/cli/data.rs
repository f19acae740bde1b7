use std::path::Path;

use kernel::Context;

use super::arguments::{Import, PassphraseFrom, Vault};
use super::{as_system, print};
use crate::backup::{self, Moved, Passphrase, VaultKey};
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
pub async fn backup(config: &Config, to: &Path, passphrase: &PassphraseFrom) -> Outcome<()> {
    let moved = backup::make(config, to, read_passphrase(passphrase)?).await?;
    print(&format!("{}: the database and {}, {} bytes.", to.display(), files(&moved), moved.bytes));
    match moved.vault_key {
        VaultKey::None => {}
        VaultKey::Included => print("It is encrypted, and vault.key is in it."),
        VaultKey::LeftOut => print(
            "It is not encrypted, so vault.key is not in it: the secrets of the vault cannot be read from this backup \
             without that file. Keep a copy of it elsewhere, or give a passphrase (--passphrase-file).",
        ),
    }
    Ok(())
}

/// `foyer restore`
pub async fn restore(config: &Config, from: &Path, passphrase: &PassphraseFrom) -> Outcome<()> {
    let moved = backup::restore(config, from, read_passphrase(passphrase)?).await?;
    print(&format!("The database and {} are in {}.", files(&moved), config.data_dir.display()));
    if moved.vault_key == VaultKey::LeftOut && !config.data_dir.join(kernel::KEY_FILE).exists() {
        print("The secrets of the vault cannot be read until its vault.key is in that folder, too.");
    }
    Ok(())
}

/// The passphrase of a backup, if one is said.
fn read_passphrase(from: &PassphraseFrom) -> Outcome<Option<Passphrase>> {
    match (&from.passphrase_file, std::env::var("FOYER_BACKUP_PASSPHRASE")) {
        (Some(file), _) => Passphrase::read(file).map(Some),
        (None, Ok(words)) if !words.is_empty() => Passphrase::new(&words).map(Some),
        (None, _) => Ok(None),
    }
}

/// `foyer vault`
pub async fn vault(config: &Config, vault: Vault) -> Outcome<()> {
    let Vault::Rotate { lost_key } = vault;
    let done =
        as_system(config, async |cx: Context| ::vault::store::keys::rotate(&cx, lost_key).await).await?;
    print(&format!("There is a new key, and {} secrets are encrypted with it.", done.entries));
    if done.left > 0 {
        print(&format!(
            "{} could not be read and stay as they are: their key is not in vault.key.",
            done.left
        ));
    }
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
    let (kind, file, create_missing) = match import {
        Import::Leads { file, create_missing } => ("leads", file, create_missing),
        Import::Customers { file, create_missing } => ("customers", file, create_missing),
    };
    if !file.is_file() {
        return Err(format!("there is no file {}", file.display()).into());
    }
    let path = &file;
    let report = as_system(config, async |cx: Context| {
        imports::run_file(&cx, kind, path, imports::CliOptions { create_missing }).await
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
        "Import {}: {} created, {} updated, {} skipped, {} refused.",
        report.import, tally.created, tally.updated, tally.skipped, tally.refused
    ));
    if let Some(rows) = report.refusals {
        let refused = file.with_extension("refused.csv");
        std::fs::write(&refused, rows).map_err(|error| format!("{}: {error}", refused.display()))?;
        print(&format!("The refused rows, each with its reason, are in {}.", refused.display()));
    }
    Ok(())
}
