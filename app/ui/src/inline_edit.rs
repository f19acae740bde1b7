use leptos::html;
use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// A value that becomes a text field where it stands. Enter or leaving saves, Escape takes back.
#[component]
pub fn InlineEdit(
    #[prop(into)] id: String,
    /// What it is; also the name of the field.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    /// Shown when there is no value, such as "Add a company".
    #[prop(into)]
    empty_label: Signal<String>,
    /// Called only if the text was changed.
    #[prop(into)]
    on_save: Callback<String>,
    /// Why it cannot be changed; then it is plain text with that hint.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
) -> impl IntoView {
    let editing = RwSignal::new(false);
    let (field, button) = (NodeRef::<html::Input>::new(), NodeRef::<html::Button>::new());
    Effect::new(move |was: Option<bool>| {
        let now = editing.get();
        if now && let Some(field) = field.get() {
            drop(field.focus());
            field.select();
        }
        if was == Some(true)
            && !now
            && let Some(button) = button.get()
        {
            drop(button.focus());
        }
        now
    });
    let finish = move |typed: Option<String>| {
        if !editing.get_untracked() {
            return;
        }
        editing.set(false);
        if let Some(text) = typed.filter(|text| *text != value.get_untracked()) {
            on_save.run(text);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            finish(Some(event_target_value(&event)));
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            finish(None);
        }
        _ => {}
    };
    let shown = move || match value.get() {
        text if text.is_empty() => {
            view! { <span class="inline-edit__empty">{empty_label.get()}</span> }.into_any()
        }
        text => view! { <bdi>{text}</bdi> }.into_any(),
    };
    let id = StoredValue::new(id);
    view! {
        <Show
            when=move || editing.get()
            fallback=move || {
                view! {
                    <button
                        type="button"
                        class="inline-edit"
                        node_ref=button
                        aria-disabled=move || disabled_because.with(Option::is_some).then_some("true")
                        title=move || disabled_because.get()
                        on:click=move |_| editing.set(disabled_because.with_untracked(Option::is_none))
                    >
                        <span class="visually-hidden">{move || label.get()} ": "</span>
                        {shown}
                        <span class="inline-edit__mark"><Icon name=IconName::Pencil size=IconSize::Small /></span>
                    </button>
                }
            }
        >
            <input
                class="text-input inline-edit__field"
                node_ref=field
                id=id.get_value()
                type="text"
                dir="auto"
                aria-label=move || label.get()
                value=value.get_untracked()
                on:keydown=on_key
                on:blur=move |event| finish(Some(event_target_value(&event)))
            />
        </Show>
    }
}
