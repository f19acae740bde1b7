use super::*;
use crate::site::{SPLIT_SCRIPT, Site};
use kernel::Pieces;

const FILES: &[(&str, &[u8])] = &[
    ("app.0123456789abcdef.css", b"plain"),
    ("app.0123456789abcdef.css.br", b"br"),
    ("app.0123456789abcdef.css.gz", b"gz"),
    ("icon.0123456789abcdef.png", b"png"),
    ("manifest.json", br#"{"app.css":"app.0123456789abcdef.css","program/split.json":"program.0123456789abcdef/split.json","texts/en.ftl":"texts/en.0123456789abcdef.ftl"}"#),
    ("program.0123456789abcdef/app.wasm", b"wasm"),
    ("program.0123456789abcdef/split.json", br#"{"area_board_139":["piece_1"],"area_board_later":["piece_2"]}"#),
    ("texts/en.0123456789abcdef.ftl", b"a = b"),
];

fn ask(path: &str, headers: &[(header::HeaderName, &'static str)]) -> Response {
    let headers =
        headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
    answer(&Source::Embedded(FILES), path, &headers)
}

fn encoding(accepted: &'static str) -> Option<String> {
    let response = ask("app.0123456789abcdef.css", &[(header::ACCEPT_ENCODING, accepted)]);
    response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn an_asset_may_be_kept_for_ever() {
    let response = ask("icon.0123456789abcdef.png", &[(header::ACCEPT_ENCODING, "br")]);
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CACHE_CONTROL], FOREVER);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "image/png");
    assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert!(!response.headers().contains_key(header::CONTENT_ENCODING), "there is no compressed form of it");
}

#[test]
fn the_browser_chooses_the_form() {
    assert_eq!(encoding("gzip, deflate, br").as_deref(), Some("br"));
    assert_eq!(encoding("gzip, br;q=0").as_deref(), Some("gzip"));
    assert_eq!(encoding("*").as_deref(), Some("br"));
    assert_eq!(encoding("identity"), None);
}

#[test]
fn an_asset_that_the_browser_has_is_not_sent_again() {
    let asked = [(header::IF_NONE_MATCH, "W/\"x\", \"app.0123456789abcdef.css\"")];
    assert_eq!(ask("app.0123456789abcdef.css", &asked).status(), StatusCode::NOT_MODIFIED);
    let unknown = [(header::IF_NONE_MATCH, "*")];
    assert_eq!(ask("gone.0123456789abcdef.css", &unknown).status(), StatusCode::NOT_FOUND);
}

#[test]
fn nothing_but_assets_is_served() {
    for path in ["manifest.json", "app.0123456789abcdef.css.br", "build-id", "../Cargo.toml", "unknown", ""] {
        assert_eq!(ask(path, &[]).status(), StatusCode::NOT_FOUND, "{path}");
    }
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("site");
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(folder.path().join("secret.0123456789abcdef.txt"), "secret").unwrap();
    let source = Source::Folder(inside);
    let outside = answer(&source, "../secret.0123456789abcdef.txt", &HeaderMap::new());
    assert_eq!(outside.status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_logical_name_leads_to_the_address_with_the_hash() {
    let site = Site::from_source(Source::Embedded(FILES)).unwrap();
    assert_eq!(site.url("app.css"), "/assets/app.0123456789abcdef.css");
    assert_eq!(site.texts("en"), "a = b");
    assert_eq!(site.texts("xx"), "");
    assert_eq!(site.live_reload(), None);
}

#[test]
fn the_pieces_of_the_program_are_announced() {
    let wasm = ask("program.0123456789abcdef/app.wasm", &[]);
    assert_eq!(wasm.headers()[header::CONTENT_TYPE], "application/wasm");
    let pieces = Site::from_source(Source::Embedded(FILES)).unwrap();
    let Pieces(areas) = pieces.pieces();
    let folder = "/assets/program.0123456789abcdef";
    assert_eq!(areas["board"], [format!("{folder}/piece_1.wasm"), format!("{folder}/{SPLIT_SCRIPT}")]);
    assert_eq!(areas["board_later"][0], format!("{folder}/piece_2.wasm"));
}

#[test]
fn a_missing_site_says_what_makes_it() {
    let error = Site::from_source(Source::Embedded(&[])).unwrap_err();
    assert!(error.to_string().contains("cargo xtask build"), "{error}");
}
