use leptos::prelude::*;

/// A yes or no with its words, for forms and row selection.
#[component]
pub fn Checkbox(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] name: String,
    /// Two-way.
    #[prop(optional)]
    checked: RwSignal<bool>,
    /// Some, not all of what it stands for; shown as a dash.
    #[prop(optional, into)]
    mixed: Signal<bool>,
    /// What a form posts when it is checked.
    #[prop(default = "true".to_owned(), into)]
    value: String,
    /// The id, when the same name appears more than once on the page.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(optional, into)] hint: Option<Signal<Option<String>>>,
    /// The label is read but not seen; for rows of a table.
    #[prop(optional)]
    label_hidden: bool,
    #[prop(optional, into)] disabled: Option<Signal<bool>>,
    #[prop(optional, into)] on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let hint_id = format!("{}-hint", id.as_deref().unwrap_or(&name));
    // What is not given is not followed: a table has a box in each row.
    let described_by = hint.map(|hint| {
        let hint_id = hint_id.clone();
        move || hint.with(Option::is_some).then(|| hint_id.clone())
    });
    let hint = hint.map(|hint| {
        move || hint.get().map(|text| view! { <span class="checkbox__hint" id=hint_id.clone()>{text}</span> })
    });
    let label_class = if label_hidden { "visually-hidden" } else { "checkbox__label" };
    view! {
        <label class="checkbox">
            <input
                class="checkbox__box"
                type="checkbox"
                id=id
                name=name
                value=value
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                prop:indeterminate=move || mixed.get()
                disabled=disabled.map(|disabled| move || disabled.get())
                aria-describedby=described_by
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    checked.set(on);
                    if let Some(on_change) = on_change {
                        on_change.run(on);
                    }
                }
            />
            <span class="checkbox__text">
                <span class=label_class>{move || label.get()}</span>
                {hint}
            </span>
        </label>
    }
}
