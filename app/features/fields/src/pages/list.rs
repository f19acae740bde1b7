use kernel::{Area, Can, RecordKind, Result, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::{LineButtons, LoadProblem, SettingsLayout, SettingsLines};
use ui::{Badge, Button, Card, EmptyState, IconName, Meaning, Size, Skeleton, Toast, Toasts};

use super::form::FieldDialog;
use crate::FieldType;
use crate::api::{delete_field, list_fields, order_fields, restore_field};
use crate::custom::CustomField;

/// The kinds of records that get fields, with the text above theirs.
const KINDS: [(RecordKind, &str); 4] = [
    (RecordKind::Lead, "fields-of-leads"),
    (RecordKind::Customer, "fields-of-customers"),
    (RecordKind::Site, "fields-of-sites"),
    (RecordKind::LegalEntity, "fields-of-entities"),
];

/// `/settings/fields`: the fields that the organisation added to its records.
#[component]
pub fn FieldsPage() -> impl IntoView {
    let fields = Resource::new_blocking(|| (), |()| all_fields());
    let again = Callback::new(move |()| fields.refetch());
    let edit = RwSignal::new(None::<CustomField>);
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("fields-hint", &[])));
    view! {
        <SettingsLayout title=ts!("fields-title") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("fields-loading") count=4 /> }>
                {move || Suspend::new(async move {
                    match fields.await {
                        Ok(fields) => {
                            let cards = KINDS.into_iter().zip(fields).map(|((kind, title), first)| {
                                view! { <Fields kind=kind title=title first=first edit=edit again=again /> }
                            });
                            cards.collect_view().into_any()
                        }
                        Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                    }
                })}
            </Transition>
            <FieldDialog edit=edit again=again />
        </SettingsLayout>
    }
}

/// The fields of each kind, in the order of [`KINDS`].
async fn all_fields() -> Result<Vec<Vec<CustomField>>> {
    let mut all = Vec::with_capacity(KINDS.len());
    for (kind, _) in KINDS {
        all.push(list_fields(kind).await?);
    }
    Ok(all)
}

#[component]
fn Fields(
    kind: RecordKind,
    title: &'static str,
    first: Vec<CustomField>,
    edit: RwSignal<Option<CustomField>>,
    again: Callback<()>,
) -> impl IntoView {
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let fields = SettingsLines::new(first, |field: &CustomField| field.id, |field| &field.name, order_fields);
    let add = move |()| edit.set(Some(CustomField::new(kind, "", FieldType::Text)));
    let actions = move || {
        may_edit.then(
            || view! { <Button label=ts!("fields-add") icon=IconName::Plus size=Size::Small on_press=add /> },
        )
    };
    let i18n = use_i18n();
    let title = Signal::derive(move || Some(i18n.text(title, &[])));
    let remove = removing(again);
    let is_empty = move || fields.all.with(Vec::is_empty);
    view! {
        <Card title=title actions=actions>
            <Show
                when=move || !is_empty()
                fallback=|| view! { <EmptyState icon=IconName::Form title=ts!("fields-empty") text=ts!("fields-empty-text") /> }
            >
                <ol class="stage-list" role="list">
                    <For each=move || fields.all.get() key=|field| (field.id, field.version) let:field>
                        <Line field=field fields=fields edit=edit remove=remove may_edit=may_edit />
                    </For>
                </ol>
            </Show>
        </Card>
    }
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
    fields: SettingsLines<CustomField>,
    edit: RwSignal<Option<CustomField>>,
    remove: Callback<CustomField>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, is_required) = (field.id, field.name.clone(), field.is_required);
    let kind = i18n.text(&super::form::kind_label(field.kind), &[]);
    let kept = StoredValue::new(field);
    let buttons = may_edit.then(|| {
        let change = move |()| edit.set(Some(kept.get_value()));
        let delete = move |()| remove.run(kept.get_value());
        view! { <LineButtons lines=fields id=id on_edit=change on_delete=delete /> }
    });
    view! {
        <li class="stage-line">
            <span class="field-line">
                <bdi class="stage-line__name">{name}</bdi>
                <span class="field-line__kind">{kind}</span>
                {is_required.then(|| view! { <Badge text=ts!("fields-required-mark") meaning=Meaning::Accent /> })}
                {move || kept.with_value(|field| field.is_on_card).then(|| view! { <span class="field-line__kind">{t!("fields-on-card-mark")}</span> })}
                {move || kept.with_value(|field| field.is_listed).then(|| view! { <span class="field-line__kind">{t!("fields-listed-mark")}</span> })}
                {move || index_mark(kept).map(|key| view! { <span class="field-line__kind">{i18n.text(key, &[])}</span> })}
            </span>
            {buttons}
        </li>
    }
}

/// Whether lists go by the field, or will.
fn index_mark(field: StoredValue<CustomField>) -> Option<&'static str> {
    field.with_value(|field| match (field.is_indexed, field.is_ready) {
        (false, _) => None,
        (true, true) => Some("fields-indexed-mark"),
        (true, false) => Some("fields-indexed-coming"),
    })
}
