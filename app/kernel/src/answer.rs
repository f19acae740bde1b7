use crate::Error;

/// Answers the page that is being written with the HTTP status of this error, so that programs, and people's
/// browsers, learn what its words say. In the browser it does nothing.
pub fn answer_with(error: &Error) {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::from_u16(error.status()).unwrap_or_default());
    }
    #[cfg(target_arch = "wasm32")]
    let _ = error;
}

/// The cookie of this name that the page was asked for with. Nothing in the browser: hand on what the server found.
pub fn request_cookie(name: &str) -> Option<String> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        let parts = leptos::prelude::use_context::<axum::http::request::Parts>()?;
        let headers = parts.headers.get_all(axum::http::header::COOKIE).iter();
        let pairs = headers.filter_map(|header| header.to_str().ok()).flat_map(|header| header.split(';'));
        let mut found = pairs.filter_map(|pair| pair.trim().split_once('='));
        found.find(|(own, _)| *own == name).map(|(_, value)| value.to_owned())
    }
    #[cfg(target_arch = "wasm32")]
    {
        let _ = name;
        None
    }
}
