use customers::Customer;
use kernel::{CustomerId, RecordKind, ts, use_i18n, use_live, use_me};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{Button, Card, EmptyState, IconName, Size, Skeleton, SkeletonShape, Tone};

use super::dialog::{EntityDialog, Wanted};
use super::line::EntityLine;
use crate::{CustomerEntities, list_entities};

/// `/customers/:id/entities`: the legal entities of a customer, a part of its page.
#[component]
pub(super) fn EntitiesTab() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()).map(CustomerId));
    move || id.get().map(|id| view! { <EntitiesCard customer=id /> })
}

/// The entities by name, and the dialog in which one is added or changed.
#[component]
fn EntitiesCard(customer: CustomerId) -> impl IntoView {
    let first = Resource::new_blocking(move || customer, list_entities);
    let again = Callback::new(move |()| first.refetch());
    let live = use_live();
    live.on_event(move |event| {
        if event.record.kind == RecordKind::LegalEntity {
            again.run(());
        }
    });
    live.on_catch_up(move || again.run(()));
    let wanted = RwSignal::new(None::<Wanted>);
    let known = StoredValue::new(CustomerEntities::default());
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let actions = move || {
        may_edit.then(|| {
            view! { <Button label=ts!("entity-add") icon=IconName::Plus size=Size::Small tone=Tone::Primary on_press=move |()| wanted.set(Some(Wanted::New)) /> }
        })
    };
    let title = ts!("entity-title");
    view! {
        <Card title=Signal::derive(move || Some(title.get())) actions=actions>
            <Transition fallback=|| view! { <Skeleton label=ts!("entity-loading") shape=SkeletonShape::Rows count=3 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(found) => {
                            known.set_value(found.clone());
                            view! { <EntityList found=found wanted=wanted again=again /> }.into_any()
                        }
                        Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                    }
                })}
            </Transition>
        </Card>
        {may_edit.then(|| view! { <EntityDialog customer=customer known=known wanted=wanted done=again /> })}
    }
}

#[component]
fn EntityList(
    found: CustomerEntities,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    if found.entities.is_empty() {
        return view! { <EmptyState icon=IconName::Building title=ts!("entity-none") text=ts!("entity-none-text") /> }
            .into_any();
    }
    let CustomerEntities { entities, own, fields, staff } = found;
    let line = |entity| {
        let (own, fields, staff) = (own.clone(), fields.clone(), staff.clone());
        view! { <EntityLine entity=entity own=own fields=fields staff=staff wanted=wanted again=again /> }
    };
    let lines = entities.into_iter().map(line).collect_view();
    view! { <ul class="entities__list" role="list" aria-label=move || i18n.text("entity-title", &[])>{lines}</ul> }
        .into_any()
}
