//! What can be done to many records of any kind: fields are filled in, tags put on and taken off, records deleted. A kind
//! with more to offer has a bar of its own, with the parts of this one.

mod form;

use std::sync::Arc;

use fields::{Asked, CustomField, FieldType, Vocabulary};
use kernel::{Can, I18n, RecordKind, ts, use_i18n, use_me};
use leptos::prelude::*;
use runs::{Ask, BulkBar, Marks, RunDialog, RunProgress};
use staff::StaffName;
use ui::{Button, IconName, Menu, MenuItem, MenuTrigger, Shortcuts, Size, Tone};

use form::{Filling, WishForm};
pub use form::{TagNames, tag_names};

/// The fields of a kind that can be changed for many.
pub struct BulkFields {
    /// Which kind.
    pub kind: RecordKind,
    /// Those with a button of their own, and its icon.
    pub at_hand: &'static [(&'static str, IconName)],
    /// All that can be, in the order of the choice.
    pub own: &'static [(&'static str, FieldType)],
}

/// What its forms have to know.
#[derive(Clone)]
pub struct BulkWords {
    /// How fields and choices are called.
    pub vocabulary: Arc<Vocabulary>,
    /// The fields that the organisation added.
    pub added: Vec<CustomField>,
    /// All staff, by name.
    pub staff: Vec<StaffName>,
}

/// What somebody wishes for many records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// This field.
    Field(&'static str),
    /// Any field, also one that the organisation added.
    Other,
    AddTags,
    RemoveTags,
    Delete,
}

impl Wish {
    fn label(self, i18n: I18n) -> String {
        match self {
            Self::Field(key) => {
                let field = i18n.text(&format!("field-{key}"), &[]);
                i18n.text("bulk-field-of", &[("field", field.into())])
            }
            Self::Other => i18n.text("bulk-other", &[]),
            Self::AddTags => i18n.text("bulk-add-tags", &[]),
            Self::RemoveTags => i18n.text("bulk-remove-tags", &[]),
            Self::Delete => i18n.text("bulk-delete", &[]),
        }
    }

    /// The word on the button that does it.
    fn go(self, i18n: I18n) -> String {
        match self {
            Self::Field(_) | Self::Other => i18n.text("bulk-go", &[]),
            _ => self.label(i18n),
        }
    }
}

/// The bar of the marked records with what can be done to them, the dialogs, and how far what was begun is.
#[component]
pub fn Bulk(
    fields: &'static BulkFields,
    marks: Marks,
    /// The list as it is filtered.
    filter: Signal<Asked>,
    /// How many records it has, and whether that is all.
    total: Signal<(i64, bool)>,
    words: BulkWords,
) -> impl IntoView {
    let i18n = use_i18n();
    let (wish, ask) = (RwSignal::new(Wish::Other), RwSignal::new(None::<Ask>));
    let wished = Callback::new(move |wanted: Wish| {
        wish.set(wanted);
        let selection = marks.picked.with_untracked(|picked| picked.selection(filter.get_untracked()));
        ask.set(Some(Ask {
            title: wanted.label(i18n),
            go: wanted.go(i18n),
            is_danger: wanted == Wish::Delete,
            kind: fields.kind,
            selection,
        }));
    });
    let actions = move || view! { <Actions fields=fields wished=wished /> };
    let is_asked = Signal::derive(move || ask.with(Option::is_some));
    view! {
        <BulkBar marks=marks total=total actions=actions />
        <RunProgress />
        {field_dialog(is_asked, move || ask.set(None), fields, wish, ask, marks, words)}
    }
}

kernel::lazy_part! {
    lists_later: fn field_dialog(fields: &'static BulkFields, wish: RwSignal<Wish>, ask: RwSignal<Option<Ask>>, marks: Marks, words: BulkWords) =>
    view! { <FieldDialog fields=fields wish=wish ask=ask marks=marks words=words /> }
}

#[component]
fn FieldDialog(
    fields: &'static BulkFields,
    wish: RwSignal<Wish>,
    ask: RwSignal<Option<Ask>>,
    marks: Marks,
    words: BulkWords,
) -> impl IntoView {
    let filling = Filling::new(fields.own, &words.added);
    // Each question begins with an empty form.
    Effect::new(move |_| {
        if ask.with(Option::is_some) {
            filling.clear();
        }
    });
    let words = StoredValue::new(words);
    let action = Signal::derive(move || filling.action(wish.get()));
    let form = move || {
        let words = words.get_value();
        view! { <WishForm wish=wish.get_untracked() own=fields.own filling=filling words=words /> }
    };
    let refused = move |error| filling.draft.error.set(Some(error));
    view! { <RunDialog ask=ask form=form action=action refused=refused started=move |()| marks.clear() /> }
}

#[component]
fn Actions(fields: &'static BulkFields, wished: Callback<Wish>) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let may = |can| me.actor.has(fields.kind.area(), can);
    let (edits, deletes) = (may(Can::Edit), may(Can::Delete));
    let at_hand = if edits { fields.at_hand } else { &[] };
    let button = move |(key, icon): &(&'static str, IconName)| {
        let (wish, icon) = (Wish::Field(key), *icon);
        let label = Signal::derive(move || wish.label(i18n));
        view! { <Button label=label icon=icon size=Size::Small on_press=move |()| wished.run(wish) /> }
    };
    let items = Signal::derive(move || items(i18n, wished, edits, deletes));
    Shortcuts::here().offer(Signal::derive(move || {
        let buttons = at_hand.iter().map(|(key, icon)| item(i18n, wished, Wish::Field(key), *icon));
        buttons.chain(items.get()).collect::<Vec<_>>()
    }));
    view! {
        {at_hand.iter().map(button).collect_view()}
        <Menu id="bulk-menu" label=ts!("bulk-more") items=items trigger=MenuTrigger::Label tone=Tone::Neutral size=Size::Small align_end=true />
    }
}

fn item(i18n: I18n, wished: Callback<Wish>, wish: Wish, icon: IconName) -> MenuItem {
    MenuItem::run(wish.label(i18n), move || wished.run(wish)).icon(icon)
}

fn items(i18n: I18n, wished: Callback<Wish>, edits: bool, deletes: bool) -> Vec<MenuItem> {
    let item = |wish: Wish, icon| item(i18n, wished, wish, icon);
    let mut items = Vec::new();
    if edits {
        items.push(item(Wish::Other, IconName::Pencil));
        items.push(item(Wish::AddTags, IconName::Tag).starts_group());
        items.push(item(Wish::RemoveTags, IconName::Tag));
    }
    if deletes {
        items.push(item(Wish::Delete, IconName::Trash).danger().starts_group());
    }
    items
}
