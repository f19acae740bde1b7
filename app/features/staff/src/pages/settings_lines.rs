//! Lines of a settings page that people put in order: stages, pipelines, fields.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use kernel::{Error, Result, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Announcer, IconButton, IconName, Toast, Toasts};

/// What stores a new order.
type Store = Arc<dyn Fn(Vec<i64>) -> Pin<Box<dyn Future<Output = Result<()>>>> + Send + Sync>;

/// The lines of a list in their order, each with an id and a name. A copyable handle.
pub struct SettingsLines<T: 'static> {
    /// The lines as they are shown.
    pub all: RwSignal<Vec<T>>,
    id: fn(&T) -> i64,
    name: fn(&T) -> &str,
    store: StoredValue<Store>,
    tools: Tools,
}

#[derive(Clone, Copy)]
struct Tools {
    i18n: kernel::I18n,
    toasts: Toasts,
    announcer: Announcer,
    problems: kernel::Problems,
}

impl<T> Clone for SettingsLines<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SettingsLines<T> {}

impl<T: Clone + Send + Sync + 'static> SettingsLines<T> {
    /// Lines that `store` is told the order of.
    pub fn new<F>(
        lines: Vec<T>,
        id: fn(&T) -> i64,
        name: fn(&T) -> &str,
        store: impl Fn(Vec<i64>) -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = Result<()>> + 'static,
    {
        let store: Store = Arc::new(move |ids| Box::pin(store(ids)));
        let (toasts, announcer) = (Toasts::here(), Announcer::here());
        let tools = Tools { i18n: use_i18n(), toasts, announcer, problems: use_problems() };
        Self { all: RwSignal::new(lines), id, name, store: StoredValue::new(store), tools }
    }

    fn place(self, id: i64) -> Option<usize> {
        self.all.with(|all| all.iter().position(|line| (self.id)(line) == id))
    }

    /// A line as it is now.
    pub fn find(self, id: i64) -> Option<T> {
        self.all.with_untracked(|all| all.iter().find(|line| (self.id)(line) == id).cloned())
    }

    /// Moves a line down by so many places. It goes back if that cannot be stored.
    pub fn shift(self, id: i64, by: isize) {
        let before = self.all.get_untracked();
        let Some(at) = untrack(|| self.place(id)) else { return };
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < before.len()) else { return };
        self.all.update(|all| all.swap(at, to));
        let args = [
            ("name", (self.name)(&before[at]).into()),
            ("position", (to + 1).into()),
            ("count", before.len().into()),
        ];
        let tools = self.tools;
        tools.announcer.announce(tools.i18n.text("settings-line-moved", &args));
        let ids = self.all.with_untracked(|all| all.iter().map(self.id).collect());
        let store = self.store.get_value();
        spawn_local(async move {
            if let Err(error) = store(ids).await {
                let _page_is_gone = self.all.try_set(before);
                match error {
                    Error::Unauthenticated => tools.problems.report(error),
                    error => drop(tools.toasts.show(Toast::negative(tools.i18n.render(&error.text())))),
                }
            }
        });
    }
}

/// The buttons at the end of a line: its place, and what else can be done to it, which comes as children.
#[component]
pub fn LineButtons<T: Clone + Send + Sync + 'static>(
    lines: SettingsLines<T>,
    id: i64,
    #[prop(into)] on_edit: Callback<()>,
    #[prop(into)] on_delete: Callback<()>,
    /// Why it cannot be deleted.
    #[prop(optional, into)]
    kept_because: Signal<Option<String>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = lines.find(id).map(|line| (lines.name)(&line).to_owned()).unwrap_or_default();
    let name = StoredValue::new(name);
    let label =
        move |key: &'static str| Signal::derive(move || i18n.text(key, &[("name", name.get_value().into())]));
    let because = move |there: bool, key: &'static str| there.then(|| i18n.text(key, &[]));
    let first = Signal::derive(move || because(lines.place(id) == Some(0), "settings-line-is-first"));
    let last = Signal::derive(move || {
        let end = lines.all.with(|all| all.len().checked_sub(1));
        because(lines.place(id) == end, "settings-line-is-last")
    });
    let (up, down) = (NodeRef::new(), NodeRef::new());
    let shift = move |by: isize, button: NodeRef<leptos::html::Button>| {
        lines.shift(id, by);
        // A line that is put elsewhere in the page loses the focus on the way.
        request_animation_frame(move || {
            if let Some(Some(button)) = button.try_get_untracked() {
                drop(button.focus());
            }
        });
    };
    let has_order = move || lines.all.with(|all| all.len() > 1);
    view! {
        <span class="stage-line__buttons">
            {children.map(|children| children())}
            <Show when=has_order>
                <IconButton label=label("settings-line-up") icon=IconName::ChevronUp disabled_because=first on_press=move |()| shift(-1, up) node_ref=up />
                <IconButton label=label("settings-line-down") icon=IconName::ChevronDown disabled_because=last on_press=move |()| shift(1, down) node_ref=down />
            </Show>
            <IconButton label=label("settings-line-edit") icon=IconName::Pencil on_press=on_edit />
            <IconButton label=label("settings-line-delete") icon=IconName::Trash disabled_because=kept_because on_press=on_delete />
        </span>
    }
}
