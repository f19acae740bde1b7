//! The dialog in which conditions are put together.

use kernel::{Error, I18n, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, DialogSize, IconName, Meaning, Size, Tone,
};
use wasm_bindgen::JsCast;

use super::bar::{Filtering, Quick};
use super::group::group;
use super::sketch::{PartId, Sketch};
use super::typed::Typed;
use super::wording::Wording;
use crate::{Asked, Field, Node};

kernel::lazy_part! {
    fields_later: pub(super) fn filter_builder(filtering: Filtering, open: RwSignal<Option<usize>>) => view! {
        <FilterBuilder filtering=filtering open=open />
    }
}

/// The conditions, to be read and changed together. `open` says at which of the outer ones.
#[component]
fn FilterBuilder(filtering: Filtering, open: RwSignal<Option<usize>>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    Effect::new(move |_| is_open.set(open.with(Option::is_some)));
    let closed = move |()| open.set(None);
    view! {
        <Dialog id="filter-dialog" title=ts!("fields-filter-title") close_label=ts!("fields-close") open=is_open size=DialogSize::Large on_close=closed>
            <Conditions filtering=filtering open=open done=Callback::new(move |()| is_open.set(false)) />
        </Dialog>
    }
}

/// What is being put together. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Building {
    pub filtering: Filtering,
    pub sketch: RwSignal<Sketch<Typed>>,
    i18n: I18n,
}

impl Building {
    fn new(filtering: Filtering, i18n: I18n) -> Self {
        let currency = filtering.currency;
        let outer = filtering.read.with_untracked(|pieces| {
            pieces.iter().filter_map(|piece| piece.clone().ok()).collect::<Vec<_>>()
        });
        let mut sketch = Sketch::of(&outer, |test| Typed::of(test, currency));
        if sketch.root.parts.is_empty() {
            sketch.add_row(0, Typed::new(currency));
        }
        Self { filtering, sketch: RwSignal::new(sketch), i18n }
    }

    fn row(self) -> Typed {
        Typed::new(self.filtering.currency)
    }

    pub fn add_row(self, group: PartId) {
        let row = self.row();
        let id = self.sketch.try_update(|sketch| sketch.add_row(group, row));
        focus_part(id);
    }

    pub fn add_group(self, within: PartId) {
        let row = self.row();
        let id = self.sketch.try_update(|sketch| sketch.add_group(within, row));
        focus_part(id);
    }

    /// A condition that is asked often, at one press.
    fn add_quick(self, quick: &Quick) {
        let Node::Test(test) = &quick.node else { return };
        let row = Typed::of(test, self.filtering.currency);
        self.sketch.update(|sketch| {
            // In place of the row that says nothing yet.
            let blank = sketch.rows().into_iter().find(|(_, row)| row.field.with_untracked(Vec::is_empty));
            if let Some((id, _)) = blank.filter(|_| sketch.root.parts.len() == 1) {
                sketch.remove(id);
            }
            sketch.add_row(0, row);
        });
    }

    /// Takes a part away; the focus goes to what stands there then.
    pub fn remove(self, id: PartId) {
        let next = self.sketch.try_update(|sketch| sketch.remove(id)).flatten();
        match next {
            Some(next) => focus_within(format!("filter-part-{next}"), ".filter-row__remove button"),
            None => focus_within("filter-add-0".into(), "button"),
        }
    }

    /// How a field is called.
    pub fn name(self, field: &Field) -> String {
        self.wording(|wording| wording.field(&field.key))
    }

    /// What a row says, as far as it says something.
    pub fn said(self, typed: Typed) -> Option<String> {
        let node = self.filtering.catalogue.with(|catalogue| typed.node(catalogue)).ok().flatten()?;
        Some(self.wording(|wording| wording.say(&node)))
    }

