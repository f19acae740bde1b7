use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// One tab that is an address.
#[derive(Clone, Debug, PartialEq)]
pub struct TabLink {
    /// The words.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// A number beside the words.
    pub count: Option<String>,
    /// A drawing before the words.
    pub icon: Option<IconName>,
    /// It is where the person is.
    pub current: bool,
}

impl TabLink {
    /// A tab with words only.
    pub fn new(label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self { label: label.into(), href: href.into(), count: None, icon: None, current }
    }

    /// With a number.
    #[must_use]
    pub fn count(mut self, count: impl Into<String>) -> Self {
        self.count = Some(count.into());
        self
    }

    /// With a drawing.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// Tabs that are links: each has an address, so back, reload and a new window work. Prefer these.
#[component]
pub fn TabLinks(
    /// The name of the row, such as "Parts of this lead".
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] tabs: Signal<Vec<TabLink>>,
) -> impl IntoView {
    let tab = |tab: TabLink| {
        view! {
            <li>
                <a class="tabs__tab" href=tab.href aria-current=tab.current.then_some("page")>
                    {tab.icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
                    <span>{tab.label}</span>
                    {tab.count.map(|count| view! { <span class="tabs__count">{count}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=move || label.get()>
            <ul class="tabs__row" role="list">{move || tabs.get().into_iter().map(tab).collect_view()}</ul>
        </nav>
    }
}

/// One tab that only shows another part of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabPart {
    /// Its key.
    pub key: String,
    /// The words.
    pub label: String,
}

/// Tabs without addresses, for inside a dialog or a panel: arrow keys move, the chosen one is the only tab stop.
///
/// The part itself is an element with `role="tabpanel"`, `id="{id}-panel"` and `aria-labelledby="{id}-tab-{key}"`: use [`TabPanel`].
#[component]
pub fn TabList(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] tabs: Signal<Vec<TabPart>>,
    /// The key of the chosen tab, two-way.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let prefix = StoredValue::new(id);
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let keys: Vec<String> = tabs.with_untracked(|tabs| tabs.iter().map(|tab| tab.key.clone()).collect());
        let at = keys.iter().position(|key| chosen.with_untracked(|chosen| chosen == key));
        let Some(next) = next_tab(&event.key(), at.unwrap_or(0), keys.len(), reads_right_to_left()) else {
            return;
        };
        event.prevent_default();
        let id = prefix.with_value(|prefix| format!("{prefix}-tab-{}", keys[next]));
        chosen.set(keys[next].clone());
        crate::focus_by_id(&id);
    };
    let tab = move |tab: TabPart| {
        let id = prefix.with_value(|prefix| format!("{prefix}-tab-{}", tab.key));
        let key = StoredValue::new(tab.key);
        let is_chosen = move || key.with_value(|key| chosen.with(|chosen| chosen == key));
        view! {
            <button
                type="button"
                class="tabs__tab"
                role="tab"
                id=id
                aria-controls=prefix.with_value(|prefix| format!("{prefix}-panel"))
                aria-selected=move || if is_chosen() { "true" } else { "false" }
                tabindex=move || if is_chosen() { "0" } else { "-1" }
                on:click=move |_| chosen.set(key.get_value())
            >
                {tab.label}
            </button>
        }
    };
    view! {
        <div class="tabs">
            <div class="tabs__row" role="tablist" aria-label=move || label.get() on:keydown=on_key>
                {move || tabs.get().into_iter().map(tab).collect_view()}
            </div>
        </div>
    }
}

/// The part that a [`TabList`] of the same `id` shows.
#[component]
pub fn TabPanel(#[prop(into)] id: String, chosen: RwSignal<String>, children: Children) -> impl IntoView {
    let tab_id = {
        let id = id.clone();
        move || format!("{id}-tab-{}", chosen.get())
    };
    view! {
        <div class="tabs__panel" role="tabpanel" id=format!("{id}-panel") aria-labelledby=tab_id tabindex="0">
            {children()}
        </div>
    }
}

/// Which tab a key leads to, around the ends.
fn next_tab(key: &str, at: usize, count: usize, right_to_left: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let forward = if right_to_left { "ArrowLeft" } else { "ArrowRight" };
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        "ArrowLeft" | "ArrowRight" if key == forward => Some(if at == last { 0 } else { at + 1 }),
        "ArrowLeft" | "ArrowRight" => Some(at.checked_sub(1).unwrap_or(last)),
        _ => None,
    }
}

/// Whether the page reads from right to left. Browser only.
pub fn reads_right_to_left() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("dir")).is_some_and(|dir| dir == "rtl")
}

#[cfg(test)]
mod tests {
    use super::next_tab;

    #[test]
    fn arrows_follow_the_reading_direction() {
        assert_eq!(next_tab("ArrowRight", 0, 3, false), Some(1));
        assert_eq!(next_tab("ArrowRight", 0, 3, true), Some(2));
        assert_eq!(next_tab("ArrowLeft", 2, 3, true), Some(0));
        assert_eq!(next_tab("x", 0, 3, false), None);
    }
}
