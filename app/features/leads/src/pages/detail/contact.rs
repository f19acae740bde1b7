use kernel::{Instant, invalid, ts, use_i18n, use_now};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Dialog, DialogBody, DialogFooter, DialogSize, Field, InputKind, TextInput, Tone,
};

use super::state::LeadState;
use crate::LeadPatch;

/// "I got in touch": when. Now, unless told otherwise.
#[component]
pub fn ContactDialog(state: LeadState, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog id="contact-dialog" title=ts!("lead-touched") close_label=ts!("lead-close") open=open size=DialogSize::Small>
            <ContactForm state=state open=open />
        </Dialog>
    }
}

#[component]
fn ContactForm(state: LeadState, open: RwSignal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    let zone = i18n.zone();
    let at = RwSignal::new(zone.format_local(use_now().get_untracked()));
    let error = RwSignal::new(None::<String>);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(moment) = zone.parse_local(&at.get_untracked()) else {
            let refusal = invalid("at", "error-date");
            return error.set(Some(i18n.render(&refusal.text())));
        };
        open.set(false);
        let (id, before) = state.lead.with_untracked(|lead| (lead.id, lead.profile.last_contact_at));
        let said = i18n.text("lead-touched-toast", &[("at", moment.into())]);
        let contact = |at: Option<Instant>| LeadPatch::one("last_contact_at", at);
        state.actions.edit(id, contact(before), contact(Some(moment)), said);
    };
    view! {
        <form on:submit=send>
            <DialogBody>
                <Field label=ts!("lead-touched-when") name="contact-at" error=error>
                    <TextInput name="contact-at" kind=InputKind::DateTime value=at />
                </Field>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("lead-save") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}
