use leptos::prelude::*;

use crate::Choice;

/// One of a few choices, all visible. More than about six belong in a [`crate::Select`].
#[component]
pub fn RadioGroup(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    #[prop(into)] name: String,
    /// The chosen value, two-way.
    #[prop(optional)]
    value: RwSignal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    /// The question is read but not seen, because a heading says it.
    #[prop(optional)]
    legend_hidden: bool,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let choose = move |chosen: String| {
        value.set(chosen.clone());
        if let Some(on_change) = on_change {
            on_change.run(chosen);
        }
    };
    let line = move |choice: Choice| {
        let own = StoredValue::new(choice.value.clone());
        let is_chosen = move || own.with_value(|own| value.with(|value| value == own));
        view! {
            <label class="radio-group__choice">
                <input
                    class="radio-group__dot"
                    type="radio"
                    name=name.get_value()
                    value=choice.value
                    disabled=choice.disabled
                    checked=is_chosen()
                    prop:checked=is_chosen
                    on:change=move |_| choose(own.get_value())
                />
                <span class="radio-group__text">
                    <span>{choice.label}</span>
                    {choice.hint.map(|hint| view! { <span class="radio-group__hint">{hint}</span> })}
                </span>
            </label>
        }
    };
    let legend_class = if legend_hidden { "visually-hidden" } else { "radio-group__legend" };
    view! {
        <fieldset class="radio-group">
            <legend class=legend_class>{move || legend.get()}</legend>
            {move || choices.get().into_iter().map(line).collect_view()}
        </fieldset>
    }
}
