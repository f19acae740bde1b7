//! The page as a file: everything around what [`App`](crate::App) draws.

use std::sync::Arc;

use kernel::{Actor, Language, Texts};
use leptos::prelude::*;
use ui::Theme;

/// The addresses of what a page loads, as the assets of this build have them.
#[derive(Clone, Debug, Default)]
pub struct PageHead {
    /// `app.css`
    pub style: String,
    /// `loader.js`
    pub loader: String,
    /// `app.js`
    pub code: String,
    /// `app.wasm`
    pub program: String,
    /// `favicon.svg`
    pub icon: String,
    /// `texts/<language>.ftl` of each language.
    pub texts: Vec<(Language, String)>,
    /// What tells of a new build, while somebody develops.
    pub live_reload: Option<String>,
}

/// The whole document. The server provides the [`kernel::Context`] of the request and `Arc<Me>`.
pub fn shell(head: PageHead) -> impl IntoView {
    let me = kernel::use_me();
    let language = me.language;
    let texts = server_texts(language);
    let word = |key| texts.text(key, &[], &kernel::Zone::utc());
    let words = head
        .texts
        .iter()
        .find(|(l, _)| *l == language)
        .map(|(_, address)| address.clone())
        .unwrap_or_default();
    let (failed, reload) = (word("shell-page-failed"), word("shell-page-reload"));
    let theme = match me.actor {
        // Colours of who does not work here are kept with nobody; the browser keeps them.
        Actor::Anonymous | Actor::Contact(_) => kernel::request_cookie(ui::THEME_COOKIE)
            .map_or(me.theme.clone(), |kept| Theme::parse(&kept).attribute().into()),
        _ => me.theme.clone(),
    };
    provide_context(head.clone());
    view! {
        <!DOCTYPE html>
        <html lang=language.code() dir=language.direction() data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <link rel="stylesheet" href=head.style />
                <link rel="icon" type="image/svg+xml" href=head.icon />
                <link rel="modulepreload" href=head.code.clone() />
                <link rel="preload" href=head.program.clone() r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
                <link rel="preload" href=words.clone() r#as="fetch" crossorigin="anonymous" />
                <script
                    async
                    src=head.loader
                    data-js=head.code
                    data-wasm=head.program
                    data-texts=words
                    data-failed=failed
                    data-reload=reload
                    data-live=head.live_reload
                ></script>
                <leptos_meta::MetaTags />
            </head>
            <body>
                // The program takes over this element and not the body: browser extensions put things of their own there.
                <div id="app">
                    <crate::App />
                </div>
            </body>
        </html>
    }
}

/// The texts of a language; none outside of a request, where only the routes are listed.
pub(crate) fn server_texts(language: Language) -> Arc<Texts> {
    let context = use_context::<kernel::Context>();
    context.map_or_else(|| Arc::new(Texts::new(language, [])), |cx| cx.foyer.texts(language))
}
