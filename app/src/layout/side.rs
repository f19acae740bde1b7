use kernel::{t, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Icon, IconButton, IconName, Kbd, Size};

use super::Brand;
use crate::features::{PLACES, Place};
use crate::page_data::SIDEBAR_COOKIE;

/// The id of the navigation.
pub(super) const NAVIGATION: &str = "navigation";

/// The navigation: a bar at the side, which folds to its drawings; on a phone a row at the foot.
#[component]
pub(super) fn Side(narrow: RwSignal<bool>) -> impl IntoView {
    let me = use_me();
    let fold = move |()| {
        narrow.update(|narrow| *narrow = !*narrow);
        kernel::keep_in_cookie(SIDEBAR_COOKIE, if narrow.get_untracked() { "narrow" } else { "wide" });
    };
    let (make_wide, make_narrow) = (t!("shell-unfold"), t!("shell-fold"));
    let label = Signal::derive(move || if narrow.get() { make_wide() } else { make_narrow() });
    let here = here(&me.actor);
    let links: Vec<_> = PLACES.iter().filter(|place| (place.may)(&me.actor)).cloned().collect();
    view! {
        <nav class="side" id=NAVIGATION tabindex="-1" aria-label=t!("shell-navigation")>
            <div class="side__head">
                <Brand />
            </div>
            <div class="side__nav">
                <ul class="side__list" role="list">
                    {links.into_iter().map(|place| view! { <li class="side__item">{link(place, here)}</li> }).collect_view()}
                </ul>
            </div>
            <div class="side__foot">
                {me.is_demo.then(|| view! { <p class="side__demo">{t!("shell-demo")}</p> })}
                <IconButton label=label icon=IconName::Columns size=Size::Small on_press=fold />
            </div>
        </nav>
    }
}

/// The place that the page belongs to: the one with the longest path that the address begins with.
fn here(actor: &kernel::Actor) -> Memo<Option<&'static str>> {
    let (path, actor) = (use_location().pathname, actor.clone());
    Memo::new(move |_| {
        let path = path.get();
        let below = |start: &str| {
            path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let places = PLACES.iter().filter(|place| (place.may)(&actor) && below(place.path));
        places.map(|place| place.path).max_by_key(|path| path.len())
    })
}

fn link(place: Place, here: Memo<Option<&'static str>>) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || i18n.render(&place.label));
    let (path, pathname) = (place.path, use_location().pathname);
    let current = move || match here.get() == Some(path) {
        true if pathname.get() == path => Some("page"),
        true => Some("true"),
        false => None,
    };
    view! {
        <a class="side__link" href=path aria-current=current title=move || label.get()>
            <Icon name=place.icon />
            <span class="side__label">{move || label.get()}</span>
            {(path == tasks::MY_DAY).then(|| view! { <tasks::OverdueCount /> })}
            {place.keys.map(|keys| view! { <span class="side__keys" aria-hidden="true"><Kbd keys=keys /></span> })}
        </a>
    }
}
