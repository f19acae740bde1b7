use leptos::prelude::*;

/// A setting that takes effect at once. In a form that is sent later, use a [`crate::Checkbox`].
#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] name: String,
    /// Two-way.
    #[prop(optional)]
    checked: RwSignal<bool>,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] on_change: Option<Callback<bool>>,
) -> impl IntoView {
    let hint_id = format!("{}-hint", id.as_deref().unwrap_or(&name));
    let described_by = {
        let hint_id = hint_id.clone();
        move || hint.with(Option::is_some).then(|| hint_id.clone())
    };
    view! {
        <label class="switch">
            <input
                class="switch__track"
                type="checkbox"
                role="switch"
                id=id
                name=name
                value="true"
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                disabled=move || disabled.get()
                aria-describedby=described_by
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    checked.set(on);
                    if let Some(on_change) = on_change {
                        on_change.run(on);
                    }
                }
            />
            <span class="switch__text">
                <span>{move || label.get()}</span>
                {move || hint.get().map(|text| view! { <span class="switch__hint" id=hint_id.clone()>{text}</span> })}
            </span>
        </label>
    }
}
