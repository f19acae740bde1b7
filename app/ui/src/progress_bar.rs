use leptos::prelude::*;

/// How far long work has come.
#[component]
pub fn ProgressBar(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// From 0 to 1; `None` while the whole is not known.
    #[prop(into)]
    fraction: Signal<Option<f64>>,
    /// The state in words, such as "1,200 of 5,000 rows".
    #[prop(optional, into)]
    detail: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div class="progress-bar">
            <div class="progress-bar__words">
                <span class="progress-bar__label">{move || label.get()}</span>
                {move || detail.get().map(|detail| view! { <span class="progress-bar__detail">{detail}</span> })}
            </div>
            <progress
                class="progress-bar__track"
                max="1"
                value=move || fraction.get().map(|fraction| fraction.clamp(0.0, 1.0).to_string())
                aria-label=move || label.get()
            ></progress>
        </div>
    }
}
