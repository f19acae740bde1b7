use fields::Asked;
use kernel::use_i18n;
use leptos::prelude::*;
use ui::{IconName, TabLink, TabLinks};

use super::address;
use crate::{BoardQuery, ListQuery};

/// Board or list, with the same leads in both.
#[component]
pub fn ViewSwitch(filter: Signal<Asked>, is_list: bool) -> impl IntoView {
    let i18n = use_i18n();
    let tabs = Signal::derive(move || {
        let filter = filter.get();
        let board = BoardQuery { filter: filter.clone(), ..BoardQuery::default() };
        let list = ListQuery { filter, ..ListQuery::default() };
        vec![
            TabLink::new(i18n.text("board-title", &[]), address::board(&board), !is_list)
                .icon(IconName::Board),
            TabLink::new(i18n.text("list-title", &[]), address::list(&list), is_list).icon(IconName::List),
        ]
    });
    view! { <TabLinks label=kernel::ts!("board-view") tabs=tabs /> }
}
