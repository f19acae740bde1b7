use leptos::prelude::*;
use leptos::reactive::computed::suspense::SuspenseContext;

use crate::toasts::DialogToaster;
use crate::{IconButton, IconName};

mod arrival;

use arrival::Arrival;
pub use arrival::focus_first;

/// How wide a dialog may become; on a phone each fills the width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DialogSize {
    /// A question with two answers.
    Small,
    /// A form.
    #[default]
    Medium,
    /// A preview or a comparison.
    Large,
}

/// A modal dialog on the native element: the page behind is inert, Escape and a press on the backdrop close it, and the focus
/// returns to where it was.
///
/// What stands inside is built when it opens and dropped when it closes. `id` must be unique on the page.
#[component]
pub fn Dialog(
    #[prop(into)] id: String,
    #[prop(into)] title: Signal<String>,
    /// The name of the button with the cross.
    #[prop(into)]
    close_label: Signal<String>,
    /// Two-way.
    open: RwSignal<bool>,
    #[prop(optional)] size: DialogSize,
    /// Told after it closed, whichever way.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    let pressed_backdrop = StoredValue::new(false);
    let arrival = Arrival::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // A dialog that cannot be shown (it left the page meanwhile) is simply not shown.
                drop(dialog.show_modal());
                request_animation_frame(move || arrival.begin(&dialog));
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        if element.get_untracked().is_some_and(|dialog| dialog.open()) {
            // Opened again before the news of its closing came.
            return;
        }
        arrival.end();
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    let on_backdrop = |event: &leptos::ev::Event| event.target() == event.current_target();
    let title_id = format!("{id}-title");
    let heading_id = title_id.clone();
    let children = StoredValue::new(children);
    let class = match size {
        DialogSize::Small => "dialog dialog--small",
        DialogSize::Medium => "dialog",
        DialogSize::Large => "dialog dialog--large",
    };
    view! {
        <dialog
            node_ref=element
            class=class
            id=id
            aria-labelledby=title_id
            on:close=closed
            on:keydown=move |_| arrival.end()
            on:pointerdown=move |event| {
                arrival.end();
                pressed_backdrop.set_value(on_backdrop(event.as_ref()));
            }
            on:click=move |event| {
                if pressed_backdrop.get_value() && on_backdrop(event.as_ref()) {
                    open.set(false);
                }
            }
        >
            <div class="dialog__frame">
                <div class="dialog__header">
                    <h2 class="dialog__title" id=heading_id>
                        {move || title.get()}
                    </h2>
                    <IconButton label=close_label icon=IconName::Close on_press=move |()| open.set(false) />
                </div>
                <Show when=move || open.get()>
                    <Apart>
                        {children.with_value(|children| children())}
                        <DialogToaster />
                    </Apart>
                </Show>
            </div>
        </dialog>
    }
}

/// What is fetched inside is waited for inside: else the page behind would give way to its placeholder meanwhile, and a
/// dialog that leaves the page with it comes back without being modal.
#[component]
fn Apart(children: Children) -> impl IntoView {
    provide_context(SuspenseContext { tasks: ArcRwSignal::default() });
    children()
}

/// The scrolling middle of a dialog.
#[component]
pub fn DialogBody(children: Children) -> impl IntoView {
    view! { <div class="dialog__body">{children()}</div> }
}

/// The buttons at the foot of a dialog; the main one last.
#[component]
pub fn DialogFooter(children: Children) -> impl IntoView {
    view! { <div class="dialog__footer">{children()}</div> }
}
