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
