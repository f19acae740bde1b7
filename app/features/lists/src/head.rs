use kernel::{I18n, use_i18n};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use runs::MarkAll;
use ui::{SortHeader, SortOrder};

use crate::sorting::Sorting;
use crate::{ChosenColumns, ListColumn, ListQuery, ListState, address};

/// The names of the columns, by which the list is sorted.
#[component]
pub fn Head(state: ListState, columns: ChosenColumns, shown: Signal<Vec<i64>>) -> impl IntoView {
    let (i18n, known) = (use_i18n(), columns.known());
    let navigate = use_navigate();
    let go = Callback::new(move |sorting: Sorting| {
        let query = ListQuery { sort: sorting.code(), ..state.query.get_untracked() };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address::list(state.about.home(), &query), options);
    });
    let sorting = Memo::new(move |_| {
        known.with_catalogue(|catalogue| {
            state.query.with(|query| Sorting::of(&query.sort, catalogue, state.about.first))
        })
    });
    let head = move |column: ListColumn| match column.is_sorted {
        true => sort_head(i18n, state, sorting, column, go).into_any(),
        false => view! { <th scope="col" class="table__head">{move || column.label(i18n)}</th> }.into_any(),
    };
    view! {
        <thead>
            <tr>
                {state.are_marked.then(|| view! { <th class="table__mark"><MarkAll marks=state.marks rows=shown /></th> })}
                {known.name().map(head)}
                {move || columns.get().into_iter().map(head).collect_view()}
            </tr>
        </thead>
    }
}

/// A press sorts by the field; with Shift it sorts by it as well.
fn sort_head(
    i18n: I18n,
    state: ListState,
    sorting: Memo<Sorting>,
    column: ListColumn,
    go: Callback<Sorting>,
) -> impl IntoView {
    let is_number = column.is_number();
    let column = StoredValue::new(column);
    let label = Signal::derive(move || column.with_value(|column| column.label(i18n)));
    let place = Memo::new(move |_| {
        column.with_value(|column| sorting.with(|sorting| sorting.place(column.key.as_str())))
    });
    let order = Signal::derive(move || match place.get() {
        None => SortOrder::None,
        Some((_, _, true)) => SortOrder::Descending,
        Some((_, _, false)) => SortOrder::Ascending,
    });
    let among = Signal::derive(move || {
        let (place, of, _) = place.get().filter(|(_, of, _)| *of > 1)?;
        Some((place, i18n.text("list-sort-place", &[("place", place.into()), ("count", of.into())])))
    });
    let href = Signal::derive(move || {
        let sort = column.with_value(|column| sorting.with(|sorting| sorting.alone(column).code()));
        let home = state.about.home();
        state.query.with(|query| address::list(home, &ListQuery { sort, ..query.clone() }))
    });
    let also =
        move |()| go.run(column.with_value(|column| sorting.with_untracked(|sorting| sorting.also(column))));
    view! { <SortHeader label=label order=order href=href number=is_number place=among on_also=also /> }
}
