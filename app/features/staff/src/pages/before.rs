//! What people see who are not signed in. All of it are plain forms that post, and work before the program has arrived.

mod demo_people;
mod forgotten_password;
mod new_password;
mod set_up;
mod sign_in;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Banner, Button, ButtonKind, Meaning, Size, Tone};

pub(super) use forgotten_password::ForgottenPasswordPage;
pub(super) use new_password::NewPasswordPage;
pub(super) use set_up::SetUpPage;
pub(super) use sign_in::SignInPage;

/// What the address says about a form: what was typed before it came back.
fn asked(name: &'static str) -> String {
    use_query_map().with_untracked(|query| query.get(name)).unwrap_or_default()
}

/// The card in the middle of a page before the sign-in.
#[component]
fn Entrance(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] lead: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <leptos_meta::Title text=move || title.get() />
        <section class="entrance">
            <header class="entrance__head">
                <h1 class="entrance__title">{move || title.get()}</h1>
                <p class="entrance__lead">{move || lead.get()}</p>
            </header>
            {children()}
        </section>
    }
}

/// A problem that belongs to no field.
#[component]
fn Notice(#[prop(into)] text: Signal<Option<String>>, #[prop(optional)] meaning: Meaning) -> impl IntoView {
    move || text.get().map(|text| view! { <Banner text=text meaning=meaning live=true /> })
}

/// The form of an entrance. It is posted once, however often the button is pressed.
#[component]
fn EntranceForm(
    action: &'static str,
    #[prop(into)] submit: Signal<String>,
    children: Children,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    view! {
        <form class="form-stack" method="post" action=action on:submit=move |_| busy.set(true)>
            {children()}
            <div class="entrance__actions">
                <Button label=submit kind=ButtonKind::Submit tone=Tone::Primary size=Size::Large busy=busy />
            </div>
        </form>
    }
}
