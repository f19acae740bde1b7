//! What leads are filtered by, the same above board and list. It lives in the address.

use std::sync::Arc;

use fields::{Asked, Check, Filtering, Node, Offered, Quick, StaffCheck, Vocabulary};
use kernel::{Error, I18n, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{EmptyState, IconName};

use super::fields::choices;
use crate::{Dictionaries, Standing};

/// Filters leads by what `asked` says.
pub fn filtering(
    asked: Signal<Asked>,
    apply: Callback<Asked>,
    words: Signal<Arc<Dictionaries>>,
) -> Filtering {
    let i18n = use_i18n();
    let catalogue = Memo::new(move |_| words.with(|words| Arc::new(words.catalogue.clone())));
    let vocabulary = Memo::new(move |_| words.with(|words| Arc::new(vocabulary(i18n, words))));
    let currency = use_me().organisation.currency;
    Filtering::new(asked, apply, catalogue.into(), vocabulary.into(), Signal::stored(often()), currency)
}

/// What is asked often: one's own, those that wait too long, those that nobody looks after.
fn often() -> Vec<Quick> {
    vec![
        Quick { label: "filter-mine", node: Node::test("owner_id", Check::Staff(StaffCheck::Me)) },
        Quick { label: "filter-stale", node: Node::test("stale", Check::Flag(true)) },
        Quick { label: "filter-nobodys", node: Node::test("owner_id", Check::Empty(true)) },
    ]
}

/// How the fields of leads and their choices are called.
pub fn vocabulary(i18n: I18n, words: &Dictionaries) -> Vocabulary {
    let chosen = |name: &str| {
        choices(i18n, name, words)
            .into_iter()
            .map(|choice| Offered::new(choice.value, choice.label))
            .collect::<Vec<_>>()
    };
    let standing = |standing: Standing| Offered::new(standing.code(), i18n.text(standing_key(standing), &[]));
    let outcome = [("active", Standing::InPlay), ("lost", Standing::Lost), ("junk", Standing::Junk)];
    let outcome = outcome.map(|(word, known)| Offered::new(word, i18n.text(standing_key(known), &[])));
    let known = Vocabulary { staff: words.staff.clone(), ..Vocabulary::default() }
        .with("stage_id", chosen("stage_id"))
        .with("pipeline_id", words.pipelines.iter().map(|one| Offered::new(one.id, one.name.clone())))
        .with("source_id", chosen("source_id"))
        .with("lost_reason_id", chosen("lost_reason_id"))
        .with("tags", words.tags.iter().map(|tag| Offered::new(tag.id, tag.name.clone()).hue(tag.hue)))
        .with("language", chosen("language"))
        .with("outcome", outcome)
        .with("standing", Standing::ALL.map(standing));
    known.with_added(&words.fields)
}

/// The key of the words for which leads are shown.
fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::InPlay => "filter-standing-in-play",
        Standing::Converted => "filter-standing-converted",
        Standing::Lost => "filter-standing-lost",
        Standing::Junk => "filter-standing-junk",
        Standing::All => "filter-standing-all",
    }
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
