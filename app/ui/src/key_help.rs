use leptos::prelude::*;

use crate::shortcuts::Shortcut;
use crate::{Dialog, DialogBody, Kbd, Shortcuts};

/// The sheet that lists every shortcut of the page.
#[component]
pub fn KeyHelp(
    #[prop(into)] id: String,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] close_label: Signal<String>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let shortcuts = Shortcuts::here();
    let line = |shortcut: Shortcut| {
        view! {
            <div class="key-help__line">
                <dt class="key-help__words">{move || shortcut.description.get()}</dt>
                <dd><Kbd keys=shortcut.keys /></dd>
            </div>
        }
    };
    let group = move |(name, shortcuts): (String, Vec<Shortcut>)| {
        view! {
            <section class="key-help__group">
                <h3 class="key-help__heading">{name}</h3>
                <dl>{shortcuts.into_iter().map(line).collect_view()}</dl>
            </section>
        }
    };
    view! {
        <Dialog id=id title=title close_label=close_label open=open>
            <DialogBody>
                <div class="key-help">{move || shortcuts.groups().into_iter().map(group).collect_view()}</div>
            </DialogBody>
        </Dialog>
    }
}
