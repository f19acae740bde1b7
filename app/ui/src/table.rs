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
) -> impl IntoView {
    let spoken = move || match order.get() {
        SortOrder::None => "none",
        SortOrder::Ascending => "ascending",
        SortOrder::Descending => "descending",
    };
    let arrow = move || match order.get() {
        SortOrder::None => None,
        SortOrder::Ascending => Some(view! { <Icon name=IconName::ArrowUp size=IconSize::Small /> }),
        SortOrder::Descending => Some(view! { <Icon name=IconName::ArrowDown size=IconSize::Small /> }),
    };
    view! {
        <th scope="col" class=if number { "table__cell--number" } else { "table__head" } aria-sort=spoken>
            <a class="table__sort" href=move || href.get()>
                <span>{move || label.get()}</span>
                {arrow}
            </a>
        </th>
    }
}
