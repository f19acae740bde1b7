//! The views of a kind of record, above what they show: to go to one, to save what is shown, to change and to share it.

use kernel::{I18n, RecordKind, t, ts, use_i18n, use_live};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use ui::{Button, IconName, LinkButton, Menu, MenuItem, MenuTrigger, Size, TabLink, TabLinks, Tone};

use crate::{Layout, Look, Opened, View, Views};

mod acts;
mod dialogs;

use dialogs::{Asking, view_dialogs};

/// What is looked at, and how to look at something else. A copyable handle.
#[derive(Clone, Copy)]
pub struct Viewing {
    /// Of which kind of record.
    pub kind: RecordKind,
    /// The views that there are.
    pub views: RwSignal<Views>,
    /// What is looked at.
    pub opened: Signal<Opened>,
    /// The address of something else.
    pub href: Callback<Opened, String>,
    /// What is saved of what is shown: the address does not say all of it.
    pub fill: Callback<Look, Look>,
}

impl Viewing {
    /// The saved view that is open.
    fn view(self) -> Option<View> {
        let id = self.opened.with(|opened| opened.view)?;
        self.views.with(|views| views.find(id).cloned())
    }

    fn is_changed(self) -> bool {
        self.views.with(|views| self.opened.with(|opened| opened.is_changed(views)))
    }

    fn look(self) -> Look {
        self.opened.with(|opened| opened.look.clone())
    }

    fn href_of(self, view: &View) -> String {
        self.href.run(Opened { view: Some(view.id), look: view.look.clone() })
    }
}

/// Tabs of the views at hand, a menu of the others, and what can be done with the one that is open.
#[component]
pub fn ViewBar(
    viewing: Viewing,
    /// What all records are called: "All leads".
    #[prop(into)]
    all_label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let asking = RwSignal::new(None::<Asking>);
    let is_asking = Signal::derive(move || asking.with(Option::is_some));
    follow(viewing);
    let tabs = Signal::derive(move || tabs(viewing, &all_label.get()));
    let others = Signal::derive(move || others(viewing));
    let has_others = Memo::new(move |_| others.with(|others| !others.is_empty()));
    let go = use_navigate();
    let navigate = Callback::new(move |href: String| {
        go(&href, leptos_router::NavigateOptions { scroll: false, ..Default::default() });
    });
    let acts = acts::Acts::new(viewing, navigate);
    view! {
        <div class="view-bar">
            <TabLinks label=ts!("views-title") tabs=tabs />
            <Show when=move || has_others.get()>
                <Menu id="views-others" label=ts!("views-others") items=others trigger=MenuTrigger::Label size=Size::Small offered=true />
            </Show>
            <Changed viewing=viewing acts=acts asking=asking />
            <Menu id="view-menu" label=ts!("views-menu") items=Signal::derive(move || menu(i18n, viewing, acts, asking)) size=Size::Small offered=true />
            {move || {
                let fallen = viewing.view().map(|view| view.fallen).unwrap_or_default();
                (!fallen.is_empty()).then(|| view! {
                    <p class="view-bar__fallen">{i18n.text("views-fallen", &[("fields", fallen.join(", ").into())])}</p>
                })
            }}
            <span class="visually-hidden" role="status">
                {move || if viewing.is_changed() { i18n.text("views-changed", &[]) } else { String::new() }}
            </span>
        </div>
        {view_dialogs(is_asking, move || asking.set(None), viewing, acts, asking)}
    }
}

/// Keeps the views as others leave them.
fn follow(viewing: Viewing) {
    let live = use_live();
    live.on_event(move |event| {
        if event.kind.starts_with("view.") || event.kind == "setting.gone" {
            acts::refetch(viewing);
        }
    });
    live.on_catch_up(move || acts::refetch(viewing));
}

fn icon(layout: Layout) -> IconName {
    match layout {
        Layout::List => IconName::List,
        Layout::Board => IconName::Board,
        Layout::Calendar => IconName::Calendar,
    }
}

