use leptos::prelude::*;

use crate::MenuItem;

mod pressing;

use pressing::Outcome;

/// What can be done on the page, by a key or from the palette; taken from context with [`Shortcuts::here`]. The help sheet
/// and the palette show this one list.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    known: RwSignal<Vec<Shortcut>>,
    offered: RwSignal<Vec<Offer>>,
    next: StoredValue<u64>,
    /// Whether single letters act at all; people who dictate switch them off (WCAG 2.1.4).
    pub enabled: RwSignal<bool>,
}

/// One shortcut as the help sheet lists it.
#[derive(Clone)]
pub struct Shortcut {
    number: u64,
    /// Such as `g b`, `c`, `?` or `mod+k`.
    pub keys: String,
    /// The heading that it stands under.
    pub group: Signal<String>,
    /// What it does, in words.
    pub description: Signal<String>,
    /// What pressing it does; nothing for keys that somebody else acts upon.
    pub act: Option<Callback<()>>,
}

/// What a part of the page can do without a key.
#[derive(Clone, Copy)]
struct Offer {
    number: u64,
    items: Signal<Vec<MenuItem>>,
}

impl Shortcuts {
    /// Creates the list, puts it in context and begins to listen; the shell does this once.
    pub fn provide() -> Self {
        let shortcuts = Self::empty();
        provide_context(shortcuts);
        shortcuts.listen();
        shortcuts
    }

    /// The keys of this page. Without a list in context nothing listens.
    pub fn here() -> Self {
        use_context::<Self>().unwrap_or_else(Self::empty)
    }

    fn empty() -> Self {
        Self {
            known: RwSignal::new(Vec::new()),
            offered: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            enabled: RwSignal::new(true),
        }
    }

    /// Adds a shortcut for as long as the component that calls this is mounted.
    ///
    /// Keys are as `KeyboardEvent.key` names them, in lower case; a space separates keys pressed one after the other; `mod` is Cmd on Apple
    /// keyboards and Ctrl elsewhere. Keys without `mod` do nothing while a text field, a dialog or a menu has the keyboard.
    pub fn add(
        &self,
        keys: &str,
        group: impl Into<Signal<String>>,
        description: impl Into<Signal<String>>,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        self.list(keys, group.into(), description.into(), Some(Callback::new(move |()| act())));
    }

    /// Puts keys on the help sheet that a part of the page acts upon itself, such as arrows on a board.
    pub fn tell(&self, keys: &str, group: impl Into<Signal<String>>, description: impl Into<Signal<String>>) {
        self.list(keys, group.into(), description.into(), None);
    }

    fn list(
        &self,
        keys: &str,
        group: Signal<String>,
        description: Signal<String>,
        act: Option<Callback<()>>,
    ) {
        let (known, number) = (self.known, self.number());
        let shortcut = Shortcut { number, keys: keys.to_lowercase(), group, description, act };
        known.update(|known| known.push(shortcut));
        on_cleanup(move || {
            // The page may be on its way out as a whole; then there is no list any more.
            let _gone = known.try_update(|known| known.retain(|shortcut| shortcut.number != number));
        });
    }

    fn number(&self) -> u64 {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        number
    }

    /// Puts what a part of the page can do into the palette, for as long as the component that calls this is mounted.
    pub fn offer(&self, items: impl Into<Signal<Vec<MenuItem>>>) {
        let (offered, number) = (self.offered, self.number());
        offered.update(|offered| offered.push(Offer { number, items: items.into() }));
        on_cleanup(move || {
            let _gone = offered.try_update(|offered| offered.retain(|offer| offer.number != number));
        });
    }

    /// All that is offered without a key, in the order of registration.
    pub fn offered(&self) -> Vec<MenuItem> {
        self.offered.get().into_iter().flat_map(|offer| offer.items.get()).collect()
    }

    /// All shortcuts in the order of registration, grouped for the help sheet.
    pub fn groups(&self) -> Vec<(String, Vec<Shortcut>)> {
        let mut groups: Vec<(String, Vec<Shortcut>)> = Vec::new();
        for shortcut in self.known.get() {
            let name = shortcut.group.get();
            match groups.iter_mut().find(|(group, _)| *group == name) {
                Some((_, shortcuts)) => shortcuts.push(shortcut),
                None => groups.push((name, vec![shortcut])),
            }
        }
        groups
    }

    fn listen(self) {
        Effect::new(move |_| {
            let pressed = StoredValue::new((Vec::<String>::new(), 0.0));
            let handle =
                window_event_listener(leptos::ev::keydown, move |event| self.on_key(&event, pressed));
            on_cleanup(move || handle.remove());
        });
    }

    fn on_key(self, event: &leptos::ev::KeyboardEvent, pressed: StoredValue<(Vec<String>, f64)>) {
        let Some(key) = pressing::name_of(event) else { return };
        let with_mod = key.starts_with("mod+");
        if event.default_prevented()
            || (!with_mod && (!self.enabled.get_untracked() || pressing::is_taken(event)))
        {
            return;
        }
        let (mut sequence, at) = pressed.get_value();
        if event.time_stamp() - at > pressing::PATIENCE {
            sequence.clear();
        }
        sequence.push(key);
        let mut known = self.known.get_untracked();
        known.retain(|shortcut| shortcut.act.is_some());
        // The one added last wins: a dialog's own keys go before the page's.
        let patterns: Vec<&str> = known.iter().rev().map(|shortcut| shortcut.keys.as_str()).collect();
        match pressing::outcome(&patterns, &sequence) {
            Outcome::Complete(index) => {
                event.prevent_default();
                pressed.set_value((Vec::new(), 0.0));
                if let Some(act) = known[known.len() - 1 - index].act {
                    act.run(());
                }
            }
            Outcome::Begun => pressed.set_value((sequence, event.time_stamp())),
            Outcome::Nothing => pressed.set_value((Vec::new(), 0.0)),
        }
    }
}
