//! Small choices that a browser remembers, and that a page has to know before its program is there.

/// The cookie of this name: the one that the page was asked for with, and in the browser the one that it has now.
pub fn request_cookie(name: &str) -> Option<String> {
    let all = all();
    let mut found =
        all.iter().flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    found.find(|(own, _)| *own == name).map(|(_, value)| value.to_owned())
}

#[cfg(not(target_arch = "wasm32"))]
fn all() -> Vec<String> {
    let Some(parts) = leptos::prelude::use_context::<axum::http::request::Parts>() else { return Vec::new() };
    let headers = parts.headers.get_all(axum::http::header::COOKIE).iter();
    headers.filter_map(|header| header.to_str().ok()).map(str::to_owned).collect()
}

#[cfg(target_arch = "wasm32")]
fn all() -> Vec<String> {
    document().and_then(|document| document.cookie().ok()).into_iter().collect()
}

/// Keeps a choice for a year. Where cookies are forbidden it holds until the page is left.
pub fn keep_in_cookie(name: &str, value: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Some(document) = document() {
        drop(document.set_cookie(&format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax")));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (name, value);
}

#[cfg(target_arch = "wasm32")]
fn document() -> Option<web_sys::HtmlDocument> {
    use wasm_bindgen::JsCast;
    leptos::prelude::document().dyn_into().ok()
}
