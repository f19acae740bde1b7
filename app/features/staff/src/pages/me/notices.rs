use kernel::{t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use ui::{Card, Choice, Field, FormStack, Select, Toast, Toasts};

use crate::pages::LoadProblem;
use crate::{Channel, NoticeChoice, choose_notice, list_my_notices};

/// What one wants to be told of, and how.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let choices = Resource::new(|| (), |()| list_my_notices());
    view! {
        <Card title=ts!("notice-title")>
            <FormStack>
                <p class="settings-note">{t!("notice-lead")}</p>
                <Transition>
                    {move || Suspend::new(async move {
                        match choices.await {
                            Ok(choices) => choices.into_iter().map(|choice| view! { <Line choice /> }).collect_view().into_any(),
                            Err(error) => view! { <LoadProblem error /> }.into_any(),
                        }
                    })}
                </Transition>
            </FormStack>
        </Card>
    }
}

/// One kind of thing; what is chosen holds at once.
#[component]
fn Line(choice: NoticeChoice) -> impl IntoView {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let notice = choice.notice;
    let chosen = RwSignal::new(choice.channel.code().to_owned());
    let kept = StoredValue::new(choice.channel);
    let label = Signal::derive(move || i18n.text(notice.label(), &[]));
    let channels = Signal::derive(move || {
        let all = Channel::ALL.into_iter();
        all.map(|channel| Choice::new(channel.code(), i18n.text(channel.label(), &[]))).collect::<Vec<_>>()
    });
    let choose = move |code: String| {
        let Some(channel) = Channel::parse(&code) else { return };
        leptos::task::spawn_local(async move {
            match choose_notice(notice, channel).await {
                Ok(()) => {
                    kept.set_value(channel);
                    toasts.show(Toast::positive(i18n.text("notice-saved", &[])));
                }
                Err(error) => {
                    chosen.set(kept.get_value().code().to_owned());
                    problems.report(error);
                }
            }
        });
    };
    let name = format!("notice-{}", notice.code());
    view! {
        <Field label=label name=name.clone()>
            <Select name=name value=chosen choices=channels on_change=choose />
        </Field>
    }
}
