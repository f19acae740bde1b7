//! The program `foyer`.
use std::process::ExitCode;

/// A page is tens of thousands of small pieces of text that live for a millisecond, made on several threads at once: the
/// allocator of the C library spends its time on locks there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    server::cli::main().await
}
