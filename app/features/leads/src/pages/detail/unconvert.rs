use kernel::{t, ts};
use leptos::prelude::*;
use ui::{Button, Dialog, DialogBody, DialogFooter, DialogSize, Tone};

use super::state::LeadState;

/// Asks before a conversion is taken back, and says what that does.
#[component]
pub fn UnconvertDialog(state: LeadState, open: RwSignal<bool>) -> impl IntoView {
    let go = move |()| {
        open.set(false);
        let (id, version) = state.lead.with_untracked(|lead| (lead.id, lead.version));
        state.actions.unconvert(id, version);
    };
    view! {
        <Dialog id="unconvert-dialog" title=ts!("lead-unconvert") close_label=ts!("lead-close") open=open size=DialogSize::Small>
            <DialogBody>
                <p>{t!("unconvert-text")}</p>
                <p>{t!("unconvert-attached")}</p>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("unconvert-go") tone=Tone::Danger on_press=go />
            </DialogFooter>
        </Dialog>
    }
}