/// A view stands in the bar while it is at hand or open.
fn is_at_hand(viewing: Viewing, view: &View) -> bool {
    view.is_pinned || viewing.opened.with(|opened| opened.view == Some(view.id))
}

fn tabs(viewing: Viewing, all: &str) -> Vec<TabLink> {
    let (open, layout) = viewing.opened.with(|opened| (opened.view, opened.look.layout));
    let usual = Opened { view: None, look: Look { layout, ..Look::default() } };
    let first = TabLink::new(all, viewing.href.run(usual), open.is_none());
    let tab = |view: &View| {
        TabLink::new(view.name.clone(), viewing.href_of(view), open == Some(view.id))
            .icon(icon(view.look.layout))
    };
    let at_hand = viewing.views.with(|views| {
        views.views.iter().filter(|view| is_at_hand(viewing, view)).map(tab).collect::<Vec<_>>()
    });
    std::iter::once(first).chain(at_hand).collect()
}

fn others(viewing: Viewing) -> Vec<MenuItem> {
    let item =
        |view: &View| MenuItem::link(view.name.clone(), viewing.href_of(view)).icon(icon(view.look.layout));
    viewing
        .views
        .with(|views| views.views.iter().filter(|view| !is_at_hand(viewing, view)).map(item).collect())
}

/// The view shows something else than it was saved with: to save it, to save it as another one, or to go back.
#[component]
fn Changed(viewing: Viewing, acts: acts::Acts, asking: RwSignal<Option<Asking>>) -> impl IntoView {
    let is_changed = Memo::new(move |_| viewing.is_changed());
    let is_unsaved = Memo::new(move |_| {
        viewing.opened.with(|opened| {
            opened.view.is_none() && opened.look != Look { layout: opened.look.layout, ..Look::default() }
        })
    });
    let may_save = Memo::new(move |_| viewing.view().is_some_and(|view| view.may_edit));
    let back = Signal::derive(move || viewing.view().map(|view| viewing.href_of(&view)).unwrap_or_default());
    view! {
        <Show when=move || is_changed.get()>
            <span class="view-bar__changed">{t!("views-changed-short")}</span>
            <Show when=move || may_save.get()>
                <Button label=ts!("views-save") size=Size::Small tone=Tone::Primary on_press=move |()| acts.save() />
            </Show>
            <LinkButton label=ts!("views-back") href=back tone=Tone::Quiet size=Size::Small />
        </Show>
        <Show when=move || is_changed.get() || is_unsaved.get()>
            <Button label=ts!("views-save-as") size=Size::Small on_press=move |()| asking.set(Some(Asking::New)) />
        </Show>
    }
}

/// What can be done with the view that is open.
fn menu(i18n: I18n, viewing: Viewing, acts: acts::Acts, asking: RwSignal<Option<Asking>>) -> Vec<MenuItem> {
    let text = |key: &str| i18n.text(key, &[]);
    let ask = move |what: Asking| move || asking.set(Some(what));
    let save_as = MenuItem::run(text("views-save-as"), ask(Asking::New)).icon(IconName::Plus);
    let Some(view) = viewing.view() else { return vec![save_as] };
    let mut items = vec![
        MenuItem::run(text("views-pin"), {
            let view = view.clone();
            move || acts.arrange(view.id, !view.is_pinned, view.is_first)
        })
        .checked(view.is_pinned),
        MenuItem::run(text("views-first"), {
            let view = view.clone();
            move || acts.arrange(view.id, view.is_pinned, !view.is_first)
        })
        .checked(view.is_first),
        save_as.starts_group(),
    ];
    if !view.may_edit {
        return items;
    }
    items.push(MenuItem::run(text("views-rename"), ask(Asking::Name)).icon(IconName::Pencil));
    if viewing.views.with(|views| views.may_share) {
        items.push(MenuItem::run(text("views-share"), ask(Asking::Share)).icon(IconName::UserPlus));
    }
    items.push(
        MenuItem::run(text("views-delete"), move || acts.delete(view.clone()))
            .icon(IconName::Trash)
            .danger()
            .starts_group(),
    );
    items
}
