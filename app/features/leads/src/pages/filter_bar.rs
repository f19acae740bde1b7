//! What leads are filtered by, the same above board and list. It lives in the address.

use std::sync::Arc;

use fields::{Asked, Catalogue, Check, CustomField, Filtering, Node, Offered, Quick, StaffCheck, Vocabulary};
use kernel::I18n;
use leptos::prelude::*;
use lists::ListWords;
use staff::StaffName;

use super::fields::choices;
use crate::{Dictionaries, Standing};

/// Filters leads by what `asked` says.
pub fn filtering(
    asked: Signal<Asked>,
    apply: Callback<Asked>,
    words: Signal<Arc<Dictionaries>>,
) -> Filtering {
    lists::filtering(asked, apply, words, often())
}

impl ListWords for Dictionaries {
    fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    fn added(&self) -> &[CustomField] {
        &self.fields
    }

    fn staff(&self) -> &[StaffName] {
        &self.staff
    }

    fn vocabulary(&self, i18n: I18n) -> Vocabulary {
        vocabulary(i18n, self)
    }
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
fn vocabulary(i18n: I18n, words: &Dictionaries) -> Vocabulary {
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
