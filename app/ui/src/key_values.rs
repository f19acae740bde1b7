use leptos::prelude::*;

/// Names and values of one record, one pair per line. Holds [`KeyValue`]s.
#[component]
pub fn KeyValues(children: Children) -> impl IntoView {
    view! { <dl class="key-values">{children()}</dl> }
}

/// One name and its value.
#[component]
pub fn KeyValue(#[prop(into)] label: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="key-values__pair">
            <dt class="key-values__key">{move || label.get()}</dt>
            <dd class="key-values__value">{children()}</dd>
        </div>
    }
}
