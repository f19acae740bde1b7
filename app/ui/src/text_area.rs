use leptos::prelude::*;

use crate::field::Wiring;

/// Several lines of text inside a [`crate::Field`]; it grows with what is typed.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    /// What stands in it, two-way.
    #[prop(optional)]
    value: RwSignal<String>,
    /// Lines shown when empty.
    #[prop(default = 3)]
    rows: u32,
    #[prop(optional, into)] placeholder: Signal<Option<String>>,
    #[prop(optional)] max_length: Option<u32>,
    /// Ctrl+Enter or Cmd+Enter: the usual way to send a note without leaving the keyboard.
    #[prop(optional, into)]
    on_submit: Option<Callback<()>>,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Textarea>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let first = value.get_untracked();
    view! {
        <textarea
            node_ref=node_ref
            class="text-area"
            id=wiring.id()
            name=name
            rows=rows
            prop:value=move || value.get()
            placeholder=move || placeholder.get()
            maxlength=max_length
            required=move || wiring.required()
            aria-invalid=move || wiring.invalid()
            aria-describedby=move || wiring.described_by()
            on:input=move |event| value.set(event_target_value(&event))
            on:change=move |event| {
                if let Some(on_change) = on_change {
                    on_change.run(event_target_value(&event));
                }
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
                    && let Some(on_submit) = on_submit
                {
                    event.prevent_default();
                    on_submit.run(());
                }
            }
        >
            {first}
        </textarea>
    }
}
