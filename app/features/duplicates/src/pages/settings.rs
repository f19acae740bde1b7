use fields::Alike;
use kernel::{Area, Can, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{Attempt, LoadProblem, SettingsLayout};
use ui::{Button, ButtonKind, Card, Checkbox, FormActions, FormStack, Toast, Toasts, Tone};

use crate::DuplicateSetting;
use crate::api::{get_duplicate_setting, save_duplicate_setting};

/// `/settings/duplicates`: what counts as a sign that two records are about the same.
#[component]
pub fn SettingPage() -> impl IntoView {
    let setting = Resource::new_blocking(|| (), |()| get_duplicate_setting());
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("duplicates-setting-hint", &[])));
    view! {
        <SettingsLayout title=ts!("duplicates-setting") lead=lead>
            <Suspense>
                {move || Suspend::new(async move {
                    match setting.await {
                        Ok(setting) => view! { <Editor setting /> }.into_any(),
                        Err(error) => view! { <LoadProblem error /> }.into_any(),
                    }
                })}
            </Suspense>
        </SettingsLayout>
    }
}

#[component]
fn Editor(setting: DuplicateSetting) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let boxes = Alike::ALL.map(|alike| (alike, RwSignal::new(setting.counted.contains(&alike))));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let counted = boxes.iter().filter(|(_, on)| on.get_untracked()).map(|(alike, _)| *alike).collect();
        attempt.run(save_duplicate_setting(DuplicateSetting { counted }), move |()| {
            toasts.show(Toast::positive(i18n.text("duplicates-setting-saved", &[])));
        });
    };
    let choice = move |(alike, on): (Alike, RwSignal<bool>)| {
        let label = Signal::derive(move || i18n.text(&format!("duplicates-count-{}", alike.code()), &[]));
        view! { <Checkbox label=label name=format!("counted-{}", alike.code()) checked=on disabled=!may_edit /> }
    };
    view! {
        <Card>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <p>{t!("duplicates-setting-text")}</p>
                    {boxes.map(choice).collect_view()}
                    {may_edit.then(|| view! {
                        <FormActions>
                            <Button label=ts!("duplicates-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                        </FormActions>
                    })}
                </FormStack>
            </form>
        </Card>
    }
}
