//! A Foyer with what only the process knows: its assets, its settings, and who follows it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kernel::db::{Db, DbOptions, MIGRATIONS, schema_version};
use kernel::outbound::Outbound;
use kernel::{Clock, Context, Feature, Foyer, FoyerOptions};

use crate::config::Config;
use crate::events::Streams;
use crate::limits::Limits;
use crate::site::Site;
use crate::{Failure, Outcome, mail};

/// What every request of the server shares. Cheap to clone.
#[derive(Clone)]
pub struct House {
    /// The product.
    pub foyer: Arc<Foyer>,
    /// The built assets.
    pub site: Arc<Site>,
    /// The settings.
    pub config: Arc<Config>,
    /// How often each person may ask.
    pub limits: Arc<Limits>,
    /// The open streams of events.
    pub streams: Arc<Streams>,
    is_set_up: Arc<AtomicBool>,
}

impl House {
    /// Puts a house together.
    pub fn new(foyer: Arc<Foyer>, site: Arc<Site>, config: Arc<Config>) -> Self {
        let limits = Arc::new(Limits::new(config.api.rate, config.api.burst));
        Self { foyer, site, config, limits, streams: Arc::default(), is_set_up: Arc::default() }
    }

    /// A house without assets around a Foyer of a test.
    #[cfg(test)]
    pub fn for_tests(foyer: Arc<Foyer>, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::in_folder(Path::new("unused"));
        change(&mut config);
        Self::new(foyer, Arc::new(Site::empty()), Arc::new(config))
    }

    /// Whether somebody works here. Once somebody does, that never changes, and the database is not asked again.
    ///
    /// # Errors
    /// As [`kernel::db::Q::all`].
    pub async fn is_set_up(&self) -> kernel::Result<bool> {
        if self.is_set_up.load(Ordering::Relaxed) {
            return Ok(true);
        }
        let is_set_up = !staff::setup::is_needed(&Context::system(&self.foyer)).await?;
        self.is_set_up.store(is_set_up, Ordering::Relaxed);
        Ok(is_set_up)
    }

    /// Whether people reach it over https: then cookies are bound to that, and browsers are told to stay with it.
    pub fn is_https(&self) -> bool {
        self.foyer.base_url.starts_with("https://")
    }
}

/// Opens the database of these settings and brings it up to date.
///
/// # Errors
/// When the folder or the database cannot be used, or when a newer Foyer has written it.
pub async fn open_db(config: &Config) -> Outcome<Db> {
    let db = connect(config).await?;
    refuse_newer(&db).await?;
    db.migrate().await.map_err(|error| said("the database cannot be brought up to date", &error))?;
    Ok(db)
}

/// Opens the database of these settings as it is.
///
/// # Errors
/// When the folder or the database cannot be used.
pub async fn connect(config: &Config) -> Outcome<Db> {
    prepare_folder(&config.data_dir)?;
    let options = DbOptions {
        is_durable: config.is_durable,
        ..DbOptions::new(config.database_url.clone(), &config.data_dir)
    };
    let db = Db::open(&options).await.map_err(|error| said("the database cannot be opened", &error))?;
    if db.is_sqlite() {
        keep_private(&options.file, 0o600)?;
    }
    Ok(db)
}

/// Opens the Foyer of these settings, for the server and for commands.
///
/// # Errors
/// As [`open_db`].
pub async fn open(config: &Config, base_url: String) -> Outcome<Arc<Foyer>> {
    let db = open_db(config).await?;
    let options = FoyerOptions {
        data_dir: config.data_dir.clone(),
        base_url,
        is_demo: config.is_demo,
        features: features(config),
        clock: Clock::System,
        outbound: Outbound::allowing(config.outbound_allow.iter().copied()),
    };
    Foyer::new(db, options).await.map_err(|error| said("the database cannot be read", &error))
}

/// What the product can do: the features that the shell lists, and the outbox, which needs the network.
pub fn features(config: &Config) -> Vec<Feature> {
    let mut features = app::features();
    features.push(mail::feature(config.smtp.as_ref()));
    features
}

async fn refuse_newer(db: &Db) -> Outcome<()> {
    let known = MIGRATIONS.last().map_or(0, |(version, _)| *version);
    let found = schema_version(db).await.map_err(|error| said("the database cannot be read", &error))?;
    match found > known {
        true => Err(format!(
            "the database has schema {found} and this Foyer knows {known}: a newer Foyer has used it. \
             Start that version, or restore a backup made before it."
        )
        .into()),
        false => Ok(()),
    }
}

/// Makes the data folder, for its owner's eyes only. A folder with something in it is left as it is: it may be shared
/// for a reason.
fn prepare_folder(folder: &Path) -> Outcome<()> {
    let failed = |error: std::io::Error| format!("the data folder {}: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    match std::fs::read_dir(folder).map_err(failed)?.next().is_none() {
        true => keep_private(folder, 0o700),
        false => Ok(()),
    }
}

/// Takes everybody else's rights to a file or folder.
///
/// # Errors
/// When the operating system refuses.
#[cfg(unix)]
pub fn keep_private(path: &Path, mode: u32) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
        .map_err(|error| format!("{} cannot be made private: {error}", path.display()).into())
}

/// Takes everybody else's rights to a file or folder; here that is left to the folder's owner.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn keep_private(_path: &Path, _mode: u32) -> Outcome<()> {
    Ok(())
}

/// An error of the product as a sentence for the operator; details stand in the log above it.
pub fn said(what: &str, error: &kernel::Error) -> Failure {
    let texts = kernel::Texts::new(
        kernel::Language::En,
        kernel::TEXTS.iter().filter(|(l, _)| *l == kernel::Language::En).map(|(_, t)| *t),
    );
    format!("{what}: {}", texts.render(&error.text(), &kernel::Zone::utc())).into()
}
