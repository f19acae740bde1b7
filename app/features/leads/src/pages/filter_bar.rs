//! Search and filters, the same above board and list. They live in the address.

use std::sync::Arc;
use std::time::Duration;

use fields::Asked;
use kernel::{Error, t, ts, use_i18n};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use ui::{Button, Chip, EmptyState, Field, IconName, InputKind, TextInput};

use crate::Dictionaries;

mod chips;
mod form;
mod said;

use form::filter_dialog;

/// So long after the last letter the search runs.
const PAUSE: Duration = Duration::from_millis(120);

/// What is shown, and how to show something else.
#[derive(Clone, Copy)]
pub struct Filtering {
    /// The filter of the address.
    pub filter: Signal<Asked>,
    /// Goes to another one.
    pub apply: Callback<Asked>,
    /// The words to choose from.
    pub words: Signal<Arc<Dictionaries>>,
    /// Whether stages and leads out of play can be filtered: in the list.
    pub is_list: bool,
}

/// The search field, the filter button, and what is filtered now.
#[component]
pub fn FilterBar(filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    let count = move || filtering.filter.with(|filter| filter.f.len());
    let label = Signal::derive(move || match count() {
        0 => i18n.text("filter-button", &[]),
        count => i18n.text("filter-button-count", &[("count", count.into())]),
    });
    view! {
        <div class="lead-filter" role="search">
            <Search filtering=filtering />
            <Button label=label icon=IconName::Filter on_press=move |()| open.set(true) />
        </div>
        {filter_dialog(open, move || open.set(false), filtering, open)}
    }
}

#[component]
fn Search(filtering: Filtering) -> impl IntoView {
    let text = RwSignal::new(filtering.filter.with_untracked(|filter| filter.q.clone()));
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        // The address changed otherwise than by typing here: by a link, by going back.
        let now = filtering.filter.with(|filter| filter.q.clone());
        if before.is_some_and(|before| before != now) && text.get_untracked().trim() != now {
            text.set(now.clone());
        }
        now
    });
    let run = move |typed: String| {
        let q = typed.trim().to_owned();
        let search = move || {
            let Some(filter) = filtering.filter.try_get_untracked() else { return };
            if filter.q != q {
                filtering.apply.run(Asked { q: q.clone(), ..filter });
            }
        };
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(search, PAUSE).ok();
        });
    };
    view! {
        <div class="lead-filter__search">
            <Field label=ts!("filter-search") name="q" id="lead-search" label_hidden=true>
                <TextInput
                    name="q"
                    kind=InputKind::Search
                    icon=IconName::Search
                    placeholder=ts!("filter-search")
                    autocomplete="off"
                    value=text
                    on_input=run
                />
            </Field>
        </div>
    }
}

/// What is filtered now, each with a cross; nothing when nothing is.
#[component]
pub fn FilterChips(filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let chip = move |part: chips::Part| {
        let label = i18n.text("filter-remove", &[("name", part.label.as_str().into())]);
        let rest = part.rest;
        view! { <Chip text=part.label hue=9_u8 remove_label=label on_remove=move |()| filtering.apply.run(rest.clone()) /> }
    };
    let parts = Memo::new(move |_| {
        filtering.filter.with(|filter| filtering.words.with(|words| chips::parts(i18n, filter, words)))
    });
    let clear = move |()| filtering.apply.run(Asked::default());
    view! {
        <Show when=move || parts.with(|parts| !parts.is_empty())>
            <div class="lead-filter__chips">
                <span class="visually-hidden">{t!("filter-active")}</span>
                {move || parts.get().into_iter().map(chip).collect_view()}
                <Button label=ts!("filter-clear") size=ui::Size::Small tone=ui::Tone::Quiet on_press=clear />
            </div>
        </Show>
    }
}

/// The filter or the order of the address cannot be read: why, and the way out.
#[component]
pub fn Unread(error: Error, children: Children) -> impl IntoView {
    let i18n = use_i18n();
    let reason = move || match &error {
        Error::Invalid(fields) => {
            fields.iter().map(|field| i18n.render(&field.problem)).collect::<Vec<_>>().join(" ")
        }
        other => i18n.render(&other.text()),
    };
    view! {
        <EmptyState icon=IconName::Warning title=ts!("filter-unread") text=Signal::derive(reason)>
            {children()}
        </EmptyState>
    }
}
