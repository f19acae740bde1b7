//! One style sheet out of `style/`, bundled from `layers.css` and minified.
use super::Output;
use crate::place;
use anyhow::{Context, Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};

/// The browsers of the last two years or so (the summer of 2024): what they know stays as it was written.
const BROWSERS: Browsers = Browsers {
    android: Some(version(125, 0)),
    chrome: Some(version(125, 0)),
    edge: Some(version(125, 0)),
    firefox: Some(version(128, 0)),
    ie: None,
    ios_saf: Some(version(17, 5)),
    opera: None,
    safari: Some(version(17, 5)),
    samsung: None,
};

const fn version(major: u32, minor: u32) -> u32 {
    major << 16 | minor << 8
}

/// Writes `app.css`; `url(/assets/NAME)` in it names a file of `assets/`.
pub fn build(output: &mut Output) -> Result<()> {
    let entry = place::root().join("style/layers.css");
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(&entry).map_err(|error| anyhow!("{error}")).context("style/layers.css")?;
    let targets = Targets { browsers: Some(BROWSERS), ..Targets::default() };
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    let code = sheet.to_css(printed).map_err(|error| anyhow!("{error}"))?.code;
    output.add("app.css", output.with_addresses(&code).as_bytes())?;
    Ok(())
}
