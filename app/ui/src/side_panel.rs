use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use crate::{IconButton, IconName};

/// The page and, beside it, a panel: docked at the end on wide screens, above the page on narrower ones, the whole screen on phones.
#[component]
pub fn SideBySide(
    /// What stays: the board, the list.
    children: Children,
    /// Zero or one [`SidePanel`].
    #[prop(into)]
    panel: ViewFn,
) -> impl IntoView {
    view! {
        <div class="side-by-side">
            <div class="side-by-side__main">{children()}</div>
            {move || panel.run()}
        </div>
    }
}

/// A panel beside the page. It is open as long as it is mounted, so that the address can decide.
///
/// On arrival the focus goes to its title; Escape (outside of fields that use it themselves) and the cross call `on_close`, and when
/// the panel leaves, the focus returns to what had it before, if that still exists.
#[component]
pub fn SidePanel(
    #[prop(into)] id: String,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] close_label: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    /// Buttons beside the cross: the menu, "open as page".
    #[prop(optional, into)]
    actions: ViewFn,
    /// The title is read but not seen, when what stands inside begins with a heading of its own.
    #[prop(optional)]
    title_hidden: bool,
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H2>::new();
    let came_from = StoredValue::new(None::<SendWrapper<web_sys::HtmlElement>>);
    Effect::new(move |arrived: Option<bool>| {
        let Some(heading) = heading.get() else { return false };
        if arrived != Some(true) {
            came_from.set_value(focused_element().map(SendWrapper::new));
            drop(heading.focus());
        }
        true
    });
    on_cleanup(move || {
        let target = came_from.try_with_value(|element| element.clone()).flatten();
        if let Some(element) = target.filter(|element| element.is_connected()) {
            drop(element.focus());
        }
    });
    let title_id = format!("{id}-title");
    let heading_id = title_id.clone();
    let title_class = if title_hidden { "side-panel__title visually-hidden" } else { "side-panel__title" };
    view! {
        <section
            class="side-panel"
            id=id
            aria-labelledby=title_id
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.default_prevented() && !is_in_dialog(&event) {
                    event.prevent_default();
                    on_close.run(());
                }
            }
        >
            <header class="side-panel__header">
                <h2 class=title_class id=heading_id tabindex="-1" node_ref=heading>
                    {move || title.get()}
                </h2>
                <div class="side-panel__actions">
                    {move || actions.run()}
                    <IconButton label=close_label icon=IconName::Close on_press=move |()| on_close.run(()) />
                </div>
            </header>
            <div class="side-panel__body">{children()}</div>
        </section>
    }
}

/// What has the focus now, unless it is the page itself. Browser only.
pub(crate) fn focused_element() -> Option<web_sys::HtmlElement> {
    let element = document().active_element()?;
    if element.tag_name().eq_ignore_ascii_case("body") { None } else { element.dyn_into().ok() }
}

/// A dialog that stands in the panel closes by the key itself, and the panel stays.
fn is_in_dialog(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("dialog").ok().flatten().is_some())
}
