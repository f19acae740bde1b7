use kernel::{Area, Can, Error, I18n, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::{LoadProblem, SettingsLayout};
use ui::{
    Badge, Button, Card, EmptyState, Icon, IconName, Meaning, Menu, MenuItem, Size, Skeleton, SkeletonShape,
    Toast, Toasts, Tone,
};

use super::fields::CompanyLines;
use super::own_dialog::{OwnDialog, Wanted};
use crate::{OwnEntity, archive_own_entity, list_own_entities, make_own_entity_default};

/// `/settings/entities`: the companies in whose name documents are written.
#[component]
pub(super) fn OwnEntitiesPage() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| list_own_entities());
    let again = Callback::new(move |()| first.refetch());
    let wanted = RwSignal::new(None::<Wanted>);
    let (i18n, may_edit) = (use_i18n(), use_me().actor.has(Area::Settings, Can::Edit));
    let actions = move || {
        may_edit.then(|| {
            view! { <Button label=ts!("entity-own-add") icon=IconName::Plus size=Size::Small tone=Tone::Primary on_press=move |()| wanted.set(Some(Wanted::New)) /> }
        })
    };
    let lead = Signal::derive(move || Some(i18n.text("entity-own-hint", &[])));
    let title = ts!("entity-own-title");
    view! {
        <SettingsLayout title=title lead=lead>
            <Card title=Signal::derive(move || Some(title.get())) actions=actions>
                <Transition fallback=|| view! { <Skeleton label=ts!("entity-loading") shape=SkeletonShape::Rows count=2 /> }>
                    {move || Suspend::new(async move {
                        match first.await {
                            Ok(own) => view! { <OwnList own=own wanted=wanted again=again may_edit=may_edit /> }.into_any(),
                            Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                        }
                    })}
                </Transition>
            </Card>
            {may_edit.then(|| view! { <OwnDialog wanted=wanted done=again /> })}
        </SettingsLayout>
    }
}

#[component]
fn OwnList(
    own: Vec<OwnEntity>,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    if own.is_empty() {
        return view! { <EmptyState icon=IconName::Building title=ts!("entity-own-none") text=ts!("entity-own-none-text") /> }
            .into_any();
    }
    let line = |own| view! { <OwnLine own=own wanted=wanted again=again may_edit=may_edit /> };
    let lines = own.into_iter().map(line).collect_view();
    view! { <ul class="entities__list" role="list" aria-label=move || i18n.text("entity-own-title", &[])>{lines}</ul> }
        .into_any()
}

#[component]
fn OwnLine(
    own: OwnEntity,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, is_default, is_archived) = (own.id, own.is_default, own.is_archived);
    let (company, name) = (own.company.clone(), own.company.registered_name.clone());
    let label = i18n.text("entity-actions", &[("name", name.as_str().into())]);
    let menu = may_edit.then(|| {
        let items = actions(i18n, own, wanted, again);
        view! {
            <div class="entities__menu">
                <Menu id=format!("own-entity-{id}") label=label items=items align_end=true />
            </div>
        }
    });
    view! {
        <li class="entities__line">
            <span class="entities__icon"><Icon name=IconName::Building /></span>
            <div class="entities__about">
                <p class="entities__name">
                    <bdi>{name}</bdi>
                    {is_default.then(|| view! { " " <Badge text=ts!("entity-own-default") meaning=Meaning::Accent /> })}
                    {is_archived.then(|| view! { " " <Badge text=ts!("entity-own-archived") /> })}
                </p>
                <CompanyLines company=company />
                {is_default.then(|| view! { <p class="entities__billed">{t!("entity-own-default-text")}</p> })}
            </div>
            {menu}
        </li>
    }
}

fn actions(
    i18n: I18n,
    own: OwnEntity,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> Signal<Vec<MenuItem>> {
    let (problems, toasts) = (use_problems(), Toasts::here());
    let (id, is_default, is_archived) = (own.id, own.is_default, own.is_archived);
    let done = move |answer: Result<OwnEntity, Error>| match answer {
        Ok(_) => {
            toasts.show(Toast::positive(i18n.text("entity-saved", &[])));
            again.run(());
        }
        Err(error) => problems.report(error),
    };
    let make_default = move || spawn_local(async move { done(make_own_entity_default(id).await) });
    let archive = move || spawn_local(async move { done(archive_own_entity(id, !is_archived).await) });
    let own = StoredValue::new(own);
    Signal::derive(move || {
        let text = |key| i18n.text(key, &[]);
        let because = |there: bool, key| there.then(|| i18n.text(key, &[]));
        let change = move || wanted.set(Some(Wanted::One(Box::new(own.get_value()))));
        let edit = MenuItem::run(text("customer-edit"), change).icon(IconName::Pencil);
        let usual = MenuItem::run(text("entity-own-make-default"), make_default).icon(IconName::Star);
        let usual = usual.disabled_because(because(is_archived, "entity-own-is-archived"));
        let (key, icon) = match is_archived {
            true => ("entity-own-unarchive", IconName::Undo),
            false => ("entity-own-archive", IconName::Archive),
        };
        let archive = MenuItem::run(text(key), archive).icon(icon).starts_group();
        let archive = archive.disabled_because(because(is_default, "entity-own-default-stays"));
        std::iter::once(edit).chain((!is_default).then_some(usual)).chain([archive]).collect()
    })
}
