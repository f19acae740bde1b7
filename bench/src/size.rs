//! What is downloaded: by an operator the program, by a browser the page's parts.

use std::path::Path;

use anyhow::Result;

/// Sizes as Markdown.
pub fn markdown(foyer: &Path, site: &Path) -> Result<String> {
    let mut text = String::from("| size | budget | measured |\n|---|---|---|\n");
    text.push_str(&format!(
        "| the binary with everything embedded | 80 MB | {:.1} MB |\n",
        foyer.metadata()?.len() as f64 / 1e6
    ));
    for (what, end) in
        [("WebAssembly, brotli", ".wasm.br"), ("JavaScript, brotli", ".js.br"), ("CSS, brotli", ".css.br")]
    {
        let (files, bytes) = all(site, end);
        if files > 0 {
            text.push_str(&format!("| {what}, {files} files | | {:.1} kB |\n", bytes as f64 / 1e3));
        }
    }
    Ok(text + "\n")
}

fn all(folder: &Path, end: &str) -> (usize, u64) {
    let Ok(entries) = std::fs::read_dir(folder) else { return (0, 0) };
    entries.flatten().fold((0, 0), |(files, bytes), entry| match entry.metadata() {
        Ok(about) if about.is_dir() => {
            let (more, further) = all(&entry.path(), end);
            (files + more, bytes + further)
        }
        Ok(about) if entry.file_name().to_string_lossy().ends_with(end) => (files + 1, bytes + about.len()),
        _ => (files, bytes),
    })
}
