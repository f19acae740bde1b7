use kernel::{ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{IconName, Menu, MenuItem, Tone};

use crate::features::CREATIONS;

/// The menu of what can be made from anywhere.
#[component]
pub(super) fn CreateMenu() -> impl IntoView {
    let (me, i18n) = (use_me(), use_i18n());
    let allowed = StoredValue::new(
        CREATIONS.iter().filter(|place| (place.may)(&me.actor)).cloned().collect::<Vec<_>>(),
    );
    let items = Signal::derive(move || {
        let item = |place: &crate::features::Place| {
            MenuItem::link(i18n.render(&place.label), place.path).icon(place.icon)
        };
        allowed.with_value(|all| all.iter().map(item).collect::<Vec<_>>())
    });
    allowed.with_value(|all| !all.is_empty()).then(|| {
        view! { <Menu id="create-menu" label=ts!("shell-create") items=items icon=IconName::Plus tone=Tone::Primary align_end=true /> }
    })
}
