use kernel::{RecordKind, RecordRef, ts, use_i18n};
use leptos::prelude::*;
use records::{Tag, TagEditor};
use ui::{Button, Chip, Dialog, DialogBody, DialogFooter, DialogSize, Icon, IconName, IconSize, Tone};

use super::rows::{Rows, Tagged};
use crate::Lead;

/// The tags of a row, to look at.
pub fn chips(tags: &[Tag]) -> AnyView {
    let chips = tags.iter().map(|tag| view! { <Chip text=tag.name.clone() hue=tag.hue /> }).collect_view();
    view! { <span class="lead-list__tags">{chips}</span> }.into_any()
}

/// The tags of a row; a press changes them.
#[component]
pub fn TagsCell(rows: Rows, lead: Signal<Option<Lead>>, label: Signal<String>) -> impl IntoView {
    let tagged = move |lead: &Lead| Tagged { id: lead.id, items: rows.items };
    let open = move |_| rows.tagging.set(lead.with_untracked(|lead| lead.as_ref().map(tagged)));
    let tags = move || lead.with(|lead| lead.as_ref().map(|lead| lead.tags.clone()).unwrap_or_default());
    let content = move || {
        match tags() {
        tags if tags.is_empty() => {
            view! { <span class="lead-list__no-tags"><Icon name=IconName::Plus size=IconSize::Small /></span> }.into_any()
        }
        tags => chips(&tags),
    }
    };
    view! {
        <button type="button" class="lead-list__tagging" on:click=open>
            <span class="visually-hidden">{move || label.get()}</span>
            {content}
        </button>
    }
}

kernel::lazy_part! {
    leads_later: pub fn tags_dialog(rows: Rows) => view! {
        <TagsDialog rows=rows />
    }
}

/// The tags of one lead of the list, to be chosen.
#[component]
fn TagsDialog(rows: Rows) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(rows.tagging.with(Option::is_some)));
    let title = Signal::derive(move || {
        let name = rows.tagging.get().and_then(|tagged| Some(tagged.lead()?.profile.name));
        let field = i18n.text("field-tags", &[]);
        i18n.text("list-of-lead", &[("field", field.into()), ("name", name.unwrap_or_default().into())])
    });
    let editor = move || {
        let tagged = rows.tagging.get()?;
        let tags = Memo::new(move |_| tagged.lead().map(|lead| lead.tags).unwrap_or_default());
        let record = RecordRef { kind: RecordKind::Lead, id: tagged.id.0 };
        let changed = move |tags: Vec<Tag>| tagged.set(tags);
        Some(view! { <TagEditor record=record tags=tags on_change=Callback::new(changed) /> })
    };
    view! {
        <Dialog
            id="tags-dialog"
            title=title
            close_label=ts!("lead-close")
            open=open
            size=DialogSize::Small
            on_close=move |()| rows.tagging.set(None)
        >
            <DialogBody>{editor}</DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-done") tone=Tone::Primary on_press=move |()| open.set(false) />
            </DialogFooter>
        </Dialog>
    }
}
