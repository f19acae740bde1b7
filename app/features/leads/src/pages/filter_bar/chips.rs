use kernel::{Currency, I18n, Money};

use crate::{Dictionaries, LeadFilter, OwnerFilter, Standing};

/// One condition in words, and the filter without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Such as "Owner: Ada".
    pub label: String,
    /// What remains when it is taken away.
    pub rest: LeadFilter,
}

/// The conditions of a filter, one by one.
pub fn parts(i18n: I18n, filter: &LeadFilter, words: &Dictionaries) -> Vec<Part> {
    let name_of = |found: Option<&String>| found.cloned().unwrap_or_else(|| "?".into());
    let mut parts = Vec::new();
    let mut add = |key: &str, value: String, change: &dyn Fn(&mut LeadFilter)| {
        let mut rest = filter.clone();
        change(&mut rest);
        let name = i18n.text(key, &[]);
        let label = if value.is_empty() { name } else { format!("{name}: {value}") };
        parts.push(Part { label, rest });
    };
    if !filter.q.is_empty() {
        add("filter-text", filter.q.clone(), &|f| f.q.clear());
    }
    if let Some(owner) = filter.owner {
        add("field-owner_id", owner_name(i18n, owner, words), &|f| f.owner = None);
    }
    if let Some(id) = filter.stage {
        let stage = words.stages.iter().find(|stage| stage.id() == id).map(|stage| &stage.name);
        add("field-stage_id", name_of(stage), &|f| f.stage = None);
    }
    if let Some(id) = filter.source {
        let source = words.sources.iter().find(|source| source.id == id).map(|source| &source.name);
        add("field-source_id", name_of(source), &|f| f.source = None);
    }
    if let Some(id) = filter.tag {
        add("field-tags", name_of(words.tags.iter().find(|tag| tag.id == id).map(|tag| &tag.name)), &|f| {
            f.tag = None
        });
    }
    // The filter compares minor units whatever the currency; two decimals are what nearly all have.
    let amount = |minor: i64| Money::new(minor, Currency::EUR).decimal();
    if let Some(minor) = filter.min_value {
        add("filter-min-value", amount(minor), &|f| f.min_value = None);
    }
    if let Some(minor) = filter.max_value {
        add("filter-max-value", amount(minor), &|f| f.max_value = None);
    }
    let day = |day: kernel::Day| i18n.texts().day(day);
    if let Some(from) = filter.created_from {
        add("filter-created-from", day(from), &|f| f.created_from = None);
    }
    if let Some(to) = filter.created_to {
        add("filter-created-to", day(to), &|f| f.created_to = None);
    }
    if let Some(since) = filter.no_contact_since {
        add("filter-no-contact", day(since), &|f| f.no_contact_since = None);
    }
    if filter.stale {
        add("filter-stale", String::new(), &|f| f.stale = false);
    }
    if filter.standing != Standing::default() {
        let value = i18n.text(standing_key(filter.standing), &[]);
        add("filter-standing", value, &|f| f.standing = Standing::default());
    }
    parts
}

/// The key of the words for which leads are shown.
pub fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::InPlay => "filter-standing-in-play",
        Standing::Converted => "filter-standing-converted",
        Standing::Lost => "filter-standing-lost",
        Standing::Junk => "filter-standing-junk",
        Standing::All => "filter-standing-all",
    }
}

fn owner_name(i18n: I18n, owner: OwnerFilter, words: &Dictionaries) -> String {
    match owner {
        OwnerFilter::Me => i18n.text("filter-owner-me", &[]),
        OwnerFilter::Nobody => i18n.text("board-nobody", &[]),
        OwnerFilter::Staff(id) => words
            .staff
            .iter()
            .find(|person| person.id == id)
            .map_or_else(|| "?".into(), |person| person.name.clone()),
    }
}
