use kernel::ts;
use leptos::prelude::*;

mod appearance;
mod notices;
mod password;
mod profile;
mod sessions;
mod tokens;

use super::SettingsLayout;
pub use password::PasswordCard;
pub use sessions::SessionsCard;

/// What a person sets for themselves.
#[component]
pub(super) fn MyPage() -> impl IntoView {
    view! {
        <SettingsLayout title=ts!("staff-me-title") lead=ts!("staff-me-hint")>
            <div class="settings-stack">
                <profile::Profile />
                <appearance::Appearance />
                <notices::Notices />
                <PasswordCard />
                <SessionsCard />
                <tokens::Tokens />
            </div>
        </SettingsLayout>
    }
}
