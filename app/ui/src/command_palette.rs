use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{Icon, IconName, IconSize, Kbd, MenuAct, Spinner};

mod matching;

pub use matching::PaletteItem;
use matching::{grouped, shown};

/// One field for everything: go somewhere, find something, do something.
///
/// Items of the page are filtered here by what is typed; items marked `found` were searched by the page (which watches `query`) and are
/// shown as they come. Arrow keys move, Enter chooses, Escape closes.
#[component]
pub fn CommandPalette(
    #[prop(into)] id: String,
    /// The name of the dialog and the field.
    #[prop(into)]
    title: Signal<String>,
    #[prop(into)] placeholder: Signal<String>,
    #[prop(into)] nothing_found: Signal<String>,
    open: RwSignal<bool>,
    /// What is typed, two-way.
    query: RwSignal<String>,
    #[prop(into)] items: Signal<Vec<PaletteItem>>,
    /// The page is still searching.
    #[prop(optional, into)]
    searching: Signal<bool>,
) -> impl IntoView {
    let (dialog, field) = (NodeRef::<html::Dialog>::new(), NodeRef::<html::Input>::new());
    let active = RwSignal::new(0_usize);
    let lines = Memo::new(move |_| items.with(|items| query.with(|query| shown(items, query))));
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                query.set(String::new());
                active.set(0);
                drop(dialog.show_modal());
                field.get_untracked().inspect(|field| drop(field.focus()));
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let choose = move |item: PaletteItem| {
        open.set(false);
        if let MenuAct::Run(act) = item.act {
            act.run(());
        }
    };
    let list_id = format!("{id}-list");
    let line_id = StoredValue::new(format!("{list_id}-line"));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let count = lines.with_untracked(Vec::len).max(1);
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => active.set((at + 1) % count),
            "ArrowUp" => active.set(at.checked_sub(1).unwrap_or(count - 1)),
            "Enter" => press_line(&line_id.with_value(|id| format!("{id}-{at}"))),
            _ => return,
        }
        event.prevent_default();
        let id = line_id.with_value(|id| format!("{id}-{}", active.get_untracked()));
        request_animation_frame(move || {
            document().get_element_by_id(&id).inspect(crate::focus::keep_in_view);
        });
    };
    let controls = list_id.clone();
    let groups = move || {
        let views = grouped(lines.get())
            .into_iter()
            .map(|group| group_view(group, line_id, active, Callback::new(choose)));
        views.collect_view()
    };
    view! {
        <dialog
            node_ref=dialog
            class="palette"
            id=id
            aria-label=move || title.get()
            on:close=move |_| open.set(false)
            on:click=move |event| {
                if event.target() == event.current_target() {
                    open.set(false);
                }
            }
        >
            <div class="palette__frame">
                <div class="palette__head">
                    <Icon name=IconName::Search />
                    <input
                        node_ref=field
                        class="palette__field"
                        type="text"
                        role="combobox"
                        autocomplete="off"
                        dir="auto"
                        aria-label=move || title.get()
                        aria-autocomplete="list"
                        aria-expanded="true"
                        aria-controls=controls
                        aria-activedescendant=move || {
                            (active.get() < lines.with(Vec::len)).then(|| line_id.with_value(|id| format!("{id}-{}", active.get())))
                        }
                        placeholder=move || placeholder.get()
                        prop:value=move || query.get()
                        on:input=move |event| {
                            query.set(event_target_value(&event));
                            active.set(0);
                        }
                        on:keydown=on_key
                    />
                    {move || searching.get().then(|| view! { <Spinner /> })}
                    <Kbd keys="escape" />
                </div>
                <div class="palette__list" role="listbox" id=list_id aria-label=move || title.get()>
                    {move || open.get().then(groups)}
                </div>
                <p class="palette__nothing" role="status">
                    {move || (open.get() && !searching.get() && lines.with(Vec::is_empty)).then(|| nothing_found.get())}
                </p>
            </div>
        </dialog>
    }
}

/// One heading and its lines; the number of each line runs through all groups.
fn group_view(
    (name, items): (String, Vec<(usize, PaletteItem)>),
    line_id: StoredValue<String>,
    active: RwSignal<usize>,
    choose: Callback<PaletteItem>,
) -> impl IntoView {
    let line = move |(number, item): (usize, PaletteItem)| {
        let id = line_id.with_value(|id| format!("{id}-{number}"));
        let is_active = move || active.get() == number;
        let face = view! {
            <Icon name=item.icon size=IconSize::Small />
            <bdi class="palette__label">{item.label.clone()}</bdi>
            {item.hint.clone().map(|hint| view! { <bdi class="palette__hint">{hint}</bdi> })}
            {item.keys.clone().map(|keys| view! { <Kbd keys=keys /> })}
        };
        let href = match &item.act {
            MenuAct::Link(href) => Some(href.clone()),
            MenuAct::Run(_) => None,
        };
        // A link stays a link, so that the router takes it and Ctrl opens a tab; it is reached through the field, not by Tab.
        view! {
            <a
                class="palette__line"
                role="option"
                id=id
                href=href
                tabindex="-1"
                aria-selected=move || if is_active() { "true" } else { "false" }
                on:pointermove=move |_| active.set(number)
                on:click=move |_| choose.run(item.clone())
            >
                {face}
            </a>
        }
    };
    let heading = name.clone();
    view! {
        <div class="palette__group" role="group" aria-label=name>
            <p class="palette__heading" aria-hidden="true">{heading}</p>
            {items.into_iter().map(line).collect_view()}
        </div>
    }
}

/// Presses the line as a pointer would, so that links go through the router.
fn press_line(id: &str) {
    let line = document().get_element_by_id(id);
    line.and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok()).inspect(|line| line.click());
}
