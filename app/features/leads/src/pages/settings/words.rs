use kernel::{Area, Can, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm, SettingsLayout};
use ui::{
    Badge, Button, Card, Checkbox, Choice, Dialog, DialogSize, Field, IconButton, IconName, Meaning, Select,
    Size, Skeleton, TextInput, Tone,
};

use crate::api::{delete_word, get_dictionaries, save_word};
use crate::pages::board::Failed;
use crate::{WordEdit, WordList};

/// An entry of a list: its id and its name.
type Word = (i64, String);

impl WordList {
    /// The key of what the button says that adds to the list.
    fn add_label(self) -> &'static str {
        match self {
            Self::Source => "words-add-source",
            Self::LostReason => "words-add-reason",
            Self::Tag => "words-add-tag",
        }
    }
}

/// What is being done to a word.
#[derive(Clone)]
struct Edit {
    list: WordList,
    word: Word,
    /// Whether new leads get it.
    is_default: bool,
    is_deletion: bool,
    others: Vec<Word>,
}

/// `/settings/words`: sources, reasons of a loss, tags.
#[component]
pub fn WordsPage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    let again = Callback::new(move |()| words.refetch());
    let edit = RwSignal::new(None::<Edit>);
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("words-hint", &[])));
    view! {
        <SettingsLayout title=ts!("words-title") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("board-loading") count=6 /> }>
                {move || Suspend::new(async move {
                    match words.await {
                        Err(error) => view! { <Failed error=error retry=again /> }.into_any(),
                        Ok(words) => {
                            let usual = words.sources.iter().find(|source| source.is_default).map(|source| source.id.0);
                            let sources = words.sources.into_iter().map(|source| (source.id.0, source.name)).collect();
                            let reasons = words.lost_reasons.into_iter().map(|reason| (reason.id.0, reason.name)).collect();
                            let tags = words.tags.into_iter().map(|tag| (tag.id.0, tag.name)).collect();
                            view! {
                                <Words title=ts!("words-sources") list=WordList::Source words=sources usual=usual edit=edit />
                                <Words title=ts!("words-reasons") list=WordList::LostReason words=reasons edit=edit />
                                <Words title=ts!("words-tags") list=WordList::Tag words=tags edit=edit />
                            }
                            .into_any()
                        }
                    }
                })}
            </Transition>
            <EditDialog edit=edit again=again />
        </SettingsLayout>
    }
}

#[component]
fn Words(
    title: Signal<String>,
    list: WordList,
    words: Vec<Word>,
    /// The one that new leads get.
    #[prop(default = None)]
    usual: Option<i64>,
    edit: RwSignal<Option<Edit>>,
) -> impl IntoView {
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let open = move |word: Word, is_deletion: bool, others: Vec<Word>| {
        let is_default = usual == Some(word.0);
        edit.set(Some(Edit { list, word, is_default, is_deletion, others }))
    };
    let add = move |()| open((0, String::new()), false, Vec::new());
    let i18n = use_i18n();
    let actions = move || {
        let label = Signal::derive(move || i18n.text(list.add_label(), &[]));
        may_edit.then(|| view! { <Button label=label icon=IconName::Plus size=Size::Small on_press=add /> })
    };
    let all = StoredValue::new(words.clone());
    let line = move |word: Word| {
        let is_default = usual == Some(word.0);
        let (name, kept) = (word.1.clone(), StoredValue::new(word));
        let label = move |key: &'static str| {
            Signal::derive(move || i18n.text(key, &[("name", kept.get_value().1.into())]))
        };
        let others =
            move || all.get_value().into_iter().filter(|other| other.0 != kept.get_value().0).collect();
        let buttons = move || {
            may_edit.then(|| view! {
            <span class="stage-line__buttons">
                <IconButton label=label("settings-line-edit") icon=IconName::Pencil on_press=move |()| open(kept.get_value(), false, Vec::new()) />
                <IconButton label=label("settings-line-delete") icon=IconName::Trash on_press=move |()| open(kept.get_value(), true, others()) />
            </span>
        })
        };
        view! {
            <li class="stage-line">
                <bdi class="stage-line__name">{name}</bdi>
                {is_default.then(|| view! { <Badge text=ts!("source-default") meaning=Meaning::Accent /> })}
                {buttons()}
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || Some(title.get())) actions=actions>
            <ul class="stage-list" role="list">{words.into_iter().map(line).collect_view()}</ul>
        </Card>
    }
}

#[component]
fn EditDialog(edit: RwSignal<Option<Edit>>, again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        edit.with(|edit| match edit {
            Some(edit) if edit.is_deletion => {
                i18n.text("settings-line-delete", &[("name", edit.word.1.as_str().into())])
            }
            Some(edit) if edit.word.0 != 0 => {
                i18n.text("settings-line-edit", &[("name", edit.word.1.as_str().into())])
            }
            Some(edit) => i18n.text(edit.list.add_label(), &[]),
            None => String::new(),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    view! {
        <Dialog id="word-dialog" title=title close_label=ts!("lead-close") open=open size=DialogSize::Small on_close=move |()| edit.set(None)>
            {move || edit.get_untracked().map(|edit| view! { <WordForm edit=edit done=done /> })}
        </Dialog>
    }
}

#[component]
fn WordForm(edit: Edit, done: Callback<()>) -> impl IntoView {
    let attempt = Attempt::in_form();
    let (name, goes_to) = (RwSignal::new(edit.word.1.clone()), RwSignal::new(String::new()));
    let (list, id, is_deletion) = (edit.list, edit.word.0, edit.is_deletion);
    let is_default = RwSignal::new(edit.is_default);
    let send = move |()| {
        let (name, target) = (name.get_untracked(), goes_to.get_untracked().parse().ok());
        match is_deletion {
            true => attempt.run(delete_word(list, id, target), move |()| done.run(())),
            false => {
                let edit = WordEdit { id, name: Some(name), is_default: is_default.get_untracked() };
                attempt.run(save_word(list, edit), move |_| done.run(()));
            }
        }
    };
    let problems = attempt.problems();
    let others: Vec<Choice> =
        edit.others.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let control = match is_deletion {
        true => view! {
            <Field label=ts!("words-goes-to") name="goes_to" id="word-goes-to" error=problems.of("goes_to") hint=ts!("words-goes-to-hint")>
                <Select name="goes_to" value=goes_to choices=others empty_label=ts!("field-none") />
            </Field>
        }
        .into_any(),
        false => view! {
            <Field label=ts!("stage-name") name="name" id="word-name" error=problems.of("name") required=true>
                <TextInput name="name" value=name max_length=60 />
            </Field>
            {(list == WordList::Source).then(|| view! {
                <Checkbox label=ts!("source-default") name="is_default" checked=is_default disabled=edit.is_default />
            })}
        }
        .into_any(),
    };
    let (label, tone) =
        if is_deletion { (ts!("lead-delete"), Tone::Danger) } else { (ts!("lead-save"), Tone::Primary) };
    view! { <SettingsForm attempt=attempt label=label tone=tone on_send=send>{control}</SettingsForm> }
}
