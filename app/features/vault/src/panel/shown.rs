use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, IconName, Size, Toast, Toasts};

use crate::{Opened, SHOWN_FOR};

/// What an entry holds, as long as it is shown.
#[component]
pub(super) fn Shown(opened: Opened) -> impl IntoView {
    let i18n = use_i18n();
    let link = opened.link();
    let holds = opened.holds;
    let soon = move || i18n.text("vault-soon", &[("count", SHOWN_FOR.as_secs().cast_signed().into())]);
    let address = (!holds.address.is_empty()).then(|| {
        let text = holds.address.clone();
        let value = match link {
            Some(href) => view! { <a href=href target="_blank" rel="noreferrer noopener" dir="ltr">{text}</a> }.into_any(),
            None => view! { <bdi>{text}</bdi> }.into_any(),
        };
        view! { <dt class="vault-facts__label">{t!("field-vault_address")}</dt> <dd class="vault-facts__value">{value}</dd> }
    });
    let note = (!holds.note.is_empty()).then(|| {
        view! {
            <dt class="vault-facts__label">{t!("field-vault_note")}</dt>
            <dd class="vault-facts__value vault-facts__value--note"><bdi>{holds.note.clone()}</bdi></dd>
        }
    });
    let user_name = (!holds.user_name.is_empty()).then(|| {
        view! { <Copied label=ts!("field-vault_user_name") copy=ts!("vault-copy-user") text=holds.user_name.clone() /> }
    });
    view! {
        <dl class="vault-facts">
            {user_name}
            <Copied label=ts!("field-vault_secret") copy=ts!("vault-copy-secret") text=holds.secret />
            {address}
            {note}
        </dl>
        <p class="vault-facts__soon">{soon}</p>
    }
}

/// A value with a button that copies it.
#[component]
fn Copied(label: Signal<String>, copy: Signal<String>, text: String) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let copied = text.clone();
    let press = move |()| {
        // Where the clipboard is closed to us, the person can still select the text.
        drop(window().navigator().clipboard().write_text(&copied));
        toasts.show(Toast::positive(i18n.text("vault-copied", &[])));
    };
    view! {
        <dt class="vault-facts__label">{move || label.get()}</dt>
        <dd class="vault-facts__value">
            <code class="vault-facts__code" dir="auto">{text}</code>
            <Button label=copy icon=IconName::Copy size=Size::Small on_press=press />
        </dd>
    }
}
