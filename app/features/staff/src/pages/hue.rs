use kernel::{t, use_i18n};
use leptos::prelude::*;

/// One of the ten hues, as radio buttons that look like dots.
#[component]
pub fn HueChoice(hue: RwSignal<u8>) -> impl IntoView {
    let i18n = use_i18n();
    let one = move |number: u8| {
        let label = move || i18n.text("settings-hue-number", &[("number", i64::from(number + 1).into())]);
        view! {
            <label class="hue-choice__one" data-hue=number.to_string()>
                <input
                    class="hue-choice__input"
                    type="radio"
                    name="hue"
                    value=number.to_string()
                    prop:checked=move || hue.get() == number
                    on:change=move |_| hue.set(number)
                />
                <span class="hue-choice__dot" aria-hidden="true"></span>
                <span class="visually-hidden">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="hue-choice">
            <legend class="field__label">{t!("settings-hue")}</legend>
            {(0..10).map(one).collect_view()}
        </fieldset>
    }
}
