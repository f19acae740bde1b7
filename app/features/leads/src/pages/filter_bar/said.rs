use std::collections::HashMap;

use fields::{Asked, Catalogue, Check, DayCheck, Node, OneOf, Span, StaffCheck, Test};
use kernel::Day;

/// What a filter says, as far as the form knows the words for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The values of the form's fields, by the names of the parameters of old.
    pub form: HashMap<&'static str, String>,
    /// What the form has no field for: it stays as it is.
    pub rest: Vec<String>,
}

impl Said {
    /// What is asked, in the form's words.
    pub fn of(asked: &Asked, catalogue: &Catalogue) -> Self {
        let mut said = Self::default();
        for text in &asked.f {
            for node in read(text, catalogue) {
                match node.as_ref().ok().and_then(parameter) {
                    Some((name, value)) if !said.form.contains_key(name) => {
                        drop(said.form.insert(name, value))
                    }
                    _ => said.rest.push(node.map_or_else(|text| text, |node| node.text())),
                }
            }
        }
        said
    }
}

/// The tests of one text, or the text itself if the reader of the filter does not know what it asks.
pub fn read(text: &str, catalogue: &Catalogue) -> Vec<Result<Node, String>> {
    match catalogue.read(&Asked { q: String::new(), f: vec![text.to_owned()] }) {
        Ok(filter) => filter.outer().iter().cloned().map(Ok).collect(),
        Err(_) => vec![Err(text.to_owned())],
    }
}

/// The parameter that stands for this test, and its value.
pub fn parameter(node: &Node) -> Option<(&'static str, String)> {
    match node {
        Node::Test(test) => of_test(test),
        Node::Any(nodes) => match nodes.as_slice() {
            [Node::Test(never), Node::Test(before)] if never.check == Check::Empty(true) => {
                let (name, day) = of_test(before)?;
                let day: Day = day.parse().ok()?;
                let fits = name == "last_contact_to" && never.field == before.field;
                fits.then(|| ("no_contact_since", Day(day.0 + 1).to_string()))
            }
            _ => None,
        },
        Node::All(_) => None,
    }
}

fn of_test(test: &Test) -> Option<(&'static str, String)> {
    let single = |ids: &[i64]| if let [only] = ids { Some(only.to_string()) } else { None };
    match (test.field.as_str(), &test.check) {
        ("owner_id", Check::Staff(StaffCheck::Me)) => Some(("owner", "me".into())),
        ("owner_id", Check::Empty(true)) => Some(("owner", "nobody".into())),
        ("owner_id", Check::Staff(StaffCheck::AnyOf(ids))) => {
            Some(("owner", single(&ids.iter().map(|id| id.0).collect::<Vec<_>>())?))
        }
        ("stage_id", Check::Choice(OneOf::AnyOf(ids))) => Some(("stage", single(ids)?)),
        ("source_id", Check::Choice(OneOf::AnyOf(ids))) => Some(("source", single(ids)?)),
        ("tags", Check::Choices(OneOf::AnyOf(ids))) => Some(("tag", single(ids)?)),
        ("stale", Check::Flag(true)) => Some(("stale", "1".into())),
        ("standing", Check::Word(OneOf::AnyOf(words))) if words.len() == 1 => {
            Some(("standing", words[0].clone()))
        }
        ("value", Check::Money(None, span)) => ends(span, "min_value", "max_value"),
        ("created_at", Check::Moment(DayCheck::Span(span))) => ends(span, "created_from", "created_to"),
        ("last_contact_at", Check::Moment(DayCheck::Span(span))) => ends(span, "", "last_contact_to"),
        _ => None,
    }
}

/// A span that is open at one end.
fn ends<T: ToString>(span: &Span<T>, from: &'static str, to: &'static str) -> Option<(&'static str, String)> {
    match (&span.from, &span.to) {
        (Some(least), None) if !from.is_empty() => Some((from, least.to_string())),
        (None, Some(most)) => Some((to, most.to_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OLD;

    #[test]
    fn the_form_reads_what_it_writes() {
        for old in OLD {
            let value = match old.name {
                "owner" => "me",
                "standing" => "lost",
                "stale" => "1",
                name if name.contains("created") || name.contains("contact") => "2026-01-31",
                _ => "7",
            };
            let node = old.node(value).unwrap();
            assert_eq!(parameter(&node), Some((old.name, value.to_owned())), "{}", old.name);
        }
    }
}
