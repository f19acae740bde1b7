//! What can be done to many leads at once: the buttons of the bar, and what each asks before.

mod form;

use std::sync::Arc;

use fields::Asked;
use kernel::{Area, Can, I18n, RecordKind, ts, use_i18n, use_me};
use leptos::prelude::*;
use runs::{Ask, BulkBar, Marks, RunDialog, RunProgress};
use ui::{Button, IconName, Menu, MenuItem, MenuTrigger, Shortcuts, Size, Tone};

use crate::Dictionaries;
use form::{Filling, WishForm};

/// What somebody wishes for many leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Stage,
    Owner,
    Source,
    Public,
    /// Any other field, also one that the organisation added.
    Other,
    AddTags,
    RemoveTags,
    Lost,
    Junk,
    Active,
    Delete,
}

impl Wish {
    /// The key of its words.
    fn label(self) -> &'static str {
        match self {
            Self::Stage => "bulk-stage",
            Self::Owner => "bulk-owner",
            Self::Source => "bulk-source",
            Self::Public => "bulk-public",
            Self::Other => "bulk-other",
            Self::AddTags => "bulk-add-tags",
            Self::RemoveTags => "bulk-remove-tags",
            Self::Lost => "lead-mark-lost",
            Self::Junk => "lead-mark-junk",
            Self::Active => "lead-mark-active",
            Self::Delete => "lead-delete",
        }
    }

    fn icon(self) -> IconName {
        match self {
            Self::Stage => IconName::ArrowEnd,
            Self::Owner => IconName::User,
            Self::Source => IconName::Pin,
            Self::Public => IconName::Globe,
            Self::Other => IconName::Pencil,
            Self::AddTags | Self::RemoveTags => IconName::Tag,
            Self::Lost => IconName::Flag,
            Self::Junk => IconName::Archive,
            Self::Active => IconName::Undo,
            Self::Delete => IconName::Trash,
        }
    }

    /// The word on the button that does it.
    fn go(self) -> &'static str {
        match self {
            Self::Lost | Self::Junk | Self::Active | Self::Delete | Self::AddTags | Self::RemoveTags => {
                self.label()
            }
            _ => "bulk-go",
        }
    }
}

/// The bar of the marked leads with what can be done to them, the dialogs, and how far what was begun is.
#[component]
pub(super) fn Bulk(
    marks: Marks,
    /// The list as it is filtered.
    filter: Signal<Asked>,
    /// How many leads it has, and whether that is all.
    total: Signal<(i64, bool)>,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (wish, ask) = (RwSignal::new(Wish::Stage), RwSignal::new(None::<Ask>));
    let wished = Callback::new(move |wanted: Wish| {
        wish.set(wanted);
        let selection = marks.picked.with_untracked(|picked| picked.selection(filter.get_untracked()));
        let text = |key| i18n.text(key, &[]);
        ask.set(Some(Ask {
            title: text(wanted.label()),
            go: text(wanted.go()),
            is_danger: wanted == Wish::Delete,
            kind: RecordKind::Lead,
            selection,
        }));
    });
    let actions = move || view! { <Actions wished=wished /> };
    let is_asked = Signal::derive(move || ask.with(Option::is_some));
    view! {
        <BulkBar marks=marks total=total actions=actions />
        <RunProgress />
        {bulk_dialog(is_asked, move || ask.set(None), wish, ask, marks, words)}
    }
}

kernel::lazy_part! {
    leads_later: fn bulk_dialog(wish: RwSignal<Wish>, ask: RwSignal<Option<Ask>>, marks: Marks, words: Arc<Dictionaries>) =>
    view! { <BulkDialog wish=wish ask=ask marks=marks words=words /> }
}

#[component]
fn BulkDialog(
    wish: RwSignal<Wish>,
    ask: RwSignal<Option<Ask>>,
    marks: Marks,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let filling = Filling::new(&words.fields);
    // Each question begins with an empty form.
    Effect::new(move |_| {
        if ask.with(Option::is_some) {
            filling.clear();
        }
    });
    let words = StoredValue::new(words);
    let action = Signal::derive(move || filling.action(wish.get(), &words.get_value()));
    let form =
        move || view! { <WishForm wish=wish.get_untracked() filling=filling words=words.get_value() /> };
    let refused = move |error| filling.draft.error.set(Some(error));
    view! { <RunDialog ask=ask form=form action=action refused=refused started=move |()| marks.clear() /> }
}

#[component]
fn Actions(wished: Callback<Wish>) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let may = |can| me.actor.has(Area::Leads, can);
    let (edits, deletes) = (may(Can::Edit), may(Can::Delete));
    let button = move |wish: Wish| {
        let label = Signal::derive(move || i18n.text(wish.label(), &[]));
        view! { <Button label=label icon=wish.icon() size=Size::Small on_press=move |()| wished.run(wish) /> }
    };
    let items = Signal::derive(move || items(i18n, wished, edits, deletes));
    let buttons = if edits { vec![Wish::Stage, Wish::Owner] } else { Vec::new() };
    Shortcuts::here().offer(Signal::derive(move || {
        let all = buttons.iter().map(|wish| item(i18n, wished, *wish));
        all.chain(items.get()).collect::<Vec<_>>()
    }));
    view! {
        {edits.then(|| view! { {button(Wish::Stage)} {button(Wish::Owner)} })}
        <Menu id="bulk-menu" label=ts!("bulk-more") items=items trigger=MenuTrigger::Label tone=Tone::Neutral size=Size::Small align_end=true />
    }
}

fn item(i18n: I18n, wished: Callback<Wish>, wish: Wish) -> MenuItem {
    MenuItem::run(i18n.text(wish.label(), &[]), move || wished.run(wish)).icon(wish.icon())
}

fn items(i18n: I18n, wished: Callback<Wish>, edits: bool, deletes: bool) -> Vec<MenuItem> {
    let item = |wish: Wish| item(i18n, wished, wish);
    let mut items = Vec::new();
    if edits {
        items.extend([Wish::AddTags, Wish::RemoveTags].map(item));
        items.push(item(Wish::Source).starts_group());
        items.extend([Wish::Public, Wish::Other].map(item));
        items.push(item(Wish::Lost).starts_group());
        items.extend([Wish::Junk, Wish::Active].map(item));
    }
    if deletes {
        items.push(item(Wish::Delete).danger().starts_group());
    }
    items
}
