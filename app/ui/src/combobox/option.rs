use leptos::prelude::*;

use super::choosing::{Choosing, Offer};
use crate::{Icon, IconName, IconSize};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComboOption {
    /// What is kept and posted.
    pub value: String,
    /// What is read and searched.
    pub label: String,
    /// A quieter second text, searched too: an e-mail address, a company.
    pub hint: Option<String>,
    /// A dot in one of the ten hues.
    pub hue: Option<u8>,
}

impl ComboOption {
    /// An option with words only.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, hue: None }
    }

    /// With a second text.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With a dot.
    #[must_use]
    pub fn hue(mut self, hue: u8) -> Self {
        self.hue = Some(hue);
        self
    }

    /// Whether each word of `query` occurs, whatever its case.
    pub(super) fn matches(&self, query: &str) -> bool {
        let own = format!("{} {}", self.label, self.hint.as_deref().unwrap_or_default()).to_lowercase();
        query.to_lowercase().split_whitespace().all(|word| own.contains(word))
    }
}

/// The words that a [`super::Combobox`] needs besides its label.
#[derive(Clone)]
pub struct ComboTexts {
    /// Shown while nothing is chosen.
    pub placeholder: String,
    /// Shown when nothing matches.
    pub nothing_found: String,
    /// From a label to the name of the button that takes it away, such as "Remove Export".
    pub remove: Callback<String, String>,
    /// From what was typed to the words of the line that adds it, such as "Add “Export”".
    pub create: Callback<String, String>,
}

/// The list below the text.
pub(super) fn list_view(
    choosing: Choosing,
    texts: Signal<ComboTexts>,
    list_id: String,
    label_id: String,
    option_id: impl Fn(usize) -> String + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let line = move |(index, offer): (usize, Offer)| {
        let (label, hint, hue) = match &offer {
            Offer::Option(option) => (option.label.clone(), option.hint.clone(), option.hue),
            Offer::Create(text) => (texts.get().create.run(text.clone()), None, None),
        };
        let value = StoredValue::new(offer);
        let is_chosen = move || value.with_value(|offer| choosing.is_chosen(offer));
        view! {
            <div
                class="combobox__option"
                role="option"
                id=option_id(index)
                aria-selected=move || if is_chosen() { "true" } else { "false" }
                data-active=move || (choosing.active() == Some(index)).then_some("")
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| value.with_value(|offer| choosing.choose(offer))
            >
                {hue.map(|hue| view! { <span class="combobox__dot" data-hue=(hue % 10).to_string()></span> })}
                <bdi class="combobox__label">{label}</bdi>
                {hint.map(|hint| view! { <bdi class="combobox__hint">{hint}</bdi> })}
                <span class="combobox__check">
                    {move || is_chosen().then(|| view! { <Icon name=IconName::Check size=IconSize::Small /> })}
                </span>
            </div>
        }
    };
    let is_empty = move || choosing.is_open() && choosing.offers().with(Vec::is_empty);
    view! {
        <div class="combobox__list" data-open=move || choosing.is_open().then_some("")>
            <div role="listbox" id=list_id aria-labelledby=label_id aria-multiselectable=choosing.is_multiple().then_some("true")>
                {move || {
                    let offers = if choosing.is_open() { choosing.offers().get() } else { Vec::new() };
                    offers.into_iter().enumerate().map(line.clone()).collect_view()
                }}
            </div>
            <p class="combobox__nothing" role="status">{move || is_empty().then(|| texts.get().nothing_found)}</p>
        </div>
    }
}
