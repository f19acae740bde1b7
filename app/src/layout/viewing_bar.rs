use kernel::{Actor, t, use_me};
use leptos::prelude::*;
use ui::{Button, ButtonKind, IconName, Size};

/// Says to who looks with the eyes of somebody else whose they are, and leads back: a form, so that it works before the
/// program has arrived.
#[component]
pub(super) fn ViewingBar() -> impl IntoView {
    let me = use_me();
    let name = me.viewing.clone()?;
    let is_portal = matches!(me.actor, Actor::Contact(_));
    let said = match is_portal {
        true => view! { {t!("shell-viewing-portal", name = name.clone())} }.into_any(),
        false => view! { {t!("shell-viewing-role", name = name.clone())} }.into_any(),
    };
    Some(view! {
        <div class="viewing" role="status">
            <span>{said}</span>
            <form method="post" action="/view-as/end">
                <Button label=kernel::ts!("shell-viewing-end") icon=IconName::Eye size=Size::Small kind=ButtonKind::Submit />
            </form>
        </div>
    })
}
