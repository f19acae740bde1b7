use kernel::{t, use_i18n};
use leptos::prelude::*;
use ui::{Icon, PageTitle};

use super::settings_layout::{SettingsLink, SettingsLinks};

/// All that can be set, one card each.
#[component]
pub(super) fn SettingsPage() -> impl IntoView {
    view! {
        <PageTitle text=kernel::ts!("settings-title") />
        <div class="settings-index">
            <h1 class="settings__title">{t!("settings-title")}</h1>
            <ul class="settings-index__cards" role="list">
                {SettingsLinks::mine().into_iter().map(|link| view! { <SettingsCard link /> }).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn SettingsCard(link: SettingsLink) -> impl IntoView {
    let i18n = use_i18n();
    let SettingsLink { path, label, hint, icon, .. } = link;
    view! {
        <li>
            <a class="settings-card" href=path>
                <span class="settings-card__icon"><Icon name=icon /></span>
                <span class="settings-card__words">
                    <span class="settings-card__title">{move || i18n.render(&label)}</span>
                    <span class="settings-card__hint">{move || i18n.render(&hint)}</span>
                </span>
            </a>
        </li>
    }
}
