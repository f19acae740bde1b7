use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// A table with a sticky head that becomes a list of cards where it has little room.
///
/// Inside stand a plain `<thead>` and `<tbody>`. Give each `<td>` a `data-label` (the column's name, shown in the narrow form), number cells the
/// class `table__cell--number`, the main cell `table__cell--main`, and chosen rows `aria-selected="true"`.
#[component]
pub fn Table(
    /// What the table lists.
    #[prop(into)]
    caption: Signal<String>,
    /// A heading says it already: the caption is read but not seen.
    #[prop(default = true)]
    caption_hidden: bool,
    children: Children,
) -> impl IntoView {
    let caption_class = if caption_hidden { "visually-hidden" } else { "table__caption" };
    view! {
        <div class="table-frame">
            <table class="table">
                <caption class=caption_class>{move || caption.get()}</caption>
                {children()}
            </table>
        </div>
    }
}

/// The order of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortOrder {
    /// Not sorted by it.
    #[default]
    None,
    /// Smallest, oldest or A first.
    Ascending,
    /// Largest, newest or Z first.
    Descending,
}

/// The head of a column that can be sorted.
#[component]
pub fn SortHeader(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] order: Signal<SortOrder>,
    /// Where the sorted list stands; sorting is an address.
    #[prop(into)]
    href: Signal<String>,
    /// A column of figures.
    #[prop(optional)]
    number: bool,
    /// Its place where a list is sorted by several columns, and the words for that: "2, second".
    #[prop(optional, into)]
    place: Signal<Option<(usize, String)>>,
    /// Pressed together with Shift: to sort by this column as well.
    #[prop(optional, into)]
    on_also: Option<Callback<()>>,
) -> impl IntoView {
    // Only one column is said to sort; the others say their place in words.
    let is_first = move || place.with(|place| place.as_ref().is_none_or(|(place, _)| *place == 1));
    let spoken = move || match order.get() {
        SortOrder::Ascending if is_first() => "ascending",
        SortOrder::Descending if is_first() => "descending",
        _ => "none",
    };
    let arrow = move || match order.get() {
        SortOrder::None => None,
        SortOrder::Ascending => Some(view! { <Icon name=IconName::ArrowUp size=IconSize::Small /> }),
        SortOrder::Descending => Some(view! { <Icon name=IconName::ArrowDown size=IconSize::Small /> }),
    };
    let among = move || {
        place.get().map(|(place, words)| {
            view! {
                <span class="table__place" aria-hidden="true">{place}</span>
                <span class="visually-hidden">{words}</span>
            }
        })
    };
    let pressed = move |event: leptos::ev::MouseEvent| {
        if let Some(on_also) = on_also.filter(|_| event.shift_key()) {
            event.prevent_default();
            on_also.run(());
        }
    };
    view! {
        <th scope="col" class=if number { "table__cell--number" } else { "table__head" } aria-sort=spoken>
            <a class="table__sort" href=move || href.get() on:click=pressed>
                <span>{move || label.get()}</span>
                {arrow}
                {among}
            </a>
        </th>
    }
}