    fn wording<T>(self, say: impl FnOnce(Wording<'_>) -> T) -> T {
        self.filtering.wording(self.i18n, say)
    }

    /// What all rows say that say something.
    fn node(self) -> Node {
        self.filtering.catalogue.with(|catalogue| {
            self.sketch.with(|sketch| sketch.node(&mut |_, typed| typed.node(catalogue).ok().flatten()))
        })
    }

    /// Whether every row can be read; each that cannot says why, and the first of them has the focus.
    fn is_sound(self) -> bool {
        let rows = self.sketch.with_untracked(Sketch::rows);
        let mut first = None;
        self.filtering.catalogue.with_untracked(|catalogue| {
            for (id, row) in rows {
                let problem = untrack(|| row.node(catalogue)).err();
                row.error.set(problem);
                first = first.or(problem.map(|_| id));
            }
        });
        if let Some(id) = first {
            focus_within(format!("filter-part-{id}"), "[aria-invalid], .filter-row__answer input");
        }
        first.is_none()
    }
}

#[component]
fn Conditions(filtering: Filtering, open: RwSignal<Option<usize>>, done: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let building = Building::new(filtering, i18n);
    let refused = RwSignal::new(None::<Error>);
    if let Some(at) = open.get_untracked().filter(|at| *at > 0) {
        // Who pressed a chip came for this condition.
        let id = building
            .sketch
            .with_untracked(|sketch| sketch.root.parts.get(at - 1).map(super::sketch::Part::id));
        Effect::new(move |_| focus_part(id));
    }
    let apply = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !building.is_sound() {
            return;
        }
        let (q, unread) = filtering.kept();
        let node = untrack(|| building.node());
        match filtering.catalogue.with_untracked(|catalogue| catalogue.filter(&q, node)) {
            Ok(filter) => {
                done.run(());
                let Asked { q, f } = filter.asked();
                filtering.apply.run(Asked { q, f: f.into_iter().chain(unread).collect() });
            }
            Err(error) => refused.set(Some(error)),
        }
    };
    let clear = move |()| {
        done.run(());
        filtering.apply.run(Asked { q: filtering.kept().0, f: Vec::new() });
    };
    view! {
        <form on:submit=apply novalidate>
            <DialogBody>
                <div class="filter-builder">
                    {move || {
                        let why = refused.get().map(|error| i18n.render(&reason(&error)));
                        why.map(|text| view! { <Banner text=text meaning=Meaning::Negative live=true /> })
                    }}
                    <Unread filtering=filtering />
                    {group(0, building)}
                    <OftenAsked building=building />
                    <p class="filter-builder__said">
                        {move || {
                            let said = building.wording(|wording| wording.say(&building.node()));
                            if said.is_empty() { i18n.text("fields-filter-nothing", &[]) } else { said }
                        }}
                    </p>
                </div>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("fields-filter-clear") on_press=clear />
                <Button label=ts!("fields-filter-apply") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

/// What a filter was refused for: the reason that it gives for itself.
fn reason(error: &Error) -> kernel::Text {
    error.field("filter").unwrap_or_else(|| error.text())
}

/// Says that conditions stay which cannot be read here.
#[component]
fn Unread(filtering: Filtering) -> impl IntoView {
    let i18n = use_i18n();
    let is_there = filtering.read.with_untracked(|pieces| pieces.iter().any(Result::is_err));
    is_there.then(
        || view! { <Banner text=i18n.text("fields-filter-unread-stays", &[]) meaning=Meaning::Warning /> },
    )
}

/// The often asked, each at one press.
#[component]
fn OftenAsked(building: Building) -> impl IntoView {
    let i18n = use_i18n();
    let quick = building.filtering.quick.get_untracked();
    let button = move |quick: Quick| {
        let said = building.wording(|wording| wording.say(&quick.node));
        view! { <Button label=said icon=IconName::Plus size=Size::Small tone=Tone::Quiet on_press=move |()| building.add_quick(&quick) /> }
    };
    (!quick.is_empty()).then(|| view! {
        <div class="filter-builder__often" role="group" aria-label=move || i18n.text("fields-filter-often", &[])>
            <span class="filter-builder__hint">{move || i18n.text("fields-filter-often", &[])}</span>
            {quick.into_iter().map(button).collect_view()}
        </div>
    })
}

/// Puts the focus on the first control of a part, as soon as it is there.
fn focus_part(id: Option<PartId>) {
    if let Some(id) = id {
        focus_within(format!("filter-part-{id}"), "input, select, button");
    }
}

/// Puts the focus on the first of these within an element, as soon as it is there.
pub(super) fn focus_within(id: String, selector: &'static str) {
    request_animation_frame(move || {
        let within = document().get_element_by_id(&id);
        let element = within.and_then(|element| element.query_selector(selector).ok().flatten());
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // An element that cannot take the focus leaves it where it is.
            drop(element.focus());
        }
    });
}
