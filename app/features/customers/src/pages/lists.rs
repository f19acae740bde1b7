use kernel::{Area, Can, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{
    Attempt, HueChoice, LineButtons, LoadProblem, SettingsForm, SettingsLayout, SettingsLines,
};
use ui::{
    Badge, Button, ButtonKind, Card, Checkbox, Chip, Choice, Dialog, DialogSize, EmptyState, Field, Fieldset,
    FormActions, FormStack, IconName, Meaning, Select, Size, Skeleton, TextInput, Toast, Toasts, Tone,
};

use crate::{
    CustomerKind, CustomerList, CustomerSetting, Entry, EntryEdit, ListedWords, delete_customer_word,
    get_customer_setting, list_customer_words, order_customer_words, save_customer_setting,
    save_customer_word,
};

/// An entry with the number of customers that have it.
type Line = (Entry<i64>, i64);

/// What is being done to an entry.
#[derive(Clone)]
struct Change {
    list: CustomerList,
    entry: EntryEdit,
    is_deletion: bool,
    /// How many customers have it.
    used: i64,
    /// Those that can take its customers.
    others: Vec<Choice>,
}

/// `/settings/customers`: segments, statuses, channels and groups, and what a new customer has to have.
#[component]
pub(super) fn CustomerListsPage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| list_customer_words());
    let setting = Resource::new_blocking(|| (), |()| get_customer_setting());
    let again = Callback::new(move |()| words.refetch());
    let change = RwSignal::new(None::<Change>);
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("customer-lists-hint", &[])));
    view! {
        <SettingsLayout title=ts!("customer-lists") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("customer-loading") count=8 /> }>
                {move || Suspend::new(async move {
                    match (words.await, setting.await) {
                        (Ok(words), Ok(setting)) => {
                            let lists = words.into_iter().map(|one| view! { <ListCard words=one change=change /> });
                            view! { <Asked setting=setting /> {lists.collect_view()} }.into_any()
                        }
                        (Err(error), _) | (_, Err(error)) => {
                            view! { <LoadProblem error=error on_again=again /> }.into_any()
                        }
                    }
                })}
            </Transition>
            <ChangeDialog change=change again=again />
        </SettingsLayout>
    }
}

/// What a new customer has to have.
#[component]
fn Asked(setting: CustomerSetting) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let segment = RwSignal::new(setting.requires_segment);
    let status = RwSignal::new(setting.requires_status);
    let channel = RwSignal::new(setting.requires_channel);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let setting = CustomerSetting {
            requires_segment: segment.get_untracked(),
            requires_status: status.get_untracked(),
            requires_channel: channel.get_untracked(),
        };
        let said = move |()| {
            toasts.show(Toast::positive(i18n.text("customer-lists-saved", &[])));
        };
        attempt.run(save_customer_setting(setting), said);
    };
    let title = ts!("customer-lists-asked");
    view! {
        <Card title=Signal::derive(move || Some(title.get()))>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <p>{t!("customer-lists-asked-text")}</p>
                    <Checkbox label=ts!("field-segment_id") name="requires_segment" checked=segment disabled=!may_edit />
                    <Checkbox label=ts!("field-status_id") name="requires_status" checked=status disabled=!may_edit />
                    <Checkbox label=ts!("field-channel_id") name="requires_channel" checked=channel disabled=!may_edit />
                    {may_edit.then(|| view! {
                        <FormActions>
                            <Button label=ts!("customer-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                        </FormActions>
                    })}
                </FormStack>
            </form>
        </Card>
    }
}

