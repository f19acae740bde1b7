//! Prints the gallery as one HTML file with the style sheets inside, to look at it without a server:
//! `cargo run -p ui --example gallery -- [light|dark|auto] [ltr|rtl] > gallery.html`

use std::fs;
use std::path::Path;

use leptos::prelude::*;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let theme = arguments.next().unwrap_or_else(|| "auto".to_owned());
    let direction = arguments.next().unwrap_or_else(|| "ltr".to_owned());
    let language = if direction == "rtl" { "ar" } else { "en" };
    let body = Owner::new().with(|| view! { <ui::Gallery /> }.to_html());
    println!(
        "<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\" data-theme=\"{theme}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Gallery</title><style>{}</style></head><body>{body}</body></html>",
        style()
    );
}

/// All style sheets as the bundle would hold them: each import in place, inside its layer.
fn style() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
    let entry = fs::read_to_string(folder.join("layers.css")).unwrap_or_default();
    let line = |line: &str| {
        let (path, layer) = line.strip_prefix("@import \"./")?.strip_suffix(");")?.split_once("\" layer(")?;
        let css = fs::read_to_string(folder.join(path)).unwrap_or_default();
        Some(format!("@layer {layer} {{\n{css}\n}}"))
    };
    entry.lines().map(|text| line(text).unwrap_or_else(|| text.to_owned())).collect::<Vec<_>>().join("\n")
}
