use leptos::prelude::*;

use crate::field::Wiring;

/// One choice of a [`Select`] or [`crate::RadioGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is posted.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A second line, shown by radio groups only.
    pub hint: Option<String>,
    /// It is listed but cannot be chosen now.
    pub disabled: bool,
    /// The heading under which a [`Select`] lists it, together with its neighbours of the same group.
    pub group: Option<String>,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, disabled: false, group: None }
    }

    /// The same choice with a line of explanation.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same choice under a heading.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// The same choice, listed but not to be chosen.
    #[must_use]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// The platform's own list of choices inside a [`crate::Field`]: it works on every phone and before the wasm arrives.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    /// The chosen value, two-way.
    #[prop(optional)]
    value: RwSignal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The first, empty entry ("None", "Choose..."); without it a choice is always made.
    #[prop(optional, into)]
    empty_label: Signal<Option<String>>,
    /// A lower one for toolbars.
    #[prop(optional)]
    small: bool,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let option = move |choice: Choice| {
        let own = choice.value.clone();
        let chosen = move || value.with(|value| *value == own);
        view! {
            <option value=choice.value selected=chosen disabled=choice.disabled>
                {choice.label}
            </option>
        }
    };
    view! {
        <select
            class=if small { "select select--small" } else { "select" }
            id=wiring.id()
            name=name
            prop:value=move || {
                choices.track();
                value.get()
            }
            required=move || wiring.required()
            aria-invalid=move || wiring.invalid()
            aria-describedby=move || wiring.described_by()
            on:change=move |event| {
                let chosen = event_target_value(&event);
                value.set(chosen.clone());
                if let Some(on_change) = on_change {
                    on_change.run(chosen);
                }
            }
        >
            {move || {
                empty_label
                    .get()
                    .map(|label| view! { <option value="" selected=move || value.with(String::is_empty)>{label}</option> })
            }}
            {move || {
                let group = |(label, choices): (Option<String>, Vec<Choice>)| {
                    let options = choices.into_iter().map(option).collect_view();
                    match label {
                        Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                        None => options.into_any(),
                    }
                };
                grouped(choices.get()).into_iter().map(group).collect_view()
            }}
        </select>
    }
}

/// Neighbours of the same group together.
fn grouped(choices: Vec<Choice>) -> Vec<(Option<String>, Vec<Choice>)> {
    let mut groups: Vec<(Option<String>, Vec<Choice>)> = Vec::new();
    for choice in choices {
        match groups.last_mut().filter(|(group, _)| *group == choice.group) {
            Some((_, together)) => together.push(choice),
            None => groups.push((choice.group.clone(), vec![choice])),
        }
    }
    groups
}
