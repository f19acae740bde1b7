//! The browser's own clock and chance: for waiting and for telling how long ago something was, never for what is kept.
#![allow(clippy::disallowed_methods)]

/// Milliseconds by the browser's clock; nothing on the server. It may be wrong and may jump: only differences mean
/// something.
pub fn milliseconds() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        js_sys::Date::now()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        0.0
    }
}

/// A number from 0 to 1, so that many browsers do not all come back in the same moment.
#[cfg(target_arch = "wasm32")]
pub(crate) fn chance() -> f64 {
    js_sys::Math::random()
}
