//! Search, the button of the filter, and what is asked often. What is filtered stands in the address of the page.

use std::sync::Arc;
use std::time::Duration;

use kernel::{Currency, I18n, ts, use_i18n};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use ui::{Button, Field, IconName, InputKind, Shortcuts, TextInput};

use super::builder::filter_builder;
use super::vocabulary::Vocabulary;
use super::wording::Wording;
use crate::{Asked, Catalogue, Node};

/// The id of the search field.
const SEARCH: &str = "filter-search";

/// So long after the last letter the search runs.
const PAUSE: Duration = Duration::from_millis(120);

/// What is shown, and how to show something else. A copyable handle.
#[derive(Clone, Copy)]
pub struct Filtering {
    /// What the address asks for.
    pub asked: Signal<Asked>,
    /// Goes to something else.
    pub apply: Callback<Asked>,
    /// The fields that the reader sees.
    pub catalogue: Signal<Arc<Catalogue>>,
    /// How fields and choices are called.
    pub vocabulary: Signal<Arc<Vocabulary>>,
    /// What is asked often.
    pub quick: Signal<Vec<Quick>>,
    /// The currency that amounts begin with.
    pub currency: Currency,
    /// The conditions one by one; those that cannot be read as they came.
    pub(super) read: Memo<Vec<Result<Node, String>>>,
    /// At which outer condition the dialog is open, from 1; 0 for none of them.
    pub(super) open: RwSignal<Option<usize>>,
}

/// A condition that is asked often.
#[derive(Clone, Debug, PartialEq)]
pub struct Quick {
    /// The key of what stands on its button.
    pub label: &'static str,
    /// The condition.
    pub node: Node,
}

impl Filtering {
    /// Filters what `asked` says, of these fields.
    pub fn new(
        asked: Signal<Asked>,
        apply: Callback<Asked>,
        catalogue: Signal<Arc<Catalogue>>,
        vocabulary: Signal<Arc<Vocabulary>>,
        quick: Signal<Vec<Quick>>,
        currency: Currency,
    ) -> Self {
        let read =
            Memo::new(move |_| catalogue.with(|catalogue| asked.with(|asked| catalogue.pieces(asked))));
        Self { asked, apply, catalogue, vocabulary, quick, currency, read, open: RwSignal::new(None) }
    }

    /// Opens the dialog.
    pub fn open(self) {
        self.open.set(Some(0));
    }

    /// Asks for these conditions with the same words.
    pub(super) fn ask(self, pieces: Vec<Result<Node, String>>) {
        let f = pieces.into_iter().map(|piece| piece.map_or_else(|text| text, |node| node.text())).collect();
        self.apply.run(Asked { q: self.asked.with_untracked(|asked| asked.q.clone()), f });
    }

    /// What the dialog leaves as it is: the words, and what cannot be read.
    pub(super) fn kept(self) -> (String, Vec<String>) {
        let unread = self
            .read
            .with_untracked(|pieces| pieces.iter().filter_map(|piece| piece.clone().err()).collect());
        (self.asked.with_untracked(|asked| asked.q.clone()), unread)
    }

    pub(super) fn wording<T>(self, i18n: I18n, say: impl FnOnce(Wording<'_>) -> T) -> T {
        let (texts, zone) = (i18n.texts(), i18n.zone());
        self.vocabulary.with_untracked(|words| say(Wording { texts: &texts, zone: &zone, words }))
    }
}

/// The search field, the filter's button, and the dialog behind it.
#[component]
pub fn FilterBar(
    filtering: Filtering,
    /// What is searched: "Search leads".
    #[prop(into)]
    search_label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = move || filtering.read.with(Vec::len);
    let label = Signal::derive(move || match count() {
        0 => i18n.text("fields-filter-button", &[]),
        count => i18n.text("fields-filter-button-count", &[("count", count.into())]),
    });
    let open = filtering.open;
    let is_open = Signal::derive(move || open.with(Option::is_some));
    let (shortcuts, group) = (Shortcuts::here(), ts!("fields-filter-keys"));
    shortcuts.add("f", group, ts!("fields-filter-button"), move || filtering.open());
    shortcuts.add("s", group, search_label, || ui::focus_by_id(SEARCH));
    view! {
        <div class="filter-bar" role="search">
            <Search filtering=filtering label=search_label />
            <span id="filter-open">
                <Button label=label icon=IconName::Filter on_press=move |()| filtering.open() />
            </span>
        </div>
        {filter_builder(is_open, move || open.set(None), filtering, open)}
    }
}

#[component]
fn Search(filtering: Filtering, label: Signal<String>) -> impl IntoView {
    let text = RwSignal::new(filtering.asked.with_untracked(|asked| asked.q.clone()));
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<String>| {
        // The address changed otherwise than by typing here: by a link, by going back.
        let now = filtering.asked.with(|asked| asked.q.clone());
        if before.is_some_and(|before| before != now) && text.get_untracked().trim() != now {
            text.set(now.clone());
        }
        now
    });
    let run = move |typed: String| {
        let q = typed.trim().to_owned();
        let search = move || {
            let Some(asked) = filtering.asked.try_get_untracked() else { return };
            if asked.q != q {
                filtering.apply.run(Asked { q: q.clone(), ..asked });
            }
        };
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(search, PAUSE).ok();
        });
    };
    let placeholder = Signal::derive(move || Some(label.get()));
    view! {
        <div class="filter-bar__search">
            <Field label=label name="q" id=SEARCH label_hidden=true>
                <TextInput
                    name="q"
                    kind=InputKind::Search
                    icon=IconName::Search
                    placeholder=placeholder
                    autocomplete="off"
                    value=text
                    on_input=run
                />
            </Field>
        </div>
    }
}
