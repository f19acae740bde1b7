use fields::Asked;
use kernel::use_i18n;
use leptos::prelude::*;
use ui::{IconName, TabLink, TabLinks};
use views::Layout;

use super::address;
use super::calendar::CalendarQuery;
use crate::{BoardQuery, ListQuery};

/// Board, list or calendar, with the same leads in each.
#[component]
pub fn ViewSwitch(filter: Signal<Asked>, layout: Layout) -> impl IntoView {
    let i18n = use_i18n();
    let tabs = Signal::derive(move || {
        let filter = filter.get();
        let board = BoardQuery { filter: filter.clone(), ..BoardQuery::default() };
        let list = ListQuery { filter: filter.clone(), ..ListQuery::default() };
        let calendar = CalendarQuery { filter, ..CalendarQuery::default() };
        let tab = |key, href, own, icon| TabLink::new(i18n.text(key, &[]), href, layout == own).icon(icon);
        vec![
            tab("board-title", address::board(&board), Layout::Board, IconName::Board),
            tab("list-title", address::list(&list), Layout::List, IconName::List),
            tab("month-title", address::calendar(&calendar), Layout::Calendar, IconName::Calendar),
        ]
    });
    view! { <TabLinks label=kernel::ts!("board-view") tabs=tabs /> }
}
