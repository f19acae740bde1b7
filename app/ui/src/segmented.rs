use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// One of the few states of a [`Segmented`] control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its key.
    pub key: String,
    /// The words; with an icon they are read, without one they are seen.
    pub label: String,
    /// A drawing instead of the words.
    pub icon: Option<IconName>,
}

impl Segment {
    /// A state with words.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), icon: None }
    }

    /// A state with a drawing; the words are read.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// Two to four states in one strip, one of them on: density, theme, grouping.
#[component]
pub fn Segmented(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] segments: Signal<Vec<Segment>>,
    /// The key of the state that is on, two-way.
    chosen: RwSignal<String>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let part = move |segment: Segment| {
        let key = StoredValue::new(segment.key);
        let is_chosen = move || key.with_value(|key| chosen.with(|chosen| chosen == key));
        let choose = move |_| {
            chosen.set(key.get_value());
            if let Some(on_change) = on_change {
                on_change.run(key.get_value());
            }
        };
        let hint = segment.icon.map(|_| segment.label.clone());
        view! {
            <button
                type="button"
                class="segmented__part"
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                title=hint
                on:click=choose
            >
                {match segment.icon {
                    Some(name) => view! { <Icon name=name size=IconSize::Small /><span class="visually-hidden">{segment.label}</span> }.into_any(),
                    None => segment.label.into_any(),
                }}
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=move || label.get()>
            {move || segments.get().into_iter().map(part).collect_view()}
        </div>
    }
}
