//! The WebAssembly entry point. Nothing else belongs here.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page that the server has written; `texts` are those of the page's language.
#[wasm_bindgen]
pub fn hydrate(texts: &str) {
    console_error_panic_hook::set_once();
    let _ = texts;
}
