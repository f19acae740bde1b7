//! What a list is filtered by. It lives in the address.

use std::sync::Arc;

use fields::{Asked, Filtering, Quick};
use kernel::{Error, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{EmptyState, IconName};

use crate::ListWords;

/// Filters records of these words by what `asked` says; `often` is offered at hand.
pub fn filtering<W: ListWords>(
    asked: Signal<Asked>,
    apply: Callback<Asked>,
    words: Signal<Arc<W>>,
    often: Vec<Quick>,
) -> Filtering {
    let i18n = use_i18n();
    let catalogue = Memo::new(move |_| words.with(|words| Arc::new(words.catalogue().clone())));
    let vocabulary = Memo::new(move |_| words.with(|words| Arc::new(words.vocabulary(i18n))));
    let currency = use_me().organisation.currency;
    Filtering::new(asked, apply, catalogue.into(), vocabulary.into(), Signal::stored(often), currency)
}

/// The filter or the order of the address cannot be read: why, and the way out.
#[component]
pub fn Unread(
    error: Error,
    #[prop(optional, into)] title: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let title = title.unwrap_or_else(|| ts!("filter-unread"));
    let reason = move || match &error {
        Error::Invalid(fields) => {
            fields.iter().map(|field| i18n.render(&field.problem)).collect::<Vec<_>>().join(" ")
        }
        other => i18n.render(&other.text()),
    };
    view! {
        <EmptyState icon=IconName::Warning title=title text=Signal::derive(reason)>
            {children()}
        </EmptyState>
    }
}
