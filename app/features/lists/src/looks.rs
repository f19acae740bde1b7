use kernel::{keep_in_cookie, request_cookie, ts, use_i18n};
use leptos::prelude::*;
use ui::{IconName, Segment, Segmented};

use crate::About;

const CARDS: &str = "cards";
const ROWS: &str = "rows";

/// How the records of a list are laid out: in rows, or as cards with their pictures. The browser remembers it. A copyable
/// handle.
#[derive(Clone, Copy)]
pub struct CardLook {
    cookie: StoredValue<String>,
    chosen: RwSignal<String>,
}

impl CardLook {
    /// As this browser had the list last.
    pub fn of(about: &'static About) -> Self {
        let cookie = format!("look-{}", about.kind.code());
        let chosen = if request_cookie(&cookie).is_some_and(|look| look == CARDS) { CARDS } else { ROWS };
        Self { cookie: StoredValue::new(cookie), chosen: RwSignal::new(chosen.to_owned()) }
    }

    fn has_cards(self) -> bool {
        self.chosen.with(|chosen| chosen == CARDS)
    }
}

/// Chooses between rows and cards.
#[component]
pub fn LookSwitch(look: CardLook) -> impl IntoView {
    let i18n = use_i18n();
    let segments = Signal::derive(move || {
        let segment =
            |key: &str, icon| Segment::new(key, i18n.text(&format!("list-look-{key}"), &[])).icon(icon);
        vec![segment(ROWS, IconName::List), segment(CARDS, IconName::Board)]
    });
    let keep = move |chosen: String| look.cookie.with_value(|name| keep_in_cookie(name, &chosen));
    view! { <Segmented label=ts!("list-look") segments=segments chosen=look.chosen on_change=keep /> }
}

/// Lays out the table inside.
#[component]
pub fn Laid(look: CardLook, children: Children) -> impl IntoView {
    view! { <div class="list__look" data-cards=move || look.has_cards().then_some("")>{children()}</div> }
}
