use tracing_subscriber::EnvFilter;

use crate::config::{Config, LogFormat};

/// Begins the log, on standard error: standard output belongs to what a command answers. Commands tell only what goes
/// wrong unless somebody asks for more.
pub fn begin(config: &Config, is_server: bool) {
    let wanted = if !is_server && config.log_level == "info" { "warn" } else { config.log_level.as_str() };
    let filter = EnvFilter::try_new(wanted).unwrap_or_else(|_| EnvFilter::new("info"));
    let log =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    let _ = match config.log_format {
        LogFormat::Text => log.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}
