use leptos::prelude::*;

use crate::badge::Meaning;
use crate::{Icon, IconButton, IconName};

/// A message that belongs to the page and stays: a lost connection, a failed load, a locked record.
#[component]
pub fn Banner(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] meaning: Signal<Meaning>,
    /// A first line in bold.
    #[prop(optional, into)]
    title: Signal<Option<String>>,
    /// It appeared while the person was here, so it is read at once; leave it out for what stands there from the start.
    #[prop(optional)]
    live: bool,
    /// With it the banner has a cross of that name.
    #[prop(optional, into)]
    dismiss_label: Signal<Option<String>>,
    #[prop(optional, into)] on_dismiss: Option<Callback<()>>,
    /// Buttons or links: "Try again", "Reload".
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let icon = move || match meaning.get() {
        Meaning::Positive => IconName::Success,
        Meaning::Warning => IconName::Warning,
        Meaning::Negative => IconName::Error,
        Meaning::Neutral | Meaning::Accent => IconName::Info,
    };
    view! {
        <div class="banner" data-meaning=move || meaning.get().attribute() role=live.then_some("alert")>
            <span class="banner__icon">{move || view! { <Icon name=icon() /> }}</span>
            <div class="banner__words">
                {move || title.get().map(|title| view! { <p class="banner__title">{title}</p> })}
                <p class="banner__text">{move || text.get()}</p>
            </div>
            {children.map(|children| view! { <div class="banner__actions">{children()}</div> })}
            {move || {
                dismiss_label
                    .get()
                    .map(|label| {
                        let dismiss = move |()| {
                            if let Some(on_dismiss) = on_dismiss {
                                on_dismiss.run(());
                            }
                        };
                        view! { <IconButton label=label icon=IconName::Close on_press=dismiss /> }
                    })
            }}
        </div>
    }
}
