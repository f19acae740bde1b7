use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::Flags;

/// Foyer: leads, customers and what happens with them, in one program
#[derive(Parser)]
#[command(name = "foyer", version)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the company is.
#[derive(Args)]
struct Place {
    /// The folder of the database, the files and foyer.toml [FOYER_DATA_DIR; ./data]
    #[arg(long, global = true, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,
    /// The file of settings [FOYER_CONFIG; foyer.toml in the data folder]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the company to browsers and programs until SIGTERM
    Serve {
        /// Where to listen; port 0 takes a free one [FOYER_LISTEN; 127.0.0.1:3000]
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<String>,
        /// The address under which people reach it, for links in mails [FOYER_BASE_URL]
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Show the demo company's sign-ins on the sign-in page [FOYER_DEMO]
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database up to date; `serve` does so by itself
    Migrate,
    /// Write the company into one file: database and uploaded files. It may be running
    ///
    /// foyer.toml is not in the file. With a passphrase it is encrypted, and only then is vault.key in it, without which
    /// the secrets of the vault cannot be read. Restore it with `foyer restore`.
    Backup {
        /// The file to write; it must not be there yet
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// Bring a company back from a backup, into an empty data folder (and an empty PostgreSQL database)
    Restore {
        /// The file that `foyer backup` wrote
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        #[command(flatten)]
        passphrase: PassphraseFrom,
    },
    /// The secrets that hang on records
    #[command(subcommand)]
    Vault(Vault),
    /// People who work here
    #[command(subcommand)]
    User(User),
    /// Keys for programs
    #[command(subcommand)]
    Token(Token),
    /// Bring in records from a file, as the page does
    #[command(subcommand)]
    Import(Import),
    /// Make a demonstration company in an empty data folder
    ///
    /// `tour` is a small company with a story; its times count from now, so that ages look alive. `team`, `large` and
    /// `million` are for measuring: the same content every time, ending on 2026-11-20.
    Demo {
        /// How large
        #[arg(long, default_value = "tour")]
        scale: Scale,
        /// Which one: the same number makes the same company
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// List every address that the server answers, with who may ask
    Routes {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the description of the REST API (OpenAPI 3.1)
    Openapi,
}

/// Where the passphrase of a backup stands. Not on the command line, where every process can read it.
#[derive(Args)]
pub struct PassphraseFrom {
    /// A file whose first line is the passphrase [or FOYER_BACKUP_PASSPHRASE itself]
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// The secrets that hang on records.
#[derive(Subcommand)]
pub enum Vault {
    /// Make a new key and encrypt all secrets anew; the server may be running
    ///
    /// The older keys stay in vault.key, for backups from before. Servers with data folders of their own need the new
    /// file at once.
    Rotate {
        /// The key of now is lost for good: begin with a new one, although what it encrypted can never be read again
        #[arg(long)]
        lost_key: bool,
    },
}

/// People who work here.
#[derive(Subcommand)]
pub enum User {
    /// Add somebody. Without a password a link to set one is mailed
    Add {
        /// The e-mail address, which is also the name at sign-in
        #[arg(long)]
        email: String,
        /// The name
        #[arg(long)]
        name: String,
        /// Let them do everything
        #[arg(long)]
        admin: bool,
        /// The name of their role
        #[arg(long, value_name = "NAME")]
        role: Option<String>,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// List everybody
    List {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Give somebody a new password and end their sessions: the way back in for an administrator who forgot theirs
    Password {
        /// The e-mail address
        #[arg(long)]
        email: String,
        /// Read the password from the first line of standard input
        #[arg(long, required = true)]
        password_stdin: bool,
    },
}

/// Keys for programs.
#[derive(Subcommand)]
pub enum Token {
    /// Make a token and print it; it is not shown again
    Create {
        /// The e-mail address of the person for whom the program acts
        #[arg(long, value_name = "EMAIL")]
        staff: String,
        /// What it may do: full, read, leads, customers or settings
        #[arg(long)]
        scope: String,
        /// What it is called
        #[arg(long, default_value = "Command line")]
        name: String,
    },
}

/// Records from a file.
#[derive(Subcommand)]
pub enum Import {
    /// Leads, with the columns taken by their headings
    Leads {
        /// The file
        file: PathBuf,
        /// Make stages, sources and tags that there are not yet
        #[arg(long)]
        create_missing: bool,
    },
    /// Customers with their contacts, companies and people, with the columns taken by their headings
    Customers {
        /// The file
        file: PathBuf,
        /// Make segments, statuses, channels, groups and tags that there are not yet
        #[arg(long)]
        create_missing: bool,
    },
}

/// How large a demonstration company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Scale {
    /// To look around.
    Tour,
    /// A small team.
    Team,
    /// A large one.
    Large,
    /// A million leads.
    Million,
}

impl Arguments {
    /// The settings that stand on the command line.
    pub fn flags(&self) -> Flags {
        let (data_dir, config) = (self.place.data_dir.clone(), self.place.config.clone());
        let place = Flags { data_dir, config, ..Flags::default() };
        match &self.command {
            Command::Serve { listen, base_url, demo } => {
                Flags { listen: listen.clone(), base_url: base_url.clone(), demo: *demo, ..place }
            }
            _ => place,
        }
    }
}
