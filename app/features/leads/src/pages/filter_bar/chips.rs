use fields::{Asked, Node};
use kernel::{Currency, I18n, Money};

use super::said::{parameter, read};
use crate::{Dictionaries, Standing};

/// One condition in words, and the filter without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Such as "Owner: Ada".
    pub label: String,
    /// What remains when it is taken away.
    pub rest: Asked,
}

/// The conditions of a filter, one by one.
pub fn parts(i18n: I18n, asked: &Asked, words: &Dictionaries) -> Vec<Part> {
    let mut parts = Vec::new();
    if !asked.q.is_empty() {
        let rest = Asked { q: String::new(), ..asked.clone() };
        parts.push(Part { label: named(i18n, "filter-text", &asked.q), rest });
    }
    for (place, text) in asked.f.iter().enumerate() {
        let nodes = read(text, &words.catalogue);
        for (at, node) in nodes.iter().enumerate() {
            let others = nodes.iter().enumerate().filter(|(other, _)| *other != at);
            let others = others.map(|(_, node)| node.as_ref().map_or_else(Clone::clone, Node::text));
            let mut rest = asked.clone();
            rest.f.splice(place..=place, others);
            let label = node.as_ref().map_or_else(Clone::clone, |node| label(i18n, node, words));
            parts.push(Part { label, rest });
        }
    }
    parts
}

fn named(i18n: I18n, key: &str, value: &str) -> String {
    let name = i18n.text(key, &[]);
    if value.is_empty() { name } else { format!("{name}: {value}") }
}

fn label(i18n: I18n, node: &Node, words: &Dictionaries) -> String {
    let Some((name, value)) = parameter(node) else { return node.text() };
    let name_of = |found: Option<&String>| found.cloned().unwrap_or_else(|| "?".into());
    let id: i64 = value.parse().unwrap_or_default();
    // The filter compares minor units whatever the currency; two decimals are what nearly all have.
    let amount = || Money::new(id, Currency::EUR).decimal();
    let day = || value.parse().map_or_else(|_| value.clone(), |day| i18n.texts().day(day));
    let (key, shown) = match name {
        "owner" => ("field-owner_id", owner_name(i18n, &value, words)),
        "stage" => {
            let stage = words.stages.iter().find(|stage| stage.id == id);
            ("field-stage_id", name_of(stage.map(|stage| &stage.name)))
        }
        "source" => {
            let source = words.sources.iter().find(|source| source.id.0 == id);
            ("field-source_id", name_of(source.map(|source| &source.name)))
        }
        "tag" => {
            let tag = words.tags.iter().find(|tag| tag.id.0 == id);
            ("field-tags", name_of(tag.map(|tag| &tag.name)))
        }
        "min_value" => ("filter-min-value", amount()),
        "max_value" => ("filter-max-value", amount()),
        "created_from" => ("filter-created-from", day()),
        "created_to" => ("filter-created-to", day()),
        "no_contact_since" => ("filter-no-contact", day()),
        "stale" => ("filter-stale", String::new()),
        "standing" => {
            let standing = Standing::parse(&value).unwrap_or_default();
            ("filter-standing", i18n.text(standing_key(standing), &[]))
        }
        _ => return node.text(),
    };
    named(i18n, key, &shown)
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

fn owner_name(i18n: I18n, owner: &str, words: &Dictionaries) -> String {
    match owner {
        "me" => i18n.text("filter-owner-me", &[]),
        "nobody" => i18n.text("board-nobody", &[]),
        id => words
            .staff
            .iter()
            .find(|person| person.id.to_string() == id)
            .map_or_else(|| "?".into(), |person| person.name.clone()),
    }
}
