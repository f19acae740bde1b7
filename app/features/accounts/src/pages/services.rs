use customers::Customer;
use kernel::{t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use staff::pages::Attempt;
use ui::{Button, Card, EmptyState, IconButton, IconName, Size, Table, Toast, Toasts};

use super::detail::Here;
use super::service_form::ServiceDialog;
use crate::{Service, charge_account, delete_account_service};

/// What the account is charged for.
#[component]
pub(super) fn ServicesCard(here: Here) -> impl IntoView {
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let edit = RwSignal::new(None::<Option<Service>>);
    let is_empty = move || here.details.with(|details| details.services.is_empty());
    let actions = move || may_edit.then(|| view! { <Actions here=here edit=edit /> });
    let services = move || here.details.with(|details| details.services.clone());
    let empty = || view! { <EmptyState icon=IconName::Refresh title=ts!("account-services-none") text=ts!("account-services-none-text") /> };
    view! {
        <Card title=ts!("account-services") actions=actions flush=true>
            <Show when=move || !is_empty() fallback=empty>
                <Table caption=ts!("account-services")>
                    <thead>
                        <tr>
                            <th scope="col">{t!("account-service-what")}</th>
                            <th scope="col">{t!("field-charge")}</th>
                            <th scope="col">{t!("account-service-from")}</th>
                            <th scope="col">{t!("account-service-to")}</th>
                            <th scope="col" class="table__cell--number">{t!("field-price")}</th>
                            <th scope="col"><span class="visually-hidden">{t!("account-actions")}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=services key=|service| (service.id, service.version, service.charged) let:service>
                            <Line here=here service=service edit=edit may_edit=may_edit />
                        </For>
                    </tbody>
                </Table>
            </Show>
        </Card>
        {may_edit.then(|| view! { <ServiceDialog here=here edit=edit /> })}
    }
}

/// Adding a service, and charging what is due of all of them.
#[component]
fn Actions(here: Here, edit: RwSignal<Option<Option<Service>>>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let charge = move |()| {
        let id = here.details.with_untracked(|details| details.account.id);
        attempt.run(charge_account(id), move |count| {
            toasts.show(Toast::neutral(i18n.text("account-charged-count", &[("count", count.into())])));
            here.again.run(());
        });
    };
    let has_services = move || here.details.with(|details| !details.services.is_empty());
    view! {
        <Show when=has_services>
            <Button label=ts!("account-charge-due") icon=IconName::Refresh size=Size::Small busy=attempt.busy() on_press=charge />
        </Show>
        <Button label=ts!("account-service-add") icon=IconName::Plus size=Size::Small on_press=move |()| edit.set(Some(None)) />
    }
}

#[component]
fn Line(
    here: Here,
    service: Service,
    edit: RwSignal<Option<Option<Service>>>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let draft = service.draft.clone();
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    let (quantity, price) = (fields::decimal(draft.quantity), draft.price_minor);
    let price = move || {
        let price = here.details.with(|details| details.account.money(price));
        match quantity.as_str() {
            "1" => i18n.money(price),
            quantity => {
                i18n.text("account-service-price", &[("quantity", quantity.into()), ("price", price.into())])
            }
        }
    };
    let (from, to) = (draft.from, draft.to);
    view! {
        <tr>
            <td class="table__cell--main"><bdi>{draft.description}</bdi></td>
            <td data-label=label("field-charge")>{label(draft.charge.label())}</td>
            <td data-label=label("account-service-from")>{move || i18n.texts().day(from)}</td>
            <td data-label=label("account-service-to")>{move || to.map(|to| i18n.texts().day(to))}</td>
            <td class="table__cell--number" data-label=label("field-price")><bdi>{price}</bdi></td>
            <td class="table__cell--number">{may_edit.then(|| view! { <Buttons here=here service=service edit=edit /> })}</td>
        </tr>
    }
}

#[component]
fn Buttons(here: Here, service: Service, edit: RwSignal<Option<Option<Service>>>) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let (id, account, is_charged) = (service.id, service.account_id, service.charged > 0);
    let named = {
        let name = service.draft.description.clone();
        move |key: &'static str| {
            let name = name.clone();
            Signal::derive(move || i18n.text(key, &[("name", name.as_str().into())]))
        }
    };
    let stays = Signal::derive(move || is_charged.then(|| i18n.text("account-service-stays", &[])));
    let delete = move |()| {
        leptos::task::spawn_local(async move {
            match delete_account_service(account, id).await {
                Ok(()) => here.again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let change = move |()| edit.set(Some(Some(service.clone())));
    view! {
        <span class="accounts__buttons">
            <IconButton label=named("account-service-edit") icon=IconName::Pencil size=Size::Small on_press=change />
            <IconButton label=named("account-service-delete") icon=IconName::Trash size=Size::Small disabled_because=stays on_press=delete />
        </span>
    }
}
