use kernel::{Area, Can, RecordKind, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::SettingsLayout;
use ui::{
    Announcer, Badge, Banner, Button, Card, EmptyState, IconButton, IconName, Meaning, Size, Skeleton, Toast,
    Toasts,
};

use super::form::FieldDialog;
use crate::FieldType;
use crate::api::{delete_field, list_fields, order_fields, restore_field};
use crate::custom::CustomField;

/// `/settings/fields`: the fields that the organisation added to its leads.
#[component]
pub fn FieldsPage() -> impl IntoView {
    let fields = Resource::new_blocking(|| (), |()| list_fields(RecordKind::Lead));
    let again = Callback::new(move |()| fields.refetch());
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("fields-hint", &[])));
    view! {
        <SettingsLayout title=ts!("fields-title") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("fields-loading") count=4 /> }>
                {move || Suspend::new(async move {
                    match fields.await {
                        Ok(fields) => view! { <Fields first=fields again=again /> }.into_any(),
                        Err(error) => {
                            kernel::answer_with(&error);
                            let text = i18n.render(&error.text());
                            view! {
                                <Banner text=text meaning=Meaning::Warning>
                                    <Button label=ts!("fields-again") size=Size::Small on_press=again />
                                </Banner>
                            }
                            .into_any()
                        }
                    }
                })}
            </Transition>
        </SettingsLayout>
    }
}

#[component]
fn Fields(first: Vec<CustomField>, again: Callback<()>) -> impl IntoView {
    let edit = RwSignal::new(None::<CustomField>);
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let fields = RwSignal::new(first);
    let add = move |()| edit.set(Some(CustomField::new(RecordKind::Lead, "", FieldType::Text)));
    let actions = move || {
        may_edit.then(
            || view! { <Button label=ts!("fields-add") icon=IconName::Plus size=Size::Small on_press=add /> },
        )
    };
    let i18n = use_i18n();
    let title = Signal::derive(move || Some(i18n.text("fields-of-leads", &[])));
    let shift = shifting(fields);
    let remove = removing(again);
    let is_empty = move || fields.with(Vec::is_empty);
    view! {
        <Card title=title actions=actions>
            <Show
                when=move || !is_empty()
                fallback=|| view! { <EmptyState icon=IconName::Form title=ts!("fields-empty") text=ts!("fields-empty-text") /> }
            >
                <ol class="stage-list" role="list">
                    <For each=move || fields.get() key=|field| (field.id, field.version) let:field>
                        <Line field=field fields=fields edit=edit shift=shift remove=remove may_edit=may_edit />
                    </For>
                </ol>
            </Show>
        </Card>
        <FieldDialog edit=edit again=again />
    }
}

/// Moves a field up or down; it goes back if that cannot be stored.
fn shifting(fields: RwSignal<Vec<CustomField>>) -> Callback<(i64, isize)> {
    let (i18n, toasts, announcer, problems) = (use_i18n(), Toasts::here(), Announcer::here(), use_problems());
    Callback::new(move |(id, by): (i64, isize)| {
        let before = fields.get_untracked();
        let Some(at) = before.iter().position(|field| field.id == id) else { return };
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < before.len()) else { return };
        fields.update(|fields| fields.swap(at, to));
        let args = [
            ("name", before[at].name.as_str().into()),
            ("position", (to + 1).into()),
            ("count", before.len().into()),
        ];
        announcer.announce(i18n.text("fields-moved", &args));
        let ids = fields.with_untracked(|fields| fields.iter().map(|field| field.id).collect());
        spawn_local(async move {
            if let Err(error) = order_fields(ids).await {
                fields.set(before);
                match error {
                    kernel::Error::Unauthenticated => problems.report(error),
                    error => drop(toasts.show(Toast::negative(i18n.render(&error.text())))),
                }
            }
        });
    })
}

/// Takes a field away, with a way back in the toast.
fn removing(again: Callback<()>) -> Callback<CustomField> {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let restore = move |id: i64| {
        spawn_local(async move {
            match restore_field(id).await {
                Ok(()) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    Callback::new(move |field: CustomField| {
        spawn_local(async move {
            match delete_field(field.id).await {
                Ok(()) => {
                    let text = i18n.text("fields-deleted", &[("name", field.name.as_str().into())]);
                    let undo = i18n.text("fields-undo", &[]);
                    toasts.show(Toast::neutral(text).action(undo, move || restore(field.id)));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    })
}

#[component]
fn Line(
    field: CustomField,
    fields: RwSignal<Vec<CustomField>>,
    edit: RwSignal<Option<CustomField>>,
    shift: Callback<(i64, isize)>,
    remove: Callback<CustomField>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, is_required) = (field.id, field.name.clone(), field.is_required);
    let kind = i18n.text(&super::form::kind_label(field.kind), &[]);
    let kept = StoredValue::new(field);
    let label = move |key: &'static str| {
        Signal::derive(move || {
            i18n.text(key, &[("name", kept.with_value(|field| field.name.clone()).into())])
        })
    };
    let at = move || fields.with(|fields| fields.iter().position(|field| field.id == id));
    let first = Signal::derive(move || (at() == Some(0)).then(|| i18n.text("fields-is-first", &[])));
    let last = Signal::derive(move || {
        let is_last = fields.with(|fields| fields.last().is_some_and(|last| last.id == id));
        is_last.then(|| i18n.text("fields-is-last", &[]))
    });
    let buttons = move || {
        may_edit.then(|| view! {
            <span class="stage-line__buttons">
                <IconButton label=label("fields-up") icon=IconName::ArrowUp disabled_because=first on_press=move |()| shift.run((id, -1)) />
                <IconButton label=label("fields-down") icon=IconName::ArrowDown disabled_because=last on_press=move |()| shift.run((id, 1)) />
                <IconButton label=label("fields-edit") icon=IconName::Pencil on_press=move |()| edit.set(Some(kept.get_value())) />
                <IconButton label=label("fields-delete") icon=IconName::Trash on_press=move |()| remove.run(kept.get_value()) />
            </span>
        })
    };
    view! {
        <li class="stage-line">
            <span class="field-line">
                <bdi class="stage-line__name">{name}</bdi>
                <span class="field-line__kind">{kind}</span>
                {is_required.then(|| view! { <Badge text=ts!("fields-required-mark") meaning=Meaning::Accent /> })}
                {move || kept.with_value(|field| field.is_listed).then(|| view! { <span class="field-line__kind">{t!("fields-listed-mark")}</span> })}
            </span>
            {buttons()}
        </li>
    }
}
