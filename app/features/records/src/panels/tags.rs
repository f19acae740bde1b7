use kernel::{RecordRef, TagId, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Chip, ComboOption, ComboTexts, Combobox, Field};

use super::fetched;
use crate::{Tag, add_record_tag, list_tags, remove_record_tag};

/// The tags of a record: choose from those that there are, or type a new one.
#[component]
pub fn TagEditor(
    /// Whose.
    record: RecordRef,
    /// The tags it has now.
    #[prop(into)]
    tags: Signal<Vec<Tag>>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// Told what the tags are after each change.
    #[prop(optional, into)]
    on_change: Option<Callback<Vec<Tag>>>,
) -> impl IntoView {
    view! {
        <Show
            when=move || !locked.get()
            fallback=move || view! { <TagChips tags=tags /> }
        >
            <Choosing record=record tags=tags on_change=on_change />
        </Show>
    }
}

/// Tags to look at.
#[component]
fn TagChips(tags: Signal<Vec<Tag>>) -> impl IntoView {
    let chip = |tag: Tag| view! { <li><Chip text=tag.name hue=tag.hue /></li> };
    view! {
        <Show when=move || tags.with(|tags| !tags.is_empty()) fallback=|| view! { <p class="tags__none">{t!("tag-none")}</p> }>
            <ul class="tags" role="list" aria-label=t!("tag-title")>{move || tags.get().into_iter().map(chip).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Choosing(
    record: RecordRef,
    tags: Signal<Vec<Tag>>,
    on_change: Option<Callback<Vec<Tag>>>,
) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let own = RwSignal::new(tags.get_untracked());
    let selected = RwSignal::new(values(&tags.get_untracked()));
    let (known, refetch) = fetched(list_tags);
    let show = move |tags: Vec<Tag>| {
        selected.set(values(&tags));
        own.set(tags);
    };
    // What others do to the tags comes from outside.
    Effect::new(move |_| show(tags.get()));
    let options = move || {
        let mut all = known.get();
        all.extend(own.get().into_iter().filter(|tag| !all.contains(tag)).collect::<Vec<_>>());
        all.into_iter()
            .map(|tag| ComboOption::new(tag.id.to_string(), tag.name).hue(tag.hue))
            .collect::<Vec<_>>()
    };
    let finish = move |outcome: kernel::Result<Vec<Tag>>| match outcome {
        Ok(tags) => {
            show(tags.clone());
            refetch.run(());
            if let Some(on_change) = on_change {
                on_change.run(tags);
            }
        }
        Err(error) => {
            show(own.get_untracked());
            problems.report(error);
        }
    };
    let add = move |name: String| spawn_local(async move { finish(add_record_tag(record, name).await) });
    let remove = move |id: TagId| spawn_local(async move { finish(remove_record_tag(record, id).await) });
    let choose = move |chosen: Vec<String>| {
        let before = own.get_untracked();
        let gone = before.iter().find(|tag| !chosen.contains(&tag.id.to_string()));
        let new = chosen.iter().find(|value| !before.iter().any(|tag| tag.id.to_string() == **value));
        let all = known.get_untracked();
        if let Some(tag) = gone {
            remove(tag.id);
        }
        if let Some(tag) = new.and_then(|value| all.into_iter().find(|tag| tag.id.to_string() == *value)) {
            add(tag.name);
        }
    };
    let texts = move || ComboTexts {
        placeholder: i18n.text("tag-placeholder", &[]),
        nothing_found: i18n.text("tag-nothing", &[]),
        remove: Callback::new(move |name: String| i18n.text("tag-remove", &[("name", name.into())])),
        create: Callback::new(move |name: String| i18n.text("tag-create", &[("name", name.into())])),
    };
    view! {
        <div class="tag-editor">
            <Field label=ts!("tag-title") name="tags" id="record-tags">
                <Combobox
                    name="tags"
                    selected=selected
                    options=Signal::derive(options)
                    texts=Signal::derive(texts)
                    multiple=true
                    on_create=add
                    on_change=choose
                />
            </Field>
        </div>
    }
}

fn values(tags: &[Tag]) -> Vec<String> {
    tags.iter().map(|tag| tag.id.to_string()).collect()
}
