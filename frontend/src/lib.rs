//! The WebAssembly entry point. Nothing else belongs here.
#![cfg(target_arch = "wasm32")]

/// Takes over the page that the server has written; `texts` are those of the page's language.
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn hydrate(texts: String) {
    app::start(texts).await;
}
