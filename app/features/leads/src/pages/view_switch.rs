use kernel::use_i18n;
use leptos::prelude::*;
use ui::{IconName, TabLink, TabLinks};
use views::{Layout, Opened, Viewing};

/// Board, list or calendar, with the same leads in each: what is filtered by stays, and the view that is open.
#[component]
pub fn ViewSwitch(viewing: Viewing) -> impl IntoView {
    let i18n = use_i18n();
    let tabs = Signal::derive(move || {
        viewing.opened.with(|opened| {
            let tab = |layout, key, icon| {
                let there = match opened.look.layout == layout {
                    true => opened.clone(),
                    false => Opened { look: opened.look.laid_out(layout), ..opened.clone() },
                };
                let is_here = opened.look.layout == layout;
                TabLink::new(i18n.text(key, &[]), viewing.href.run(there), is_here).icon(icon)
            };
            vec![
                tab(Layout::Board, "board-title", IconName::Board),
                tab(Layout::List, "list-title", IconName::List),
                tab(Layout::Calendar, "month-title", IconName::Calendar),
            ]
        })
    });
    view! { <TabLinks label=kernel::ts!("board-view") tabs=tabs /> }
}
