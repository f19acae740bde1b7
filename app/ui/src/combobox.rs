use leptos::prelude::*;

use crate::field::Wiring;
use crate::{Chip, Icon, IconName, IconSize};

mod choosing;
mod keys;
mod option;

use choosing::Choosing;
pub use option::{ComboOption, ComboTexts};

/// A list that is filtered by typing, inside a [`crate::Field`]: for the owner, the stage, the tags.
///
/// With `multiple` the chosen ones stand as tokens before the text, and Backspace in the empty text takes the last one away. Arrow keys
/// move, Enter chooses, Escape closes. `name` posts one hidden value per chosen option.
#[component]
pub fn Combobox(
    #[prop(into)] name: String,
    /// The values chosen, two-way; at most one unless `multiple`.
    selected: RwSignal<Vec<String>>,
    #[prop(into)] options: Signal<Vec<ComboOption>>,
    #[prop(into)] texts: Signal<ComboTexts>,
    #[prop(optional)] multiple: bool,
    /// With it the page searches: the options are shown as they come and not filtered here.
    #[prop(optional, into)]
    on_query: Option<Callback<String>>,
    /// With it text that matches nothing can be added; the page adds the option and its value to `selected`.
    #[prop(optional, into)]
    on_create: Option<Callback<String>>,
    #[prop(optional, into)] on_change: Option<Callback<Vec<String>>>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let id = wiring.id().unwrap_or_else(|| format!("field-{name}"));
    let choosing = Choosing::new(selected, options, multiple, on_query, on_create, on_change);
    let list_id = format!("{id}-list");
    let label_id = format!("{id}-label");
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || choosing.active().map(&option_id)
    };
    let shown_text = move || choosing.shown_text();
    let controls = list_id.clone();
    view! {
        <div class="combobox" on:focusout=move |event| choosing.leave(&event)>
            <div class="combobox__box" data-invalid=move || wiring.invalid()>
                {multiple.then(|| tokens(choosing, texts))}
                <input
                    class="combobox__input"
                    id=id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    dir="auto"
                    aria-autocomplete="list"
                    aria-controls=controls
                    aria-expanded=move || if choosing.is_open() { "true" } else { "false" }
                    aria-activedescendant=active_id
                    aria-required=move || wiring.required().then_some("true")
                    aria-invalid=move || wiring.invalid()
                    aria-describedby=move || wiring.described_by()
                    placeholder=move || choosing.is_placeholder_shown().then(|| texts.get().placeholder)
                    prop:value=shown_text
                    value=untrack(shown_text)
                    on:input=move |event| choosing.typed(event_target_value(&event))
                    on:click=move |_| choosing.open()
                    on:keydown=move |event| choosing.on_key(&event)
                />
                <span class="combobox__arrow">
                    <Icon name=IconName::ChevronDown size=IconSize::Small />
                </span>
            </div>
            {option::list_view(choosing, texts, list_id, label_id, option_id)}
            {move || {
                let posted = |value: String| view! { <input type="hidden" name=name.clone() value=value /> };
                selected.get().into_iter().map(posted).collect_view()
            }}
        </div>
    }
}

/// The chosen ones, each with its own button to take it away.
fn tokens(choosing: Choosing, texts: Signal<ComboTexts>) -> impl IntoView {
    let token = move |option: ComboOption| {
        let (label, value) = (option.label, option.value);
        let remove_label = texts.get().remove.run(label.clone());
        view! {
            <Chip text=label hue=option.hue.unwrap_or(9) remove_label=remove_label on_remove=move |()| choosing.toggle(&value) />
        }
    };
    move || choosing.chosen().into_iter().map(token).collect_view()
}
