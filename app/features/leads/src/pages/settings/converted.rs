use kernel::{Area, Can, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::Attempt;
use ui::{Button, ButtonKind, Card, Checkbox, FormActions, FormStack, Toast, Toasts, Tone};

use crate::LeadSetting;
use crate::api::save_lead_setting;

/// What may be done with leads that became customers.
#[component]
pub(super) fn ConvertedCard(setting: LeadSetting) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let locks = RwSignal::new(setting.locks_converted);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let setting = LeadSetting { locks_converted: locks.get_untracked() };
        attempt.run(save_lead_setting(setting), move |()| {
            toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
        });
    };
    let title = Signal::derive(move || Some(i18n.text("stage-conversion", &[])));
    let hint = Signal::derive(move || Some(i18n.text("converted-lock-hint", &[])));
    view! {
        <Card title=title>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <p>{t!("converted-text")}</p>
                    <Checkbox label=ts!("converted-lock") name="locks_converted" checked=locks hint=hint disabled=!may_edit />
                    {may_edit.then(|| view! {
                        <FormActions>
                            <Button label=ts!("lead-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                        </FormActions>
                    })}
                </FormStack>
            </form>
        </Card>
    }
}
