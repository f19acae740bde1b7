use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// Where the page stands: from the area down to the page, the last without an address.
#[component]
pub fn Breadcrumbs(
    /// The name of the row, such as "Where you are".
    #[prop(into)]
    label: Signal<String>,
    /// Words and address.
    #[prop(into)]
    crumbs: Signal<Vec<(String, Option<String>)>>,
) -> impl IntoView {
    let crumb = |(words, href): (String, Option<String>)| match href {
        Some(href) => view! {
            <li class="breadcrumbs__crumb">
                <a class="breadcrumbs__link" href=href>
                    <bdi>{words}</bdi>
                </a>
                <Icon name=IconName::ChevronEnd size=IconSize::Small />
            </li>
        }
        .into_any(),
        None => view! {
            <li class="breadcrumbs__crumb" aria-current="page">
                <bdi>{words}</bdi>
            </li>
        }
        .into_any(),
    };
    view! {
        <nav aria-label=move || label.get()>
            <ol class="breadcrumbs" role="list">{move || crumbs.get().into_iter().map(crumb).collect_view()}</ol>
        </nav>
    }
}
