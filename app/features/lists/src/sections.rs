//! The table of a list in groups: a line above each, and its rows once it is unfolded.

use fields::{Group, Total};
use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use runs::mark_by_key;
use ui::{Icon, IconName, IconSize, LoadMore, Table};

use crate::head::Head;
use crate::piece::{MakePart, Piece};
use crate::state::total_text;
use crate::tags::tags_of_rows;
use crate::{ChosenColumns, Grouping, ListQuery, ListState, address};

/// The table with a line above each group.
#[component]
pub fn GroupedTable(
    state: ListState,
    grouping: Grouping,
    columns: ChosenColumns,
    /// Fetches the rows of a group.
    part: MakePart,
) -> impl IntoView {
    let (i18n, part) = (use_i18n(), StoredValue::new(part));
    let shown =
        Signal::derive(move || grouping.loaded.with(|loaded| loaded.values().flatten().copied().collect()));
    let section = move |group: Group| {
        view! { <Section state=state grouping=grouping group=group columns=columns part=part /> }
    };
    view! {
        {tags_of_rows(state.tagging)}
        <div class="list__table">
            <Table caption=Signal::derive(move || i18n.text(state.about.says.title, &[]))>
                <Head state=state columns=columns shown=shown />
                <For each=move || grouping.shown() key=|group| group.test.clone() children=section />
            </Table>
        </div>
    }
}

#[component]
fn Section(
    state: ListState,
    grouping: Grouping,
    group: Group,
    columns: ChosenColumns,
    part: StoredValue<MakePart>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Group { test, label } = group;
    let test = StoredValue::new(test);
    let is_open = Memo::new(move |_| test.with_value(|test| grouping.open.with(|open| open.contains(test))));
    let count = Memo::new(move |_| test.with_value(|test| grouping.total(test)));
    let alone = move || {
        let home = state.about.home();
        test.with_value(|test| state.query.with(|query| address::list(home, &of_group(query, test))))
    };
    let width = move || columns.get().len() + 1 + usize::from(state.are_marked);
    let body = move || {
        is_open.get().then(|| {
            view! { <SectionRows state=state grouping=grouping test=test part=part width=Signal::derive(width) /> }
        })
    };
    let pressed = move |event| {
        if state.are_marked {
            mark_by_key(state.marks, loaded(grouping, test), &event);
        }
    };
    view! {
        <tbody class="list-group" on:keydown=pressed>
            <tr class="list-group__head">
                <th scope="rowgroup" colspan=width>
                    <span class="list-group__line">
                        <button
                            type="button"
                            class="list-group__fold"
                            aria-expanded=move || is_open.get().to_string()
                            on:click=move |_| test.with_value(|test| grouping.toggle(test))
                        >
                            <Icon name=IconName::ChevronDown size=IconSize::Small />
                            <bdi>{label}</bdi>
                            <span class="list-group__count">{move || count.get().map(|total| total_text(i18n, total))}</span>
                        </button>
                        <a class="list-group__alone" href=alone>{t!("list-group-alone")}</a>
                    </span>
                </th>
            </tr>
            {body}
        </tbody>
    }
}

/// The rows of a group, as far as they are there.
fn loaded(grouping: Grouping, test: StoredValue<String>) -> Signal<Vec<i64>> {
    Signal::derive(move || {
        test.with_value(|test| grouping.loaded.with(|loaded| loaded.get(test).cloned().unwrap_or_default()))
    })
}

/// The records of an unfolded group.
#[component]
fn SectionRows(
    state: ListState,
    grouping: Grouping,
    test: StoredValue<String>,
    part: StoredValue<MakePart>,
    width: Signal<usize>,
) -> impl IntoView {
    let i18n = use_i18n();
    let query = Memo::new(move |_| test.with_value(|test| state.query.with(|query| of_group(query, test))));
    let Piece { state: own, row, more, again } = (part.get_value())(query);
    Effect::new(move |before: Option<Option<Total>>| {
        let count = test.with_value(|test| grouping.total(test));
        // A record came into the group, or left it.
        if before.is_some_and(|before| before.is_some() && before != count) {
            again.run(());
        }
        count
    });
    let (ids, shown) = (own.ids, loaded(grouping, test));
    let load = move |ids| {
        grouping.loaded.update(|loaded| test.with_value(|test| drop(loaded.insert(test.clone(), ids))))
    };
    Effect::new(move |_| load(ids.get()));
    on_cleanup(move || load(Vec::new()));
    let said = Signal::derive(move || own.summary(i18n));
    let is_whole = move || !own.has_more.get() && !own.is_loading.get();
    view! {
        <For each=move || ids.get() key=|id| *id children=move |id| row(id, shown) />
        <tr class="list-group__foot" hidden=is_whole>
            <td colspan=move || width.get()>
                <LoadMore label=ts!("list-more") summary=said busy=own.is_loading has_more=own.has_more on_press=more />
            </td>
        </tr>
    }
}

/// The same list, of one group alone.
fn of_group(query: &ListQuery, test: &str) -> ListQuery {
    let mut query = ListQuery { group: String::new(), ..query.clone() };
    query.filter.f.push(test.to_owned());
    query
}
