//! The person's language and colours: at once on the page, and kept for the next one.

use kernel::{Language, Me, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use ui::Theme;

/// What a person has chosen about the interface. A copyable handle in context.
#[derive(Clone, Copy)]
pub(crate) struct Preferences {
    theme: RwSignal<Theme>,
    addresses: StoredValue<Vec<(Language, String)>>,
}

impl Preferences {
    /// Puts the choices into context, as the page was written with them.
    pub fn provide(me: &Me, addresses: Vec<(Language, String)>) {
        let theme = RwSignal::new(Theme::parse(&me.theme));
        provide_context(Self { theme, addresses: StoredValue::new(addresses) });
    }

    /// The choices of this page.
    ///
    /// # Panics
    /// Outside of the shell.
    pub fn here() -> Self {
        expect_context()
    }

    /// The colours now.
    pub fn theme(self) -> Signal<Theme> {
        self.theme.into()
    }

    /// A way to choose other colours, to be made in the body of a component.
    pub fn theme_chooser(self) -> impl Fn(Theme) + Copy + Send + Sync + 'static {
        let (problems, is_staff) = (use_problems(), use_me().actor.staff_id().is_some());
        move |theme: Theme| {
            self.theme.set(theme);
            theme.apply();
            if is_staff {
                leptos::task::spawn_local(async move {
                    if let Err(error) = staff::save_theme(theme.attribute().to_owned()).await {
                        problems.report(error);
                    }
                });
            }
        }
    }

    /// A way to choose another language, to be made in the body of a component. The page is not loaded again, so
    /// nothing that was typed is lost.
    pub fn language_chooser(self) -> impl Fn(Language) + Copy + Send + Sync + 'static {
        let (i18n, problems) = (use_i18n(), use_problems());
        let is_staff = use_me().actor.staff_id().is_some();
        move |language: Language| {
            let address = self.addresses.with_value(|all| all.iter().find(|(l, _)| *l == language).cloned());
            let Some((_, address)) = address else { return };
            leptos::task::spawn_local(async move {
                let switched = fetch_texts(language, &address).await.map(|texts| {
                    i18n.switch(texts);
                    show_language(language);
                });
                let kept = match switched {
                    Ok(()) if is_staff => staff::save_language(Some(language)).await,
                    Ok(()) => keep_language(language).await,
                    refused => refused,
                };
                if let Err(error) = kept {
                    problems.report(error);
                }
            });
        }
    }
}

#[cfg(target_arch = "wasm32")]
async fn fetch_texts(language: Language, address: &str) -> kernel::Result<std::sync::Arc<kernel::Texts>> {
    let unreachable = |_| kernel::Error::Unreachable;
    let answer = gloo_net::http::Request::get(address).send().await.map_err(unreachable)?;
    if !answer.ok() {
        // The server was renewed since this page was loaded, and these texts went with the old one.
        return Err(kernel::Error::Unreachable);
    }
    let sentences = answer.text().await.map_err(unreachable)?;
    Ok(std::sync::Arc::new(kernel::Texts::new(language, [sentences.as_str()])))
}

/// Has the server keep the language in a cookie, for the pages before the sign-in.
#[cfg(target_arch = "wasm32")]
async fn keep_language(language: Language) -> kernel::Result<()> {
    crate::posting::post("/language", &[("language", language.code())]).await.map(drop)
}

#[cfg(not(target_arch = "wasm32"))]
async fn fetch_texts(_: Language, _: &str) -> kernel::Result<std::sync::Arc<kernel::Texts>> {
    Err(kernel::Error::Unreachable)
}

#[cfg(not(target_arch = "wasm32"))]
async fn keep_language(_: Language) -> kernel::Result<()> {
    Ok(())
}

/// Tells the document.
fn show_language(language: Language) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute("lang", language.code()));
        drop(root.set_attribute("dir", language.direction()));
    }
}
