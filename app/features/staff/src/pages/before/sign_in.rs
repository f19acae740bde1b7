use kernel::{t, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Field, InputKind, Meaning, TextInput};

use super::demo_people::DemoPeople;
use super::{Entrance, EntranceForm, Notice, asked};
use crate::pages::FormProblems;

/// Where staff sign in. A wrong password and an unknown address look the same.
#[component]
pub(in crate::pages) fn SignInPage() -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let organisation = me.organisation.name.clone();
    let title =
        Signal::derive(move || i18n.text("sign-in-title", &[("organisation", organisation.as_str().into())]));
    let (email, next) = (RwSignal::new(asked("email")), asked("next"));
    let is_changed = !asked("changed").is_empty();
    let changed = Signal::derive(move || is_changed.then(|| i18n.text("sign-in-password-changed", &[])));
    let problem = FormProblems::of_address().elsewhere(&[]);
    let hidden_next = next.clone();
    view! {
        <div class="entrance-place" data-with-demo=me.is_demo.then_some("")>
            <Entrance title=title lead=ts!("sign-in-lead")>
                <Notice text=changed meaning=Meaning::Positive />
                <Notice text=problem meaning=Meaning::Negative />
                <EntranceForm action="/sign-in" submit=ts!("sign-in-submit")>
                    <input type="hidden" name="next" value=hidden_next />
                    <Field label=ts!("sign-in-email") name="email" required=true>
                        <TextInput name="email" kind=InputKind::Email value=email autocomplete="username" max_length=254 />
                    </Field>
                    <Field label=ts!("sign-in-password") name="password" required=true>
                        <TextInput name="password" kind=InputKind::Password autocomplete="current-password" max_length=200 />
                    </Field>
                </EntranceForm>
                <p class="entrance__aside">
                    <a class="entrance__link" href="/forgotten-password">{t!("sign-in-forgotten")}</a>
                </p>
            </Entrance>
            {me.is_demo.then(|| view! { <DemoPeople next=next /> })}
        </div>
    }
}
