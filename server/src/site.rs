//! The built assets: where each one is and what it contains.
//!
//! `cargo xtask build` makes them. Every file has the hash of its content in its name, so that a browser may keep it for
//! ever; [`Site::url`] gives the address of a logical name:
//! `app.js`, `app.wasm`, `app.css`, `loader.js`, `texts/<language>.ftl` and each file of `assets/`.
//!
//! A page starts the program with one tag, which the content security policy needs to allow only as `'self'`:
//! `<script async src={url("loader.js")} data-js={url("app.js")} data-wasm={url("app.wasm")}
//! data-texts={url("texts/en.ftl")} data-failed="The page .." data-reload="Reload" data-live={live_reload()}>`.
//! It calls `hydrate(texts)`, sets `data-hydrated` on `<html>`, and shows a bar with a button when something fails or
//! the event `foyer-crashed` reaches the window.
mod answer;
mod source;

pub use answer::names;
use axum::{
    Router,
    extract::{Path, State},
    http::HeaderMap,
    routing::get,
};
use kernel::Pieces;
use source::Source;
use std::{collections::BTreeMap, fmt, sync::Arc};

/// The list of all files in the site folder: logical name -> path with hash.
const MANIFEST: &str = "manifest.json";
/// Written by `cargo xtask dev` at every build.
const BUILD_ID: &str = "build-id";
/// Which pieces the lazy functions need; only a release has it.
const SPLIT: &str = "program/split.json";
/// The script that loads pieces, in their folder.
const SPLIT_SCRIPT: &str = "__wasm_split.______________________.js";

/// The assets of one build.
#[derive(Debug)]
pub struct Site {
    source: Source,
    addresses: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
    live_reload: Option<&'static str>,
    pieces: Pieces,
}

/// Why there are no assets; the sentence says what to do.
#[derive(Debug)]
pub struct MissingSite(String);

impl fmt::Display for MissingSite {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for MissingSite {}

impl Site {
    /// Finds the assets: those in the program if it has any, otherwise those in the folder that `FOYER_SITE` names or
    /// the workspace's `target/site`. Fails when there are none or when they are not whole.
    pub fn load() -> Result<Self, MissingSite> {
        Self::from_source(Source::find())
    }

    fn from_source(source: Source) -> Result<Self, MissingSite> {
        let missing = |what: &str| MissingSite(format!("{what} of {source}; `cargo xtask build` makes it"));
        let manifest = source.read(MANIFEST).ok_or_else(|| missing("there is no manifest"))?;
        let names: BTreeMap<String, String> =
            serde_json::from_slice(&manifest).map_err(|_| missing("nobody can read the manifest"))?;
        let mut texts = BTreeMap::new();
        for (name, hashed) in &names {
            if let Some(language) = name.strip_prefix("texts/").and_then(|file| file.strip_suffix(".ftl")) {
                let bytes = source.read(hashed).ok_or_else(|| missing("a file of texts is missing"))?;
                texts.insert(language.to_owned(), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        let pieces = names.get(SPLIT).and_then(|hashed| pieces(&source, hashed)).unwrap_or_default();
        let addresses = names.into_iter().map(|(name, hashed)| (name, format!("/assets/{hashed}"))).collect();
        let live_reload = source.read_fresh(BUILD_ID).is_some().then_some("/assets/build-id");
        Ok(Self { source, addresses, texts, live_reload, pieces })
    }

    /// A site without files, for tests that look at answers and not at assets: each address is the plain name.
    pub fn empty() -> Self {
        Self {
            source: Source::Embedded(&[]),
            addresses: BTreeMap::new(),
            texts: BTreeMap::new(),
            live_reload: None,
            pieces: Pieces::default(),
        }
    }

    /// The address of an asset by its logical name. An unknown name is an address that answers 404: a page without its
    /// icon is better than no page.
    pub fn url(&self, name: &str) -> &str {
        self.addresses.get(name).map_or("/assets/unknown", String::as_str)
    }

    /// All texts of a language in Fluent's format; empty for a language that there is not.
    pub fn texts(&self, language: &str) -> &str {
        self.texts.get(language).map_or("", String::as_str)
    }

    /// What the loader asks for to learn of a new build; only while `cargo xtask dev` runs.
    pub fn live_reload(&self) -> Option<&'static str> {
        self.live_reload
    }

    /// What the program of each area is made of; empty where it is one file.
    pub fn pieces(&self) -> &Pieces {
        &self.pieces
    }
}

/// Reads which pieces each area needs. Leptos calls an area's function `area_leads_` and a number.
fn pieces(source: &Source, hashed: &str) -> Option<Pieces> {
    let needed: BTreeMap<String, Vec<String>> = serde_json::from_slice(&source.read(hashed)?).ok()?;
    let (folder, _) = hashed.rsplit_once('/')?;
    let areas = needed.into_iter().map(|(function, pieces)| {
        let area = function.trim_start_matches("area_").trim_end_matches(|c: char| c.is_ascii_digit());
        let files = pieces.iter().map(|piece| format!("{piece}.wasm")).chain([SPLIT_SCRIPT.to_owned()]);
        let addresses = files.map(|file| format!("/assets/{folder}/{file}")).collect();
        (area.trim_end_matches('_').to_owned(), addresses)
    });
    Some(Pieces(Arc::new(areas.collect())))
}

/// The route `/assets/{path}`; it needs no sign-in, no session and no state of the server's.
pub fn router<S>(site: Arc<Site>) -> Router<S> {
    Router::new().route("/assets/{*path}", get(serve)).with_state(site)
}

async fn serve(
    State(site): State<Arc<Site>>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> axum::response::Response {
    answer::answer(&site.source, &path, &headers)
}
