//! How the fields of customers and their choices are called.

use fields::{Offered, Vocabulary};
use kernel::{Currency, I18n, Language};

use crate::{CustomerKind, Dictionaries, Entry};

/// The words of forms, lists and filters.
pub(super) fn vocabulary(i18n: I18n, words: &Dictionaries) -> Vocabulary {
    let kinds = CustomerKind::ALL.map(|kind| Offered::new(kind.code(), i18n.text(kind.label(), &[])));
    let people = words.staff.iter().map(|one| Offered::new(one.id, one.name.clone()).old(!one.is_active));
    let known = Vocabulary { staff: words.staff.clone(), ..Vocabulary::default() }
        .with("kind", kinds)
        .with("segment_id", offered(&words.segments))
        .with("status_id", offered(&words.statuses))
        .with("channel_id", offered(&words.channels))
        .with("groups", offered(&words.groups))
        .with("administrators", people)
        .with("initial", words.initials.iter().map(|letter| Offered::new(letter, letter.clone())))
        .with("language", Language::ALL.map(|language| Offered::new(language.code(), language.name())))
        .with("currency", Currency::offered().map(|code| Offered::new(code, code.to_string())))
        .with("tags", words.tags.iter().map(|tag| Offered::new(tag.id, tag.name.clone()).hue(tag.hue)));
    known.with_added(&words.fields)
}

fn offered<Id: std::fmt::Display>(entries: &[Entry<Id>]) -> Vec<Offered> {
    let offer =
        |entry: &Entry<Id>| Offered::new(&entry.id, entry.name.clone()).hue(entry.hue).old(entry.is_archived);
    entries.iter().map(offer).collect()
}
