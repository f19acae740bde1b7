use fields::Asked;
use kernel::{Error, ts, use_i18n};
use leptos::prelude::*;
use ui::{EmptyState, IconName, LinkButton};

use crate::{ListQuery, ListState, Unread, address};

/// What stands in place of rows: why there are none, and the way on.
#[component]
pub fn Nothing(state: ListState) -> impl IntoView {
    let (i18n, about) = (use_i18n(), state.about);
    let is_filtered = move || state.query.with(|query| !query.filter.is_empty());
    let all = move || {
        let query = state.query.get();
        address::list(about.home(), &ListQuery { filter: Asked::default(), sort: String::new(), ..query })
    };
    let clear = move || view! { <LinkButton label=ts!("filter-clear") href=Signal::derive(all) /> };
    let usual = move || address::list(about.home(), &ListQuery { sort: String::new(), ..state.query.get() });
    let in_order = move || view! { <LinkButton label=ts!("list-usual-order") href=Signal::derive(usual) /> };
    let text = move |key: &'static str| Signal::derive(move || i18n.text(key, &[]));
    let says = &about.says;
    move || match (state.problem.get(), is_filtered()) {
        (Some(error), _) if is_about_order(&error) => {
            view! { <Unread title=ts!("list-order-unread") error=error>{in_order()}</Unread> }.into_any()
        }
        (Some(error), _) => view! { <Unread error=error>{clear()}</Unread> }.into_any(),
        (None, true) => view! {
            <EmptyState icon=IconName::Filter title=text(says.nothing) text=text(says.nothing_text)>
                {clear()}
            </EmptyState>
        }
        .into_any(),
        (None, false) => (about.empty)(),
    }
}

/// Whether the order alone cannot be read: the filter stays then.
fn is_about_order(error: &Error) -> bool {
    matches!(error, Error::Invalid(fields) if !fields.is_empty() && fields.iter().all(|field| field.field == "sort"))
}
