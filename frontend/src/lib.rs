//! The WebAssembly entry point. Nothing else belongs here.
#![cfg(target_arch = "wasm32")]

/// Takes over the page that the server has written; `texts` are those of the page's language.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate(texts: &str) {
    app::start(texts);
}
