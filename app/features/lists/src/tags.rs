use std::sync::Arc;

use kernel::{RecordKind, RecordRef, ts, use_i18n};
use leptos::prelude::*;
use records::{Tag, TagEditor};
use ui::{Button, Chip, Dialog, DialogBody, DialogFooter, DialogSize, Icon, IconName, IconSize, Tone};

use crate::cell::label_of;
use crate::{ListColumn, ListKind};

/// Rows of any type, as far as their tags go. A copyable handle.
#[derive(Clone, Copy)]
pub struct TaggedRows {
    kind: RecordKind,
    find: Callback<i64, Option<(String, Vec<Tag>)>>,
    set: Callback<(i64, Vec<Tag>)>,
}

impl TaggedRows {
    /// These rows.
    pub fn new<L: ListKind>(items: RwSignal<Vec<L::Item>>) -> Self {
        let known = |item: &L::Item| (L::name(item).to_owned(), L::tags(item).to_vec());
        Self {
            kind: L::ABOUT.kind,
            find: Callback::new(move |id| {
                items.with(|items| items.iter().find(|item| L::id(item) == id).map(known))
            }),
            set: Callback::new(move |(id, tags)| {
                items.update(|items| {
                    if let Some(own) = items.iter_mut().find(|own| L::id(own) == id) {
                        L::set_tags(own, tags);
                    }
                });
            }),
        }
    }

    /// One record among them.
    pub fn record(self, id: i64) -> Tagged {
        Tagged { id, rows: self }
    }
}

/// A record whose tags are being changed, among its rows.
#[derive(Clone, Copy)]
pub struct Tagged {
    id: i64,
    rows: TaggedRows,
}

impl Tagged {
    /// It has other tags. Its group may have been folded meanwhile.
    fn set(self, tags: Vec<Tag>) {
        let _gone = self.rows.set.try_run((self.id, tags));
    }

    /// Its name and its tags, as its row has them.
    fn found(self) -> Option<(String, Vec<Tag>)> {
        self.rows.find.try_run(self.id).flatten()
    }
}

/// The tags of a row, to look at.
pub fn chips(tags: &[Tag]) -> AnyView {
    let chips = tags.iter().map(|tag| view! { <Chip text=tag.name.clone() hue=tag.hue /> }).collect_view();
    view! { <span class="list__tags">{chips}</span> }.into_any()
}

/// The tags of a row; a press changes them.
#[component]
pub fn TagsCell(
    tags: Arc<dyn Fn() -> Vec<Tag> + Send + Sync>,
    label: Signal<String>,
    open: Callback<()>,
) -> impl IntoView {
    let content = move || match tags() {
        tags if tags.is_empty() => {
            view! { <span class="list__no-tags"><Icon name=IconName::Plus size=IconSize::Small /></span> }
                .into_any()
        }
        tags => chips(&tags),
    };
    view! {
        <button type="button" class="list__tagging" on:click=move |_| open.run(())>
            <span class="visually-hidden">{move || label.get()}</span>
            {content}
        </button>
    }
}

/// The dialog for the tags of a row.
pub fn tags_of_rows(tagging: RwSignal<Option<Tagged>>) -> AnyView {
    let is_tagging = Signal::derive(move || tagging.with(Option::is_some));
    tags_dialog(is_tagging, move || tagging.set(None), tagging)
}

kernel::lazy_part! {
    lists_later: fn tags_dialog(tagging: RwSignal<Option<Tagged>>) => view! {
        <TagsDialog tagging=tagging />
    }
}

/// The tags of one record of the list, to be chosen.
#[component]
fn TagsDialog(tagging: RwSignal<Option<Tagged>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(tagging.with(Option::is_some)));
    let title = Signal::derive(move || {
        let name = tagging.get().and_then(|tagged| Some(tagged.found()?.0));
        let field = i18n.text(&format!("field-{}", ListColumn::TAGS), &[]);
        label_of(i18n, field, name.unwrap_or_default())
    });
    let editor = move || {
        let tagged = tagging.get()?;
        let tags = Memo::new(move |_| tagged.found().map(|(_, tags)| tags).unwrap_or_default());
        let record = RecordRef { kind: tagged.rows.kind, id: tagged.id };
        let changed = move |tags: Vec<Tag>| tagged.set(tags);
        Some(view! { <TagEditor record=record tags=tags on_change=Callback::new(changed) /> })
    };
    view! {
        <Dialog
            id="tags-dialog"
            title=title
            close_label=ts!("list-close")
            open=open
            size=DialogSize::Small
            on_close=move |()| tagging.set(None)
        >
            <DialogBody>{editor}</DialogBody>
            <DialogFooter>
                <Button label=ts!("list-done") tone=Tone::Primary on_press=move |()| open.set(false) />
            </DialogFooter>
        </Dialog>
    }
}
