//! What is typed, offered and chosen: the state of a combobox, apart from how it looks.

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::ComboOption;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    Option(ComboOption),
    /// What was typed, to be added.
    Create(String),
}

#[derive(Clone, Copy)]
pub(super) struct Choosing {
    pub(super) selected: RwSignal<Vec<String>>,
    options: Signal<Vec<ComboOption>>,
    pub(super) multiple: bool,
    on_query: Option<Callback<String>>,
    on_create: Option<Callback<String>>,
    on_change: Option<Callback<Vec<String>>>,
    pub(super) query: RwSignal<Option<String>>,
    pub(super) open: RwSignal<bool>,
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) offers: Memo<Vec<Offer>>,
}

impl Choosing {
    pub(super) fn new(
        selected: RwSignal<Vec<String>>,
        options: Signal<Vec<ComboOption>>,
        multiple: bool,
        on_query: Option<Callback<String>>,
        on_create: Option<Callback<String>>,
        on_change: Option<Callback<Vec<String>>>,
    ) -> Self {
        let query = RwSignal::new(None::<String>);
        let filters = on_query.is_none();
        let offers = Memo::new(move |_| {
            let query = query.get().unwrap_or_default();
            options.with(|options| offers(options, query.trim(), filters, on_create.is_some()))
        });
        let (open, active) = (RwSignal::new(false), RwSignal::new(None));
        Self { selected, options, multiple, on_query, on_create, on_change, query, open, active, offers }
    }

    pub(super) fn offers(self) -> Memo<Vec<Offer>> {
        self.offers
    }

    pub(super) fn is_open(self) -> bool {
        self.open.get()
    }

    pub(super) fn is_multiple(self) -> bool {
        self.multiple
    }

    pub(super) fn active(self) -> Option<usize> {
        self.active.get().filter(|_| self.open.get())
    }

    pub(super) fn is_placeholder_shown(self) -> bool {
        self.selected.with(Vec::is_empty)
    }

    /// The chosen options in the order of choosing; a value without an option (not loaded yet) shows as itself.
    pub(super) fn chosen(self) -> Vec<ComboOption> {
        let find = |value: &String| {
            let found = self.options.with(|all| all.iter().find(|option| option.value == *value).cloned());
            found.unwrap_or_else(|| ComboOption::new(value, value))
        };
        self.selected.with(|values| values.iter().map(find).collect())
    }

    /// What stands in the text: what is typed, or else the single choice.
    pub(super) fn shown_text(self) -> String {
        match self.query.get() {
            Some(query) => query,
            None if self.multiple => String::new(),
            None => self.chosen().pop().map(|option| option.label).unwrap_or_default(),
        }
    }

    pub(super) fn is_chosen(self, offer: &Offer) -> bool {
        matches!(offer, Offer::Option(option) if self.selected.with(|all| all.contains(&option.value)))
    }

    pub(super) fn typed(self, text: String) {
        if let Some(on_query) = self.on_query {
            on_query.run(text.clone());
        }
        self.query.set(Some(text));
        self.open.set(true);
        self.active.set(Some(0));
    }

    pub(super) fn open(self) {
        self.open.set(true);
    }

    pub(super) fn choose(self, offer: &Offer) {
        match offer {
            Offer::Option(option) => self.toggle(&option.value),
            Offer::Create(text) => {
                if let Some(on_create) = self.on_create {
                    on_create.run(text.clone());
                }
            }
        }
        self.query.set(None);
        self.open.set(self.multiple);
        self.active.set(None);
    }

    /// Chooses a value, or takes it away if several can be chosen and it is.
    pub(super) fn toggle(self, value: &str) {
        self.selected.update(|all| {
            let had = all.iter().any(|own| own == value);
            if !self.multiple {
                all.clear();
            }
            if had && self.multiple { all.retain(|own| own != value) } else { all.push(value.to_owned()) }
        });
        self.changed();
    }

    pub(super) fn changed(self) {
        if let Some(on_change) = self.on_change {
            on_change.run(self.selected.get_untracked());
        }
    }

    pub(super) fn close(self) {
        self.open.set(false);
        self.active.set(None);
        self.query.set(None);
    }

    /// The focus went elsewhere: the list closes, and an emptied single choice is really emptied.
    pub(super) fn leave(self, event: &FocusEvent) {
        let root = event.current_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if root.is_some_and(|root| root.contains(next.as_ref())) && next.is_some() {
            return;
        }
        // A list that goes away with its dialog loses the focus, too, and nothing is left to be closed.
        let Some(emptied) = self.query.try_with_untracked(|query| query.as_deref() == Some("")) else {
            return;
        };
        if emptied && !self.multiple && !self.selected.with_untracked(Vec::is_empty) {
            self.selected.set(Vec::new());
            self.changed();
        }
        self.close();
    }
}

/// The lines for what is typed; the line that adds comes last and only if nothing has exactly that name.
fn offers(options: &[ComboOption], query: &str, filters: bool, creates: bool) -> Vec<Offer> {
    let shown = options.iter().filter(|option| !filters || option.matches(query));
    let mut offers: Vec<Offer> = shown.cloned().map(Offer::Option).collect();
    let exists = options.iter().any(|option| option.label.to_lowercase() == query.to_lowercase());
    if creates && !query.is_empty() && !exists {
        offers.push(Offer::Create(query.to_owned()));
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_match_in_any_order_and_case() {
        let ada = ComboOption::new("1", "Ada Lovelace").hint("ada@example.test");
        assert!(ada.matches("love ADA"));
        assert!(ada.matches("example"));
        assert!(!ada.matches("ada grace"));
    }

    #[test]
    fn only_a_new_name_can_be_added() {
        let tags = [ComboOption::new("1", "Export")];
        assert_eq!(offers(&tags, "export", true, true).len(), 1);
        assert_eq!(offers(&tags, "exp", true, true).len(), 2);
        assert_eq!(offers(&tags, "zzz", true, false), []);
    }
}
