use kernel::{Language, Me, request_cookie, use_me};
use serde::{Deserialize, Serialize};

/// The cookie that keeps the sidebar narrow.
pub(crate) const SIDEBAR_COOKIE: &str = "sidebar";

/// What the page hands from the server to the browser besides what the features hand over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PageData {
    /// The person in front of it.
    pub me: Me,
    /// Where the texts of each language are.
    pub texts: Vec<(Language, String)>,
    /// Whether the person has made the sidebar narrow.
    pub is_sidebar_narrow: bool,
}

impl PageData {
    /// What the server knows; in the browser it comes out of the page and this is not called.
    pub fn of_request() -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let texts =
            leptos::prelude::use_context::<crate::PageHead>().map(|head| head.texts).unwrap_or_default();
        #[cfg(target_arch = "wasm32")]
        let texts = Vec::new();
        let is_sidebar_narrow = request_cookie(SIDEBAR_COOKIE).is_some_and(|value| value == "narrow");
        Self { me: Me::clone(&use_me()), texts, is_sidebar_narrow }
    }
}
