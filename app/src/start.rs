//! How the program takes over the page in the browser.

use std::cell::RefCell;
use std::sync::Arc;

use kernel::{Language, Texts};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

thread_local! {
    /// The sentences that the loader has fetched, as text.
    static SENTENCES: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Takes over the page that the server has written; `texts` are those of the page's language. It ends when every
/// control of the page answers.
pub async fn start(texts: String) {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        crashed();
    }));
    SENTENCES.set(texts);
    let root = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok());
    let Some(root) = root else { return crashed() };
    leptos::mount::hydrate_from_async(root, crate::App).await.forget();
}

/// The texts that the page began with.
pub(crate) fn texts(language: Language) -> Arc<Texts> {
    Arc::new(Texts::new(language, [SENTENCES.take().as_str()]))
}

/// After a panic nothing on the page works any more; the loader offers to load it again.
fn crashed() {
    if let Ok(event) = web_sys::CustomEvent::new("foyer-crashed") {
        // There is nobody left to tell that telling failed.
        drop(window().dispatch_event(&event));
    }
}
