use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, IconName, Size, Toast, Toasts};

/// The secret that has just been made, this once.
#[component]
pub(super) fn Secret(secret: String) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let text = secret.clone();
    let copy = move |()| {
        // Where the clipboard is closed to us, the person can still select the text.
        drop(window().navigator().clipboard().write_text(&text));
        toasts.show(Toast::positive(i18n.text("webhook-secret-copied", &[])));
    };
    view! {
        <div class="token-secret">
            <p>{t!("webhook-secret-once")}</p>
            <code class="token-secret__text" dir="ltr">{secret}</code>
            <Button label=ts!("webhook-secret-copy") icon=IconName::Copy size=Size::Small on_press=copy />
        </div>
    }
}
