use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// What a badge says about the thing beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing good or bad.
    #[default]
    Neutral,
    /// It is about what is chosen or new.
    Accent,
    /// It went well.
    Positive,
    /// It needs a look.
    Warning,
    /// It went wrong, or is late.
    Negative,
}

impl Meaning {
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Accent => "accent",
            Self::Positive => "positive",
            Self::Warning => "warning",
            Self::Negative => "negative",
        }
    }
}

/// A word with a meaning: a state, a count, a warning.
#[component]
pub fn Badge(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] meaning: Signal<Meaning>,
    #[prop(optional)] icon: Option<IconName>,
    /// What a reader without eyes hears instead of the bare text ("3 overdue" for "3").
    #[prop(optional, into)]
    spoken: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <span class="badge" data-meaning=move || meaning.get().attribute()>
            {icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
            {move || match spoken.get() {
                None => view! { <bdi>{text.get()}</bdi> }.into_any(),
                Some(spoken) => {
                    view! {
                        <bdi aria-hidden="true">{text.get()}</bdi>
                        <span class="visually-hidden">{spoken}</span>
                    }
                        .into_any()
                }
            }}
        </span>
    }
}

/// A name in its own colour: a tag, a stage, a source. `hue` is 0 to 9; larger numbers start again.
#[component]
pub fn Chip(
    #[prop(into)] text: Signal<String>,
    #[prop(optional, into)] hue: Signal<u8>,
    /// A dot before an uncoloured name; quieter than a coloured ground.
    #[prop(optional)]
    dot: bool,
    /// With it the chip ends in a button that takes it away; the label says so, such as "Remove tag Export".
    #[prop(optional, into)]
    remove_label: Signal<Option<String>>,
    #[prop(optional, into)] on_remove: Option<Callback<()>>,
) -> impl IntoView {
    let class = if dot { "chip chip--dot" } else { "chip" };
    view! {
        <span class=class data-hue=move || (hue.get() % 10).to_string()>
            <bdi class="chip__text">{move || text.get()}</bdi>
            {move || {
                remove_label
                    .get()
                    .map(|label| {
                        view! {
                            <button
                                type="button"
                                class="chip__remove"
                                aria-label=label
                                on:click=move |_| {
                                    if let Some(on_remove) = on_remove {
                                        on_remove.run(());
                                    }
                                }
                            >
                                <Icon name=IconName::Close size=IconSize::Small />
                            </button>
                        }
                    })
            }}
        </span>
    }
}