#[component]
fn ListCard(words: ListedWords, change: RwSignal<Option<Change>>) -> impl IntoView {
    let (i18n, list) = (use_i18n(), words.list);
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let order = move |ids: Vec<i64>| order_customer_words(list, ids);
    let lines = SettingsLines::new(words.entries, |line: &Line| line.0.id, |line| &line.0.name, order);
    let add = move |()| {
        let entry = EntryEdit::default();
        change.set(Some(Change { list, entry, is_deletion: false, used: 0, others: Vec::new() }));
    };
    let actions = move || {
        let label = Signal::derive(move || i18n.text(list.add_label(), &[]));
        may_edit.then(|| view! { <Button label=label icon=IconName::Plus size=Size::Small on_press=add /> })
    };
    let title = Signal::derive(move || Some(i18n.text(list.label(), &[])));
    view! {
        <Card title=title actions=actions>
            <Show
                when=move || lines.all.with(|all| !all.is_empty())
                fallback=|| view! { <EmptyState icon=IconName::Tag title=ts!("customer-list-empty") /> }
            >
                <ol class="stage-list" role="list">
                    <For each=move || lines.all.get() key=|line| (line.0.id, line.0.version, line.1) let:line>
                        <EntryLine list=list line=line lines=lines change=change may_edit=may_edit />
                    </For>
                </ol>
            </Show>
        </Card>
    }
}

#[component]
fn EntryLine(
    list: CustomerList,
    line: Line,
    lines: SettingsLines<Line>,
    change: RwSignal<Option<Change>>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (entry, used) = line;
    let (id, name, hue) = (entry.id, entry.name.clone(), entry.hue);
    let (is_default, is_archived) = (entry.is_default, entry.is_archived);
    let kinds: Vec<&str> = entry.kinds.iter().map(|kind| kind.label()).collect();
    let kinds = move || kinds.iter().map(|key| i18n.text(key, &[])).collect::<Vec<_>>().join(", ");
    let kept = StoredValue::new(entry);
    let open = move |is_deletion: bool| {
        let others = lines.all.get_untracked().into_iter().filter(|other| other.0.id != id);
        let others = others.map(|other| Choice::new(other.0.id.to_string(), other.0.name)).collect();
        let entry = kept.with_value(edit_of);
        change.set(Some(Change { list, entry, is_deletion, used, others }));
    };
    let buttons = may_edit.then(|| {
        view! { <LineButtons lines=lines id=id on_edit=move |()| open(false) on_delete=move |()| open(true) /> }
    });
    let field = list.field();
    view! {
        <li class="stage-line">
            <span class="field-line">
                <Chip text=name hue=hue />
                {is_default.then(|| view! { <Badge text=ts!("customer-list-default") meaning=Meaning::Accent /> })}
                {is_archived.then(|| view! { <Badge text=ts!("customer-list-archived") /> })}
                <a class="field-line__kind" href=format!("/customers?f={field}.any.{id}")>
                    {move || i18n.text("customer-list-used", &[("count", used.into())])}
                </a>
                <span class="field-line__kind">{kinds}</span>
            </span>
            {buttons}
        </li>
    }
}

fn edit_of(entry: &Entry<i64>) -> EntryEdit {
    EntryEdit {
        id: entry.id,
        name: entry.name.clone(),
        hue: entry.hue,
        is_default: entry.is_default,
        kinds: entry.kinds.clone(),
        is_archived: entry.is_archived,
        version: entry.version,
    }
}

