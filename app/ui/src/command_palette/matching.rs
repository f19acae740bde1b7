//! Which items a query shows, and under which headings.

use leptos::prelude::*;

use crate::{IconName, MenuAct};

/// One line of the palette.
#[derive(Clone)]
pub struct PaletteItem {
    /// The heading that it stands under.
    pub group: String,
    /// The words.
    pub label: String,
    /// A quieter second text, searched too.
    pub hint: Option<String>,
    /// A drawing before the words.
    pub icon: IconName,
    /// What choosing it does.
    pub act: MenuAct,
    /// The shortcut that does the same.
    pub keys: Option<String>,
    /// The page has searched it: it is shown whatever is typed.
    pub found: bool,
}

impl PaletteItem {
    /// A line that goes somewhere.
    pub fn link(
        group: impl Into<String>,
        label: impl Into<String>,
        icon: IconName,
        href: impl Into<String>,
    ) -> Self {
        let act = MenuAct::Link(href.into());
        Self { group: group.into(), label: label.into(), hint: None, icon, act, keys: None, found: false }
    }

    /// A line that does something.
    pub fn run(
        group: impl Into<String>,
        label: impl Into<String>,
        icon: IconName,
        act: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let act = MenuAct::Run(Callback::new(move |()| act()));
        Self { group: group.into(), label: label.into(), hint: None, icon, act, keys: None, found: false }
    }

    /// With a second text.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With the shortcut that does the same.
    #[must_use]
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// As a result of the page's own search.
    #[must_use]
    pub fn found(mut self) -> Self {
        self.found = true;
        self
    }
}

/// Lines are the same when they look and lead the same; so the list is not drawn anew for nothing.
impl PartialEq for PaletteItem {
    fn eq(&self, other: &Self) -> bool {
        let same_act = match (&self.act, &other.act) {
            (MenuAct::Link(one), MenuAct::Link(another)) => one == another,
            (MenuAct::Run(one), MenuAct::Run(another)) => one.matches(another),
            _ => false,
        };
        same_act && self.group == other.group && self.label == other.label && self.hint == other.hint
    }
}

/// The items that match, in the order of the headings as they first appear.
pub(super) fn shown(items: &[PaletteItem], query: &str) -> Vec<PaletteItem> {
    let matching = items.iter().filter(|item| item.found || matches(item, query)).cloned();
    grouped(matching.collect()).into_iter().flat_map(|(_, items)| items).map(|(_, item)| item).collect()
}

/// The items under their headings, numbered through.
pub(super) fn grouped(items: Vec<PaletteItem>) -> Vec<(String, Vec<(usize, PaletteItem)>)> {
    let mut groups: Vec<(String, Vec<(usize, PaletteItem)>)> = Vec::new();
    for (number, item) in items.into_iter().enumerate() {
        match groups.iter_mut().find(|(name, _)| *name == item.group) {
            Some((_, own)) => own.push((number, item)),
            None => groups.push((item.group.clone(), vec![(number, item)])),
        }
    }
    groups
}

fn matches(item: &PaletteItem, query: &str) -> bool {
    let own =
        format!("{} {} {}", item.label, item.hint.as_deref().unwrap_or_default(), item.group).to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| own.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(group: &str, label: &str) -> PaletteItem {
        PaletteItem::link(group, label, IconName::Board, "/")
    }

    #[test]
    fn groups_keep_together_and_numbers_run_through() {
        let items = [item("Go", "Board"), item("Do", "New"), item("Go", "List")];
        let lines = shown(&items, "");
        assert_eq!(
            lines.iter().map(|line| line.label.as_str()).collect::<Vec<_>>(),
            ["Board", "List", "New"]
        );
        assert_eq!(grouped(lines)[1].1[0].0, 2);
    }

    #[test]
    fn found_items_are_not_filtered_again() {
        let items = [item("Go", "Board"), item("Found", "Zoë").found()];
        assert_eq!(shown(&items, "zoe").len(), 1);
    }
}
