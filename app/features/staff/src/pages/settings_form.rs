use leptos::prelude::*;
use ui::{Banner, Button, ButtonKind, DialogBody, DialogFooter, FormStack, Meaning, Tone};

use super::Attempt;

/// The form in the dialog of a settings page: why it was refused, its fields, and the button that sends it.
#[component]
pub fn SettingsForm(
    /// From [`Attempt::in_form`].
    attempt: Attempt,
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// How the button looks.
    #[prop(default = Tone::Primary)]
    tone: Tone,
    /// Told when it is sent; it runs the attempt.
    #[prop(into)]
    on_send: Callback<()>,
    children: Children,
) -> impl IntoView {
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_send.run(());
    };
    let refusal = attempt.refusal();
    let refused = move || {
        let text = refusal.get()?;
        Some(view! { <Banner text=text meaning=Meaning::Negative live=true /> })
    };
    view! {
        <form class="settings-dialog-form" on:submit=send novalidate>
            <DialogBody>
                <FormStack>{refused} {children()}</FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=label tone=tone kind=ButtonKind::Submit busy=attempt.busy() />
            </DialogFooter>
        </form>
    }
}