#[component]
fn ChangeDialog(change: RwSignal<Option<Change>>, again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(change.with(Option::is_some)));
    let title = Signal::derive(move || {
        let named = |key, change: &Change| i18n.text(key, &[("name", change.entry.name.as_str().into())]);
        change.with(|change| match change {
            Some(change) if change.is_deletion => named("settings-line-delete", change),
            Some(change) if change.entry.id != 0 => named("settings-line-edit", change),
            Some(change) => i18n.text(change.list.add_label(), &[]),
            None => String::new(),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    let form = move || {
        let change = change.get_untracked()?;
        Some(match change.is_deletion {
            true => view! { <DeletionForm change=change done=done /> }.into_any(),
            false => view! { <EntryForm change=change done=done /> }.into_any(),
        })
    };
    view! {
        <Dialog id="customer-word-dialog" title=title close_label=ts!("customer-close") open=open size=DialogSize::Small on_close=move |()| change.set(None)>
            {form}
        </Dialog>
    }
}

#[component]
fn EntryForm(change: Change, done: Callback<()>) -> impl IntoView {
    let attempt = Attempt::in_form();
    let Change { list, entry, .. } = change;
    let (name, hue) = (RwSignal::new(entry.name.clone()), RwSignal::new(entry.hue));
    let (is_default, is_archived) = (RwSignal::new(entry.is_default), RwSignal::new(entry.is_archived));
    let ticks = CustomerKind::ALL.map(|kind| (kind, RwSignal::new(entry.kinds.contains(&kind))));
    let (id, version) = (entry.id, entry.version);
    let send = move |()| {
        let ticked = ticks.iter().filter(|(_, tick)| tick.get_untracked()).map(|(kind, _)| *kind);
        let edit = EntryEdit {
            id,
            version,
            name: name.get_untracked(),
            hue: hue.get_untracked(),
            is_default: is_default.get_untracked(),
            is_archived: is_archived.get_untracked(),
            kinds: ticked.collect(),
        };
        attempt.run(save_customer_word(list, edit), move |_| done.run(()));
    };
    let problems = attempt.problems();
    let of_groups = (list == CustomerList::Groups).then(|| view! { <Kinds ticks=ticks /> });
    let usual = (list != CustomerList::Groups)
        .then(|| view! { <Checkbox label=ts!("customer-list-default-long") name="is_default" checked=is_default /> });
    let archive = (id != 0).then(
        || view! { <Checkbox label=ts!("customer-list-archive") name="is_archived" checked=is_archived /> },
    );
    view! {
        <SettingsForm attempt=attempt label=ts!("customer-save") on_send=send>
            <Field label=ts!("customer-list-name") name="name" id="customer-word-name" error=problems.of("name") required=true>
                <TextInput name="name" value=name max_length=60 />
            </Field>
            <HueChoice hue=hue />
            {of_groups}
            {usual}
            {archive}
        </SettingsForm>
    }
}

/// For which kinds of customers a group is.
#[component]
fn Kinds(ticks: [(CustomerKind, RwSignal<bool>); 4]) -> impl IntoView {
    let i18n = use_i18n();
    let hint = ts!("customer-list-kinds-hint");
    let tick = move |(kind, tick): (CustomerKind, RwSignal<bool>)| {
        let label = Signal::derive(move || i18n.text(kind.label(), &[]));
        view! { <Checkbox label=label name=kind.code() checked=tick /> }
    };
    view! {
        <Fieldset legend=ts!("customer-list-kinds") hint=Signal::derive(move || Some(hint.get()))>
            {ticks.map(tick).collect_view()}
        </Fieldset>
    }
}

/// Before an entry goes: which one its customers get.
#[component]
fn DeletionForm(change: Change, done: Callback<()>) -> impl IntoView {
    let (i18n, attempt) = (use_i18n(), Attempt::in_form());
    let goes_to = RwSignal::new(String::new());
    let Change { list, entry, used, others, .. } = change;
    let send = move |()| {
        let target = goes_to.get_untracked().parse().ok();
        attempt.run(delete_customer_word(list, entry.id, target), move |()| done.run(()));
    };
    let problems = attempt.problems();
    let choice = (used > 0).then(|| {
        view! {
            <Field label=ts!("customer-list-goes-to") name="goes_to" id="customer-word-goes-to" error=problems.of("goes_to") required=true>
                <Select name="goes_to" value=goes_to choices=others empty_label=ts!("fields-none") />
            </Field>
        }
    });
    view! {
        <SettingsForm attempt=attempt label=ts!("customer-list-delete") tone=Tone::Danger on_send=send>
            <p>{move || i18n.text("customer-list-used", &[("count", used.into())])}</p>
            {choice}
        </SettingsForm>
    }
}
