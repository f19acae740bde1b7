//! Light, dark, or as the system says: kept in a cookie, so that the server can print the right page at once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{IconName, Segment, Segmented};

/// The cookie that the server reads.
pub const THEME_COOKIE: &str = "theme";

/// Which colours a person wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme` on `<html>` and of the cookie.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads a cookie or attribute; anything unknown is `Auto`.
    pub fn parse(text: &str) -> Self {
        match text {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// What the page shows now. Browser only.
    pub fn of_page() -> Self {
        let root = document().document_element();
        root.and_then(|root| root.get_attribute("data-theme")).map_or(Self::Auto, |text| Self::parse(&text))
    }

    /// Puts it on the page and keeps it for a year. Browser only.
    pub fn apply(self) {
        if let Some(root) = document().document_element() {
            drop(root.set_attribute("data-theme", self.attribute()));
        }
        if let Ok(document) = document().dyn_into::<web_sys::HtmlDocument>() {
            let cookie =
                format!("{THEME_COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax", self.attribute());
            // Where cookies are forbidden the choice holds until the page is left.
            drop(document.set_cookie(&cookie));
        }
    }
}

/// The three themes in one strip.
#[component]
pub fn ThemeSwitch(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] auto_label: Signal<String>,
    #[prop(into)] light_label: Signal<String>,
    #[prop(into)] dark_label: Signal<String>,
    /// What the page begins with, as the server knows it from the cookie.
    #[prop(optional)]
    initial: Theme,
) -> impl IntoView {
    let chosen = RwSignal::new(initial.attribute().to_owned());
    let segments = Signal::derive(move || {
        vec![
            Segment::new("light", light_label.get()).icon(IconName::Sun),
            Segment::new("dark", dark_label.get()).icon(IconName::Moon),
            Segment::new("auto", auto_label.get()).icon(IconName::Wand),
        ]
    });
    view! { <Segmented label=label segments=segments chosen=chosen on_change=move |key: String| Theme::parse(&key).apply() /> }
}
